import codecs
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash import documents
from itadash.documents import signatures
from itadash.documents.limits import Limits
from itadash.documents.markup import paragraphs
from itadash.documents.model import Paragraph, Table
from itadash.errors import (
    EmptyFileError,
    LineTooLongError,
    NotThaiTextError,
    TooLargeError,
    UnreadableFileError,
    UnsupportedFormatError,
)

THAI = "รายงานผลการประเมิน ๒๕๖๗\nตัวชี้วัด\tคะแนน"


def read(text):
    return documents.read(text.encode(), "a.txt")


def cells(row):
    return [cell.text for cell in row.cells]


def test_lines_without_a_tab_are_paragraphs_with_their_line():
    document = read("หนึ่ง\n\nสอง")

    assert [(p.text, p.place.line) for p in document.paragraphs] == [
        ("หนึ่ง", 1),
        ("สอง", 3),
    ]


def test_lines_with_tabs_are_rows_of_one_table_until_an_empty_line():
    document = read("ก\tข\nค\tง\n\nจ\tฉ")

    first, second = document.tables
    assert [cells(row) for row in first.rows] == [["ก", "ข"], ["ค", "ง"]]
    assert [row.place.line for row in second.rows] == [4]


def test_a_line_without_a_tab_between_two_rows_is_a_row_of_one_cell():
    document = read("ก\tข\nหัวข้อ\nค\tง")

    [table] = document.tables
    assert cells(table.rows[1]) == ["หัวข้อ"]


def test_text_right_above_a_table_is_no_row():
    document = read("ชื่อตาราง\nก\tข")

    assert [type(block) for block in document.blocks] == [Paragraph, Table]


def test_a_line_of_tabs_only_ends_a_table_like_an_empty_line():
    document = read("ก\tข\n\t\nค\tง")

    assert len(document.tables) == 2


def test_empty_cells_are_kept_so_that_columns_stay_in_place():
    [table] = read("\tก\t\tข\t").tables

    assert cells(table.rows[0]) == ["", "ก", "", "ข", ""]
    assert table.rows[0].filled == (1, 3)


def test_a_row_answers_for_columns_that_it_does_not_have():
    [table] = read("ก\tข").tables

    assert table.rows[0].cell(7).text == ""


def test_a_form_feed_begins_a_page_and_counts_no_line():
    document = read("หนึ่ง\n\fสอง\nสาม\fสี่")

    assert [[p.text for p in page.blocks] for page in document.pages] == [
        ["หนึ่ง"],
        ["สอง", "สาม"],
        ["สี่"],
    ]
    assert [p.place.line for p in document.paragraphs] == [1, 2, 3, 3]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_alike_whatever_ends_them(end):
    document = read(end.join(["หนึ่ง", "", "ก\tข", "ค\tง"]))

    assert [row.place.line for row in document.tables[0].rows] == [3, 4]
    assert cells(document.tables[0].rows[1]) == ["ค", "ง"]


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("<p>ก</p><p>ข</p>", ("ก", "ข")),
        ("ก<br>ข<br/>ค", ("ก", "ข", "ค")),
        ("<ul><li>ก</li><li>ข</li></ul>", ("ก", "ข")),
        ("<B>ก</B> <span class='x'>ข</span>", ("ก ข",)),
        ("ก &amp; ข&nbsp;&lt;ค&gt;", ("ก & ข <ค>",)),
        ("<a href='x'>ลิงก์</a><img src=y>", ("ลิงก์",)),
        ("ก<!-- ซ่อน -->ข", ("กข",)),
        ("คะแนน <85 และ >70", ("คะแนน <85 และ >70",)),
        ("<ชื่อหน่วยงาน>", ("<ชื่อหน่วยงาน>",)),
        ("  ก \u00a0 ข  ", ("ก ข",)),
        ("", ()),
        ("<p></p> <br>", ()),
    ],
)
def test_markup_goes_and_the_words_of_a_cell_stay(cell, parts):
    assert paragraphs(cell) == parts


def test_a_heading_mark_is_no_part_of_the_text():
    assert read("## ผลการประเมิน #1").paragraphs[0].text == "ผลการประเมิน #1"


@given(st.lists(st.text("กขคงาี่๑๒ .-(ABCD", max_size=12), min_size=2, max_size=5))
def test_cells_keep_their_text(parts):
    line = "\t".join(parts)

    tables = read("หัว\n\n" + line).tables

    printed = [" ".join(part.split()) for part in parts]
    assert [cells(t.rows[0]) for t in tables] == ([printed] if line.strip() else [])


