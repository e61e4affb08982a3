"""Which column of a table holds the scores of the assessed year.

A column whose header says so, or the only column of numbers that no header
explains. Where two could be meant, none is taken.
"""

import re
from collections import Counter
from collections.abc import Collection

from itadash import framework, thai
from itadash.extract import numbers
from itadash.extract.captions import is_comparison, is_only_a_year, year_of_caption
from itadash.extract.grids import Grid, Line, is_empty_mark
from itadash.extract.vocabulary import indicator_named
from itadash.model import Instrument

MIN_ROWS_OF_NUMBERS = 2  # a column of numbers without a header needs two to be one
MIN_BLANK = 2  # rows beside which a number of an instrument may stand, unmerged

_YEAR = re.compile(r"(?<!\d)(25\d\d|20[1-4]\d)(?!\d)")
_SHORT_YEAR = re.compile(r"ปี(?:งบประมาณ|งบฯ?)?(?:พ\.ศ\.)?(\d\d)(?!\d)")


def score_column(
    grid: Grid, lines: list[Line], year: int | None, without: Collection[int] = ()
) -> int | None:
    """Return the scores' column of the assessed year; None where not certain.

    A column that says its year is taken for that year only; a blank header beside
    the word for scores may belong to the same heading, so it leaves both in doubt.
    Beside columns that say their year, one that no header explains compares them.
    """
    headed = [at for at, name in grid.columns.items() if name == "score"]
    headed = [at for at in headed if at not in without]
    headed = [at for at in headed if _holds_a_score(at, lines)]
    unexplained = [at for at in _unexplained(grid, lines) if at not in without]
    means = _means([*headed, *unexplained], lines)
    headed = [at for at in headed if at not in means]
    unexplained = [at for at in unexplained if at not in means]
    years = {at: _year_of(grid, at, lines, year) for at in [*headed, *unexplained]}
    compared = is_comparison(grid.heading)
    if year is None and len(years) == 1 and not compared:
        return next(iter(years))
    years = _without_repeats(years, headed, lines)
    fitting = [at for at, printed in years.items() if printed and printed == year]
    if fitting:
        return _only_one([at for at in fitting if at in headed] or fitting)
    undated = [at for at in years if years[at] is None]
    if compared or (not set(headed) & set(undated) and len(undated) < len(years)):
        return None
    doubtful = [
        at
        for at in undated
        if at in headed or not grid.headers.get(at) or _is_rival(at, lines)
    ]
    return _only_one(doubtful if set(headed) & set(undated) else undated)


def years_of_columns(grid: Grid, lines: list[Line], assessed: int | None) -> set[int]:
    """Return the years (B.E.) of columns of scores, headed so or by a year alone."""
    headed = [at for at, name in grid.columns.items() if name == "score"]
    own = [at for at in headed if _holds_a_score(at, lines)]
    if not is_comparison(grid.heading):
        own += [at for at in _unexplained(grid, lines) if _is_dated(grid, at, lines)]
    years = (_year_of(grid, at, lines, assessed) for at in own)
    return {year for year in years if year}


def _unexplained(grid: Grid, lines: list[Line]) -> list[int]:
    """Return the columns of scores that no header explains."""
    width = max(len(line.row.cells) for line in lines)
    return [
        at
        for at in range(width)
        if at not in grid.columns and is_column_of_scores(at, lines)
    ]


def _is_dated(grid: Grid, column: int, lines: list[Line]) -> bool:
    """Tell whether a year and nothing else heads a column, or the caption alone."""
    words = grid.headers.get(column, "") or _under(grid, column, lines)
    return is_only_a_year(words) or not words


def columns_of_year(
    grid: Grid, columns: Collection[int], lines: list[Line], year: int | None
) -> list[int]:
    """Return those of some columns that are of the year.

    One that says no year is of it where no column of the table says another one.
    """
    printed = {at: _year_of(grid, at, lines, year) for at in {*grid.headers, *columns}}
    fitting = [at for at in columns if printed[at] and printed[at] == year]
    said = {one for one in printed.values() if one}
    of_others = len(said) > 1 if year is None else bool(said - {year})
    return fitting if fitting or of_others else list(columns)


