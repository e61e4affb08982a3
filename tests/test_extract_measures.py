from datetime import date

import pytest

from tests.texts import HEADER, grids_of, measures_table, read, table


def measures(*blocks):
    return read(*blocks).measures


def row(no, title, steps="ทำตามแผน", who="กองคลัง", when="ปีงบประมาณ 2567"):
    return (no, title, steps, who, when)


def test_a_row_is_a_measure_with_all_its_fields():
    header = (
        "ที่\tมาตรการ\tวิธีดำเนินการ\tผู้รับผิดชอบ\tระยะเวลา\tผลการดำเนินการ"
        "\tผลลัพธ์\tการติดตามผล\tข้อเสนอแนะ"
    )
    cells = ("๑", "เปิดข้อมูล", "ลงเว็บไซต์", "คลัง", "ทั้งปี", "ลงแล้ว", "รู้ทั่ว", "ดูแล", "ทำต่อ")

    [found] = measures(measures_table(cells, header=header))

    assert (found.no, found.title, found.description) == (1, "เปิดข้อมูล", None)
    assert (found.steps, found.responsible, found.period) == ("ลงเว็บไซต์", "คลัง", "ทั้งปี")
    assert (found.result, found.outcome) == ("ลงแล้ว", "รู้ทั่ว")
    assert (found.follow_up, found.recommendation) == ("ดูแล", "ทำต่อ")
    assert found.units == ("กองคลัง",)
    assert (found.period_start, found.period_end) == (
        date(2023, 10, 1),
        date(2024, 9, 30),
    )


def test_a_measure_knows_its_line():
    found = measures(measures_table(row("1", "หนึ่ง"), row("2", "สอง")))

    assert [m.place.line for m in found] == [4, 5]


@pytest.mark.parametrize("mark", ["", "-", "–", "....."])
def test_a_cell_that_says_nothing_is_none(mark):
    [found] = measures(measures_table(row("1", "หนึ่ง", mark, mark, mark)))

    assert (found.steps, found.responsible, found.period) == (None, None, None)
    assert (found.units, found.period_start, found.period_end) == ((), None, None)


@pytest.mark.parametrize(
    ("no", "title", "number", "name"),
    [
        ("๑", "เปิดข้อมูล", 1, "เปิดข้อมูล"),
        ("2.", "เปิดข้อมูล", 2, "เปิดข้อมูล"),
        ("", "๓.เปิดข้อมูล", 3, "เปิดข้อมูล"),
        ("", "(4) เปิดข้อมูล", 4, "เปิดข้อมูล"),
        ("", "๕) เปิดข้อมูล", 5, "เปิดข้อมูล"),
        ("", "มาตรการที่ 6 เปิดข้อมูล", 6, "เปิดข้อมูล"),
        ("", "มาตรการที่ ๗ : เปิดข้อมูล", 7, "เปิดข้อมูล"),
        ("", "1.2 เปิดข้อมูล", None, "เปิดข้อมูล"),
        ("", "เปิดข้อมูล", None, "เปิดข้อมูล"),
        ("", "2567 เปิดข้อมูล", None, "2567 เปิดข้อมูล"),
        ("", "5 ส. ในสำนักงาน", None, "5 ส. ในสำนักงาน"),
    ],
)
def test_the_printed_number_is_no_part_of_the_title(no, title, number, name):
    [found] = measures(measures_table(row(no, title)))

    assert (found.no, found.title) == (number, name)


