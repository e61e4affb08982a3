"""Whose score a total is: the agency's, a province's, a region's or a band's."""

import pytest

from itadash.model import Agency
from tests.test_extract_overall import overall

KIND = "องค์การบริหารส่วนตำบล"
OWN = Agency(f"{KIND}สมมุติ", KIND, "ปัว", "น่าน")
PAO = Agency("องค์การบริหารส่วนจังหวัดน่าน", "องค์การบริหารส่วนจังหวัด", None, "น่าน")


@pytest.mark.parametrize(
    "lines",
    [
        ("คะแนนเฉลี่ยจังหวัดน่าน 88.20 คะแนน ระดับ A",),
        ("คะแนนเฉลี่ยภาคเหนือ 88.20 คะแนน",),
        ("ภาพรวมของเขตตรวจราชการที่ 15 ได้คะแนน 88.20 คะแนน",),
        ("คะแนนเฉลี่ยเทศบาลตำบล 88.20 คะแนน",),
        (f"คะแนนเฉลี่ยของ{KIND}ทั้งหมด 88.20 คะแนน ระดับ A",),
        ("เทศบาลตำบลมีคะแนนเฉลี่ย 88.20 คะแนน",),
        ("ภาพรวมภาคตะวันออกเฉียงเหนือ ผลคะแนน 88.20 คะแนน",),
        ("จังหวัดน่านได้คะแนนเฉลี่ย 88.20 คะแนน อยู่ในระดับ A",),
        ("ผลการประเมิน ITA ของ จ.น่าน ได้ 88.20 คะแนน",),
        ("องค์การบริหารส่วนตำบลในจังหวัดน่าน มีคะแนนเฉลี่ย 88.20",),
        ("องค์การบริหารส่วนตำบลในอำเภอปัว ได้คะแนน 88.20",),
        (f"{KIND}สมมุติ ต่ำกว่าคะแนนเฉลี่ยจังหวัดน่าน 88.20 คะแนน",),
        ("คะแนนเฉลี่ย 88.20 คะแนน (ระดับประเทศ)",),
        ("คะแนนเฉลี่ยจังหวัดน่าน", "88.20 คะแนน"),
        (f"{KIND}สมมุติ", "จังหวัดน่านได้คะแนนเฉลี่ย 88.20 คะแนน"),
    ],
)
def test_the_mean_of_a_province_or_a_region_is_no_total(lines):
    assert overall(*lines, agency=OWN) == (None, None, None)


@pytest.mark.parametrize(
    "lines",
    [
        (f"{KIND}สมมุติ อำเภอปัว จังหวัดน่าน ได้คะแนนรวม 86.13 คะแนน",),
        (f"{KIND}สมมุติ จังหวัดน่าน ผลคะแนน ITA 86.13",),
        (f"ผลคะแนน ITA {KIND}สมมุติ อำเภอปัว จังหวัดน่าน 86.13 คะแนน",),
        (f"จังหวัดน่าน {KIND}สมมุติ ได้คะแนน 86.13 คะแนน",),
        (f"{KIND}สมมุติ", "อำเภอปัว จังหวัดน่าน ได้คะแนนรวม 86.13 คะแนน"),
        (f"{KIND}สมมุติ อำเภอปัว", "จังหวัดน่าน ได้คะแนนรวม 86.13 คะแนน"),
        ("จังหวัด : น่าน คะแนนรวม : 86.13",),
        (f"{KIND} ได้คะแนน 86.13 คะแนน",),
        ("สำนักงาน ป.ป.ช. ประจำจังหวัดน่าน ประกาศผลคะแนน 86.13 คะแนน",),
        ("ได้คะแนนรวม 86.13 คะแนน สูงกว่าคะแนนเฉลี่ยจังหวัดน่าน 80.20 คะแนน",),
    ],
)
def test_the_province_of_the_address_or_of_an_office_takes_no_total_away(lines):
    assert overall(*lines, agency=OWN) == (86.13, None, None)


def test_a_provincial_administration_is_no_province():
    text = "องค์การบริหารส่วนจังหวัดน่าน ได้คะแนน 86.13 คะแนน"

    assert overall(text, agency=PAO)[0] == 86.13


@pytest.mark.parametrize("name", [f"{KIND}สมมุติ", "อบต.สมมุติ"])
@pytest.mark.parametrize("place", ["", "อำเภอปัว จังหวัดน่าน "])
@pytest.mark.parametrize("above", [(), ("คะแนนเฉลี่ยจังหวัดน่าน 88.20 คะแนน ระดับ A",)])
def test_a_number_between_the_own_name_and_a_level_is_the_total(name, place, above):
    line = f"{name} {place}86.13 คะแนน ระดับ B"

    assert overall(*above, line, agency=OWN) == (86.13, "B", None)
    assert overall(" ".join([*above, line]), agency=OWN) == (86.13, "B", None)


@pytest.mark.parametrize(
    "text",
    [
        f"{KIND}อื่น 86.13 คะแนน ระดับ B",
        "เทศบาลตำบลสมมุติ 86.13 คะแนน ระดับ B",
        f"{KIND}สมมุติ 86.13 คะแนน",
        f"เป้าหมายของ{KIND}สมมุติ 86.13 คะแนน ระดับ B",
        f"LPA {KIND}สมมุติ 86.13 คะแนน ระดับ B",
        f"แบบวัด IIT {KIND}สมมุติ 86.13 คะแนน ระดับ B",
    ],
)
def test_a_name_before_a_number_is_not_enough_for_a_total(text):
    assert overall(text, agency=OWN)[0] is None


@pytest.mark.parametrize(
    "lines",
    [
        ("ผ่านดี คะแนนรวม 85.00 - 94.99 คะแนน",),
        ("ผ่านดี คะแนนรวม 85.00–94.99",),
        ("คะแนนรวม 85 ถึง 94.99 คะแนน",),
        ("คะแนนรวม 85.00 คะแนน ถึง 94.99 คะแนน ระดับ A",),
        ("คะแนนรวมตั้งแต่ 85.00",),
        ("คะแนนรวมระหว่าง 85.00 และ 94.99 คะแนน",),
        ("คะแนนรวม 95.00 ขึ้นไป",),
        ("คะแนนรวม 95.00 หรือสูงกว่า",),
        ("คะแนนรวม 85.00 คะแนน แต่ไม่ถึง 95 คะแนน",),
        ("คะแนนรวม ≥ 85.00 คะแนน",),
        ("คะแนนรวม 0 - 49.99",),
        ("คะแนนรวม", "85.00 - 94.99 คะแนน ระดับ A"),
    ],
)
def test_a_band_of_the_scale_is_no_total(lines):
    assert overall(*lines)[0] is None


@pytest.mark.parametrize(
    "text",
    [
        "คะแนนรวม 86.13 คะแนน แต่ต่ำกว่าปีก่อน",
        "คะแนนรวม 86.13 คะแนน และ 10 ตัวชี้วัด",
        "คะแนนรวม 86.13 คะแนน อยู่ในช่วง 85.00 - 94.99",
        "คะแนนรวม : 86.13 (85.00 - 94.99)",
        "คะแนนรวม -> 86.13",
    ],
)
def test_a_total_beside_a_band_is_read(text):
    assert overall(text)[0] == 86.13
