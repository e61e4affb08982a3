"""Which version of a report stands: what `save` decides.

All functions run inside a writing transaction, where nobody else writes. The key
of a document is (agency, year, kind): a plan, a progress report and a report of
results of one year stand beside each other and never replace one another.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Connection, Row, delete, insert, select, update

from itadash.model import Report, State
from itadash.store import correcting, snapshots
from itadash.store.correcting import now
from itadash.store.identity import agency_id_of, current_of, year_key_of
from itadash.store.records import document_values, same_contents, write_contents
from itadash.store.schema import documents, files, superseded
from itadash.store.sweeping import bump, sweep

if TYPE_CHECKING:
    from itadash.corrections import Correction

Stay = Literal["made_up", "same", "superseded", "older"]


class Outcome(StrEnum):
    """What saving a report did to the store."""

    NEW = "new"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Version:
    """One version of a report on its way into the store.

    `state`, `corrections` and `batch_id` (the import it belongs to) come with what
    a person accepted.
    """

    report: Report
    content: bytes
    sample: bool = False
    synthetic: bool = False
    state: State = "read"
    corrections: "tuple[Correction, ...]" = ()
    batch_id: int | None = None

    @cached_property
    def sha256(self) -> str:
        """The name of the file by its bytes."""
        return sha256_of(self.content)

    @property
    def made_up(self) -> bool:
        """Whether no real agency wrote it."""
        return self.sample or self.synthetic

    @property
    def accepted(self) -> bool:
        """Whether a person looked at it and said what it is."""
        return self.state != "read" or bool(self.corrections)


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
    current = current_of(connection, version.report, version.sha256)
    if current is None:
        document_id = _add(connection, version)
        if version.batch_id is not None:
            snapshots.keep(connection, version.batch_id, document_id, None)
        return Outcome.NEW
    stays = _why_it_stays(connection, current, version)
    if stays is not None:
        _leave(connection, current, version, stays)
        return Outcome.UNCHANGED
    with_undo = version.batch_id is not None
    before = snapshots.contents_of(connection, current.id) if with_undo else None
    _put_in_place_of(connection, current, version)
    if before:
        snapshots.keep(connection, version.batch_id, current.id, before)
    _set_aside(connection, current, version)
    return Outcome.REPLACED


def foretold(connection: Connection, version: Version) -> Outcome:
    """Tell what saving would do, and change nothing."""
    current = current_of(connection, version.report, version.sha256)
    if current is None:
        return Outcome.NEW
    stays = _why_it_stays(connection, current, version)
    return Outcome.REPLACED if stays is None else Outcome.UNCHANGED


def _why_it_stays(
    connection: Connection, current: Row[Any], version: Version
) -> Stay | None:
    """Return why the stored version stands against the one that came in."""
    if (current.sample or current.synthetic) != version.made_up:
        return "made_up" if version.made_up else None
    if current.sha256 == version.sha256:
        parsed, _, _ = correcting.parsed_of(connection, current.id)
        return "same" if same_contents(parsed, version.report) else None
    if _was_superseded(connection, current.id, version.sha256):
        return "superseded"
    return "older" if _is_older(version.report, current) else None


def _leave(
    connection: Connection, current: Row[Any], version: Version, stays: Stay
) -> None:
    """Note what is to be known of a version that changes nothing."""
    if stays == "older":
        _remember(connection, current.id, version)
    if stays == "same":
        which = documents.c.id == current.id
        reread = update(documents).where(which)
        connection.execute(reread.values(parser_version=parser_version()))
        if version.accepted:
            _accept(connection, current, version)


def _accept(connection: Connection, current: Row[Any], version: Version) -> None:
    """Confirm or correct what was read and stored before."""
    if not version.corrections and current.state != "read":
        return
    before = snapshots.contents_of(connection, current.id)
    parsed, _, sha256 = correcting.parsed_of(connection, current.id)
    which, at = documents.c.id == current.id, now()
    connection.execute(update(documents).where(which).values(stored_at=at))
    correcting.record(connection, current.id, version.corrections, at)
    correcting.write_out(connection, current.id, parsed, "confirmed", sha256)
    if version.batch_id is not None:
        snapshots.keep(connection, version.batch_id, current.id, before)
    sweep(connection)
    bump(connection)


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
    """Note what was replaced; of a made-up report that met a real one, nothing."""
    met_a_real_one = (current.sample or current.synthetic) and not version.made_up
    if met_a_real_one:
        of_current = superseded.c.document_id == current.id
        connection.execute(delete(superseded).where(of_current))
    elif current.sha256 != version.sha256:
        _note_superseded(connection, current.id, current.sha256, current.report_date)
    # Its agency may be another now.
    if met_a_real_one or current.state == "corrected" or version.corrections:
        sweep(connection)


def _note_superseded(
    connection: Connection, document_id: int, sha256: str, report_date: object
) -> None:
    connection.execute(
        insert(superseded).values(
            document_id=document_id,
            sha256=sha256,
            report_date=report_date,
            superseded_at=now(),
        )
    )


def _add(connection: Connection, version: Version) -> int:
    _keep_file(connection, version)
    report, sha256 = version.report, version.sha256
    agency_id = agency_id_of(connection, report.agency, sha256)
    values = stored_values(version)
    place = {"agency_id": agency_id, "year_key": year_key_of(report, sha256)}
    added = insert(documents).values(values | place).returning(documents.c.id)
    document_id = int(connection.execute(added).scalar_one())
    write_contents(connection, document_id, agency_id, report)
    if version.corrections:
        at = values["stored_at"]
        correcting.record(connection, document_id, version.corrections, at)
        correcting.write_out(connection, document_id, report, version.state, sha256)
        sweep(connection)
    bump(connection)
    return document_id


def _put_in_place_of(
    connection: Connection, current: Row[Any], version: Version
) -> None:
    """Replace what a document says; its number stays, and links to it stay good."""
    _keep_file(connection, version)
    which = documents.c.id == current.id
    values = _version_values(version)
    connection.execute(update(documents).where(which).values(values))
    at = values["stored_at"]
    correcting.record(connection, current.id, version.corrections, at)
    correcting.write_out(
        connection, current.id, version.report, version.state, version.sha256
    )
    bump(connection)


def stored_values(version: Version) -> dict[str, Any]:
    """Return the columns of `documents` but those of its key, as of now."""
    return document_values(version.report) | _version_values(version)


def _version_values(version: Version) -> dict[str, Any]:
    return {
        "state": version.state,
        "sample": version.sample,
        "synthetic": version.synthetic,
        "sha256": version.sha256,
        "parser_version": parser_version(),
        "stored_at": now(),
    }


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