@pytest.mark.parametrize(
    ("cell", "title", "description"),
    [
        ("<p>เปิดข้อมูล</p><p>ให้ครบ</p>", "เปิดข้อมูล", "ให้ครบ"),
        ("<p>เปิดข้อมูล</p><p>- ให้ครบ</p><p>- ให้ไว</p>", "เปิดข้อมูล", "- ให้ครบ\n- ให้ไว"),
        ("เปิดข้อมูล - ให้ครบ - ให้ไว", "เปิดข้อมูล", "- ให้ครบ - ให้ไว"),
        ("เปิดข้อมูล ๑. ให้ครบ ๒. ให้ไว", "เปิดข้อมูล", "๑. ให้ครบ ๒. ให้ไว"),
        ("เปิดข้อมูล • ให้ครบ", "เปิดข้อมูล", "• ให้ครบ"),
        ("เปิดข้อมูล ปี 2566 - 2567", "เปิดข้อมูล ปี 2566 - 2567", None),
        ("เปิดข้อมูล (ITA)", "เปิดข้อมูล (ITA)", None),
    ],
)
def test_the_title_ends_at_the_first_paragraph_or_item_under_it(
    cell, title, description
):
    [found] = measures(measures_table(row("1", cell)))

    assert (found.title, found.description) == (title, description)


def test_digits_and_damaged_letters_stay_as_printed():
    [found] = measures(measures_table(row("1", "การใช้อํานาจ ๕ ข้อ", "ด าเนินการ ๒ ครั้ง")))

    assert (found.title, found.steps) == ("การใช้อํานาจ ๕ ข้อ", "ด าเนินการ ๒ ครั้ง")


def test_rows_without_number_and_title_go_on_with_the_measure_above():
    block = measures_table(
        row("1", "หนึ่ง", "๑. วางแผน"), ("", "", "๒. ทำจริง", "", ""), row("2", "สอง")
    )

    one, two = measures(block)

    assert one.steps == "๑. วางแผน\n๒. ทำจริง"
    assert two.steps == "ทำตามแผน"


@pytest.mark.parametrize("gap", ["\n\n", "\n\n- 2 -\n\n", "\n\n\f", "\n"])
def test_a_row_that_a_page_break_cut_is_joined(gap):
    first = measures_table(row("1", "หนึ่ง", "๑. วางแผน"))
    second = table(("", "", "๒. ทำจริง", "สำนักปลัด", ""), row("2", "สอง"))

    one, two = measures(first + gap + second)

    assert one.steps == "๑. วางแผน\n๒. ทำจริง"
    assert one.units == ("กองคลัง", "สำนักปลัด")
    assert two.no == 2


def test_a_row_is_joined_when_the_header_comes_back_on_the_new_page():
    block = measures_table(
        row("1", "หนึ่ง", "๑. วางแผน"), HEADER, ("", "", "๒. ทำจริง", "", "")
    )

    [found] = measures(block)

    assert found.steps == "๑. วางแผน\n๒. ทำจริง"


def test_a_title_cut_by_a_page_break_is_joined():
    block = measures_table(
        row("1", "เปิดข้อมูลบน", "ทำ"), HEADER, ("", "เว็บไซต์", "ต่อ", "", "")
    )

    [found] = measures(block)

    assert found.title == "เปิดข้อมูลบน เว็บไซต์"


def test_a_heading_row_is_the_group_of_the_rows_under_it():
    block = measures_table(
        ("ด้านบริการ", "", "", "", ""),
        row("1", "หนึ่ง"),
        ("ด้านบุคคล",),
        row("1", "สอง"),
    )

    assert [(m.group, m.no) for m in measures(block)] == [
        ("ด้านบริการ", 1),
        ("ด้านบุคคล", 1),
    ]


def test_a_heading_row_that_names_an_instrument_sets_it_too():
    block = measures_table(
        ("แบบวัด EIT",), row("1", "หนึ่ง"), ("แบบวัด OIT",), row("2", "สอง")
    )

    assert [m.instrument for m in measures(block)] == ["EIT", "OIT"]


def test_a_group_ends_with_its_table_when_other_text_follows():
    one = measures_table(("ด้านบริการ",), row("1", "หนึ่ง"))

    found = measures(one, "ข้อความคั่น", measures_table(row("2", "สอง")))

    assert [m.group for m in found] == ["ด้านบริการ", None]


def test_a_group_goes_on_behind_a_page_mark():
    one = measures_table(("ด้านบริการ",), row("1", "หนึ่ง"))

    found = measures(one, "- 4 -", measures_table(row("2", "สอง")))

    assert [m.group for m in found] == ["ด้านบริการ"] * 2


