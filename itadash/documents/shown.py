"""Stored numbers and dates as a sheet shows them.

69.58 stored as 69.58000000000001 is shown as 69.58, 25 under the format "0.00" as
25.00. What a format asks for beyond decimals, thousands, percent and fixed words
(fractions, exponents, colours, Thai digits) is shown as a plain number.
"""

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, DecimalException
from math import isfinite

GENERAL = "General"
MOST_DIGITS = 11  # what a plain cell has room for
_UNSEEN = re.compile(r"\[[^\]]*\]|_.|\*.")  # colours, widths, fillings
_THAI_DIGITS = re.compile(r"(?<![A-Za-z])t(?=[#0?])")  # "t0.00": in Thai digits
# What Excel in Thai means by its own numbers of formats (ECMA-376, 18.8.30).
THAI_FORMATS = {
    **{59: "0", 60: "0.00", 61: "#,##0", 62: "#,##0.00", 67: "0%", 68: "0.00%"},
    **{71: "d/m/bbbb", 72: "d-mmm-bb", 73: "d-mmm", 74: "mmm-bb", 81: "d/m/bb"},
}
_WORDS = re.compile(r'"([^"]*)"|\\(.)')
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.([#0?]*))?|\.([#0?]+)")
_SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])+')
_NOT_PLAIN = re.compile(r"[eE][+-]|/|@|[Gg]eneral")
_BUDDHIST = re.compile(r"\[\$-[0-9A-Fa-f]{0,4}0?7[0-9A-Fa-f]{4}\]|\[\$-D07|bb", re.I)


def number(value: float, code: str) -> str:
    """Return a number as the format `code` shows it."""
    if not isfinite(value):
        return ""
    section = _section(value, code)
    words = _THAI_DIGITS.sub("", _UNSEEN.sub("", section))
    bare = _WORDS.sub("", words)
    digits = _DIGITS.search(bare)
    if _NOT_PLAIN.search(bare):
        return general(value)
    if digits is None or not set(digits[0]) & {"0", "#"}:
        return _spoken(words).strip() or general(value)
    if section != _SECTION.findall(code)[0]:
        value = abs(value)  # a section of its own says how a minus is shown
    try:
        return _laid_out(value, words, bare, digits)
    except DecimalException:
        return general(value)


def general(value: float) -> str:
    """Return a number as a cell without a format shows it."""
    plain = f"{value:.{MOST_DIGITS}g}"
    return f"{Decimal(plain):f}" if "e" in plain and abs(value) < 1e15 else plain


def day(moment: date, code: str) -> str:
    """Return a date as day/month/year; Buddhist where the format asks for it."""
    year = moment.year + 543 if _BUDDHIST.search(code) else moment.year
    text = f"{moment.day}/{moment.month}/{year}"
    if isinstance(moment, datetime) and (moment.hour or moment.minute):
        return f"{text} {moment:%H:%M}"
    return text


def _section(value: float, code: str) -> str:
    """Return the part of a format for positive, negative or zero."""
    sections = _SECTION.findall(code) or [GENERAL]
    if value < 0 and len(sections) > 1:
        return str(sections[1])
    if value == 0 and len(sections) > 2:
        return str(sections[2])
    return str(sections[0])


def _laid_out(value: float, words: str, bare: str, digits: re.Match[str]) -> str:
    exact = Decimal(repr(value)) * (100 if "%" in bare else 1)
    places = digits[1] or digits[2] or ""
    rounded = exact.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    whole = f"{rounded:{',' if ',' in digits[0] else ''}f}"
    least = places.rfind("0") + 1
    whole = _without_zeros(whole, len(places) - least)
    found = _DIGITS.search(_blanked(words))
    if found is None:
        return whole
    before, behind = words[: found.start()], words[found.end() :]
    return f"{_spoken(before)}{whole}{_spoken(behind)}".strip()


def _blanked(words: str) -> str:
    """Hide fixed words, which may hold digits, without moving anything."""
    return _WORDS.sub(lambda match: " " * len(match[0]), words)


def _spoken(words: str) -> str:
    said = _WORDS.sub(lambda match: match[1] or match[2] or "", words)
    return said.replace("?", "")


def _without_zeros(text: str, most: int) -> str:
    """Drop at most so many zeros at the end; "0.0#" asks for one place only."""
    for _ in range(most):
        if not text.endswith("0"):
            break
        text = text[:-1]
    return text.removesuffix(".")
