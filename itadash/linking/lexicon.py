"""The words that speak of the indicators, read once from data/reference.

A topic has main indicators and others that it may also bear on. Words weigh by
their confidence and by how few topics they speak of (inverse frequency). "…"
inside words stands for up to GAP letters.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import log

from itadash import framework, thai
from itadash.reference import listed, rows

GAP = 25
ELLIPSIS = "…"
STOP = "\x00"  # stands between the items of a text and in place of what is left out
NAMED = "named_"
OUTSIDE = "outside"
NEUTRAL = "neutral"

Trie = dict[str, "Trie"]


@dataclass(frozen=True)
class Topic:
    """What measures speak of: indicators it answers, and others it touches."""

    name: str
    main: tuple[int, ...]
    also: tuple[int, ...]

    @property
    def is_name(self) -> bool:
        """Tell whether the topic is an indicator named outright."""
        return self.name.startswith(NAMED)


@dataclass(frozen=True)
class Phrase:
    """Words of the lexicon with the topics they speak of and their weight.

    `in_title` and `elsewhere` are the factors that damp generic words.
    """

    words: str
    topics: tuple[tuple[str, float], ...]
    in_title: float = 1.0
    elsewhere: float = 1.0

    @property
    def is_name(self) -> bool:
        """Tell whether the words are the name of an indicator."""
        return any(topic.startswith(NAMED) for topic, _ in self.topics)


@dataclass(frozen=True)
class Gapped:
    """A phrase in parts, with other words between them."""

    phrase: Phrase
    last: str
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Lexicon:
    """Phrases by their bare letters, and the patterns that find them."""

    plain: Mapping[str, Phrase]
    pattern: re.Pattern[str]
    gapped: Mapping[str, tuple[Gapped, ...]]  # by their first part


@cache
def topics() -> dict[str, Topic]:
    """Return the topics by name."""
    return {
        row["topic"]: Topic(
            row["topic"],
            tuple(map(int, listed(row["main"]))),
            tuple(map(int, listed(row["also"]))),
        )
        for row in rows("topics")
    }


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, ready to search with."""
    phrases = _phrases()
    plain = {_bare(p.words): p for p in phrases if ELLIPSIS not in p.words}
    gapped: dict[str, tuple[Gapped, ...]] = {}
    for phrase in (p for p in phrases if ELLIPSIS in p.words):
        first, *_, last = map(_bare, phrase.words.split(ELLIPSIS))
        one = Gapped(phrase, last, _gap_pattern(phrase.words))
        gapped[first] = (*gapped.get(first, ()), one)
    return Lexicon(plain, any_of(plain), gapped)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of the words, the longest first."""
    root: Trie = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return re.compile(_branches(root))


def _branches(node: Trie) -> str:
    """Write a trie as a pattern; shared beginnings are tried only once."""
    ways = [re.escape(letter) + _branches(node[letter]) for letter in node if letter]
    if not ways:
        return ""
    body = ways[0] if len(ways) == 1 else "|".join(ways)
    return f"(?:{body})?" if "" in node else f"(?:{body})"


def _phrases() -> list[Phrase]:
    """Return every phrase; one that speaks of several topics says less of each."""
    weights: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for topic, words, weight in (*_lexicon_rows(), *_names()):
        weights[words].append((topic, weight))
    damped = {row["words"]: row for row in rows("generic_words")}
    return [
        Phrase(words, _rarer_first(known), *_damping(damped.get(words)))
        for words, known in weights.items()
    ]


def _lexicon_rows() -> list[tuple[str, str, float]]:
    return [(r["topic"], r["words"], float(r["weight"])) for r in rows("lexicon")]


def _names() -> list[tuple[str, str, float]]:
    """Return the names of indicators, and of instruments, which name none."""
    named = [
        (f"{NAMED}{number}", name, 1.0)
        for number, names in framework.indicator_names().items()
        for name in names
    ]
    forms = (name for names in framework.instrument_names().values() for name in names)
    return named + [(NEUTRAL, name, 1.0) for name in forms if name.startswith("แบบ")]


def _rarer_first(known: list[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    rarity = 1 - log(len(known)) / log(len(topics()))
    return tuple((topic, weight * rarity) for topic, weight in known)


def _damping(row: dict[str, str] | None) -> tuple[float, float]:
    return (float(row["in_title"]), float(row["elsewhere"])) if row else (1.0, 1.0)


def _bare(words: str) -> str:
    return thai.bare_letters(words)[0]


def _gap_pattern(words: str) -> re.Pattern[str]:
    gap = f"[^{STOP}]{{0,{GAP}}}?"
    parts = (re.escape(_bare(part)) for part in words.split(ELLIPSIS))
    return re.compile(gap.join(f"({part})" for part in parts))
