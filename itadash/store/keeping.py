"""Which version of a report stands: what `save` and the deletions decide.

All functions run inside a writing transaction, where nobody else writes. The key
of a document is (agency, year, kind): a plan, a progress report and a report of
results of one year stand beside each other and never replace one another.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update

from itadash.model import Report
from itadash.store.records import (
    clear_contents,
    document_values,
    read_report,
    same_contents,
    write_contents,
)
from itadash.store.schema import agencies, documents, files, revision, superseded


class Outcome(StrEnum):
    """What saving a report did to the store."""

    NEW = "new"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Version:
    """One version of a report on its way into the store."""

    report: Report
    content: bytes
    sample: bool
    synthetic: bool

    @cached_property
    def sha256(self) -> str:
        """The name of the file by its bytes."""
        return sha256_of(self.content)

    @property
    def made_up(self) -> bool:
        """Whether no real agency wrote it."""
        return self.sample or self.synthetic


def parser_version() -> str:
    """Return the version of the parser; another one reads every file again."""
    from itadash.reading import PARSER_VERSION  # its dictionary slows the app's start

    return str(PARSER_VERSION)


@lru_cache(maxsize=1)  # a table of agencies is saved as thousands of reports
def sha256_of(content: bytes) -> str:
    """Return the key of a file: SHA-256 of its bytes in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def keep(connection: Connection, version: Version) -> Outcome:
    """Store a version as `Store.save` says, and tell what became of it."""
    agency_id = _agency_id(connection, version)
    current = _current(connection, agency_id, version)
    if current is None:
        _add(connection, agency_id, version)
        return Outcome.NEW
    if _stays(connection, current, version):
        return Outcome.UNCHANGED
    _set_aside(connection, current, version)
    _put_in_place_of(connection, current, version)
    return Outcome.REPLACED


def bump(connection: Connection) -> None:
    """Count one change that a screen can see."""
    connection.execute(update(revision).values(number=revision.c.number + 1))


def drop_documents(connection: Connection, which: ColumnElement[bool]) -> int:
    """Delete documents with all that hangs on them; returns how many."""
    gone = connection.execute(delete(documents).where(which)).rowcount
    if gone:
        _sweep_files(connection)
        _sweep_agencies(connection)
        bump(connection)
    return gone


def _agency_id(connection: Connection, version: Version) -> int:
    known = select(agencies.c.id).where(agencies.c.identity == identity(version))
    found = connection.execute(known).scalar()
    if found is not None:
        return int(found)
    added = insert(agencies).values(agency_values(version))
    return int(connection.execute(added.returning(agencies.c.id)).scalar_one())


def agency_values(version: Version) -> dict[str, Any]:
    """Return the row of `agencies` that a report's agency has."""
    agency = version.report.agency
    return {
        "identity": identity(version),
        "name": agency.name,
        "type": agency.type,
        "district": agency.district,
        "province": agency.province,
    }


def identity(version: Version) -> str:
    """Return the key of the agency; a report that names none is apart by its file."""
    agency = version.report.agency
    parts = [agency.type, agency.name, agency.district, agency.province]
    if agency.name is None:
        parts.append(version.sha256)
    return json.dumps(parts, ensure_ascii=False)


def year_key(version: Version) -> str:
    """Return the key of the year.

    Two unknown years may be two years: then only the same file is the same.
    """
    report = version.report
    if report.fiscal_year is not None:
        return f"fiscal {report.fiscal_year}"
    if report.assessed_year is not None:
        return f"assessed {report.assessed_year}"
    return f"file {version.sha256}"


def _current(
    connection: Connection, agency_id: int, version: Version
) -> Row[Any] | None:
    found = select(documents).where(
        documents.c.agency_id == agency_id,
        documents.c.year_key == year_key(version),
        documents.c.kind == version.report.kind,
    )
    return connection.execute(found).one_or_none()


def _stays(connection: Connection, current: Row[Any], version: Version) -> bool:
    """Whether the stored version stands against the one that came in."""
    if (current.sample or current.synthetic) != version.made_up:
        return version.made_up
    if current.sha256 == version.sha256:
        return _says_the_same(connection, current, version)
    if _was_superseded(connection, current.id, version.sha256):
        return True
    if _is_older(version.report, current):
        _remember(connection, current.id, version)
        return True
    return False


