"""Rows that a page break cut, put together again.

Only where the lines show it: the table on the first page has none at its end, and the
next page goes on with the same columns, after its header where that is repeated.
What is not sure stays apart; a table may then go on as two.
"""

from dataclasses import replace
from itertools import zip_longest

from itadash.documents.model import Cell, Row, Table
from itadash.documents.pdf.lines import line_break, starts_item
from itadash.documents.pdf.pages import DrawnTable, Part

_SAME_COLUMN = 4.0  # points


def mended(pages: list[list[Part]]) -> list[list[Part]]:
    """Return the pages with cut rows whole, on the page where they begin."""
    for first, second in zip(pages, pages[1:], strict=False):
        above, below = _last(first), _first(second)
        if above is None or below is None:
            continue
        one, other = first[above], second[below]
        if isinstance(one, DrawnTable) and isinstance(other, DrawnTable):
            first[above], second[below] = _joined(one, other)
    return pages


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


def _joined(one: DrawnTable, other: DrawnTable) -> tuple[DrawnTable, DrawnTable]:
    at = _continuing(one, other)
    if at is None:
        return one, other
    upper, lower = one.table.rows[-1], other.table.rows[at]
    rows = (*one.table.rows[:-1], _one_row(upper, lower))
    rest = other.table.rows[:at] + other.table.rows[at + 1 :]
    return replace(one, table=Table(rows)), replace(other, table=Table(rest))


def _continuing(one: DrawnTable, other: DrawnTable) -> int | None:
    """Return which row of the second table goes on with the last of the first."""
    if not one.open_bottom or not _same_columns(one, other):
        return None
    header, rows = one.table.rows[0], other.table.rows
    repeated = len(one.table.rows) > 1 and len(rows) > 1 and rows[0] == header
    if repeated:
        return 1
    return 0 if rows and other.open_top else None


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
