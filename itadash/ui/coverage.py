"""The coverage view: which agencies have what, and who lacks it."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from itadash import analysis
from itadash.analysis import Choice
from itadash.analysis.coverage import PARTS, counts, coverage, lacking
from itadash.labels import text
from itadash.ui import loading, tables
from itadash.ui.views import View

COLUMNS = ["agency", "agency_type", "province", *(f"has_{part}" for part in PARTS)]


def coverage_table(view: View) -> None:
    """Show counts with n, and the agencies by what they lack, as the bar filters."""
    year = view.choice.year
    if year is None:
        return
    st.subheader(text("coverage.title", year=year))
    covered: pd.DataFrame = view.kept("covered", lambda: _chosen(view.choice, year))
    n = view.kept("coverage_counts", lambda: counts(covered))
    st.markdown(
        text(
            "coverage.all",
            n=f"{n.n:,}",
            fiscal=year + 1,
            totals=f"{n.totals:,}",
            **{part: f"{getattr(n, part):,}" for part in PARTS},
        )
    )
    part = st.segmented_control(
        text("coverage.which"),
        PARTS,
        format_func=lambda name: text(f"coverage.lacks_{name}"),
        key="coverage_lacks",
    )
    worded = view.kept("coverage", lambda: _worded(lacking(covered, part)), part)
    tables.table(worded, COLUMNS, key="coverage", name="coverage")
    st.caption(text("coverage.note"))


def _chosen(choice: Choice, year: int) -> pd.DataFrame:
    chosen = analysis.chosen(loading.assessments(), replace(choice, year=None))
    covered = _covered(year, loading.store().shown, loading.store().revision())
    return covered[covered["agency_id"].isin(chosen["agency_id"])]


@st.cache_resource(show_spinner=False, max_entries=4)
def _covered(year: int, shown: str, revision: int) -> pd.DataFrame:
    agencies = analysis.counted(loading.assessments())
    documents = loading.documents()
    if not loading.only_made_up():
        documents = documents[~(documents["sample"] | documents["synthetic"])]
    return coverage(agencies, documents, year)


def _worded(shown: pd.DataFrame) -> pd.DataFrame:
    words = {True: text("coverage.yes"), False: text("coverage.no")}
    worded = shown.assign(**{f"has_{p}": shown[f"has_{p}"].map(words) for p in PARTS})
    told = worded["has_scores"].mask(shown["has_total_only"], text("coverage.total"))
    return worded.assign(has_scores=told)
