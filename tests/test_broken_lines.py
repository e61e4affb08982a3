"""Lines that a scan broke beside a vowel or tone mark."""

import re
import time

import pytest

from itadash import documents, framework
from itadash.documents import broken_lines
from itadash.documents.model import Table
from itadash.reading import read_reports
from tests.texts import POINTS, TITLE, read, table

NAMES = [one.name for one in framework.indicators()]
TEN = dict(enumerate(POINTS, start=1))
HEAD = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566"
MARKS = "\u0e31\u0e34\u0e35\u0e37\u0e38\u0e48\u0e49\u0e4c\u0e33"


def broken(text, gap="\n", *, after=True):
    """Put marks on a line of their own, or at the head of a line."""
    behind = gap if after else ""
    return re.sub(f"[{MARKS}]+", lambda run: f"{gap}{run[0]}{behind}", text)


def listed(names, pattern="{at}. {name} {points:.2f} คะแนน"):
    return "\n".join(
        pattern.format(at=at, name=name, points=points)
        for at, (name, points) in enumerate(zip(names, POINTS, strict=True), start=1)
    )


def points(*blocks):
    return {score.indicator: score.score for score in read(*blocks).scores}


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n", " \n "])
def test_a_vowel_on_its_own_line_goes_back_into_its_word(gap):
    names = [broken(name, gap) for name in NAMES]

    assert points(HEAD, listed(names)) == TEN


def test_a_line_that_begins_with_a_vowel_goes_on_with_the_line_above():
    names = [broken(name, after=False) for name in NAMES]

    assert points(HEAD, listed(names)) == TEN


def test_every_line_of_a_document_may_be_broken_so():
    text = broken("\n\n".join([TITLE, HEAD, listed(NAMES)]))
    [report] = read_reports(text.encode(), "a.txt")

    assert {s.indicator: s.score for s in report.scores} == TEN
    assert report.agency.name == "เทศบาลตำบลทุ่งสมมุติ"
    assert report.agency.province == "น่าน"


def test_a_vowel_on_its_own_line_parts_no_row_of_a_table():
    rows = [(at, broken(name), f"{TEN[at]:.2f}") for at, name in enumerate(NAMES, 1)]

    assert points(HEAD, table("ที่\tตัวชี้วัด\tคะแนน", *rows)) == TEN


def test_a_row_that_ends_in_a_lone_mark_keeps_its_next_cells():
    text = "ที่\tตัวชี้วัด\tคะแนน\n1\tการปฏิบัติหน้าท\nี่\n\t88.50\n2\tการใช้งบประมาณ\t80.00"
    [found] = documents.read(text.encode(), "a.txt").blocks

    assert isinstance(found, Table)
    assert [cell.text for cell in found.rows[1].cells] == [
        "1",
        "การปฏิบัติหน้าที่",
        "88.50",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("หน้าท\nี่\n2. การใช้งบประมาณ", ["หน้าที่", "2. การใช้งบประมาณ"]),
        ("หน้าท\nี่\n\nหัวข้อใหม่", ["หน้าที่", "หัวข้อใหม่"]),
        ("หน้าท\nี่\n91.23 คะแนน", ["หน้าที่ 91.23 คะแนน"]),
        ("ITA\nิ\nบัติ", ["ITA", "ิ", "บัติ"]),
        ("ปี 2566\n\n\nิ\nบัติ", ["ปี 2566", "ิ", "บัติ"]),
        ("ก\nข", ["ก", "ข"]),
    ],
)
def test_lines_are_joined_only_where_a_word_was_cut(text, wanted):
    found = documents.read(text.encode(), "a.txt").paragraphs

    assert [paragraph.text for paragraph in found] == wanted


def test_a_joined_line_stands_where_it_begins_and_moves_no_other():
    found = documents.read("หน้าท\nี่\nรับผิดชอบ\nสอง".encode(), "a.txt").paragraphs

    assert [(p.text, p.place.line) for p in found] == [
        ("หน้าที่รับผิดชอบ", 1),
        ("สอง", 4),
    ]


def test_many_broken_lines_are_read_in_no_time_and_make_no_endless_line():
    lines = [(at, "กิ"[at % 2]) for at in range(100_000)]

    start = time.process_time()
    found = broken_lines.joined(lines)

    assert time.process_time() - start < 5
    assert max(len(text) for _, text in found) <= broken_lines.LONGEST_JOINED
