"""Deleting, and what goes with it: nothing stays that nothing needs."""

from sqlalchemy import ColumnElement, Connection, delete, select, update

from itadash.store.schema import agencies, documents, files, revision, superseded
from itadash.store.schema_changes import snapshot_files


def bump(connection: Connection) -> None:
    """Count one change that a screen can see."""
    connection.execute(update(revision).values(number=revision.c.number + 1))


def drop_documents(connection: Connection, which: ColumnElement[bool]) -> int:
    """Delete documents with all that hangs on them; returns how many."""
    gone = connection.execute(delete(documents).where(which)).rowcount
    if gone:
        sweep(connection)
        bump(connection)
    return gone


def sweep(connection: Connection) -> None:
    """Delete files and agencies that nothing points to any more."""
    sweep_files(connection)
    in_use = select(documents.c.id).where(documents.c.agency_id == agencies.c.id)
    connection.execute(delete(agencies).where(~in_use.exists()))


def sweep_files(connection: Connection) -> None:
    """Delete the files that no document, no version and no undo came from."""
    unused = [
        ~select(table.c.sha256).where(table.c.sha256 == files.c.sha256).exists()
        for table in (documents, superseded, snapshot_files)
    ]
    connection.execute(delete(files).where(*unused))
