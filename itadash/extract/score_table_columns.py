"""What the columns of a score table hold, told by the header rows over them.

Header words stand over one another: the lowest decides, what stands above it says
of which indicator, instrument or year. A bare number is an indicator only under
the word for indicators, and only where 1 to 10 are all there or an instrument is
named over it, for numbering may restart with each instrument.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from itadash import framework, reference, thai
from itadash.extract import years
from itadash.extract.score_table_cells import Sheet
from itadash.extract.vocabulary import BRACKETS, indicator_named, instruments_named
from itadash.model import Instrument

LONGEST_HEADER = 80  # characters of a header's key
_YEAR = re.compile(r"(?<!\d)(2[45]\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"ปี(?:งบประมาณ|งบฯ?)?(?:พ\.ศ\.)?(\d\d)(?!\d)")
_YEAR_WORDS = re.compile(
    r"(?:ประจำ)?(?:ปีงบประมาณ|ปีงบฯ?|ปี)?(?:พ\.?ศ\.?)?(?:2[45]\d\d|(?<=ปี)\d\d(?!\d))"
)
_CODE = re.compile(
    r"^(?:ตัวชี้วัด(?:ที่)?)?[(]?(?P<letter>[ieo])(?:it)?[.\-_]?(?P<number>\d{1,2})[)]?$"
)
_CODED_NAME = re.compile(
    r"^[(]?(?P<letter>[ieo])it[.\-_]?(?P<number>\d{1,2})[).:\-_]*(?P<name>\D{4,})$"
)
_NUMBER = re.compile(
    r"^(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?|ข้อ(?:ที่)?|indicator|ind)?[.:#_]?(\d{1,2})[.)]?$"
)
# Words for points of whatever stands over them; shares and means alone are no total.
_WEAK = ("points", "share")
_POINTS = (None, *_WEAK, "total", "sum")
_POINTS_SAID = re.compile("คะแนน|(?<![a-z])ita(?![a-z])")


@dataclass(frozen=True)
class Column:
    """What one column holds: a field, for scores the indicator, and the year.

    Fields are agency, type, province, district, year, level, indicator, instrument,
    other, and three for totals: total ("คะแนนรวม") before sum ("รวม") before points.
    """

    at: int
    field: str
    indicator: int | None = None
    year: int | None = None


@dataclass(frozen=True)
class _Stack:
    """The header words over one column, the lowest first, as `thai.key`."""

    at: int
    words: tuple[str, ...]
    texts: tuple[str, ...]


def columns(header: Sheet, caption: str) -> list[Column]:
    """Return the columns that a header explains; `caption` stands over the table."""
    stacks = [_stack(header, at) for at in range(len(header[0]))] if header else []
    found = [column for stack in stacks if (column := _column(stack))]
    if _POINTS_SAID.search(thai.key(caption)):
        found += [column for stack in stacks if (column := _bare_year(stack))]
    taken = {column.at for column in found}
    rest = [stack for stack in stacks if stack.at not in taken]
    return sorted([*found, *_numbered(rest, caption)], key=lambda one: one.at)


def is_agency_word(text: str) -> bool:
    """Tell whether a header cell announces names of agencies."""
    return _field(_bare(thai.key(text))) == "agency"


def is_total_word(text: str) -> bool:
    """Tell whether a cell is the words for a total."""
    return _field(_bare(thai.key(text))) in ("total", "sum")


def year_in(text: str) -> int | None:
    """Return the only year (B.E.) that a text names; None for none or several."""
    found = years_in(text)
    return found.pop() if len(found) == 1 else None


def years_in(text: str) -> set[int]:
    """Return every year (B.E.) that a text names."""
    words = thai.key(text)
    found = {int(digits) for digits in _YEAR.findall(words)}
    found |= {thai.CENTURY + int(digits) for digits in _SHORT_YEAR.findall(words)}
    return {y for y in found if years.FIRST_YEAR <= y <= years.LAST_YEAR}


def _stack(header: Sheet, at: int) -> _Stack:
    texts = [_spread(header, row, at) for row in range(len(header) - 1, -1, -1)]
    kept = [text for text in texts if text]
    return _Stack(at, tuple(thai.key(text) for text in kept), tuple(kept))


def _spread(header: Sheet, row: int, at: int) -> str:
    """Return a header cell; a blank over a lower header belongs to the one at its left.

    A merged cell prints its text in its first column only.
    """
    cells = header[row]
    if cells[at].text or row == len(header) - 1:
        return cells[at].text
    below = [one for one in header[row + 1 :] if one[at].text]
    if not below or any(one[at].text for one in header[:row]):
        return ""
    left = at
    while left > 0 and not cells[left].text:
        left -= 1
        if not any(one[left].text for one in header[row + 1 :]):
            return ""  # a column that is merged downwards ends the spread
    return cells[left].text


def _column(stack: _Stack) -> Column | None:
    """Return the column of a stack; None where no words decide."""
    year = next((y for text in stack.texts if (y := year_in(text))), None)
    fields = [_field(_bare(words)) for words in stack.words]
    if not stack.words or len(stack.words[0]) > LONGEST_HEADER:
        return None
    if "other" in fields[:1] or any(_starts_as_other(word) for word in stack.words):
        return Column(stack.at, "other")
    indicator = next((n for text in stack.texts if (n := _indicator(text))), None)
    told = next((name for name in fields if name and name != "number_heading"), None)
    if indicator is not None:
        scored = told in _POINTS
        return Column(stack.at, "indicator" if scored else "other", indicator, year)
    if any(_is_instrument(text) for text in stack.texts) and _number_of(stack) is None:
        level = "other" if told == "level" else "instrument"
        return Column(stack.at, level)
    if told is None or (told in _WEAK and _number_of(stack) is not None):
        return None
    return Column(stack.at, told, year=None if told == "year" else year)


def _bare_year(stack: _Stack) -> Column | None:
    """Return a column that a year alone heads: points, where the caption says so."""
    if not stack.texts or any(_bare(words) for words in stack.words):
        return None
    year = year_in(stack.texts[0])
    return Column(stack.at, "points", year=year) if year else None


def _indicator(text: str) -> int | None:
    """Return the indicator that a header names, by name or by a code such as "E2"."""
    if instruments_named(text) and not _CODE.match(thai.key(text)):
        named = indicator_named(BRACKETS.sub("", text))
        return named if BRACKETS.search(text) else _coded_name(thai.key(text))
    if match := _CODE.match(thai.key(text)):
        return _of_code(match["letter"], int(match["number"]))
    return indicator_named(text)


def _coded_name(words: str) -> int | None:
    """Return the indicator of a code and a name that agree ("EIT2 ประสิทธิภาพ…")."""
    if not (match := _CODED_NAME.match(words)):
        return None
    named = indicator_named(match["name"])
    return named if named == _of_code(match["letter"], int(match["number"])) else None


def _of_code(letter: str, number: int) -> int | None:
    """Read i1 to i10, and E1 or E6, O1 or O9, for numbering may restart."""
    if letter == "i":
        return number if 1 <= number <= 10 else None
    return _within(number, "EIT" if letter == "e" else "OIT")


def _within(number: int, instrument: str) -> int | None:
    own = [n.number for n in framework.indicators() if n.instrument == instrument]
    if number in own:
        return number
    return own[number - 1] if 1 <= number <= len(own) else None


def _numbered(stacks: Sequence[_Stack], caption: str) -> Iterator[Column]:
    """Yield the columns headed by numbers alone, where they are certain."""
    found = [(stack, n) for stack in stacks if (n := _number_of(stack)) is not None]
    by_year: dict[int | None, list[tuple[_Stack, int]]] = {}
    for stack, number in found:
        year = next((y for text in stack.texts if (y := year_in(text))), None)
        by_year.setdefault(year, []).append((stack, number))
    for year, own in by_year.items():
        sections = [_instrument_over(stack) for stack, _ in own]
        announced = "ตัวชี้วัด" in thai.key(caption)
        announced |= all(_says_indicator(stack) for stack, _ in own)
        if None not in sections:
            for (stack, number), section in zip(own, sections, strict=True):
                if indicator := _within(number, str(section)):
                    yield Column(stack.at, "indicator", indicator, year)
        elif announced and Counter(n for _, n in own) == Counter(range(1, 11)):
            for stack, number in own:
                yield Column(stack.at, "indicator", number, year)


def _number_of(stack: _Stack) -> int | None:
    """Return the number that the lowest words are, points and years left out."""
    for words in stack.words:
        if match := _NUMBER.match(words):
            return int(match[1])
        if _field(_bare(words)) not in _WEAK and _bare(words):
            return None
    return None


def _says_indicator(stack: _Stack) -> bool:
    return any(_field(_bare(words)) == "number_heading" for words in stack.words)


def _instrument_over(stack: _Stack) -> Instrument | None:
    found = [instruments_named(text) for text in stack.texts]
    named = set().union(*found)
    return named.pop() if len(named) == 1 else None


def _is_instrument(text: str) -> bool:
    return len(instruments_named(text)) == 1


def _starts_as_other(words: str) -> bool:
    rows = [word for field, _, word in _words() if field == "other"]
    return any(words.startswith(word) for word in rows if len(word) > 3)


def _bare(words: str) -> str:
    """Return header words without years and brackets."""
    return _YEAR_WORDS.sub("", BRACKETS.sub("", words)).strip(":.-_ ")


def _field(bare: str) -> str | None:
    dotted = bare + "."
    return next(
        (
            field
            for field, match, word in _words()
            if (word in (bare, dotted) if match == "exact" else word in bare)
        ),
        None,
    )


@cache
def _words() -> tuple[tuple[str, str, str], ...]:
    rows = reference.rows("score_table_columns")
    return tuple((row["field"], row["match"], thai.key(row["words"])) for row in rows)
