"""First and last day of a printed period.

A whole fiscal year B.E. Y is 1 October Y-1 to 30 September Y. A bare length
("๖ เดือน") is no period, and two dates that are not joined as a range are not
taken for one: a guess would put a measure into the wrong months of a calendar.
"""

import calendar
import re
from dataclasses import replace
from datetime import date

from itadash import thai
from itadash.thai import PrintedDate

Period = tuple[date | None, date | None]
UNKNOWN: Period = (None, None)

_RANGE = re.compile(r"^[\s.]*(?:[-–—~]|ถึง|จนถึง|สิ้นสุด)+[\s.]*(?:วันที่|เดือน|สิ้นเดือน)?\s*$")
_FISCAL = re.compile(
    r"ปีงบ(?:ประมาณ|ฯ)?\s*(?:พ\.?\s?ศ\.?\s*)?(?P<first>\d{4}|\d{2}(?!\d))?"
    r"(?:\s*(?:[-–]|ถึง)\s*(?:ปีงบประมาณ\s*)?(?:พ\.?\s?ศ\.?\s*)?(?P<last>\d{4}|\d{2}(?!\d)))?"
)
_WHOLE_YEAR = re.compile("(?:ตลอด|ทั้ง)(?:ทั้ง)?ปี")
_QUARTER = re.compile(r"ไตรมาส\s*(?:ที่)?\s*([1-4])(?:\s*(?:[-–]|ถึง)\s*([1-4]))?(?!\d)")
_HALF = re.compile(r"6\s*เดือน\s*(แรก|หลัง)")
_EVERY_QUARTER = re.compile(r"(?:ราย|ทุก)ไตรมาส")
_FIRST_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*(?:[-–—~]|ถึง)\s*$")  # "1 - 15 มกราคม"
_NO_LATER_THAN = re.compile(
    r"(?:(?:ภายใน|ไม่เกิน)\s*(?:วันที่|สิ้นเดือน|เดือน|สิ้น)?|ก่อนสิ้นเดือน)\s*$"
)
# "ก่อน ๑ มีนาคม" may or may not mean the day itself; a length of days is no date.
_SOMEHOW_BEFORE = re.compile("ภายใน|ไม่เกิน|ก่อน")
# A day told by its distance from another, or a length within a year: no bounds.
_RELATIVE = re.compile(
    r"(?:ก่อน|(?<!เดือน)หลัง(?:จาก)?|สิ้น(?:สุด)?|นับ(?:แต่|จาก|ตั้งแต่))[^\d]{0,20}ปีงบ"
    r"|\d+\s*เดือน(?!\s*(?:แรก|หลัง))\s*(?:ของ|ใน)?\s*ปีงบ"
)
_QUARTER_LIST = re.compile(
    r"ไตรมาส\s*(?:ที่)?\s*[1-4](?:\s*(?:,|และ|กับ)\s*(?:ไตรมาส)?\s*(?:ที่)?\s*[1-4](?!\d))+"
)
_FROM_THEN_ON = re.compile("เป็นต้นไป")


def bounds(period: str | None, fiscal_year: int | None) -> Period:
    """Return the first and last day of a period, each None where it is not said.

    `fiscal_year` (B.E., of the report) dates what names no year of its own.
    """
    if period is None:
        return UNKNOWN
    text = thai.words_joined(period)
    dates = thai.find_dates(text)
    if dates:
        return _between(text, dates, fiscal_year)
    year = _fiscal_year(text, fiscal_year)
    if year is None or _RELATIVE.search(text):
        return UNKNOWN
    return _part_of_year(text, year)


def fiscal_year_bounds(first: int, last: int | None = None) -> tuple[date, date]:
    """Return 1 October to 30 September of a fiscal year (B.E.) or a run of them."""
    return date(first - 544, 10, 1), date((last or first) - 543, 9, 30)


def months_of_year(fiscal_year: int, first: int, last: int) -> tuple[date, date]:
    """Return the bounds of some months of a fiscal year; October is month 0."""
    start, _ = fiscal_year_bounds(fiscal_year)
    ends = _month_of_year(start, last)
    return _month_of_year(start, first), _last_of_month(ends.year, ends.month)


