"""Scores on cards: a name and its number on lines of their own, in any order.

Names and numbers must take turns and be as many; where they are not, nobody can say
which number belongs to which name, and none is taken.
"""

import re
from collections.abc import Iterator, Sequence

from itadash import thai
from itadash.documents.model import Paragraph
from itadash.extract import numbers
from itadash.extract.score_lines import announces, means_the_year
from itadash.extract.vocabulary import indicator_named
from itadash.model import Place

MIN_CARDS = 3  # fewer may be anything

# What a card says besides: its number, the word for points, a level, whether it passes.
_BESIDE = re.compile(
    r"^(?:คะแนน(?:ที่ได้)?|ร้อยละ|%|ระดับ|(?:ระดับ)?(?:aa|[a-f])|(?:ไม่)?ผ่าน(?:เกณฑ์|ดี|ดีเยี่ยม)?"
    r"|iit|eit|oit|ตัวชี้วัด(?:ที่)?|(?:ตัวชี้วัด(?:ที่)?|ข้อ(?:ที่)?|ที่)?[(]?(?:10|[1-9])[.)]?|[-•]*)$"
)

_Token = tuple[int | None, float | None, Place]


def scores_on_cards(
    paragraphs: Sequence[Paragraph], assessed_year: int | None
) -> Iterator[tuple[int, float, Place]]:
    """Yield indicator, score and place of every card of the assessed year."""
    for run in _runs(paragraphs, assessed_year):
        yield from _pairs(run)


def _runs(
    paragraphs: Sequence[Paragraph], assessed_year: int | None
) -> Iterator[list[_Token]]:
    """Yield the stretches of lines that are names and numbers only."""
    run: list[_Token] = []
    meant = True
    for paragraph in paragraphs:
        token = _token(paragraph)
        if token is not None:
            run += [token] if meant else []
        elif not _BESIDE.match(thai.key(paragraph.text)):
            yield run
            run = []
            text = thai.words_joined(paragraph.text)
            meant = means_the_year(text, assessed_year) if announces(text) else meant
    yield run


def _token(paragraph: Paragraph) -> _Token | None:
    number = indicator_named(paragraph.text)
    if number is not None:
        return number, None, paragraph.place
    if numbers.looks_like_score(paragraph.text):
        return None, numbers.score(paragraph.text), paragraph.place
    return None


def _pairs(run: list[_Token]) -> Iterator[tuple[int, float, Place]]:
    """Pair names and numbers that take turns, whichever comes first."""
    pairs = list(zip(run[::2], run[1::2], strict=False))
    named = {one[0] if one[0] is not None else other[0] for one, other in pairs}
    first = run[0][0] is not None if run else False
    take_turns = all((one[0] is not None) is first for one in run[::2]) and all(
        (one[0] is None) is first for one in run[1::2]
    )
    if len(run) % 2 or not take_turns or not MIN_CARDS <= len(named) == len(pairs):
        return
    for one, other in pairs:
        name, score = (one, other) if first else (other, one)
        if name[0] is not None and score[1] is not None:
            yield name[0], score[1], score[2]
