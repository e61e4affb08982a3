"""Brings a store to the newest revision of its tables.

Alembic is loaded only when there is something to do: it costs the start of the
app more than opening a store does.
"""

from pathlib import Path
from threading import Lock
from typing import Final

from sqlalchemy import Connection, Engine, inspect, text

from itadash.errors import NewerStoreError, StoreError
from itadash.labels import text as label
from itadash.store import sqlite
from itadash.store.schema import HEAD

SCRIPTS: Final = Path(__file__).parent / "migrations"

# Alembic keeps the connection it works on in a variable of its module.
_one_at_a_time: Final = Lock()

_POSTGRES_LOCK: Final = text("SELECT pg_advisory_xact_lock(4217680085)")


def bring_to_head(engine: Engine, shown: str, target: str = HEAD) -> None:
    """Create the tables or upgrade them to `target`, in one transaction.

    Raises NewerStoreError for a revision unknown here, and StoreError for a
    database with tables of another program. Of two processes that upgrade at
    once, one waits and then finds the work done.
    """
    with engine.connect() as connection:
        if revision_of(connection) == target:
            return
    writer = engine.execution_options(**{sqlite.WRITING: True})
    with writer.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(_POSTGRES_LOCK)
        _upgrade(connection, shown, target)


def revision_of(connection: Connection) -> str | None:
    """Return the revision of a store's tables, None where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version"))
    return found.scalar()


def _upgrade(connection: Connection, shown: str, target: str) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    known = {
        script.revision
        for script in ScriptDirectory.from_config(config).walk_revisions()
    }
    _refuse_what_is_not_ours(connection, known, shown)
    with _one_at_a_time:
        command.upgrade(config, target)


def _refuse_what_is_not_ours(
    connection: Connection, known: set[str], shown: str
) -> None:
    found = revision_of(connection)
    if found is not None and found not in known:
        raise NewerStoreError(store=shown, revision=found)
    if found is None and inspect(connection).get_table_names():
        raise StoreError(store=shown, reason=label("store.foreign"))
