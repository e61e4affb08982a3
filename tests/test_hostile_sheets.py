"""Damaged and hostile workbooks: nothing but a sentence for the user comes out."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from itadash import documents
from itadash.errors import (
    DamagedFileError,
    EncryptedFileError,
    ItadashError,
    TooLargeError,
    UnsupportedFormatError,
)
from tests.writers import xls

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROWS = [["ตาราง"], ["หน่วยงาน", "คะแนน"], ["เทศบาลตำบลทดลอง", 69.58], ["ข", 25.0]]
SHEET = "xl/worksheets/sheet1.xml"


def workbook():
    buffer = io.BytesIO()
    with Workbook(buffer) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(ROWS):
            sheet.write_row(at, 0, row)
    return buffer.getvalue()


XLSX, XLS = workbook(), xls.write(ROWS)
CSV = "\n".join(",".join(map(str, [*row, ""][:2])) for row in ROWS).encode()


def with_part(part, content):
    """The workbook with one of its parts exchanged."""
    buffer = io.BytesIO()
    old = zipfile.ZipFile(io.BytesIO(XLSX))
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return buffer.getvalue()


def opened(content):
    """Read bytes; True where they were read, False where they were refused."""
    try:
        documents.read(content, "แฟ้ม")
    except ItadashError:
        return False
    return True


@pytest.mark.parametrize("content", [XLSX, XLS, CSV], ids=["xlsx", "xls", "csv"])
def test_a_whole_file_is_read(content):
    [table] = documents.read(content, "แฟ้ม").tables

    assert [cell.text for cell in table.rows[1].cells] == ["เทศบาลตำบลทดลอง", "69.58"]
    assert table.rows[2].cells[1].text in ("25", "25.0")


def test_an_old_workbook_says_where_its_rows_stand():
    table = documents.read(XLS, "เก่า.xls").tables[0]

    assert table.rows[0].place.line == "แผ่น!A2"


@pytest.mark.parametrize("content", [XLSX, CSV], ids=["xlsx", "csv"])
def test_a_file_cut_anywhere_is_read_or_refused(content):
    for end in range(0, len(content), 7):
        opened(content[:end])


def test_an_old_workbook_cut_anywhere_is_read_or_refused():
    for end in range(0, len(XLS), 400):
        opened(XLS[:end])


@given(
    st.lists(st.tuples(st.integers(0, len(XLSX) - 1), st.integers(0, 255)), max_size=9)
)
def test_a_workbook_with_flipped_bytes_is_read_or_refused(flips):
    damaged = bytearray(XLSX)
    for at, byte in flips:
        damaged[at] = byte

    opened(bytes(damaged))


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1))
@pytest.mark.parametrize(
    "part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"]
)
def test_a_part_with_flipped_bytes_is_read_or_refused(part, flips):
    content = bytearray(zipfile.ZipFile(io.BytesIO(XLSX)).read(part))
    for at, byte in flips:
        content[at % len(content)] = byte

    opened(with_part(part, bytes(content)))


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 6000), st.integers(0, 255)), min_size=1))
def test_an_old_workbook_with_flipped_bytes_is_read_or_refused(flips):
    damaged = bytearray(XLS)
    for at, byte in flips:
        damaged[at % len(damaged)] = byte

    opened(bytes(damaged))


def test_a_table_of_sectors_that_ends_the_library_is_refused():
    endless = XLS[:512] + b"\x02\0\0\0" * 128 + XLS[1024:]

    with pytest.raises(ItadashError):
        documents.read(endless, "เก่า.xls")


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE a [<!ENTITY b "ก"><!ENTITY c "&b;&b;&b;">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/hostname">',
    ],
)
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_that_declares_entities_is_refused(head, part, encoding):
    content = f'<?xml version="1.0" encoding="{encoding}"?>{head}<a>&c;</a>'

    with pytest.raises(DamagedFileError):
        documents.read(with_part(part, content.encode(encoding)), "แฟ้ม.xlsx")


def test_a_sheet_that_unpacks_too_far_is_refused():
    with pytest.raises(TooLargeError):
        documents.read(with_part(SHEET, b"<a>" + b" " * 50_000_000), "แฟ้ม.xlsx")


def test_a_sheet_of_too_many_cells_is_refused():
    row = "<row>" + "<c><v>1</v></c>" * 20 + "</row>"
    sheet = f"<worksheet><sheetData>{row * 30_000}</sheetData></worksheet>"

    with pytest.raises(TooLargeError):
        documents.read(with_part(SHEET, sheet.encode()), "แฟ้ม.xlsx")


def test_deeply_nested_parts_are_read_or_refused():
    deep = b"<a>" * 100_000 + b"</a>" * 100_000

    opened(with_part(SHEET, deep))
    opened(with_part("xl/sharedStrings.xml", deep.replace(b"a>", b"si>")))


@pytest.mark.parametrize(
    "cell",
    [
        '<c t="s"><v>99999999999999999999999</v></c>',
        '<c s="77"><v>5</v></c>',
        "<c><v>1e999</v></c>",
        '<c r="ZZZ9999999"><v>5</v></c>',
        "<c><v>ห้า</v></c>",
        '<c t="e"><v>#DIV/0!</v></c>',
        "<c/>",
    ],
)
def test_an_odd_cell_does_not_stop_the_others(cell):
    row = f'<row><c t="str"><v>ก</v></c><c t="str"><v>ข</v></c>{cell}</row>'
    sheet = f"<worksheet><sheetData>{row}</sheetData></worksheet>".encode()

    [table] = documents.read(with_part(SHEET, sheet), "แฟ้ม.xlsx").tables

    assert [one.text for one in table.rows[0].cells][:2] == ["ก", "ข"]


def test_a_workbook_with_a_password_is_refused_with_the_cure():
    locked = OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600

    with pytest.raises(EncryptedFileError, match="รหัสผ่าน"):
        documents.read(locked, "ลับ.xlsx")


def test_another_file_of_old_office_is_no_workbook():
    other = OLE + b"\0" * 600 + "PowerPoint Document".encode("utf-16-le") + b"\0" * 600

    with pytest.raises(UnsupportedFormatError):
        documents.read(other, "สไลด์.ppt")
