"""Files that a person takes home: small ones on the click, large ones prepared.

What takes longer than a second is prepared first, with a count, and handed over
when it is ready. The function behind a download never raises: a browser would show
a broken file. Whatever goes wrong there is logged, and a file comes that says so.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import streamlit as st

from itadash.labels import language, speaking, text

MOST_PREPARED: Final = 2  # files that wait to be taken, for all sessions together

_LOG: Final = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
Build = Callable[[Progress], bytes]


@dataclass(frozen=True)
class File:
    """What is offered: its button, its name, how it is built, and what if not.

    `version` tells one state of the store and one choice from all others.
    `apology` gives the bytes of a file of the same kind that says what happened.
    """

    label: str
    name: str
    mime: str
    build: Build
    apology: Callable[[str], bytes]
    version: tuple[object, ...] = ()


def offer(file: File, *, key: str, is_large: bool = False) -> None:
    """Show the button of a file; of a large one first the button that prepares it."""
    data: bytes | Callable[[], bytes]
    if is_large:
        prepared = _prepared(file, key)
        if prepared is None:
            return
        data = prepared
    else:
        data = safely(lambda: file.build(_silent), file.apology)
    st.download_button(
        file.label,
        data,
        file_name=file.name,
        mime=file.mime,
        key=key,
        on_click="ignore",
        type="primary",
        icon=":material/download:",
    )


def safely(
    build: Callable[[], bytes], apology: Callable[[str], bytes]
) -> Callable[[], bytes]:
    """Return what a download calls: the file, or one that says why there is none.

    It is called in another thread, and speaks as the page does that offers it.
    """
    spoken = language()

    def handed_over() -> bytes:
        with speaking(spoken):
            try:
                return build()
            except Exception as error:
                _LOG.exception("A download could not be built.")
                return apology(text("export.failed", reason=str(error)))

    return handed_over


def _prepared(file: File, key: str) -> bytes | None:
    """Return a large file that is ready, or make it ready when that is asked for."""
    shelf = _shelf()
    place = (key, file.name, language(), *file.version)
    if place in shelf:
        return shelf[place]
    st.button(
        text("export.prepare"),
        key=f"{key}_prepare",
        on_click=_orders().add,
        args=(place,),
        icon=":material/hourglass_top:",
    )
    if place in _orders():
        _orders().discard(place)
        bar = st.progress(0.0, text("export.reading"))

        def progress(done: int, total: int) -> None:
            share = min(done / max(total, 1), 1.0)
            bar.progress(share, text("export.rows", n=f"{done:,}", of=f"{total:,}"))

        shelf[place] = file.build(progress)
        bar.empty()
        for old in list(shelf)[:-MOST_PREPARED]:
            shelf.pop(old, None)
    return shelf.get(place)


@st.cache_resource(show_spinner=False)
def _orders() -> set[tuple[object, ...]]:
    """Return what was asked for: a click itself is lost when a page reruns."""
    return set()


@st.cache_resource(show_spinner=False)
def _shelf() -> dict[tuple[object, ...], bytes]:
    return {}


def _silent(done: int, total: int) -> None:
    """Tell nobody: a small file is there before anyone could read it."""
