"""The filled cells of a sheet as paragraphs and tables, for every kind of workbook.

Empty rows part tables. Within a run of rows, the rows with one filled cell before
the first wider row are running text (titles over a table), as are those behind the
last one that begin in the table's first column (notes); in between they are rows.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from itertools import pairwise

from itadash.documents.limits import Limits
from itadash.documents.model import Block, Cell, Page, Paragraph, Row, Table
from itadash.errors import TooLargeError
from itadash.labels import text as label
from itadash.model import Place

_WHOLE_ROW = 400  # characters of a row that its place keeps

Cells = Mapping[int, Mapping[int, str]]  # texts by row and column, counted from 1
Merged = Set[tuple[int, int]]  # rows and columns of cells that are part of one above
Span = tuple[int, int, int]  # column, first and last row of a merged range, from 1
LineOf = Callable[[int, int], int | str]  # the place of a row and column
Run = list[tuple[int, Mapping[int, str]]]


def page(
    number: int,
    cells: Cells,
    line: LineOf,
    name: str,
    limits: Limits,
    merged: Merged = frozenset(),
) -> Page:
    """Return a sheet as a page; raises TooLargeError for a table too wide or long."""
    _refuse_too_wide(cells, name, limits)
    blocks = [block for run in _runs(cells) for block in _blocks(run, line, merged)]
    for block in blocks:
        if isinstance(block, Table):
            refuse_too_many("rows", len(block.rows), limits.rows, name)
    return Page(number, tuple(blocks))


def _refuse_too_wide(cells: Cells, name: str, limits: Limits) -> None:
    """Raise TooLargeError where the empty cells between the filled are too many."""
    filled = [row for row in cells.values() if row]
    right = max((max(row) for row in filled), default=0)
    left = min((min(row) for row in filled), default=0)
    refuse_too_many("columns", right - left + 1, limits.columns, name)
    refuse_too_many("cells", (right - left + 1) * len(filled), limits.cells, name)


def cell_of(sheet: str) -> LineOf:
    """Return how the cells of a sheet are named: "sheet!A5"."""
    return lambda row, column: f"{sheet}!{column_letters(column)}{row}"


def under_merged(
    spans: Iterable[Span], cells: Cells, name: str, limits: Limits
) -> Merged:
    """Return row and column of the cells under the first of each merged range.

    Raises TooLargeError for ranges that go over more than the limit of cells.
    """
    found: set[tuple[int, int]] = set()
    last = max(cells, default=0)
    count = 0
    for column, first, until in spans:
        below = range(first + 1, min(until, last) + 1)
        count += len(below)
        refuse_too_many("cells", count, limits.cells, name)
        found |= {(row, column) for row in below if row in cells}
    return found


def column_letters(column: int) -> str:
    """Return the name of a column counted from 1: A, Z, AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def refuse_too_many(what: str, count: int, limit: int, name: str) -> None:
    """Raise TooLargeError where a count ("rows", "cells") is over its limit."""
    if count > limit:
        raise TooLargeError(
            name=name,
            size=label(f"extent.{what}", count=f"{count:,}"),
            limit=label(f"extent.{what}", count=f"{limit:,}"),
        )


def _runs(cells: Cells) -> Iterator[Run]:
    """Yield the filled rows, cut where rows between them are empty."""
    rows = [(at, cells[at]) for at in sorted(cells) if cells[at]]
    run = rows[:1]
    for (above, _), row in pairwise(rows):
        if row[0] != above + 1:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _blocks(run: Run, line: LineOf, merged: Merged) -> Iterator[Block]:
    wide = [at for at, (_, row) in enumerate(run) if len(row) > 1]
    if not wide:
        yield from _paragraphs(run, line)
        return
    first, last = wide[0], wide[-1]
    left = min(column for _, row in run[first:] for column in row)
    while last + 1 < len(run) and min(run[last + 1][1]) > left:
        last += 1  # a cell that goes on under the row above
    yield from _paragraphs(run[:first], line)
    yield Table(_rows(run[first : last + 1], left, line, merged))
    yield from _paragraphs(run[last + 1 :], line)


def _paragraphs(run: Run, line: LineOf) -> Iterator[Paragraph]:
    for at, row in run:
        for column in sorted(row):
            for text in _lines(row[column]):
                place = Place(line(at, column), text[:_WHOLE_ROW])
                yield Paragraph(text, place)


def _rows(run: Run, left: int, line: LineOf, merged: Merged) -> tuple[Row, ...]:
    right = max(column for _, row in run for column in row)
    found: list[Row] = []
    for at, row in run:
        columns = range(left, right + 1)
        cells = tuple(
            Cell(own := _lines(row.get(one, "")), not own and (at, one) in merged)
            for one in columns
        )
        words = " ".join(cell.text for cell in cells if cell.paragraphs)
        found.append(Row(cells, Place(line(at, min(row)), words[:_WHOLE_ROW])))
    return tuple(found)


def _lines(text: str) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return tuple(line for line in lines if line)
