import pytest

from itadash.extract.grids import is_empty_mark, is_header
from itadash.extract.vocabulary import header_field, indicator_named, instruments_named
from tests.texts import document, grids_of, table


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("มาตรการ/แนวทาง", "title"),
        ("มาตรการหรือกิจกรรมที่ดำเนินการ", "title"),
        ("โครงการ/กิจกรรม", "title"),
        ("ขั้นตอน/วิธีการปฏิบัติ", "steps"),
        ("ขั้นตอนและวิธีการ", "steps"),
        ("วิธีดำเนินการ", "steps"),
        ("วิธีการดำเนินการ", "steps"),
        ("ผู้รับผิดชอบ", "responsible"),
        ("หน่วยงานผู้รับผิดชอบ", "responsible"),
        ("ระยะเวลา ดำเนินการ", "period"),
        ("ช่วงระยะเวลาในการดำเนินการ", "period"),
        ("สรุปผลการดำเนินการ", "result"),
        ("ผลดำเนินการ", "result"),
        ("ผลการดำเนินการ (output)", "result"),
        ("ผลลัพธ์/ความสำเร็จ", "outcome"),
        ("ผลลัพธ์หรือผลสัมฤทธิ์ในการดำเนินการ (outcome/result)", "outcome"),
        ("การติดตามผล", "follow_up"),
        ("ข้อเสนอแนะ", "recommendation"),
        ("ปัญหา อุปสรรค และข้อเสนอแนะ", "recommendation"),
        ("ปัญหา/อุปสรรค", "other"),
        ("ตัวชี้วัดของการประเมิน ITA", "indicator"),
        ("คะแนน", "score"),
        ("คะแนนที่ได้", "score"),
        ("คะแนนเต็ม", "other"),
        ("ส่วนต่าง", "other"),
        ("คะแนนที่เพิ่มขึ้น", "other"),
        ("ร้อยละการเปลี่ยนแปลง", "other"),
        ("คะแนนที่ตั้งเป้า", "other"),
        ("คะแนนสูงสุด", "other"),
        ("ลำดับคะแนน", "other"),
        ("ค่าน้ำหนัก", "other"),
        ("ประเด็นที่ต้องแก้ไข/ปรับปรุง", "issue"),
        ("ลำดับที่", "no"),
        ("ที่", "no"),
        ("ชื่อ - สกุล", "person"),
        ("", None),
        ("สวัสดี", None),
        ("มาตรการ" * 20, None),
    ],
)
def test_a_header_announces_its_field(words, field):
    assert header_field(words) == field


@pytest.mark.parametrize(
    ("cells", "header"),
    [
        (("มาตรการ", "ขั้นตอน"), True),
        (("ตัวชี้วัด", "คะแนน"), True),
        (("ประเด็น", "แนวทางปฏิบัติ"), True),
        (("มาตรการ", ""), False),
        (("คะแนน", "ระยะเวลา"), False),
        (("ที่", "ชื่อ - สกุล", "ตำแหน่ง"), True),
        (("1", "มาตรการลดขั้นตอน", "ปรับวิธีการ", "กองช่าง"), False),
        (("1.มาตรการลดขั้นตอน", "ปรับวิธีการ"), False),
        (("มาตรการลดขั้นตอน", "ปรับวิธีการ", "กองช่าง"), False),
        (("มาตรการลดขั้นตอน", "ปรับวิธีการ", "ทุกแห่ง", "ทั้งปี"), False),
        (("ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน", "91.08", "ลดขั้นตอน"), False),
        (("ตัวชี้วัด", "คะแนน", "ปี 65", "ปี 66", "ปี 67"), True),
    ],
)
def test_a_row_is_a_header_when_it_names_the_subject_and_one_more_field(cells, header):
    [found] = document(table(cells)).tables

    assert is_header(found.rows[0]) is header


def test_a_header_that_comes_back_cuts_a_table_and_is_no_row():
    block = table("มาตรการ\tขั้นตอน", "ก\tข", "มาตรการ\tขั้นตอน", "ค\tง")

    first, second = grids_of(block)

    assert [line.text("title") for line in first.lines] == ["ก"]
    assert second.goes_on
    assert second.lines[0].after_break


def test_a_table_without_a_header_goes_on_under_the_one_before_when_as_wide():
    wide, narrow = "ก\tข\tค", "ก\tข"

    _, same, other = grids_of("มาตรการ\tขั้นตอน\tผู้รับผิดชอบ\nก\tข\tค", wide, narrow)

    assert same.has("title", "steps")
    assert not other.has("title")


@pytest.mark.parametrize(
    ("between", "goes_on"),
    [("- 3 -", True), ("๔", True), ("/มาตรการ...", True), ("แบบวัด EIT", False)],
)
def test_a_page_mark_between_two_tables_says_nothing(between, goes_on):
    block = "มาตรการ\tขั้นตอน\nก\tข"

    _, second = grids_of(block, between, block)

    assert second.goes_on is goes_on


