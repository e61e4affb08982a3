"""Scores on cards: a name and its number on lines of their own, in any order.

Names and numbers must take turns and be as many; where they are not, nobody can say
which number belongs to which name, and none is taken.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from itadash import framework, thai
from itadash.documents.model import Paragraph
from itadash.extract.row_words import sums_up
from itadash.extract.score_lines import announces, means_the_year
from itadash.extract.score_tokens import Token, names_any, tokens_of
from itadash.model import Place

MIN_CARDS = 3  # fewer may be anything
MOST_OFF_TOTAL = 0.0101  # what rounding moves a total that is printed beside the ten


def scores_on_cards(
    paragraphs: Sequence[Paragraph], assessed_year: int | None
) -> Iterator[tuple[int, float, Place]]:
    """Yield indicator, score and place of every card of the assessed year."""
    pieces = ((_on_card(one.text, one.place), one.text) for one in paragraphs)
    for run in runs(pieces, assessed_year):
        yield from pairs(run, assessed_year)


def _on_card(text: str, place: Place) -> list[Token] | None:
    """Return what a line of a card is; a name beside a number fits in no turn."""
    tokens = tokens_of(text, place)
    if tokens is None or len(tokens) < 2:
        return tokens
    return [one for one in tokens if one[0] is not None][:1] * 2


def runs(
    pieces: Iterable[tuple[list[Token] | None, str]], assessed_year: int | None
) -> Iterator[list[Token]]:
    """Yield the stretches of names and numbers that other words part.

    Words that announce others or another year hold for what comes below, those in a
    stretch as well. Where a name or the word for a total stands in the words above, the
    first number may be of that.
    """
    run: list[Token] = []
    meant, named = True, False
    for tokens, text in pieces:
        if tokens is not None and (run or not any(map(_is_of_others, tokens))):
            run += tokens if meant else []
            continue
        yield _certain(run, named)
        said = [] if _one_a_card(run) else list(filter(_is_of_others, run))
        for words in [*(one[2].text for one in said), text]:
            joined = thai.words_joined(words)
            if announces(joined):
                meant = means_the_year(joined, assessed_year)
        run, named = [], names_any(text) or sums_up(text)
    yield _certain(run, named)


def _is_of_others(one: Token) -> bool:
    return one[0] is None and one[1] is None


def _one_a_card(run: list[Token]) -> bool:
    """Tell whether each card of a stretch has a line that speaks of others."""
    names = sum(one[0] is not None for one in run)
    return sum(map(_is_of_others, run)) == names


def _certain(run: list[Token], named: bool) -> list[Token]:
    """Return a stretch; none where its first number may belong to words above."""
    own = _of_own(run)
    in_doubt = named and len(own) % 2 == 0 and own[:1] and own[0][0] is None
    return [] if in_doubt else own


def _of_own(run: list[Token]) -> list[Token]:
    """Return a stretch without such lines; a single one ends it."""
    if _one_a_card(run):
        return [one for one in run if not _is_of_others(one)]
    return list(takewhile(lambda one: not _is_of_others(one), run))


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
