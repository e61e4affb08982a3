"""Corrections on a report as it was parsed, and what follows from them.

Total, level, links, periods and the findings that need nothing but the report are
made again. Findings on the running text are not: one whose ground a correction took
away goes, the others stay.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from itadash import framework, naming
from itadash.checks import CHECKS
from itadash.checks.passages import Texts
from itadash.corrections.fields import indicator_of, measure_at, value_at, with_value
from itadash.corrections.model import Correction
from itadash.extract import computed
from itadash.extract.periods import bounds
from itadash.extract.scores import missing
from itadash.labels import speaking, text
from itadash.linking import links
from itadash.model import NOWHERE, Finding, Measure, Place, Report

FROM_THE_REPORT: Final = (
    "overall_mismatch",
    "level_mismatch",
    "weak_without_measure",
    "measure_without_weakness",
    "incomplete_measure",
)
_OF_A_SCORE: Final = ("score_out_of_range", "missing_indicator")
# Findings on the text, and the fields that they compare it with.
_GROUNDS: Final = {
    "agency_name_variant": ("agency.name", "agency.type"),
    "other_agency_named": ("agency.name", "agency.type"),
    "other_province_named": ("agency.province",),
    "date_outside_fiscal_year": ("fiscal_year",),
    "date_after_report": ("report_date",),
}


def corrected(parsed: Report, corrections: Iterable[Correction]) -> Report:
    """Return the report with its corrections; at most one a path is expected.

    One whose old value is not what was read changes nothing and becomes a finding,
    unless the new value is what was read.
    """
    report, stale, paths = parsed, [], []
    for one in corrections:
        if value_at(parsed, one.path) == one.new:
            continue
        if fits(parsed, one):
            report = with_value(report, one.path, one.new)
            paths.append(one.path)
        else:
            stale.append(one)
    if paths:
        report = _followed(parsed, report, paths)
    unmatched = tuple(_not_matching(parsed, one) for one in stale)
    return replace(report, findings=(*report.findings, *unmatched))


def fits(parsed: Report, correction: Correction) -> bool:
    """Tell whether a correction is about what this version says."""
    measure = measure_at(parsed, correction.path)
    if correction.path.startswith("measures.") and (
        measure is None or measure.title != correction.anchor
    ):
        return False
    return value_at(parsed, correction.path) == correction.old


def _followed(parsed: Report, report: Report, paths: list[str]) -> Report:
    total, level = computed(list(report.scores), report.assessed_year)
    dated = "fiscal_year" in paths
    measures = tuple(
        _measure_followed(at, one, report.fiscal_year, paths, dated=dated)
        for at, one in enumerate(report.measures)
    )
    report = replace(
        report, computed_score=total, computed_level=level, measures=measures
    )
    return replace(report, findings=tuple(_findings(parsed, report, paths)))


def _measure_followed(
    at: int, measure: Measure, year: int | None, paths: list[str], *, dated: bool
) -> Measure:
    if f"measures.{at}.title" in paths:
        measure = replace(measure, indicators=links(measure))
    if f"measures.{at}.period" in paths or (dated and measure.period):
        start, end = bounds(measure.period, year)
        measure = replace(measure, period_start=start, period_end=end)
    return measure


def _findings(parsed: Report, report: Report, paths: list[str]) -> Iterator[Finding]:
    """Yield what still holds, then what the report alone tells now."""
    touched = {indicator_of(path) for path in paths} - {None}
    for one in parsed.findings:
        if one.code not in FROM_THE_REPORT and not _gone(one, parsed, report, paths):
            yield _with_score_of(one, report) if one.indicator in touched else one
    there = {score.indicator for score in report.scores}
    taken_out = {int(n): NOWHERE for n in touched if n is not None and n not in there}
    yield from missing(dict(taken_out) if there else {})
    for check in CHECKS:
        if check.__name__ in FROM_THE_REPORT:
            yield from check(Texts(), report)


def _gone(finding: Finding, parsed: Report, report: Report, paths: list[str]) -> bool:
    """Tell whether a correction took away the ground that a finding stood on."""
    if finding.code == "no_indicator_scores":
        return bool(report.scores)
    if any(path in paths for path in _GROUNDS.get(finding.code, ())):
        return True
    if finding.code in _OF_A_SCORE:
        return f"scores.{finding.indicator}.score" in paths
    return finding.code == "claim_contradicted" and _turned(finding, parsed, report)


def _turned(claim: Finding, parsed: Report, report: Report) -> bool:
    """Tell whether what a sentence calls passing or not is now the other way round."""
    return _passes(claim, parsed) != _passes(claim, report)


def _passes(claim: Finding, report: Report) -> bool | None:
    values = {score.indicator: score.score for score in report.scores}
    number = claim.indicator
    if number is not None:
        points = values.get(number)
    else:
        name = str(dict(claim.parameters).get("name", ""))
        means = framework.instrument_means(values)
        points = next((float(m) for tool, m in means.items() if tool in name), None)
    if not framework.valid(points):
        return None
    return not framework.is_weak(points, report.assessed_year)


def _with_score_of(finding: Finding, report: Report) -> Finding:
    """Let a claim that still is one name the score as corrected."""
    path = f"scores.{finding.indicator}.score"
    points = value_at(report, path)
    if finding.code != "claim_contradicted" or not isinstance(points, float):
        return finding
    said = dict(finding.parameters) | {"score": framework.shown(points)}
    return replace(finding, parameters=tuple(said.items()))


def _not_matching(parsed: Report, one: Correction) -> Finding:
    with speaking("th"):  # findings are stored in Thai and retold when shown
        parameters = (
            ("field", field_name(one.path)),
            ("old", _said(one.old)),
            ("new", _said(one.new)),
            ("read", _said(value_at(parsed, one.path))),
        )
    return Finding(
        "correction_not_matching",
        "warning",
        parameters,
        indicator=indicator_of(one.path),
        place=Place(None),
    )


def field_name(path: str) -> str:
    """Return what a reader calls a field."""
    number = indicator_of(path)
    if number is not None:
        return naming.indicator(number)
    if path.startswith("measures."):
        _, at, name = path.split(".")
        field = text(f"correction.field.measure_{name}")
        return text("correction.of_measure", no=int(at) + 1, field=field)
    return text(f"correction.field.{path.replace('.', '_')}")


def _said(value: object) -> str:
    if value is None or value == []:
        return text("framework.no_score")
    if isinstance(value, float):
        return framework.shown(value)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
