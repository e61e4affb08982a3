"""Acts that a report says were done, against its fiscal year and its own date.

An act is a date behind words that report it. Laws, resolutions of the cabinet,
letters of central bodies and plans of many years have dates too, but are no acts of
the agency; what is planned was not done.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from itadash import thai
from itadash.checks.passages import Passage, Texts, quote
from itadash.checks.words import any_of, central_bodies, options
from itadash.extract.periods import fiscal_year_bounds
from itadash.model import Finding, Report

BEFORE, BEHIND = 100, 40  # characters around a date that say whose act it is
# Running text tells how the measures came about, half a year before and after.
AROUND_THE_YEAR = timedelta(days=183)

_DAY = re.compile(
    r"วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)?ที่[\s.…]*(?=\d)"
    r"|เมื่อ(?:เดือน)?(?!วัน)\s*(?=\d|[ก-ฮ][ก-๎.]{2,})"
)
_RANGE_START = re.compile(r"^\d{1,2}\s*(?:[-–,]|และ|ถึง)\s*$")
_LONGEST_DATE = 45
_NOT_BEFORE = re.compile(
    r"(?:[ก-ฮ]\.[ก-ฮ]\.|[ก-๎](?:คม|ยน|พันธ์))\s*(?:พ\.?ศ\.?\s*)?25\d\d"
    r"|พ\.?ศ\.?\s*25\d\d|\(\d{1,2}(?:\.\d)*\)|(?:^|\s)\d{1,2}\.(?=\D)"
)


@dataclass(frozen=True)
class Act:
    """Something reported as done on a day or in a month (then `first` to `last`)."""

    first: date
    last: date
    words: str
    passage: Passage


def date_outside_fiscal_year(texts: Texts, report: Report) -> Iterator[Finding]:
    """Yield acts dated outside the fiscal year of the measures.

    Running text may tell of half a year before and after it, tables may not.
    """
    if report.fiscal_year is None:
        return
    start, end = fiscal_year_bounds(report.fiscal_year)
    for act in _distinct(acts(texts)):
        around = timedelta(0) if act.passage.in_table else AROUND_THE_YEAR
        if act.last < start - around or act.first > end + around:
            yield _finding("date_outside_fiscal_year", act, report.fiscal_year)


def date_after_report(texts: Texts, report: Report) -> Iterator[Finding]:
    """Yield acts dated after the date that the report itself bears."""
    if report.report_date is None:
        return
    for act in _distinct(acts(texts)):
        if act.first > report.report_date:
            yield _finding("date_after_report", act, report.report_date)


def acts(texts: Texts) -> Iterator[Act]:
    """Yield the acts that a document reports as done, in reading order."""
    for passage in texts.passages:
        if "25" not in passage.squeezed and "/" not in passage.squeezed:
            continue
        if "วัน" in passage.squeezed or "เมื่อ" in passage.squeezed:
            yield from _acts_in(passage)


def _acts_in(passage: Passage) -> Iterator[Act]:
    joined = passage.joined
    for match in _DAY.finditer(joined):
        window = joined[match.end() : match.end() + _LONGEST_DATE]
        printed = _date_at_start(window)
        if printed is None or not _is_done(joined, match, printed, passage):
            continue
        if days := _days(printed):
            words = joined[_marker_start(joined, match) : match.end() + printed.end]
            yield Act(*days, words, passage)


def _date_at_start(window: str) -> thai.PrintedDate | None:
    first = next(iter(thai.find_dates(window)), None)
    if first is None or first.year is None:
        return None
    before = window[: first.start]
    return first if not before.strip() or _RANGE_START.match(before) else None


def _is_done(
    text: str, match: re.Match[str], printed: thai.PrintedDate, passage: Passage
) -> bool:
    before = _words_before(text[max(0, match.start() - BEFORE) : match.start()])
    behind = text[match.end() + printed.end :][:BEHIND]
    if not _reports_an_act(before, match[0], passage):
        return False
    if any_of("planned").search(before[-BEHIND:]) or any_of("law").search(before):
        return False
    return not _of_another(before, match[0]) and not any_of("law_behind").match(
        behind.lstrip()
    )


def _words_before(text: str) -> str:
    """Return what is said right before a date, from the last year or number on.

    Where only words of promulgation follow the year, it is that of a law or a plan.
    """
    *above, last = _NOT_BEFORE.split(text)
    return above[-1] + last if above and _promulgated().fullmatch(last) else last


@cache
def _promulgated() -> re.Pattern[str]:
    return re.compile(rf"(?:{options('promulgated')}|25\d\d|[\s\d()–/.,-])*+")


def _reports_an_act(before: str, marker: str, passage: Passage) -> bool:
    """Tell whether the words before a date say that something was done.

    "ประกาศ ณ วันที่" in running text is the date of the document itself.
    """
    if marker.startswith("เมื่อ") or re.search(f"(?:{options('done')})$", before):
        return True
    if before.endswith("ณ"):
        return passage.in_table and bool(_own_date().search(before))
    return bool(any_of("done_before").search(before))


@cache
def _own_date() -> re.Pattern[str]:
    return re.compile(rf"(?:{options('own_date')})\s*ณ$")


def _of_another(before: str, marker: str) -> bool:
    """Tell whether a letter, order or meeting is that of a central body."""
    match = central_bodies().search(before)
    if match is None:
        return False
    return before.endswith("ลง") or bool(any_of("document").search(before))


def _marker_start(text: str, match: re.Match[str]) -> int:
    """Return where "ลง", "เมื่อ", "ใน" in front of the word for day begins."""
    lead = re.search("(?:ลง|เมื่อ|ใน|ระหว่าง|ณ)\\s*$", text[: match.start()])
    return lead.start() if lead else match.start()


def _days(printed: thai.PrintedDate) -> tuple[date, date] | None:
    if printed.year is None:
        return None
    year = printed.year - 543
    try:
        if printed.day:
            day = date(year, printed.month, printed.day)
            return day, day
        following = date(year + printed.month // 12, printed.month % 12 + 1, 1)
        return date(year, printed.month, 1), following - timedelta(days=1)
    except ValueError:
        return None


def _distinct(found: Iterator[Act]) -> list[Act]:
    """Each day once in tables and once in running text, at its first place."""
    kept: dict[tuple[date, date, bool], Act] = {}
    for act in found:
        kept.setdefault((act.first, act.last, act.passage.in_table), act)
    return list(kept.values())


def _finding(code: str, act: Act, limit: date | int) -> Finding:
    place = quote(act.passage, act.words)
    against = limit if isinstance(limit, int) else thai_day(limit)
    parameters = (("date", thai_day(act.first)), ("limit", against))
    return Finding(code, "warning", parameters, place=place)


def thai_day(day: date) -> str:
    """Write a day as 21/11/2565."""
    return f"{day.day}/{day.month}/{day.year + 543}"
