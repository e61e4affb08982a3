"""Find the lexicon's phrases in a text: the longest first, no letter twice."""

from collections.abc import Iterator
from dataclasses import dataclass

from itadash import thai
from itadash.linking.clauses import Clauses, clauses
from itadash.linking.lexicon import Gapped, Phrase, lexicon

FIRST = 1000
SHORT = 5  # letters; so few are only the same word when their marks agree
LONGEST_REASON = 60
TOGETHER = 4  # letters that two words in one clause are worth beside their own

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Hit:
    """A phrase of the lexicon and the words of the text that it was found in."""

    phrase: Phrase
    words: str


def hits(text: str) -> list[Hit]:
    """Return the phrases that the text speaks of, each as often as it stands."""
    found = clauses(text)
    candidates = sorted(_candidates(found), key=lambda c: (-_rank(*c), c[1]))
    taken = bytearray(len(found.letters))
    kept = []
    for phrase, spans in candidates:
        if any(any(taken[a:b]) for a, b in spans):
            continue
        for a, b in spans:
            taken[a:b] = b"\x01" * (b - a)
        kept.append(Hit(phrase, _words(found, spans)))
    return kept


def _candidates(found: Clauses) -> Iterator[tuple[Phrase, Spans]]:
    letters = found.letters
    yield from _plain(found)
    for first, ways in lexicon().gapped.items():
        if first in letters:
            for way in ways:
                if way.last in letters:
                    yield from _with_gap(way, letters)


def _plain(found: Clauses) -> Iterator[tuple[Phrase, Spans]]:
    """Find phrases without gaps; a word that only looks alike hides none behind it."""
    words, at = lexicon(), 0
    while match := words.pattern.search(found.letters, at):
        phrase, at = words.plain[match.group()], match.end()
        if len(match.group()) > SHORT or _same_word(found, match.start(), phrase):
            yield phrase, (match.span(),)
        else:
            at = match.start() + 1


def _with_gap(way: Gapped, letters: str) -> Iterator[tuple[Phrase, Spans]]:
    parts = range(1, way.pattern.groups + 1)
    for match in way.pattern.finditer(letters):
        yield way.phrase, tuple(match.span(part) for part in parts)


def _same_word(found: Clauses, at: int, phrase: Phrase) -> bool:
    """Tell ข่าว from ขาว by the marks, and "line" from the end of "online"."""
    start = found.places[at]
    printed = thai.key(found.printed[start : start + 3 * len(phrase.words)])
    before = found.letters[at - 1 : at] if phrase.words[0].isascii() else ""
    inside = before.isascii() and before.isalpha()
    return printed.startswith(thai.key(phrase.words)) and not inside


def _rank(phrase: Phrase, spans: Spans) -> int:
    """Return the letters of a phrase; a name goes before any other words."""
    if phrase.is_name:
        return FIRST
    return sum(end - start for start, end in spans) + TOGETHER * (len(spans) - 1)


def _words(found: Clauses, spans: Spans) -> str:
    whole = found.words(spans[0][0], spans[-1][1])
    return whole if len(whole) <= LONGEST_REASON else found.words(*spans[0])
