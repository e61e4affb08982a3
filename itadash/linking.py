"""Which indicators a measure bears on: named outright, or by its section.

An indicator that title, group or description names is answered (strength of 0.5
or more); the section's instrument alone makes its indicators related, not answered.
"""

from dataclasses import replace

from itadash import framework, thai
from itadash.model import Link, Measure, Report

NAMED_IN_TITLE = 0.95
NAMED_IN_GROUP = 0.9
NAMED_IN_DESCRIPTION = 0.6
SAME_SECTION = 0.3


def link(report: Report) -> Report:
    """Return the report with every measure's links, strongest first."""
    measures = (replace(m, indicators=links(m)) for m in report.measures)
    return replace(report, measures=tuple(measures))


def links(measure: Measure) -> tuple[Link, ...]:
    """Return the links of one measure; none is an answer."""
    found = (_link(measure, indicator) for indicator in framework.indicators())
    known = [link for link in found if link is not None]
    return tuple(sorted(known, key=lambda link: (-link.strength, link.indicator)))


def _link(measure: Measure, indicator: framework.Indicator) -> Link | None:
    places = (
        (measure.title, NAMED_IN_TITLE),
        (measure.group, NAMED_IN_GROUP),
        (measure.description, NAMED_IN_DESCRIPTION),
    )
    for text, strength in places:
        if name := _named(text, indicator):
            return Link(indicator.number, strength, name)
    if measure.instrument == indicator.instrument:
        return Link(indicator.number, SAME_SECTION, indicator.instrument)
    return None


def _named(text: str | None, indicator: framework.Indicator) -> str | None:
    """Return the longest name of the indicator that the text holds."""
    words = thai.key(text or "")
    names = framework.indicator_names()[indicator.number]
    fitting = [name for name in names if thai.key(name) in words]
    return max(fitting, key=len, default=None)
