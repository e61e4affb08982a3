"""Columns beside the scores: other years, differences, full marks, weighted parts."""

import time

import pytest

from itadash import framework
from itadash.extract import row_words
from itadash.extract.grids import grids
from itadash.extract.scores import extract_scores
from tests.texts import POINTS, document, table

NAMES = [one.name for one in framework.indicators()]
TEN = dict(enumerate(POINTS, start=1))
SCORES = [f"{points:.2f}" for points in POINTS]
BEFORE = ["50.00"] * 10
CHANGE = ["38.50", "29.00", "34.25", "25.00", "31.00", "35.00", "29.50", "27.99"]
CHANGE += ["2.00", "-9.00"]
FULL = ["6"] * 5 + ["10"] * 3 + ["20"] * 2
PARTS = ["5.31", "4.80", "5.18", "4.68", "5.10", "9.00", "8.55", "8.50", "12.00", "10"]


def points(*blocks, year=2566):
    text = document(*blocks)
    return {s.indicator: s.score for s in extract_scores(text, grids(text), year)[0]}


def columns(header, *cells):
    return table(header, *zip(NAMES, *cells, strict=False))


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("ตัวชี้วัด\tคะแนนปี 2565\tคะแนนปี 2566\tผลต่าง", (BEFORE, SCORES, CHANGE)),
        ("ตัวชี้วัด\t2565\t2566\tเพิ่มขึ้น/ลดลง", (BEFORE, SCORES, CHANGE)),
        ("ตัวชี้วัด\tปี 2565\tปี 2566\tก", (BEFORE, SCORES, BEFORE)),
        ("ตัวชี้วัด\tคะแนนปี 2566\tคะแนนปี 2567", (SCORES, ["95.00"] * 10)),
        ("ตัวชี้วัด\tคะแนน\tส่วนต่าง", (SCORES, CHANGE)),
        ("ตัวชี้วัด\tคะแนนที่ได้\tคะแนนที่เพิ่มขึ้น", (SCORES, CHANGE)),
        ("ตัวชี้วัด\tคะแนนที่ได้\tคะแนนที่คาดหวัง", (SCORES, ["95.00"] * 10)),
        ("ตัวชี้วัด\tคะแนนที่ได้\tคะแนนที่ตั้งเป้า", (SCORES, ["95.00"] * 10)),
        ("ตัวชี้วัด\tคะแนน\tลำดับคะแนน", (SCORES, [str(at) for at in range(1, 11)])),
        ("ตัวชี้วัด\tคะแนน\tคะแนนสูงสุด\tคะแนนต่ำสุด", (SCORES, BEFORE, BEFORE)),
        ("ตัวชี้วัด\tคะแนน\tร้อยละการเปลี่ยนแปลง", (SCORES, CHANGE)),
        ("ตัวชี้วัด\tคะแนนเต็ม\tคะแนนที่ได้\tคะแนนรวม", (FULL, SCORES, PARTS)),
        ("ตัวชี้วัด\tคะแนน\t", (SCORES, CHANGE)),
        ("ตัวชี้วัด\tคะแนนประเมินตนเอง\tคะแนนที่ได้", (BEFORE, SCORES)),
    ],
)
def test_columns_beside_the_scores_mislead_nobody(header, cells):
    assert points(columns(header, *cells)) == TEN


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("ตัวชี้วัด\tคะแนนที่คาดหวัง", (SCORES,)),
        ("ตัวชี้วัด\tผลต่างคะแนน", (CHANGE,)),
        ("ตัวชี้วัด\tปี 2565\tก", (BEFORE, ["38.50"] * 10)),
        ("ตัวชี้วัด\tก", (CHANGE,)),
        ("ตัวชี้วัด\tเปอร์เซ็นไทล์", (SCORES,)),
        ("ตัวชี้วัด\tคะแนนเต็ม\tคะแนนที่ได้", (FULL, PARTS)),
    ],
)
@pytest.mark.parametrize("year", [2566, None])
def test_a_comparison_alone_is_no_score(header, cells, year):
    assert points(columns(header, *cells), year=year) == {}