@pytest.mark.parametrize(
    "content",
    [
        THAI.encode("utf-8"),
        THAI.encode("utf-8-sig"),
        THAI.encode("utf-16"),
        codecs.BOM_UTF16_BE + THAI.encode("utf-16-be"),
        THAI.encode("utf-16-le"),
        THAI.encode("utf-16-be"),
        THAI.encode("cp874"),
        THAI.encode("tis-620"),
    ],
    ids=["utf8", "utf8-bom", "utf16", "be-bom", "le", "be", "cp874", "tis620"],
)
def test_thai_text_is_read_in_every_encoding_that_thai_is_written_in(content):
    document = documents.read(content, "a.txt")

    assert document.paragraphs[0].text == "รายงานผลการประเมิน ๒๕๖๗"
    assert cells(document.tables[0].rows[0]) == ["ตัวชี้วัด", "คะแนน"]


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)) * 20,
        "これは日本語の文章です。".encode("shift-jis") * 20,
        "élève déjà reçu à l'école".encode("latin-1") * 20,
        "Это русский текст, не тайский".encode("cp1251") * 20,
        b"\xff\xfe\x00\xd8",
        "ข้อความ".encode() + b"\xff\xfe\x80",
    ],
    ids=["binary", "japanese", "french", "russian", "half a pair", "broken"],
)
def test_bytes_that_are_no_thai_text_are_refused(content):
    with pytest.raises(NotThaiTextError, match=r"a\.txt"):
        documents.read(content, "a.txt")


@pytest.mark.parametrize(
    "content",
    [b"", b" \r\n\t\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE + b"\n\0", b"\f"],
)
def test_a_file_without_a_letter_is_refused_as_empty(content):
    with pytest.raises(EmptyFileError, match=r"a\.txt"):
        documents.read(content, "a.txt")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, "PNG"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 20, "JPEG"),
        (b"Rar!" + b"\0" * 20, "RAR"),
        (b"From: <Saved by Blink>\nContent-Type: multipart/related;", "MHTML"),
        (b"<?xml version='1.0'?><svg/>", "XML"),
    ],
)
def test_a_format_is_told_by_its_bytes_and_not_by_its_name(content, found):
    with pytest.raises(UnsupportedFormatError, match=found):
        documents.read(content, "report.txt")


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE html><html><body>x</body></html>",
        b"\xef\xbb\xbf  <HTML lang=th>",
        b"<!-- x -->\n<html>",
        b"<?xml version='1.0'?>\n<!DOCTYPE html>",
        "<html><body>ก</body></html>".encode("utf-16"),
    ],
)
def test_a_web_page_is_told_by_its_bytes(content):
    assert signatures.kind(content) == "html"


def test_a_word_that_looks_like_a_signature_does_not_hide_a_text():
    document = documents.read("BMA รายงานผลการประเมินคุณธรรม".encode(), "a.txt")

    assert document.paragraphs[0].text.startswith("BMA")


@pytest.mark.parametrize(("size", "error"), [(100, None), (101, TooLargeError)])
def test_a_file_is_refused_when_it_is_over_the_limit(tmp_path, size, error):
    path = tmp_path / "ใหญ่.txt"
    path.write_bytes(b"x" * size)

    if error is None:
        assert len(documents.load(path, Limits(file_bytes=100))) == size
    else:
        with pytest.raises(error, match=r"ใหญ่\.txt"):
            documents.load(path, Limits(file_bytes=100))
        with pytest.raises(error):
            documents.read(path.read_bytes(), path.name, Limits(file_bytes=100))


@pytest.mark.parametrize(("length", "refused"), [(50, False), (51, True)])
def test_a_line_is_refused_when_it_is_over_the_limit(length, refused):
    content = ("บรรทัดแรก\n" + "ก" * length).encode()
    limits = Limits(line_characters=50)

    if refused:
        with pytest.raises(LineTooLongError, match="2"):
            documents.read(content, "a.txt", limits)
    else:
        assert documents.read(content, "a.txt", limits).paragraphs[1].place.line == 2


def test_a_path_that_is_not_there_is_refused_with_its_name(tmp_path):
    with pytest.raises(UnreadableFileError, match=r"หาย\.txt"):
        documents.load(tmp_path / "หาย.txt")


def test_a_folder_is_refused_as_a_file(tmp_path):
    with pytest.raises(UnreadableFileError):
        documents.load(tmp_path)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "ท่อ.txt")

    with pytest.raises(UnreadableFileError, match="ไม่ใช่ไฟล์ปกติ"):
        documents.load(tmp_path / "ท่อ.txt")


@pytest.mark.parametrize("limits", [Limits(lines=2), Limits(rows=2)])
def test_more_lines_or_rows_than_the_limit_are_refused(limits):
    with pytest.raises(TooLargeError):
        documents.read("ก\tข\nค\tง\nจ\tฉ".encode(), "a.txt", limits)


def test_an_unclosed_comment_stays_and_a_closed_one_goes():
    [paragraph] = documents.read("ก<!-- x -->ข<!-- ค".encode(), "a.txt").paragraphs

    assert paragraph.text == "กข<!-- ค"
