"""Columns of months or quarters, ticked where a measure runs.

Months count from October, as the fiscal year does. A run of ticks without a gap is
a period; a calendar that begins in January, or repeats a month, is left unread.
"""

import re
from collections.abc import Mapping
from functools import cache

from itadash import thai
from itadash.extract import periods
from itadash.extract.numbers import YEAR
from itadash.extract.vocabulary import header_field

LONGEST_PART = 40  # characters; a longer cell is no month's header
MIN_PARTS = 2

Part = tuple[int, int]  # first and last month, 0 for October

_QUARTER = re.compile(
    r"^(?:ไตรมาส\s*(?:ที่)?|q)\s*\.?\s*([1-4])(?:\s*/?\s*\d{2,4})?\s*(?:[(][^()]*[)])?$",
    re.IGNORECASE,
)
# A cross may say "not": where it is the only mark of a row nothing tells.
_TICKS = frozenset("✓✔☑√✅/●■▲▬★")
_BEGINNING = "เริ่ม"


@cache
def part_of_year(header: str) -> Part | None:
    """Return the months that a header cell means: a month or a quarter, alone."""
    if not header or len(header) > LONGEST_PART:
        return None
    words = thai.words_joined(header).strip()
    if quarter := _QUARTER.match(words):
        first = 3 * (int(quarter[1]) - 1)
        return first, first + 2
    dates = thai.find_dates(words)
    if len(dates) != 1 or dates[0].day or "/" in words:
        return None
    before, behind = words[: dates[0].start], words[dates[0].end :]
    if before.strip() not in ("", "เดือน") or behind.strip(" ."):
        return None
    month = (dates[0].month - 10) % 12
    return month, month


def ticked(
    headers: Mapping[int, str], cells: Mapping[int, str], fiscal_year: int | None
) -> tuple[str | None, periods.Period]:
    """Return the headers of the ticked columns and the period they make.

    Without a gap they are a period; cells that are no ticks say nothing.
    """
    at = [column for column in sorted(cells) if cells[column].strip(" -–\n")]
    marks = {cells[column].strip() for column in at}
    if len(marks) != 1 or not marks <= _TICKS:
        return None, periods.UNKNOWN
    words = " ".join(headers[column].replace("\n", " ") for column in at)
    if fiscal_year is None or not _is_of_year(headers, fiscal_year):
        return words, periods.UNKNOWN
    return words, _run([_part(headers[column]) for column in at], fiscal_year)


def _is_of_year(headers: Mapping[int, str], fiscal_year: int) -> bool:
    """Tell whether the columns run through one fiscal year, and through this one."""
    parts = [_part(headers[column]) for column in sorted(headers)]
    text = thai.arabic(" ".join(headers.values()))
    years = {int(year) for year in YEAR.findall(text)}
    return years <= {fiscal_year - 1, fiscal_year} and all(
        one[1] < next_one[0] for one, next_one in zip(parts, parts[1:], strict=False)
    )


def _run(parts: list[Part], fiscal_year: int) -> periods.Period:
    gaps = any(
        one[1] + 1 != next_one[0]
        for one, next_one in zip(parts, parts[1:], strict=False)
    )
    if gaps:
        return periods.UNKNOWN
    return periods.months_of_year(fiscal_year, parts[0][0], parts[-1][1])


def _part(header: str) -> Part:
    part = part_of_year(header)
    return part if part else (0, 0)


def period_column(headers: Mapping[int, str], fiscal_year: int | None) -> int | None:
    """Return the column of the period; of several, the one of the fiscal year.

    Where the columns name no year the first is taken, but not a beginning whose end
    stands in the next column.
    """
    named = [at for at, words in headers.items() if header_field(words) == "period"]
    if len(named) < 2:
        return named[0] if named else None
    years = {at: YEAR.findall(thai.arabic(headers[at])) for at in named}
    if any(years.values()):
        fitting = [at for at in named if years[at] == [str(fiscal_year)]]
        return fitting[0] if len(fitting) == 1 else None
    return None if _BEGINNING in headers[named[0]] else named[0]
