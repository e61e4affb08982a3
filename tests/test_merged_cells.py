# ruff: noqa: E501 - pages stand on one line
"""Cells merged over several rows: what the format tells counts for all its rows."""

import io

import pytest

from itadash import documents, framework
from itadash.documents.pdf.cells import lattices
from itadash.documents.pdf.shapes import Stroke, Strokes
from itadash.reading import read_reports
from tests.texts import POINTS, TITLE

HEAD = ["ที่", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"]
# None: the cell goes on with the one above.
ROWS = [
    ["1", "เผยแพร่ข้อมูลข่าวสาร", "จัดทำประกาศ", "สำนักปลัด", "ปีงบประมาณ 2567"],
    ["2", "จัดอบรมบุคลากร", "จัดทำแผนอบรม", None, None],
    ["3", "เปิดช่องทางร้องเรียน", "ทำแบบฟอร์ม", "กองคลัง", None],
    ["4", "ลดขั้นตอนบริการ", "ปรับปรุงคู่มือ", "", ""],
]
UNITS = [("สำนักปลัด",), ("สำนักปลัด",), ("กองคลัง",), ()]
PERIODS = ["ปีงบประมาณ 2567"] * 3 + [None]


def spans(rows):
    """Yield row, column, text and how many rows a cell goes over."""
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text is not None:
                below = [one[column] for one in rows[at + 1 :]]
                count = next(
                    (n for n, t in enumerate(below) if t is not None), len(below)
                )
                yield at, column, text, count + 1


def html(*tables):
    parts = [f"<p>{TITLE}</p>"]
    for rows in tables:
        cells = ["" for _ in rows]
        for at, _, text, count in spans(rows):
            cells[at] += f'<td rowspan="{count}">{text}</td>'
        parts.append("<table>" + "".join(f"<tr>{c}</tr>" for c in cells) + "</table>")
    page = "<html><body>" + "".join(parts) + "</body></html>"
    return page.encode(), "a.html"


def docx(*tables):
    from docx import Document

    made = Document()
    made.add_paragraph(TITLE)
    for rows in tables:
        table = made.add_table(len(rows), len(rows[0]))
        for at, column, text, count in spans(rows):
            cell = table.cell(at, column)
            if count > 1:
                cell = cell.merge(table.cell(at + count - 1, column))
            cell.text = text
        made.add_paragraph("")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue(), "a.docx"


def xlsx(*tables):
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet["A1"] = TITLE
    top = 3
    for rows in tables:
        for at, column, text, count in spans(rows):
            sheet.cell(top + at, column + 1, text or None)
            if count > 1:
                sheet.merge_cells(
                    start_row=top + at,
                    end_row=top + at + count - 1,
                    start_column=column + 1,
                    end_column=column + 1,
                )
        top += len(rows) + 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), "a.xlsx"


def md(*tables):
    page, _ = html(*tables)
    inside = page.decode().removeprefix("<html><body>").removesuffix("</body></html>")
    return inside.replace("<table>", "\n\n<table>").encode(), "a.md"


def xls(*tables):
    from tests.writers.xls import write

    lines, merged = [[TITLE], []], []
    for rows in tables:
        for at, column, _, count in spans(rows):
            if count > 1:
                first = len(lines) + at
                merged.append((first, first + count - 1, column, column))
        lines += [*rows, []]
    return write(lines, merged=merged), "a.xls"


FORMATS = [html, docx, xlsx, md, xls]


@pytest.mark.parametrize("made", FORMATS)
def test_a_merged_unit_and_period_count_for_every_row_they_span(made):
    [report] = read_reports(*made([HEAD, *ROWS]))

    assert [m.units for m in report.measures] == UNITS
    assert [m.period for m in report.measures] == PERIODS


@pytest.mark.parametrize("made", FORMATS)
def test_a_merged_issue_counts_for_every_row_it_spans_and_no_other(made):
    issues = ["ควรเผยแพร่", None, "-", "", "ควรอบรม", None, None, "", "ควรแก้ไข", None]
    rows = [["ตัวชี้วัด", "คะแนน", "ประเด็นที่ต้องปรับปรุง"]]
    rows += [
        [one.name, f"{p:.2f}", issue]
        for one, p, issue in zip(framework.indicators(), POINTS, issues, strict=True)
    ]
    [report] = read_reports(*made(rows, [HEAD, *ROWS]))

    assert [s.issue for s in report.scores] == [
        *("ควรเผยแพร่", "ควรเผยแพร่", None, None),
        *("ควรอบรม", "ควรอบรม", "ควรอบรม", None, "ควรแก้ไข", "ควรแก้ไข"),
    ]


@pytest.mark.parametrize("made", FORMATS)
def test_a_document_marks_the_cells_that_are_part_of_the_one_above(made):
    content, name = made([HEAD, *ROWS])
    table = documents.read(content, name).tables[-1]
    marked = [[cell.merged for cell in row.cells] for row in table.rows]

    assert [row[3:] for row in marked[1:4]] == [
        [False, False],
        [True, True],
        [False, True],
    ]
    assert not any(one for row in marked for one in row[:3])


def test_blank_cells_of_a_text_are_not_marked():
    text = "ก\tข\n1\t2\n\t3"
    [table] = documents.read(text.encode(), "a.txt").tables

    assert not any(cell.merged for row in table.rows for cell in row.cells)


def test_a_drawn_cell_without_a_line_across_it_goes_on():
    across = [Stroke(0.0, 0, 200), Stroke(60.0, 0, 200), Stroke(30.0, 0, 100)]
    down = [Stroke(0.0, 0, 60), Stroke(100.0, 0, 60), Stroke(200.0, 0, 60)]
    [lattice] = lattices(Strokes(tuple(across), tuple(down)))

    assert [[lattice.goes_on(row, at) for at in (0, 1)] for row in (0, 1)] == [
        [False, False],
        [False, True],
    ]
