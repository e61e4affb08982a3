import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itadash import documents
from itadash.documents.limits import Limits
from itadash.errors import (
    DamagedFileError,
    ItadashError,
    LineTooLongError,
    NoItaContentError,
    NotThaiTextError,
    TooLargeError,
)
from itadash.reading import read_reports

PAGE = "<!DOCTYPE html><html><head>{}</head><body>{}</body></html>"


def read(body, head=""):
    return documents.read(PAGE.format(head, body).encode(), "a.html")


def texts(document):
    return [paragraph.text for paragraph in document.paragraphs]


def table_of(document):
    [table] = document.tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_paragraphs_and_tables_keep_their_order_and_places():
    document = read("<p>ก<br>ข</p><table><tr><td>ค<td>ง</table>จ<div>ฉ</div>")

    assert texts(document) == ["ก", "ข", "จ", "ฉ"]
    assert [one.place.line for one in document.paragraphs] == [1, 2, 6, 8]
    assert document.tables[0].rows[0].place.line == 4


def test_cells_merged_both_ways_have_their_words_in_their_first_row_and_column():
    rows = (
        "<tr><th rowspan=2>ก<th colspan=2>ข</tr><tr><th>ค<th>ง</tr>"
        "<tr><td>๑<td rowspan='2'>ร่วม<td>จ</tr><tr><td>๒<td>ฉ</tr>"
    )

    assert table_of(read(f"<table>{rows}</table>")) == [
        ["ก", "ข", ""],
        ["", "ค", "ง"],
        ["๑", "ร่วม", "จ"],
        ["๒", "", "ฉ"],
    ]


def test_a_cell_over_all_rows_ends_with_its_section_and_the_foot_comes_last():
    rows = (
        "<tfoot><tr><td>รวม<td>ท้าย</tfoot>"
        "<tbody><tr><td rowspan=0>ก<td>ข<tr><td>ค</tbody>"
    )

    assert table_of(read(f"<table>{rows}</table>")) == [
        ["ก", "ข"],
        ["", "ค"],
        ["รวม", "ท้าย"],
    ]


def test_columns_in_which_no_cell_begins_are_none():
    rows = "<tr><td colspan=3>ก<td>ข<tr><td colspan=3>ค<td>ง<tr><td><td><td><td>"

    assert table_of(read(f"<table>{rows}</table>")) == [["ก", "ข"], ["ค", "ง"]]


def test_a_table_that_lays_out_the_page_gives_what_is_in_it():
    inner = "<table><tr><td>ก<td>ข<tr><td>ค<td>ง</table>"
    document = read(f"<table><tr><td>เมนู<td><p>หัว</p>{inner}</table>")

    assert texts(document) == ["เมนู", "หัว"]
    assert table_of(document) == [["ก", "ข"], ["ค", "ง"]]


def test_a_small_table_inside_a_cell_is_lines_of_the_cell():
    inner = "<table><tr><td>๑<td>ขอ<tr><td>๒<td>รับ</table>"
    rows = f"<tr><td>ก<td>ข<td>ค<tr><td>ง<td>{inner}จบ<td>จ<tr><td>ฉ<td>ช<td>ซ"

    [table] = read(f"<table>{rows}</table>").tables

    assert table.rows[1].cells[1].paragraphs == ("๑ ขอ", "๒ รับ", "จบ")


@pytest.mark.parametrize(
    ("opening", "marks"),
    [
        ("<ol>", ["1.", "2."]),
        ("<ol start=4>", ["4.", "5."]),
        ("<ol reversed>", ["2.", "1."]),
        ("<ol type=a>", ["a.", "b."]),
        ("<ol type=I>", ["I.", "II."]),
        ("<ol style='list-style-type: thai'>", ["๑.", "๒."]),
        ("<ol style='list-style: none'>", []),
        ("<ol style='list-style-type: hebrew'>", ["1.", "2."]),
        ("<ul>", ["•", "•"]),
        ("<ul style='list-style:none'>", []),
    ],
)
def test_lists_get_the_marks_that_a_browser_prints(opening, marks):
    name = opening[1:3]

    document = read(f"{opening}<li>ก<li><p>ข</p><p>ค</p></{name}>")

    marked = [f"{mark} {text}" for mark, text in zip(marks, "กข", strict=False)]
    assert texts(document) == [*(marked or ["ก", "ข"]), "ค"]


def test_a_list_inside_a_list_counts_by_itself():
    document = read(
        "<ol><li>ก<ol type=a><li>ข<li>ค</ol><li value=7>ง<li>จ</ol><li>ฉ</li>"
    )

    assert texts(document) == ["1. ก", "a. ข", "b. ค", "7. ง", "8. จ", "ฉ"]


def test_what_a_browser_does_not_show_is_left_out():
    document = read(
        "<nav>เมนู</nav><script>var ก = 1</script><style>p{}</style><p hidden>ข</p>"
        "<p style='color:red; display : none'>ค</p><!-- ง --><noscript>จ</noscript>"
        "<footer>ฉ</footer><select><option>ช</select><p>เห็น</p>",
        "<title>ชื่อ</title>",
    )

    assert texts(document) == ["เห็น"]


def test_a_list_of_links_only_is_a_menu_and_one_with_words_is_not():
    entries = "".join(
        f"<li><a href=x>ITA {year}</a></li>" for year in (2565, 2566, 2567)
    )
    addresses = "<li><a href=x>https://x.example</a></li>" * 3

    document = read(
        f"<ul>{entries}</ul><ul>{entries}<li>ก</ul><ul>{addresses}</ul>"
        "<ul><li><a>ข</a><li><a>ค</a></ul>"
    )

    assert texts(document)[:1] == ["• ITA 2565"]
    assert texts(document)[3:] == ["• ก", *["• https://x.example"] * 3, "• ข", "• ค"]


