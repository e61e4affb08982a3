"""The fields of a report that can be corrected, by their paths."""

from dataclasses import replace
from datetime import date
from typing import Any, Final

from itadash import framework
from itadash.corrections.model import Value
from itadash.model import Measure, Report, Score

HEADER: Final = (
    *("agency.name", "agency.type", "agency.district", "agency.province"),
    *("kind", "fiscal_year", "assessed_year", "report_date"),
    *("overall_score", "level"),
)
MEASURE_FIELDS: Final = ("title", "units", "period")

_ABOUT: Final = {
    "overall_mismatch": "overall_score",
    "level_mismatch": "level",
    "agency_name_variant": "agency.name",
    "other_agency_named": "agency.name",
    "other_province_named": "agency.province",
    "date_outside_fiscal_year": "fiscal_year",
    "date_after_report": "report_date",
}


def value_at(report: Report, path: str) -> Value:
    """Return the value of a field; None too for a score or measure not there.

    A path of no field raises KeyError.
    """
    match path.split("."):
        case ["agency", name] if path in HEADER:
            return _plain(getattr(report.agency, name))
        case ["scores", number, "score"] if _is_indicator(number):
            score = _score(report, int(number))
            return None if score is None else score.score
        case ["measures", at, name] if at.isdecimal() and name in MEASURE_FIELDS:
            measure = measure_at(report, path)
            return None if measure is None else _plain(getattr(measure, name))
    if path not in HEADER:
        raise KeyError(path)
    return _plain(getattr(report, path))


def with_value(report: Report, path: str, value: Value) -> Report:
    """Return the report with another value in a field, nothing else changed."""
    match path.split("."):
        case ["agency", name]:
            part: Any = {name: value}
            return replace(report, agency=replace(report.agency, **part))
        case ["scores", number, _]:
            return _with_score(report, int(number), value)
        case ["measures", at, name]:
            return _with_measure(report, int(at), name, value)
    changed: Any = {path: value}
    if path == "report_date" and value is not None:
        changed = {path: date.fromisoformat(str(value))}
    return replace(report, **changed)


def path_of(code: str, indicator: int | None, measure: int | None) -> str | None:
    """Return the field that a finding is most likely about, None for no one field."""
    if code in _ABOUT:
        return _ABOUT[code]
    if measure is not None:
        name = "units" if code == "incomplete_measure" else "title"
        return f"measures.{measure}.{name}"
    return None if indicator is None else f"scores.{indicator}.score"


def measure_at(report: Report, path: str) -> Measure | None:
    """Return the measure that a path is about, None for another path too."""
    parts = path.split(".")
    if parts[0] != "measures" or int(parts[1]) >= len(report.measures):
        return None
    return report.measures[int(parts[1])]


def indicator_of(path: str) -> int | None:
    """Return the indicator whose score a path is about."""
    parts = path.split(".")
    return int(parts[1]) if parts[0] == "scores" else None


def _plain(value: object) -> Value:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    plain: Any = value
    found: Value = plain
    return found


def _is_indicator(number: str) -> bool:
    return number.isdecimal() and 1 <= int(number) <= len(framework.indicators())


def _score(report: Report, number: int) -> Score | None:
    """Return the score that counts: the first valid one, else the first."""
    own = [score for score in report.scores if score.indicator == number]
    valid = (score for score in own if framework.valid(score.score))
    return next(valid, own[0] if own else None)


def _with_score(report: Report, number: int, value: Value) -> Report:
    """Change, add or take out a score; the others keep their order."""
    shown = _score(report, number)
    if shown is None and value is None:
        return report
    if value is None:
        kept = tuple(score for score in report.scores if score.indicator != number)
        return replace(report, scores=kept)
    points = float(value)  # type: ignore[arg-type]
    if shown is None:
        return replace(report, scores=_in_order(report.scores, _added(number, points)))
    changed = replace(shown, score=points)
    scores = tuple(changed if score is shown else score for score in report.scores)
    return replace(report, scores=scores)


def _added(number: int, points: float) -> Score:
    known = framework.indicator(number)
    return Score(number, known.instrument, known.name, points)


def _in_order(scores: tuple[Score, ...], added: Score) -> tuple[Score, ...]:
    at = sum(score.indicator < added.indicator for score in scores)
    return (*scores[:at], added, *scores[at:])


def _with_measure(report: Report, at: int, name: str, value: Value) -> Report:
    measures = list(report.measures)
    field: Any = tuple(value) if isinstance(value, list) else value
    measures[at] = replace(measures[at], **{name: field})
    return replace(report, measures=tuple(measures))
