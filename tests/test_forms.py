"""The form: from stored scores and measures to a document, and back by the parser."""

import io
from dataclasses import replace

import docx
import pytest

from itadash import documents, exports
from itadash.analysis import Choice
from itadash.cli import main
from itadash.forms import form_bytes
from itadash.reading import read_reports
from itadash.store import open_store
from itadash.ui import loading
from tests.builders import TEN_SCORES, build_agency, build_measure, build_report
from tests.builders import build_score as score

READS_DOCX = ".docx" in documents.suffixes()
SAMPLES = loading.SAMPLES
AGENCY = "เทศบาลตำบลตัวอย่าง"


@pytest.fixture
def store(tmp_path):
    return open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")


def saved(store, *reports):
    for at, report in enumerate(reports):
        store.save(report, content=str(at).encode())
    return store


def words_of(content):
    """Return all paragraphs and cells of a form as one text."""
    document = docx.Document(io.BytesIO(form_bytes(content)))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_the_form_holds_scores_weak_points_measures_and_results(store):
    own = build_measure(result="เผยแพร่แล้ว", follow_up="ทุกไตรมาส")
    saved(store, build_report(measures=(own,)))

    said = words_of(exports.form_of(store, Choice(agency_id=1)))

    for part in (
        *(AGENCY, "พ.ศ. ๒๕๖๓", "พ.ศ. ๒๕๖๔", "๗๓.๐๐ คะแนน", "ระดับ C", "๖๐.๐๐ คะแนน"),
        *("ต่ำกว่าเกณฑ์ ๘๕ คะแนน ได้แก่ การใช้งบประมาณ", "การป้องกันการทุจริต"),
        *(own.title, own.steps, own.responsible, own.period, "ทุกไตรมาส", "เผยแพร่แล้ว"),
    ):
        assert part in said


def test_what_is_not_known_is_marked_and_not_made_up(store):
    own = build_measure(steps=None, period=None, period_start=None, period_end=None)
    scores = tuple(score(number, 90.0) for number in range(1, 10))
    saved(store, build_report(measures=(own,), scores=scores, overall_score=None))

    content = exports.form_of(store, Choice(agency_id=1))
    tables = docx.Document(io.BytesIO(form_bytes(content))).tables

    assert content.scores[9].score is None
    assert "มีผลคะแนน (โปรดระบุ) คะแนน" in words_of(content)
    plan = [cell.text for cell in tables[1].rows[1].cells]
    assert [plan[at] for at in (2, 4, 5)] == ["(โปรดระบุ)"] * 3


def test_an_agency_without_measures_gets_a_row_to_fill_in(store):
    saved(store, build_report(kind="score_table", measures=()))

    content = exports.form_of(store, Choice(agency_id=1))
    plan = docx.Document(io.BytesIO(form_bytes(content))).tables[1]

    cells = [cell.text for cell in plan.rows[1].cells]
    assert cells == ["๑", *["(โปรดระบุ)"] * 5]


def test_a_measure_of_a_plan_and_of_its_report_of_results_stands_once(store):
    own = build_measure(result=None)
    done = replace(own, steps="ต่างไป", result="เผยแพร่แล้ว")
    plan, results = build_report(measures=(own,)), build_report(measures=(done,))
    saved(store, plan, replace(results, kind="results", scores=()))

    (measure,) = exports.form_of(store, Choice(agency_id=1)).measures

    assert measure.said["steps"] == own.steps
    assert measure.said["result"] == "เผยแพร่แล้ว"


def test_measures_of_one_document_that_share_number_and_title_both_stand(store):
    one = build_measure("ประชุมชี้แจง", group="ฝ่ายหนึ่ง", steps="แจ้งก่อนประชุม")
    other = replace(one, group="ฝ่ายสอง", steps="แจ้งหลังประชุม")
    saved(store, build_report(measures=(one, other)))

    found = exports.form_of(store, Choice(agency_id=1)).measures

    assert [one.said["steps"] for one in found] == ["แจ้งก่อนประชุม", "แจ้งหลังประชุม"]


def test_a_place_that_is_not_known_is_asked_for(store):
    saved(store, build_report(agency=build_agency(district=None, province=None)))

    said = words_of(exports.form_of(store, Choice(agency_id=1)))

    assert "อำเภอ(โปรดระบุ) จังหวัด(โปรดระบุ)" in said


