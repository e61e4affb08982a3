"""What the filter bar offers, made once for each state of the store."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from itadash.analysis import Choice, choosing, chosen
from itadash.ui import loading


@dataclass(frozen=True)
class Options:
    """The years newest first, the one to begin with, provinces and types."""

    years: list[int]
    first_year: int | None
    provinces: list[str]
    agency_types: list[str]


def options() -> Options:
    """Return what can be chosen in the store."""
    store = loading.store()
    return _options(store.shown, store.revision())


def labels(province: str | None, agency_type: str | None) -> "pd.Series[str]":
    """Return the labels of the agencies of a province and type; shared."""
    store = loading.store()
    return _labels(province, agency_type, store.shown, store.revision())


def found(among: "pd.Series[str]", searched: str) -> "pd.Series[str]":
    """Return the labels that hold the letters searched for, white space aside."""
    letters = "".join(searched.split())
    if not letters:
        return among
    bare = among.str.replace(r"\s+", "", regex=True)
    return among[bare.str.contains(letters, case=False, regex=False)]


@st.cache_resource(show_spinner=False, max_entries=2)
def _options(shown: str, revision: int) -> Options:
    frame = loading.assessments()
    return Options(
        choosing.years(frame),
        choosing.first_year(frame),
        choosing.provinces(frame),
        choosing.agency_types(frame),
    )


@st.cache_resource(show_spinner=False, max_entries=64)
def _labels(
    province: str | None, agency_type: str | None, shown: str, revision: int
) -> "pd.Series[str]":
    own = Choice(province=province, agency_type=agency_type)
    rows = chosen(loading.assessments(), own)
    every = loading.agency_labels()
    return every[every.index.isin(rows["agency_id"])]
