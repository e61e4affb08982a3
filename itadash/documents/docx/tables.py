"""The tables of a Word file on one grid of columns.

The borders of hand-drawn rows miss each other by a hair; Word makes a column of each
hair. Columns no wider than that, or in which no cell begins, are no columns.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from itadash.documents.docx.package import (
    Element,
    child,
    children,
    tag,
    value,
    whole,
)

_HAIR = 200  # twentieths of a point: 3.5 mm, too narrow for two letters
_MOST_COLUMNS = 200  # Word allows 63
_WIDE = 10 * _HAIR  # for a grid that does not tell its widths
_HOLDERS = {
    *("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"),
    *("AlternateContent", "Choice"),
}


@dataclass(frozen=True)
class PlacedCell:
    """A cell and the grid column that it begins in; hidden where it goes on.

    `merged` where what it goes on with is the cell above.
    """

    element: Element
    column: int
    hidden: bool
    merged: bool = False


PlacedRow = tuple[PlacedCell, ...]


def placed_rows(table: Element) -> tuple[list[PlacedRow], int]:
    """Return the cells of every row by column, and how many columns there are."""
    rows = [tuple(_placed(row)) for row in _held(table, "tr") if not _is_deleted(row)]
    columns = _columns(table, rows)
    width = max(columns, default=-1) + 1
    placed = [tuple(replace(c, column=columns[c.column]) for c in row) for row in rows]
    return placed, width


def _held(parent: Element, name: str) -> Iterator[Element]:
    """Yield rows or cells, those in content controls and marked as new as well."""
    for one in children(parent):
        if tag(one) == name:
            yield one
        elif tag(one) in _HOLDERS:
            yield from _held(one, name)


def _is_deleted(row: Element) -> bool:
    return child(row, "trPr", "del") is not None


def _placed(row: Element) -> Iterator[PlacedCell]:
    at = _span(child(row, "trPr", "gridBefore"), least=0)
    for cell in _held(row, "tc"):
        properties = child(cell, "tcPr")
        hidden, merged = _is_hidden(properties), _goes_on(properties, "vMerge")
        merged = merged and not _goes_on(properties, "hMerge")
        yield PlacedCell(cell, min(at, _MOST_COLUMNS), hidden, merged)
        at += _span(child(properties, "gridSpan"), least=1)


def _span(element: Element | None, *, least: int) -> int:
    return min(max(whole(value(element), least), least), _MOST_COLUMNS)


def _is_hidden(properties: Element | None) -> bool:
    """Tell whether a cell goes on with the one above or before, or is deleted."""
    goes_on = any(_goes_on(properties, name) for name in ("vMerge", "hMerge"))
    return goes_on or child(properties, "cellDel") is not None


def _goes_on(properties: Element | None, name: str) -> bool:
    merge = child(properties, name)
    return merge is not None and value(merge) != "restart"


def _columns(table: Element, rows: list[PlacedRow]) -> list[int]:
    """Return for each column of Word's grid the column that it stands for."""
    begun = {cell.column for row in rows for cell in row}
    if not begun:
        return []
    widths = [whole(value(one, "w")) for one in _grid(table)]
    known = any(width > 0 for width in widths)
    missing = max(begun) + 1 - len(widths)
    widths = [width if known else _WIDE for width in widths] + [_WIDE] * missing
    edges = [0, *accumulate(max(width, 0) for width in widths)]
    columns: list[int] = []
    last, last_edge = -1, -_WIDE
    for at in range(max(begun) + 1):
        if at in begun and edges[at] - last_edge > _HAIR:
            last, last_edge = last + 1, edges[at]
        columns.append(max(last, 0))
    return columns


def _grid(table: Element) -> Iterator[Element]:
    """Yield the columns that Word's grid has."""
    grid = child(table, "tblGrid")
    return iter(()) if grid is None else children(grid, "gridCol")
