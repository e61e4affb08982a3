"""The coverage view: which agencies have what, and who lacks it."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from itadash import analysis
from itadash.analysis.coverage import PARTS, counts, coverage, lacking
from itadash.labels import text
from itadash.ui import loading, tables
from itadash.ui.views import View

MOST_ROWS = 500
COLUMNS = ["agency", "agency_type", "province", *(f"has_{part}" for part in PARTS)]


def coverage_table(view: View) -> None:
    """Show counts with n, and the agencies by what they lack, as the bar filters."""
    year = view.choice.year
    if year is None:
        return
    st.subheader(text("coverage.title", year=year))
    chosen = analysis.chosen(loading.assessments(), replace(view.choice, year=None))
    covered = _covered(year, loading.store().shown, loading.store().revision())
    covered = covered[covered["agency_id"].isin(chosen["agency_id"])]
    n = counts(covered)
    st.markdown(
        text(
            "coverage.all",
            n=f"{n.n:,}",
            fiscal=year + 1,
            **{part: f"{getattr(n, part):,}" for part in PARTS},
        )
    )
    part = st.segmented_control(
        text("coverage.which"),
        PARTS,
        format_func=lambda name: text(f"coverage.lacks_{name}"),
        key="coverage_lacks",
    )
    found = lacking(covered, part)
    shown = found.head(MOST_ROWS)
    st.caption(text("coverage.first", shown=f"{len(shown):,}", n=f"{len(found):,}"))
    tables.table(_worded(shown), COLUMNS, key="coverage", name="coverage")
    st.caption(text("coverage.note"))


@st.cache_resource(show_spinner=False, max_entries=4)
def _covered(year: int, shown: str, revision: int) -> pd.DataFrame:
    agencies = analysis.counted(loading.assessments())
    documents = loading.documents()
    if not loading.only_made_up():
        documents = documents[~(documents["sample"] | documents["synthetic"])]
    return coverage(agencies, documents, year)


def _worded(shown: pd.DataFrame) -> pd.DataFrame:
    words = {True: text("coverage.yes"), False: text("coverage.no")}
    return shown.assign(**{f"has_{p}": shown[f"has_{p}"].map(words) for p in PARTS})
