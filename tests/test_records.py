import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from itadash import labels, records
from itadash.model import Agency, Finding, Measure, Place, Report
from itadash.records import finding_record, report_record
from tests.builders import build_finding, build_measure, build_report

MISSING = {"parameters": (("name", "การใช้อำนาจ"),)}
REPORT_KEYS = {
    *("source", "kind", "agency", "fiscal_year", "assessed_year", "report_date"),
    *("overall_score", "level", "level_other", "computed_score", "computed_level"),
    *("scores", "measures", "findings"),
}
MEASURE_KEYS = {
    *("no", "title", "description", "instrument", "group", "steps", "responsible"),
    *("units", "period", "period_start", "period_end", "result", "outcome"),
    *("follow_up", "recommendation", "indicators", "line"),
}
FINDING_KEYS = {
    *("code", "severity", "message", "indicator", "measure", "line", "text"),
    "suggestion",
}


def test_a_record_has_the_fields_of_the_contract_and_no_others():
    record = report_record(build_report(findings=(build_finding(**MISSING),)))

    assert set(record) == REPORT_KEYS
    assert set(record["agency"]) == {"name", "type", "district", "province"}
    assert set(record["scores"][0]) == {
        *("indicator", "instrument", "name", "score", "issue", "line")
    }
    assert set(record["measures"][0]) == MEASURE_KEYS
    assert set(record["measures"][0]["indicators"][0]) == {
        *("indicator", "strength", "reason")
    }
    assert set(record["findings"][0]) == FINDING_KEYS


def test_dates_are_iso_and_years_buddhist():
    record = report_record(build_report(report_date=date(2021, 1, 5)))

    assert record["report_date"] == "2021-01-05"
    assert record["measures"][0]["period_start"] == "2020-10-01"
    assert record["measures"][0]["period_end"] == "2021-09-30"
    assert record["fiscal_year"] == 2564


def test_what_is_missing_is_null_and_never_empty_or_zero():
    bare = Report("a.txt", "plan", Agency(None), measures=(Measure(None, "ชื่อ"),))

    record = report_record(bare)

    lists = {"source", "kind", "agency", "scores", "measures", "findings"}
    assert all(record[key] is None for key in REPORT_KEYS - lists)
    kept = {"title", "units", "indicators"}
    assert all(record["measures"][0][key] is None for key in MEASURE_KEYS - kept)
    assert record["measures"][0]["units"] == []


def test_a_record_goes_through_json_unchanged():
    record = report_record(build_report(measures=(build_measure(),)))

    assert json.loads(json.dumps(record, ensure_ascii=False)) == record


def test_a_score_of_zero_stays_a_zero():
    record = report_record(build_report(overall_score=0.0, computed_score=0.0))

    assert (record["overall_score"], record["computed_score"]) == (0.0, 0.0)


@pytest.mark.parametrize(("length", "kept"), [(399, 399), (400, 400), (401, 400)])
def test_the_words_of_a_finding_are_cut_at_400_characters(length, kept):
    finding = build_finding(**MISSING, place=Place(3, "ก" * length))

    assert len(finding_record(finding)["text"]) == kept


def test_the_sentence_of_a_finding_is_made_from_its_parameters():
    finding = Finding(
        "score_out_of_range", "error", (("name", "การใช้อำนาจ"), ("score", 878.5))
    )

    message = finding_record(finding)["message"]

    assert "การใช้อำนาจ" in message
    assert "878.5" in message


def test_a_finding_without_words_has_no_text():
    assert finding_record(Finding("no_indicator_scores", "info"))["text"] is None


@pytest.mark.parametrize(
    ("code", "parameters"),
    [
        ("overall_mismatch", {}),
        ("overall_mismatch", {"printed": "92.65"}),
        ("weak_without_measure", {"name": "การใช้อำนาจ"}),
        ("measure_without_weakness", {"key": "หลัก", "title": "มาตรการ"}),
        ("of_a_newer_version", {"name": "การใช้อำนาจ"}),
    ],
)
def test_a_finding_of_another_version_gets_a_neutral_sentence(code, parameters):
    sentence = records.message(code, parameters)

    assert records.kind_name(code) in sentence
    assert "{" not in sentence


@pytest.mark.parametrize("parameters", [{}, {"key": "x"}, {"score": 878.5}])
def test_every_kind_of_finding_has_a_sentence_whatever_is_stored_with_it(parameters):
    path = Path(labels.__file__).parent / "th_findings.toml"
    kinds = tomllib.loads(path.read_text(encoding="utf-8"))["finding_kind"]

    assert all(records.message(code, parameters).strip() for code in kinds)
