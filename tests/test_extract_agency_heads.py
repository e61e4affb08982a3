"""Whose report it is: titles, letter heads and addresses."""

import pytest

from itadash import reference
from itadash.extract.agency import find_agency
from itadash.model import Agency
from tests.texts import read

OF = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสของ"
OWN, KIND = "เทศบาลตำบลบ้านลอง", "เทศบาลตำบล"
SUBDISTRICT = "องค์การบริหารส่วนตำบล"


def found(*texts):
    return find_agency(texts, [])


@pytest.mark.parametrize(
    "title",
    [
        f"{OF}{OWN} ประจำปีงบประมาณ 2567",
        f"ประกาศ{OWN} เรื่อง {OF[:-3]}",
        f"ส่วนราชการ สำนักปลัด {OWN} โทร. 0",
        f"{OWN} ประจำปีงบประมาณ 2567",
    ],
)
def test_the_agency_of_the_title_is_the_reports_own(title):
    others = ["อบต.ทุ่งทดสอบ ร่วมประชุม"] * 6

    assert found(title, *others).name == OWN


def test_a_near_spelling_in_the_title_follows_the_majority():
    texts = [f"{OF}อบต.ห้วยสมมติ ประจำปี 2567", *["อบต.ห้วยสมมุติ รายงาน"] * 3]

    assert found(*texts).name == f"{SUBDISTRICT}ห้วยสมมุติ"


@pytest.mark.parametrize(
    "line",
    [
        "เรียน นายกองค์การบริหารส่วนตำบลทุ่งทดสอบ",
        "ร่วมกับ องค์การบริหารส่วนตำบลทุ่งทดสอบ จัดทำมาตรการ",
        "ตามที่องค์การบริหารส่วนตำบลทุ่งทดสอบ ได้เชิญประชุมเรื่องมาตรการ",
    ],
)
def test_another_agency_that_the_head_writes_to_is_not_the_author(line):
    assert found(line, f"{OWN} ดำเนินการ", f"{OWN} รายงาน").name == OWN


def test_words_of_a_sentence_behind_the_type_are_no_name_where_a_name_is():
    texts = ["เทศบาลตำบลให้ความสำคัญ", "เทศบาลตำบลให้ความสำคัญ", f"{OWN} ดำเนินการ"]

    assert found(*texts).name == OWN


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        (
            f"{OF}กรุงเทพมหานคร ประจำปี 2567",
            Agency("กรุงเทพมหานคร", "กรุงเทพมหานคร", None, "กรุงเทพมหานคร"),
        ),
        (
            f"{OF}เมืองพัทยา อำเภอบางละมุง จังหวัดชลบุรี",
            Agency("เมืองพัทยา", "เมืองพัทยา", "บางละมุง", "ชลบุรี"),
        ),
        (f"ประกาศเมืองพัทยา เรื่อง {OF[:-3]}", Agency("เมืองพัทยา", "เมืองพัทยา")),
    ],
)
def test_two_agencies_need_no_name_behind_their_type(title, agency):
    assert found(title, "อบต.ทุ่งทดสอบ ร่วมประชุม") == agency


@pytest.mark.parametrize(
    "text",
    [
        "อบรมมาตรการที่เมืองพัทยา และกรุงเทพมหานคร",
        "สำนักงานคณะกรรมการ ถนนใหญ่\nกรุงเทพมหานคร 10300 มาตรการ",
        "โรงเรียนเมืองพัทยา 1 มาตรการ",
    ],
)
def test_a_nameless_agency_that_is_only_a_place_is_not_the_author(text):
    assert found(text).name is None


