"""Words that decide in a check, by their use; all of them rows of check_words.csv."""

import re
from functools import cache

from itadash import reference


@cache
def words(use: str) -> tuple[str, ...]:
    """Return the words of one use, the longest first."""
    found = (row["words"] for row in reference.rows("check_words") if row["use"] == use)
    return tuple(sorted(found, key=len, reverse=True))


@cache
def any_of(*uses: str) -> re.Pattern[str]:
    """Return a pattern that finds a word of any of the uses."""
    return re.compile(options(*uses))


def options(*uses: str) -> str:
    """Return the words of the uses as alternatives of a pattern, longest first."""
    return reference.alternatives(word for use in uses for word in words(use))


@cache
def central_bodies() -> re.Pattern[str]:
    """Return a pattern that finds a body of the central administration."""
    names = (
        name
        for row in reference.rows("central_bodies")
        for name in (row["name"], *reference.listed(row["variants"]))
    )
    return re.compile("|".join(re.escape(n) for n in sorted(names, key=len)[::-1]))
