"""Frames that cost a pass over the country, kept in the store as they were made.

A kept frame holds for one revision of the store, one making of ours (the code that
made it) and one pandas. Any other is passed over like one that was never kept, and
so is one that cannot be read: the tables are what is true.
"""

from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final

import pandas as pd
from sqlalchemy import Column, Connection, LargeBinary, String, Table, delete, insert
from sqlalchemy import select as selected

from itadash.reference import FOLDER
from itadash.store.schema import metadata, revision
from itadash.store.typed import REPEATED, TEXT, Columns

WORTH_KEEPING: Final = 1_000  # rows; fewer are made as fast as they are read

read_models = Table(
    "read_models",
    metadata,
    Column("name", String(80), primary_key=True),
    Column("made_from", String(120), nullable=False),
    Column("content", LargeBinary, nullable=False),
)

_PROGRAM: Final = Path(__file__).parents[1]
# What decides how these frames look, beside the tables.
_DECIDING: Final = (
    *sorted(Path(__file__).parent.glob("*.py")),
    _PROGRAM / "framework.py",
    _PROGRAM / "linking" / "evidence.py",
    FOLDER / "indicators.csv",
)


def stamp(connection: Connection) -> str:
    """Return what a frame that is made now is made from."""
    number = connection.execute(selected(revision.c.number)).scalar_one()
    return f"{number} {_making()}"


def kept(
    connection: Connection, name: str, made_from: str, columns: Columns
) -> pd.DataFrame | None:
    """Return a frame made from the same, None where there is none to rely on."""
    content = connection.execute(
        selected(read_models.c.content).where(
            read_models.c.name == name, read_models.c.made_from == made_from
        )
    ).scalar()
    return None if content is None else _unpacked(bytes(content), columns)


def keep(
    connection: Connection, name: str, made_from: str, frame: pd.DataFrame
) -> None:
    """Keep a frame in place of an earlier one, unless the store has gone on."""
    if stamp(connection) != made_from:
        return
    content = BytesIO()
    frame.to_feather(content)
    connection.execute(delete(read_models).where(read_models.c.name == name))
    values = {"name": name, "made_from": made_from, "content": content.getvalue()}
    connection.execute(insert(read_models).values(values))


def _unpacked(content: bytes, columns: Columns) -> pd.DataFrame | None:
    try:
        found = pd.read_feather(BytesIO(content))
    except (OSError, ValueError):  # pyarrow's own errors are kinds of these
        return None
    types = {name: str(dtype) for name, dtype in found.dtypes.items()}
    if list(types.items()) != list(columns.items()):
        return None
    # Categories that are none come back without a type.
    empty = [
        name for name in columns if types[name] == REPEATED and found[name].isna().all()
    ]
    return found.assign(
        **{name: found[name].astype(TEXT).astype(REPEATED) for name in empty}
    )


@cache
def _making() -> str:
    """Return a sign of the code and the library that make the frames."""
    parts = b"".join(path.read_bytes() for path in _DECIDING)
    return sha256(parts + pd.__version__.encode()).hexdigest()
