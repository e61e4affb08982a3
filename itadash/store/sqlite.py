"""Everything that holds for SQLite alone: its file, its settings, its errors.

WAL lets readers go on while one process writes. A writing transaction takes the
write lock at its beginning: one that first reads and then writes would fail at
once, without waiting, when another process wrote in between.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, event

WRITING: Final = "itadash_writing"

_SETTINGS: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA foreign_keys=ON",
)

# SQLite's own error names by their beginning, and the key of the Thai reason.
_REASONS: Final = {
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_READONLY": "read_only",
    "SQLITE_CANTOPEN": "not_openable",
    "SQLITE_NOTADB": "no_database",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_FULL": "full",
    "SQLITE_IOERR": "disk",
}


def path_of(url: URL) -> Path | None:
    """Return the file of a SQLite URL, None for memory or another database."""
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return None
    return Path(str(url.database))


def prepare(engine: Engine, patience: float) -> None:
    """Set up every connection; `patience` is the wait for a lock in seconds."""

    @event.listens_for(engine, "connect")
    def configure(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # transactions are begun below, not by it
        connection.execute(f"PRAGMA busy_timeout={int(patience * 1000)}")
        for setting in _SETTINGS:
            connection.execute(setting)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def without_patience(connection: Connection) -> Iterator[None]:
    """Wait for no lock within the block; other databases have words for it in SQL."""
    raw = connection.connection.dbapi_connection
    if not isinstance(raw, sqlite3.Connection):
        yield
        return
    (before,) = raw.execute("PRAGMA busy_timeout").fetchone()
    raw.execute("PRAGMA busy_timeout=0")
    try:
        yield
    finally:
        raw.execute(f"PRAGMA busy_timeout={before}")


def reason_key(error: Any) -> str | None:  # noqa: ANN401
    """Return the label key of what SQLite complains about, None if unknown."""
    name = getattr(error, "sqlite_errorname", "")
    found = (key for start, key in _REASONS.items() if name.startswith(start))
    return next(found, None)


def sidecars(path: Path) -> tuple[Path, Path]:
    """Return the files that SQLite keeps beside a store in WAL mode."""
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


@contextmanager
def lock(path: Path, patience: float) -> Iterator[None]:
    """Keep other processes out; the system frees the lock when its holder dies.

    An empty SQLite file serves, for it works alike on every system.
    """
    held = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        held.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        held.close()
