"""Acts outside the fiscal year, and acts after the report."""

from datetime import date

import pytest
from checked import found, quoted

HEADER = "มาตรการ\tผลการดำเนินการ\n"
OUTSIDE, AFTER = "date_outside_fiscal_year", "date_after_report"


def in_cell(words: str) -> str:
    return f"{HEADER}ติดป้าย\t{words}"


def outside(words: str, year: int | None = 2568):
    return quoted(OUTSIDE, in_cell(words), fiscal_year=year)


def after(words: str, day: date | None = date(2022, 4, 10)):
    return quoted(AFTER, in_cell(words), report_date=day, fiscal_year=2565)


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("๓๐ กันยายน ๒๕๖๗", 1),
        ("๑ ตุลาคม ๒๕๖๗", 0),
        ("๓๐ กันยายน ๒๕๖๘", 0),
        ("1 ตุลาคม 2568", 1),
        ("21 เดือนพฤศจิกายน พ.ศ. 2565", 1),
        ("5/1/2564", 1),
        ("๓๑ กุมภาพันธ์ ๒๕๖๕", 0),  # no such day
    ],
)
def test_an_act_outside_the_fiscal_year_is_quoted(day, count):
    assert len(outside(f"ประชุมพนักงานเมื่อวันที่ {day} ครบทุกกอง")) == count


@pytest.mark.parametrize(
    "words",
    [
        "ประกาศเมื่อวันที่ ๒๓ กุมภาพันธ์ ๒๕๖๖",
        "ตามคำสั่งที่ ๑๒/๒๕๖๖ ลงวันที่ ๒๓ กุมภาพันธ์ ๒๕๖๖",
        "ชี้แจงในคราวประชุมพนักงาน วันที่ ๒๓ กุมภาพันธ์ ๒๕๖๖",
        "ประชุมแล้วเมื่อเดือนกุมภาพันธ์ ๒๕๖๖",
        "ตาม พ.ร.บ. ข้อมูลข่าวสาร พ.ศ. ๒๕๔๐ ได้ประชุมเมื่อวันที่ ๒๓ กุมภาพันธ์ ๒๕๖๖",
        "เมื่อวันพุธที่ ๒๓ กุมภาพันธ์ ๒๕๖๖",
    ],
)
def test_words_of_an_act_before_a_date_report_it_as_done(words):
    assert len(outside(words)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "ตามพระราชบัญญัติข้อมูลข่าวสาร เมื่อวันที่ ๒ กันยายน ๒๕๔๐",
        "มติคณะรัฐมนตรี เมื่อวันที่ ๒๓ มกราคม ๒๕๖๑",
        "เมื่อวันที่ ๒๓ มกราคม ๒๕๖๑ คณะรัฐมนตรีเห็นชอบ",
        "หนังสือกระทรวงมหาดไทย ที่ มท ๐๘๐๘.๒/ว ๑๐๙๕ ลงวันที่ ๒๘ พฤษภาคม ๒๕๖๔",
        "หนังสือ ป.ป.ช. ที่ ปช ๐๐๐๑/๒๓ ลงวันที่ ๒๘ พฤษภาคม ๒๕๖๔",
        "แผนพัฒนาท้องถิ่น ประกาศใช้เมื่อวันที่ ๑๕ มิถุนายน ๒๕๖๔",
        "ระเบียบกระทรวงมหาดไทย พ.ศ. ๒๕๖๐ แผน พ.ศ. ๒๕๖๑-๒๕๘๐",
        "ข้อมูล ณ วันที่ ๓๑ มีนาคม ๒๕๖๖",
        "จะประชุมในวันที่ ๓๐ พฤศจิกายน ๒๕๖๘",
        "ต้องส่งภายในวันที่ ๓๐ พฤศจิกายน ๒๕๖๘",
        "รายงานผลในเดือนกุมภาพันธ์ ๒๕๖๖",
        "ระยะเวลา ตุลาคม ๒๕๖๕ - กันยายน ๒๕๖๖",
        "เลขที่รับเรื่อง ๒๓/๒๕๖๖",
    ],
)
def test_laws_letters_of_others_plans_and_periods_are_no_acts(words):
    assert not outside(words)


