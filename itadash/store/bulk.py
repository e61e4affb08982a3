"""Many reports in one transaction, table by table: what `keep` does, only faster.

A report whose document is there already, or that the batch brings twice, goes
through `keep` like any other: what stands and what is replaced is decided there.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Table, insert, select, tuple_

from itadash.model import Report
from itadash.store import keeping, records
from itadash.store.keeping import Outcome, Version
from itadash.store.records import Values
from itadash.store.schema import (
    agencies,
    assessments,
    documents,
    files,
    findings,
    links,
    measures,
    scores,
)

Key = tuple[int, str, str]  # agency, year and kind of a document
Owned = tuple[int, Report]  # the number of a document and what it says
Item = TypeVar("Item")

_AT_ONCE: Final = 300  # values in one question; databases limit its parameters
_KEY: Final = (documents.c.agency_id, documents.c.year_key, documents.c.kind)


def keep_many(connection: Connection, versions: Sequence[Version]) -> list[Outcome]:
    """Store versions as `keep` would one after the other; what became of each."""
    numbers = _agency_numbers(connection, versions)
    keys = [
        (numbers[keeping.identity(v)], keeping.year_key(v), v.report.kind)
        for v in versions
    ]
    taken = set(_document_numbers(connection, keys))
    fresh: dict[Key, Version] = {}
    late: list[int] = []
    for at, (key, version) in enumerate(zip(keys, versions, strict=True)):
        if key in taken or key in fresh:
            late.append(at)
        else:
            fresh[key] = version
    _add_all(connection, fresh)
    outcomes = [Outcome.NEW] * len(versions)
    for at in late:
        outcomes[at] = keeping.keep(connection, versions[at])
    return outcomes


def _agency_numbers(
    connection: Connection, versions: Sequence[Version]
) -> dict[str, int]:
    """Return the number of each identity, agencies not yet known added."""
    wanted = {keeping.identity(v): keeping.agency_values(v) for v in versions}
    known = _known_agencies(connection, list(wanted))
    missing = [name for name in wanted if name not in known]
    _insert(connection, agencies, [wanted[name] for name in missing])
    return known | _known_agencies(connection, missing)


def _known_agencies(connection: Connection, identities: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in _parts(identities):
        asked = select(agencies.c.identity, agencies.c.id)
        rows = connection.execute(asked.where(agencies.c.identity.in_(some)))
        found |= {row.identity: row.id for row in rows}
    return found


def _document_numbers(connection: Connection, keys: Sequence[Key]) -> dict[Key, int]:
    found: dict[Key, int] = {}
    for some in _parts(keys):
        asked = select(documents.c.id, *_KEY).where(tuple_(*_KEY).in_(some))
        for row in connection.execute(asked):
            found[row.agency_id, row.year_key, row.kind] = row.id
    return found


def _add_all(connection: Connection, fresh: dict[Key, Version]) -> None:
    if not fresh:
        return
    _add_files(connection, list(fresh.values()))
    owners = {key: {"agency_id": key[0], "year_key": key[1]} for key in fresh}
    rows = [keeping.stored_values(v) | owners[key] for key, v in fresh.items()]
    _insert(connection, documents, rows)
    numbers = _document_numbers(connection, list(fresh))
    wide = [
        {"document_id": numbers[key], "agency_id": key[0]}
        | records.assessment_values(version.report)
        for key, version in fresh.items()
    ]
    _insert(connection, assessments, wide)
    owned = [(numbers[key], version.report) for key, version in fresh.items()]
    _insert(connection, scores, _of_documents(owned, records.score_rows))
    _insert(connection, findings, _of_documents(owned, records.finding_rows))
    _add_measures(connection, owned)
    keeping.bump(connection)


def _add_files(connection: Connection, versions: Sequence[Version]) -> None:
    wanted = {version.sha256: version for version in versions}
    for some in _parts(list(wanted)):
        asked = select(files.c.sha256).where(files.c.sha256.in_(some))
        for known in connection.execute(asked).scalars():
            del wanted[known]
    _insert(connection, files, [keeping.file_values(one) for one in wanted.values()])


def _add_measures(connection: Connection, owned: Sequence[Owned]) -> None:
    """Write all measures, then their links under the numbers they were given."""
    _insert(connection, measures, _of_documents(owned, records.measure_rows))
    said = {number: report.measures for number, report in owned}
    for some in _parts(list(said)):
        asked = select(measures.c.id, measures.c.document_id, measures.c.position)
        found = connection.execute(asked.where(measures.c.document_id.in_(some)))
        rows = [
            row
            for measure_id, document, position in found
            for row in records.link_rows([measure_id], [said[document][position]])
        ]
        _insert(connection, links, rows)


def _of_documents(
    owned: Sequence[Owned], rows_of: Callable[[Report], list[Values]]
) -> list[Values]:
    return [
        {"document_id": number} | row
        for number, report in owned
        for row in rows_of(report)
    ]


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _parts(values: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
