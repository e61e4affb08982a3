"""Which indicators a measure bears on: named outright, or by its section.

An indicator that title, group or description names is answered (strength of 0.5
or more); the section's instrument alone makes its indicators related, not answered.
"""

from dataclasses import replace
from functools import cache

from itadash import framework, thai
from itadash.model import Link, Measure, Report

NAMED_IN_TITLE = 0.95
NAMED_IN_GROUP = 0.9
NAMED_IN_DESCRIPTION = 0.6
SAME_SECTION = 0.3

Places = tuple[tuple[str, float], ...]


def link(report: Report) -> Report:
    """Return the report with every measure's links, strongest first."""
    measures = (replace(m, indicators=links(m)) for m in report.measures)
    return replace(report, measures=tuple(measures))


def links(measure: Measure) -> tuple[Link, ...]:
    """Return the links of one measure; none is an answer."""
    places = (
        (thai.key(measure.title), NAMED_IN_TITLE),
        (thai.key(measure.group or ""), NAMED_IN_GROUP),
        (thai.key(measure.description or ""), NAMED_IN_DESCRIPTION),
    )
    found = (_link(measure, places, i) for i in framework.indicators())
    known = [link for link in found if link is not None]
    return tuple(sorted(known, key=lambda link: (-link.strength, link.indicator)))


def _link(
    measure: Measure, places: Places, indicator: framework.Indicator
) -> Link | None:
    for words, strength in places:
        for name, key in _names()[indicator.number]:
            if key in words:
                return Link(indicator.number, strength, name)
    if measure.instrument == indicator.instrument:
        return Link(indicator.number, SAME_SECTION, indicator.instrument)
    return None


@cache
def _names() -> dict[int, list[tuple[str, str]]]:
    """Names of each indicator with their keys, the longest and official first."""
    return {
        number: [
            (name, thai.key(name))
            for name in sorted(names, key=lambda name: -len(thai.key(name)))
        ]
        for number, names in framework.indicator_names().items()
    }
