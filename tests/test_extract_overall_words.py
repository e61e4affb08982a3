"""What the words around a number make of it: a total, a level, or neither."""

import pytest

from itadash.model import Agency
from tests.test_extract_overall import overall

OTHER_SUBJECTS = [
    "LPA",
    "ความพึงพอใจ",
    "โรงเรียน",
    "ศูนย์พัฒนาเด็กเล็ก",
    "ตัวชี้วัดที่ 3",
    "แบบวัด IIT",
    "แบบตรวจ OIT",
    "อปท.",
    "กลุ่ม",
    "อำเภอ",
]


@pytest.mark.parametrize("subject", [*OTHER_SUBJECTS, "ตั้งเป้า", "คาดว่า"])
@pytest.mark.parametrize(
    "text",
    ["ผลคะแนน{} 84.20 คะแนน", "{}มีผลคะแนน 84.20 คะแนน", "{} ได้คะแนน 84.20 คะแนน"],
)
def test_the_score_of_something_else_is_no_total(text, subject):
    assert overall(text.format(subject))[0] is None


@pytest.mark.parametrize(
    "text",
    [
        "แบบวัด IIT ของเทศบาลตำบลสมมุติ ได้คะแนน 88.21 คะแนน",
        "IIT EIT และ OIT ได้คะแนนเฉลี่ย 88.10, 87.10 และ 86.10 ตามลำดับ",
        "ตัวชี้วัดการใช้งบประมาณ ได้คะแนน 80.10",
        "ตัวชี้วัดการใช้งบประมาณ ปี 2562 ได้คะแนน 80.10 ปี 2563 ได้คะแนน 85.12",
        "คะแนนเพิ่มขึ้นจาก 80.10 เป็น 85.12",
        "เกณฑ์การประเมิน ITA ปี 2563 คือ 85.00 คะแนน",
    ],
)
def test_a_part_of_the_total_or_a_threshold_is_no_total(text):
    assert overall(text)[0] is None


@pytest.mark.parametrize(
    "text",
    [
        "ITA 2563 : 85.12",
        "ผลการประเมิน ITA ของเทศบาลตำบลสมมุติ อำเภอปัว จังหวัดน่าน เท่ากับ 85.12 คะแนน",
        "การประเมิน LPA ได้ 70.00 คะแนน และการประเมิน ITA ได้คะแนน 85.12 คะแนน",
        "ผ่านเกณฑ์การประเมิน ได้คะแนน 85.12",
        "จากตัวชี้วัด 10 ตัวชี้วัด มีผลคะแนนรวม 85.12 คะแนน",
    ],
)
def test_a_total_is_read_beside_words_that_do_not_concern_it(text):
    assert overall(text)[0] == 85.12


@pytest.mark.parametrize(
    "text",
    [
        "ผลคะแนนรวม 81.33/100",
        "ผลคะแนนรวม ๘๑.๓๓ / ๑๐๐ คะแนน",
        "ผลคะแนนรวม 81.33 จาก 100 คะแนน",
        "มีผลคะแนน 81.33 คะแนน จากคะแนนเต็ม 100 คะแนน",
        "ผลการประเมิน คะแนนเต็ม 100 คะแนน ได้ 81.33",
        "ผลการประเมิน เต็ม 100.00 คะแนน ได้ 81.33 คะแนน",
    ],
)
def test_full_marks_are_not_the_total(text):
    assert overall(text)[0] == 81.33


def test_a_total_of_one_hundred_is_still_one():
    assert overall("ผลการประเมิน ได้ 100 คะแนน ระดับ AA") == (100.0, "AA", None)


@pytest.mark.parametrize(
    "lines",
    [
        ("ผลคะแนนรวม", "81.33"),
        ("ผลคะแนนรวม\n81.33 คะแนน",),
        ("ผลการประเมิน ITA ในภาพรวม", "81.33 คะแนน"),
        ("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2563 ได้", "๘๑.๓๓ คะแนน"),
    ],
)
def test_a_total_may_stand_on_a_line_below_its_words(lines):
    assert overall(*lines)[0] == 81.33


@pytest.mark.parametrize(
    "lines",
    [
        ("ผลคะแนน", "88.76", "83.00"),
        ("ผลคะแนน IIT", "88.76"),
        ("การใช้งบประมาณ ผลคะแนน", "88.76"),
        ("ผลคะแนนตามมาตรการของหน่วยงานต่างๆ", "88.76"),
    ],
)
def test_a_number_on_a_line_of_its_own_needs_words_that_lead_on_to_it(lines):
    assert overall(*lines)[0] is None


@pytest.mark.parametrize(
    "lines",
    [
        ("ผลการประเมิน ITA ปี 2562 ได้ 80.10 คะแนน ปี 2563 ได้ 85.12 คะแนน",),
        ("ผลคะแนน ITA ปี 2562 : 80.10", "ผลคะแนน ITA ปี 2563 : 85.12"),
        ("ผลการประเมิน ITA", "ปี 2562 ได้ 80.10 ปี 2563 ได้ 85.12"),
        ("มีผลคะแนน", "- ปี 2562 : 80.10", "- ปี 2563 : 85.12"),
        ("ได้คะแนน 80.10 คะแนน ในปี 2562 และได้คะแนน 85.12 คะแนน ในปี 2563",),
        ("ปี 63 ได้คะแนน 85.12 คะแนน เพิ่มขึ้นจากปี 62 ซึ่งได้คะแนน 80.10 คะแนน",),
    ],
)
def test_of_two_years_the_total_of_the_assessed_year_is_taken(lines):
    assert overall(*lines)[0] == 85.12
    assert overall(*lines, year=None)[0] is None


