"""Measures that lack a part, and cells that stop in the middle."""

import pytest
from builders import build_measure, build_score
from checked import found

from itadash.checks.completeness import is_cut


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        ({"responsible": None, "units": ()}, "หน่วยงานผู้รับผิดชอบ"),
        ({"responsible": "เจ้าหน้าที่ที่เกี่ยวข้อง", "units": ()}, "หน่วยงานผู้รับผิดชอบ"),
        ({"period": None}, "ระยะเวลาดำเนินการ"),
        ({"result": None}, "ผลการดำเนินการ"),
    ],
)
def test_a_measure_without_unit_period_or_result_is_incomplete(gone, said):
    whole = build_measure(result="ทำแล้ว")
    measures = (whole, build_measure(**({"result": "ทำแล้ว"} | gone)))

    [finding] = found("incomplete_measure", kind="results", measures=measures)

    assert finding.measure == 1
    assert dict(finding.parameters)["parts"] == said


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "plan", "measures": (build_measure(result=None),)},
        {"kind": "progress", "measures": (build_measure(result=None),)},
        {"kind": "results", "measures": (build_measure(outcome="ดีขึ้น"),)},
        {"measures": (build_measure(responsible="ปลัดเทศบาล", units=()),)},
        {"measures": (build_measure(period="๖ เดือน", period_start=None),)},
    ],
)
def test_a_measure_with_all_that_its_kind_needs_is_complete(fields):
    assert not found("incomplete_measure", **fields)


def test_a_part_that_no_measure_has_is_said_once():
    measures = (build_measure(period=None),) * 4

    assert [f.measure for f in found("incomplete_measure", measures=measures)] == [0]


@pytest.mark.parametrize(
    "words",
    [
        "ตามประกาศของตำบลโนนเ",
        "ให้ประชาชนไ",
        "เผยแพร่ข่าวแล้วทั้",
        "แจ้งทุกกองทราบเมื่",
        "ต้องทำให้เป็",
        "อบรมพนักงาน (รุ่นที่",
        "แจ้งทุกกอง (เช่น กองช่าง",
    ],
)
def test_a_text_that_ends_inside_a_word_or_bracket_is_cut(words):
    assert is_cut(words)


@pytest.mark.parametrize(
    "words",
    [
        "แจ้งทุกกอง (เช่น กองช่าง)",
        "๑) ทำคู่มือ ๒) อบรม",
        "แล้วก็",
        "ทำต่อไป",
        "ติดป้ายที่หน้าสำนักงานฯ",
        "รวม 3 ครั้ง ได้แก่ ก. ข.",
        "ข้อ (ก) และข้อ (ข) ตามคู่มือ",
        "ประชุมทุกเดือนๆ",
        "",
    ],
)
def test_a_text_that_ends_with_a_word_is_whole(words):
    assert not is_cut(words)


def test_a_cut_cell_is_found_on_its_line_with_its_measure():
    rows = "มาตรการ\tผลการดำเนินการ\nติดป้าย\tตามประกาศตำบลโนนเ"
    measures = (build_measure(), build_measure(result="ตามประกาศตำบลโนนเ"))

    [finding] = found("truncated_text", rows, measures=measures)

    assert (finding.measure, finding.place.line) == (1, 2)
    assert finding.place.text == "ตามประกาศตำบลโนนเ"


def test_a_cell_that_goes_on_behind_the_page_break_is_not_cut():
    measure = build_measure(result="ตามประกาศตำบลโนนเ\nจริญ ทุกข้อ")

    assert not found("truncated_text", measures=(measure,))


def test_an_improvement_text_is_a_cell_too():
    score = build_score(7, 80.0, issue="ควรเผยแพร่ข่าวให้เ")

    [finding] = found("truncated_text", scores=(score,))

    assert finding.indicator == 7
