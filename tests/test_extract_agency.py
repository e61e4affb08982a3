import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash.extract.agency import find_agency
from itadash.extract.mentions import mentions_in
from itadash.model import Agency
from itadash.reading import read_reports
from tests.texts import TITLE, document, read

SUBDISTRICT = "องค์การบริหารส่วนตำบล"


def found(*texts):
    return find_agency(texts, [])


@pytest.mark.parametrize(
    ("printed", "name", "kind"),
    [
        ("อบต.ห้วยสมมุติ ได้คะแนน", "องค์การบริหารส่วนตำบลห้วยสมมุติ", SUBDISTRICT),
        ("อบต. ห้วยสมมุติ ได้คะแนน", "องค์การบริหารส่วนตำบลห้วยสมมุติ", SUBDISTRICT),
        ("องค์การบริหารส่วนตําบลห้วยสมมุติ", "องค์การบริหารส่วนตำบลห้วยสมมุติ", SUBDISTRICT),
        ("องค์การบริหารส่วนต าบลปัว", "องค์การบริหารส่วนตำบลปัว", SUBDISTRICT),
        ("ทต.ปัว รายงาน", "เทศบาลตำบลปัว", "เทศบาลตำบล"),
        ("ของเทศบาลเมืองน่านสมมุติ ปี 2567", "เทศบาลเมืองน่านสมมุติ", "เทศบาลเมือง"),
        ("เทศบาลนครสมมุติ", "เทศบาลนครสมมุติ", "เทศบาลนคร"),
        ("อบจ.น่าน แจ้งผล", "องค์การบริหารส่วนจังหวัดน่าน", "องค์การบริหารส่วนจังหวัด"),
        ("เทศบาล\nตำบลปัว", "เทศบาลตำบลปัว", "เทศบาลตำบล"),
        ("เทศบาลตำบลหนองสมมุติเพื่อประเมิน", "เทศบาลตำบลหนองสมมุติ", "เทศบาลตำบล"),
        ("เทศบาลตำบลหนองสมมุติ(ITA)", "เทศบาลตำบลหนองสมมุติ", "เทศบาลตำบล"),
        ("เทศบาลตำบลหนองสว่าง รายงาน", "เทศบาลตำบลหนองสว่าง", "เทศบาลตำบล"),
        ("“เทศบาลตำบลหนองสมมุติ”", "เทศบาลตำบลหนองสมมุติ", "เทศบาลตำบล"),
    ],
)
def test_an_agency_is_read_in_its_full_form(printed, name, kind):
    agency = found(printed)

    assert (agency.name, agency.type) == (name, kind)


@pytest.mark.parametrize(
    "text",
    [
        "เทศบาลตำบลปัว อำเภอปัว จังหวัดน่าน",
        "เทศบาลตำบลปัว อ.ปัว จ.น่าน",
        "เทศบาลตำบลปัวอำเภอปัวจังหวัดน่าน",
        "เทศบาลตำบลปัว\nอำเภอปัว จังหวัดน่าน",
    ],
)
def test_district_and_province_are_read_behind_the_name(text):
    assert found(text) == Agency("เทศบาลตำบลปัว", "เทศบาลตำบล", "ปัว", "น่าน")


def test_district_and_province_may_stand_on_the_line_below_the_name():
    text = TITLE.replace(" อำเภอ", "\nอำเภอ") + "\n\nมาตรการ\tขั้นตอน\nก\tข"

    [report] = read_reports(text.encode(), "report.txt")

    assert report.agency.district == "เมืองน่าน"
    assert report.agency.province == "น่าน"


def test_what_is_not_printed_is_none():
    assert found("เทศบาลตำบลปัว รายงานผล") == Agency("เทศบาลตำบลปัว", "เทศบาลตำบล")
    assert found("โรงเรียนบ้านสมมุติ") == Agency(None)
    assert found() == Agency(None)


def test_a_province_that_is_none_of_the_77_is_not_taken():
    assert found("เทศบาลตำบลปัว อำเภอปัว จังหวัดสมมุติ").province is None


def test_a_provincial_organization_lies_in_its_province():
    assert found("องค์การบริหารส่วนจังหวัดน่าน").province == "น่าน"


def test_the_name_that_most_mentions_back_wins():
    right, slip = "อบต.ห้วยสมมุติ รายงาน", "อบต.ห้วยสมมติ รายงาน"

    assert found(slip, right, right).name == "องค์การบริหารส่วนตำบลห้วยสมมุติ"


def test_another_agency_named_once_does_not_win():
    own = "เทศบาลตำบลหนองสมมุติ ดำเนินการ"

    assert found("เรียน อบจ.น่าน ทราบ", own, own).name == "เทศบาลตำบลหนองสมมุติ"


def test_cells_are_asked_only_where_running_text_names_no_agency():
    assert find_agency(["ไม่มีชื่อ"], ["อบต.ปัว"]).name == "องค์การบริหารส่วนตำบลปัว"
    assert find_agency(["ทต.น่าน"], ["อบต.ปัว"]).name == "เทศบาลตำบลน่าน"


def test_an_abbreviation_inside_a_word_is_no_agency():
    assert mentions_in("กอบต.ปัว บริษัททต.จำกัด") == []


def test_a_bare_type_is_no_name():
    assert found("องค์การบริหารส่วนตำบล ได้ดำเนินการ 5 ข้อ").name is None


@given(st.text("อบต.ทเทศบาลตำบลอำเภอจังหวัด ปัวน่าน()\n1", max_size=60))
def test_a_name_begins_with_its_type_and_never_raises(text):
    agency = found(text)

    assert agency.name is None or agency.name.startswith(agency.type)


def test_the_agency_of_a_file_is_not_taken_from_its_name():
    assert document(TITLE).name == "report.txt"
    assert read("มาตรการ\tขั้นตอน\nก\tข").agency.name == "เทศบาลตำบลทุ่งสมมุติ"


def test_a_subdistrict_between_the_name_and_its_district_is_passed_over():
    agency = found("เทศบาลตำบลรัษฎา ตำบลรัษฎา อำเภอเมืองภูเก็ต จังหวัดภูเก็ต")

    assert agency == Agency("เทศบาลตำบลรัษฎา", "เทศบาลตำบล", "เมืองภูเก็ต", "ภูเก็ต")


def test_another_agency_glued_behind_a_name_ends_it():
    text = "เทศบาลตำบลนาสมมุติและองค์การบริหารส่วนตำบลปัว"

    assert mentions_in(text)
    assert found(text, "เทศบาลตำบลนาสมมุติ ปี 2567").name == "เทศบาลตำบลนาสมมุติ"


def test_a_name_ends_where_another_kind_of_agency_begins():
    mentions = mentions_in("อบจ.พัทลุงทำข้อตกลงกับองค์การบริหารส่วนจังหวัดตรัง และเทศบาลนครตรัง")

    assert [m.province for m in mentions] == [None, None, None]
    assert [m.run for m in mentions] == ["พัทลุงทำข้อตกลง", "ตรัง", "ตรัง"]
