"""The made-up report as a text file, and where in it each fact stands.

Windows-874 takes one byte a Thai letter, a third of UTF-8.
"""

from dataclasses import replace
from typing import Final

from itadash import framework
from itadash.demo.words import pattern, words
from itadash.model import Measure, Place, Report, Score

ENCODING: Final = "cp874"
_BLANK: Final = "-"


def printed(report: Report, mark: str) -> tuple[Report, bytes]:
    """Return the report with the places of its facts, and the file they stand in."""
    lines = [mark, "", *_head(report), ""]
    placed = replace(report, overall_place=Place(len(lines) + 1, _total(report)))
    lines += [_total(report), ""]
    scores = _write_scores(report, lines)
    measures = _write_measures(report, lines)
    content = "\n".join(lines).encode(ENCODING, errors="replace")
    return replace(placed, scores=scores, measures=measures), content


def _head(report: Report) -> list[str]:
    kind = "results" if report.kind == "results" else "plan"
    agency = report.agency
    title = pattern(f"print_{kind}").format(fiscal=report.fiscal_year)
    place = pattern("print_agency").format(
        agency=agency.name, district=agency.district, province=agency.province
    )
    own = place if agency.district else str(agency.name)
    return [title, own]


def _total(report: Report) -> str:
    """Return the sentence of the total; without one it says the year alone."""
    kind = "print_no_total" if report.overall_score is None else "print_total"
    total = framework.shown(report.overall_score)
    return pattern(kind).format(
        assessed=report.assessed_year, total=total, level=report.level
    )


def _write_scores(report: Report, lines: list[str]) -> tuple[Score, ...]:
    if not report.scores:
        return ()
    lines.append("\t".join(words("print_scores")))
    found = []
    for score in report.scores:
        shown = f"{score.score:.2f}"
        name = f"{score.indicator}. {score.name}"
        lines.append("\t".join((name, shown, score.issue or _BLANK)))
        found.append(replace(score, place=Place(len(lines), shown)))
    lines.append("")
    return tuple(found)


def _write_measures(report: Report, lines: list[str]) -> tuple[Measure, ...]:
    with_results = report.kind == "results"
    heads = (*words("print_measures"), *words("print_result")[:with_results])
    lines.append("\t".join(heads))
    found = []
    for measure in report.measures:
        cells = [str(measure.no), measure.title, measure.steps]
        cells += [measure.responsible, measure.period]
        cells += [measure.result] if with_results else []
        lines.append("\t".join(cell or _BLANK for cell in cells))
        found.append(replace(measure, place=Place(len(lines), measure.title)))
    return tuple(found)
