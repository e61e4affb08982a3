import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash import thai
from itadash.extract.units import ALL_UNITS, units

OFFICE = "สำนักปลัด"


@pytest.mark.parametrize(
    "text",
    [
        "สำนักปลัด",
        "สำนักงานปลัด",
        "สำนักปลัดเทศบาล",
        "สํานักปลัดเทศบาล",
        "สำนักงานปลัดเทศบาล",
        "สำนักปลัด อบต.",
        "สำนักงานปลัด อบต.",
        "สำนักปลัดองค์การบริหารส่วนตำบล",
        "สำนัก ปลัดเทศบาล",
        "- สำนักปลัดฯ",
        "๑. สำนักปลัด",
    ],
)
def test_every_way_to_write_the_office_of_the_clerk_is_one_unit(text):
    assert units(text) == (OFFICE,)


@pytest.mark.parametrize(
    "text",
    [
        "ทุกกอง",
        "ทุกสำนัก/กอง",
        "ทุกส่วนราชการ",
        "ทุกส่วนงาน",
        "ทุกหน่วยงาน",
        "สำนัก/กอง/งานต่างๆ",
        "- สำนัก/กอง/งาน ต่างๆ",
        "ทุกสำนัก ทุกกอง",
        "ทุกกอง/ทุกฝ่าย",
    ],
)
def test_every_way_to_say_all_units_is_one(text):
    assert units(text) == (ALL_UNITS,)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "-",
        "เจ้าหน้าที่ที่เกี่ยวข้อง",
        "เจ้าหน้าที่ที่เกี่ยวข้องของสำนัก/กอง/งาน",
        "หน่วยงานที่เกี่ยวข้อง",
        "ผู้บริหาร",
        "คณะกรรมการที่ได้รับแต่งตั้ง",
        "กอง",
        "นายกเทศมนตรี",
    ],
)
def test_a_nameless_collective_or_a_post_is_no_unit(text):
    assert units(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("คลัง", ("กองคลัง",)),
        ("กองคลังฯ", ("กองคลัง",)),
        ("กองช่าง", ("กองช่าง",)),
        ("สำนักปลัด กองคลัง กองช่าง", (OFFICE, "กองคลัง", "กองช่าง")),
        ("สำนักปลัดกองคลังกองช่าง", (OFFICE, "กองคลัง", "กองช่าง")),
        ("สำนักปลัด/กองคลัง", (OFFICE, "กองคลัง")),
        ("สำนักปลัด, กองคลัง และกองช่าง", (OFFICE, "กองคลัง", "กองช่าง")),
        ("๑) กองคลัง ๒) สำนักปลัด", ("กองคลัง", OFFICE)),
        ("กองคลัง\nกองคลัง", ("กองคลัง",)),
        ("งานพัสดุฯ กองคลัง", ("งานพัสดุ", "กองคลัง")),
        ("- งานประชาสัมพันธ์ สำนักปลัดเทศบาล", ("งานประชาสัมพันธ์", OFFICE)),
        ("หน่วยตรวจสอบภายใน", ("หน่วยตรวจสอบภายใน",)),
        ("กองการศึกษา ศาสนาและวัฒนธรรม", ("กองการศึกษา ศาสนาและวัฒนธรรม",)),
        ("ทุกกอง และสำนักปลัด", (ALL_UNITS, OFFICE)),
        ("กองสวัสดิการสังคม (งานพัฒนาชุมชน)", ("กองสวัสดิการสังคม", "งานพัฒนาชุมชน")),
        ("ผู้อำนวยการกองคลัง", ("กองคลัง",)),
        ("กองน้ำบาดาล", ("กองน้ำบาดาล",)),
    ],
)
def test_units_are_named_once_each_in_the_order_of_print(text, found):
    assert units(text) == found


def test_a_name_of_the_agency_behind_its_unit_is_no_unit_of_its_own():
    assert units("สำนักปลัดเทศบาลตำบลกองทูล") == (OFFICE,)
    assert units("กองคลัง องค์การบริหารส่วนตำบลกองควาย") == ("กองคลัง",)


@given(st.text("สำนักปลัดกองคลังงานฝ่ายทุก/ฯ-, \n๑.ๆต่าง()เทศบาล", max_size=40))
def test_every_unit_stands_once_and_stands_in_the_cell(text):
    found = units(text)

    assert len(set(found)) == len(found)
    known = {ALL_UNITS, OFFICE, "กองคลัง"}
    assert all(u in known or thai.key(u) in thai.key(text) for u in found)


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ("กองช่าง/คลัง/สำนักปลัด", ("กองช่าง", "กองคลัง", "สำนักปลัด")),
        ("เจ้าหน้าที่งานพัสดุ", ("งานพัสดุ",)),
    ],
)
def test_a_unit_behind_a_slash_or_its_staff_is_kept(cell, named):
    assert units(cell) == named
