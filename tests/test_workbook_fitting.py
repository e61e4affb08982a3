"""Columns, rows and pages that show all there is, on screens and on paper."""

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash import workbook
from itadash.workbook.blocks import Block
from itadash.workbook.cells import lines_of, pieces
from itadash.workbook.fitting import (
    MOST_LINES,
    WIDEST,
    heading_lines,
    height_of,
    lines_of_rows,
    pages_across,
    width_of,
)
from tests.frames import assessment, assessments, measure, measures
from tests.test_workbook import full, gathered, rows_of

A_LIST = "\n".join(f"ข้อที่ {at}" for at in range(1, 51))


def block(*words):
    return Block(list(words), [None] * len(words))


@pytest.mark.parametrize(("lines", "height"), [(1, 24), (2, 52), (40, 388)])
def test_a_row_is_as_high_as_its_lines_and_no_higher_than_excel_allows(lines, height):
    assert height_of(lines) == height <= 409


def test_a_column_is_wider_where_that_shows_a_text_whole():
    paragraph = "คำ" * 400

    assert width_of("หัว", "text", block("สั้น")) < WIDEST
    assert width_of("หัว", "text", block("คำ" * 100)) == WIDEST
    assert lines_of(paragraph, WIDEST) > MOST_LINES
    wide = width_of("หัว", "text", block(paragraph))
    assert wide > WIDEST
    assert lines_of(paragraph, wide) <= MOST_LINES


def test_a_column_is_not_wider_for_a_text_that_no_row_shows():
    assert width_of("หัว", "text", block(f"{'คำ' * 40}\n{A_LIST}")) == WIDEST


def test_rows_say_their_lines_and_which_cells_stand_too_high():
    blocks = [block("ก", "ข\nค", A_LIST), block("ง", "จ", "ฉ")]

    lines, too_high = lines_of_rows(["text", "text"], blocks, [20, 20])

    assert lines == {1: 2, 2: 50}
    assert too_high == [(2, 0)]


@pytest.mark.parametrize(
    ("widths", "pages"),
    [([30], 1), ([30, 170], 1), ([30, 171], 2), ([30, 100, 100, 100], 3), ([300], 1)],
)
def test_a_page_across_takes_the_first_column_and_what_can_be_read(widths, pages):
    assert pages_across(widths) == pages


@given(st.text(alphabet="กข \n", max_size=3_000), st.integers(1, 20))
def test_pieces_are_together_the_text_and_each_fits_its_row(words, lines):
    found = pieces(words, width=WIDEST, lines=lines)

    assert "".join(found) == words
    assert all(lines_of(one.rstrip("\n"), WIDEST) <= lines for one in found)


def test_a_text_that_no_row_shows_stands_whole_on_its_own_sheet():
    rows, own = assessments(assessment()), measures(measure(steps=A_LIST))

    book = full(rows, own)

    (cell,) = (c for row in book["มาตรการ"] for c in row if c.value == A_LIST)
    assert cell.border.bottom.style == "dashed"
    assert book["มาตรการ"].row_dimensions[cell.row].height <= 409
    parts = [row["ข้อความ"] for row in rows_of(book["ข้อความเต็ม"])]
    assert "".join(parts) == A_LIST
    assert all(lines_of(part.rstrip(), WIDEST) <= MOST_LINES for part in parts)


@pytest.mark.parametrize("letters", [20, 250])
def test_a_cover_of_many_files_names_some_and_counts_the_rest(letters):
    rows = [
        assessment(at, source=f"{at:03}{'ก' * letters}.pdf") for at in range(1, 151)
    ]
    content = workbook.workbook_bytes(gathered(assessments(*rows)))

    book = openpyxl.load_workbook(io.BytesIO(content))

    (line,) = (row for row in book["ปก"].iter_rows() if row[0].value == "ที่มา")
    assert "และอีก" in line[1].value
    assert book["ปก"].row_dimensions[line[0].row].height <= 409
    assert "ข้อความเต็ม" not in book.sheetnames


def test_the_cover_says_limits_and_version():
    words = {
        str(row[1])
        for row in full(assessments(assessment()))["ปก"].iter_rows(values_only=True)
    }

    assert any(word.startswith("itadash ") for word in words)
    assert any("ไม่ได้เติมและไม่นับเป็นศูนย์" in word for word in words)
    assert any(word.startswith("เส้นประใต้ช่อง") for word in words)


@pytest.mark.parametrize(
    ("title", "width", "lines"),
    [("คะแนน", 14, 1), ("4. การใช้ทรัพย์สินของราชการ", 14, 3), ("", 9, 1)],
)
def test_a_heading_gets_the_lines_it_needs_beside_its_filter(title, width, lines):
    assert heading_lines([title], [width]) >= lines
