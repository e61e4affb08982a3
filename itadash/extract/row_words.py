"""Rows and cells of a table that hold words, yet no content.

A total, a note under the table, "ไม่มี" beside an indicator, a caption that announces
targets: all words are rows of data/reference/row_words.csv.
"""

import re
from functools import cache

from itadash import reference, thai

_AROUND = " \n-–•*.:()"
_DITTO = re.compile(r"^[-–\s]*(?:[\"“”〃]|''|,,)[-–\s]*$")
LONGEST_NAME = 80  # characters of a row's name; a longer cell is content
_NUMBER = r"\d[\d,]*(?:\.\d+)?"


def says_no_issue(text: str) -> bool:
    """Tell whether the place for improvements says that there are none."""
    return thai.key(text.strip(_AROUND)) in _words("no_issue")


def is_total(text: str) -> bool:
    """Tell whether a cell announces a sum: "รวม", "รวมทั้งสิ้น ๕ มาตรการ"."""
    return bool(_total().match(thai.key(text)))


def sums_up(text: str) -> bool:
    """Tell whether a row's name is made of the words for a total and nothing else."""
    words = thai.key(text).strip(":")
    if len(words) > LONGEST_NAME:
        return False
    if words in _words("sum_row"):
        return True
    said = {match[0] for match in _sum_word().finditer(words)}
    rest = _sum_word().sub("", words).strip("():")
    return not rest and not said.isdisjoint(_words("sum_core"))


def names_the_level(text: str) -> bool:
    """Tell whether a row's name says that the row gives the level."""
    return thai.key(text).strip("():") in _words("level_row")


def is_note(text: str) -> bool:
    """Tell whether a cell begins a note under the table."""
    return thai.key(text.lstrip(_AROUND)).startswith(_words("note"))


def is_ditto(text: str) -> bool:
    """Tell whether a cell says "as above" by marks."""
    return bool(_DITTO.match(text))


def compares(text: str) -> bool:
    """Tell whether words announce targets, changes or the scores of others."""
    return says("comparison", text)


def says(use: str, text: str) -> bool:
    """Tell whether a text holds any of the words of a use."""
    return bool(_any_word(use).search(thai.key(text)))


def next_subjects() -> tuple[str, ...]:
    """Return the words (each a `thai.key`) that go on behind a list of scores."""
    return _words("next_subject")


def bare_number(text: str) -> str:
    """Return a number's cell without the word before it: "มาตรการที่ 1" is "1"."""
    return _number_word().sub("", text.strip(), count=1)


@cache
def _any_word(use: str) -> re.Pattern[str]:
    return re.compile(reference.alternatives(_words(use)) or "(?!)")


@cache
def _words(use: str) -> tuple[str, ...]:
    return tuple(
        thai.key(row["words"])
        for row in reference.rows("row_words")
        if row["use"] == use
    )


@cache
def _total() -> re.Pattern[str]:
    words, units = map(reference.alternatives, map(_words, ("total", "total_unit")))
    return re.compile(rf"^[-(]?(?:{words}):?(?:{_NUMBER})?(?:{units})?[.):]*$")


@cache
def _sum_word() -> re.Pattern[str]:
    words = {*_words("sum_core"), *_words("sum_part")}
    return re.compile(reference.alternatives(words))


@cache
def _number_word() -> re.Pattern[str]:
    words = reference.alternatives(_words("number_word"))
    return re.compile(rf"^(?:{words})\s*(?=[0-9๐-๙(])")
