"""The parts of the PDF reader, on glyphs and lines made by hand."""

import stat

import pytest

from itadash import documents
from itadash.documents.limits import DEFAULT_LIMITS
from itadash.documents.model import Paragraph, Table
from itadash.documents.pdf import breaks, lines, pages, repair, second
from itadash.documents.pdf.cells import lattices
from itadash.documents.pdf.shapes import Box, Glyph, Stroke, Strokes, Turn
from itadash.errors import NoTextLayerError, UnreadableLettersError
from tests.writers.pdf import shown_text, written_pdf

SIZE = 10.0
WIDTH = 6.0  # of every letter set here


def glyph(text, x, y=100.0, *, rise=0.0, width=WIDTH):
    """Return letters whose ink begins at the base line, or `rise` above it."""
    box = Box(x, y - rise - 6, x + width, y - rise)
    return Glyph(text, x, y, x + width, SIZE, box)


def typed(text, x=0.0, y=100.0):
    """Set letters side by side; marks stand over the letter before them."""
    found = []
    for letter in text:
        if repair.is_mark(letter):
            found.append(glyph(letter, x - WIDTH, y, rise=7, width=0))
            continue
        found.append(glyph(letter, x, y))
        x += WIDTH
    return found


def read_lines(*glyphs):
    return [[s.text for s in line] for line in lines.lines(glyphs, 1)]


def box_strokes(xs, ys):
    """Return the lines of a grid."""
    across = tuple(Stroke(y, xs[0], xs[-1]) for y in ys)
    return Strokes(across, tuple(Stroke(x, ys[0], ys[-1]) for x in xs))


def rows(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_a_mark_that_is_said_to_be_its_whole_cluster_is_read_once():
    cluster, after = glyph("ชี้", 0), glyph("ว", 6)
    tone = glyph("ชี้", 6, rise=8)._replace(box=Box(1, 84, 4, 88))

    assert repair.without_repeated_clusters([cluster, after, tone]) == [cluster, after]


def test_a_sara_am_that_is_said_to_be_its_whole_cluster_is_read_once():
    cluster = glyph("ทำ", 0, width=6)
    sara_am = glyph("ทำ", 7, width=6)._replace(box=Box(4, 90, 12, 100))

    assert repair.without_repeated_clusters([cluster, sara_am]) == [cluster]


def test_two_like_clusters_side_by_side_stay_two():
    twice = [glyph("ทำ", 0, width=10), glyph("ทำ", 11, width=10)]

    assert repair.without_repeated_clusters(twice) == twice


def test_letters_printed_twice_for_boldness_are_read_once():
    once, twice = glyph("ก", 0), glyph("ก", 0.4)

    assert repair.without_overprints([once, twice, glyph("ก", 6)]) == [
        once,
        glyph("ก", 6),
    ]


def test_letters_of_old_thai_fonts_are_read_as_thai():
    old = [glyph(letter, 6 * at) for at, letter in enumerate("¡ÒÃ»¯ÔºÑµÔË¹éÒ·Õè" * 3)]

    read = repair.thai_from_latin(old)

    assert "".join(one.text for one in read) == "การปฏิบัติหน้าที่" * 3


def test_latin_letters_with_accents_beside_thai_stay_latin():
    page = [glyph(letter, 6 * at) for at, letter in enumerate("กCafé é é" + "é" * 30)]

    assert repair.thai_from_latin(page) == page


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("8\ufffd.76 คะแนน", "\ufffd" * 5 + " คะแนน"),
        ("อ\ufffdนาจ 85.00", "อ\ufffdนาจ 85.00"),
    ],
)
def test_a_number_of_which_a_digit_is_unreadable_is_hidden(text, hidden):
    assert repair.without_half_read_numbers(text) == hidden


def test_letters_for_private_use_are_decoded():
    assert repair.decoded("ท\uf70a\uf702 อ\u0e4dานาจ") == "ที่ อำนาจ"


def test_letters_are_read_by_their_place_and_marks_by_the_file():
    second_word = typed("ดี", 60)

    assert read_lines(*second_word, *typed("ที่")) == [["ที่", "ดี"]]


def test_a_missing_sara_am_shape_leaves_no_space():
    assert read_lines(glyph("ตำ", 0), *typed("บล", 14)) == [["ตำบล"]]


def test_white_between_letters_is_a_space():
    assert read_lines(*typed("การ"), *typed("ใช้", 24)) == [["การ ใช้"]]


def test_arabic_letters_in_a_name_keep_their_order():
    letters = [*typed("บล"), glyph("\u062c", 12), glyph("\u0627", 18)]

    assert read_lines(*letters) == [["บล\u0627\u062c"]]


