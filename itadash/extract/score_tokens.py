"""The names and numbers of a list of scores, one by one as they are printed.

A text that says anything else has none: nobody can say what its number belongs to.
"""

import re

from itadash import thai
from itadash.extract import numbers
from itadash.extract.row_words import compares
from itadash.extract.score_lines import names_in
from itadash.extract.score_tails import FILLER, NUMBER, says_another
from itadash.extract.vocabulary import indicator_named
from itadash.model import Place

LONGEST_PIECE = 300  # characters; longer texts are prose

# What a card says besides: its number, the word for points, a level, whether it passes.
_BESIDE = re.compile(
    r"^(?:คะแนน(?:ที่ได้)?|ร้อยละ|%|ระดับ|(?:ระดับ)?(?:aa|[a-f])|(?:ไม่)?ผ่าน(?:เกณฑ์|ดี|ดีเยี่ยม)?"
    r"|iit|eit|oit|ตัวชี้วัด(?:ที่)?|(?:ตัวชี้วัด(?:ที่)?|ข้อ(?:ที่)?|ที่)?[(]?(?:10|[1-9])[.)]?|[-•]*)$"
)

# A change with its sign, "ประเทศ 90.11": numbers of a card that are not its score.
_SIGNED = re.compile(r"^[+−–-]\d{1,2}(?:[.]\d{1,2})?(?:คะแนน|%)?$")
_LABELLED = re.compile(rf"^(?P<label>[^\d]{{2,40}}){NUMBER}(?:คะแนน|%)?$")
_A_NUMBER = re.compile(r"\d\s?[.,]\s?\d")
_OWN_WORDS = re.compile(FILLER)

_PART = re.compile(rf"(?<![\d.,]){NUMBER}(?![.,]?\d)")
_COUNT = re.compile(r"(?<![\d.,])[(]?(?:10|[1-9])[.)]?\s*$")
_SAYS_NOTHING = re.compile(rf"^(?:\s|{FILLER}|(?:ไม่)?ผ่าน|%|ตัวชี้วัด|ด้าน|ที่|[,;:()=•–-])*$")

Token = tuple[int | None, float | None, Place]
"""An indicator, or else a score, or neither where a line speaks of others."""


def says_nothing_of_it(text: str) -> bool:
    """Tell whether a line of a card is a bare word, its number or a signed change."""
    words = thai.key(text)
    return bool(_BESIDE.match(words) or _SIGNED.match(words))


def says_of_others(text: str) -> bool:
    """Tell whether a line gives the score of others, an aim or the like with its name.

    A mean alone may be the card's own.
    """
    match = _LABELLED.match(thai.key(text))
    if match is None or names_any(text):
        return False
    label = _OWN_WORDS.sub("", match["label"])
    return says_another(label) or compares(match["label"])


def token(text: str, place: Place) -> Token | None:
    """Return the indicator or the score that a whole text is.

    A likeness forgives a number behind a name, which is not the name's.
    """
    number = indicator_named(text)
    if number is not None and not _A_NUMBER.search(thai.arabic(text)):
        return number, None, place
    if numbers.looks_like_score(text):
        return None, numbers.score(text), place
    return None


def tokens_of(text: str, place: Place) -> list[Token] | None:
    """Return the names and numbers of a text; None where it says anything else."""
    if len(text) > LONGEST_PIECE:
        return None
    if (cut := _cut(text, place)) is not None:
        return cut
    if says_nothing_of_it(text):
        return []
    if says_of_others(text):
        return [(None, None, Place(place.line, text))]
    whole = token(text, place)
    return None if whole is None else [whole]


def _cut(text: str, place: Place) -> list[Token] | None:
    """Part a line into its names and numbers; None where it says anything else."""
    line = letters(text)
    names = names_in(line)
    if not names:
        return None
    found: list[tuple[int, int, Token]]
    found = [(start, end, (number, None, place)) for number, start, end in names]
    found += [
        (match.start(), match.end(), (None, float(match[0].replace(",", ".")), place))
        for match in _PART.finditer(line)
    ]
    at = 0
    tokens: list[Token] = []
    for start, end, one in sorted(found, key=lambda part: part[0]):
        rest = line[at:start]
        rest = rest if one[0] is None else _COUNT.sub("", rest)
        if not _SAYS_NOTHING.match(rest):
            return None
        tokens.append(one)
        at = end
    return tokens if _SAYS_NOTHING.match(line[at:]) else None


def names_any(text: str) -> bool:
    """Tell whether a text has an indicator's name in it."""
    return len(text) <= LONGEST_PIECE and bool(names_in(letters(text)))


def letters(text: str) -> str:
    """Return a text in the letters in which names are looked for."""
    return thai.words_joined(text).replace("ำ", "า").lower()
