"""Rows of a table that give the total or the level, one year beside another too."""

import time

import pytest

from itadash import framework
from itadash.extract import row_words
from itadash.extract.levels import level_in_cell
from tests.test_extract_overall import overall
from tests.texts import table

NAMES = [one.name for one in framework.indicators()]
LETTERS = ("B", "A")
WORDS = ("ต้องปรับปรุง", "ผ่านดี")
SPANNED = "ตัวชี้วัด\tผลการประเมิน\t\n\tปี 2565\tปี 2566"
YEAR_HEADERS = [
    "ตัวชี้วัด\tปี 2565\tปี 2566",
    "ตัวชี้วัด\tคะแนนปี 2565\tคะแนนปี 2566",
    "ตัวชี้วัด\tคะแนน ปี พ.ศ. ๒๕๖๕\tคะแนน ปี พ.ศ. ๒๕๖๖",
    "ตัวชี้วัด\tผลการประเมินปี 65\tผลการประเมินปี 66",
    SPANNED,
    SPANNED.replace("ปี", "คะแนนปี"),
]


def two(header, *last):
    return table(header, *((name, "79.10", "85.00") for name in NAMES), *last)


@pytest.mark.parametrize("levels", [LETTERS, WORDS])
@pytest.mark.parametrize(
    "words", ["ระดับ", "ระดับผลการประเมิน", "ระดับคะแนน", "ระดับผลคะแนน ITA", "เกรด"]
)
@pytest.mark.parametrize("header", YEAR_HEADERS)
def test_total_and_level_stand_in_the_column_of_the_year(header, words, levels):
    rows = two(header, ("คะแนนรวม", "79.10", "85.00"), (words, *levels))

    assert overall(rows, year=2566) == (85.0, levels[1], None)
    assert overall(rows, year=2565) == (79.1, levels[0], None)
    assert overall(rows, year=2564) == (None, None, None)
    assert overall(rows, year=None) == (None, None, None)


@pytest.mark.parametrize("header", YEAR_HEADERS)
def test_what_only_the_other_year_prints_is_not_of_the_assessed_one(header):
    rows = two(header, ("คะแนนรวม", "79.10", "-"), ("ระดับ", "B", ""))

    assert overall(rows, year=2566) == (None, None, None)
    assert overall(rows, year=2565) == (79.1, "B", None)


@pytest.mark.parametrize(
    ("header", "last", "expected"),
    [
        (
            "ตัวชี้วัด\tคะแนน\tคะแนนเฉลี่ยระดับประเทศ",
            (("คะแนนรวม", "79.10", "85.00"), ("ระดับ", "B", "A")),
            (79.1, "B", None),
        ),
        (
            "ตัวชี้วัด\tปี 2565\tปี 2566",
            (("คะแนนรวม", "79.10 (ระดับ B)", "85.00 (ระดับ A)"),),
            (85.0, "A", None),
        ),
        (
            "ตัวชี้วัด\tปี 2565\tระดับ\tปี 2566\tระดับ",
            (("คะแนนรวม", "79.10", "B", "85.00", "A"),),
            (85.0, "A", None),
        ),
        (
            "ตัวชี้วัด\tคะแนนปี 2566\tระดับ",
            (("คะแนนรวม", "85.00", "A"), ("ระดับ", "", "A")),
            (85.0, "A", None),
        ),
        (
            "ตัวชี้วัด\tคะแนน",
            (("คะแนนรวม", "85.00"), ("ระดับ", "A", "ผ่านดี")),
            (85.0, "A", "ผ่านดี"),
        ),
        (
            "ตัวชี้วัด\tปี 2565\tปี 2566\tผลต่าง",
            (("คะแนนรวม", "79.10", "85.00", "5.90"), ("ระดับ", "B", "A", "ดีขึ้น")),
            (85.0, "A", None),
        ),
        (
            "ตัวชี้วัด\tคะแนนปี 2566\tเป้าหมายปี 2567",
            (("คะแนนรวม", "85.00", "95.00"), ("ระดับ", "A", "AA")),
            (85.0, "A", None),
        ),
        ("ตัวชี้วัด\tก\tข", (("ระดับ", "B", "A"),), (None, None, None)),
    ],
)
def test_a_level_in_a_row_goes_with_the_column_of_the_scores(header, last, expected):
    width = len(header.split("\t")) - 1
    values = {1: ["85.00"], 2: ["79.10", "85.00"], 3: ["79.10", "85.00", "5.90"]}
    if "2566\t" in header and "2565" not in header:
        values[2] = ["85.00", "95.00" if "2567" in header else "A"]
    cells = values.get(width, ["79.10", "B", "85.00", "A"])
    rows = table(header, *((name, *cells) for name in NAMES), *last)

    assert overall(rows, year=2566) == expected