def segment(text, left, right, y, size=SIZE):
    return lines.Segment(text, left, right, y, size, 1)


def paragraphs(*found, left=0.0, right=300.0):
    return [lines.written(one) for one in lines.joined(found, left, right)]


def test_a_line_wrapped_inside_thai_is_joined_without_a_space():
    full, rest = segment("การเปิดเผยข้อ", 0, 295, 100), segment("มูลสาธารณะ", 0, 80, 115)

    assert paragraphs(full, rest) == ["การเปิดเผยข้อมูลสาธารณะ"]


def test_a_line_wrapped_beside_a_number_keeps_a_space():
    full, rest = segment("ได้ผลคะแนน", 0, 295, 100), segment("92.65 คะแนน", 0, 80, 115)

    assert paragraphs(full, rest) == ["ได้ผลคะแนน 92.65 คะแนน"]


def test_a_line_that_had_room_for_the_next_word_ends_its_paragraph():
    short, rest = segment("รายงานผล", 0, 120, 100), segment("ประจำปี 2568", 0, 90, 115)

    assert paragraphs(short, rest) == ["รายงานผล", "ประจำปี 2568"]


@pytest.mark.parametrize("item", ["๒.เปิดช่องทาง", "- งานพัสดุ", "(๓) รายงาน", "ข. ตรวจ"])
def test_a_list_item_begins_a_paragraph(item):
    full, rest = segment("๑.ลงข่าวบนเว็บไซต์", 0, 295, 100), segment(item, 0, 290, 115)

    assert paragraphs(full, rest) == ["๑.ลงข่าวบนเว็บไซต์", item]


def test_lines_side_by_side_are_no_paragraph():
    left, right = segment("ผลการประเมิน", 0, 295, 100), segment("88.76", 200, 230, 103)

    assert paragraphs(left, right) == ["ผลการประเมิน", "88.76"]


def test_a_grid_of_lines_gives_its_cells():
    (table,) = lattices(box_strokes((0, 100, 200), (0, 20, 40)))

    assert (len(table.rows), len(table.columns), len(table.cells)) == (3, 3, 4)


def test_fields_without_a_line_between_them_are_one_cell():
    across = tuple(Stroke(y, 0, 200) for y in (0, 20, 60)) + (Stroke(40, 0, 100),)
    down = (Stroke(0, 0, 60), Stroke(100, 20, 60), Stroke(200, 0, 60))

    (table,) = lattices(Strokes(across, down))

    assert table.cells[0, 0] == Box(0, 0, 200, 20)
    assert table.cells[1, 1] == Box(100, 20, 200, 60)


def test_a_table_without_outer_border_keeps_its_outer_columns():
    strokes = Strokes(
        tuple(Stroke(y, 0, 300) for y in (0, 20, 40)), (Stroke(150, 0, 40),)
    )

    (table,) = lattices(strokes)

    assert table.columns == (0, 150, 300)


def test_a_frame_round_a_text_is_no_table():
    assert lattices(box_strokes((0, 500), (0, 700))) == []


def test_tables_on_one_another_with_other_columns_are_two():
    upper, lower = (
        box_strokes((0, 90, 300), (0, 20, 40)),
        box_strokes((0, 160, 300), (40, 60, 80)),
    )

    found = lattices(Strokes(upper.across + lower.across, upper.down + lower.down))

    assert [one.columns for one in found] == [(0, 90, 300), (0, 160, 300)]


def test_tables_on_one_another_may_share_a_column_by_chance():
    upper = box_strokes((0, 30, 90, 150, 300), (0, 20, 40))
    lower = box_strokes((0, 30, 120, 200, 300), (40, 60, 80))

    found = lattices(Strokes(upper.across + lower.across, upper.down + lower.down))

    assert [len(one.columns) for one in found] == [5, 5]


def test_a_drawing_of_very_many_lines_is_no_table():
    across = tuple(Stroke(10.0 * at, 0, 9000) for at in range(900))
    down = tuple(Stroke(10.0 * at, 0, 9000) for at in range(900))

    assert lattices(Strokes(across, down)) == []


def test_words_of_a_merged_cell_stand_in_its_first_field():
    across = (Stroke(0, 0, 200), Stroke(20, 0, 100), Stroke(40, 0, 200))
    down = (Stroke(0, 0, 40), Stroke(100, 0, 40), Stroke(200, 0, 40))
    words = [*typed("กข", 5, 12), *typed("คง", 5, 32), *typed("จฉ", 105, 22)]

    (part,) = pages.parts(words, Strokes(across, down), 1, 595)

    assert rows(part.table) == [["กข", "จฉ"], ["คง", ""]]


