"""All checks together: what they promise on any report, clean or torn."""

from datetime import date
from pathlib import Path

import pytest
from builders import build_measure, build_report, build_scores
from checked import OWN
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import document

from itadash.checks import check
from itadash.documents.model import Document
from itadash.errors import ItadashError
from itadash.labels import has
from itadash.model import Agency
from itadash.reading import read_reports
from itadash.records import finding_record

ROOT = Path(__file__).parent.parent
GOLDEN = sorted((ROOT / "tests" / "files").glob("*/report.txt"))
SAMPLES = sorted((ROOT / "data" / "reports").glob("*.txt"))
DAMAGED = ("000_", "002_", "004_")  # samples made with more than two faults
# Facts of the plan, and a normal state of a report, are no faults of the paper.
NO_FAULTS = {
    "weak_without_measure",
    "measure_without_weakness",
    "no_indicator_scores",
}
CODES = (
    *("overall_mismatch", "level_mismatch", "score_out_of_range", "missing_indicator"),
    *("no_indicator_scores", "weak_without_measure", "measure_without_weakness"),
    *("incomplete_measure", "duplicate_measures", "agency_name_variant"),
    *("other_agency_named", "foreign_script", "date_outside_fiscal_year"),
    *("date_after_report", "truncated_text", "claim_contradicted", "rows_not_read"),
)
PIECES = (
    *("องค์การบริหารส่วนตำบล", "เทศบาลตำบล", "อบต.", "ทุ่งสมมุติ", "ทุ่งสมมติ", "จังหวัด", "พังงา"),
    *(
        "เมื่อวันที่",
        "ลงวันที่",
        "๓๑",
        "กุมภาพันธ์",
        "๒๕๖๖",
        "5/1/2564",
        "ตัวชี้วัดที่",
        "ผ่านเกณฑ์",
        "คือ",
    ),
    *(
        "การใช้อำนาจ",
        "IIT",
        "๘๕",
        "(",
        ")",
        "เ",
        "ั",
        "ประकาศ",
        "\t",
        "\n",
        "\n\n",
        " ",
        "�",
    ),
)


def reports_of(path: Path):
    try:
        return read_reports(path.read_bytes(), path.name)
    except ItadashError:
        return []


@pytest.mark.parametrize(
    "path",
    [p for p in (*GOLDEN, *SAMPLES) if not p.name.startswith(DAMAGED)],
    ids=lambda path: f"{path.parent.name}_{path.stem}",
)
def test_a_report_without_faults_gets_at_most_two_findings(path):
    for report in reports_of(path):
        faults = [f for f in report.findings if f.code not in NO_FAULTS]

        assert len(faults) <= 2, [finding_record(fault) for fault in faults]


@pytest.mark.parametrize("path", [*GOLDEN, *SAMPLES], ids=lambda path: str(path.parent))
def test_every_finding_that_has_a_place_quotes_a_few_words_of_it(path):
    for report in reports_of(path):
        for finding in report.findings:
            assert len(finding.place.text) <= 400 or finding.code == "missing_indicator"
            assert (finding.place.line is None) <= (finding.place.text == "")


@pytest.mark.parametrize("code", CODES)
def test_every_finding_of_the_contract_has_a_sentence(code):
    assert has(f"finding.{code}")


def test_no_person_is_named_in_the_words_of_a_finding():
    text = "แบบวัดที่ผ่านเกณฑ์ โดยนายสมมุติ ใจงาม แจ้ง คือ แบบวัด OIT จึงดีมาก"

    report = check(document(text), build_report())

    assert report.findings
    assert not any("ใจงาม" in finding.place.text for finding in report.findings)


def test_a_report_among_others_is_checked_without_the_text_around_it():
    text = document("ประกาศ เทศบาลตำบลบ้านสา ลงวันที่ ๑ มกราคม ๒๕๕๐")

    alone = check(text, build_report())
    among_others = check(text, build_report(), alone=False)

    assert {"other_agency_named"} == codes(alone) - codes(among_others) - {
        "date_outside_fiscal_year"
    }


def codes(report):
    return {finding.code for finding in report.findings}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_no_check_breaks_on_torn_text(pieces):
    text = "".join(pieces)
    torn = document(text) if text.strip() else Document("blank.txt", ())
    own = build_measure(title=text or "-", result=text or None, period=None)
    fields = {"agency": OWN, "measures": (own,), "report_date": date(2022, 4, 10)}

    report = check(torn, build_report(**fields))

    assert codes(report) <= set(CODES)


def test_no_check_breaks_on_a_report_that_says_nothing():
    blank = build_report(
        agency=Agency(None),
        fiscal_year=None,
        assessed_year=None,
        overall_score=None,
        level=None,
        scores=(),
        measures=(),
    )

    assert not check(Document("blank.txt", ()), blank).findings


@pytest.mark.parametrize("points", [float("nan"), float("inf"), -1.0, 878.5])
def test_no_check_breaks_on_a_score_that_is_none(points):
    scores = build_scores(dict.fromkeys(range(1, 11), points))

    report = check(document("ทุกตัวชี้วัดผ่านเกณฑ์"), build_report(scores=scores))

    assert "claim_contradicted" not in codes(report)


def test_a_flood_of_findings_of_one_kind_ends():
    words = " ".join(f"ก{chr(0x905 + number % 50)}{number}ข" for number in range(60))
    letters = " ".join("ก" + "क" * number for number in range(1, 90))

    report = check(document(f"{words} {letters}"), build_report())

    assert sum(f.code == "foreign_script" for f in report.findings) == 50
