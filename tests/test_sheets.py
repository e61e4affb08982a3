"""Workbooks and CSV: what a sheet shows becomes paragraphs and tables."""

import io
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from itadash import documents
from itadash.documents import shown
from itadash.documents.limits import Limits
from itadash.documents.model import Paragraph
from itadash.errors import TooLargeError
from itadash.reading import read_reports
from itadash.records import report_record
from tests.same_records import differences
from tests.writers import csv, xlsx

SAMPLES = sorted((Path(__file__).parents[1] / "data" / "reports").glob("*.txt"))
WRITERS = {
    "xlsx": xlsx.write,
    "csv": csv.write,
    "csv of semicolons": lambda one: csv.write(one, separator=";"),
    "csv of tabs in UTF-16": lambda one: csv.write(
        one, separator="\t", encoding="utf-16"
    ),
}


def saved(fill, *, title="แผ่นงาน"):
    book = Workbook()
    book.active.title = title
    fill(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read(fill, **named):
    return documents.read(saved(fill, **named), "ตาราง.xlsx")


def texts(document):
    return [
        block.text
        if isinstance(block, Paragraph)
        else [[cell.text for cell in row.cells] for row in block.rows]
        for block in document.blocks
    ]


def records(content, name):
    return [report_record(report) for report in read_reports(content, name)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", WRITERS)
def test_a_sample_laid_out_in_a_sheet_reads_as_the_same_record(path, kind):
    content = path.read_bytes()
    document = documents.read(content, path.name)

    laid_out = WRITERS[kind](document)

    assert not differences(records(content, "a"), records(laid_out, "a"))


def test_rows_of_one_cell_around_a_table_are_running_text():
    def fill(book):
        for row in (["ผลการประเมิน"], ["ตัวชี้วัด", "คะแนน"], ["ก", 1], ["ที่มา"]):
            book.active.append(row)

    assert texts(read(fill)) == [
        "ผลการประเมิน",
        [["ตัวชี้วัด", "คะแนน"], ["ก", "1"]],
        "ที่มา",
    ]


def test_empty_rows_part_tables_and_their_places_are_cells():
    def fill(book):
        sheet = book.active
        sheet["B2"], sheet["C2"], sheet["B5"], sheet["D5"] = "ก", "ข", "ค", "ง"

    tables = read(fill, title="ปี 2566").tables

    assert [table.rows[0].place.line for table in tables] == ["ปี 2566!B2", "ปี 2566!B5"]
    assert [len(table.rows[0].cells) for table in tables] == [2, 3]


def test_a_merged_cell_has_its_text_once_and_blanks_elsewhere():
    def fill(book):
        sheet = book.active
        sheet["A1"], sheet["B1"], sheet["B2"] = "หน่วยงาน", "IIT", "1"
        sheet["C2"] = "2"
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:C1")

    assert texts(read(fill)) == [[["หน่วยงาน", "IIT", ""], ["", "1", "2"]]]


def test_hidden_sheets_are_left_out_and_others_are_pages():
    def fill(book):
        book.active["A1"] = "หนึ่ง"
        for name, state in (
            ("ซ่อน", "hidden"),
            ("ลึก", "veryHidden"),
            ("สอง", "visible"),
        ):
            sheet = book.create_sheet(name)
            sheet.sheet_state = state
            sheet["A1"] = name

    document = read(fill)

    assert texts(document) == ["หนึ่ง", "สอง"]
    assert [page.number for page in document.pages] == [1, 2]


def test_a_formula_without_a_stored_value_is_an_empty_cell():
    def fill(book):
        book.active.append(["รวม", "=SUM(1,2)", "ก"])

    assert texts(read(fill)) == [[["รวม", "", "ก"]]]


def test_a_date_is_shown_as_day_month_year_of_its_calendar():
    def fill(book):
        book.active.append([datetime(2021, 3, 31), datetime(2021, 3, 31)])
        book.active["A1"].number_format = "d/m/yyyy"
        book.active["B1"].number_format = "[$-D07041E]d/m/yyyy"

    assert texts(read(fill)) == [[["31/3/2021", "31/3/2564"]]]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (69.58, "General", "69.58"),
        (69.58000000000001, "General", "69.58"),
        (25, "0.00", "25.00"),
        (25, "General", "25"),
        (0.6958, "0.00%", "69.58%"),
        (95, '0.0" คะแนน"', "95.0 คะแนน"),
        (1234.5, "#,##0.00", "1,234.50"),
        (-3.2, "0.0;(0.0)", "(3.2)"),
        (0, '0.00;-0.00;"-"', "-"),
        (3, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', "3.00"),
        (0, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', "-"),
        (84.996, "[Red]0.00", "85.00"),
        (84.995, "# ?/?", "84.995"),
        (69.58, "t0.00", "69.58"),
        (69.58, "[$-D00041E]0.00", "69.58"),
    ],
)
def test_a_number_is_read_as_its_format_shows_it(value, code, text):
    assert shown.number(value, code) == text


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_the_separator_of_a_csv_is_told_by_its_rows(separator, encoding):
    rows = ["หน่วยงาน|ก|ข", 'ทต.ทดลอง|88.50|"1|2\nสอง"', "อบต.สมมุติ|90.00|"]
    content = "\r\n".join(rows).replace("|", separator).encode(encoding)

    found = texts(documents.read(content, "a.csv"))

    assert found[0][0] == ["หน่วยงาน", "ก", "ข"]
    assert found[0][1] == ["ทต.ทดลอง", "88.50", f"1{separator}2\nสอง"]


def test_running_text_with_commas_stays_a_text():
    text = "มาตรการ, แนวทาง และอื่น ๆ\nหนึ่ง สอง\nสาม, สี่, ห้า\nหก"

    assert len(documents.read(text.encode(), "a.txt").paragraphs) == 4


def test_a_sheet_whose_cells_lie_too_far_apart_is_refused():
    def fill(book):
        for row in range(1, 60):
            book.active.cell(row, 1, "ก")
        book.active.cell(60, 16_000, "ข")

    with pytest.raises(TooLargeError):
        read(fill)


@pytest.mark.parametrize("limits", [Limits(rows=3), Limits(cells=5), Limits(columns=1)])
def test_a_workbook_over_a_bound_is_refused(limits):
    def fill(book):
        for row in range(4):
            book.active.append([row, row])

    with pytest.raises(TooLargeError):
        documents.read(saved(fill), "ใหญ่.xlsx", limits)
    with pytest.raises(TooLargeError):
        documents.read("ก,ข,ค\n1,2,3\n4,5,6\n7,8,9".encode(), "ใหญ่.csv", limits)


def test_a_csv_of_200_megabytes_is_refused_by_its_size(tmp_path):
    path = tmp_path / "ใหญ่.csv"
    with path.open("wb") as file:
        file.truncate(200_000_000)

    with pytest.raises(TooLargeError):
        documents.load(path)
