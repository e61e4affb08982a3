"""Cells between drawn lines.

Lines that touch are one table. Its lines cut it into small fields; fields without a
line between them are one cell. The outside counts as drawn: many tables leave the
outer border away, and a row that a page cuts has none at the cut.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from itadash.documents.pdf.shapes import Box, Stroke, Strokes

SNAP = 3.0  # points within which two lines are one
SHORTEST = 8.0  # points; the stem of a drawn letter is no border
COVERED = 0.6  # share of a field's side that a line must run along
Places = tuple[float, ...]
MOST_FIELDS = 20_000
MOST_TABLES = 60  # of one page
MOST_LINES = 2_000
MOST_CROSSINGS = 500_000  # a drawing, no table


@dataclass(frozen=True)
class Lattice:
    """A table drawn by lines; cells by the row and column of their first field.

    `open_top` and `open_bottom`: no line closes the table there, as where a page
    break cuts a row.
    """

    rows: Places
    columns: Places
    cells: dict[tuple[int, int], Box]
    owner: dict[tuple[int, int], tuple[int, int]]
    open_top: bool
    open_bottom: bool

    @property
    def box(self) -> Box:
        """The table's outline."""
        return Box(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    def goes_on(self, row: int, column: int) -> bool:
        """Tell whether a field is part of a cell that began in a row above it."""
        first = self.owner[row, column]
        return first[0] < row and first[1] == column

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the cell (row and column of its first field) that holds a point."""
        if not self.box.holds(x, y):
            return None
        row = max(bisect_left(self.rows, y) - 1, 0)
        return self.owner[row, max(bisect_left(self.columns, x) - 1, 0)]


def lattices(strokes: Strokes) -> list[Lattice]:
    """Return the tables that lines draw, at least two columns wide, from the top."""
    across, down = _merged(strokes.across), _merged(strokes.down)
    if len(across) + len(down) > MOST_LINES or len(across) * len(down) > MOST_CROSSINGS:
        return []
    found = (one for group in _groups(across, down) for one in _lattices(*group))
    wide = [lattice for lattice in found if len(lattice.columns) > 2]
    if len(wide) > MOST_TABLES:
        return []
    return sorted(wide, key=lambda lattice: lattice.box[1::-1])


def _merged(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Put lines at one height on one height, and join those that meet, dots too."""
    by_height: dict[float, list[Stroke]] = defaultdict(list)
    level = last = float("-inf")
    for stroke in sorted(strokes):
        if stroke.at - last > SNAP or stroke.at - level > 2 * SNAP:
            level = stroke.at
        last = stroke.at
        by_height[level].append(stroke)
    runs = (run for at, members in by_height.items() for run in _runs(at, members))
    return [run for run in runs if run.end - run.start >= SHORTEST]


def _runs(at: float, members: list[Stroke]) -> Iterator[Stroke]:
    start, end = min((m.start, m.end) for m in members)
    for _, begin, stop in sorted(members, key=lambda m: m.start):
        if begin > end + SNAP:
            yield Stroke(at, start, end)
            start, end = begin, stop
        end = max(end, stop)
    yield Stroke(at, start, end)


def _groups(
    across: list[Stroke], down: list[Stroke]
) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """Yield the lines that hang together, directly or through others."""
    left_across, left_down = list(across), list(down)
    while left_down:
        new_down, rows, columns = [left_down.pop()], [], []
        while new_down:
            columns += new_down
            new_rows, left_across = _touching(left_across, new_down)
            rows += new_rows
            new_down, left_down = _touching(left_down, new_rows)
        yield rows, columns


def _touching(
    waiting: list[Stroke], found: list[Stroke]
) -> tuple[list[Stroke], list[Stroke]]:
    touching: list[Stroke] = []
    apart: list[Stroke] = []
    for line in waiting:
        meets = any(_meet(line, other) for other in found)
        (touching if meets else apart).append(line)
    return touching, apart


def _meet(one: Stroke, other: Stroke) -> bool:
    return (
        other.start - SNAP <= one.at <= other.end + SNAP
        and one.start - SNAP <= other.at <= one.end + SNAP
    )


def _lattices(across: list[Stroke], down: list[Stroke]) -> Iterator[Lattice]:
    """Yield the tables of lines that hang together.

    Tables that stand on one another share a line but not their columns.
    """
    if not across:
        return
    rows, columns = _places(across, down), _places(down, across)
    fields = (len(rows) - 1) * (len(columns) - 1)
    if len(columns) < 3 or not 2 <= fields <= MOST_FIELDS:
        return
    for start, stop, used in _parts(
        len(rows) - 1, columns, _walls(columns, rows, down)
    ):
        yield _lattice(rows[start : stop + 1], used, across, down)


def _lattice(
    rows: Places, columns: Places, across: list[Stroke], down: list[Stroke]
) -> Lattice:
    owner = _owners(rows, columns, across, down)
    return Lattice(
        rows,
        columns,
        _boxes(rows, columns, owner),
        owner,
        not _closes(rows[0], across),
        not _closes(rows[-1], across),
    )


def _parts(
    count: int, columns: Places, walls: set[tuple[int, int]]
) -> Iterator[tuple[int, int, Places]]:
    """Yield first row, row behind the last and columns of each table in a stack."""
    inner = range(1, len(columns) - 1)
    start, used = 0, set[int]()
    for row in range(count):
        own = {column for column in inner if (column, row) in walls}
        if _strangers(own, used):
            yield start, row, _kept(columns, used)
            start, used = row, set()
        used |= own
    yield start, count, _kept(columns, used)


def _strangers(row: set[int], above: set[int]) -> bool:
    """Tell whether a row's columns part at other places than those above it.

    Merged cells leave some places out; a row with two of its own that lacks two of
    those above is of another table.
    """
    few = 2 * len(row & above) < min(len(row), len(above))
    return few or min(len(row - above), len(above - row)) >= 2


def _kept(columns: Places, used: set[int]) -> Places:
    ends = {0, len(columns) - 1}
    return tuple(place for at, place in enumerate(columns) if at in used | ends)


def _places(lines: list[Stroke], others: list[Stroke]) -> Places:
    """Return where lines stand, and where the others end beyond them."""
    at = sorted({line.at for line in lines})
    first, last = min(o.start for o in others), max(o.end for o in others)
    before = [first] if first < at[0] - 2 * SNAP else []
    behind = [last] if last > at[-1] + 2 * SNAP else []
    return (*before, *at, *behind)


def _closes(place: float, lines: list[Stroke]) -> bool:
    return any(line.at == place for line in lines)


def _owners(
    rows: Places,
    columns: Places,
    across: list[Stroke],
    down: list[Stroke],
) -> dict[tuple[int, int], tuple[int, int]]:
    """Tell for each field the first field of its cell."""
    walls_above = _walls(rows, columns, across)
    walls_left = _walls(columns, rows, down)
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            first = (row, column)
            if row and (row, column) not in walls_above:
                first = owner[row - 1, column]
            elif column and (column, row) not in walls_left:
                first = owner[row, column - 1]
            owner[row, column] = first
    return owner


def _walls(places: Places, along: Places, lines: list[Stroke]) -> set[tuple[int, int]]:
    """Return (place, field) for every side of a field that a line runs along."""
    at = {place: number for number, place in enumerate(places)}
    walls: set[tuple[int, int]] = set()
    for line in lines:
        for field, (start, end) in enumerate(pairwise(along)):
            shared = min(end, line.end) - max(start, line.start)
            if line.at in at and shared >= COVERED * (end - start):
                walls.add((at[line.at], field))
    return walls


def _boxes(
    rows: Places,
    columns: Places,
    owner: dict[tuple[int, int], tuple[int, int]],
) -> dict[tuple[int, int], Box]:
    """Return the outline of each cell by its first field."""
    boxes: dict[tuple[int, int], Box] = {}
    for (row, column), first in owner.items():
        field = Box(columns[column], rows[row], columns[column + 1], rows[row + 1])
        known = boxes.get(first, field)
        boxes[first] = Box(
            min(known.left, field.left),
            min(known.top, field.top),
            max(known.right, field.right),
            max(known.bottom, field.bottom),
        )
    return boxes