def have_slipped(grid: Grid, columns: Collection[int]) -> bool:
    """Tell whether cells stand under the names, so that none is under its header."""
    names = ("no", "indicator", "title")
    return len(columns) > 1 and any(grid.columns.get(at) in names for at in columns)


def _is_rival(column: int, lines: list[Line]) -> bool:
    """Tell whether unexplained numbers could be scores, too high for weighted ones."""
    heaviest = 100 * max(framework.weights(None).values(), default=0)
    return max(value or 0 for value in _values(column, lines)) > heaviest


def _means(columns: list[int], lines: list[Line]) -> set[int]:
    """Return the columns that give an instrument one number only.

    Such a number is merged over the rows of its instrument or stands in one of them.
    """
    sections = [_instrument_of(line) for line in lines]
    return {at for at in columns if None not in sections and _is_mean(at, lines)}


def _is_mean(column: int, lines: list[Line]) -> bool:
    values = _values(column, lines)
    filled = [
        one for one, value in zip(lines, values, strict=True) if value is not None
    ]
    merged = any(line.row.cell(column).merged for line in lines)
    counted = Counter(map(_instrument_of, filled))
    blank = len(lines) - len(filled)
    return blank >= MIN_BLANK - merged and max(counted.values(), default=0) == 1


def _instrument_of(line: Line) -> Instrument | None:
    """Return the instrument of the indicator that a row names."""
    texts = (line.row.cell(at).text for at in line.row.filled)
    number = next((n for text in texts if (n := indicator_named(text))), None)
    return framework.indicator(number).instrument if number else None


def _without_repeats(
    years: dict[int, int | None], headed: list[int], lines: list[Line]
) -> dict[int, int | None]:
    """Leave out columns that repeat, value by value, a column headed as scores."""
    kept = dict(years)
    for at in sorted(years):
        same = [one for one in headed if one < at and one in kept]
        if any(
            years[one] == years[at] and _values(one, lines) == _values(at, lines)
            for one in same
        ):
            del kept[at]
    return kept


def _values(column: int, lines: list[Line]) -> list[float | None]:
    return [numbers.score(line.row.cell(column).text) for line in lines]


def _only_one(columns: list[int]) -> int | None:
    return columns[0] if len(columns) == 1 else None


def _year_of(
    grid: Grid, column: int, lines: list[Line], assessed: int | None
) -> int | None:
    """Return the year in a column's header, or in a second header row under it."""
    own = _year_in(grid.headers.get(column, ""))
    own = own or _year_in(_under(grid, column, lines))
    return own or year_of_caption(grid.heading, assessed)


def _under(grid: Grid, column: int, lines: list[Line]) -> str:
    """Return the words of a second header row; "" where the first row is content."""
    first = grid.lines[0]
    return "" if first in lines else first.row.cell(column).text


def _year_in(header: str) -> int | None:
    words = thai.key(header)
    if match := _YEAR.search(words):
        return thai.buddhist_year(match[1])
    match = _SHORT_YEAR.search(words)
    return thai.buddhist_year(match[1]) if match else None


def _holds_a_score(column: int, lines: list[Line]) -> bool:
    return any(numbers.score(line.row.cell(column).text) is not None for line in lines)


def is_column_of_scores(column: int, lines: list[Line]) -> bool:
    """Tell whether a column holds scores and nothing else, some of them certain.

    Where one is negative they are differences.
    """
    texts = [line.row.cell(column).text for line in lines]
    filled = [text for text in texts if not is_empty_mark(text)]
    sure = sum(numbers.looks_like_score(text) for text in filled)
    return sure >= min(MIN_ROWS_OF_NUMBERS, len(lines)) and all(
        (value := numbers.score(text)) is not None and value >= 0 for text in filled
    )