def test_a_mark_past_the_border_stays_with_its_letter():
    words = [*typed("ที", 88, 12), *typed("ดี", 105, 12)]
    words[1] = words[1]._replace(x=100.5, end=100.5)

    (part,) = pages.parts(words, box_strokes((0, 100, 200), (0, 20, 40)), 1, 595)

    assert rows(part.table)[0] == ["ที", "ดี"]


def row_of(y, *words):
    return [one for x, text in words for one in typed(text, x, y)]


def blocks_of(*rows_of_glyphs):
    found = [one for row in rows_of_glyphs for one in row]
    return [pages.whole(part) for part in pages.parts(found, Strokes(), 1, 595)]


def test_three_lines_that_share_a_column_of_white_are_a_table():
    found = blocks_of(
        row_of(100, (50, "การปฏิบัติ"), (250, "88.76")),
        row_of(115, (50, "การใช้งบประมาณ"), (250, "83.00")),
        row_of(130, (50, "การใช้อำนาจ"), (250, "86.45")),
    )

    assert [rows(block) for block in found if isinstance(block, Table)] == [
        [["การปฏิบัติ", "88.76"], ["การใช้งบประมาณ", "83.00"], ["การใช้อำนาจ", "86.45"]]
    ]


def test_two_such_lines_are_no_table():
    found = blocks_of(
        row_of(100, (50, "ที่ ๑๒"), (250, "สำนักงาน")),
        row_of(115, (50, "วันที่"), (250, "ถนนสมมติ")),
    )

    assert not any(isinstance(block, Table) for block in found)


def test_prose_with_wide_gaps_in_other_places_is_no_table():
    found = blocks_of(
        row_of(100, (50, "การปฏิบัติ"), (250, "หน้าที่ของบุคลากร")),
        row_of(115, (50, "การใช้งบประมาณของหน่วยงานทุกแห่ง"), (290, "ดังนี้")),
        row_of(130, (50, "การ"), (120, "ใช้อำนาจของผู้บังคับบัญชาต่อบุคลากร")),
    )

    assert not any(isinstance(block, Table) for block in found)


def test_words_that_run_upwards_are_no_part_of_a_line():
    turned = [one._replace(upright=False) for one in typed("ร่าง", 60)]

    found = blocks_of([*typed("การ"), *turned])

    assert [block.text for block in found] == ["การ", "ร่าง"]


def drawn(*texts, open_top=False, open_bottom=False, at=(0.0, 100.0, 200.0)):
    table = Table(
        tuple(
            pages.row(
                [
                    pages.cell([[segment(t, 0, 9, 0)] for t in [text] if t])
                    for text in row
                ],
                1,
            )
            for row in texts
        )
    )
    return pages.DrawnTable(table, at, open_top, open_bottom)


def test_a_table_that_runs_over_pages_is_one_table():
    number = Paragraph("- ๒ -", None)
    first = [drawn(("ตัวชี้วัด", "คะแนน"), ("การใช้อำนาจ", "86.45")), number]
    second_page = [number, drawn(("การเปิดเผยข้อมูล", "90.00"))]

    one, two = breaks.mended([first, second_page])

    assert len(rows(one[0].table)) == 3
    assert two == [number]


def test_a_row_that_no_line_closes_goes_on_behind_the_repeated_header():
    header = ("มาตรการ", "ขั้นตอน")
    first = drawn(header, ("๑.เปิดเผย", "๑)ประชุม"), open_bottom=True)
    rest = drawn(header, ("ข้อมูล", "๒)รายงาน"), ("๒.ตรวจนับ", "ตรวจ"))

    ((one,), _) = breaks.mended([[first], [rest]])

    assert rows(one.table)[1] == ["๑.เปิดเผยข้อมูล", "๑)ประชุม\n๒)รายงาน"]


def test_a_row_without_its_number_at_the_top_of_a_page_goes_on():
    first = drawn(("มาตรการ", "ขั้นตอน"), ("๑.เปิดเผย", "ประชุม"))
    rest = drawn(("ข้อมูล", "รายงาน"), ("๒.ตรวจนับ", "ตรวจ"))

    ((one,), _) = breaks.mended([[first], [rest]])

    assert rows(one.table)[1] == ["๑.เปิดเผยข้อมูล", "ประชุมรายงาน"]