@pytest.mark.skipif(not READS_DOCX, reason="no reader of .docx here yet")
def test_a_form_without_results_gives_back_each_measure_once(store):
    own = build_measure(result=None, follow_up=None)
    other = build_measure("ตรวจพัสดุ", no=2, result=None)
    saved(store, build_report(measures=(own, other)))
    content = form_bytes(exports.form_of(store, Choice(agency_id=1)))

    (read,) = read_reports(content, "form.docx")

    assert [(m.no, m.title, m.steps) for m in read.measures] == [
        (m.no, m.title, m.steps) for m in (own, other)
    ]


def test_marks_of_a_run_stand_in_the_order_of_the_schema(store):
    saved(store, build_report())
    document = docx.Document(
        io.BytesIO(form_bytes(exports.form_of(store, Choice(agency_id=1))))
    )

    first = document.paragraphs[0].runs[0]._r.rPr
    (language,) = document.styles.element.xpath("w:docDefaults//w:lang/@w:bidi")

    names = [mark.tag.rpartition("}")[2] for mark in first]
    assert names == ["b", "bCs", "sz", "szCs", "cs"]
    assert language == "th-TH"


@pytest.mark.parametrize(("letters", "together"), [(60, True), (2_000, False)])
def test_only_a_long_row_may_be_cut_by_a_page(store, letters, together):
    saved(store, build_report(measures=(build_measure(steps="ก" * letters),)))

    content = form_bytes(exports.form_of(store, Choice(agency_id=1)))
    row = docx.Document(io.BytesIO(content)).tables[1].rows[1]

    assert bool(row._tr.xpath("w:trPr/w:cantSplit")) == together


@pytest.mark.parametrize(("year", "topics"), [(2565, 0), (2566, 7), (2567, 7)])
def test_seven_topics_are_asked_for_from_fiscal_year_2567(store, year, topics):
    saved(store, build_report(assessed_year=year, fiscal_year=year + 1))

    content = exports.form_of(store, Choice(agency_id=1))

    assert len(content.topics) == topics
    assert ("๗. กลไกและมาตรการ" in words_of(content)) == bool(topics)


@pytest.mark.parametrize("attack", ["=1+1", "ก\x0cข\x00", "\ud83d", "<w:p/>", "{x}"])
def test_no_text_breaks_the_document(store, attack):
    own = build_measure(attack, steps=attack, group=attack, result=attack)
    saved(store, build_report(agency=build_agency(attack), measures=(own,)))

    assert words_of(exports.form_of(store, Choice(agency_id=1)))


@pytest.mark.skipif(not READS_DOCX, reason="no reader of .docx here yet")
def test_a_form_that_is_read_gives_back_its_scores_and_measures(store):
    one = build_measure(result="เผยแพร่แล้ว", follow_up=None)
    other = build_measure("ตรวจพัสดุ", no=2, description="- คลัง\n- ช่าง", outcome="ครบถ้วน")
    scores = tuple(
        score(number, points, issue="ควรปรับปรุง" if points < 85 else None)
        for number, points in TEN_SCORES.items()
    )
    report = build_report(scores=scores, measures=(one, other), overall_score=71.6)
    saved(store, report)
    content = form_bytes(exports.form_of(store, Choice(agency_id=1)))

    (read,) = read_reports(content, "form.docx")

    assert (read.fiscal_year, read.assessed_year) == (2564, 2563)
    assert (read.kind, read.overall_score, read.level) == ("plan", 71.6, "C")
    assert read.scores == scores
    assert [without_links(m) for m in read.measures] == [
        without_links(m) for m in (one, other)
    ]


def without_links(measure):
    return replace(measure, indicators=())


@pytest.mark.skipif(not READS_DOCX, reason="no reader of .docx here yet")
def test_the_form_of_the_first_sample_is_read_as_the_sample(sample_url, tmp_path):
    path = tmp_path / "form.docx"
    agency = "เทศบาลตำบลโพหัก"
    command = ["export", "--form", str(path), "--agency", agency]

    assert main([*command, "--store", sample_url]) == 0

    (read,) = read_reports(path.read_bytes(), path.name)
    name = "001_phohak_2564.txt"
    (sample,) = read_reports((SAMPLES / name).read_bytes(), name)
    assert read == replace(sample, source=path.name, findings=read.findings)


def test_rows_that_share_a_cell_stay_on_one_page_with_their_heading(store):
    scores = tuple(
        score(number, points, issue="ควรปรับปรุง")
        for number, points in TEN_SCORES.items()
    )
    saved(store, build_report(scores=scores))
    content = form_bytes(exports.form_of(store, Choice(agency_id=1)))

    rows = docx.Document(io.BytesIO(content)).tables[0].rows
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in rows]

    iit, eit, oit = [True] * 5 + [None], [True] * 3 + [None], [True] * 2 + [None]
    assert kept == [None, *iit, *eit, *oit]