def _says_the_same(connection: Connection, current: Row[Any], version: Version) -> bool:
    stored = read_report(connection, current.id)
    if stored is None or not same_contents(stored, version.report):
        return False
    reread = update(documents).where(documents.c.id == current.id)
    connection.execute(reread.values(parser_version=parser_version()))
    return True


def _was_superseded(connection: Connection, document_id: int, sha256: str) -> bool:
    found = select(superseded.c.sha256).where(
        superseded.c.document_id == document_id, superseded.c.sha256 == sha256
    )
    return connection.execute(found).first() is not None


def _is_older(report: Report, current: Row[Any]) -> bool:
    if report.report_date is None or current.report_date is None:
        return False
    return bool(report.report_date < current.report_date)


def _remember(connection: Connection, document_id: int, version: Version) -> None:
    """Keep an older version's file, so that it is known when it comes again."""
    _keep_file(connection, version)
    _note_superseded(
        connection, document_id, version.sha256, version.report.report_date
    )


def _set_aside(connection: Connection, current: Row[Any], version: Version) -> None:
    """Note what is replaced; of a made-up report that meets a real one, nothing."""
    if (current.sample or current.synthetic) and not version.made_up:
        of_current = superseded.c.document_id == current.id
        connection.execute(delete(superseded).where(of_current))
    elif current.sha256 != version.sha256:
        _note_superseded(connection, current.id, current.sha256, current.report_date)


def _note_superseded(
    connection: Connection, document_id: int, sha256: str, report_date: object
) -> None:
    connection.execute(
        insert(superseded).values(
            document_id=document_id,
            sha256=sha256,
            report_date=report_date,
            superseded_at=_now(),
        )
    )


def _add(connection: Connection, agency_id: int, version: Version) -> None:
    _keep_file(connection, version)
    values = stored_values(version) | {
        "agency_id": agency_id,
        "year_key": year_key(version),
    }
    added = insert(documents).values(values).returning(documents.c.id)
    document_id = int(connection.execute(added).scalar_one())
    write_contents(connection, document_id, agency_id, version.report)
    bump(connection)


def _put_in_place_of(
    connection: Connection, current: Row[Any], version: Version
) -> None:
    """Replace what a document says; its number stays, and links to it stay good."""
    _keep_file(connection, version)
    which = documents.c.id == current.id
    connection.execute(update(documents).where(which).values(stored_values(version)))
    clear_contents(connection, current.id)
    write_contents(connection, current.id, current.agency_id, version.report)
    if (current.sample or current.synthetic) and not version.made_up:
        _sweep_files(connection)
    bump(connection)


def stored_values(version: Version) -> dict[str, Any]:
    """Return the columns of `documents` but those of its key, as of now."""
    return document_values(version.report) | {
        "state": "read",
        "sample": version.sample,
        "synthetic": version.synthetic,
        "sha256": version.sha256,
        "parser_version": parser_version(),
        "stored_at": _now(),
    }


def _now() -> datetime:
    """Return the time in UTC, without its zone: SQLite keeps none."""
    return datetime.now(UTC).replace(tzinfo=None)


def _keep_file(connection: Connection, version: Version) -> None:
    known = select(files.c.sha256).where(files.c.sha256 == version.sha256)
    if connection.execute(known).first() is None:
        connection.execute(insert(files).values(file_values(version)))


def file_values(version: Version) -> dict[str, Any]:
    """Return the row of `files` that a version came from."""
    return {
        "sha256": version.sha256,
        "name": version.report.source,
        "content": version.content,
        "size": len(version.content),
    }


def _sweep_files(connection: Connection) -> None:
    """Delete the files that neither a document nor a superseded version came from."""
    in_use = select(documents.c.sha256).where(documents.c.sha256 == files.c.sha256)
    before = select(superseded.c.sha256).where(superseded.c.sha256 == files.c.sha256)
    connection.execute(delete(files).where(~in_use.exists(), ~before.exists()))


def _sweep_agencies(connection: Connection) -> None:
    in_use = select(documents.c.id).where(documents.c.agency_id == agencies.c.id)
    connection.execute(delete(agencies).where(~in_use.exists()))