def test_cells_that_slipped_to_the_left_belong_to_no_year():
    header = "ที่\tตัวชี้วัด\tปี 2565\tปี 2566"
    ten = [(at, name, "79.10", "85.00") for at, name in enumerate(NAMES, 1)]
    rows = table(header, *ten, ("คะแนนรวม", "79.10", "85.00"), ("ระดับ", "B", "A"))

    assert overall(rows, year=2566) == overall(rows, year=2565) == (None, None, None)


@pytest.mark.parametrize(
    "words",
    [
        "คะแนนภาพรวมหน่วยงาน",
        "คะแนนภาพรวมของหน่วยงาน",
        "คะแนนเฉลี่ยรวม",
        "ผลคะแนนในภาพรวม",
        "คะแนน ITA ภาพรวม",
        "รวมคะแนนทั้งสิ้น",
        "คะแนนรวมที่ได้",
        "สรุปคะแนนรวม",
        "ผลการประเมินในภาพรวมของหน่วยงาน",
        "คะแนนรวม (ร้อยละ)",
        "รวม (100 คะแนน)",
        "คะแนนรวม (ITA)",
        "ภาพรวมคะแนนการประเมิน ITA :",
        "คะแนนเฉลี่ยรวมทั้งหมด",
        "คะแนนรวมถ่วงน้ำหนัก",
        "คะแนนรวมทั้ง 3 เครื่องมือ",
        "คะแนนรวม ปี 2566",
        "คะแนนรวม (ปี พ.ศ. ๒๕๖๖)",
        "คะแนนรวมประจำปีงบประมาณ 2566 :",
        "ผลคะแนน ITA",
    ],
)
def test_a_row_that_sums_up_has_many_names(words):
    assert overall(table("ตัวชี้วัด\tคะแนน", (words, "84.12")), year=2566)[0] == 84.12


@pytest.mark.parametrize(
    "words",
    [
        "คะแนนรวม IIT",
        "คะแนนเฉลี่ยระดับประเทศ",
        "คะแนนเฉลี่ยจังหวัด",
        "คะแนนรวม ปี 2565",
        "คะแนนเฉลี่ยของ อปท.",
        "คะแนนที่ได้",
        "คะแนน",
        "หน่วยงาน",
        "ค่าเฉลี่ย (แบบวัด EIT)",
        "รวมงบประมาณ",
        "คะแนนรวมที่เพิ่มขึ้น",
        "คะแนนรวมเป้าหมาย",
    ],
)
def test_a_row_of_a_part_or_of_others_sums_up_nothing(words):
    assert overall(table("ตัวชี้วัด\tคะแนน", (words, "84.12")), year=2566)[0] is None


def test_words_of_a_sum_are_told_in_linear_time():
    started = time.perf_counter()
    row_words.sums_up("คะแนน" * 50_000 + "ก")
    row_words.sums_up("รวม" * 50_000)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("cell", "letter", "words"),
    [
        ("A (ผ่านดี)", "A", "ผ่านดี"),
        ("AA / ผ่านดีเยี่ยม", "AA", "ผ่านดีเยี่ยม"),
        ("ระดับ B (ผ่าน)", "B", "ผ่าน"),
        ("A (กองคลัง)", None, None),
        ("ผ่านดี", None, "ผ่านดี"),
    ],
)
def test_a_cell_may_name_the_level_on_both_scales(cell, letter, words):
    assert level_in_cell(cell) == (letter, words)