def test_a_total_said_with_the_assessed_year_wins_over_one_without_a_year():
    assert overall("ผลคะแนนรวม 69.85 คะแนน", "ปี 2563 ได้ผลคะแนน 69.58")[0] == 69.58


@pytest.mark.parametrize(
    "text",
    [
        "ไม่ผ่านเกณฑ์ ระดับผ่านดี",
        "ไม่ผ่านเกณฑ์ (ผ่านดี)",
        "ไม่ผ่านเกณฑ์ระดับ A",
        "ยังไม่ถึงระดับ A",
        "ซึ่งต่ำกว่าเกณฑ์ระดับผ่านดี",
        "ตั้งเป้าให้อยู่ในระดับ A",
        "เป้าหมายปีต่อไป ระดับผ่านดี",
    ],
)
def test_a_level_that_was_not_reached_is_not_the_level(text):
    assert overall(f"ผลการประเมิน 72.50 คะแนน {text}") == (72.5, None, None)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("ไม่ผ่านเกณฑ์ อยู่ในระดับต้องปรับปรุง", "ต้องปรับปรุง"),
        ("ไม่ผ่านเกณฑ์ อยู่ในระดับ C", "C"),
        ("ไม่ผ่านเกณฑ์ (ระดับ C)", "C"),
        ("ระดับ C ไม่ผ่านเกณฑ์ระดับ A", "C"),
        ("ระดับ C ตั้งเป้าระดับ A", "C"),
        ("สูงกว่าปีก่อน (ระดับ C)", "C"),
        ("สูงกว่าเกณฑ์ระดับ C", None),
    ],
)
def test_the_level_that_was_reached_is_read_beside_one_that_was_not(text, level):
    assert overall(f"ผลการประเมิน 72.50 คะแนน {text}") == (72.5, level, None)


def test_an_aim_before_the_total_is_not_its_level():
    assert overall("เป้าหมายระดับ A ผลคะแนน 72.50 คะแนน ระดับ C") == (72.5, "C", None)


OWN = Agency("เทศบาลตำบลสมมุติ", "เทศบาลตำบล")


@pytest.mark.parametrize(
    "other", ["เทศบาลเมืองสมมุติ", "เทศบาลตำบลทดลอง", "อบต.สมมุติ", "องค์การบริหารส่วนจังหวัดน่าน"]
)
def test_the_total_of_another_agency_is_not_the_reports(other):
    assert overall(f"{other} ได้คะแนน 98.00 คะแนน", agency=OWN)[0] is None


@pytest.mark.parametrize(
    "own",
    [
        "เทศบาลตำบลสมมุติ",
        "ทต.สมมุติ",
        "เทศบาลตำบลสมมติ",
        "เทศบาลตำบลสมมุติปีที่แล้ว",
        "เทศบาลตำบล",
    ],
)
def test_the_total_of_the_own_agency_is_read_however_it_is_spelled(own):
    assert overall(f"{own} ได้คะแนน 88.00 คะแนน", agency=OWN)[0] == 88.0


@pytest.mark.parametrize(
    "lines",
    [
        ("- ระดับ : C",),
        ("ระดับผลการประเมิน (Rating Score) : C",),
        ("ผลการประเมิน : C",),
        ("ระดับ", "C"),
    ],
)
def test_a_level_may_stand_on_lines_of_its_own_in_any_form(lines):
    assert overall("- คะแนนรวม : 69.58 คะแนน", *lines) == (69.58, "C", None)


@pytest.mark.parametrize(
    "lines", [("ผลการประเมิน C",), ("ระดับ", "ก", "C"), ("ระดับ C+",)]
)
def test_a_letter_that_nothing_calls_a_level_is_none(lines):
    assert overall("คะแนนรวม : 69.58 คะแนน", *lines) == (69.58, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "ผลการประเมินความเสี่ยงการทุจริต ได้คะแนน 42.50 คะแนน",
        "งบประมาณที่ได้รับตามผลการประเมิน 85.20 ล้านบาท",
        "ผลการประเมิน ITA 2563 หัวข้อ 9.1 ข้อมูลพื้นฐาน",
        "ผลการประเมินตามข้อ 1.1 และ 2.3 พบว่า",
        "ผลการประเมิน ITA เมื่อวันที่ประชุม เวลา 10.30 น.",
        "ผลคะแนนรวม\n2.1 มาตรการ",
        "คะแนนรวมของผู้บริหาร 77.00 คะแนน",
        "คะแนนรวมวิชาความโปร่งใส 77.00 คะแนน",
    ],
)
def test_a_number_of_a_section_of_money_or_of_a_person_is_no_total(text):
    assert overall(text)[0] is None


def test_a_rank_before_the_total_does_not_hide_it():
    text = "ผลการประเมิน ITA อยู่ลำดับที่ 5 ของจังหวัด คะแนน 85.12 คะแนน"

    assert overall(text)[0] == 85.12
