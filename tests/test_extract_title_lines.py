"""Titles over several lines, each a paragraph of its own."""

import time

import pytest

from itadash import extract
from itadash.documents.model import Document, Page, Paragraph
from itadash.extract import years
from itadash.extract.agency import find_agency
from itadash.extract.title_lines import titles_joined
from itadash.model import Place

RESULT = "ผลการประเมินคุณธรรมและความโปร่งใส"
OF_STATE = "ในการดำเนินงานของหน่วยงานภาครัฐ"
AGENCY = "เทศบาลตำบลทุ่งสมมุติ อำเภอปัว จังหวัดน่าน"
YEAR = "ประจำปีงบประมาณ พ.ศ. 2564"


def passages(lines, step):
    """Read lines as paragraphs whose places are `step` apart; 0 is one PDF page."""
    places = [Place(1 + at * step) for at in range(len(lines))]
    blocks = tuple(map(Paragraph, lines, places))
    return extract.passages(Document("a", (Page(1, blocks),)))


TITLES = [
    [RESULT, YEAR],
    [f"{RESULT} {OF_STATE} (ITA)", YEAR],
    [RESULT, f"{OF_STATE} (ITA)", YEAR],
    [RESULT, f"{OF_STATE} {YEAR}"],
    [f"รายงาน{RESULT}", OF_STATE, AGENCY, YEAR],
    [RESULT, f"ของ{AGENCY}", "ประจำปี ๒๕๖๔"],
    [RESULT, f"({YEAR})"],
    [RESULT, "ปี พ.ศ. ๒๕๖๔", AGENCY],
    ["รายงานการวิเคราะห์ผลการประเมิน", OF_STATE, f"{YEAR} {AGENCY}"],
    ["สรุปผลคะแนน", AGENCY, "ปีงบประมาณ 2564"],
    ["- ร่าง -", RESULT, YEAR],
]


@pytest.mark.parametrize("step", [0, 1, 2])
@pytest.mark.parametrize("title", TITLES)
def test_a_title_over_several_lines_names_its_year(title, step):
    found = passages([*title, "1. หลักการ", "เทศบาลจัดทำรายงานนี้"], step)

    assert years.assessed_year(found, None) == 2564


@pytest.mark.parametrize("title", TITLES)
def test_joined_lines_still_name_the_agency(title):
    own = [*title, AGENCY] if not any(AGENCY in line for line in title) else title
    found = find_agency(passages(own, 0), [])

    assert (found.name, found.province) == ("เทศบาลตำบลทุ่งสมมุติ", "น่าน")


@pytest.mark.parametrize(
    "lines",
    [
        ["เทศบาลได้รับแจ้งผลการประเมินแล้ว", "ปีงบประมาณ พ.ศ. 2564"],
        [RESULT, "แผนพัฒนาท้องถิ่น ปี 2564"],
        [RESULT, "1. งบประมาณ ปี 2564"],
        [RESULT, "ในปีงบประมาณ พ.ศ. 2564 จะจัดกิจกรรมให้ความรู้"],
        ["ผลการประเมิน มีรายละเอียดดังนี้", "ปีงบประมาณ 2564"],
        [RESULT, "เรียน นายกเทศมนตรี", "ปี 2564"],
        [RESULT, "วันที่ 5 ตุลาคม", "ประจำปี 2564"],
        [RESULT + " พบว่าการใช้งบประมาณต้องปรับปรุง", "ปี 2564"],
        [RESULT + " และแนวทาง" * 20, "ปี 2564"],
        [f"{RESULT} ปี 2563", "ปี 2564"],
        ["บันทึกข้อความ", "ปี 2564"],
    ],
)
def test_ordinary_lines_are_not_joined(lines):
    assert titles_joined(lines) == lines


def test_only_titles_near_the_top_are_joined():
    lines = [f"ข้อความ {at}" for at in range(30)] + [RESULT, YEAR]

    assert titles_joined(lines) == lines


def test_the_title_of_measures_is_still_of_the_measures():
    lines = ["มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", YEAR, RESULT]
    found = passages([*lines, "ประจำปีงบประมาณ พ.ศ. 2563"], 0)

    assert years.fiscal_year(found) == 2564
    assert years.assessed_year(found, 2564) == 2563


def test_titles_are_joined_in_linear_time():
    started = time.perf_counter()
    titles_joined(["ปี " * 100_000, RESULT, "พ.ศ." + " " * 100_000, "ปี 2564"] * 5)
    assert time.perf_counter() - started < 2
