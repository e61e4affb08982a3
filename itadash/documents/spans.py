"""Cells that go over several rows and columns, put on one grid."""

from collections.abc import Iterable
from dataclasses import dataclass

from itadash.documents.flow import EMPTY_BOX, MERGED_BOX, Bounds, Box, Sheet

MOST_COLUMNS = 200  # that one cell may go over
_TO_THE_END = 1_000_000  # rows


@dataclass(frozen=True)
class SpannedCell:
    """What is in a cell and how far it goes; 0 rows are all that follow."""

    box: Box
    columns: int = 1
    rows: int = 1


SpannedRow = list[SpannedCell]


def sheet(sections: Iterable[list[SpannedRow]], bounds: Bounds) -> Sheet:
    """Return the rows of a table; no cell reaches out of its section.

    The first row and column of a merged cell hold its words, the others are blank;
    those under the first are marked as merged.
    A column in which no cell with words begins is none.
    """
    placed: list[dict[int, Box]] = []
    for section in sections:
        placed += _placed(section, bounds)
    begun = sorted({at for row in placed for at, box in row.items() if box})
    bounds.count("cells", len(begun) * len(placed))
    return Sheet(tuple(_row(row, begun) for row in placed))


def _row(placed: dict[int, Box], columns: list[int]) -> tuple[Box, ...]:
    return tuple(placed.get(at, EMPTY_BOX) for at in columns)


def _placed(section: list[SpannedRow], bounds: Bounds) -> list[dict[int, Box]]:
    """Return the column of each cell; cells from above keep theirs."""
    taken_until: dict[int, int] = {}  # column -> first row in which it is free
    begun: dict[int, int] = {}  # the same for the first column of each cell only
    placed: list[dict[int, Box]] = []
    for number, row in enumerate(section):
        bounds.count("rows")
        begun = {at: below for at, below in begun.items() if below > number}
        bounds.count("cells", len(begun))
        at = 0
        found: dict[int, Box] = dict.fromkeys(begun, MERGED_BOX)
        for cell in row:
            while taken_until.get(at, 0) > number:
                at += 1
                bounds.count("cells")
            found[at] = cell.box
            below = begun[at] = number + (cell.rows or _TO_THE_END)
            width = min(max(cell.columns, 1), MOST_COLUMNS)
            bounds.count("cells", width)
            taken_until |= dict.fromkeys(range(at, at + width), below)
            at += width
        placed.append(found)
    return placed
