"""Provinces that a report names as if they were its own."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from itadash import gazetteer, reference
from itadash.checks.passages import Passage, Texts, quote
from itadash.checks.words import any_of, central_bodies, options
from itadash.model import Finding, Report

# Characters before and behind a name that tell whether another place is meant.
BEFORE, BEHIND = 50, 40

LONGEST_LIST = 20  # agencies before one that "and" may join to it
_AND_ALSO = re.compile(r"[\s,]*(?:และ|กับ|หรือ|รวมทั้ง|รวมถึง|ตลอดจน)?[\s,]*")
_ADDRESS = re.compile(r"(?:อำเภอ|อ\.|ตำบล|ต\.)\s*[ก-๎]+\s*$")


def other_province_named(texts: Texts, report: Report) -> Iterator[Finding]:
    """Yield each other province named as if the agency lay in it.

    Without a province of its own that the report prints, nothing can be told.
    """
    if report.agency.province is None:
        return
    seen = {report.agency.province}
    for passage in texts.passages:
        for match in _named(passage):
            province = gazetteer.province(match["name"])
            if province is None or province.name in seen:
                continue
            if _is_as_if_own(passage, match, report):
                seen.add(province.name)
                yield _finding(passage, match, province.name)


def speaks_of_others(passage: Passage, start: int, end: int) -> bool:
    """Tell whether the words around a name say that another place is meant.

    A visit, a hotel, a neighbour, a partner, a former name, or an office of a
    central body; in a list of names, that of the first.
    """
    before = _near_before(passage, _start_of_list(passage, start))
    behind = "".join(passage.mended[end : end + BEHIND].split("\n")[0].split())
    return bool(
        any_of("others").search(before)
        or central_bodies().search(before)
        or any_of("others_behind").match(behind)
    )


def _near_before(passage: Passage, at: int) -> str:
    """Return the words before a name; in a cell, a new line is a new paragraph."""
    before = passage.mended[max(0, at - BEFORE) : at]
    return "".join((before.split("\n")[-1] if passage.in_table else before).split())


def _start_of_list(passage: Passage, start: int) -> int:
    """Return where the first of the agencies begins that "and" joins to a name."""
    at = bisect_right(passage.mentions, start, key=lambda mention: mention.end)
    for mention in reversed(passage.mentions[max(0, at - LONGEST_LIST) : at]):
        if not _AND_ALSO.fullmatch(passage.mended[mention.end : start]):
            break
        start = mention.start
    return start


def _is_as_if_own(passage: Passage, match: re.Match[str], report: Report) -> bool:
    """Tell whether a province is named where the own one should be.

    Behind the own name, in an address, as the seat of a provincial office, or alone
    on a line. Another agency's is told with that agency.
    """
    own = (report.agency.name or "").removeprefix(report.agency.type or "")
    for mention in passage.mentions:
        if mention.start < match.start() < mention.end:
            of_own = bool(own) and mention.run.startswith(own)
            return of_own and not speaks_of_others(passage, mention.start, mention.end)
    if speaks_of_others(passage, match.start(), match.end()):
        return False
    return _is_seat_or_address(passage.mended, match)


def _is_seat_or_address(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - BEFORE) : match.start()].split("\n")[-1]
    behind = text[match.end() :].split("\n")[0]
    if not before.strip() and not behind.strip():
        return True
    return bool(_ADDRESS.search(before) or _seat().search("".join(before.split())))


@cache
def _seat() -> re.Pattern[str]:
    return re.compile(rf"(?:{options('seat')})$")


def _named(passage: Passage) -> Iterator[re.Match[str]]:
    if "จังหวัด" in passage.squeezed or "จ." in passage.squeezed:
        yield from _pattern().finditer(passage.mended)


def _finding(passage: Passage, match: re.Match[str], name: str) -> Finding:
    return Finding(
        "other_agency_named",
        "warning",
        (("name", f"จังหวัด{name}"),),
        place=quote(passage, match[0]),
    )


@cache
def _pattern() -> re.Pattern[str]:
    """Return a pattern of the word for province and any name, variants too."""
    names = [
        name
        for row in reference.rows("provinces")
        for name in (row["name"], *reference.listed(row["variants"]))
    ]
    options = "|".join(re.escape(name) for name in sorted(names, key=len)[::-1])
    return re.compile(
        rf"(?:(?<!ส่วน)จังหวัด|(?<![ก-๎.])จ\.)\s?(?P<name>{options})(?![ะาำั-ฺ็-๎])"
    )