@pytest.mark.parametrize(
    ("names", "cells", "total"),
    [
        (NAMES, ["12.00", "13.00", "9.00", "8.00", "7.00"], "49.00"),
        (NAMES[:5], ["5.90", "5.00", "5.50", "4.90", "5.00"], "26.30"),
        (NAMES[8:], ["19.50", "20.00"], "39.50"),
    ],
)
def test_numbers_that_sum_up_to_the_printed_total_are_parts_of_it(names, cells, total):
    rows = [*zip(names, cells, strict=False), ("รวม", total)]

    assert points(table("ตัวชี้วัด\tคะแนน", *rows)) == {}


def test_numbers_that_sum_up_to_the_row_of_their_instrument_are_parts_of_it():
    rows = [("แบบวัด OIT", "39.00"), (NAMES[8], "19.00"), (NAMES[9], "20.00")]

    assert points(table("ตัวชี้วัด\tคะแนน", *rows)) == {}


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("คะแนนที่คาดหวังรายตัวชี้วัด", {}),
        ("ค่าเป้าหมายของแต่ละตัวชี้วัด", {}),
        ("คะแนนเฉลี่ยระดับประเทศ", {}),
        ("คะแนนที่เพิ่มขึ้นรายตัวชี้วัด", {}),
        ("ผลคะแนนรายตัวชี้วัด", TEN),
    ],
)
def test_a_caption_of_targets_changes_or_others_takes_its_table_away(heading, found):
    assert points(heading, columns("ตัวชี้วัด\tคะแนน", SCORES)) == found


def test_years_in_a_second_header_row_count_behind_a_page_break_too():
    rows = list(zip(NAMES, BEFORE, SCORES, strict=True))
    header = "ตัวชี้วัด\tคะแนน\t\n\tปี 2565\tปี 2566"

    assert points(table(header, *rows[:5]), "- 2 -", table(*rows[5:])) == TEN


def test_the_only_numbers_under_an_unknown_header_are_scores():
    rows = [
        (at, name, p) for at, (name, p) in enumerate(zip(NAMES, SCORES, strict=True))
    ]

    assert points(table("ลำดับ\tรายการประเมิน\tผลลัพธ์ที่ได้", *rows)) == TEN


def test_under_a_caption_of_targets_the_column_of_the_year_still_counts():
    block = columns("ตัวชี้วัด\tคะแนนปี 2566\tคะแนนปี 2567", SCORES, BEFORE)

    assert points("ผลคะแนนและค่าเป้าหมาย", block) == TEN


def test_a_long_cell_behind_the_word_for_a_sum_is_read_in_no_time():
    started = time.perf_counter()

    row_words.is_total("รวม" + "1." * 50_000 + "ก")
    row_words.is_total("รวม" + "1,1" * 50_000 + "ก")

    assert time.perf_counter() - started < 1


def test_a_question_with_the_sum_of_two_scores_takes_none_away():
    rows = [(NAMES[8], "30.00"), ("ข้อคำถามเรื่องเว็บไซต์", "55.00"), (NAMES[9], "25.00")]

    assert points(table("ตัวชี้วัด\tคะแนน", *rows)) == {9: 30.0, 10: 25.0}


def test_a_total_that_is_a_mean_takes_no_score_away():
    rows = [*zip(NAMES, SCORES, strict=True), ("คะแนนเฉลี่ย", "78.82")]

    assert points(table("ตัวชี้วัด\tคะแนน", *rows)) == TEN


@pytest.mark.parametrize("full", ["20", "100"])
def test_numbers_under_full_marks_of_less_than_100_are_parts(full):
    rows = [(name, full, "18.00") for name in NAMES[8:]]

    found = points(table("ตัวชี้วัด\tคะแนนเต็ม\tคะแนนที่ได้", *rows))

    assert found == ({} if full == "20" else {9: 18.0, 10: 18.0})


