"""One agency, one name; no other agency or province in its place."""

import pytest
from builders import build_agency
from checked import OWN, found, quoted

from itadash.model import Agency


def variants(*blocks: str, agency: Agency = OWN):
    return quoted("agency_name_variant", *blocks, agency=agency)


def others(*blocks: str, agency: Agency = OWN):
    return quoted("other_agency_named", *blocks, agency=agency)


@pytest.mark.parametrize(
    "spelling",
    [
        "องค์การบริหารส่วนตำบลทุ่งสมมุติิ์ขอ",
        "องค์การบริหารส่วนตำบลทุ้งสมมุติ",
        "องค์การบริหารส่วนตำบลทุ่งสมมติ",
        "องค์การบริหารส่วนตำบลพุ่งสมมุติ",
        "อบต.ทุ่งสมมุดิ",
    ],
)
def test_another_spelling_of_the_own_agency_is_quoted(spelling):
    assert len(variants(f"ปลัด {spelling} แจ้งให้ทราบ")) == 1
    assert not others(f"ปลัด {spelling} แจ้งให้ทราบ")


@pytest.mark.parametrize(
    "text",
    [
        "องค์การบริหารส่วนตำบลทุ่งสมมุติ",
        "องค์การบริหาร ส่วน\nตำบลทุ่ง สมมุติ",
        "อบต.ทุ่งสมมุติ/หัวหน้าสำนักปลัด และ อบต. ทุ่งสมมุติ",
        "องค์การบริหารส่วนตำบลทุ่งสมมุติเพื่อพิจารณา",
        "องค์การบริหารส่วนตำบลทุ่งสมมุติอย่างต่อเนื่อง",
        "องค์การบริหารส่วนตำบลทุ่งสม",  # cut off at the end of its cell
        "อบต. ได้ดำเนินการตามแผน",
        "องค์การบริหารส่วนตำบลทุ่งสมมุ�ิ",
    ],
)
def test_the_own_name_however_spaced_or_glued_is_no_other_name(text):
    assert not others(text)


def test_the_own_name_broken_by_spaces_is_no_variant():
    assert not variants("องค์การบริหาร ส่วน\nตำบลทุ่ง สมมุติ แจ้งให้ทราบ")


def test_every_spelling_is_listed_once_at_its_first_line():
    blocks = ("อบต.ทุ่งสมมติ ก", "อบต.ทุ่งสมมติ ข", "อบต.ทุ้งสมมุติ ค")

    findings = found("agency_name_variant", *blocks, agency=OWN)

    assert [finding.place.line for finding in findings] == [1, 5]


def test_a_like_name_in_another_district_is_another_agency():
    text = "ประกาศองค์การบริหารส่วนตำบลทุ่งสมมติ อำเภอเชียงกลาง"

    assert not variants(text)
    assert len(others(text)) == 1


def test_a_spelling_in_another_script_is_left_to_the_check_of_scripts():
    assert not variants("องค์การบริหารส่วนตำบลทุ่งสมमุติ ก")
    assert not others("องค์การบริหารส่วนตำบลทุ่งสมमุติ ก")


