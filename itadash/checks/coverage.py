"""Weak indicators and the measures that answer them, within one report.

Across years and documents the store decides; see analysis. Answered means a link
of strength 0.5 or more.
"""

from collections.abc import Iterator

from itadash import framework
from itadash.checks.passages import Texts
from itadash.linking import ANSWERS
from itadash.model import Finding, Measure, Report

LONGEST_TITLE = 80


def weak_without_measure(texts: Texts, report: Report) -> Iterator[Finding]:
    """Yield each weak indicator that no measure of the report answers.

    A report without measures answers nothing and is not asked.
    """
    if not report.measures:
        return
    answered = {number for m in report.measures for number in _answered(m)}
    for score in report.scores:
        if not framework.is_weak(score.score, report.assessed_year):
            continue
        if score.indicator not in answered:
            yield Finding(
                "weak_without_measure",
                "warning",
                (("name", score.name), ("score", framework.shown(score.score))),
                indicator=score.indicator,
                place=score.place,
            )


def measure_without_weakness(texts: Texts, report: Report) -> Iterator[Finding]:
    """Yield each measure all of whose answered indicators reach the target.

    An indicator without a score may be weak. Where nothing is weak at all, every
    measure keeps up what is good, and none is worth a remark.
    """
    year = report.assessed_year
    scores = {score.indicator: score.score for score in report.scores}
    if not any(framework.is_weak(score, year) for score in scores.values()):
        return
    for at, measure in enumerate(report.measures):
        answered = _answered(measure)
        known = [scores[n] for n in answered if framework.valid(scores.get(n))]
        weak = any(framework.is_weak(score, year) for score in known)
        if answered and len(known) == len(answered) and not weak:
            yield _not_needed(at, measure, answered)


def _not_needed(at: int, measure: Measure, answered: list[int]) -> Finding:
    names = ", ".join(framework.indicator(number).name for number in answered)
    return Finding(
        "measure_without_weakness",
        "info",
        (("title", short_title(measure)), ("names", names)),
        measure=at,
        place=measure.place,
    )


def short_title(measure: Measure) -> str:
    """Return the title of a measure, cut where it is long."""
    title = " ".join(measure.title.split())
    return title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE]}…"


def _answered(measure: Measure) -> list[int]:
    return [link.indicator for link in measure.indicators if link.strength >= ANSWERS]
