"""Headings of score tables: a number of the indicator beside its name."""

import pytest

from itadash import framework
from itadash.extract.grids import grids
from itadash.extract.scores import extract_scores
from tests.texts import POINTS, document, table

NAMES = [one.name for one in framework.indicators()]
TEN = dict(enumerate(POINTS, start=1))


def points(text):
    found = document(text)
    return {s.indicator: s.score for s in extract_scores(found, grids(found), 2566)[0]}


@pytest.mark.parametrize("score", ["คะแนนที่ได้", "ผลคะแนน", "คะแนนประเมิน", "ร้อยละที่ได้"])
@pytest.mark.parametrize(
    "number",
    ["ตัวชี้วัดที่", "ข้อ", "ลำดับตัวชี้วัด", "รหัส", "รหัสตัวชี้วัด", "ลำดับที่", "หมายเลขตัวชี้วัด"],
)
@pytest.mark.parametrize(
    "name",
    ["ชื่อตัวชี้วัด", "ประเด็นการประเมิน", "รายการตัวชี้วัด", "หัวข้อ", "หัวข้อการประเมิน", "ตัวชี้วัด"],
)
def test_a_column_of_numbers_stands_before_the_names_of_indicators(number, name, score):
    rows = [
        (at, one, f"{value:.2f}")
        for at, (one, value) in enumerate(zip(NAMES, POINTS, strict=True), start=1)
    ]

    assert points(table((number, name, score), *rows)) == TEN


@pytest.mark.parametrize("mark", ["ตัวชี้วัดที่ {}", "i{}", "({})", "{}."])
def test_the_number_of_an_indicator_may_have_words(mark):
    rows = [
        (mark.format(at), one, f"{value:.2f}")
        for at, (one, value) in enumerate(zip(NAMES, POINTS, strict=True), start=1)
    ]

    assert points(table(("ตัวชี้วัด", "รายการ", "คะแนน"), *rows)) == TEN
    assert points(table(("ตัวชี้วัดที่", "ชื่อ", "คะแนน"), *rows)) == TEN


def test_the_word_for_the_number_alone_heads_names_too():
    rows = [
        (f"{at}. {one}", f"{value:.2f}")
        for at, (one, value) in enumerate(zip(NAMES, POINTS, strict=True), start=1)
    ]

    assert points(table(("ตัวชี้วัดที่", "คะแนนที่ได้"), *rows)) == TEN


def test_what_was_assessed_stays_an_issue_beside_the_indicator():
    rows = [
        (one, f"{value:.2f}", "ควรเผยแพร่ข้อมูลให้ครบถ้วน")
        for one, value in zip(NAMES, POINTS, strict=True)
    ]
    text = table(("ตัวชี้วัด", "คะแนน", "ประเด็นการประเมิน"), *rows)
    found = document(text)
    scores, _ = extract_scores(found, grids(found), 2566)

    assert {s.issue for s in scores} == {"ควรเผยแพร่ข้อมูลให้ครบถ้วน"}