@pytest.mark.parametrize(
    "name",
    [
        "เทศบาลตำบลบ้านสา",
        "องค์การบริหารส่วนตำบลลองปูน",
        "เทศบาลเมืองเขาแก้ว",
        "เทศบาลนครขอนแก่น",
        "เทศบาลตำบลแก่งเลิงจาน",
        "องค์การบริหารส่วนตำบลจะแนะ",
        "อบต.ดอนแก้ว",
        "เทศบาลตำบลทุ่งสมมุติ",
    ],
)
def test_another_local_government_named_as_if_the_own_is_quoted(name):
    assert others(f"ตามประกาศ {name} และคู่มือ") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "ศึกษาดูงาน ณ เทศบาลตำบลบ้านสา จังหวัดเชียงใหม่",
        "ทำข้อตกลงร่วมกับองค์การบริหารส่วนตำบลลองปูน",
        "มีอาณาเขตติดต่อกับเทศบาลตำบลบ้านสา",
        "เครือข่ายเทศบาลตำบลบ้านสา",
        "องค์การบริหารส่วนตำบลมีหน้าที่ดูแล",
        "เทศบาลตำบลแจ้งผลให้ทราบ",
        "เทศบาลตำบลสามารถตรวจสอบได้",
        "รองปลัดองค์การบริหารส่วนตำบล รักษาราชการแทน",
        "พระราชบัญญัติสภาตำบลและองค์การบริหารส่วนตำบล พ.ศ. ๒๕๓๗",
        "แจ้งเทศบาลตำบลใกล้เคียง และเทศบาลตำบลข้างเคียงทราบ",
        "สมาคมองค์การบริหารส่วนตำบลแห่งประเทศไทย",
        "องค์การบริหารส่วนตำบลขนาดกลางดีเด่น",
        "พนักงานเทศบาลตำบล และองค์การบริหารส่วนตำบล ทุกแห่ง",
        "ขอรับเงินอุดหนุนจากองค์การบริหารส่วนจังหวัดน่าน",
        "สำนักงาน ป.ป.ช. กรมบัญชีกลาง และกรมส่งเสริมการปกครองท้องถิ่น",
    ],
)
def test_partners_neighbours_bare_types_and_central_bodies_do_not_count(text):
    assert not others(text)


@pytest.mark.parametrize(
    "text",
    [
        "ทิศตะวันออกติดเขตเทศบาลตำบลบ้านสา ทิศตะวันตกจดอำเภอปัว จังหวัดแพร่",
        "เดิมเป็นเทศบาลตำบลทุ่งสมมุติ ต่อมาเปลี่ยนชื่อจากเทศบาลตำบลทุ่งสมมติเป็นชื่อนี้",
        "ได้รับการยกฐานะจากองค์การบริหารส่วนตำบลบ้านสา",
        "แยกเขตการปกครองจากอำเภอเมืองแพร่ จังหวัดแพร่",
        "วิทยากรจากเทศบาลตำบลเชิงดอย จังหวัดเชียงใหม่ มาให้ความรู้",
        "ลำดับที่ ๑ เทศบาลตำบลบ้านสา ลำดับที่ ๒ องค์การบริหารส่วนตำบลลองปูน",
        "เมื่อเทียบกับ อบต.ลองปูน และ อบต.ท้ายดง ที่มีขนาดใกล้เคียงกัน",
        "รางวัลองค์กรต้นแบบ ได้แก่ เทศบาลนครยะลา และเทศบาลเมืองทุ่งสง",
        "ขอความอนุเคราะห์เทศบาลตำบลบ้านสา สนับสนุนรถน้ำ",
        "และประชุมร่วมองค์การบริหารส่วนตำบลลองปูน ในเรื่องขยะ",
    ],
)
def test_neighbours_former_names_speakers_and_helpers_do_not_count(text):
    assert not others(text)


@pytest.mark.parametrize(
    "text",
    [
        "ศึกษาดูงาน ณ เทศบาลนครขอนแก่น จังหวัดขอนแก่น และเทศบาลเมืองร้อยเอ็ด",
        "ทำข้อตกลงร่วมกับองค์การบริหารส่วนตำบลลองปูน, เทศบาลตำบลบ้านสา และเทศบาลเมืองเขาแก้ว",
        "ร่วมกับ อบจ.แพร่ และองค์การบริหารส่วนจังหวัดพะเยา",
    ],
)
def test_what_is_joined_to_a_partner_by_and_is_a_partner_too(text):
    assert not others(text)


@pytest.mark.parametrize(
    "words", ["ได้มาศึกษาดูงานที่ตำบลของเรา", "เป็นวิทยากรในการอบรม", "(เดิม) ได้โอนภารกิจให้"]
)
def test_words_behind_a_name_tell_of_visitors_and_speakers(words):
    assert not others(f"คณะผู้บริหารเทศบาลตำบลบ้านสา อำเภอแม่ทะ จังหวัดลำปาง {words}")


