"""What stood before an import or a deletion, and bringing it back.

An import is undone as a whole: what it added goes, what it replaced comes back with
state, corrections and looks. A document that was replaced, accepted again or corrected
since stays, and with it the whole import: an undo would take away what came later.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

import pandas as pd
from sqlalchemy import (
    Connection,
    Date,
    DateTime,
    Row,
    Table,
    delete,
    func,
    insert,
    select,
)

from itadash.errors import UndoTooLateError
from itadash.store import sweeping, typed
from itadash.store.correcting import now
from itadash.store.identity import at_key
from itadash.store.packing import packed, plain, unpacked
from itadash.store.records import read_report, write_contents
from itadash.store.schema import agencies, documents, looked_at, superseded
from itadash.store.schema_changes import (
    batches,
    corrections,
    parsed_reports,
    snapshot_files,
    snapshots,
)

MOST_BATCHES: Final = 20  # imports that can be undone; older ones stay for good
_HANGING: Final = (superseded, looked_at, corrections, parsed_reports)

BATCHES: Final[typed.Columns] = {
    "batch_id": typed.ID,
    "label": typed.TEXT,
    "made_at": typed.TIME,
    "added": typed.ID,
    "changed": typed.ID,
}


def begin_batch(connection: Connection, label: str) -> int:
    """Begin an import; the oldest ones lose their undo."""
    values = {"label": label, "made_at": now()}
    added = insert(batches).values(values).returning(batches.c.id)
    batch_id = int(connection.execute(added).scalar_one())
    _drop_the_oldest(connection)
    return batch_id


def _drop_the_oldest(connection: Connection) -> None:
    """Keep the newest imports; one that changed nothing takes no place."""
    filled = select(snapshots.c.batch_id).where(snapshots.c.batch_id.is_not(None))
    newest = filled.distinct().order_by(snapshots.c.batch_id.desc())
    kept = connection.scalars(newest.limit(MOST_BATCHES - 1)).all()
    if len(kept) == MOST_BATCHES - 1:
        older = delete(batches).where(batches.c.id < kept[-1])
        if connection.execute(older).rowcount:
            sweeping.sweep_files(connection)


def batches_frame(connection: Connection) -> pd.DataFrame:
    """Return one row an import that can be undone, the newest first."""
    changed = func.count(snapshots.c.contents)
    wanted = (
        select(batches.c.id, batches.c.label, batches.c.made_at)
        .add_columns(func.count(snapshots.c.id) - changed, changed)
        .join(snapshots, snapshots.c.batch_id == batches.c.id)
        .group_by(batches.c.id, batches.c.label, batches.c.made_at)
    )
    rows = connection.execute(wanted.order_by(batches.c.id.desc())).all()
    return typed.frame(rows, BATCHES)


def contents_of(connection: Connection, document_id: int) -> dict[str, Any]:
    """Return a document with all that hangs on it as plain values."""
    report = read_report(connection, document_id)
    row = connection.execute(select(documents).where(documents.c.id == document_id))
    own = dict(row.one()._mapping)
    agency = select(agencies).where(agencies.c.id == own["agency_id"])
    hanging = {t.name: _rows_of(connection, t, document_id) for t in _HANGING}
    assert report is not None
    found: dict[str, Any] = plain(
        {
            "document": own,
            "agency": dict(connection.execute(agency).one()._mapping),
            "report": packed(report),
            "hanging": hanging,
        }
    )
    return found


def keep(
    connection: Connection,
    batch_id: int | None,
    document_id: int,
    contents: dict[str, Any] | None,
) -> None:
    """Keep what stood before a change that is made by now (None: nothing)."""
    stored_at = select(documents.c.stored_at).where(documents.c.id == document_id)
    values = {
        "batch_id": batch_id,
        "document_id": document_id,
        "stored_at": connection.execute(stored_at).scalar(),
        "contents": contents,
    }
    added = insert(snapshots).values(values).returning(snapshots.c.id)
    snapshot_id = connection.execute(added).scalar_one()
    for sha256 in _files_of(contents):
        own = {"snapshot_id": snapshot_id, "sha256": sha256}
        connection.execute(insert(snapshot_files).values(own))


def delete_document(connection: Connection, document_id: int) -> None:
    """Delete a document so that it can be brought back until the next deletion."""
    known = select(documents.c.id).where(documents.c.id == document_id)
    if connection.execute(known).first() is None:
        raise KeyError(document_id)
    empty_trash(connection)
    keep(connection, None, document_id, contents_of(connection, document_id))
    sweeping.drop_documents(connection, documents.c.id == document_id)


def empty_trash(connection: Connection) -> None:
    """Let go of what was deleted last."""
    connection.execute(delete(snapshots).where(snapshots.c.batch_id.is_(None)))
    sweeping.sweep_files(connection)


def trash(connection: Connection) -> str | None:
    """Return the name of the file of the report that was deleted last."""
    wanted = select(snapshots.c.contents).where(snapshots.c.batch_id.is_(None))
    contents = connection.execute(wanted).scalar()
    return None if contents is None else str(contents["document"]["source"])


def restore_deleted(connection: Connection) -> None:
    """Bring back what was deleted last; KeyError where nothing was."""
    wanted = select(snapshots.c.contents).where(snapshots.c.batch_id.is_(None))
    contents = connection.execute(wanted).scalar()
    if contents is None:
        raise KeyError
    _put_back(connection, contents)
    empty_trash(connection)
    sweeping.bump(connection)


def undo_batch(connection: Connection, batch_id: int) -> int:
    """Undo an import; returns how many reports went or are again what they were.

    One that was deleted meanwhile is none of them. KeyError for an import that is
    not kept; UndoTooLateError where another one replaced what it stored.
    """
    wanted = select(snapshots).where(snapshots.c.batch_id == batch_id)
    kept = connection.execute(wanted.order_by(snapshots.c.id.desc())).all()
    if not kept:
        raise KeyError(batch_id)
    touched = {one.document_id for one in kept}
    changed = _there(connection, touched)
    for one in kept:
        _take_back(connection, one)
    changed |= _there(connection, touched)
    connection.execute(delete(batches).where(batches.c.id == batch_id))
    sweeping.sweep(connection)
    sweeping.bump(connection)
    return len(changed)


def _there(connection: Connection, numbers: set[int]) -> set[int]:
    """Return which of some reports are stored."""
    known = select(documents.c.id).where(documents.c.id.in_(numbers))
    return set(connection.execute(known).scalars())


def _take_back(connection: Connection, one: Row[Any]) -> None:
    which = documents.c.id == one.document_id
    there = connection.execute(select(documents).where(which)).one_or_none()
    if there is not None and (
        there.stored_at != one.stored_at or _corrected_since(connection, there)
    ):
        raise UndoTooLateError(name=there.source)
    connection.execute(delete(documents).where(which))
    if one.contents is not None:
        _put_back(connection, one.contents)


def _corrected_since(connection: Connection, document: Row[Any]) -> bool:
    """Tell whether a correction was made or taken back after its version came."""
    at = document.stored_at
    made_later = (corrections.c.made_at > at) & corrections.c.undone_at.is_(None)
    taken_back = (corrections.c.made_at <= at) & (corrections.c.undone_at > at)
    of_document = corrections.c.document_id == document.id
    later = select(corrections.c.id).where(of_document, made_later | taken_back)
    return connection.execute(later).first() is not None


def _put_back(connection: Connection, contents: dict[str, Any]) -> None:
    """Write a document under its own number, its agency too where that went."""
    agency = contents["agency"]
    document = contents["document"] | {"agency_id": _agency_back(connection, agency)}
    key = (document["agency_id"], document["year_key"], document["kind"])
    own = select(documents).where(documents.c.id == document["id"])
    there = at_key(connection, *key) or connection.execute(own).first()
    if there is not None:
        raise UndoTooLateError(name=there.source)
    connection.execute(insert(documents).values(_typed(documents, document)))
    report = unpacked(contents["report"])
    write_contents(connection, document["id"], document["agency_id"], report)
    for table in _HANGING:
        for row in contents["hanging"][table.name]:
            connection.execute(insert(table).values(_typed(table, row)))


def _agency_back(connection: Connection, agency: dict[str, Any]) -> int:
    same = agencies.c.identity == agency["identity"]
    known = connection.execute(select(agencies.c.id).where(same)).scalar()
    if known is not None:
        return int(known)
    connection.execute(insert(agencies).values(agency))
    return int(agency["id"])


def _rows_of(
    connection: Connection, table: Table, document_id: int
) -> list[dict[str, Any]]:
    """Return rows without a number of their own, which may be given away."""
    columns = [column for column in table.c if column.name != "id"]
    wanted = select(*columns).where(table.c.document_id == document_id)
    if "id" in table.c:
        wanted = wanted.order_by(table.c.id)
    return [dict(row._mapping) for row in connection.execute(wanted)]


def _typed(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with its days and times as such again."""
    return {name: _back(table, name, value) for name, value in row.items()}


def _back(table: Table, name: str, value: Any) -> Any:  # noqa: ANN401
    if value is None:
        return None
    kind = table.c[name].type
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value


def _files_of(contents: dict[str, Any] | None) -> Sequence[str]:
    if contents is None:
        return []
    before = [row["sha256"] for row in contents["hanging"][superseded.name]]
    return sorted({contents["document"]["sha256"], *before})