@pytest.mark.parametrize(
    "head",
    [
        [f"สำนักงาน{OWN}", "อำเภอปัว จังหวัดน่าน 55120"],
        [f"ที่ นน ๕๒๐๐๑/๑๒๓ สำนักงาน{OWN}", "อำเภอปัว จังหวัดน่าน ๕๕๑๒๐"],
        [f"{OWN}", "อ.ปัว จ.น่าน"],
        [f"สำนักงาน{OWN} 99 หมู่ 3 ตำบลบ้านลอง อำเภอปัว จังหวัดน่าน"],
        [f"ที่ทำการ{OWN}", "99/1 ม.3 ถ.ใหญ่ ต.บ้านลอง", "อำเภอปัว จังหวัดน่าน"],
        [f"{OF}{OWN}อำเภอปัวจังหวัดน่านประจำปีงบประมาณ 2567"],
        [f"{OF}{OWN} ประจำปีงบประมาณ พ.ศ. ๒๕๖๗\nอำเภอปัว จังหวัดน่าน"],
        [f"{OF}ทต.บ้านลองอ.ปัวจ.น่าน ประจำปีงบประมาณ 2567"],
        [f"{OF}{OWN}ตามแนวทางของ ป.ป.ช.", f"{OWN} อ.ปัวจ.น่าน"],
        [f"หน่วยงาน : {OWN}", "อำเภอ : ปัว จังหวัด : น่าน"],
    ],
)
def test_the_place_is_read_from_any_letter_head(head):
    assert found(*head) == Agency(OWN, KIND, "ปัว", "น่าน")


def test_the_place_of_another_line_is_not_the_agencys():
    agency = found(f"{OWN} รายงาน", "อบรมที่อำเภอปาย จังหวัดแม่ฮ่องสอน")

    assert agency == Agency(OWN, KIND)


@pytest.mark.parametrize(
    "district", ["อ.เมือง", "อำเภอเมือง", "อำเภอเมืองฯ", "อ. เมือง", "อำเภอเมืองน่าน"]
)
def test_the_capital_district_has_one_spelling(district):
    assert found(f"{OWN} {district} จ.น่าน").district == "เมืองน่าน"


@pytest.mark.parametrize(
    ("place", "district"),
    [
        ("อำเภอเมือง", "เมือง"),
        ("อำเภอเมืองปาน จังหวัดลำปาง", "เมืองปาน"),
        ("อำเภอเมือง จังหวัดพระนครศรีอยุธยา", "เมือง"),
    ],
)
def test_a_district_that_is_not_known_to_be_the_capital_is_as_printed(place, district):
    assert found(f"{OWN} {place}").district == district


def test_the_capital_district_may_be_known_by_the_province_of_another_line():
    agency = found(f"{OWN} อำเภอเมือง", f"{OWN} จังหวัดน่าน")

    assert (agency.district, agency.province) == ("เมืองน่าน", "น่าน")


def test_every_province_but_two_has_a_capital_district_of_its_own_name():
    capitals = {r["name"]: r["capital_district"] for r in reference.rows("provinces")}

    others = {name for name, one in capitals.items() if one != f"เมือง{name}"}
    assert others == {"กรุงเทพมหานคร", "พระนครศรีอยุธยา"}


@pytest.mark.parametrize(
    "head",
    [
        ["สำนักงาน ป.ป.ช. ประจำจังหวัดน่าน", "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดน่าน"],
        ["ก.อบต.จังหวัดน่าน มีมติ", "ก.อบต.มีมติเห็นชอบ"],
    ],
)
def test_a_body_of_the_state_or_the_province_is_not_the_agency(head):
    assert found(*head).name is None
    assert found(*head, f"{OWN} รายงาน") == Agency(OWN, KIND)


def test_a_numbered_line_may_begin_with_an_abbreviated_type():
    assert found("1.อบต.ปัว รายงาน").name == f"{SUBDISTRICT}ปัว"


def test_a_report_keeps_its_agency_beside_a_table_that_names_another():
    assert read("ที่\tมาตรการ\tขั้นตอน\n1\tก\tอบต.ปัว").agency.name == "เทศบาลตำบลทุ่งสมมุติ"


def test_the_first_title_that_names_an_agency_decides():
    other = "เทศบาลเมืองต้นสมมุติ อำเภอปาย ได้ผลการประเมิน ITA ระดับ AA"

    assert found(f"{OF}{OWN} ประจำปี 2567", other, other).name == OWN
