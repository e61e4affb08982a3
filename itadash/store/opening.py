"""Where the store is, and how it comes into being.

A new SQLite store is built under another name beside its place and moved there
when it is whole: nobody ever meets a store half made, or has his own overwritten.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import Final

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from itadash.errors import StoreError
from itadash.labels import text
from itadash.store import migrate, sqlite
from itadash.store.failures import shown, told_to_the_user, without_password
from itadash.store.store import Store

VARIABLE: Final = "ITADASH_STORE"
PATIENCE: Final = 15.0  # seconds that a lock is waited for
_ABANDONED: Final = 24 * 3600  # seconds after which nobody still builds a draft

_ROOT: Final = Path(__file__).resolve().parents[2]


def default_url() -> str:
    """Return the URL in ITADASH_STORE, else that of a file under `data`."""
    own = f"sqlite:///{(_ROOT / 'data' / 'itadash.sqlite').as_posix()}"
    return os.environ.get(VARIABLE) or own


def exists(url: str) -> bool:
    """Tell whether there is a store, empty or not, old or new."""
    parsed = _parsed(url)
    path = sqlite.path_of(parsed)
    if path is not None:
        return path.exists()
    return _has_tables(parsed)


def open_store(url: str, *, patience: float = PATIENCE) -> Store:
    """Open a store, made or upgraded to the newest tables where needed.

    Raises StoreError, and NewerStoreError for one that a newer release made.
    """
    return create_with(url, _nothing, patience=patience)


def create_with(
    url: str, fill: Callable[[Store], None], *, patience: float = PATIENCE
) -> Store:
    """Open a store; one that does not exist yet is made and filled first.

    `fill` gets the store before anybody else sees it. Where another process made
    one meanwhile, that one stays and ours is thrown away. A database on a server
    can't be made aside: it is opened, and filled where it has no tables.
    """
    parsed = _parsed(url)
    path = sqlite.path_of(parsed)
    if path is not None and not path.exists():
        _make(path, fill, patience)
        return _open(parsed, shown(parsed), patience)
    is_new = path is None and not _has_tables(parsed)
    store = _open(parsed, shown(parsed), patience)
    if is_new:
        fill(store)
    return store


def _nothing(_store: Store) -> None:
    """Fill nothing in: the store begins empty."""


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError as error:
        raise StoreError(
            store=without_password(url), reason=text("store.bad_url")
        ) from error


def _engine(url: URL, patience: float) -> Engine:
    try:
        engine = create_engine(url)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(store=shown(url), reason=text("store.no_driver")) from error
    if url.get_backend_name() == "sqlite":
        sqlite.prepare(engine, patience)
    return engine


def _open(url: URL, name: str, patience: float) -> Store:
    engine = _engine(url, patience)
    with told_to_the_user(name):
        migrate.bring_to_head(engine, name)
    return Store(engine, name)


def _has_tables(url: URL) -> bool:
    engine = _engine(url, PATIENCE)
    with told_to_the_user(shown(url)), engine.connect() as connection:
        return migrate.revision_of(connection) is not None


def _make(path: Path, fill: Callable[[Store], None], patience: float) -> None:
    draft = path.with_name(f"{path.name}.making-{os.getpid()}-{token_hex(4)}")
    with _file_errors_told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned_drafts(path)
    try:
        _fill_draft(draft, path, fill, patience)
        with _file_errors_told(path):
            _move_into_place(draft, path, patience)
    finally:
        _remove(draft)


def _fill_draft(
    draft: Path, path: Path, fill: Callable[[Store], None], patience: float
) -> None:
    """Fill a draft; closing its last connection moves all of it into one file."""
    store = _open(URL.create("sqlite", database=str(draft)), str(path), patience)
    try:
        fill(store)
    finally:
        store.close()


@contextmanager
def _file_errors_told(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        reason = text(f"store.{sqlite.reason_key(error) or 'not_openable'}")
        raise StoreError(store=str(path), reason=reason) from error


def _move_into_place(draft: Path, path: Path, patience: float) -> None:
    with sqlite.lock(path.with_name(f"{path.name}.making"), patience):
        if path.exists():
            return
        # What a deleted store left behind would be played into the new one.
        for sidecar in sqlite.sidecars(path):
            sidecar.unlink(missing_ok=True)
        _name_without_overwriting(draft, path)


def _name_without_overwriting(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links: the lock has to do
        draft.rename(path)


def _remove_abandoned_drafts(path: Path) -> None:
    """Remove what killed processes left, once surely nobody builds it any more."""
    for draft in path.parent.iterdir():
        if draft.name.startswith(f"{path.name}.making-") and _age(draft) > _ABANDONED:
            draft.unlink(missing_ok=True)


def _age(path: Path) -> float:
    with suppress(FileNotFoundError):
        return time.time() - path.stat().st_mtime
    return 0.0


def _remove(draft: Path) -> None:
    for path in (draft, *sqlite.sidecars(draft)):
        with suppress(OSError):
            path.unlink(missing_ok=True)
