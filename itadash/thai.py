"""Thai text as reports print it: digits, dates, damaged marks, sorting.

Two forms of a text exist here. `tidy` is what a reader sees: white space in order,
no letter changed. `key` is what code compares: marks mended, digits Arabic, white
space gone. Nothing here decides what a text means. The only importer of pythainlp,
and that where it is needed: the first page of the dashboard has no use for it.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase, ascii_uppercase

from itadash.remembering import remembered

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
OLDEST_BUDDHIST_YEAR = 2400  # a four-digit year below it is Gregorian
CENTURY = 2500  # two-digit years in these reports are of this Buddhist century

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")
_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_TONE = "\u0e48-\u0e4b"
_SPACED_MARK = re.compile(f"(?<=[ก-ฮ{_MARK}]) +(?=[{_MARK}\u0e33])")
_DOUBLED_MARK = re.compile(f"([{_MARK}])\\1+")
_SPLIT_SARA_AM = re.compile(f"\u0e4d([{_TONE}]?) *\u0e32")
_LOST_NIKHAHIT = re.compile(f"(?<=[ก-ฮ])\ufffd([{_TONE}]?)\u0e32")
_HALVED_SARA_AM = re.compile(f"(?<=[ก-ฮ])([{_TONE}]?) +\u0e32")
_SHIFTED_SARA_U = re.compile("คณุ ?(?=[ก-ฮ])")
_SWAPPED_MARKS = re.compile(f"[{_TONE}\u0e4c][\u0e31\u0e34-\u0e3a\u0e47\u0e4d]")
_MARKS_IN_A_ROW = re.compile(f"[{_MARK}]{{2,}}")
_UPPERMOST = frozenset("\u0e48\u0e49\u0e4a\u0e4b\u0e4c")
# Thai Windows drew marks beside tall letters and above others by letters of its own.
_PRIVATE_GLYPHS = dict(
    zip(
        range(0xF700, 0xF71B),
        "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b"
        "\u0e4c\u0e0d\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
        strict=True,
    )
)
_PRIVATE_GLYPH = re.compile("[\uf700-\uf71a]")
# Any letter or pair that one of the mending rules looks for.
_DAMAGE = re.compile(
    "|".join(
        pattern.pattern
        for pattern in (
            *(_INVISIBLE, _SPACES, _SPACED_MARK, _SPLIT_SARA_AM),
            *(_PRIVATE_GLYPH, _SWAPPED_MARKS),
        )
    )
    + f"| \u0e32|คณุ|\ufffd|เเ|(?P<mark>[{_MARK}])(?P=mark)"
)
_THAI_DIGIT = re.compile("[๐-๙]")
_BETWEEN_THAI = re.compile(r"(?<=[\u0e01-\u0e4e])\s+(?=[\u0e01-\u0e4e])")
_WHITE = re.compile(r"\s+")
# What scans lose, double or misplace, and what only separates.
_DROPPED = frozenset(
    " \t\n\r\f\v\u00a0\u00ad\u202f\u2060\u3000\ufeff\ufffd.,/\"'()-"
    + "\u201c\u201d\u2018\u2019"
    + "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a"
    + "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
    + "".join(map(chr, range(0x2000, 0x2016)))
)
_FOLDED = str.maketrans(
    "แำ" + THAI_DIGITS + ascii_uppercase, "เา0123456789" + ascii_lowercase
)


def arabic(text: str) -> str:
    """Return the text with Thai digits written as Arabic ones."""
    if not _THAI_DIGIT.search(text):
        return text
    for value, digit in enumerate(THAI_DIGITS):
        text = text.replace(digit, str(value))
    return text


def mend_invisible(text: str) -> str:
    """Drop zero-width characters and byte order marks inside words."""
    return _INVISIBLE.sub("", text)


def mend_spaces(text: str) -> str:
    """Write every kind of fixed space as a plain one."""
    return _SPACES.sub(" ", text)


def mend_private_glyphs(text: str) -> str:
    """Read the shapes that old Thai fonts kept at U+F700 as the letters they show."""
    return text.translate(_PRIVATE_GLYPHS) if _PRIVATE_GLYPH.search(text) else text


def mend_mark_order(text: str) -> str:
    """Put a vowel mark before the tone mark that stands over it ("ท่ี" is "ที่")."""
    return _MARKS_IN_A_ROW.sub(
        lambda run: "".join(sorted(run[0], key=_UPPERMOST.__contains__)), text
    )


def mend_sara_am(text: str) -> str:
    """Join nikhahit and sara aa, with a tone mark between them or not."""
    return _SPLIT_SARA_AM.sub("\\1\u0e33", text)


def mend_lost_nikhahit(text: str) -> str:
    """Read "อ\ufffdานาจ": the replacement character stands where sara am lost half."""
    return _LOST_NIKHAHIT.sub("\\1\u0e33", text)


def mend_halved_sara_am(text: str) -> str:
    """Read "ด าเนิน": no word begins with sara aa, a space took half of sara am."""
    return _HALVED_SARA_AM.sub("\\1\u0e33", text)


def mend_shifted_sara_u(text: str) -> str:
    """Read "คณุ ธรรม": the mark of คุณ slipped to the letter behind its own."""
    return _SHIFTED_SARA_U.sub("คุณ", text)


def mend_sara_ae(text: str) -> str:
    """Read two sara e as the sara ae that was meant."""
    return text.replace("เเ", "แ")


def mend_spaced_marks(text: str) -> str:
    """Close the gap that some files leave before a vowel or tone mark."""
    return _SPACED_MARK.sub("", text)


def mend_doubled_marks(text: str) -> str:
    """Keep one of a mark that was printed over itself."""
    return _DOUBLED_MARK.sub(r"\1", text)


# Marks first come next to their letter, only then can doubles and halves be seen.
MENDING_RULES: tuple[Callable[[str], str], ...] = (
    mend_private_glyphs,
    mend_invisible,
    mend_spaces,
    mend_spaced_marks,
    mend_mark_order,
    mend_doubled_marks,
    mend_lost_nikhahit,
    mend_halved_sara_am,
    mend_sara_am,
    mend_sara_ae,
    mend_shifted_sara_u,
)


def mend(text: str) -> str:
    """Apply every mending rule; for matching only, never for what is stored."""
    if not _DAMAGE.search(text):  # nearly every cell is whole
        return text
    for rule in MENDING_RULES:
        text = rule(text)
    return text


def tidy(text: str) -> str:
    """Return the text with white space in order and not one letter changed."""
    lines = (_WHITE.sub(" ", line).strip() for line in mend_spaces(text).split("\n"))
    return "\n".join(line for line in lines if line)


@remembered
def words_joined(text: str) -> str:
    """Return mended text in Arabic digits without the spaces inside Thai phrases.

    Line wraps leave spaces anywhere between Thai letters; those beside digits and
    Latin letters separate numbers and stay.
    """
    spaced = mend(_WHITE.sub(" ", arabic(text)))
    return mend(_BETWEEN_THAI.sub("", spaced)).strip()


@remembered
def key(text: str) -> str:
    """Return the form in which two texts are compared: no space, no mark damage.

    Sara am is folded into sara aa because scans confuse the two ("ตำรำง").
    """
    bare = _WHITE.sub("", text).replace("ำ", "า")
    return arabic(mend(bare)).replace("ำ", "า").lower()


def bare_letters(text: str) -> tuple[str, list[int]]:
    """Return a text without marks, spaces and points, and where each letter stands.

    Scans lose and misplace marks first ("ทุจรติ"), so words that agree without
    them are nearly always the same; three letters or fewer prove little.
    """
    text = text.replace("เเ", "\u200bเ")  # two sara e are one sara ae
    places = [at for at, letter in enumerate(text) if letter not in _DROPPED]
    letters = "".join([text[at] for at in places]).translate(_FOLDED)
    return letters, places


def thai_letters(text: str) -> int:
    """Count the characters of the Thai block."""
    return sum("\u0e01" <= character <= "\u0e5b" for character in text)


def in_order(texts: Iterable[str]) -> list[str]:
    """Sort as a Thai dictionary does (by code point แม่ would follow อบต)."""
    found = list(texts)
    if len(found) < 2:
        return found
    from pythainlp.util import collate

    return list(collate(found))


def buddhist_year(digits: str) -> int | None:
    """Read a year of two or four digits as B.E.; None where it can be neither."""
    year = int(digits)
    if len(digits) == 2:
        return CENTURY + year
    if year >= OLDEST_BUDDHIST_YEAR:
        return year
    return year + 543 if year >= 1900 else None


@dataclass(frozen=True)
class PrintedDate:
    """A date in a text; what is not printed is None. `year` is B.E."""

    day: int | None
    month: int
    year: int | None
    start: int
    end: int


def find_dates(text: str) -> list[PrintedDate]:
    """Find months with or without day and year: "๑๐ เม.ย. ๖๕", "1/10/2563", "ตุลาคม".

    Positions count in the text that is given; hand in `words_joined` text where
    lines may have been wrapped.
    """
    found = (_printed_date(match) for match in _dates().finditer(arabic(text)))
    return [date for date in found if date is not None]


def _month_pattern(name: str) -> str:
    """Return a month's pattern; the last dot of an abbreviation is often lost."""
    if not name.endswith("."):
        return name
    return (
        r"(?:(?<![ก-ฮ])|(?<=ถึง)|(?<=เดือน))"
        + name[:-1].replace(".", r"\.\s?")
        + r"(?:\.|(?![ก-๎]))"
    )


