"""Scores that are no ordinary table: lists in running text, tables on their side."""

import time

import pytest

from itadash import framework
from itadash.extract.grids import grids
from itadash.extract.scores import extract_scores
from tests.texts import POINTS, document, measures_table, table

NAMES = [one.name for one in framework.indicators()]
TEN = dict(enumerate(POINTS, start=1))
SCORES = [f"{points:.2f}" for points in POINTS]
BEFORE = ["50.00"] * 10
LISTED = list(enumerate(zip(NAMES, SCORES, strict=True), start=1))


def points(*blocks, year=2566):
    text = document(*blocks)
    return {s.indicator: s.score for s in extract_scores(text, grids(text), year)[0]}


def lines(pattern):
    return "\n".join(pattern.format(at=at, n=n, p=p) for at, (n, p) in LISTED)


@pytest.mark.parametrize(
    "pattern",
    [
        "ตัวชี้วัดที่ {at} {n} ได้ {p} คะแนน",
        "{at}. {n} ได้คะแนน {p}",
        "- ตัวชี้วัดที่ {at} {n} ร้อยละ {p}",
        "{at}) ตัวชี้วัด{n} : {p} คะแนน",
        "{n} มีคะแนนเฉลี่ยเท่ากับ {p} คะแนน",
        "ตัวชี้วัดที่ {at} {n} (IIT) = {p} (ผ่าน)",
        "{n} ได้ {p} คะแนน อยู่ในระดับ A",
    ],
)
def test_an_indicator_and_its_score_may_stand_in_a_line(pattern):
    assert points(lines(pattern)) == TEN


@pytest.mark.parametrize(
    "pattern",
    [
        "{n} เพิ่มขึ้น {p} คะแนน",
        "{n} ปี 2565 ได้ {p} คะแนน",
        "{n} เป้าหมาย {p} คะแนน",
        "{n} ได้ {p} คะแนน จากเดิม 70.00 คะแนน",
        "พัฒนา{n} ได้ {p} คะแนน",
        "แบบวัด{n} ได้ {p} คะแนน",
    ],
)
def test_other_words_beside_the_number_leave_it_out(pattern):
    assert points(lines(pattern)) == {}


@pytest.mark.parametrize(
    "between", ["ตัวชี้วัดที่ {at} {n} {p} คะแนน ", "{at}. {n} {p} ", "{n} ได้ {p} คะแนน, "]
)
def test_all_indicators_may_stand_in_one_line(between):
    line = "".join(between.format(at=at, n=n, p=p) for at, (n, p) in LISTED)

    assert points(f"ผลคะแนนรายตัวชี้วัด {line}") == TEN


def test_in_one_line_a_number_with_other_words_is_left_out():
    line = (
        "การใช้อำนาจ 86.25 คะแนน การใช้งบประมาณ 80.00 คะแนน ลดลงจากปีก่อน"
        " การปฏิบัติหน้าที่ 88.50 คะแนน คุณภาพการดำเนินงาน ดีขึ้น 90.00 คะแนน"
        " การป้องกันการทุจริต 50.00"
    )

    assert points(line) == {}  # words of a change make all of the line doubtful
    assert points(line.replace("ลดลงจากปีก่อน", "ควรเร่งแก้")) == {
        1: 88.5,
        3: 86.25,
        10: 50,
    }


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("ผลการประเมิน ปี 2566", TEN),
        ("ผลการประเมิน ปี 2566 เพื่อจัดทำมาตรการ ปี 2567", TEN),
        ("ผลการประเมิน ปี 2565", {}),
        ("คะแนนปี 2565 และปี 2566", {}),
        ("คะแนนเป้าหมายรายตัวชี้วัด", {}),
        ("เป้าหมายปีต่อไป", {}),
        ("ปีงบประมาณ พ.ศ. 2565", {}),
        ("ปีงบประมาณ พ.ศ. 2566", TEN),
    ],
)
def test_a_list_counts_under_words_that_announce_the_assessed_year(heading, found):
    assert points(heading, lines("{n} {p} คะแนน")) == found


def test_of_two_lists_the_one_of_the_assessed_year_counts():
    old = lines("{n} 50.00 คะแนน")

    assert points("ปี 2565", old, "ปี 2566", lines("{n} {p} คะแนน")) == TEN


