"""What a cell may hold, and how wide it stands.

Excel takes 32,767 UTF-16 units a cell, no control characters, and no lone
surrogates; scans bring all three.
"""

import re
from math import ceil
from typing import Final
from unicodedata import category

from itadash.labels import text

MOST_UNITS: Final = 32_767
LONGEST_NAME: Final = 31

_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_UNWRITABLE: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\\n\t]")
_MARKS: Final = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_SPENT_ON_BREAKS: Final = 1.3  # lines end before a word that does not fit
# An exact copy passes untouched at the cost of one search.
_ODD: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"
)


def clean(words: str) -> str:
    """Return a text that a cell can hold: `mended`, and cut where it is too long."""
    words = mended(words)
    return words if fits(words) else _cut(words)


def mended(words: str) -> str:
    """Return a text without what no cell can hold, however long.

    Page breaks and odd line ends become line ends, other control characters go,
    what XML cannot hold becomes U+FFFD. A text between <r> and </r> gets a space
    in front: xlsxwriter takes it for XML of its own and would not escape it.
    """
    if _ODD.search(words):
        words = _LINE_ENDS.sub("\n", words)
        words = _UNWRITABLE.sub("\ufffd", _CONTROLS.sub("", words))
    return f" {words}" if words.startswith("<r>") else words


def fits(words: str) -> bool:
    """Tell whether a cell can hold a text whole."""
    return _units(words) <= MOST_UNITS


def pieces(words: str, *, width: int, lines: int) -> list[str]:
    """Part a text into stretches that a row can show; together they are the text.

    A row shows `lines` lines of `width` columns.
    """
    most = width * lines * 2 // 3  # units of a stretch without an end of line
    stretches: list[str] = []
    for line in words.splitlines(keepends=True):
        while line:
            piece = _first_units(line, most)
            line = line[len(piece) :]
            together = stretches[-1] + piece if stretches else ""
            if stretches and lines_of(together.rstrip("\n"), width) <= lines:
                stretches[-1] = together
            else:
                stretches.append(piece)
    return stretches


def sheet_name(wanted: str, taken: list[str]) -> str:
    """Return a name Excel takes: 31 units, none of its signs, unlike the others."""
    plain = _NOT_IN_NAMES.sub(" ", clean(wanted)).strip("' ")
    base = _first_units(plain, LONGEST_NAME).strip("' ") or text("workbook.sheet")
    name, number = base, 1
    while name.casefold() in (one.casefold() for one in taken):
        number += 1
        ending = f" ({number})"
        name = _first_units(base, LONGEST_NAME - len(ending)) + ending
    return name


def columns_of(words: str) -> int:
    """Count the columns of the longest line; marks above or below take none."""
    return max(
        sum(category(letter) != "Mn" for letter in line) for line in words.split("\n")
    )


def lines_of(words: str, width: int) -> int:
    """Estimate how many lines a text takes in a cell; words are not cut in two."""
    if len(words) < width and "\n" not in words:
        return 1
    lines = (len(line) for line in _MARKS.sub("", words).split("\n"))
    return sum(1 if n < width else ceil(n * _SPENT_ON_BREAKS / width) for n in lines)


def _units(words: str) -> int:
    """Count UTF-16 units; only a long text can have more than the limit."""
    if len(words) * 2 <= MOST_UNITS:
        return len(words)
    return len(words.encode("utf-16-le")) // 2


def _cut(words: str) -> str:
    mark = text("workbook.cut")
    return _first_units(words, MOST_UNITS - len(mark)) + mark


def _first_units(words: str, units: int) -> str:
    return words.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore")
