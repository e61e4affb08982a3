"""A report as the JSON object that `contract.md` promises."""

from collections.abc import Mapping
from typing import Any

from itadash import naming
from itadash.labels import has, retold, text
from itadash.model import MEASURE_TEXTS, Finding, Measure, Report, Score

_MEASURE_FIELDS = ("title", "description", "instrument", "group", *MEASURE_TEXTS)
# Parameters that are names or words of ours, or lists of them.
_OWN_WORDS = ("name", "names", "parts", "level", "printed", "field")
_RETOLD = ("finding.lacks_", "correction.field.", "correction.of_")
LONGEST_QUOTE = 400  # characters of a finding's words


def report_record(report: Report) -> dict[str, Any]:
    """Return the public record of a report; dates ISO, years B.E., missing None."""
    agency = report.agency
    return {
        "source": report.source,
        "kind": report.kind,
        "agency": {
            "name": agency.name,
            "type": agency.type,
            "district": agency.district,
            "province": agency.province,
        },
        "fiscal_year": report.fiscal_year,
        "assessed_year": report.assessed_year,
        "report_date": report.report_date and report.report_date.isoformat(),
        "overall_score": report.overall_score,
        "level": report.level,
        "level_other": report.level_other,
        "computed_score": report.computed_score,
        "computed_level": report.computed_level,
        "scores": [_score(score) for score in report.scores],
        "measures": [_measure(measure) for measure in report.measures],
        "findings": [finding_record(finding) for finding in report.findings],
    }


def finding_record(finding: Finding) -> dict[str, Any]:
    """Return the public record of a finding with its Thai sentence."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding_message(finding),
        "indicator": finding.indicator,
        "measure": finding.measure,
        "line": finding.place.line,
        "text": finding.place.text[:LONGEST_QUOTE] or None,
        "suggestion": finding.suggestion,
    }


def finding_message(finding: Finding) -> str:
    """Return the sentence of a finding, made from its code and parameters."""
    return message(finding.code, dict(finding.parameters))


def message(code: str, parameters: Mapping[str, object]) -> str:
    """Return the sentence of a code; a neutral one where that can't be made.

    A store may hold the findings of another version: codes that are not known
    here, or fewer parameters than a sentence asks for. Words of ours among the
    parameters are put into the language spoken.
    """
    try:
        return text(f"finding.{code}", **_retold(parameters))
    except (KeyError, TypeError):  # TypeError: a parameter that is called "key"
        return text("finding_of_another_version.said", kind=kind_name(code))


def kind_name(code: str) -> str:
    """Return the name of a kind of finding; the code itself where it is unknown."""
    key = f"finding_kind.{code}"
    return text(key) if has(key) else code


def suggestion(words: str) -> str:
    """Return what a finding suggests, in the language spoken."""
    return "; ".join(_suggested(one) for one in words.split("; "))


def _suggested(words: str) -> str:
    said = retold(words, "finding.digit_of_total", "finding.digit_of_score")
    before, arrow, after = said.rpartition(" → ")
    name, space, number = before.rpartition(" ")
    return naming.named(name, "indicator") + space + number + arrow + after


def _retold(parameters: Mapping[str, object]) -> dict[str, object]:
    return {
        name: _words(value) if name in _OWN_WORDS and isinstance(value, str) else value
        for name, value in parameters.items()
    }


def _words(listed: str) -> str:
    return ", ".join(_word(one) for one in listed.split(", "))


def _word(one: str) -> str:
    named = naming.named(naming.named(one, "indicator"), "level")
    return retold(named, *_RETOLD)


def _score(score: Score) -> dict[str, Any]:
    return {
        "indicator": score.indicator,
        "instrument": score.instrument,
        "name": score.name,
        "score": score.score,
        "issue": score.issue,
        "line": score.place.line,
    }


def _measure(measure: Measure) -> dict[str, Any]:
    record = {name: getattr(measure, name) for name in _MEASURE_FIELDS}
    start, end = measure.period_start, measure.period_end
    return {
        "no": measure.no,
        **record,
        "units": list(measure.units),
        "period_start": start and start.isoformat(),
        "period_end": end and end.isoformat(),
        "indicators": [
            {"indicator": x.indicator, "strength": x.strength, "reason": x.reason}
            for x in measure.indicators
        ],
        "line": measure.place.line,
    }
