"""From what a person typed to the value of a field, and back to words.

Names of persons, phone and id numbers are left out here as everywhere.
"""

import re
from contextlib import suppress
from datetime import date
from typing import Final

from itadash import framework, gazetteer, thai
from itadash.corrections.applying import field_name
from itadash.corrections.model import Value
from itadash.errors import InvalidCorrectionError
from itadash.extract.privacy import is_private_line, public
from itadash.extract.years import FIRST_YEAR, LAST_YEAR
from itadash.labels import text

KINDS: Final = ("plan", "progress", "results", "score_table")
MOST_CHARACTERS: Final = 500
_POINTS: Final = re.compile(r"\d{1,3}(?:\.\d{1,6})?")
_NEVER_EMPTY: Final = ("agency.name", "kind", "measures.title")


def entered(path: str, typed: str) -> Value:
    """Return the value of what was typed for a field; empty is None (no data).

    Raises InvalidCorrectionError with what the field takes.
    """
    words = typed.strip()
    rule = _rule_of(path)
    if not words:
        if rule in _NEVER_EMPTY:
            raise _refused(path, "not_empty")
        return [] if rule == "measures.units" else None
    if rule == "points":
        return _points(path, words)
    if rule == "year":
        return _year(path, words)
    if rule == "report_date":
        return _day(path, words)
    if rule in ("kind", "level", "agency.province"):
        return _known(path, words)
    return _words(path, words, rule)


def reason(typed: str, *, field: str = "correction.why") -> str:
    """Return why something was changed, or where it comes from, as typed in a field.

    `field` is the label of that field. Raises InvalidCorrectionError without words.
    """
    words = " ".join(typed.split())
    if not words or len(words) > MOST_CHARACTERS:
        rule = text(f"correction.rule.{'words' if words else 'not_empty'}")
        raise InvalidCorrectionError(field=text(field), rule=rule)
    return _public(words)


def as_year(typed: str) -> int:
    """Return a year (B.E.) that must be there; raises InvalidCorrectionError."""
    return _year("assessed_year", typed.strip(), rule="needed_year")


def written(value: Value) -> str:
    """Return a value as a person types it: `entered` gives the same value back."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, float):
        return f"{value:.2f}" if round(value, 2) == value else repr(value)
    with suppress(ValueError):
        day = date.fromisoformat(str(value))
        return f"{day.day}/{day.month}/{day.year + 543}"
    return str(value)


def _rule_of(path: str) -> str:
    if path == "overall_score" or path.startswith("scores."):
        return "points"
    if path in ("fiscal_year", "assessed_year"):
        return "year"
    return re.sub(r"\.\d+\.", ".", path)


def _points(path: str, words: str) -> float:
    number = thai.arabic(words).replace(",", ".")
    if not _POINTS.fullmatch(number) or not framework.valid(float(number)):
        raise _refused(path, "points")
    return float(number)


def _year(path: str, words: str, rule: str = "year") -> int:
    number = thai.arabic(words)
    if not number.isdecimal() or not FIRST_YEAR <= int(number) <= LAST_YEAR:
        raise _refused(path, rule, first=FIRST_YEAR, last=LAST_YEAR)
    return int(number)


def _day(path: str, words: str) -> str:
    found = thai.find_dates(words)
    if len(found) == 1 and found[0].day and found[0].year:
        with suppress(ValueError):
            day = date(found[0].year - 543, found[0].month, found[0].day)
            return day.isoformat()
    raise _refused(path, "day")


def _known(path: str, words: str) -> str:
    if path == "agency.province":
        province = gazetteer.province(words)
        if province is None:
            raise _refused(path, "province")
        return province.name
    if words not in (KINDS if path == "kind" else framework.level_names()):
        raise _refused(path, path)
    return words


def _words(path: str, words: str, rule: str) -> Value:
    if len(words) > MOST_CHARACTERS:
        raise _refused(path, "words")
    if rule == "measures.units":
        parts = (_public(part.strip()) for part in re.split("[,\n]", words))
        return [part for part in parts if part]
    return _public(words)


def _public(words: str) -> str:
    return text("privacy.line") if is_private_line(words) else public(words)


def _refused(path: str, rule: str, **values: object) -> InvalidCorrectionError:
    return InvalidCorrectionError(
        field=field_name(path), rule=text(f"correction.rule.{rule}", **values)
    )
