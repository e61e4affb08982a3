"""A year's measures against those of the year before, and whether they were reported.

Only the filter bar narrows what is compared: a search for words would make measures
look dropped that are only worded otherwise.
"""

from dataclasses import replace

import pandas as pd
import streamlit as st

from itadash.analysis import carried
from itadash.labels import text
from itadash.store.search import Wanted
from itadash.ui import loading, tables
from itadash.ui.measures.asked import Asked
from itadash.ui.tiles import Tile, tiles

MOST_COMPARED = 2_000  # measures of one year: about the agencies of a province
COLUMNS = [
    "agency",
    "fate_word",
    "title",
    "before_title",
    "similarity",
    "reported_word",
    "source",
    "line",
]
SHAPES = {carried.NEW: "+", carried.CARRIED: "=", carried.DROPPED: "–"}


def year_before(asked: Asked, *, key: str) -> None:
    """Show what was carried over, dropped and new, one row a measure."""
    year = asked.wanted.fiscal_year
    if year is None:
        st.info(text("carried.one_year"), icon=":material/compare_arrows:")
        return
    placed = replace(asked.wanted, words="", unit=None, indicator=None)
    after, before = _measures(placed), _measures(replace(placed, fiscal_year=year - 1))
    if after is None or before is None:
        st.info(text("carried.too_many", most=f"{MOST_COMPARED:,}"))
        return
    _reported(after, year)
    found = carried.against_year_before(before, after)
    if found.empty:
        words = text("carried.nothing", year=year, before=year - 1)
        st.info(words, icon=":material/compare_arrows:")
        return
    _fates(found, year)
    tables.table(_worded(found), COLUMNS, key=key, name="carried")
    st.caption(_note(found))


def _measures(wanted: Wanted) -> pd.DataFrame | None:
    """Return each measure once, None where there are too many to compare."""
    found = loading.search_measures(wanted, MOST_COMPARED, 0)
    if found.total > MOST_COMPARED:
        return None
    return carried.one_each(found.rows)


def _reported(after: pd.DataFrame, year: int) -> None:
    known = after[after["reported"] != carried.NO_REPORT]
    n = int((known["reported"] == carried.REPORTED).sum())
    key = "carried.reported" if len(known) else "carried.no_report"
    without = f"{len(after) - len(known):,}"
    words = text(key, n=f"{n:,}", of=f"{len(known):,}", year=year, without=without)
    st.caption(words)


def _fates(found: pd.DataFrame, year: int) -> None:
    counts = found["fate"].value_counts()
    tiles(
        [
            Tile(
                f"{SHAPES[fate]} {text(f'carried.{fate}')}",
                f"{counts[fate]:,}",
                text(f"carried.{fate}_sense", year=year, before=year - 1),
            )
            for fate in carried.FATES
        ]
    )


def _worded(found: pd.DataFrame) -> pd.DataFrame:
    fates = {fate: f"{SHAPES[fate]} {text(f'carried.{fate}')}" for fate in SHAPES}
    states = (carried.REPORTED, carried.NOT_REPORTED, carried.NO_REPORT)
    reported = {state: text(f"carried.state.{state}") for state in states}
    return found.assign(
        fate_word=found["fate"].astype("object").map(fates),
        reported_word=found["reported"].map(reported),
    )


def _note(found: pd.DataFrame) -> str:
    return text(
        "carried.note",
        title=f"{carried.SAME_TITLE:.2f}",
        number=f"{carried.SAME_NUMBER_AND_TITLE:.2f}",
        n=f"{found['agency_id'].nunique():,}",
    )
