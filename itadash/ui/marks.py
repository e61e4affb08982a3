"""The marks of what is not real: samples and synthetic data, on every page.

Whether a store holds any is asked once a revision: of the country's documents
the answer takes a pass over all.
"""

from dataclasses import dataclass
from typing import Final, Literal

import streamlit as st

from itadash.labels import text
from itadash.ui import loading

DEMO = "python -m itadash demo --store sqlite:///data/demo.sqlite"

_COLOURS: Final[dict[str, Literal["orange", "violet"]]] = {
    "sample": "orange",
    "synthetic": "violet",
}


@dataclass(frozen=True)
class Marks:
    """Whether any report of the store is a sample, and whether any is synthetic."""

    samples: bool
    synthetic: bool


def marks() -> Marks:
    """Return what the store holds that is not real."""
    store = loading.store()
    return _marks(store.shown, store.revision())


@st.cache_data(show_spinner=False, max_entries=2)
def _marks(shown: str, revision: int) -> Marks:
    store = loading.store()
    return Marks(store.has_samples(), store.has_synthetic())


def synthetic_mark() -> None:
    """Say on top of a page that the store holds synthetic data."""
    if marks().synthetic:
        marked_caption("synthetic", text("synthetic.notice"))


def marked_caption(kind: Literal["sample", "synthetic"], words: str) -> None:
    """Write a caption behind the mark of what is not real.

    Inside the caption the mark would fade with it and be too pale to read.
    """
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.badge(text(f"{kind}.mark"), color=_COLOURS[kind], width="content")
        st.caption(words, width="stretch")


def table_notes() -> list[str]:
    """Return what a table taken home says of a store with synthetic data."""
    return [text("synthetic.table")] if marks().synthetic else []


def demo_hint() -> None:
    """Where nothing but samples is stored, say how to see a whole country instead."""
    if bool(loading.assessments()["sample"].all()):
        words = text("synthetic.try", command=f"`{DEMO}`")
        st.markdown(f":small[{words}]")  # a caption would fade the command too
