import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itadash import documents
from itadash.documents.markdown import is_markdown, unmarked
from itadash.errors import ItadashError


def read(text):
    return documents.read(text.encode(), "a.md")


def texts(document):
    return [paragraph.text for paragraph in document.paragraphs]


def tables_of(document):
    return [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in document.tables
    ]


PIPES = "# หัว\n\n| ก | ข |\n|---|:-:|\n| **ค** | ง<br>จ |\n| | ฉ |\n\nท้าย"


def test_pipe_tables_are_tables_and_keep_their_lines():
    document = read(PIPES)

    assert tables_of(document) == [[["ก", "ข"], ["ค", "ง\nจ"], ["", "ฉ"]]]
    assert [row.place.line for row in document.tables[0].rows] == [3, 5, 6]
    assert texts(document) == ["หัว", "ท้าย"]


def test_pipes_at_the_ends_of_a_row_may_be_missing():
    assert tables_of(read("ก | ข\n--|--\nค | ง")) == [[["ก", "ข"], ["ค", "ง"]]]


def test_a_row_with_fewer_cells_is_as_wide_as_the_first():
    assert tables_of(read("|ก|ข|ค|\n|-|-|-|\n|ง|"))[0][1] == ["ง", "", ""]


def test_an_escaped_pipe_is_a_letter():
    assert tables_of(read("|ก|ข|\n|-|-|\n|ค\\|ง|จ|"))[0][1] == ["ค|ง", "จ"]


def test_a_header_that_is_repeated_inside_a_table_stays_a_row():
    document = read("|ก|ข|\n|-|-|\n|ค|ง|\n|ก|ข|\n|-|-|\n|จ|ฉ|")

    assert tables_of(document) == [[["ก", "ข"], ["ค", "ง"], ["ก", "ข"], ["จ", "ฉ"]]]


@pytest.mark.parametrize(
    "text",
    [
        "ก\tข\nค\tง\n\n| จ | ฉ |\n|---|---|\n| ช | ซ |",
        "ก | ข\nค | ง",
        "| ก | ข |\n|---|",
        "ก\n---\nข",
        "<table> ในประโยค",
    ],
)
def test_a_text_with_tabbed_cells_or_without_a_row_of_dashes_is_no_markdown(text):
    assert not is_markdown(text)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("**หนา**และ__ขีด__", "หนาและ__ขีด__"),
        ("__ขีด__ และ _เอียง_", "ขีด และ เอียง"),
        ("***หนาเอียง***", "หนาเอียง"),
        ("> อ้าง", "อ้าง"),
        ("## หัว ##", "## หัว"),
        ("* ข้อ", "- ข้อ"),
        ("1\\. ข้อ \\*", "1. ข้อ *"),
        ("`รหัส`", "รหัส"),
        ("[เว็บ](https://x.example/a)", "เว็บ"),
        ("[๑](ก)", "[๑](ก)"),
        ("5*3*2 และ file_name_x", "5*3*2 และ file_name_x"),
        ("* หมายเหตุ * ดอกจัน", "- หมายเหตุ * ดอกจัน"),
        ("---", ""),
        ("```", ""),
        ("คะแนน > 85", "คะแนน > 85"),
        ("ก  \\", "ก  "),
    ],
)
def test_marks_of_style_go_and_letters_stay(line, words):
    assert unmarked(line) == words


def test_html_tables_in_a_text_are_tables_with_their_merged_cells():
    rows = (
        "<tr><th>ก</th><th>ข</th></tr>\n<tr><td rowspan=2>ค</td><td>ง &amp; จ</td></tr>"
        "\n<tr><td>ฉ<br>ช</td></tr>"
    )

    document = read(f"**หัว**\n\n<table>\n{rows}\n</table>\nท้าย")

    assert tables_of(document) == [[["ก", "ข"], ["ค", "ง & จ"], ["", "ฉ\nช"]]]
    assert [row.place.line for row in document.tables[0].rows] == [4, 5, 6]
    assert texts(document) == ["หัว", "ท้าย"]


def test_two_html_tables_without_a_blank_line_stay_two():
    table = "<table><tr><td>ก</td><td>ข</td></tr></table>"

    assert len(read(f"{table}\n{table}").tables) == 2


def test_a_table_that_is_never_closed_is_text():
    table = "<table><tr><td>ก</td><td>ข</td></tr></table>"

    assert len(read(f"{table}\n<table><tr><td>ค\n{table}").tables) == 1


@settings(max_examples=500, deadline=None)
@given(st.text("|-:\n \\*_`[]()<>#ก8./", max_size=200))
def test_signs_in_any_order_are_read(text):
    with contextlib.suppress(ItadashError):
        read("| ก | ข |\n|---|---|\n" + text)


PIECES = "| *ก **ก␣ _ก␣ ` [ ]( ](. <table <tr> \\ >␣ #␣ ␣|".replace("␣", "\u00a0")


@pytest.mark.parametrize("piece", PIECES.split(" "))
def test_a_long_line_of_one_sign_takes_no_longer_than_it_is(piece):
    line = piece * (100_000 // len(piece))
    begun = time.perf_counter()

    read(f"| ก | ข |\n|---|---|\n| ค | {line} |\n\n{line}")

    assert time.perf_counter() - begun < 5


def test_many_tables_that_are_never_closed_take_no_longer_than_their_lines():
    begun = time.perf_counter()

    read("<table><tr></table>\n" + "<table>\n" * 50_000)

    assert time.perf_counter() - begun < 5