def test_another_agency_with_its_province_is_one_finding():
    text = "ตามประกาศเทศบาลตำบลบ้านสา อำเภอแม่ทะ จังหวัดลำปาง และคู่มือ"

    assert others(text) == ["เทศบาลตำบลบ้านสา"]


def test_the_own_agency_in_another_province_is_a_finding():
    assert others("องค์การบริหารส่วนตำบลทุ่งสมมุติ อำเภอเมือง จังหวัดพังงา") == ["จังหวัดพังงา"]


@pytest.mark.parametrize(
    "words",
    [
        *("ตระหนักถึงความสำคัญ", "มุ่งมั่นในการทำงาน", "ยึดหลักธรรมาภิบาล", "คุณธรรม", "โปร่งใส"),
        *("จำนวน ๕ แห่ง", "ว่าด้วยการยืม", "เคลื่อนที่", "ห้ามเรียกรับ", "ใสสะอาด", "ลดขั้นตอน"),
    ],
)
def test_what_is_said_of_the_agency_behind_its_type_is_no_name(words):
    assert not others(f"ดังนั้น องค์การบริหารส่วนตำบล{words} ต่อไป")


def test_another_agency_is_listed_once():
    assert len(others("เทศบาลตำบลบ้านสา ก", "เทศบาลตำบลบ้านสา ข")) == 1


@pytest.mark.parametrize(
    "text", ["สำนักงานจังหวัดพังงา", "อำเภอเมือง จ.พังงา", "ศาลากลางจังหวัดพังงา"]
)
def test_another_province_named_as_if_the_own_is_quoted(text):
    assert len(others(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "อำเภอเมืองน่าน จังหวัดน่าน จ.น่าน จังหวัด น่าน",
        "อบรม ณ โรงแรมริมเล จังหวัดพังงา",
        "ทัศนศึกษาดูงานจังหวัดพังงา",
        "มีอาณาเขตทิศเหนือติดต่อกับจังหวัดแพร่",
        "สำนักงาน ป.ป.ท. เขต ๘ จังหวัดสุราษฎร์ธานี",
        "แจ้งอำเภอและจังหวัดเพื่อทราบ จังหวัดจัดประชุม",
        "องค์การบริหารส่วนจังหวัดน่าน",
    ],
)
def test_the_own_province_and_other_places_visited_do_not_count(text):
    assert not others(text)


@pytest.mark.parametrize(
    "text",
    [
        "กลุ่มจังหวัดภาคเหนือตอนบน ๒ (จังหวัดน่าน จังหวัดพะเยา จังหวัดเชียงราย จังหวัดแพร่)",
        "ผู้รับจ้างคือห้างหุ้นส่วนจำกัด สมมุติการช่าง อ.ปัว จ.ราชบุรี",
        "ทางหลวงจากจังหวัดแพร่ถึงจังหวัดพะเยา",
        "ส่งตัวอย่างน้ำไปตรวจที่จังหวัดนนทบุรี",
        "ผู้ร้องเรียนอยู่อำเภอเมือง จังหวัดระนอง",
    ],
)
def test_a_province_that_is_only_spoken_of_is_not_taken_for_the_own(text):
    assert not others(text)


def test_a_province_alone_on_a_line_is_taken_for_the_own():
    assert others("ประกาศคณะกรรมการ\nจังหวัดพังงา\nเรื่อง การประเมิน") == ["จังหวัดพังงา"]


def test_without_a_province_of_its_own_no_province_is_another():
    agency = build_agency("เทศบาลตำบลทุ่งสมมุติ")

    assert not others("สำนักงานจังหวัดพังงา", agency=agency)


def test_a_report_that_names_no_agency_has_no_other():
    assert not others("เทศบาลตำบลบ้านสา", agency=Agency(None))
    assert not variants("เทศบาลตำบลบ้านสา", agency=Agency(None))
