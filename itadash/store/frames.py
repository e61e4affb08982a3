"""The frames of documents and of what they say, one row a fact.

Text is as stored; `line` is text, since a workbook's lines are ("sheet!cell").
Frames of measures and links may be asked for a few agencies, for the whole
country is half a million of them.
"""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    and_,
    bindparam,
    func,
    select,
    true,
)

from itadash.store import schema
from itadash.store.schema import agencies
from itadash.store.schema import documents as docs
from itadash.store.typed import (
    FLAG,
    ID,
    POINTS,
    REPEATED,
    TEXT,
    THING,
    TIME,
    WHOLE,
    Columns,
    changed,
    frame,
)

AGENCY: Final[Columns] = {
    "agency_id": ID,
    "agency": REPEATED,
    "agency_type": REPEATED,
    "district": REPEATED,
    "province": REPEATED,
}
DOCUMENT: Final[Columns] = {
    "document_id": ID,
    "source": TEXT,
    "kind": REPEATED,
    "fiscal_year": WHOLE,
    "state": REPEATED,
    "sample": FLAG,
    "synthetic": FLAG,
}
_OWNER: Final[Columns] = {**AGENCY, **DOCUMENT, "assessed_year": WHOLE}

DOCUMENTS: Final[Columns] = {
    **_OWNER,
    "report_date": TIME,
    "overall_score": POINTS,
    "overall_line": THING,
    "overall_text": TEXT,
    "sha256": TEXT,
    "parser_version": REPEATED,
    "stored_at": TIME,
    "measures": ID,
    "superseded": ID,
}
SCORES: Final[Columns] = {
    **_OWNER,
    "position": ID,
    "indicator": ID,
    "instrument": REPEATED,
    "name": REPEATED,
    "score": POINTS,
    "issue": TEXT,
    "line": THING,
    "text": TEXT,
}
MEASURES: Final[Columns] = {
    "measure_id": ID,
    **AGENCY,
    **DOCUMENT,
    "position": ID,
    "no": WHOLE,
    "title": TEXT,
    "description": TEXT,
    "instrument": REPEATED,
    "group_heading": REPEATED,
    "steps": TEXT,
    "responsible": TEXT,
    "units": THING,
    "period": TEXT,
    "period_start": TIME,
    "period_end": TIME,
    "result": TEXT,
    "outcome": TEXT,
    "follow_up": TEXT,
    "recommendation": TEXT,
    "line": THING,
    "text": TEXT,
}
LINKS: Final[Columns] = {
    "measure_id": ID,
    "agency_id": ID,
    "fiscal_year": WHOLE,
    "indicator": ID,
    "strength": POINTS,
    "reason": TEXT,
}
FINDINGS: Final[Columns] = {
    "finding_id": ID,
    **_OWNER,
    "position": ID,
    "code": REPEATED,
    "severity": REPEATED,
    "parameters": THING,
    "indicator": WHOLE,
    "measure": WHOLE,
    "suggestion": TEXT,
    "line": THING,
    "text": TEXT,
}

# Where the columns come from that a table does not hold under their own name.
OWNER_COLUMNS: Final[dict[str, ColumnElement[Any]]] = {
    "agency_id": agencies.c.id,
    "agency": agencies.c.name,
    "agency_type": agencies.c.type,
    "document_id": docs.c.id,
    **{name: agencies.c[name] for name in ("district", "province")},
    **{name: docs.c[name] for name in [*DOCUMENT, "assessed_year"] if name in docs.c},
}
OWNERS: Final[FromClause] = docs.join(agencies)


def documents(connection: Connection) -> pd.DataFrame:
    """Return one row a stored report with the number of its measures."""
    counts = {
        "measures": _number_of(schema.measures),
        "superseded": _number_of(schema.superseded),
    }
    wanted = _select(DOCUMENTS, docs, counts).select_from(OWNERS)
    found = _framed(connection, wanted.order_by(docs.c.id), DOCUMENTS)
    return found.assign(overall_line=changed(found["overall_line"], str))


