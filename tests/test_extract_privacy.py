import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash.extract.privacy import is_private_line, public, public_lines
from itadash.labels import text as label
from tests.texts import document, measures_table, read, table

PERSON = label("privacy.person")
PHONE = label("privacy.phone")
ID = label("privacy.id")
LINE = label("privacy.line")
NAME, SURNAME = "ทดลอง", "ชื่อปลอม"  # made up


def shown(*blocks):
    return "\n".join(text for _, text in public_lines(document(*blocks)))


@pytest.mark.parametrize(
    "title",
    ["นาย", "นาง", "นางสาว", "น.ส.", "ว่าที่ร้อยตรี", "ว่าที่ ร.ต.", "พ.ต.ท.", "จ.อ.", "ดร."],
)
@pytest.mark.parametrize("gap", ["", " "])
def test_a_person_with_a_title_is_taken_out_of_running_text(title, gap):
    text = public(f"เสนอต่อ {title}{gap}{NAME} {SURNAME} ตำแหน่งปลัดเทศบาล")

    assert text == f"เสนอต่อ {PERSON} ตำแหน่งปลัดเทศบาล"


@pytest.mark.parametrize(
    "before",
    ["โดย", "และ", "ให้", "มอบหมายให้", "แต่งตั้ง", "คือ", "ได้แก่", "เป็น", "ท่าน", "ตามที่"],
)
@pytest.mark.parametrize("title", ["นาย", "นาง", "นางสาว"])
def test_a_person_is_taken_out_where_the_title_is_glued_to_a_word(before, title):
    text = public(f"ลงนาม{before}{title}{NAME} {SURNAME} เมื่อวาน")

    assert text == f"ลงนาม{before}{PERSON} เมื่อวาน"


@pytest.mark.parametrize(
    "text",
    [
        "นายกองค์การบริหารส่วนตำบลทุ่งสมมุติ ประกาศเจตนารมณ์",
        "นายกเทศมนตรีตำบลทุ่งสมมุติ มอบนโยบาย",
        "นายก อบต. ทุ่งสมมุติ มอบนโยบาย",
        "นายกอบต.ทุ่งสมมุติ มอบนโยบาย",
        "นายกฯ และคณะผู้บริหาร",
        "เสนอนายอำเภอ เพื่อทราบ",
        "นายอำเภอเมืองน่าน เป็นประธาน",
        "นายช่างโยธา ควบคุมงาน",
        "นายทะเบียนท้องถิ่น ออกหลักฐาน",
        "อำเภอนางรอง จังหวัดบุรีรัมย์",
        "อำเภอ นางรอง จังหวัดบุรีรัมย์",
        "ตำบลนางแล อำเภอเมืองเชียงราย",
        "วางแผนพัฒนางบประมาณ ประจำปี",
        "พัฒนายุทธศาสตร์ ของหน่วยงาน",
        "ปรึกษาทนายความ ของหน่วยงาน",
        "ส่ง ส.ต.ง. ตรวจสอบ",
        "สมาชิกสภาเทศบาล (ส.ท. และพนักงาน)",
        "เลขที่โครงการ 65037123456 งบประมาณ 1,250,000.00 บาท",
        "ปีงบประมาณ 2563 2564 2565 2566",
        "คะแนน 100 88 83 86 80 86 ตามลำดับ",
        "๘๘.๗๖ ๘๓.๐๐ ๘๖.๔๕ คะแนน",
        "ที่ ชร ๗๒๔๐๑/๐๑๒๓ ลงวันที่ ๕ มกราคม ๒๕๖๔",
        "พ.ศ. ๒๕๖๔ - ๒๕๖๘ รวม ๐ เรื่อง",
        "ลงนามประกาศเจตนารมณ์ร่วมกัน",
        "ลงชื่อเข้าร่วมประชุมทุกครั้ง",
    ],
)
def test_posts_places_and_numbers_of_the_report_are_left_alone(text):
    assert public(text) == text
    assert not is_private_line(text)


