"""A plan and its report of results in one file: one measure, said in two tables."""

import pytest

from itadash.extract.copies import without_copies
from itadash.extract.grids import is_empty_mark
from tests.builders import build_measure

PLAN = {"result": None, "outcome": None, "follow_up": None}
RESULTS = {
    "steps": None,
    "responsible": None,
    "units": (),
    "period": None,
    "period_start": None,
    "period_end": None,
    "result": "เผยแพร่แล้ว",
}


def test_a_report_of_results_under_the_plan_completes_its_measures():
    plan, results = build_measure(**PLAN), build_measure(**RESULTS)

    (measure,), findings = without_copies([plan, results])

    assert (measure.steps, measure.result) == (plan.steps, "เผยแพร่แล้ว")
    assert (measure.units, measure.period_end) == (plan.units, plan.period_end)
    assert findings == []


def test_units_and_days_come_with_the_words_that_they_are_read_from():
    plan, results = build_measure(**PLAN), build_measure(**RESULTS)

    (measure,), _ = without_copies([results, plan])

    assert (measure.responsible, measure.units) == (plan.responsible, plan.units)
    assert measure.period_start == plan.period_start


@pytest.mark.parametrize(
    "other",
    [
        {**RESULTS, "no": 2},
        {**RESULTS, "title": "เผยแพร่ข้อมูลทุกไตรมาสที่ศาลา"},
        {**RESULTS, "group": "ด้านการเปิดเผยข้อมูล"},
        {**RESULTS, "steps": "อีกวิธีหนึ่งที่ไม่เหมือนกันเลย"},
    ],
)
def test_what_the_prints_do_not_share_keeps_them_apart(other):
    plan = build_measure(**PLAN, group="ด้านการใช้อำนาจ")

    assert len(without_copies([plan, build_measure(**other)])[0]) == 2


def test_without_a_number_nothing_holds_a_plan_and_its_results_together():
    plan, results = build_measure(**PLAN, no=None), build_measure(**RESULTS, no=None)

    assert len(without_copies([plan, results])[0]) == 2


@pytest.mark.parametrize("words", ["(โปรดระบุ)", "โปรดระบุ", "[กรุณาระบุ] ...", "-"])
def test_what_a_form_asks_to_fill_in_is_missing(words):
    assert is_empty_mark(words)


@pytest.mark.parametrize("words", ["โปรดระบุชื่อหน่วยงานที่รับผิดชอบ", "ระบุ"])
def test_a_sentence_that_asks_is_not_missing(words):
    assert not is_empty_mark(words)