@pytest.mark.parametrize(
    ("heading", "instrument"),
    [
        ("มาตรการสำหรับแบบวัด EIT", "EIT"),
        ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน", "IIT"),
        ("แบบวัดการเปิดเผยข้อมูลสาธารณะ", "OIT"),
        ("มาตรการด้าน IIT และ EIT", None),
        ("มาตรการ", None),
    ],
)
def test_a_table_stands_under_the_instrument_of_its_heading(heading, instrument):
    [grid] = grids_of(heading, "มาตรการ\tขั้นตอน\nก\tข")

    assert grid.instrument == instrument


def test_an_instrument_goes_on_behind_a_page_mark_only():
    block = "มาตรการ\tขั้นตอน\nก\tข"

    _, after_mark, after_text = grids_of(
        "แบบวัด OIT", block, "- 2 -", block, "อื่น", block
    )[:3]

    assert after_mark.instrument == "OIT"
    assert after_text.instrument is None


@pytest.mark.parametrize("mark", ["", "-", "–", "...", "_", " - "])
def test_dashes_and_dots_say_nothing(mark):
    assert is_empty_mark(mark)


@pytest.mark.parametrize("text", ["0", "ก", "-ก", "ไม่มี"])
def test_words_and_numbers_say_something(text):
    assert not is_empty_mark(text)


def test_letters_inside_a_word_name_no_instrument():
    assert instruments_named("veitnam oita") == set()
    assert instruments_named("(IIT)แบบวัด EIT") == {"IIT", "EIT"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("๙.การเปิดเผยข้อมูล", 9),
        ("I3 การใช้อำนาจ", 3),
        ("1.2 การใช้งบประมาณ", 2),
        ("ตัวชี้วัดย่อยที่ 10 การป้องกันการทุจริต (OIT)", 10),
        ("การป้องกันการทุจริตและประพฤติมิชอบในหน่วยงาน", None),
        ("", None),
        ("แบบวัดการเปิดเผยข้อมูล (OIT)", None),
    ],
)
def test_an_indicator_is_known_by_its_name_and_not_by_its_number(text, number):
    assert indicator_named(text) == number


def test_a_header_before_a_blank_line_still_heads_the_rows_below():
    [grid] = grids_of("มาตรการ\tขั้นตอน", "ก\tข\nค\tง")

    assert grid.has("title", "steps")


def test_a_heading_without_blank_lines_around_it_heads_the_table_below():
    one = "มาตรการ\tขั้นตอน\nก\tข"

    first, second = grids_of(f"แบบวัด IIT\n{one}\nแบบวัด EIT\n{one}")

    assert [grid.instrument for grid in (first, second)] == ["IIT", "EIT"]
    assert [len(grid.lines) for grid in (first, second)] == [1, 1]
    assert not second.goes_on


def test_a_page_mark_without_blank_lines_around_it_parts_no_table():
    one = "มาตรการ\tขั้นตอน\nก\tข"

    _, second = grids_of(f"แบบวัด IIT\n{one}\n- 2 -\n{one}")

    assert second.goes_on
    assert second.instrument == "IIT"


def test_short_rows_go_on_where_the_rows_above_are_short_too():
    ragged = "มาตรการ\tขั้นตอน\tผู้รับผิดชอบ\nก\tข\nค\tง\tจ"

    _, behind = grids_of(ragged, "ฉ\tช")

    assert behind.has("title")


def test_fields_under_a_heading_that_spans_them_are_headers():
    header = "ที่\tมาตรการ\tแผนการดำเนินงาน\t\t\n\t\tวิธีการ\tระยะเวลา\tผู้รับผิดชอบ"

    [grid] = grids_of(header + "\n1\tก\tข\tค\tง")

    assert grid.has("no", "title", "steps", "period", "responsible")
    assert len(grid.lines) == 1


def test_two_header_rows_with_the_subject_below_are_one_header():
    header = "ตัวชี้วัด\tการพัฒนา\t\tผู้รับผิดชอบ\n\tมาตรการ\tวิธีการ\t"

    grid = grids_of(header + "\nการใช้อำนาจ\tก\tข\tค")[-1]

    assert grid.has("indicator", "title", "steps", "responsible")


@pytest.mark.parametrize(
    ("between", "belongs"), [("แบบวัด EIT", True), ("คณะกรรมการ", False)]
)
def test_numbers_begin_again_under_the_name_of_the_next_instrument(between, belongs):
    _, second = grids_of("ที่\tมาตรการ\tขั้นตอน\n1\tก\tข\n2\tค\tง", between, "1\tจ\tฉ")

    assert second.has("title") is belongs
