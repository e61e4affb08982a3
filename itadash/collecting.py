"""When garbage is collected, so that no page waits for it.

Streamlit collects after every rerun, at the cost of all that lives. What outlives a
rerun is therefore put aside, once a rerun at most; and the first page, which loads
nearly all that lives, is made without a collection in between.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

_begun = Event()
_lives_on = Event()


def will_live_on() -> None:
    """Note that something was made which later reruns will find."""
    _lives_on.set()


@contextmanager
def one_rerun() -> Iterator[None]:
    """Make a page; put aside what was made in it and lives on."""
    if not _begun.is_set():
        _begun.set()
        with _first():
            yield
        return
    try:
        yield
    finally:
        if _lives_on.is_set():
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
