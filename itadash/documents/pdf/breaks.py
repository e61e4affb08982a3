"""Tables that run over pages, put together again.

Two tables are one where nothing but a page number stands between them and their
columns are the same. A row that the break cut is put together only where the lines
or numbers show it: none closes the table at the end of the first page, or every row
begins with a number and only the first one of the second page does not.
"""

import re
from dataclasses import replace
from itertools import zip_longest

from itadash.documents.model import Cell, Paragraph, Row, Table
from itadash.documents.pdf.lines import line_break, starts_item
from itadash.documents.pdf.pages import DrawnTable, Part

_FIGURE = re.compile(r"\s*[0-9๐-๙]+(?:[.,][0-9๐-๙]+)?(?:\D{0,12})$")
# "มาตรการที่ 2" is a heading of its own, "หน้า 2" is not.
_PAGE_NUMBER = re.compile(r"(?:หน้า(?:ที่)?|page|[-–|])\s*\d{1,4}", re.IGNORECASE)
_YEAR = re.compile("(?:25|๒๕)[0-9๐-๙]{2}")
_NUMBER = re.compile(r"\d{1,3}")
_SAME_COLUMN = 8.0  # points; Chromium lays out the rest of a table anew


def mended(pages: list[list[Part]]) -> list[list[Part]]:
    """Return the pages with each table on the page where it begins.

    From the beginning: a row that runs over several pages grows page by page, and
    what is held against the rows above it has all of their numbers.
    """
    held: list[Part] | None = None  # the page where the last table begins
    for page in pages:
        if held is not None and _taken_over(held, page) and not _rest(page):
            continue  # it may go on over the next page too
        held = page
    return pages


def _taken_over(first: list[Part], second: list[Part]) -> bool:
    """Join the last table of a page with the first one of another."""
    above, below = _last(first), _first(second)
    if above is None or below is None:
        return False
    one, other = first[above], second[below]
    if not isinstance(one, DrawnTable) or not isinstance(other, DrawnTable):
        return False
    if not _same_columns(one, other):
        return False
    first[above] = _joined(one, other)
    del second[below]
    return True


def _rest(page: list[Part]) -> bool:
    """Tell whether anything but a page number stands on a page."""
    return _first(page) is not None


def without_running_heads(pages: list[list[Part]]) -> list[list[Part]]:
    """Keep the first of a line that stands at the head or foot of each page alike.

    It may hold the number of the page.
    """
    for end in (0, -1):
        lines = [_end_line(page, end) for page in pages]
        for at in range(len(pages) - 1, 0, -1):
            if _same_head(lines[at - 1], lines[at]):
                del pages[at][end]
    return pages


def _end_line(page: list[Part], end: int) -> str:
    part = page[end] if len(page) > 1 else None
    return part.text if isinstance(part, Paragraph) else ""


def _same_head(one: str, other: str) -> bool:
    return bool(one) and _PAGE_NUMBER.sub("#", one) == _PAGE_NUMBER.sub("#", other)


def _last(page: list[Part]) -> int | None:
    """Return where a page's last table stands; short lines may follow (its number)."""
    return next((at for at in reversed(range(len(page))) if not _mark(page[at])), None)


def _first(page: list[Part]) -> int | None:
    return next((at for at in range(len(page)) if not _mark(page[at])), None)


def _mark(part: Part) -> bool:
    """Tell whether a part is a page number at most."""
    if isinstance(part, Table | DrawnTable):
        return False
    return not part.text.strip("-–/ 0123456789๐๑๒๓๔๕๖๗๘๙")


def _joined(one: DrawnTable, other: DrawnTable) -> DrawnTable:
    first, second = one.table.rows, other.table.rows
    at = _continuing(one, other)
    if at is not None:
        first = (*first[:-1], _one_row(first[-1], second[at]))
        second = second[:at] + second[at + 1 :]
    table = Table(first + second)
    return replace(
        one, table=table, columns=other.columns, open_bottom=other.open_bottom
    )


def _continuing(one: DrawnTable, other: DrawnTable) -> int | None:
    """Return which row of the second table goes on with the last of the first."""
    header, rows = one.table.rows[0], other.table.rows
    at = int(len(one.table.rows) > 1 and len(rows) > 1 and rows[0] == header)
    if one.open_bottom and (at or other.open_top):
        return at
    return at if _lacks_its_number(one.table.rows[1:], rows[at]) else None


def _lacks_its_number(above: tuple[Row, ...], row: Row) -> bool:
    """Tell whether a row begins in the middle of a text where others have a number.

    A row of sums has no number either; it holds figures, and is left alone, as is
    a heading, which has its first cell only. The topmost row may have come over
    from a page that is no part of this table.
    """
    firsts = [one.cell(0).text for one in above if any(at > 0 for at in one.filled)]
    if len(firsts) > 1 and not firsts[0]:
        firsts = firsts[1:]
    return (
        bool(firsts)
        and all(_numbered(text) for text in firsts)
        and not _numbered(row.cell(0).text)
        and any(at > 0 for at in row.filled)
        and not any(_is_figure(cell.text) for cell in row.cells)
    )


def _is_figure(text: str) -> bool:
    """Tell whether a cell is a number; the year that ends a wrapped period is none."""
    return bool(_FIGURE.match(text)) and not _YEAR.fullmatch(text.strip())


def _numbered(text: str) -> bool:
    return starts_item(text) or bool(_NUMBER.fullmatch(text))


def _same_columns(one: DrawnTable, other: DrawnTable) -> bool:
    return len(one.columns) == len(other.columns) and all(
        abs(a - b) <= _SAME_COLUMN
        for a, b in zip(one.columns, other.columns, strict=True)
    )


def _one_row(upper: Row, lower: Row) -> Row:
    pairs = zip_longest(upper.cells, lower.cells, fillvalue=Cell())
    return Row(tuple(_one_cell(*pair) for pair in pairs), upper.place)


def _one_cell(upper: Cell, lower: Cell) -> Cell:
    if not upper.paragraphs or not lower.paragraphs:
        return Cell(upper.paragraphs + lower.paragraphs)
    last, first = upper.paragraphs[-1], lower.paragraphs[0]
    if starts_item(first):
        return Cell(upper.paragraphs + lower.paragraphs)
    middle = last + line_break(last, first) + first
    return Cell((*upper.paragraphs[:-1], middle, *lower.paragraphs[1:]))
