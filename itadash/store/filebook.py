"""Which files the store has seen: what need not be read a second time."""

from sqlalchemy import ColumnElement, Connection, func, select, update

from itadash.store.keeping import parser_version
from itadash.store.schema import documents, files, superseded
from itadash.store.sweeping import drop_documents


def reports_known(connection: Connection, sha256: str, *, sample: bool) -> int:
    """Return how many reports of a file are stored, 0 when it is to be read.

    It is to be read when another version of the parser read it, when it was not
    stored to its end, and when a real file is stored as a sample so far.
    """
    read = select(files.c.sha256).where(
        files.c.sha256 == sha256, files.c.read_by == parser_version()
    )
    if connection.execute(read).first() is None:
        return 0
    if not sample and _stored_as_made_up(connection, sha256):
        return 0
    return _count(connection, documents.c.sha256 == sha256) + _count(
        connection, superseded.c.sha256 == sha256
    )


def mark_read(connection: Connection, sha256: str) -> None:
    """Note that a file is stored to its end by this parser.

    What an older parser found in it and this one did not goes, unless a person
    has confirmed or corrected it.
    """
    outdated = (
        (documents.c.sha256 == sha256)
        & (documents.c.parser_version != parser_version())
        & (documents.c.state == "read")
    )
    drop_documents(connection, outdated)
    read = update(files).where(files.c.sha256 == sha256)
    connection.execute(read.values(read_by=parser_version()))


def _stored_as_made_up(connection: Connection, sha256: str) -> bool:
    made_up = documents.c.sample | documents.c.synthetic
    now = _count(connection, (documents.c.sha256 == sha256) & made_up)
    of_document = documents.c.id == superseded.c.document_id
    before = (superseded.c.sha256 == sha256) & of_document & made_up
    return bool(now or _count(connection, before))


def _count(connection: Connection, which: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).where(which)).scalar_one()