def test_columns_are_found_by_their_headers_in_any_order():
    header = "ระยะเวลา\tผู้รับผิดชอบ\tมาตรการ\tวิธีดำเนินการ\tที่"
    cells = ("มกราคม 2567", "กองช่าง", "หนึ่ง", "ทำ", "9")

    [found] = measures(measures_table(cells, header=header))

    assert (found.no, found.title, found.units) == (9, "หนึ่ง", ("กองช่าง",))
    assert found.period_start == date(2024, 1, 1)


def test_a_measure_printed_twice_is_one_and_is_reported():
    block = measures_table(row("1", "หนึ่ง", "วางแผนงานให้ครบทุกด้าน"), row("2", "สอง"))

    report = read(block, "พิมพ์อีกครั้ง", block.replace("ครบทุกด้าน", "ครบทกด้าน"))

    assert [m.title for m in report.measures] == ["หนึ่ง", "สอง"]
    [copies] = [f for f in report.findings if f.code == "duplicate_measures"]
    assert dict(copies.parameters) == {"count": 2}
    assert copies.measure == 0


def test_measures_of_one_title_and_different_steps_are_two():
    block = measures_table(
        row("1", "อบรม", "สอนเรื่องการเงิน"), row("1", "อบรม", "พาไปดูงาน")
    )

    assert len(measures(block)) == 2


def test_a_table_without_measures_is_none():
    block = table("ที่\tรายการ\tจำนวน", ("1", "กระดาษ", "5"))

    assert not grids_of(block)[0].has("title")
    assert len(measures(measures_table(row("1", "หนึ่ง")), block)) == 1


def test_a_committee_of_the_same_width_behind_the_measures_is_no_measure():
    block = measures_table(row("1", "หนึ่ง"))
    members = table(
        ("ที่", "ชื่อ - สกุล", "ตำแหน่ง", "หน้าที่", "หมายเหตุ"),
        ("1", "ทดลอง ชื่อปลอม", "ปลัดเทศบาล", "ประธานกรรมการ", ""),
    )

    for behind in (members, members.split("\n")[1]):
        assert [m.title for m in measures(block, "คณะกรรมการ", behind)] == ["หนึ่ง"]


def test_a_measure_whose_words_look_like_a_header_is_a_measure():
    block = measures_table(row("1", "มาตรการลดขั้นตอน", "ปรับวิธีการให้สั้น"), row("2", "สอง"))

    assert [m.title for m in measures(block)] == ["มาตรการลดขั้นตอน", "สอง"]


def test_a_row_that_numbers_the_columns_is_no_measure():
    block = measures_table(("(1)", "(2)", "(3)", "(4)", "(5)"), row("1", "หนึ่ง"))

    assert [m.title for m in measures(block)] == ["หนึ่ง"]


@pytest.mark.parametrize(
    "signed",
    [
        ("", "(ลงชื่อ)..........", "", "( ทดลอง ชื่อปลอม )", ""),
        ("( ทดลอง ชื่อปลอม )", "", "", "", ""),
        ("", "", "( ทดลอง ชื่อปลอม )", "( ทดสอบ ชื่อปลอม )", ""),
        ("ลงชื่อ", "ทดลอง ชื่อปลอม", "", "", ""),
    ],
)
def test_a_row_of_signatures_under_the_measures_reaches_no_field(signed):
    found = measures(measures_table(row("1", "หนึ่ง"), signed, row("2", "สอง")))

    assert [(m.title, m.group) for m in found] == [("หนึ่ง", None), ("สอง", None)]
    assert "ชื่อปลอม" not in repr(found)


def test_signing_a_declaration_is_a_measure():
    block = measures_table(row("1", "ลงนามประกาศเจตนารมณ์", "ลงชื่อเข้าร่วมทุกคน"))

    assert [m.title for m in measures(block)] == ["ลงนามประกาศเจตนารมณ์"]