@pytest.mark.parametrize(
    "number",
    [
        "๐๘๑-๒๓๔-๕๖๗๘",
        "๐๘๑๒๓๔๕๖๗๘",
        "081 234 5678",
        "0-4412-3456",
        "๐-๔๔๑๒-๓๔๕๖",
        "044-123456",
        "โทร. ๐ ๔๔๑๒ ๓๔๕๖",
        "โทรศัพท์ 0 4412 3456 ต่อ 12",
        "โทรสาร: 044123456",
        "โทรศัพท์หมายเลข 0-4412-3456",
        "มือถือ +66 81 234 5678",
        "+66812345678",
    ],
)
def test_a_phone_number_is_taken_out(number):
    text = public(f"ติดต่อ {number} ในเวลาราชการ")

    assert PHONE in text
    assert not any(c.isdigit() for c in text)


@pytest.mark.parametrize(
    "number",
    ["1234567890123", "๑๒๓๔๕๖๗๘๙๐๑๒๓", "1-2345-67890-12-3", "๑ ๒๓๔๕ ๖๗๘๙๐ ๑๒ ๓"],
)
def test_an_identity_number_is_taken_out(number):
    assert public(f"เลขประจำตัว {number} ออกโดย") == f"เลขประจำตัว {ID} ออกโดย"


@pytest.mark.parametrize(
    "line",
    [
        f"(ลงชื่อ) นาย{NAME} {SURNAME}",
        "ลงชื่อ.....................ผู้รายงาน",
        f"( {NAME} {SURNAME} )",
        f"(นาย{NAME} {SURNAME})",
        f"๑. {NAME} {SURNAME} ปลัดเทศบาล ประธานกรรมการ",
        f"| ๑. | {NAME} {SURNAME} | ปลัดเทศบาล | ประธานกรรมการ |",
        f"| 2 | {NAME} {SURNAME} | ผู้อำนวยการกองคลัง | กรรมการ |",
        f"๓) นาง{NAME} {SURNAME} หัวหน้าสำนักปลัด กรรมการ/เลขานุการ",
    ],
)
def test_signatures_and_lists_of_persons_are_left_out_of_the_source_view(line):
    text = shown("ข้อความก่อนหน้า", line, "ข้อความถัดไป")

    assert NAME not in text
    assert SURNAME not in text


def test_a_committee_in_a_table_is_left_out_of_the_source_view():
    rows = table(
        ("ที่", "ชื่อ - สกุล", "ตำแหน่ง", "หน้าที่"),
        ("1", f"{NAME} {SURNAME}", "ปลัดเทศบาล", "ประธานกรรมการ"),
        ("๒", f"นาง{NAME} {SURNAME}", "ผู้อำนวยการกองคลัง", "กรรมการ"),
        ("3.", f"{NAME}  {SURNAME}", "นักทรัพยากรบุคคล", "กรรมการและเลขานุการ"),
    )

    lines = shown(rows).splitlines()

    assert lines[0] == "ที่ | ชื่อ - สกุล | ตำแหน่ง | หน้าที่"
    assert lines[1:] == [LINE] * 3


def test_a_measures_row_stays_in_the_source_view():
    rows = measures_table(
        ("1", "ตั้งผู้ตรวจทาน", "ประชุมทุกเดือน", "คณะทำงาน", "ปี 2567"),
        ("2", "รายงานต่อคณะ", "ส่งรายงาน", "ปี 2567", "คณะทำงาน"),
        ("", "3.ตั้งเวรตอบคำถาม", "จัดเวรทุกวัน", "ปี 2567", "คณะทำงาน"),
    )

    assert LINE not in shown(rows)


def test_the_source_view_keeps_lines_and_their_numbers():
    found = public_lines(document("หนึ่ง", "ก\tข"))

    assert found == [(1, "หนึ่ง"), (3, "ก | ข")]


def test_a_person_in_any_cell_of_a_measure_reaches_no_field():
    who = f"นาย{NAME} {SURNAME}"
    header = "มาตรการ\tขั้นตอน\tผู้รับผิดชอบ\tระยะเวลา\tผลการดำเนินการ\tข้อเสนอแนะ"
    row = (f"ตั้ง{who}", f"โทร ๐๘๑๒๓๔๕๖๗๘ หา {who}", who, f"ปี {who}", who, who)

    report = read(measures_table((f"1.ให้ {who} ตรวจ", *row[1:]), header=header))

    assert len(report.measures) == 1
    assert NAME not in repr(report.measures[0])
    assert NAME not in report.measures[0].place.text
    assert "๐๘๑" not in repr(report.measures[0])