@pytest.mark.parametrize(
    "words",
    [
        "แผนพัฒนาท้องถิ่น (พ.ศ. ๒๕๖๖ - ๒๕๗๐) ประกาศใช้เมื่อวันที่ ๓๐ กันยายน ๒๕๖๔",
        "แผนปฏิบัติการป้องกันการทุจริต (พ.ศ. ๒๕๖๖–๒๕๗๐) ได้รับความเห็นชอบเมื่อวันที่ ๙ ธันวาคม ๒๕๖๕",
        "พระราชบัญญัติวินัยการเงินการคลัง พ.ศ. ๒๕๖๑ ประกาศใช้เมื่อวันที่ ๑๙ เมษายน ๒๕๖๑",
        "ข้อบัญญัติงบประมาณรายจ่าย ประจำปี พ.ศ. ๒๕๖๘ ประกาศใช้เมื่อวันที่ ๒๗ กันยายน ๒๕๖๗",
    ],
)
def test_the_year_in_the_name_of_a_law_or_plan_does_not_hide_it(words):
    assert not outside(words)


@pytest.mark.parametrize(
    "words",
    [
        "ได้รับการยกฐานะเป็นเทศบาลตำบล เมื่อวันที่ ๒๕ พฤษภาคม ๒๕๔๒",
        "เทศบาลตำบลทุ่งสมมุติ จัดตั้งเมื่อวันที่ ๒๕ พฤษภาคม ๒๕๔๒",
        "นายกเทศมนตรีได้รับเลือกตั้งเมื่อวันที่ ๒๘ มีนาคม ๒๕๖๔",
    ],
)
def test_the_history_of_an_agency_is_no_act_of_its_measures(words):
    assert not outside(words)
    assert not found(OUTSIDE, words, fiscal_year=2568)


def test_without_a_fiscal_year_no_act_lies_outside():
    assert not outside("ประชุมเมื่อวันที่ ๒๓ กุมภาพันธ์ ๒๕๕๐", year=None)


@pytest.mark.parametrize(
    ("day", "count"),
    [("๕ กันยายน ๒๕๖๗", 0), ("๑๕ ตุลาคม ๒๕๖๘", 0), ("๕ กันยายน ๒๕๖๕", 1)],
)
def test_running_text_may_tell_of_half_a_year_around(day, count):
    text = f"คณะทำงานประชุมวิเคราะห์ผลเมื่อวันที่ {day} แล้ว"

    assert len(found(OUTSIDE, text, fiscal_year=2568)) == count


def test_a_day_is_reported_once_with_its_line_and_words():
    words = "เมื่อวันที่ ๒๓ กุมภาพันธ์ ๒๕๖๖"
    rows = f"{HEADER}ก\tประชุม{words}\nข\tประชุม{words}"

    [finding] = found(OUTSIDE, rows, fiscal_year=2568)

    assert (finding.place.line, finding.place.text) == (2, words)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("ตามบันทึกลงวันที่ ๑๑ เมษายน ๒๕๖๕", 1),
        ("ตามบันทึกลงวันที่ ๑๐ เมษายน ๒๕๖๕", 0),
        ("ตามบันทึกลงวันที่ ๙ เมษายน ๒๕๖๕", 0),
        ("ประชุมแล้วเมื่อเดือนเมษายน ๒๕๖๕", 0),
        ("ประชุมแล้วเมื่อเดือนพฤษภาคม ๒๕๖๕", 1),
    ],
)
def test_an_act_later_than_the_report_is_quoted(words, count):
    assert len(after(words)) == count


@pytest.mark.parametrize(
    "words",
    [
        "รายงานผลในการประชุมพนักงานในเดือนกันยายน ๒๕๖๕",
        "มีวาระจนถึงเดือนกันยายน ๒๕๖๕",
        "ได้ประชุมเมื่อวันที่ ๘ เมษายน ๒๕๖๕ ให้เผยแพร่ในวันที่ ๒๕ เมษายน ๒๕๖๕",
        "กำหนดจัดอบรมวันที่ ๑ กรกฎาคม ๒๕๖๕",
        "จะแล้วเสร็จเมื่อวันที่ ๓๐ กันยายน ๒๕๖๕",
        "ดำเนินการให้แล้วเสร็จภายในวันที่ ๓๐ กันยายน ๒๕๖๕",
        "ตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๔ ถึงวันที่ ๓๐ กันยายน ๒๕๖๕",
    ],
)
def test_a_planned_day_is_not_later_than_the_report(words):
    assert not after(words)


def test_a_report_without_a_date_has_nothing_after_it():
    assert not after("ตามบันทึกลงวันที่ ๑๑ เมษายน ๒๕๖๕", day=None)


def test_the_date_of_an_order_is_no_act_of_another_day():
    text = "สั่ง ณ วันที่ ๒๐ เมษายน พ.ศ. ๒๕๖๕"

    assert not found(AFTER, text, report_date=date(2022, 4, 10))