@cache
def _dates() -> re.Pattern[str]:
    from pythainlp.util.date import thai_abbr_months, thai_full_months

    names = enumerate((*thai_full_months, *thai_abbr_months))
    return re.compile(
        r"(?<![\d/])(?P<d>\d{1,2})/(?P<m>0?[1-9]|1[0-2])/(?P<y>\d{4}|\d{2})(?![\d/])"
        r"|(?:(?<!\d)(?P<day>\d{1,2})\s*(?:เดือน)?\s*)?(?P<month>"
        + "|".join(f"(?P<m{at}>{_month_pattern(name)})" for at, name in names)
        + r")\s*(?:พ\.?\s?ศ\.?\s*)?(?P<year>\d{4}(?!\d)|\d{2}(?![\d.]))?"
    )


def _printed_date(match: re.Match[str]) -> PrintedDate | None:
    printed = match["day"] or match["d"]
    day = int(printed) if printed else None
    if day is not None and not 1 <= day <= 31:
        return None
    digits = match["year"] or match["y"]
    year = buddhist_year(digits) if digits else None
    return PrintedDate(day, _month(match), year, match.start(), match.end())


def _month(match: re.Match[str]) -> int:
    if match["m"]:
        return int(match["m"])
    return next(at for at in range(24) if match[f"m{at}"] is not None) % 12 + 1
