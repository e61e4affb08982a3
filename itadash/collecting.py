"""When garbage is collected, so that no page waits for it.

Streamlit collects after every rerun, at the cost of all that lives. What outlives a
rerun is therefore put aside now and then; and the first page, which loads nearly all
that lives, is made without a collection in between.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Final

MANY: Final = 8  # things kept; to look through all that lives takes longer than them

_begun = Event()
_lives_on: Final[list[None]] = []  # one for each thing made since all was put aside


def will_live_on() -> None:
    """Note that something was made which later reruns will find."""
    _lives_on.append(None)


@contextmanager
def one_rerun() -> Iterator[None]:
    """Make a page; put aside what was made and lives on, where there is much of it."""
    if not _begun.is_set():
        _begun.set()
        with _first():
            yield
        return
    try:
        yield
    finally:
        if len(_lives_on) >= MANY:
            _lives_on.clear()
            settle()


@contextmanager
def _first() -> Iterator[None]:
    """Put all aside unseen: what of it is dead goes when something next settles."""
    gc.disable()
    try:
        yield
    finally:
        _lives_on.clear()
        gc.freeze()
        gc.enable()


def settle() -> None:
    """Take what lives now out of the collection of garbage.

    What was put aside before is looked through once more, so that nothing dead
    stays.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
