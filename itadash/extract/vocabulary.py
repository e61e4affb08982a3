"""The words by which headers, instruments and indicators are known.

All of them are rows of data/reference, compared as `thai.key` sees them. A header
is read by the first row of columns.csv that fits, so the order there is a rule.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from itadash import framework, reference, thai
from itadash.model import Instrument
from itadash.remembering import remembered

LONGEST_HEADER = 60  # characters of a header's key; a longer cell is content
MIN_NAME_LIKENESS = 88  # of 100; two different indicators stay well under it
MOST_NUMBERINGS = 3  # a list mark, the word for indicator, a number

_NUMBERING = re.compile(
    r"^(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?|ข้อ(?:ที่)?|ที่|[-•*])?[(]?"
    r"(?:[ieo]\d{1,2}|\d{1,2}(?:\.\d{1,2})*)?[.):]*[-–:]?"
)
BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")


# Words that say by themselves what they say beside others: see `headers`.
_ALONE = {"indicator_no": "indicator", "indicator_name": "indicator"}


def header_field(cell: str) -> str | None:
    """Return the field a header cell announces; "other" for known useless ones."""
    field = heading(cell)
    if field == "topic":
        return "issue" if "ประเด็น" in thai.key(cell) else None
    if field == "count":
        return None
    return _ALONE.get(field or "", field)


@lru_cache(maxsize=10_000)
def heading(cell: str) -> str | None:
    """Return what columns.csv says of a header cell, beside which others stand."""
    words = thai.key(cell)
    if not words or len(words) > LONGEST_HEADER:
        return None
    bare = BRACKETS.sub("", words)
    return next(
        (field for field, match, word in _columns() if _fits(match, word, words, bare)),
        None,
    )


def instruments_named(text: str) -> set[Instrument]:
    """Return the instruments that a text names, by letters or by words."""
    words = thai.key(text)
    return {name for name, pattern in _instrument_patterns() if pattern.search(words)}


@remembered
def indicator_named(text: str) -> int | None:
    """Return the number of the indicator whose name the whole text is.

    The printed number does not count: numbering may restart for each instrument.
    A slip of the scan is forgiven, a name with other words around it is not.
    """
    name = bare_name(text)
    if not name or len(name) > LONGEST_HEADER:
        return None
    known = numbers_by_name()
    if name in known:
        return known[name]
    match = process.extractOne(
        name, known.keys(), scorer=fuzz.ratio, score_cutoff=MIN_NAME_LIKENESS
    )
    return known[match[0]] if match else None


def indicator_at_start(text: str) -> tuple[int, str] | None:
    """Return the indicator that a text begins with and what follows its name.

    The rest is a `thai.key`; the longest name wins, so that a variant that begins
    like another is not cut short.
    """
    words = _without_number(thai.key(text))
    match = _any_name().match(words)
    return (numbers_by_name()[match[0]], words[match.end() :]) if match else None


def words_before_indicator(text: str) -> str:
    """Return what stands before the first indicator's name; all where there is none."""
    words = thai.words_joined(text)
    match = _any_printed_name().search(words)
    return words[: match.start()] if match else text


def bare_name(text: str) -> str:
    """Return a `thai.key` without numbering, brackets and the word for indicator."""
    words = _without_number(BRACKETS.sub("", thai.key(text)))
    return words.rstrip(".:-")


def _without_number(words: str) -> str:
    """Drop the numbering before a name: "-ตัวชี้วัดที่1", "1)ตัวชี้วัด"."""
    for _ in range(MOST_NUMBERINGS):
        words = _NUMBERING.sub("", words, count=1)
    return words


def _fits(match: str, word: str, words: str, bare: str) -> bool:
    if match == "exact":
        return word in (words, bare)
    if match == "starts":
        return words.startswith(word)
    return word in words


@cache
def _columns() -> tuple[tuple[str, str, str], ...]:
    rows = reference.rows("columns")
    return tuple((row["field"], row["match"], thai.key(row["words"])) for row in rows)


@cache
def numbers_by_name() -> dict[str, int]:
    """Return the number of an indicator by the `thai.key` of each of its names."""
    return {
        thai.key(name): number
        for number, names in framework.indicator_names().items()
        for name in names
    }


@cache
def _any_name() -> re.Pattern[str]:
    return re.compile(reference.alternatives(numbers_by_name()))


@cache
def _any_printed_name() -> re.Pattern[str]:
    names = {
        thai.words_joined(n) for ns in framework.indicator_names().values() for n in ns
    }
    return re.compile("|".join(map(re.escape, sorted(names))))


@cache
def _instrument_patterns() -> tuple[tuple[Instrument, re.Pattern[str]], ...]:
    return tuple(
        (instrument, _instrument_pattern(instrument, names))
        for instrument, names in framework.instrument_names().items()
    )


def _instrument_pattern(letters: str, names: Iterable[str]) -> re.Pattern[str]:
    words = [re.escape(thai.key(name)) for name in names]
    return re.compile("|".join([rf"(?<![a-z]){letters.lower()}(?![a-z])", *words]))
