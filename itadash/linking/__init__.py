"""Which indicators a measure bears on, how strongly, and which words decided.

An indicator named in title or group is answered, alone. Else the words of the
lexicon decide, title over group over description over steps; the section's
instrument only breaks ties. Topics, words and weights are data/reference.
"""

from dataclasses import replace

from itadash.linking.evidence import ANSWERS as ANSWERS
from itadash.linking.evidence import FLOOR as FLOOR
from itadash.linking.evidence import topics_of
from itadash.linking.strength import links_of
from itadash.model import Link, Measure, Report


def link(report: Report) -> Report:
    """Return the report with every measure's links, strongest first."""
    measures = (replace(m, indicators=links(m)) for m in report.measures)
    return replace(report, measures=tuple(measures))


def links(measure: Measure) -> tuple[Link, ...]:
    """Return the links of one measure, strongest first; none is an answer."""
    return links_of(topics_of(measure), measure.instrument)
