"""Who a report is about, and which place in the store is its own.

The key of a document is (agency, year, kind).
"""

import json
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from itadash.model import Agency, Report
from itadash.store.packing import unpacked
from itadash.store.schema import agencies, documents
from itadash.store.schema_changes import parsed_reports


def known_agency_id(connection: Connection, agency: Agency, sha256: str) -> int | None:
    """Return the number of an agency, None for one not stored yet."""
    identity = identity_of(agency, sha256)
    known = select(agencies.c.id).where(agencies.c.identity == identity)
    found = connection.execute(known).scalar()
    return None if found is None else int(found)


def agency_id_of(connection: Connection, agency: Agency, sha256: str) -> int:
    """Return the number of an agency, stored now where it was not."""
    found = known_agency_id(connection, agency, sha256)
    if found is not None:
        return found
    added = insert(agencies).values(agency_values(agency, sha256))
    return int(connection.execute(added.returning(agencies.c.id)).scalar_one())


def agency_values(agency: Agency, sha256: str) -> dict[str, Any]:
    """Return the row of `agencies` that an agency has."""
    return {
        "identity": identity_of(agency, sha256),
        "name": agency.name,
        "type": agency.type,
        "district": agency.district,
        "province": agency.province,
    }


def year_key_of(report: Report, sha256: str) -> str:
    """Two unknown years may be two years: then only the same file is the same."""
    if report.fiscal_year is not None:
        return f"fiscal {report.fiscal_year}"
    if report.assessed_year is not None:
        return f"assessed {report.assessed_year}"
    return f"file {sha256}"


def current_of(connection: Connection, report: Report, sha256: str) -> Row[Any] | None:
    """Return the document that a report is a version of.

    One whose key a person corrected is still found by the file it was read from.
    """
    corrected = _corrected_of_file(connection, report, sha256)
    if corrected is not None:
        return corrected
    agency_id = known_agency_id(connection, report.agency, sha256)
    if agency_id is None:
        return None
    return at_key(connection, agency_id, year_key_of(report, sha256), report.kind)


def at_key(
    connection: Connection, agency_id: int, year_key: str, kind: str
) -> Row[Any] | None:
    """Return the document of an agency, a year and a kind."""
    found = select(documents).where(
        documents.c.agency_id == agency_id,
        documents.c.year_key == year_key,
        documents.c.kind == kind,
    )
    return connection.execute(found).one_or_none()


def _corrected_of_file(
    connection: Connection, report: Report, sha256: str
) -> Row[Any] | None:
    same_file = documents.c.sha256 == sha256
    wanted = select(documents, parsed_reports.c.report).join(parsed_reports)
    for row in connection.execute(wanted.where(same_file)):
        parsed = unpacked(row.report)
        if _key(parsed, sha256) == _key(report, sha256):
            return row
    return None


def _key(report: Report, sha256: str) -> tuple[str, str, str]:
    return identity_of(report.agency, sha256), year_key_of(report, sha256), report.kind


def identity_of(agency: Agency, sha256: str) -> str:
    """Return the key of an agency; reports that name none are apart by their file."""
    parts = [agency.type, agency.name, agency.district, agency.province]
    if agency.name is None:
        parts.append(sha256)
    return json.dumps(parts, ensure_ascii=False)