def test_a_row_with_an_empty_number_at_the_top_of_a_page_goes_on():
    first = drawn(("ที่", "มาตรการ", "ขั้นตอน"), ("๑", "เปิดเผย", "ประชุม"))
    rest = drawn(("", "ข้อมูล", "รายงาน"), ("๒", "ตรวจนับ", "ตรวจ"))

    ((one,), _) = breaks.mended([[first], [rest]])

    assert rows(one.table)[1:] == [
        ["๑", "เปิดเผยข้อมูล", "ประชุมรายงาน"],
        ["๒", "ตรวจนับ", "ตรวจ"],
    ]


def test_a_row_under_a_merged_cell_at_the_top_of_a_page_stays_apart():
    first = drawn(("ที่", "มาตรการ"), ("๑", "เปิดเผย"), ("", "ตรวจนับ"), ("๒", "อบรม"))
    rest = drawn(("", "ประชุม"))

    ((one,), _) = breaks.mended([[first], [rest]])

    assert len(one.table.rows) == 5


NUMBERED = (("ที่", "มาตรการ", "ขั้นตอน"), ("๑", "เปิดเผย", "ประชุม"))


def test_a_row_that_runs_over_four_pages_is_one_row():
    more = [[drawn(("", "", text))] for text in ("รายงาน", "ติดตาม", "สรุป")]

    (one, *empty) = breaks.mended([[drawn(*NUMBERED)], *more])

    assert rows(one[0].table)[1:] == [["๑", "เปิดเผย", "ประชุมรายงานติดตามสรุป"]]
    assert empty == [[], [], []]


def test_a_table_that_ends_on_a_page_goes_no_further():
    text = Paragraph("ข้อความ", None)
    pages_of = [
        [drawn(*NUMBERED)],
        [drawn(("", "", "รายงาน")), text],
        [drawn(*NUMBERED)],
    ]

    one, two, three = breaks.mended(pages_of)

    assert rows(one[0].table)[1:] == [["๑", "เปิดเผย", "ประชุมรายงาน"]]
    assert two == [text]
    assert rows(three[0].table) == [list(row) for row in NUMBERED]


def test_a_cell_alone_behind_an_empty_number_goes_on():
    ((one,), _) = breaks.mended([[drawn(*NUMBERED)], [drawn(("", "", "แล้วรายงาน"))]])

    assert rows(one.table)[1:] == [["๑", "เปิดเผย", "ประชุมแล้วรายงาน"]]


def test_a_first_cell_alone_may_be_a_heading_and_stays_apart():
    ((one,), _) = breaks.mended([[drawn(*NUMBERED)], [drawn(("ด้านการสื่อสาร", "", ""))]])

    assert len(one.table.rows) == 3


@pytest.mark.parametrize(
    ("figure", "rows_of_table"), [("๒๕๖๘", 2), ("2568", 2), ("๘๕.๐๐", 3), ("๒๕", 3)]
)
def test_the_year_of_a_wrapped_period_is_no_sum(figure, rows_of_table):
    ((one,), _) = breaks.mended([[drawn(*NUMBERED)], [drawn(("", "ข้อมูล", figure))]])

    assert len(one.table.rows) == rows_of_table


def test_a_row_that_came_over_at_the_top_has_no_number_to_lack():
    came = drawn(NUMBERED[0], ("", "ของหมู่บ้าน", "สรุป"), ("๒", "ตรวจนับ", "ตรวจ"))

    ((one,), _) = breaks.mended([[came], [drawn(("", "พัสดุ", "นับ"))]])

    assert rows(one.table)[2] == ["๒", "ตรวจนับพัสดุ", "ตรวจนับ"]


def test_a_row_of_sums_at_the_top_of_a_page_is_a_row_of_its_own():
    first = drawn(("ตัวชี้วัด", "คะแนน"), ("๑๐.การป้องกันการทุจริต", "๒๕.๐๐"))
    rest = drawn(("คะแนนรวม", "๖๙.๕๘ คะแนน"))

    ((one,), _) = breaks.mended([[first], [rest]])

    assert rows(one.table)[1:] == [
        ["๑๐.การป้องกันการทุจริต", "๒๕.๐๐"],
        ["คะแนนรวม", "๖๙.๕๘ คะแนน"],
    ]


def said(text):
    return Paragraph(text, None)


def test_a_line_at_the_head_of_each_page_is_kept_once():
    table = drawn(("ก", "ข"))
    heads = [said(f"เทศบาลตำบลทุ่งสมมติ หน้า {number}") for number in (1, 2, 3)]

    found = breaks.without_running_heads([[head, table] for head in heads])

    assert found == [[heads[0], table], [table], [table]]


def test_headings_that_count_something_else_stay():
    table = drawn(("ก", "ข"))
    heads = [said("มาตรการที่ 1"), said("มาตรการที่ 2"), said("ผลที่ 2")]

    found = breaks.without_running_heads([[head, table] for head in heads])

    assert found == [[head, table] for head in heads]


