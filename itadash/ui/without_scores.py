"""What a page shows of a year that has no score of any indicator."""

from typing import Final

import pandas as pd
import streamlit as st

from itadash.labels import text
from itadash.ui import tables
from itadash.ui.source import plain
from itadash.ui.views import View
from itadash.ui.words import stop_if_nothing

MOST_NAMES: Final = 20
TOTAL_COLUMNS: Final = [
    *("agency", "agency_type", "province", "total", "level", "source"),
]


def stop_without_scores(view: View) -> None:
    """Where the year has no scores, show what is there instead and end the page."""
    stop_if_nothing(view)
    if view.has_scores:
        return
    totals = view.scored
    if not totals.empty:
        n = f"{totals['agency_id'].nunique():,}"
        st.info(text("state.totals_only", n=n), icon=":material/info:")
        tables.table(totals, TOTAL_COLUMNS, key="totals", name="scores")
    others = view.own[~view.own["agency_id"].isin(totals["agency_id"])]
    if not others.empty:
        _say_measures(view, others)
    st.stop()


def _say_measures(view: View, others: pd.DataFrame) -> None:
    """Say of whom measures alone are there, and how many."""
    own = view.planned[view.planned.index.isin(others["agency_id"])]
    n, measures = others["agency_id"].nunique(), own.sum()
    said = text("state.measures_only", n=f"{n:,}", measures=f"{measures:,}")
    st.info(said, icon=":material/info:")
    names = others["agency"].dropna().head(MOST_NAMES)
    st.markdown("\n".join(f"- {plain(str(name))}" for name in names))
