"""Document in, Report out: what an ITA report says and where it says it.

Tables are found by their header words and indicators by their names. Nothing here
raises on bad content: what cannot be read for certain is left out and said.
"""

import re
from dataclasses import replace

from itadash import framework
from itadash.documents.model import Document
from itadash.extract import years
from itadash.extract.agency import find_agency
from itadash.extract.evidence import is_about_ita
from itadash.extract.grids import grids
from itadash.extract.measures import extract_measures
from itadash.extract.overall import Overall, find_overall
from itadash.extract.score_tables import score_reports
from itadash.extract.scores import extract_scores
from itadash.model import Finding, Measure, Report, Score

_CELL = re.compile(r"^(.*![A-Z]{1,3})(\d{1,7})$", re.DOTALL)

__all__ = ["extract"]


def extract(document: Document) -> list[Report]:
    """Return the reports in a document; none where it holds nothing of ITA."""
    if not is_about_ita(document):
        return []
    report = _single_report(document)
    if report is not None and report.measures:
        return [report]
    listed = [_with_computed(one) for one in score_reports(document)]
    if len(listed) > 1 or (listed and (report is None or not report.scores)):
        return listed
    return [report] if report is not None else []


def _single_report(document: Document) -> Report | None:
    """Read a document as the report of one agency."""
    text = passages(document)
    tables = grids(document)
    fiscal = years.fiscal_year(text)
    assessed = years.assessed_year(text, fiscal)
    measures, copies = extract_measures(tables, fiscal)
    scores, amiss = extract_scores(document, tables, assessed)
    overall = find_overall(document, tables, assessed)
    if not (measures or scores or overall.total is not None):
        return None
    found = [*amiss, *copies, *([] if amiss else _no_scores(scores))]
    return _report(document, fiscal, assessed, scores, measures, overall, found)


def _with_computed(report: Report) -> Report:
    total, level = computed(list(report.scores), report.assessed_year)
    return replace(report, computed_score=total, computed_level=level)


def _report(
    document: Document,
    fiscal_year: int | None,
    assessed_year: int | None,
    scores: list[Score],
    measures: list[Measure],
    overall: Overall,
    findings: list[Finding],
) -> Report:
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for t in document.tables for row in t.rows for cell in row.cells]
    total, level = computed(scores, assessed_year)
    return Report(
        source=document.name,
        kind=years.kind(passages(document), has_measures=bool(measures)),
        agency=find_agency(passages(document), cells),
        fiscal_year=fiscal_year,
        assessed_year=assessed_year,
        report_date=years.report_date(paragraphs),
        overall_score=overall.total,
        level=overall.level,
        level_other=overall.level_other,
        computed_score=total,
        computed_level=level,
        scores=tuple(scores),
        measures=tuple(measures),
        findings=tuple(findings),
        overall_place=overall.place,
    )


def passages(document: Document) -> list[str]:
    """Join the lines of running text that no empty line (or row) parts."""
    joined: list[str] = []
    goes_on: int | str | None = None
    for paragraph in document.paragraphs:
        line = paragraph.place.line
        if joined and line is not None and line == goes_on:
            joined[-1] = f"{joined[-1]} {paragraph.text}"
        else:
            joined.append(paragraph.text)
        goes_on = _line_below(line)
    return joined


def _line_below(line: int | str | None) -> int | str | None:
    """Return the place one line below: 6 under 5, "sheet!A6" under "sheet!A5"."""
    if isinstance(line, int):
        return line + 1
    match = _CELL.match(line or "")
    return f"{match[1]}{int(match[2]) + 1}" if match else None


def computed(
    scores: list[Score], assessed_year: int | None
) -> tuple[float | None, str | None]:
    """Return total (three decimals) and level that the ten indicators give."""
    values = {score.indicator: score.score for score in scores}
    total = framework.total(values, assessed_year)
    if total is None:
        return None, None
    means = framework.instrument_means(values)
    return (
        framework.shown_total(total, assessed_year),
        framework.level(total, assessed_year, means),
    )


def _no_scores(scores: list[Score]) -> list[Finding]:
    return [] if scores else [Finding("no_indicator_scores", "info")]
