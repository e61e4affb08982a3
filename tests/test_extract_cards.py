"""Measures printed one by one, with labels instead of columns."""

from datetime import date

import pytest

from tests.texts import RESULT, measures_table, read, table

FIRST = """มาตรการที่ 1 จัดทำแผนพัฒนาบุคลากร
วิธีดำเนินการ : 1. สำรวจความต้องการ
2. อบรม
ผู้รับผิดชอบ : สำนักปลัด
ระยะเวลา : ไตรมาส 1
งบประมาณ : ไม่ใช้"""
SECOND = """มาตรการที่ ๒ : ปรับปรุงเว็บไซต์
วิธีดำเนินการ : ลงข้อมูลให้ครบ
ผู้รับผิดชอบ : กองคลัง"""


def measures(*blocks):
    return read(RESULT, *blocks).measures


def test_a_numbered_measure_with_labels_below_is_a_measure():
    one, two = measures(FIRST, SECOND)

    assert (one.no, one.title) == (1, "จัดทำแผนพัฒนาบุคลากร")
    assert one.steps == "1. สำรวจความต้องการ\n2. อบรม"
    assert (one.units, one.period_end) == (("สำนักปลัด",), date(2023, 12, 31))
    assert (two.no, two.title, two.units) == (2, "ปรับปรุงเว็บไซต์", ("กองคลัง",))


def test_a_measure_stands_under_the_instrument_named_above_it():
    found = measures("แบบวัด IIT", FIRST, "แบบวัด OIT", SECOND)

    assert [m.instrument for m in found] == ["IIT", "OIT"]


@pytest.mark.parametrize(("label", "number"), [("มาตรการที่ 3", 3), ("ชื่อมาตรการ", None)])
def test_a_form_of_two_columns_is_a_measure(label, number):
    form = ((label, "หนึ่ง"), ("ขั้นตอน", "ก"), ("ผู้รับผิดชอบ", "กองคลัง"))

    [found] = measures(table(*form))

    assert (found.no, found.title, found.steps) == (number, "หนึ่ง", "ก")


def test_an_activity_under_a_numbered_measure_is_its_steps():
    [found] = measures("มาตรการที่ 1 หนึ่ง\nกิจกรรม : อบรมพนักงาน\nผู้รับผิดชอบ : กองคลัง")

    assert (found.title, found.steps) == ("หนึ่ง", "อบรมพนักงาน")


@pytest.mark.parametrize(
    "prose",
    [
        "ในการจัดทำมาตรการได้วิเคราะห์ผล ดังนี้\n1. จุดแข็ง\n2. จุดอ่อน",
        "มาตรการที่ 1 ได้ผลดี",
        "มาตรการ : ปรับปรุงเว็บไซต์\nผู้รับผิดชอบ : กองคลัง",
        "ผู้รับผิดชอบ : กองคลัง\nระยะเวลา : ทั้งปี",
    ],
)
def test_prose_without_enough_labels_is_no_measure(prose):
    assert measures(prose) == ()


def test_what_is_signed_under_the_last_measure_reaches_no_field():
    found = measures(FIRST, f"{SECOND}\nผลการดำเนินการ : ลงแล้ว\n( ทดลอง ชื่อปลอม )")

    assert found[1].result == "ลงแล้ว"
    assert "ชื่อปลอม" not in repr(found)


def test_labels_count_only_where_no_table_lists_measures():
    found = measures(FIRST, measures_table(("1", "หนึ่ง", "ก", "กองคลัง", "ทั้งปี")))

    assert [m.title for m in found] == ["หนึ่ง"]
