import pytest

from itadash.extract.grids import grids
from itadash.extract.overall import find_overall
from itadash.model import Agency
from tests.texts import document, table


def overall(*blocks, year=2563, agency=None):
    text = document(*blocks)
    found = find_overall(text, grids(text), year, agency or Agency(None))
    return found.total, found.level, found.level_other


@pytest.mark.parametrize(
    "text",
    [
        "ได้ผลคะแนน ๖๙.๕๘ คะแนน อยู่ในระดับ C ดังนี้",
        "ได้ผลคะแนน 69.58คะแนน ระดับ C",
        "มีผลคะแนนรวม 69.58 คะแนน (ระดับ C)",
        "คะแนนเฉลี่ย 69.58 ระดับผลการประเมิน C",
        "ผลการประเมิน ITA ในภาพรวม เท่ากับ 69. 58 คะแนน เกรด C",
        "อยู่ในระดับ C มีผลคะแนนรวม 69.58 คะเเนน ต่ำกว่าเกณฑ์ 85",
        "ได้คะแนน 69.58 คะแนน ระดับ C สูงกว่าค่าเฉลี่ยของประเทศ 67.90 คะแนน",
        "ผลคะแนน 69.58 คะแนน ระดับ C จากเป้าหมาย 85 คะแนน",
        "ปี 2562 ได้คะแนน 55.10 คะแนน ปี 2563 ได้คะแนน 69.58 คะแนน ระดับ C",
    ],
)
def test_the_printed_total_and_level_are_read_from_running_text(text):
    assert overall(text) == (69.58, "C", None)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("ได้ 95.97 คะแนน (ผ่านดี) ระดับ AA", ("AA", "ผ่านดี")),
        ("ได้ 95.97 คะแนน ระดับ AA (ผ่านดีเยี่ยม)", ("AA", "ผ่านดีเยี่ยม")),
        ("ได้ 95.97 คะแนน อยู่ในระดับผ่านดีเยี่ยม", ("ผ่านดีเยี่ยม", None)),
        ("ได้ 95.97 คะแนน อยู่ในเกณฑ์ : ผ่านดี", ("ผ่านดี", None)),
        ("ได้ 95.97 คะแนน ระดับ ต้องปรับปรุงโดยด่วน", ("ต้องปรับปรุงโดยด่วน", None)),
        ("ได้ 95.97 คะแนน ระดับ ต้องปรับปรุง", ("ต้องปรับปรุง", None)),
        ("ได้ 95.97 คะแนน ผ่านเกณฑ์การประเมิน", (None, None)),
        ("ได้ 95.97 คะแนน ระดับ A", ("A", None)),
        ("ได้ 95.97 คะแนน ระดับ A+", (None, None)),
    ],
)
def test_letters_and_words_are_told_apart(text, levels):
    assert overall(f"ผลการประเมิน {text}") == (95.97, *levels)


@pytest.mark.parametrize(
    "text",
    [
        "คะแนนรวมไม่ต่ำกว่า 85.00 คะแนน",
        "เกณฑ์การประเมิน 85.00 คะแนนขึ้นไป",
        "คะแนนเฉลี่ยของประเทศ 67.90 คะแนน",
        "ผลคะแนน IIT 88.21 คะแนน",
        "คะแนนการเปิดเผยข้อมูล 95.50 คะแนน",
        "ผลคะแนนเพิ่มขึ้น 4.84 คะแนน",
        "ผลคะแนนปี 2561 ได้ 77.70 คะแนน",
        "ผลการประเมิน 169.58 คะแนน",
        "อันดับ 12 จาก 67 แห่ง",
        "ผลคะแนนรวม 9-5.42 คะแนน",
        "ผลคะแนนรวม 9\ufffd5.42 คะแนน",
        "ผลคะแนนรวม 9\u0e485.42 คะแนน",
    ],
)
def test_a_number_that_is_something_else_is_no_total(text):
    assert overall(text)[0] is None


def test_two_different_totals_that_nothing_tells_apart_are_both_left_out():
    assert overall("ผลคะแนนรวม 69.58 คะแนน", "ผลคะแนนรวม 69.85 คะแนน")[0] is None


def test_the_total_that_stands_beside_a_level_wins():
    blocks = ("ผลคะแนนรวม 69.85 คะแนน", "ผลคะแนนรวม 69.58 คะแนน ระดับ C")

    assert overall(*blocks) == (69.58, "C", None)


@pytest.mark.parametrize(
    "rows",
    [
        (("ตัวชี้วัด", "คะแนน"), ("คะแนนรวม", "69.58")),
        (("ตัวชี้วัด", "คะแนน"), ("คะแนนรวม", "๖๙.๕๘/๑๐๐")),
        (("ตัวชี้วัด", "คะแนน"), ("คะแนนรวม", "69.58 จาก 100 คะแนน")),
        (("ตัวชี้วัด", "คะแนน", "ระดับ"), ("คะแนนเฉลี่ย", "69.58", "C")),
        (("ที่", "ตัวชี้วัด", "คะแนน"), ("", "คะแนนรวม ITA", "๖๙.๕๘ คะแนน")),
        (
            ("ตัวชี้วัด", "คะแนนเต็ม", "คะแนน", "น้ำหนัก", "คะแนนถ่วงน้ำหนัก"),
            ("คะแนนรวม", "100", "69.58", "100", "69.58"),
        ),
        (("ตัวชี้วัด", "คะแนน"), ("คะแนนรวม", "69.58"), ("ระดับ", "C")),
    ],
)
def test_a_row_that_sums_up_the_others_gives_the_total(rows):
    assert overall(table(*rows))[0] == 69.58


def test_the_level_may_stand_in_a_row_or_a_line_of_its_own():
    rows = table(("ตัวชี้วัด", "คะแนน"), ("คะแนนรวม", "69.58"))

    assert overall(table(rows, ("ระดับ", "C"))) == (69.58, "C", None)
    assert overall(rows, "ระดับผลการประเมิน C") == (69.58, "C", None)


def test_a_level_that_only_the_rule_explains_is_not_the_agencys():
    rows = table(("ตัวชี้วัด", "คะแนน"), ("คะแนนรวม", "69.58"))

    assert overall(rows, "ระดับ A หมายถึง 85 ถึง 94.99")[1] is None