def test_a_merged_indicator_beside_the_measures_is_the_group_of_all_its_rows():
    header = "ตัวชี้วัด\tมาตรการ\tขั้นตอน\tผู้รับผิดชอบ"
    rows = (
        ("การใช้งบประมาณ", "หนึ่ง", "ก", "กองคลัง"),
        ("", "สอง", "ข", "กองคลัง"),
        ("การใช้อำนาจ", "สาม", "ค", "สำนักปลัด"),
    )

    groups = [m.group for m in measures(measures_table(*rows, header=header))]

    assert groups == ["การใช้งบประมาณ", "การใช้งบประมาณ", "การใช้อำนาจ"]


def test_every_measure_keeps_a_title():
    block = measures_table(row("1", ""), row("2", "-"), row("3", "สาม"), row("", "4."))

    assert [m.title for m in measures(block)] == ["สาม"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("1", "อบรมรุ่นที่ 1", "ก"), ("1", "อบรมรุ่นที่ 2", "ก")),
        (("1", "อบรม", "ก", "กองคลัง"), ("1", "อบรม", "ก", "กองช่าง")),
        (("1", "อบรม", "ก", "ข", "ไตรมาส 1"), ("1", "อบรม", "ก", "ข", "ไตรมาส 2")),
    ],
)
def test_measures_that_print_different_facts_are_no_copies(one, other):
    pad = ("", "", "")

    assert len(measures(measures_table((*one, *pad)[:5], (*other, *pad)[:5]))) == 2


@pytest.mark.parametrize(
    "last",
    [
        ("", "รวม", "", "", "50,000"),
        ("", "รวมทั้งสิ้น", "", "", "50,000 บาท"),
        ("รวม", "2 มาตรการ", "", "", ""),
        ("รวมทั้งสิ้น ๒ มาตรการ", "", "", "", ""),
        ("หมายเหตุ", "อาจเปลี่ยนได้", "", "", ""),
        ("", "หมายเหตุ : อาจเปลี่ยนได้", "ตามสถานการณ์", "", ""),
        ("", "3", "ทำตามแผน", "กองคลัง", ""),
        ("5",),
    ],
)
def test_a_total_a_note_and_a_bare_number_are_no_measures(last):
    found = measures(measures_table(row("1", "หนึ่ง"), row("2", "สอง"), last))

    assert [(m.no, m.title) for m in found] == [(1, "หนึ่ง"), (2, "สอง")]
    assert "อาจเปลี่ยน" not in repr(found)


def test_a_measure_that_begins_like_a_total_is_one():
    found = measures(measures_table(row("1", "รวมศูนย์บริการไว้ที่เดียว")))

    assert [m.title for m in found] == ["รวมศูนย์บริการไว้ที่เดียว"]


def test_rows_under_a_measure_without_a_title_are_not_the_next_ones():
    block = measures_table(row("1", "หนึ่ง"), row("2", ""), ("", "", "ต่อ", "", ""))

    assert [m.steps for m in measures(block)] == ["ทำตามแผน"]


@pytest.mark.parametrize("first", ["มาตรการที่", "มาตรการ", "ลำดับมาตรการ"])
@pytest.mark.parametrize("number", ["1", "๑.", "มาตรการที่ 1", "ข้อ 1"])
def test_the_name_of_a_measure_beats_its_number(first, number):
    header = f"{first}\tชื่อมาตรการ\tขั้นตอน"

    [found] = measures(measures_table((number, "หนึ่ง", "ก"), header=header))

    assert (found.no, found.title, found.steps) == (1, "หนึ่ง", "ก")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("อบรมพนักงานด้านการเงิน", "ก"), ("อบรมพนักงานด้านการช่าง", "ก")),
        (("อบรมพนักงานกลุ่ม ก", "ก"), ("อบรมพนักงานกลุ่ม ข", "ก")),
        (("อบรมพนักงาน", "จัดอบรมครั้งที่ 1"), ("อบรมพนักงาน", "จัดอบรมครั้งที่ 2")),
        (("อบรมพนักงาน", "ก", "กองคลัง"), ("อบรมพนักงาน", "ก", "กองช่าง")),
    ],
)
def test_measures_without_numbers_whose_titles_are_only_near_are_two(one, other):
    header = "มาตรการ\tขั้นตอน\tผู้รับผิดชอบ"

    assert len(measures(measures_table(one, other, header=header))) == 2


