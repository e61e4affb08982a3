"""What a user can cause, turned from a database's words into a Thai sentence."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import URL
from sqlalchemy.exc import (
    DatabaseError,
    DataError,
    DBAPIError,
    InterfaceError,
    InternalError,
    OperationalError,
)

from itadash.errors import ReportNotStorableError, StoreError
from itadash.labels import text
from itadash.store import sqlite

# A broken rule of a table or wrong SQL is a mistake of ours and stays visible.
_FROM_OUTSIDE: Final = (OperationalError, InterfaceError, InternalError)


@contextmanager
def told_to_the_user(store: str) -> Iterator[None]:
    """Raise StoreError for what the database or the disk refuses.

    A value no column takes (a number of thirty digits) raises
    ReportNotStorableError: it stops one report and not the batch.
    """
    try:
        yield
    except (OverflowError, DataError) as error:
        raise ReportNotStorableError(reason=text("store.too_big")) from error
    except DatabaseError as error:
        if not (isinstance(error, _FROM_OUTSIDE) or type(error) is DatabaseError):
            raise
        raise StoreError(store=store, reason=_reason(error)) from error
    except InterfaceError as error:
        raise StoreError(store=store, reason=_reason(error)) from error


def shown(url: URL) -> str:
    """Return how a store is named in a message: never with its password."""
    path = sqlite.path_of(url)
    return str(path) if path else url.render_as_string(hide_password=True)


def without_password(url: str) -> str:
    """Return what was given as a URL and is none; it may hold a password."""
    return re.sub(r":[^:@/]*@", ":***@", url)


def _reason(error: DBAPIError) -> str:
    key = sqlite.reason_key(error.orig)
    return text(f"store.{key}") if key else text("store.refused")
