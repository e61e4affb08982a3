"""Provinces that a report names as if they were its own."""

import re
from collections.abc import Iterator
from functools import cache

from itadash import gazetteer, reference
from itadash.checks.passages import Passage, Texts, quote
from itadash.checks.words import any_of, central_bodies
from itadash.model import Finding, Report

BEFORE = 50  # characters before a name that tell whether another place is meant


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
            if not speaks_of_others(passage, match.start()):
                seen.add(province.name)
                yield _finding(passage, match, province.name)


def speaks_of_others(passage: Passage, at: int) -> bool:
    """Tell whether the words before a name say that another place is meant.

    A visit, a hotel, a neighbour, a partner, or an office of a central body. In a
    cell, a new line is a new paragraph.
    """
    before = passage.mended[max(0, at - BEFORE) : at]
    near = "".join((before.split("\n")[-1] if passage.in_table else before).split())
    return bool(any_of("others").search(near) or central_bodies().search(near))


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
