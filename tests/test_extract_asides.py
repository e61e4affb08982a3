# ruff: noqa: E501 - running text stands on one line, as in a report
"""Numbers of the country or of a target beside the agency's own scores."""

import pytest

from itadash import framework
from itadash.extract.asides import sums_up_to_others
from itadash.extract.grids import grids
from itadash.extract.scores import extract_scores
from tests.texts import POINTS, document, score_table

NAMES = [one.name for one in framework.indicators()]
TEN = dict(enumerate(POINTS, start=1))
TOTAL = framework.total(TEN, 2566)
LIST = " ".join(
    f"ตัวชี้วัดที่ {at} {name} ได้คะแนนร้อยละ {points:.2f}"
    for at, (name, points) in enumerate(zip(NAMES, POINTS, strict=True), start=1)
)


def points(*blocks, year=2566):
    text = document(*blocks)
    return {s.indicator: s.score for s in extract_scores(text, grids(text), year)[0]}


@pytest.mark.parametrize(
    "before",
    [
        "(ค่าเฉลี่ยระดับประเทศ 87.57 คะแนน) เมื่อพิจารณารายตัวชี้วัดพบว่า ",
        "หน่วยงานได้คะแนน 78.13 คะแนน (ค่าเฉลี่ยระดับประเทศ 87.57 คะแนน) โดย ",
        "ได้คะแนน 78.13 คะแนน (ค่าเป้าหมายระดับประเทศ 85 คะแนน) ประกอบด้วย ",
        "ปี 2566 ได้คะแนน 78.13 (ทั่วประเทศ 87.57) พบว่า ",
    ],
)
def test_a_number_of_the_country_in_brackets_takes_no_scores_of_a_sentence(before):
    assert points(f"{before}{LIST}") == TEN


@pytest.mark.parametrize(
    "before",
    [
        "(ค่าเฉลี่ยระดับประเทศ) ",
        "(ค่าเฉลี่ยระดับประเทศ ปี 2566) ",
        "(ค่าเฉลี่ยระดับประเทศ คะแนนเต็ม 100 คะแนน) ",
        "ค่าเฉลี่ยระดับประเทศ 87.57 คะแนน แยกเป็น ",
        "ค่าเฉลี่ยระดับประเทศ (87.57 คะแนน) รายตัวชี้วัด ",
        "ค่าเป้าหมายรายตัวชี้วัด (เฉลี่ยทั่วประเทศ 87.57) ",
    ],
)
def test_words_that_announce_scores_of_others_still_take_them_away(before):
    assert points(f"{before}{LIST}") == {}


@pytest.mark.parametrize(
    ("heading", "theirs"),
    [
        (f"คะแนนระดับประเทศ {TOTAL:.2f} คะแนน", True),
        (f"ภาพรวมทั่วประเทศ ปี 2566 ได้ {TOTAL:.2f}", True),
        ("คะแนนระดับประเทศ 87.57 คะแนน", False),
        (f"คะแนนรวม {TOTAL:.2f} คะแนน", False),
        (f"คะแนนรวม {TOTAL:.2f} คะแนน ค่าเป้าหมายระดับประเทศ {TOTAL:.1f} คะแนน", False),
    ],
)
def test_scores_that_sum_up_to_the_number_of_others_are_theirs(heading, theirs):
    assert sums_up_to_others(heading, TEN, 2566) is theirs


def test_some_of_ten_scores_sum_up_to_nothing():
    assert not sums_up_to_others("ระดับประเทศ 85.00 คะแนน", {1: 85.0, 2: 85.0}, 2566)


def test_a_table_that_sums_up_to_the_number_of_the_country_is_not_the_agencys():
    heading = f"คะแนนเฉลี่ยระดับประเทศ ได้ {TOTAL:.2f} คะแนน"

    assert points(heading, score_table()) == {}
