"""Corrections of a document: recorded, applied to what was parsed, undone.

All functions run inside a writing transaction. The tables hold the report as
corrected; the report as parsed is kept beside them while a correction bears on it.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Row, delete, insert, select, update

from itadash.corrections.fields import measure_at, value_at
from itadash.corrections.model import Correction, Value
from itadash.errors import SameReportError
from itadash.model import Report
from itadash.store import typed
from itadash.store.identity import agency_id_of, at_key, year_key_of
from itadash.store.packing import packed, unpacked
from itadash.store.records import (
    clear_contents,
    document_values,
    read_report,
    write_contents,
)
from itadash.store.schema import agencies, documents
from itadash.store.schema_changes import corrections, parsed_reports

COLUMNS: typed.Columns = {
    "correction_id": typed.ID,
    "document_id": typed.ID,
    "agency": typed.TEXT,
    "source": typed.TEXT,
    "path": typed.TEXT,
    "old": typed.THING,
    "new": typed.THING,
    "why": typed.TEXT,
    "made_at": typed.TIME,
    "undone_at": typed.TIME,
}


def now() -> datetime:
    """Return the time in UTC, without its zone: SQLite keeps none."""
    return datetime.now(UTC).replace(tzinfo=None)


def change(
    connection: Connection, document_id: int, path: str, new: Value, why: str
) -> None:
    """Record that a field is to be `new`, in place of an earlier correction of it.

    KeyError without the document; SameReportError where another report bears the
    agency, year and kind that this one would get.
    """
    parsed, state, sha256 = parsed_of(connection, document_id)
    one = correction_of(parsed, path, new, why)
    record(connection, document_id, [one])
    write_out(connection, document_id, parsed, state, sha256)


def undo(connection: Connection, correction_id: int) -> None:
    """Take a correction back; KeyError for one that is not there or undone."""
    which = (corrections.c.id == correction_id) & corrections.c.undone_at.is_(None)
    found = connection.execute(select(corrections.c.document_id).where(which)).scalar()
    if found is None:
        raise KeyError(correction_id)
    parsed, state, sha256 = parsed_of(connection, found)
    connection.execute(update(corrections).where(which).values(undone_at=now()))
    write_out(connection, found, parsed, state, sha256)


def correction_of(parsed: Report, path: str, new: Value, why: str) -> Correction:
    """Return the correction of a field of a report as parsed."""
    measure = measure_at(parsed, path)
    anchor = measure.title if measure else None
    return Correction(path, value_at(parsed, path), new, why, anchor)


def parsed_of(connection: Connection, document_id: int) -> tuple[Report, str, str]:
    """Return a report as parsed, its state without corrections, and its file."""
    wanted = select(documents.c.state, documents.c.sha256)
    row = connection.execute(wanted.where(documents.c.id == document_id)).one_or_none()
    if row is None:
        raise KeyError(document_id)
    of_document = parsed_reports.c.document_id == document_id
    kept = connection.execute(select(parsed_reports).where(of_document)).one_or_none()
    if kept is not None:
        return unpacked(kept.report), str(kept.state), str(row.sha256)
    report = read_report(connection, document_id)
    assert report is not None
    return report, str(row.state), str(row.sha256)


def record(
    connection: Connection,
    document_id: int,
    made: Iterable[Correction],
    at: datetime | None = None,
) -> None:
    """Add corrections; what was recorded for the same fields counts as undone.

    `at` is the moment of the version that they came with, else they are of now.
    """
    at = at or now()
    for one in made:
        earlier = (corrections.c.document_id == document_id) & (
            corrections.c.path == one.path
        )
        still = earlier & corrections.c.undone_at.is_(None)
        connection.execute(update(corrections).where(still).values(undone_at=at))
        values = {"path": one.path, "old": one.old, "new": one.new, "why": one.why}
        owner = {"document_id": document_id, "anchor": one.anchor, "made_at": at}
        connection.execute(insert(corrections).values(values | owner))


def active(connection: Connection, document_id: int) -> list[Correction]:
    """Return the corrections of a document that are not undone, oldest first."""
    wanted = select(corrections).where(
        corrections.c.document_id == document_id, corrections.c.undone_at.is_(None)
    )
    rows = connection.execute(wanted.order_by(corrections.c.id)).all()
    return [Correction(r.path, r.old, r.new, r.why, r.anchor) for r in rows]


def write_out(
    connection: Connection, document_id: int, parsed: Report, state: str, sha256: str
) -> None:
    """Write what a document says: the report as parsed with its corrections.

    `state` is the one it has while no correction bears on it.
    """
    # All that reads reports stands behind it; most sessions never write.
    from itadash.corrections import corrected, fits

    made = active(connection, document_id)
    report = corrected(parsed, made) if made else parsed
    _keep_parsed(connection, document_id, parsed, state, needed=bool(made))
    place = _place_of(connection, document_id, report, sha256)
    bears = any(fits(parsed, one) and one.old != one.new for one in made)
    own = place | {"state": "corrected" if bears else state}
    which = documents.c.id == document_id
    values = document_values(report) | own
    connection.execute(update(documents).where(which).values(values))
    clear_contents(connection, document_id)
    write_contents(connection, document_id, place["agency_id"], report)


def frame(connection: Connection, agency_ids: Sequence[int] | None) -> pd.DataFrame:
    """Return one row a correction, undone ones too, the newest first."""
    wanted = _history()
    if agency_ids is not None:
        ids = [int(number) for number in agency_ids]
        wanted = wanted.where(documents.c.agency_id.in_(ids))
    rows = connection.execute(wanted.order_by(corrections.c.id.desc())).all()
    return typed.frame(rows, COLUMNS)


def _history() -> Any:  # noqa: ANN401
    own = {
        "correction_id": corrections.c.id,
        "agency": agencies.c.name,
        "source": documents.c.source,
    }
    columns = ((own[n] if n in own else corrections.c[n]).label(n) for n in COLUMNS)
    of_document = corrections.c.document_id == documents.c.id
    joined = documents.join(agencies).join(corrections, of_document)
    return select(*columns).select_from(joined)


def _keep_parsed(
    connection: Connection,
    document_id: int,
    parsed: Report,
    state: str,
    *,
    needed: bool,
) -> None:
    which = parsed_reports.c.document_id == document_id
    connection.execute(delete(parsed_reports).where(which))
    if needed:
        values = {"document_id": document_id, "report": packed(parsed), "state": state}
        connection.execute(insert(parsed_reports).values(values))


def _place_of(
    connection: Connection, document_id: int, report: Report, sha256: str
) -> dict[str, Any]:
    """Return agency and year of a report; refuse those of another document."""
    agency_id = agency_id_of(connection, report.agency, sha256)
    year_key = year_key_of(report, sha256)
    there: Row[Any] | None = at_key(connection, agency_id, year_key, report.kind)
    if there is not None and there.id != document_id:
        raise SameReportError(name=there.source)
    return {"agency_id": agency_id, "year_key": year_key}
