"""Scores of further years, printed beside those of the assessed year.

Each year is taken as its own: only from tables that say it over a column of scores
or in a caption that announces results. What says no year belongs to no other year.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from itadash.documents.model import Document
from itadash.extract.grids import Grid
from itadash.extract.score_columns import years_of_columns
from itadash.extract.scores import extract_scores, indicator_lines
from itadash.extract.transposed import years_of_rows
from itadash.model import Finding, Score

MIN_SCORES = 5  # fewer are a remark on a year, no result of it


@dataclass(frozen=True)
class OtherYear:
    """The scores of one further year (B.E.), with the tables that print them."""

    year: int
    grids: tuple[Grid, ...]
    scores: list[Score]
    findings: list[Finding]


def other_years(
    document: Document, grids: Sequence[Grid], assessed_year: int | None
) -> Iterator[OtherYear]:
    """Yield the years before the assessed one that have columns of their own."""
    if assessed_year is None:
        return
    printed = {at: _years(grid, assessed_year) for at, grid in enumerate(grids)}
    earlier = {y for years in printed.values() for y in years if y < assessed_year}
    for year in sorted(earlier, reverse=True):
        own = [grid for at, grid in enumerate(grids) if year in printed[at]]
        without_text = Document(document.name, ())
        scores, findings = extract_scores(without_text, own, year)
        if len(scores) >= MIN_SCORES:
            yield OtherYear(year, tuple(own), scores, findings)


def newest_year(grids: Sequence[Grid], fiscal_year: int | None) -> int | None:
    """Return the newest year (B.E.) over a column of scores, not after the measures'.

    It is the assessed one where the text itself names none.
    """
    before = fiscal_year - 1 if fiscal_year else None
    printed = {year for grid in grids for year in _years(grid, before)}
    fitting = (y for y in printed if fiscal_year is None or y <= fiscal_year)
    return max(fitting, default=None)


def _years(grid: Grid, assessed_year: int | None) -> set[int]:
    lines = indicator_lines(grid)
    if not lines:
        return years_of_rows(grid, assessed_year)
    return years_of_columns(grid, lines, assessed_year)
