"""Read OCR text: paragraphs, and tables as lines of tab-separated cells.

A line with a tab is a row; rows without an empty line between them are one table.
A line without a tab between two rows is a row of one cell (a heading that spans).
A form feed begins a page. Lines are counted from 1 as an editor shows them.
Markdown is turned into such lines first.
"""

import re

from itadash.documents import broken_lines, markdown
from itadash.documents.encoding import decode
from itadash.documents.flow import Bounds
from itadash.documents.limits import Limits
from itadash.documents.markup import paragraphs, running_text
from itadash.documents.model import Block, Cell, Document, Page, Paragraph, Row, Table
from itadash.errors import LineTooLongError, TooLargeError
from itadash.labels import text as label
from itadash.model import Place

_LINE_END = re.compile(r"\r\n|\r|\n")
_WHOLE_LINE = 400  # characters of a line that its place keeps

Line = tuple[int, str]


def read(content: bytes, name: str, limits: Limits) -> Document:
    """Read a text file; raises NotThaiTextError, LineTooLongError, TooLargeError."""
    text = decode(content, name)
    _refuse_too_many(text, name, limits)
    pages: list[list[Line]] = [[]]
    for number, line in enumerate(_LINE_END.split(text), start=1):
        if len(line) > limits.line_characters:
            raise LineTooLongError(
                name=name, line=number, limit=f"{limits.line_characters:,}"
            )
        first, *later = line.split("\f")
        pages[-1].append((number, first))
        pages.extend([(number, part)] for part in later)
    if markdown.is_markdown(text):
        bounds = Bounds(name, limits)
        pages = [markdown.plain(page, bounds) for page in pages]
    if broken_lines.has_broken_lines(text):
        pages = [broken_lines.joined(page) for page in pages]
    return Document(
        name, tuple(Page(at, _blocks(page)) for at, page in enumerate(pages, start=1))
    )


def _refuse_too_many(text: str, name: str, limits: Limits) -> None:
    lines = text.count("\n") + text.count("\r") - text.count("\r\n") + 1
    if lines > limits.lines:
        raise _too_many("lines", lines, name, limits.lines)
    if text.count("\t") >= limits.rows:
        rows = sum("\t" in line for line in _LINE_END.split(text))
        if rows > limits.rows:
            raise _too_many("rows", rows, name, limits.rows)


def _too_many(what: str, count: int, name: str, limit: int) -> TooLargeError:
    return TooLargeError(
        name=name,
        size=label(f"extent.{what}", count=f"{count:,}"),
        limit=label(f"extent.{what}", count=f"{limit:,}"),
    )


def _blocks(lines: list[Line]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    rows: list[Row] = []
    for (number, line), is_row in zip(lines, _rows_marked(lines), strict=True):
        if is_row:
            rows.append(_row(number, line))
            continue
        if rows:
            blocks.append(Table(tuple(rows)))
            rows = []
        if text := running_text(line):
            blocks.append(Paragraph(text, Place(number, text[:_WHOLE_LINE])))
    if rows:
        blocks.append(Table(tuple(rows)))
    return tuple(blocks)


def _rows_marked(lines: list[Line]) -> list[bool]:
    """Tell for each line whether it is a row: tabbed, or between two that are."""
    tabbed = [("\t" in line) and bool(line.strip()) for _, line in lines]
    around = zip([False, *tabbed], tabbed, [*tabbed[1:], False], lines, strict=False)
    return [
        is_row or (before and after and bool(line.strip()))
        for before, is_row, after, (_, line) in around
    ]


def _row(number: int, line: str) -> Row:
    cells = tuple(
        Cell((), merged=True) if cell == markdown.MERGED else Cell(paragraphs(cell))
        for cell in line.split("\t")
    )
    words = " ".join(cell.text for cell in cells if cell.paragraphs)
    return Row(cells, Place(number, words[:_WHOLE_LINE]))