def _fiscal_year(text: str, fiscal_year: int | None) -> int | None:
    """Return the fiscal year that a period without months means, if it means one."""
    match = _FISCAL.search(text)
    if match and match["first"]:
        return thai.buddhist_year(match["first"])
    named = match or _WHOLE_YEAR.search(text) or _QUARTER.search(text)
    return fiscal_year if named else None


def _part_of_year(text: str, year: int) -> Period:
    start, end = fiscal_year_bounds(year)
    if half := _HALF.search(text):
        middle = date(end.year, 3, 31)
        return (start, middle) if half[1] == "แรก" else (date(end.year, 4, 1), end)
    if listed := _QUARTER_LIST.search(text):
        return _listed_quarters(start, [int(n) for n in re.findall("[1-4]", listed[0])])
    if (quarter := _QUARTER.search(text)) and not _EVERY_QUARTER.search(text):
        return _quarters(start, int(quarter[1]), int(quarter[2] or quarter[1]))
    match = _FISCAL.search(text)
    if match and match["last"] and match["first"]:
        return _run_of_years(year, thai.buddhist_year(match["last"]))
    return start, end


def _run_of_years(first: int, last: int | None) -> Period:
    return fiscal_year_bounds(first, last) if last and last >= first else UNKNOWN


def _listed_quarters(start: date, named: list[int]) -> Period:
    """Quarters named one by one; a gap between them is no period."""
    if named != list(range(named[0], named[0] + len(named))):
        return UNKNOWN
    return _quarters(start, named[0], named[-1])


def _quarters(start: date, first: int, last: int) -> Period:
    """Quarters 1 to 4 of the fiscal year that starts on `start`."""
    if last < first:
        return UNKNOWN
    return months_of_year(start.year + 544, 3 * (first - 1), 3 * last - 1)


def _month_of_year(start: date, months: int) -> date:
    at = start.month - 1 + months
    return date(start.year + at // 12, at % 12 + 1, 1)


def _between(text: str, dates: list[PrintedDate], fiscal_year: int | None) -> Period:
    if len(dates) > 2:
        return UNKNOWN
    last = dates[-1]
    if len(dates) == 2 and not _RANGE.match(text[dates[0].end : last.start]):
        return UNKNOWN
    last_year = last.year or _year_of_month(last.month, fiscal_year)
    if last_year is None:
        return UNKNOWN
    if len(dates) == 1:
        return _single(text, last, last_year)
    return _range(dates[0], last, last_year)


def _range(first: PrintedDate, last: PrintedDate, last_year: int) -> Period:
    crosses = (first.month, first.day or 1) > (last.month, last.day or 31)
    first_year = first.year or last_year - crosses
    start, end = _first_day(first, first_year), _last_day(last, last_year)
    return (start, end) if start and end and start <= end else UNKNOWN


def _single(text: str, printed: PrintedDate, year: int) -> Period:
    before = text[: printed.start]
    if re.search(r"(?:หลัง(?:จาก)?|นับ(?:แต่|จาก|ตั้งแต่))\s*(?:วันที่|เดือน)*\s*$", before):
        return UNKNOWN
    if printed.day and (first := _FIRST_DAY.search(before)):
        return _range(replace(printed, day=int(first[1])), printed, year)
    start, end = _first_day(printed, year), _last_day(printed, year)
    if _NO_LATER_THAN.search(before):
        return None, end
    if _SOMEHOW_BEFORE.search(before):
        return UNKNOWN
    if _FROM_THEN_ON.search(text[printed.end :]):
        return start, None
    return start, end


def _year_of_month(month: int, fiscal_year: int | None) -> int | None:
    """Return the year; a month without one lies in the report's fiscal year."""
    if fiscal_year is None:
        return None
    return fiscal_year - 1 if month >= 10 else fiscal_year


def _first_day(printed: PrintedDate, year: int) -> date | None:
    return _day(year, printed.month, printed.day or 1)


def _last_day(printed: PrintedDate, year: int) -> date | None:
    if printed.day is None:
        return _last_of_month(year - 543, printed.month)
    return _day(year, printed.month, printed.day)


def _last_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> date | None:
    """Make a day, its year B.E.; None for a day that no calendar has (31 February)."""
    try:
        return date(year - 543, month, day)
    except ValueError:
        return None