def scores(
    connection: Connection, agency_ids: Sequence[int] | None, year: int | None
) -> pd.DataFrame:
    """Return one row a printed score; a year not printed counts as derived."""
    table = schema.scores
    wanted = _select(SCORES, table).select_from(OWNERS.join(table))
    year_of_scores = func.coalesce(docs.c.assessed_year, docs.c.fiscal_year - 1)
    wanted = wanted.where(_chosen(agency_ids, year_of_scores, year))
    return _framed(connection, wanted.order_by(docs.c.id, table.c.position), SCORES)


def measures(
    connection: Connection, agency_ids: Sequence[int] | None, year: int | None
) -> pd.DataFrame:
    """Return one row a measure of a fiscal year; `units` are joined to one text."""
    return _measures(connection, _chosen(agency_ids, docs.c.fiscal_year, year))


def measures_by_id(connection: Connection, ids: Sequence[int]) -> pd.DataFrame:
    """Return one row a measure for some numbers of measures."""
    return _measures(connection, schema.measures.c.id.in_(ids))


def _measures(connection: Connection, which: ColumnElement[bool]) -> pd.DataFrame:
    table = schema.measures
    wanted = _select(MEASURES, table, {"measure_id": table.c.id})
    wanted = wanted.select_from(OWNERS.join(table)).where(which)
    found = _framed(connection, wanted.order_by(docs.c.id, table.c.position), MEASURES)
    return found.assign(units=changed(found["units"], ", ".join))


def links(
    connection: Connection, agency_ids: Sequence[int] | None, year: int | None
) -> pd.DataFrame:
    """Return one row a link, those of a measure in the order of the report."""
    table = schema.links
    wanted = _select(LINKS, table)
    wanted = wanted.select_from(OWNERS.join(schema.measures).join(table))
    wanted = wanted.where(_chosen(agency_ids, docs.c.fiscal_year, year))
    wanted = wanted.order_by(table.c.measure_id, table.c.position)
    return _framed(connection, wanted, LINKS)


def findings(
    connection: Connection, agency_ids: Sequence[int] | None, year: int | None
) -> pd.DataFrame:
    """Return one row a finding; `measure` is the position within its document."""
    table = schema.findings
    wanted = _select(FINDINGS, table, {"finding_id": table.c.id})
    wanted = wanted.select_from(OWNERS.join(table))
    wanted = wanted.where(_chosen(agency_ids, docs.c.fiscal_year, year))
    found = _framed(connection, wanted.order_by(docs.c.id, table.c.position), FINDINGS)
    return found.assign(parameters=found["parameters"].map(dict).astype(THING))


def _select(
    columns: Columns,
    table: Table,
    others: dict[str, ColumnElement[Any]] | None = None,
) -> Select[Any]:
    """Pick the declared columns: from `others`, the owner, else the table."""
    known = OWNER_COLUMNS | (others or {})
    return select(
        *(
            (known[name] if name in known else table.c[name]).label(name)
            for name in columns
        )
    )


def _number_of(table: Table) -> ColumnElement[int]:
    counted = select(func.count()).where(table.c.document_id == docs.c.id)
    return counted.scalar_subquery()


def _chosen(
    agency_ids: Sequence[int] | None,
    year_column: ColumnElement[Any],
    year: int | None,
) -> ColumnElement[bool]:
    """Agencies stand in the statement itself: parameters are limited in number."""
    conditions: list[ColumnElement[bool]] = [true()]
    if agency_ids is not None:
        ids = [int(agency_id) for agency_id in agency_ids]
        listed: BindParameter[Any] = bindparam(
            "ids", ids, expanding=True, literal_execute=True
        )
        conditions.append(docs.c.agency_id.in_(listed))
    if year is not None:
        conditions.append(year_column == int(year))
    return and_(*conditions)


def _framed(
    connection: Connection, wanted: Select[Any], columns: Columns
) -> pd.DataFrame:
    found = frame(connection.execute(wanted).all(), columns)
    if "line" in columns:
        return found.assign(line=changed(found["line"], str))
    return found
