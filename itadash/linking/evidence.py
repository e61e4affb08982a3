"""What a measure speaks of: topics with their strength and the words for them.

The title decides. Where it names no topic the group does, then the description,
then the steps; what stands behind the place that decided only adds to it. A
title about something else (roads, health) leaves steps and description unheard.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from itadash.linking.lexicon import NEUTRAL, OUTSIDE, topics
from itadash.linking.matching import Hit, hits
from itadash.model import Measure

ANSWERS = 0.5  # a link as strong as this answers its indicator
FLOOR = 0.3  # weaker links are none
NEAR_THE_TOP = 0.7  # share of the strongest topic that a second one needs
BESIDE_OUTSIDE = 0.75  # share of something else that a topic beside it needs
# What a word of full weight proves where it decides, and where it only supports.
DECIDING = {"title": 1.0, "group": 0.9, "description": 0.7, "steps": 0.65}
SUPPORTING = {"title": 1.0, "group": 0.3, "description": 0.45, "steps": 0.2}

Place = str
Weighed = dict[str, list[tuple[float, str]]]


@dataclass(frozen=True)
class Evidence:
    """One topic that a measure speaks of; `named` where the name itself stands."""

    topic: str
    strength: float
    words: tuple[str, ...]
    place: Place
    decides: bool


def topics_of(measure: Measure) -> list[Evidence]:
    """Return the topics of a measure, the strongest first."""
    found = {place: _weighed(place, text) for place, text in _places(measure)}
    named = [e for p in ("title", "group") for e in _named(p, found.get(p, {}))]
    decided = "title" if named else _deciding(found)
    if decided is None:
        return []
    return named + sorted(
        _gathered(found, decided, bool(named)), key=lambda e: (-e.strength, e.topic)
    )


def _places(measure: Measure) -> Iterable[tuple[Place, str]]:
    for place in DECIDING:
        text = getattr(measure, place)
        if text:
            yield place, text


def _weighed(place: Place, text: str) -> Weighed:
    """Weigh the topics of one text; words that stand again prove no more."""
    weighed: Weighed = defaultdict(list)
    seen = set()
    for hit in hits(text):
        if hit.phrase.words not in seen:
            seen.add(hit.phrase.words)
            for topic, weight in hit.phrase.topics:
                weighed[topic].append((weight * _damping(hit, place), hit.words))
    weighed.pop(NEUTRAL, None)
    return weighed


def _damping(hit: Hit, place: Place) -> float:
    return hit.phrase.in_title if place == "title" else hit.phrase.elsewhere


def _named(place: Place, weighed: Weighed) -> list[Evidence]:
    return [
        Evidence(topic, 1.0, (weighed[topic][0][1],), place, decides=True)
        for topic in weighed
        if topics()[topic].is_name
    ]


def _deciding(found: dict[Place, Weighed]) -> Place | None:
    """Return the first place whose words are strong enough to decide."""
    for place, share in DECIDING.items():
        weighed = found.get(place, {})
        least = max(ANSWERS, BESIDE_OUTSIDE * _total(weighed.get(OUTSIDE, []), share))
        strong = {t for t, w in weighed.items() if _total(w, share) >= least}
        if strong - {OUTSIDE}:
            return place
        if strong:
            return None
    return None


def _gathered(
    found: dict[Place, Weighed], decided: Place, by_name: bool
) -> list[Evidence]:
    deciding = found.get(decided, {})
    shares = {p: SUPPORTING[p] for p in found} | {decided: DECIDING[decided]}
    bar = _bar(deciding, DECIDING[decided])
    names = {topic for weighed in found.values() for topic in weighed} - {OUTSIDE}
    return [
        Evidence(
            topic,
            _strength(topic, found, shares),
            _words(topic, found, decided),
            decided,
            not by_name and _total(deciding.get(topic, []), DECIDING[decided]) >= bar,
        )
        for topic in names
        if not (by_name and topics()[topic].is_name and topic in deciding)
    ]


def _bar(weighed: Weighed, share: float) -> float:
    totals = [_total(w, share) for topic, w in weighed.items() if topic != OUTSIDE]
    outside = _total(weighed.get(OUTSIDE, []), share)
    return max(
        ANSWERS, NEAR_THE_TOP * max(totals, default=0.0), BESIDE_OUTSIDE * outside
    )


def _strength(
    topic: str, found: dict[Place, Weighed], shares: dict[Place, float]
) -> float:
    rest = 1.0
    for place, weighed in found.items():
        rest *= 1 - _total(weighed.get(topic, []), shares[place])
    return 1 - rest


def _total(weights: list[tuple[float, str]], share: float) -> float:
    """Add up what words prove: each takes its part of what is still in doubt."""
    rest = 1.0
    for weight, _ in weights:
        rest *= 1 - min(weight * share, 0.97)
    return 1 - rest


def _words(topic: str, found: dict[Place, Weighed], decided: Place) -> tuple[str, ...]:
    order = [decided, *(place for place in found if place != decided)]
    known = (pair for p in order for pair in found.get(p, {}).get(topic, []))
    return tuple(dict.fromkeys(words for _, words in known))
