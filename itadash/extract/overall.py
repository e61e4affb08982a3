"""The printed total and level of a report.

Running text (`totals`) and rows that sum up a table give candidates. Two different
totals that neither year nor level tells apart are both left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from itadash import framework, thai
from itadash.documents.model import Document
from itadash.extract import numbers
from itadash.extract.grids import Grid, Line
from itadash.extract.levels import (
    Level,
    level_in_cell,
    level_in_row,
    levels_apart,
)
from itadash.extract.privacy import public
from itadash.extract.row_words import names_the_level, sums_up
from itadash.extract.score_columns import columns_of_year, have_slipped, score_column
from itadash.extract.totals import Candidate, totals_in_text, without_full_marks
from itadash.extract.transposed import rows_of_year, years_of_rows
from itadash.model import Agency, Place

# A row may say the year that it is of, here as a `thai.key`: "คะแนนรวม ปี 2566".
_YEAR = re.compile(r"[(]?(?:ประจา|ใน|ของ)?ปี(?:งบประมาณ)?(?:พ\.?ศ\.?)?(25\d\d)[)]?$")


@dataclass(frozen=True)
class Overall:
    """Total and level as printed; `letter` and `words` are the two scales."""

    total: float | None = None
    letter: str | None = None
    words: str | None = None
    place: Place = Place(None)

    @property
    def level(self) -> str | None:
        """The letter where a letter is printed, else the words."""
        return self.letter or self.words

    @property
    def level_other(self) -> str | None:
        """The words, where both scales are printed."""
        return self.words if self.letter else None


def find_overall(
    document: Document,
    grids: Sequence[Grid],
    assessed_year: int | None,
    agency: Agency,
) -> Overall:
    """Return the printed total and level of an agency in the assessed year."""
    candidates = totals_in_text(document, agency)
    lines = [(line, grid) for grid in grids for line in grid.lines]
    candidates += [c for one in lines if (c := _in_row(*one, assessed_year))]
    candidates += [c for grid in grids for c in _across(grid, assessed_year)]
    candidates = [c for c in candidates if c.year in (None, assessed_year)]
    chosen = _chosen(candidates)
    letter, words = levels_apart(document, lines, assessed_year)
    if chosen is None:
        return Overall(None, letter, words)
    same = [c for c in candidates if c.total == chosen.total]
    return Overall(
        chosen.total,
        next((c.letter for c in same if c.letter), letter),
        next((c.words for c in same if c.words), words),
        chosen.place,
    )


def _chosen(candidates: list[Candidate]) -> Candidate | None:
    """Return the only total, or the only one said with its year or a level."""
    dated = [c for c in candidates if c.year]
    levelled = [c for c in dated or candidates if c.letter or c.words]
    for group in (candidates, dated, levelled):
        if len({c.total for c in group}) == 1:
            return group[0]
    return None


def _in_row(line: Line, grid: Grid, year: int | None) -> Candidate | None:
    """Read a row of a table that sums up the others, in the column of the scores."""
    row = line.row
    name = thai.key(row.cell(row.filled[0]).text if row.filled else "").rstrip(":")
    said = _YEAR.search(name)
    if not sums_up(name[: said.start()] if said else name):
        return None
    found = _number_of(line, grid, year)
    if found is None:
        return None
    column, value = found
    letter, words = _level_beside(line, grid, column, year)
    place = Place(row.place.line, public(row.place.text))
    return Candidate(value, letter, words, int(said[1]) if said else None, place)


def _across(grid: Grid, year: int | None) -> Iterator[Candidate]:
    """Yield the total in the row of the year of a table on its side."""
    said = year if year in years_of_rows(grid, year) else None
    for columns, names, row in rows_of_year(grid, year):
        beside = [at for at in row.row.filled if at not in columns]
        named = {at: names.row.cell(at).text for at in beside}
        totals = {_total_in(row, at) for at in beside if sums_up(named[at])} - {None}
        held = [at for at in beside if names_the_level(named[at])]
        levels = [level_in_cell(row.row.cell(at).text) for at in held]
        if len(totals) == 1 and (value := totals.pop()) is not None:
            letter = next((letter for letter, _ in levels if letter), None)
            words = next((words for _, words in levels if words), None)
            place = Place(row.row.place.line, public(row.row.place.text))
            yield Candidate(value, letter, words, said, place)


def _total_in(line: Line, column: int) -> float | None:
    value = numbers.score(without_full_marks(line.row.cell(column).text))
    return value if value is not None and framework.valid(value) else None


def _number_of(line: Line, grid: Grid, year: int | None) -> tuple[int, float] | None:
    """Return the number in the scores' column, or the only one of no other year."""
    texts = {at: line.row.cell(at).text for at in line.row.filled[1:]}
    read = {at: numbers.score(without_full_marks(text)) for at, text in texts.items()}
    held = {at: v for at, v in read.items() if v is not None and framework.valid(v)}
    if not held or have_slipped(grid, held):
        return None
    column = score_column(grid, [line], year)
    if column is None and len(held) == 1:
        column = next(iter(columns_of_year(grid, held, [line], year)), None)
    return (column, held[column]) if column is not None and column in held else None


def _level_beside(line: Line, grid: Grid, column: int, year: int | None) -> Level:
    """Return the level in the cell of a total, right behind it, else in its row."""
    for at in (column, column + 1):
        level = level_in_cell(line.row.cell(at).text)
        if any(level):
            return level
    return level_in_row(line, grid, year)
