"""Columns of weighted parts: the points that an indicator adds to the total.

Parts stay under the weight of their indicator (6, 10 or 20 points), sum up to a
total printed in the same column, or stay under full marks of less than 100. They
are no scores, however much they look like them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from itadash import framework, thai
from itadash.extract import numbers
from itadash.extract.grids import Grid, Line
from itadash.extract.vocabulary import instruments_named

MIN_CONTRIBUTIONS = 3  # so many numbers must all be low to be taken for parts
MIN_SUMMED = 2  # a sum of one number is that number
ROUNDING = 0.005  # what each printed number may be away from what was summed
_SUM = re.compile("รวม|สรุป|ผลการประเมิน|(?<![a-z])ita(?![a-z])")
_FULL_MARKS = ("เต็ม", "น้ำหนัก")

Row = tuple[Line, int]  # a line of a grid and the indicator it names


def columns_of_parts(grid: Grid, rows: Sequence[Row]) -> set[int]:
    """Return the columns whose numbers are parts of a total for certain."""
    width = max((len(line.row.cells) for line, _ in rows), default=0)
    own = {id(line) for line, _ in rows}
    sums = [one for one in grid.lines if id(one) not in own and _sums_up(one)]
    return {at for at in range(width) if _holds_parts(at, grid, rows, sums)}


def are_low(values: Mapping[int, float], least: int = MIN_CONTRIBUTIONS) -> bool:
    """Tell whether all numbers, by indicator, are so low that they are parts."""
    return len(values) >= least and all(
        0 < value <= _most_it_can_add(number) for number, value in values.items()
    )


def _most_it_can_add(indicator: int) -> float:
    """Return the points of the total that an indicator of 100 points gives."""
    return float(100 * (framework.point_worth(indicator, None) or 0))


def _holds_parts(
    column: int, grid: Grid, rows: Sequence[Row], sums: Sequence[Line]
) -> bool:
    printed = ((number, _value(line, column)) for line, number in rows)
    values = {number: value for number, value in printed if value is not None}
    return (
        are_low(values)
        or _sum_is_printed([_value(line, column) for line in sums], values)
        or _stay_under_full_marks(column, grid, rows)
    )


def _value(line: Line, column: int) -> float | None:
    return numbers.score(line.row.cell(column).text)


def _sum_is_printed(
    printed: Sequence[float | None], values: Mapping[int, float]
) -> bool:
    """Tell whether a row of no indicator holds the sum of all or of an instrument."""
    totals = [value for value in printed if value and framework.valid(value)]
    return any(
        abs(sum(part) - total) <= ROUNDING * (len(part) + 1)
        for part in _summed(values)
        for total in totals
    )


def _sums_up(line: Line) -> bool:
    """Tell whether a row is of a sum or an instrument; a question's score is not."""
    texts = [line.row.cell(at).text for at in line.row.filled]
    return any(_SUM.search(thai.key(t)) or instruments_named(t) for t in texts)


def _summed(values: Mapping[int, float]) -> Iterable[list[float]]:
    """Return the numbers of all indicators and of each instrument, zeros left out."""
    of = {number: framework.indicator(number).instrument for number in values}
    for instrument in (None, *dict.fromkeys(of.values())):
        part = [v for n, v in values.items() if v and instrument in (None, of[n])]
        if len(part) >= MIN_SUMMED:
            yield part


def _stay_under_full_marks(column: int, grid: Grid, rows: Sequence[Row]) -> bool:
    marks = [
        at
        for at, words in grid.headers.items()
        if at != column and any(thai.key(w) in thai.key(words) for w in _FULL_MARKS)
    ]
    return any(_stays_under(column, at, rows) for at in marks)


def _stays_under(column: int, full: int, rows: Sequence[Row]) -> bool:
    pairs = [(_value(line, column), _value(line, full)) for line, _ in rows]
    known = [(value, most) for value, most in pairs if value is not None and most]
    return bool(known) and all(value <= most < 100 for value, most in known)