def test_a_list_counts_beside_a_measures_table_that_names_indicators():
    measures = measures_table(
        ("การใช้อำนาจ", "อบรม", "กองคลัง"), header="ตัวชี้วัด\tมาตรการ\tผู้รับผิดชอบ"
    )

    assert points(lines("{n} {p} คะแนน"), measures) == TEN


NUMBERED = [f"ตัวชี้วัดที่ {at} {n}" for at, (n, _) in LISTED]
AGENCY = "องค์การบริหารส่วนจังหวัดน่าน"


@pytest.mark.parametrize(
    "rows",
    [
        (NAMES, SCORES),
        (NUMBERED, SCORES),
        (("หน่วยงาน", *NAMES), (AGENCY, *SCORES)),
        (("ปี", *NAMES, "รวม"), ("2566", *SCORES, "78.82")),
        (("ปี", *NAMES), ("2565", *BEFORE), ("ปี ๒๕๖๖", *SCORES)),
        (("", *NAMES), ("คะแนนเต็ม", *["100"] * 10), ("คะแนนที่ได้", *SCORES)),
        (("", *NAMES), ("ค่าเฉลี่ยระดับประเทศ", *BEFORE), ("คะแนน", *SCORES)),
        (("", "IIT", *[""] * 9), ("", *NAMES), ("", *SCORES)),
    ],
)
def test_a_table_may_lie_on_its_side(rows):
    assert points(table(*rows)) == TEN


@pytest.mark.parametrize(
    "rows",
    [
        (("หน่วยงาน", *NAMES), ("ก", *SCORES), ("ข", *BEFORE)),
        (("ปี", *NAMES), ("2565", *SCORES)),
        (("ปี", *NAMES), ("2564", *SCORES), ("2565", *BEFORE)),
        (("", *NAMES), ("ผลต่าง", *SCORES)),
        ([f"ตัวชี้วัดที่ {at}" for at in range(1, 11)], SCORES),
        (NAMES, ["ผ่าน"] * 10),
    ],
)
def test_rows_of_others_of_other_years_and_without_names_give_no_score(rows):
    assert points(table(*rows)) == {}


def test_a_table_on_its_side_under_the_caption_of_another_year_gives_no_score():
    assert points("ตารางแสดงผลการประเมิน ปี 2565", table(NAMES, SCORES)) == {}


def test_a_table_on_its_side_under_a_caption_of_others_gives_no_score():
    assert points("คะแนนของหน่วยงานต้นแบบ", table(NAMES, SCORES)) == {}


def test_a_numbered_caption_tells_the_year_of_its_table():
    old, new = (
        table("ตัวชี้วัด\tคะแนน", *zip(NAMES, s, strict=True)) for s in (BEFORE, SCORES)
    )

    found = points("1. ผลการประเมิน ปี 2565", old, "2. ผลการประเมิน ปี 2566", new)

    assert found == TEN


@pytest.mark.parametrize("part", ["การใช้อำนาจ ได้คะแนน ", "ที่ 1 ", "86.25 ", "คะแนน" * 9])
def test_long_lines_are_read_in_no_time(part):
    started = time.perf_counter()

    points("การใช้อำนาจ 86.25 การใช้งบประมาณ 80.00 " + part * 2000)

    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    "printed", ["66.2 5", "6 6.25", "66 .2 5", "๖๖.๒ ๕", "66.2\n5"]
)
def test_digits_that_a_blank_parts_are_no_score(printed):
    found = points(f"คุณภาพการดำเนินงาน ได้ร้อยละ {printed}")

    assert 66.25 not in found.values()


@pytest.mark.parametrize("printed", ["66. 25", "66 .25", "66,25", "๖๖. ๒๕", " 66.25 "])
def test_blanks_beside_the_point_part_no_score(printed):
    assert points(f"คุณภาพการดำเนินงาน ได้ร้อยละ {printed}") == {6: 66.25}


def test_a_comma_parts_decimals_but_no_thousands():
    assert points("คุณภาพการดำเนินงาน ได้ร้อยละ 66,250") == {}
    assert points("คุณภาพการดำเนินงาน ได้ 6,250 คะแนน") == {}