def test_two_low_numbers_beside_a_table_of_parts_are_parts_too():
    iit = table("ตัวชี้วัด\tคะแนน", *zip(NAMES[:5], PARTS, strict=False))
    oit = table("ตัวชี้วัด\tคะแนน", (NAMES[8], "19.00"), (NAMES[9], "20.00"))

    assert points(iit, "แบบวัด OIT", oit) == {}


HEADER = "ตัวชี้วัด\tคะแนน\tประเด็นที่ต้องแก้ไข"


def issues(*cells):
    text = document(columns(HEADER, SCORES, cells))
    return [s.issue for s in extract_scores(text, grids(text), 2566)[0]][: len(cells)]


@pytest.mark.parametrize(
    "nothing", ["-", "ไม่มี", "ผ่าน", "ผ่านเกณฑ์", "(ไม่มี)", "- ไม่มี -", "ไม่มีประเด็นที่ต้องแก้ไข"]
)
def test_words_for_nothing_are_no_issue_and_a_blank_under_them_neither(nothing):
    assert issues(nothing, "", "แก้อำนาจ", "") == [None, None, "แก้อำนาจ", "แก้อำนาจ"]


def test_an_issue_that_begins_like_nothing_is_one():
    assert issues("ไม่มีการเผยแพร่แผน") == ["ไม่มีการเผยแพร่แผน"]


MEANS = ["85.94", *[""] * 4, "81.16", "", "", "89.99", ""]
MIDDLE = ["", "", "85.94", "", "", "", "81.16", "", "", "89.99"]


@pytest.mark.parametrize("means", [MEANS, MIDDLE])
@pytest.mark.parametrize("header", ["คะแนนเฉลี่ยแบบ", "คะแนนที่ได้", "เฉลี่ย IIT/EIT", ""])
def test_a_number_for_each_instrument_beside_the_scores_misleads_nobody(header, means):
    assert points(columns(f"ตัวชี้วัด\tคะแนน\t{header}", SCORES, means)) == TEN
    assert points(columns(f"ตัวชี้วัด\t{header}\tคะแนน", means, SCORES)) == TEN


@pytest.mark.parametrize("means", [MEANS, MIDDLE])
def test_a_number_for_each_instrument_is_no_score_of_an_indicator(means):
    assert points(columns("ตัวชี้วัด\tคะแนน", means)) == {}


def test_a_mean_repeated_in_every_row_is_no_rival_of_the_scores():
    means = ["85.94"] * 5 + ["81.16"] * 3 + ["89.99"] * 2

    assert points(columns("ตัวชี้วัด\tคะแนน\tคะแนนเฉลี่ยแบบ", SCORES, means)) == TEN


def test_a_single_missing_score_leaves_the_others():
    cells = [*SCORES[:9], "-"]
    ninth = {number: value for number, value in TEN.items() if number < 10}

    assert points(columns("ตัวชี้วัด\tคะแนน", cells)) == ninth
    assert points(table("ตัวชี้วัด\tคะแนน", (NAMES[8], "60.00"), (NAMES[9], "-"))) == {
        9: 60.0
    }


@pytest.mark.parametrize(
    "header",
    [
        "ตัวชี้วัด\tผู้ตอบ (คน)\tร้อยละ",
        "ตัวชี้วัด\tจำนวน\tร้อยละ",
        "ตัวชี้วัด\tจำนวนผู้ตอบแบบวัด\tคิดเป็นร้อยละ",
        "ตัวชี้วัด\tความถี่\tร้อยละ",
        "ตัวชี้วัด\tก\tร้อยละของผู้ตอบ",
    ],
)
def test_the_share_of_those_who_answered_is_no_score(header):
    assert points(columns(header, ["45"] * 10, ["88.88"] * 10)) == {}


@pytest.mark.parametrize(
    "header",
    [
        "ตัวชี้วัด\tจำนวนข้อ\tร้อยละ",
        "ตัวชี้วัด\tผู้ตอบ (คน)\tคะแนน",
        "ตัวชี้วัด\tจำนวน\tผลการประเมิน (ร้อยละ)",
    ],
)
def test_scores_beside_a_count_are_scores(header):
    assert points(columns(header, ["45"] * 10, SCORES)) == TEN
