"""Which findings a person has looked at; a finding is known by its key.

Keys come from `analysis.findings`: findings are written anew with every version of
a report, so their numbers do not last.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import Connection, delete, insert, select

from itadash.store.schema import documents, looked_at


def set_looked_at(
    connection: Connection, document_id: int, finding_key: str, *, seen: bool
) -> None:
    """Note or take back that a finding was looked at; KeyError without a document."""
    known = select(documents.c.id).where(documents.c.id == document_id)
    if connection.execute(known).first() is None:
        raise KeyError(document_id)
    values = {"document_id": document_id, "finding_key": finding_key}
    which = (looked_at.c[name] == value for name, value in values.items())
    connection.execute(delete(looked_at).where(*which))
    if seen:
        now = datetime.now(UTC).replace(tzinfo=None)  # SQLite keeps no zone
        connection.execute(insert(looked_at).values(values | {"looked_at": now}))


def looked_at_frame(
    connection: Connection, agency_ids: Sequence[int] | None
) -> pd.DataFrame:
    """Return one row a finding looked at: document_id, finding_key, looked_at (UTC)."""
    wanted = select(looked_at)
    if agency_ids is not None:
        own = select(documents.c.id).where(
            documents.c.agency_id.in_([int(number) for number in agency_ids])
        )
        wanted = wanted.where(looked_at.c.document_id.in_(own))
    rows = connection.execute(wanted).all()
    return pd.DataFrame(rows, columns=[column.name for column in looked_at.c])
