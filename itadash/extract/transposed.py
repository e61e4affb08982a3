"""Score tables that lie on their side: an indicator a column, a year or agency a row.

The row that names the indicators heads those under it. One row of numbers is the
agency's; of several only the one that says the assessed year is taken.
"""

import re
from collections.abc import Iterator

from itadash import thai
from itadash.extract import numbers
from itadash.extract.captions import is_comparison, year_of_caption
from itadash.extract.grids import Grid, Line, is_empty_mark
from itadash.extract.vocabulary import header_field, indicator_named

MIN_INDICATORS = 2  # names in one row; a row of scores names one

_AGENCY = re.compile("เทศบาล|องค์การบริหาร|อบต|อบจ|เมืองพัทยา")

Columns = dict[int, int]  # column and its indicator


def indicators_across(line: Line) -> Columns:
    """Return the indicators that a row names side by side; none where it names one."""
    named = {at: indicator_named(line.row.cell(at).text) for at in line.row.filled}
    found = {at: number for at, number in named.items() if number is not None}
    once = len(set(found.values())) == len(found)
    return found if len(found) >= MIN_INDICATORS and once else {}


def scores_across(
    grid: Grid, year: int | None
) -> Iterator[tuple[int, float, str, Line]]:
    """Return indicator, score, its words and row of every table on its side."""
    for columns, _, row in rows_of_year(grid, year):
        for at, number in columns.items():
            text = row.row.cell(at).text
            if (value := numbers.score(text)) is not None:
                yield number, value, text, row


def years_of_rows(grid: Grid, assessed: int | None) -> set[int]:
    """Return the years (B.E.) that rows of scores say they are of."""
    captioned = year_of_caption(grid.heading, assessed)
    years = (
        _year(row, columns) or captioned
        for columns, _, rows in _tables(grid)
        for row in rows
    )
    return {year for year in years if year}


def rows_of_year(grid: Grid, year: int | None) -> Iterator[tuple[Columns, Line, Line]]:
    """Yield the row of the year with its indicators' columns and the row of names."""
    captioned = year_of_caption(grid.heading, year)
    for columns, names, rows in _tables(grid):
        years = [_year(row, columns) or captioned for row in rows]
        fitting = [row for row, own in zip(rows, years, strict=True) if own == year]
        if len(rows) == 1 and (year is None or years == [None]):
            fitting = rows
        if len(fitting) == 1:
            yield columns, names, fitting[0]


def _tables(grid: Grid) -> Iterator[tuple[Columns, Line, list[Line]]]:
    """Yield every row of names with the columns it names and the scores under it."""
    if is_comparison(grid.heading):
        return
    columns: Columns = {}
    names: Line | None = None
    rows: list[Line] = []
    for line in grid.lines:
        if named := indicators_across(line):
            if names is not None:
                yield columns, names, rows
            columns, names, rows = named, line, []
        elif columns and _holds_scores(line, columns):
            rows.append(line)
    if names is not None:
        yield columns, names, rows


def _holds_scores(line: Line, columns: Columns) -> bool:
    texts = [line.row.cell(at).text for at in columns]
    filled = [text for text in texts if not is_empty_mark(text)]
    values = [numbers.score(text) for text in filled]
    return (
        all(value is not None and value >= 0 for value in values)
        and any(map(numbers.looks_like_score, filled))
        and not any(map(_is_comparison, _labels(line, columns)))
    )


def _is_comparison(label: str) -> bool:
    """Tell whether a row holds full marks, means and the like; an agency's does not."""
    return header_field(label) == "other" and not _AGENCY.match(label)


def _labels(line: Line, columns: Columns) -> list[str]:
    return [line.row.cell(at).text for at in line.row.filled if at < min(columns)]


def _year(row: Line, columns: Columns) -> int | None:
    years = {
        int(year)
        for year in numbers.YEAR.findall(thai.arabic(" ".join(_labels(row, columns))))
    }
    return years.pop() if len(years) == 1 else None