def test_a_measure_without_a_number_that_is_printed_twice_is_one():
    header = "มาตรการ\tขั้นตอน\tผู้รับผิดชอบ"
    block = measures_table(("อบรมพนักงาน", "สอน", "กองคลัง"), header=header)

    assert len(measures(block, "อีกครั้ง", block)) == 1


def facts(*rows):
    return [(m.units, m.period) for m in measures(measures_table(*rows))]


CLERK, TREASURY = ("สำนักปลัด",), ("กองคลัง",)


def test_a_cell_merged_over_a_whole_column_counts_for_all_its_rows():
    found = facts(
        row("1", "หนึ่ง", who="กองคลัง", when="ทั้งปี"),
        row("2", "สอง", who="", when=""),
        row("3", "สาม", who="", when=""),
    )

    assert found == [(TREASURY, "ทั้งปี")] * 3


def test_a_merged_cell_ends_with_its_group():
    found = facts(
        ("ด้านที่ 1",),
        row("1", "หนึ่ง", who="กองคลัง"),
        row("2", "สอง", who=""),
        ("ด้านที่ 2",),
        row("1", "สาม", who="สำนักปลัด"),
        row("2", "สี่", who=""),
    )

    assert [units for units, _ in found] == [TREASURY, TREASURY, CLERK, CLERK]


def test_a_merged_cell_goes_on_behind_a_page_break():
    block = measures_table(
        row("1", "หนึ่ง"), row("2", "สอง", who=""), HEADER, row("3", "สาม", who="")
    )

    assert [m.units for m in measures(block)] == [TREASURY] * 3


@pytest.mark.parametrize(
    "cells",
    [
        ("กองคลัง", ""),
        ("กองคลัง", "-", ""),
        ("กองคลัง", "", "กองช่าง", ""),
        ("", "กองคลัง", ""),
    ],
)
def test_a_blank_that_may_be_an_omission_stays_missing(cells):
    found = facts(*(row(str(at), f"ชื่อ{at}", who=cell) for at, cell in enumerate(cells)))

    assert [bool(units) for units, _ in found] == [len(cell) > 1 for cell in cells]


@pytest.mark.parametrize("mark", ['"', "”", "- ” -", "〃"])
def test_marks_for_as_above_stand_for_the_words_above(mark):
    found = facts(row("1", "หนึ่ง", when="ทั้งปี"), row("2", "สอง", who=mark, when=mark))

    assert found == [(TREASURY, "ทั้งปี")] * 2


def test_a_mark_for_as_above_with_nothing_above_says_nothing():
    assert facts(row("1", "หนึ่ง", who='"', when='"')) == [((), None)]


@pytest.mark.parametrize("number", ["", "1"])
def test_a_title_that_is_printed_again_with_a_note_that_it_goes_on_is_one(number):
    again = measures_table((number, "หนึ่ง (ต่อ)", "ข", "", ""))

    [found] = measures(measures_table(row("1", "หนึ่ง", "ก")), "- 2 -", again)

    assert (found.title, found.steps) == ("หนึ่ง", "ก\nข")


def test_a_heading_that_its_format_repeats_in_every_column_is_the_group():
    found = measures(measures_table(("ด้านบริการ",) * 5, row("1", "หนึ่ง")))

    assert [(m.title, m.group) for m in found] == [("หนึ่ง", "ด้านบริการ")]


@pytest.mark.parametrize(
    "rows",
    [
        (("(ก)", "(ข)", "(ค)", "(ง)", "(จ)"),),
        (("1", "การใช้อำนาจ", "80.00", "85", "ไม่ผ่าน"),),
        (
            ("ลำดับ", "รายการ", "จำนวนเงิน", "หมวด", "หมายเหตุ"),
            ("1", "กระดาษ", "500", "วัสดุ", ""),
        ),
    ],
)
def test_rows_of_another_table_under_the_measures_are_none(rows):
    found = measures(measures_table(row("1", "หนึ่ง"), *rows))

    assert [m.title for m in found] == ["หนึ่ง"]
