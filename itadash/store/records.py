"""A Report as rows and rows as a Report: what is saved is what is loaded.

The one exception is text that no database takes, see `columns`.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import Connection, Row, Table, delete, insert, select

from itadash.framework import valid
from itadash.model import Agency, Finding, Link, Measure, Place, Report, Score
from itadash.store.columns import storable_in
from itadash.store.schema import (
    INDICATOR_COLUMNS,
    agencies,
    assessments,
    documents,
    findings,
    links,
    measures,
    scores,
)

Values = dict[str, Any]

_AS_THEY_ARE: Final = (
    "no",
    "title",
    "description",
    "instrument",
    "steps",
    "responsible",
    "units",
    "period",
    "period_start",
    "period_end",
    "result",
    "outcome",
    "follow_up",
    "recommendation",
)
_AGENCY: Final = tuple(
    agencies.c[name] for name in ("name", "type", "district", "province")
)


def same_contents(one: Report, other: Report) -> bool:
    """Tell whether two reports say the same, places included.

    The name of the file does not count: a renamed file is no other report.
    """
    return _contents(one) == _contents(other)


def document_values(report: Report) -> Values:
    """Return the columns of `documents` that come from the report itself."""
    return {
        "kind": report.kind,
        "fiscal_year": report.fiscal_year,
        "assessed_year": report.assessed_year,
        "report_date": report.report_date,
        "overall_score": report.overall_score,
        "level": report.level,
        "level_other": report.level_other,
        "computed_score": report.computed_score,
        "computed_level": report.computed_level,
        "overall_line": report.overall_place.line,
        "overall_text": report.overall_place.text,
        "source": report.source,
    }


def clear_contents(connection: Connection, document_id: int) -> None:
    """Delete what a document said until now; the document itself stays."""
    for table in (assessments, scores, measures, findings):
        connection.execute(delete(table).where(table.c.document_id == document_id))


def write_contents(
    connection: Connection, document_id: int, agency_id: int, report: Report
) -> None:
    """Write what a report says under a document that says nothing yet."""
    wide = assessment_values(report)
    owner = {"document_id": document_id}
    connection.execute(insert(assessments), owner | {"agency_id": agency_id} | wide)
    _insert_all(connection, scores, [owner | row for row in score_rows(report)])
    _insert_all(connection, findings, [owner | row for row in finding_rows(report)])
    _write_measures(connection, document_id, report.measures)


def read_report(connection: Connection, document_id: int) -> Report | None:
    """Return the report of a document as it was saved, None if there is none."""
    found = connection.execute(
        select(*documents.c, *_AGENCY)
        .join(agencies, agencies.c.id == documents.c.agency_id)
        .where(documents.c.id == document_id)
    ).one_or_none()
    if found is None:
        return None
    return Report(
        source=found.source,
        kind=found.kind,
        agency=Agency(found.name, found.type, found.district, found.province),
        fiscal_year=found.fiscal_year,
        assessed_year=found.assessed_year,
        report_date=found.report_date,
        overall_score=found.overall_score,
        level=found.level,
        level_other=found.level_other,
        computed_score=found.computed_score,
        computed_level=found.computed_level,
        scores=_read_scores(connection, document_id),
        measures=_read_measures(connection, document_id),
        findings=_read_findings(connection, document_id),
        overall_place=Place(found.overall_line, found.overall_text),
    )


def _contents(report: Report) -> Values:
    contents: Values = storable_in(asdict(report) | {"source": None})
    return contents


def _insert_all(connection: Connection, table: Table, rows: list[Values]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def assessment_values(report: Report) -> Values:
    """Take the first valid score of each indicator, one out of range is left out."""
    wide: Values = dict.fromkeys(INDICATOR_COLUMNS)
    for score in report.scores:
        column = f"i{score.indicator}"
        if column in wide and wide[column] is None and valid(score.score):
            wide[column] = score.score
    return wide | {
        "assessed_year": report.assessed_year,
        "total": report.overall_score,
        "computed_total": report.computed_score,
        "level": report.level,
        "level_other": report.level_other,
        "computed_level": report.computed_level,
    }


def _place(place: Place) -> Values:
    return {"line": place.line, "text": place.text}


def score_rows(report: Report) -> list[Values]:
    """Return the rows of `scores` without their document."""
    return [
        {
            "position": position,
            "indicator": score.indicator,
            "instrument": score.instrument,
            "name": score.name,
            "score": score.score,
            "issue": score.issue,
        }
        | _place(score.place)
        for position, score in enumerate(report.scores)
    ]


def finding_rows(report: Report) -> list[Values]:
    """Return the rows of `findings` without their document."""
    return [
        {
            "position": position,
            "code": finding.code,
            "severity": finding.severity,
            "parameters": finding.parameters,
            "indicator": finding.indicator,
            "measure": finding.measure,
            "suggestion": finding.suggestion,
        }
        | _place(finding.place)
        for position, finding in enumerate(report.findings)
    ]


def _write_measures(
    connection: Connection, document_id: int, found: Sequence[Measure]
) -> None:
    if not found:
        return
    with_ids = insert(measures).returning(measures.c.id, sort_by_parameter_order=True)
    rows = [{"document_id": document_id} | row for row in _measure_rows(found)]
    ids = connection.execute(with_ids, rows).scalars().all()
    _insert_all(connection, links, link_rows(ids, found))


def measure_rows(report: Report) -> list[Values]:
    """Return the rows of `measures` without their document."""
    return _measure_rows(report.measures)


def _measure_rows(found: Sequence[Measure]) -> list[Values]:
    return [
        {"position": position} | _measure_values(measure)
        for position, measure in enumerate(found)
    ]


def _measure_values(measure: Measure) -> Values:
    same = {name: getattr(measure, name) for name in _AS_THEY_ARE}
    return same | {"group_heading": measure.group} | _place(measure.place)


def link_rows(ids: Sequence[int], found: Sequence[Measure]) -> list[Values]:
    """Return the rows of `links`; the measures stand in the order of their ids."""
    return [
        {"measure_id": measure_id, "position": position} | asdict(link)
        for measure_id, measure in zip(ids, found, strict=True)
        for position, link in enumerate(measure.indicators)
    ]


def _rows(connection: Connection, table: Table, document_id: int) -> Sequence[Row[Any]]:
    wanted = select(table).where(table.c.document_id == document_id)
    return connection.execute(wanted.order_by(table.c.position)).all()


def _read_scores(connection: Connection, document_id: int) -> tuple[Score, ...]:
    return tuple(
        Score(
            row.indicator,
            row.instrument,
            row.name,
            row.score,
            row.issue,
            Place(row.line, row.text),
        )
        for row in _rows(connection, scores, document_id)
    )


def _read_findings(connection: Connection, document_id: int) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            row.code,
            row.severity,
            tuple((name, value) for name, value in row.parameters),
            row.indicator,
            row.measure,
            row.suggestion,
            Place(row.line, row.text),
        )
        for row in _rows(connection, findings, document_id)
    )


def _read_measures(connection: Connection, document_id: int) -> tuple[Measure, ...]:
    linked = _links_by_measure(connection, document_id)
    return tuple(
        Measure(**_measure_fields(row), indicators=tuple(linked[row.id]))
        for row in _rows(connection, measures, document_id)
    )


def _measure_fields(row: Row[Any]) -> Values:
    same = {name: getattr(row, name) for name in _AS_THEY_ARE}
    return same | {
        "units": tuple(row.units),
        "group": row.group_heading,
        "place": Place(row.line, row.text),
    }


def _links_by_measure(
    connection: Connection, document_id: int
) -> defaultdict[int, list[Link]]:
    wanted = (
        select(links)
        .join(measures, measures.c.id == links.c.measure_id)
        .where(measures.c.document_id == document_id)
        .order_by(links.c.measure_id, links.c.position)
    )
    linked: defaultdict[int, list[Link]] = defaultdict(list)
    for row in connection.execute(wanted):
        linked[row.measure_id].append(Link(row.indicator, row.strength, row.reason))
    return linked
