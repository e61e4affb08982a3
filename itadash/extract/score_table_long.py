"""Score tables in long form: a row for each indicator of an agency and year.

The column whose cells name indicators tells the form. Points of such a row are of
its indicator, never a total, save in a row that says "คะแนนรวม".
"""

from collections.abc import Iterator, Sequence

from itadash import framework
from itadash.extract.contributions import are_low
from itadash.extract.score_table_agencies import Named
from itadash.extract.score_table_cells import Entry, Sheet
from itadash.extract.score_table_columns import Column, is_total_word
from itadash.extract.score_table_rows import TOTALS, Line, read_indicator, values
from itadash.extract.vocabulary import indicator_named, instruments_named
from itadash.model import Place

MIN_INDICATORS = 3  # so many different names make a column one of indicators
_POINTS = (*TOTALS, "share")


def names_column(body: Sheet, told: Sequence[Column], agencies: int) -> int | None:
    """Return the only column whose cells name indicators; None for other tables."""
    explained = {one.at for one in told if one.field in _POINTS}
    if any(one.indicator for one in told):
        return None
    found = [
        at
        for at in range(len(body[0]) if body else 0)
        if at != agencies and at not in explained and _names_indicators(body, at)
    ]
    return found[0] if len(found) == 1 else None


def is_long(body: Sheet, told: Sequence[Column], agencies: int) -> bool:
    """Tell whether rows of indicators hold their points under a word for means."""
    shares = any(one.field == "share" for one in told)
    return shares and names_column(body, told, agencies) is not None


def _names_indicators(body: Sheet, at: int) -> bool:
    texts = [row[at].text for row in body if not row[at].empty]
    named = [number for text in texts if (number := indicator_named(text))]
    return len(set(named)) >= MIN_INDICATORS and 2 * len(named) >= len(texts)


def holds_parts(body: Sheet, told: Sequence[Column], names: int) -> bool:
    """Tell whether all points are so low that they are weighted parts of totals."""
    highest: dict[int, float] = {}
    for row in body:
        number = indicator_named(row[names].text)
        for value, _ in values(_points(row, told)) if number else ():
            highest[number or 0] = max(value, highest.get(number or 0, 0.0))
    return are_low(highest)


def line_of(
    row: Sequence[Entry],
    told: Sequence[Column],
    names: int,
    named: Named,
    year: int | None,
) -> Iterator[Line]:
    """Yield what one row says: the score of its indicator, or the total."""
    line = Line(named.agency, year, Place(row[names].place.line))
    entries = _points(row, told)
    number = indicator_named(row[names].text)
    if number is not None:
        read_indicator(line, number, entries)
    elif is_total_word(row[names].text) and not _is_of_instrument(row):
        read = dict(values(entries))
        if len(read) == 1 and framework.valid(next(iter(read))):
            line.total = next(iter(read.items()))
    if not line.says_nothing:
        yield line


def _points(row: Sequence[Entry], told: Sequence[Column]) -> list[Entry]:
    """Return the cells of points; means only where nothing else is told."""
    sure = [row[one.at] for one in told if one.field in TOTALS]
    return sure or [row[one.at] for one in told if one.field in _POINTS]


def _is_of_instrument(row: Sequence[Entry]) -> bool:
    return any(instruments_named(entry.text) for entry in row)
