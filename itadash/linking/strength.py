"""From topics to links: main indicators are answered, others at most related."""

from collections.abc import Iterable

from itadash import framework
from itadash.linking.evidence import ANSWERS, FLOOR, Evidence
from itadash.linking.lexicon import topics
from itadash.model import Instrument, Link

NAMED_IN = {"title": 0.95, "group": 0.9}
STRONGEST_BY_WORDS = 0.89  # below any name
RELATED = 0.45
OTHER_SECTION = 0.98  # breaks ties for the section that the measure stands under
WORDS_IN_REASON = 3

Scored = tuple[int, float, tuple[str, ...]]


def links_of(
    evidence: list[Evidence], instrument: Instrument | None
) -> tuple[Link, ...]:
    """Return one link an indicator, its strongest, above the floor."""
    best: dict[int, Link] = {}
    for number, strength, words in _scored(evidence, instrument):
        known = best.get(number)
        if strength >= FLOOR and (known is None or strength > known.strength):
            best[number] = Link(number, round(strength, 3), _reason(words))
    return tuple(sorted(best.values(), key=lambda x: (-x.strength, x.indicator)))


def _scored(
    evidence: list[Evidence], instrument: Instrument | None
) -> Iterable[Scored]:
    for one in evidence:
        topic = topics()[one.topic]
        listed = _is_listed_data(one, instrument)
        for number in topic.main:
            strength = _main(one) if one.decides and not listed else _related(one)
            yield number, strength * _section(number, instrument), one.words
        for number in topic.also if one.decides and not listed else ():
            yield number, _related(one) * _section(number, instrument), one.words
    if instrument == "OIT":
        yield from _published(evidence)


def _main(one: Evidence) -> float:
    if topics()[one.topic].is_name and one.place in NAMED_IN:
        return NAMED_IN[one.place]
    return max(ANSWERS, one.strength * STRONGEST_BY_WORDS) / OTHER_SECTION


def _related(one: Evidence) -> float:
    return min(one.strength, 1.0) * RELATED


def _section(number: int, instrument: Instrument | None) -> float:
    same = instrument in (None, framework.indicator(number).instrument)
    return 1.0 if same else OTHER_SECTION


def _is_listed_data(one: Evidence, instrument: Instrument | None) -> bool:
    """Tell whether a topic of another instrument stands under OIT.

    A checklist of published data that lists purchases asks whether they are
    published, not how they are done.
    """
    return instrument == "OIT" and not _about_oit(one)


def _published(evidence: list[Evidence]) -> Iterable[Scored]:
    """Answer the indicator of published data for data that OIT lists."""
    decided = [one for one in evidence if one.decides]
    if not any(_about_oit(one) for one in decided):
        for one in decided:
            yield _oit_indicators()[0], _main(one), ("OIT", *one.words)


def _about_oit(one: Evidence) -> bool:
    return any(number in _oit_indicators() for number in topics()[one.topic].main)


def _oit_indicators() -> list[int]:
    return [i.number for i in framework.indicators() if i.instrument == "OIT"]


def _reason(words: tuple[str, ...]) -> str:
    return " · ".join(words[:WORDS_IN_REASON])
