"""Paragraphs and tables of a Thai document: one font, sizes that Word uses for Thai.

Word takes the font and the size of Thai letters from the "complex script" marks,
which python-docx does not set by itself.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from itadash.workbook.cells import mended

FONT: Final = "TH Sarabun New"
SIZE: Final = 16
_TITLE_SIZE: Final = 20
_SMALL: Final = 14
_LONG, _SHORT = Cm(29.7), Cm(21.0)  # A4
_MARGIN: Final = Cm(2)
_GROUND: Final = "E8EBF5"
_HALF_A_PAGE: Final = 700  # letters of a cell that take about half a page across


def set_up(document: Document) -> None:
    """Give the document its font, its page and its page numbers."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(SIZE)
    normal.paragraph_format.space_after = Pt(0)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    _size_of_thai(normal.element.get_or_add_rPr(), SIZE)
    for language in document.styles.element.xpath("w:docDefaults//w:lang"):
        language.set(qn("w:bidi"), "th-TH")  # the language of complex script
    _lay(document.sections[0], across=False)
    _number_pages(document.sections[0])


def next_section(document: Document) -> None:
    """Begin a page that lies across, for a table of many columns."""
    _lay(document.add_section(WD_SECTION.NEW_PAGE), across=True)


def title(document: Document, *lines: str) -> None:
    """Write lines in the middle, bold; the first is the largest."""
    for at, line in enumerate(line for line in lines if line):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        write(paragraph, line, bold=True, size=_TITLE_SIZE if at == 0 else SIZE)


def heading(document: Document, words: str) -> None:
    """Write the heading of a part."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(12)
    paragraph.paragraph_format.space_after = Pt(4)
    paragraph.paragraph_format.keep_with_next = True
    write(paragraph, words, bold=True, size=SIZE + 2)


def prose(document: Document, words: str) -> None:
    """Write a paragraph with its first line drawn in, as Thai letters do."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Cm(1.5)
    write(paragraph, words)


def table(document: Document, heads: Sequence[str], widths: Sequence[float]) -> Any:  # noqa: ANN401
    """Begin a table with a heading row that comes back on every page."""
    made = document.add_table(rows=1, cols=len(heads))
    made.style, made.autofit = "Table Grid", False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    for cell, head, width in zip(made.rows[0].cells, heads, widths, strict=True):
        cell.width = Cm(width)
        fill(cell, head, bold=True, centred=True)
        _shade(cell)
    _mark(made.rows[0]._tr.get_or_add_trPr(), "w:tblHeader", "true")
    return made


def row(made: Any, texts: Iterable[str], widths: Sequence[float]) -> Any:  # noqa: ANN401
    """Add a row that no page break cuts, but a long one, which would leave a gap."""
    added, cells = made.add_row(), list(texts)
    if max(map(len, cells), default=0) < _HALF_A_PAGE:
        _mark(added._tr.get_or_add_trPr(), "w:cantSplit", "true")
    for cell, words, width in zip(added.cells, cells, widths, strict=True):
        cell.width = Cm(width)
        fill(cell, words)
    return added


def group_row(made: Any, words: str) -> None:  # noqa: ANN401
    """Add a heading row over all columns."""
    cells = made.add_row().cells
    fill(cells[0].merge(cells[-1]), words, bold=True)
    keep_together(made.rows[-1:], with_next=True)


def keep_together(rows: Sequence[Any], *, with_next: bool = False) -> None:
    """Keep rows on one page, for a cell that goes over them; also with what follows."""
    for one in rows if with_next else rows[:-1]:
        for cell in one.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def fill(cell: Any, words: str, *, bold: bool = False, centred: bool = False) -> None:  # noqa: ANN401
    """Write a text into an empty cell, one paragraph a line."""
    for left_by_merging in cell.paragraphs[1:]:
        left_by_merging._p.getparent().remove(left_by_merging._p)
    for at, line in enumerate(words.split("\n")):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        write(paragraph, line, bold=bold, size=_SMALL)


def write(paragraph: Any, words: str, *, bold: bool = False, size: int = SIZE) -> None:  # noqa: ANN401
    """Write a run with the marks that Thai letters take their look from."""
    run = paragraph.add_run(mended(words))
    run.font.size = Pt(size)
    _size_of_thai(run._r.rPr, size)
    if bold:
        run.font.bold = run.font.cs_bold = True
    run.font.complex_script = True


def _size_of_thai(marks: Any, size: int) -> None:  # noqa: ANN401
    """Set the size of complex script; the schema wants it behind the other size."""
    found = OxmlElement("w:szCs")
    found.set(qn("w:val"), str(size * 2))
    marks.xpath("w:sz")[0].addnext(found)


def _lay(section: Any, *, across: bool) -> None:  # noqa: ANN401
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (
        (_LONG, _SHORT) if across else (_SHORT, _LONG)
    )
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, _MARGIN)


def _number_pages(section: Any) -> None:  # noqa: ANN401
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _shade(cell: Any) -> None:  # noqa: ANN401
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _GROUND)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _mark(properties: Any, name: str, value: str) -> None:  # noqa: ANN401
    mark = OxmlElement(name)
    mark.set(qn("w:val"), value)
    properties.append(mark)
