"""Scores on cards: a name and its number on lines of their own, in any order.

Names and numbers must take turns and be as many; where they are not, nobody can say
which number belongs to which name, and none is taken.
"""

from collections.abc import Iterator, Sequence

from itadash import framework, thai
from itadash.documents.model import Paragraph
from itadash.extract.score_lines import announces, means_the_year
from itadash.extract.score_tokens import Token, names_any, says_beside, token
from itadash.model import Place

MIN_CARDS = 3  # fewer may be anything
MOST_OFF_TOTAL = 0.0101  # what rounding moves a total that is printed beside the ten


def scores_on_cards(
    paragraphs: Sequence[Paragraph], assessed_year: int | None
) -> Iterator[tuple[int, float, Place]]:
    """Yield indicator, score and place of every card of the assessed year."""
    for run in _runs(paragraphs, assessed_year):
        yield from pairs(run, assessed_year)


def _runs(
    paragraphs: Sequence[Paragraph], assessed_year: int | None
) -> Iterator[list[Token]]:
    """Yield the stretches of lines that are names and numbers only.

    A name among other words may be that of a number beside, so that nobody can say
    where the turns begin: such a stretch is left out.
    """
    run: list[Token] = []
    meant, spoiled = True, False
    for paragraph in paragraphs:
        if says_beside(paragraph.text):
            continue
        found = token(paragraph.text, paragraph.place)
        if found is not None:
            run += [found] if meant else []
        elif names_any(paragraph.text):
            spoiled = True
        else:
            yield [] if spoiled else run
            run, spoiled = [], False
            text = thai.words_joined(paragraph.text)
            meant = means_the_year(text, assessed_year) if announces(text) else meant
    yield [] if spoiled else run


def pairs(
    run: list[Token], assessed_year: int | None
) -> Iterator[tuple[int, float, Place]]:
    """Pair names and numbers that take turns, whichever comes first.

    A number too many at either end is passed over where it is the total of the others.
    """
    if len(run) % 2 == 0:
        yield from _paired(run)
        return
    rests = ((run[0], run[1:]), (run[-1], run[:-1]))
    for extra, rest in rests:
        found = list(_paired(rest))
        if _is_total(extra[1], found, assessed_year):
            yield from found
            return


def _is_total(
    score: float | None,
    found: list[tuple[int, float, Place]],
    assessed_year: int | None,
) -> bool:
    values = {number: value for number, value, _ in found}
    total = framework.total(values, assessed_year)
    if score is None or total is None:
        return False
    return abs(score - float(total)) <= MOST_OFF_TOTAL


def _paired(run: list[Token]) -> Iterator[tuple[int, float, Place]]:
    turns = list(zip(run[::2], run[1::2], strict=False))
    named = {one[0] if one[0] is not None else other[0] for one, other in turns}
    first = run[0][0] is not None if run else False
    take_turns = all((one[0] is not None) is first for one in run[::2]) and all(
        (one[0] is None) is first for one in run[1::2]
    )
    if not take_turns or not MIN_CARDS <= len(named) == len(turns):
        return
    for one, other in turns:
        name, score = (one, other) if first else (other, one)
        if name[0] is not None and score[1] is not None:
            yield name[0], score[1], score[2]