def test_a_dotted_border_is_a_border():
    dots = tuple(Stroke(y, x, x + 1) for y in (0, 20, 40) for x in range(0, 200, 3))
    down = tuple(Stroke(x, y, y + 1) for x in (0, 100, 200) for y in range(0, 40, 3))

    (table,) = lattices(Strokes(dots, down))

    assert len(table.cells) == 4


def test_tables_with_other_columns_on_two_pages_stay_two():
    first, rest = drawn(("ก", "ข")), drawn(("ค", "ง"), at=(0.0, 40.0, 200.0))

    assert breaks.mended([[first], [rest]]) == [[first], [rest]]


def pdftotext(folder, monkeypatch, script):
    """Put a `pdftotext` of our own first on the path."""
    program = folder / "pdftotext"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


TWO_SCORES = written_pdf(
    shown_text([(50, 700, "Duties 88.76"), (50, 650, "Power 86.45")])
)


def texts_of(content):
    return [block.text for block in documents.read(content, "a.pdf").paragraphs]


def test_a_number_that_the_second_reading_has_otherwise_is_hidden(
    tmp_path, monkeypatch
):
    pdftotext(
        tmp_path,
        monkeypatch,
        'for last; do :; done; echo "Duties 83.76\nPower 86.45" > "$last"',
    )

    assert texts_of(TWO_SCORES) == ["Duties " + "\ufffd" * 5, "Power 86.45"]


@pytest.mark.parametrize("script", ["exit 1", "sleep 60", "exit 0"])
def test_a_second_reading_that_fails_changes_nothing(script, tmp_path, monkeypatch):
    pdftotext(tmp_path, monkeypatch, f"exec {script}" if "sleep" in script else script)
    monkeypatch.setattr(second, "SECONDS", 0.2)

    assert texts_of(TWO_SCORES) == ["Duties 88.76", "Power 86.45"]


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_turned_page_is_read_as_it_is_shown(quarters):
    x, y = {0: (50, 742), 1: (100, 50), 2: (545, 100), 3: (495, 792)}[quarters]

    assert Turn(595, 842, quarters).point(x, y) == (50, 100)


def test_a_page_turned_by_the_file_is_read_in_order():
    upward = b"BT /F1 12 Tf 0 1 -1 0 100 50 Tm (Duties of the staff) Tj ET\n"
    below = b"BT /F1 12 Tf 0 1 -1 0 140 50 Tm (Power of the head) Tj ET"

    content = written_pdf(upward + below, page_keys="/Rotate 90")

    texts = texts_of(content)

    assert texts == ["Duties of the staff", "Power of the head"]


def test_words_off_the_paper_are_not_read():
    inside, outside = (
        (50, 700, "Words that are printed here"),
        (50, -300, "Words cut off"),
    )

    assert texts_of(written_pdf(shown_text([inside, outside]))) == [inside[2]]


def test_a_page_may_begin_anywhere_in_the_plane():
    content = written_pdf(
        shown_text([(1050, 2700, "Words that are printed here")]),
        box="1000 2000 1595 2842",
    )

    assert texts_of(content) == ["Words that are printed here"]


def test_a_scan_is_refused_with_the_cure():
    with pytest.raises(NoTextLayerError, match="OCR"):
        documents.read(written_pdf(b"0 0 100 100 re f"), "scan.pdf")


def test_a_scan_with_the_name_of_its_program_on_each_page_is_refused():
    picture = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8"
        b" /ColorSpace /DeviceGray /Length 1 >>\nstream\n0\nendstream"
    )
    page = b"q 595 0 0 842 0 0 cm /I Do Q " + shown_text(
        [(200, 20, "Scanned with Some Scanner App")]
    )
    content = written_pdf(page, extra=[picture]).replace(
        b"/Resources <<", b"/Resources << /XObject << /I 10 0 R >>"
    )

    with pytest.raises(NoTextLayerError):
        documents.read(content, "scan.pdf")


def test_shapes_without_letters_are_refused():
    from itadash.documents.pdf.reader import _Letters

    letters = _Letters()
    letters.count([glyph("\ufffd", 6 * at) for at in range(40)])

    with pytest.raises(UnreadableLettersError):
        letters.refuse("a.pdf")


def test_the_place_of_a_paragraph_is_its_page():
    content = written_pdf(
        *(shown_text([(50, 700, f"Page with words {n}")]) for n in "ab")
    )

    document = documents.read(content, "a.pdf", DEFAULT_LIMITS)

    assert [block.place.line for block in document.paragraphs] == [1, 2]