def test_a_person_in_an_issue_or_a_group_reaches_no_field():
    who = f"นาง{NAME} {SURNAME}"
    scores = table(
        ("ตัวชี้วัด", "คะแนน", "ประเด็นที่ต้องแก้ไข"),
        ("การปฏิบัติหน้าที่", "80.00", f"ให้ {who} แก้ไข"),
        ("การใช้งบประมาณ", "81.00", "-"),
    )
    measures = measures_table((f"งานของ {who}",), ("1", "ก", "ข", "กองคลัง", "ปี 2567"))

    report = read(scores, measures)

    assert PERSON in report.scores[0].issue
    assert PERSON in report.measures[0].group
    assert NAME not in str(report) + report.scores[0].place.text


@given(st.text("กนายสมมุติงดรโท.0๑2-() \n", max_size=60))
def test_taking_persons_out_twice_changes_nothing_more(text):
    assert public(public(text)) == public(text)


def test_names_under_a_heading_of_names_are_left_out_without_any_committee():
    rows = table(
        ("ที่", "ชื่อ – นามสกุล", "ตำแหน่ง"),
        ("1", f"{NAME} {SURNAME}", "ปลัดเทศบาล"),
    )

    assert shown(rows).splitlines()[1] == LINE


@pytest.mark.parametrize(
    "line",
    [
        f"ลงชื่อ {NAME} {SURNAME} ผู้รายงาน",
        f"ผู้รายงาน {NAME} {SURNAME}",
        f"ผู้รายงาน: {NAME} {SURNAME}",
        f"พิมพ์/{NAME}",
        f"ร่าง/ทาน {NAME}",
        f"({NAME} {SURNAME}) ปลัดเทศบาล",
        f"{NAME} {SURNAME}\nปลัดเทศบาล",
    ],
)
def test_a_name_beside_the_words_of_a_signer_is_left_out(line):
    text = shown("ข้อความก่อนหน้า", line)

    assert NAME not in text


@pytest.mark.parametrize(
    "title",
    ["คุณ", "อาจารย์", "อ.", "พระมหา", "นพ.", "ม.ร.ว.", "พลตรี", "พ.อ.", "ร.ต.", "กำนัน"],
)
def test_a_person_with_a_rarer_title_is_taken_out(title):
    assert public(f"เชิญ {title}{NAME} {SURNAME} บรรยาย") == f"เชิญ {PERSON} บรรยาย"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"นายกเทศมนตรีนาย{NAME} {SURNAME}", f"นายกเทศมนตรี{PERSON}"),
        (f"นาย{NAME} ณ เชียงใหม่", PERSON),
        ("Mr. Test Person", PERSON),
        ("a.b@example.go.th", label("privacy.contact")),
        ("Line ID: abc99", label("privacy.contact")),
        ("คุณธรรม และความโปร่งใส", "คุณธรรม และความโปร่งใส"),
        ("อ.ฮอด จ.เชียงใหม่", "อ.ฮอด จ.เชียงใหม่"),
    ],
)
def test_what_names_a_person_goes_and_nothing_else(text, expected):
    assert public(text) == expected


def test_a_measure_that_keeps_a_list_of_names_is_no_list_of_names():
    rows = [
        ("จัดอบรมพนักงาน", "อบรมปีละครั้ง", "สำนักปลัด", "ตลอดปี", "รายชื่อผู้เข้าอบรม"),
        ("เผยแพร่แผนพัสดุ", "ลงเว็บไซต์", "กองคลัง", "ตลอดปี", "ภาพหน้าเว็บไซต์"),
    ]
    header = "มาตรการ\tขั้นตอน\tผู้รับผิดชอบ\tระยะเวลา\tหลักฐาน"
    block = measures_table(*rows, header=header)

    assert LINE not in shown(block)
    assert [measure.title for measure in read(block).measures] == [
        "จัดอบรมพนักงาน",
        "เผยแพร่แผนพัสดุ",
    ]


def test_a_table_behind_a_list_of_names_is_shown():
    persons = table(("ที่", "รายชื่อ", "ตำแหน่ง"), ("1", NAME, "ปลัด"))

    lines = shown(persons + "\nมาตรการ\tขั้นตอน\nอบรม\tปีละครั้ง").split("\n")

    assert lines[1:] == [LINE, "มาตรการ | ขั้นตอน", "อบรม | ปีละครั้ง"]