def test_signs_that_only_say_where_a_line_may_break_go():
    assert texts(read("<p>กอง&#8203;คลัง<wbr>&shy;ก</p>")) == ["กองคลังก"]


def test_entities_and_inline_tags_are_words():
    document = read(
        "<p><b>ก</b><font color=red>ข</font> &amp;&nbsp;&#3588;\n ง &lt;85</p>"
    )

    assert texts(document) == ["กข & ค ง <85"]


def test_lines_of_preformatted_text_stay_lines():
    assert texts(read("<pre>ก\nข</pre>")) == ["ก", "ข"]


def test_the_mark_of_a_note_is_no_digit_of_the_number_before_it():
    assert texts(read("<p>85.00<sup>1</sup> ม<sup>ก</sup></p>")) == ["85.00 1 มก"]


def test_centred_lines_one_under_the_other_are_one_title():
    document = read(
        "<center><h1>ก</h1><p>ข</p></center><p align=center>ค</p>"
        "<p align=center>&nbsp;</p><p style='text-align:center'>ง</p><p>จ</p>"
    )

    assert [one.place.line for one in document.paragraphs] == [1, 2, 3, 5, 7]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("<meta charset=windows-874>", "cp874"),
        ('<meta http-equiv=x content="text/html; charset=TIS-620">', "cp874"),
        ("", "cp874"),
        ("<meta charset=utf-8>", "cp874"),
        ("<meta charset=windows-874>", "utf-8"),
    ],
)
def test_a_page_is_read_in_its_encoding_whatever_it_says_of_it(head, encoding):
    page = PAGE.format(head, "<script>var a = 'x'</script><p>ผลการประเมิน</p>")

    document = documents.read(page.encode(encoding), "a.html")

    assert texts(document) == ["ผลการประเมิน"]


def test_a_page_in_another_language_and_encoding_is_refused():
    page = PAGE.format("", "<p>déjà reçu à l'école</p>" * 20).encode("latin-1")

    with pytest.raises(NotThaiTextError, match=r"a\.html"):
        documents.read(page, "a.html")


@pytest.mark.parametrize("body", ["", "<p>สูตรแกง</p><table><tr><td>เกลือ<td>1.50"])
def test_a_page_about_something_else_is_refused(body):
    with pytest.raises(NoItaContentError, match=r"a\.html"):
        read_reports(PAGE.format("", body).encode(), "a.html")


def test_a_page_that_nests_too_deep_is_refused_and_not_cut():
    with pytest.raises(DamagedFileError):
        read("<div>" * 400 + "ก" + "</div>" * 400 + "<p>ข</p>")


def test_tables_nested_as_deep_as_the_parser_goes_are_read():
    assert texts(read("<table><tr><td>" * 80 + "ใน")) == ["ใน"]


def test_inline_tags_nested_as_deep_as_the_parser_goes_are_read():
    assert texts(read("<span>" * 240 + "ใน")) == ["ใน"]


@pytest.mark.parametrize(
    "body",
    [
        "<table>" + "<tr><td>ก<td>ข" * 6 + "</table>",
        "<table><tr><td colspan=9999>ก<td colspan=9999>ข</table>",
        "<table><tr>" + "<td rowspan=65534>ก" * 40 + "<tr><td>ข" * 4 + "</table>",
        "<p>ก</p>" * 20,
    ],
)
def test_more_rows_cells_or_lines_than_the_limit_are_refused(body):
    with pytest.raises(TooLargeError):
        documents.read(
            PAGE.format("", body).encode(), "a.html", Limits(rows=5, cells=99, lines=9)
        )


def test_a_line_longer_than_the_limit_is_refused():
    page = PAGE.format("", "<p>" + "ก<b>" * 51).encode()

    with pytest.raises(LineTooLongError, match=r"a\.html"):
        documents.read(page, "a.html", Limits(line_characters=50))


RICH = PAGE.format(
    "<meta charset=utf-8>",
    "<ol start=2 style='list-style:thai'><li>ก<li>ข</ol><table><tr><td rowspan=2>ค"
    "<td colspan=3>ง<tr><td>จ<table><tr><td>ฉ</table></table><p align=center>ช",
).encode()


def test_a_page_cut_anywhere_raises_nothing_but_our_errors():
    for at in range(len(RICH)):
        with contextlib.suppress(ItadashError):
            documents.read(RICH[:at], "a.html")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(RICH) - 1), st.integers(0, 255))))
def test_flipped_bytes_raise_nothing_but_our_errors(changes):
    content = bytearray(RICH)
    for at, byte in changes:
        content[at] = byte

    with contextlib.suppress(ItadashError):
        documents.read(bytes(content), "a.html")


NAMES = (
    *("table", "tr", "td", "th", "ol", "ul", "li", "p", "br", "div", "tbody"),
    *("tfoot", "caption", "pre", "sup", "center"),
)
OPENING = [f"<{name}>" for name in NAMES] + ["<td rowspan=3>", "<td colspan=2>", "<!--"]
CLOSING = [f"</{name}>" for name in NAMES] + ["-->", "ก", "85.00"]
TAGS = st.sampled_from(OPENING + CLOSING)


@settings(max_examples=500, deadline=None)
@given(st.lists(TAGS, max_size=60))
def test_tags_in_any_order_are_read(tags):
    document = read("".join(tags))

    shown = "".join(
        cell.text for t in document.tables for r in t.rows for cell in r.cells
    )
    shown += "".join(texts(document))
    assert "<" not in shown
