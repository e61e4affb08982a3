"""Document in, Report out: what an ITA report says and where it says it.

Tables are found by their header words and indicators by their names. Nothing here
raises on bad content: what cannot be read for certain is left out and said.
"""

import re
from dataclasses import dataclass, replace

from itadash import framework
from itadash.documents.model import Document
from itadash.extract import years
from itadash.extract.agency import find_agency
from itadash.extract.cards import cards
from itadash.extract.evidence import is_about_ita
from itadash.extract.grids import Grid, grids
from itadash.extract.measures import extract_measures
from itadash.extract.other_years import newest_year, other_years
from itadash.extract.others import own_grids, without_lists_of_others
from itadash.extract.overall import Overall, find_overall
from itadash.extract.own_row import say_more, with_own_row
from itadash.extract.score_tables import score_reports
from itadash.extract.scores import extract_scores
from itadash.extract.set_out import set_out
from itadash.extract.title_lines import titles_joined
from itadash.model import Agency, Finding, Measure, Report, Score

_CELL = re.compile(r"^(.*![A-Z]{1,3})(\d{1,7})$", re.DOTALL)

__all__ = ["extract"]


def extract(document: Document) -> list[Report]:
    """Return the reports in a document; none where it holds nothing of ITA."""
    if not is_about_ita(document):
        return []
    document = set_out(document)
    own = _own_reports(document)
    if own and own[0].measures:
        return own
    listed = score_reports(document)
    found = listed if say_more(listed, own) else with_own_row(own, listed)
    return [_with_computed(one) for one in found]


def _own_reports(document: Document) -> list[Report]:
    """Read a document as the report of one agency, further years behind it."""
    text = passages(document)
    tables = grids(document)
    fiscal = years.fiscal_year(text)
    measures, copies = extract_measures(tables, fiscal)
    if not measures:
        measures, copies = extract_measures(cards(document), fiscal)
    agency = _agency_of(document, text)
    tables = own_grids(tables, agency)
    assessed = years.assessed_year(text, fiscal) or newest_year(tables, fiscal)
    read = _round(document, tables, assessed, agency)
    if read.says_nothing and not measures:
        earlier = newest_year(tables, assessed)
        read = _round(document, tables, earlier, agency) if earlier else read
        if read.says_nothing:
            return []
    found = [*read.amiss, *copies, *([] if read.amiss else _no_scores(read.scores))]
    head = _Head(agency, fiscal, read.year, read.overall)
    report = _report(document, text, head, read.scores, measures, found)
    return [report, *_further(document, text, tables, report)]


@dataclass(frozen=True)
class _Round:
    """What a document says of one assessed year, and what was found amiss."""

    year: int | None
    scores: list[Score]
    amiss: list[Finding]
    overall: Overall

    @property
    def says_nothing(self) -> bool:
        """Whether neither a score nor a total was read."""
        return not self.scores and self.overall.total is None


def _round(
    document: Document, tables: list[Grid], year: int | None, agency: Agency
) -> _Round:
    own_lists = without_lists_of_others(document, agency)
    scores, amiss = extract_scores(own_lists, tables, year)
    overall = find_overall(document, tables, year, agency)
    return _Round(year, scores, amiss, overall)


def _with_computed(report: Report) -> Report:
    total, level = computed(list(report.scores), report.assessed_year)
    return replace(report, computed_score=total, computed_level=level)


def _further(
    document: Document, text: list[str], tables: list[Grid], report: Report
) -> list[Report]:
    """Return a report for every further year whose scores are printed beside."""
    agency, silent = report.agency, Document(document.name, ())
    found = []
    for one in other_years(document, tables, report.assessed_year):
        overall = find_overall(silent, one.grids, one.year, agency)
        head = _Head(agency, None, one.year, overall)
        found.append(_report(document, text, head, one.scores, [], one.findings))
    return found


@dataclass(frozen=True)
class _Head:
    """What a report says of itself as a whole."""

    agency: Agency
    fiscal_year: int | None
    assessed_year: int | None
    overall: Overall


def _report(
    document: Document,
    text: list[str],
    head: _Head,
    scores: list[Score],
    measures: list[Measure],
    findings: list[Finding],
) -> Report:
    total, level = computed(scores, head.assessed_year)
    return Report(
        source=document.name,
        kind=years.kind(text, has_measures=bool(measures)),
        agency=head.agency,
        fiscal_year=head.fiscal_year,
        assessed_year=head.assessed_year,
        report_date=years.report_date([p.text for p in document.paragraphs]),
        overall_score=head.overall.total,
        level=head.overall.level,
        level_other=head.overall.level_other,
        computed_score=total,
        computed_level=level,
        scores=tuple(scores),
        measures=tuple(measures),
        findings=tuple(findings),
        overall_place=head.overall.place,
    )


def _agency_of(document: Document, text: list[str]) -> Agency:
    cells = [cell.text for t in document.tables for row in t.rows for cell in row.cells]
    return find_agency(text, cells)


def passages(document: Document) -> list[str]:
    """Join the lines of running text that no empty line (or row) parts, and titles."""
    joined: list[str] = []
    goes_on: int | str | None = None
    for paragraph in document.paragraphs:
        line = paragraph.place.line
        if joined and line is not None and line == goes_on:
            joined[-1] = f"{joined[-1]} {paragraph.text}"
        else:
            joined.append(paragraph.text)
        goes_on = _line_below(line)
    return titles_joined(joined)


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
