"""Names short enough for an axis; the full name stands in what hovering shows."""

from functools import cache
from typing import Any, Final
from unicodedata import category

import pandas as pd

from itadash import gazetteer
from itadash.labels import text

COLUMNS: Final = 20  # of an axis at 390 px; about 7 px each
_MARKS: Final = ("Mn", "Me", "Mc")


def agency_name(name: Any) -> str:  # noqa: ANN401
    """Return the full name of an agency, or the word for one without a name."""
    return text("charts.unnamed") if pd.isna(name) else str(name)


def short_agency(name: Any, columns: int = COLUMNS) -> str:  # noqa: ANN401
    """Return a name with its type abbreviated ("ทต.โพหัก"), cut to some columns."""
    whole = agency_name(name)
    for long, short in _types():
        if whole.startswith(long) and whole != long:
            whole = short + whole.removeprefix(long).strip()
            break
    return clipped(whole, columns)


def clipped(words: str, columns: int) -> str:
    """Cut words to some columns, "…" included, never between a letter and its mark."""
    if columns_of(words) <= columns:
        return words
    kept, room = "", columns - 1
    for letter in words:
        room -= not _is_mark(letter)
        if room < 0:
            break
        kept += letter
    return kept.rstrip() + "…"


def columns_of(words: str) -> int:
    """Count the columns of words; vowels and tone marks above and below take none."""
    return sum(not _is_mark(letter) for letter in words)


def _is_mark(letter: str) -> bool:
    return category(letter) in _MARKS


@cache
def _types() -> tuple[tuple[str, str], ...]:
    """Return the long and short names of types, the longest name first."""
    pairs = ((kind.name, kind.short_name) for kind in gazetteer.agency_types())
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
