"""What the pages show, loaded once for all sessions.

The frame of assessments is shared and never written to; it is keyed by the store's
revision, so that a change by any process shows on the next rerun. Small frames are
keyed by numbers, never by a frame.
"""

import gc
from pathlib import Path

import pandas as pd
import streamlit as st

from itadash import thai
from itadash.analysis import choosing, counted, ranking
from itadash.guard import printed_lines
from itadash.ingest import ingest
from itadash.store import Store, create_with, default_url

SAMPLES = Path(__file__).parents[2] / "data" / "reports"


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """Open the store; one that does not exist yet is made from the samples."""
    return create_with(default_url(), add_samples)


def add_samples(into: Store) -> None:
    """Read the sample reports into a store, marked as samples."""
    ingest([SAMPLES], into, sample=True)


def assessments() -> pd.DataFrame:
    """Return the frame of all assessments, shared: no page may write to it."""
    return _assessments(store().shown, store().revision())


def measures(agency_ids: tuple[int, ...], fiscal_year: int | None) -> pd.DataFrame:
    """Return the measures of some agencies, and of one fiscal year if given."""
    return _measures(agency_ids, fiscal_year, store().shown, store().revision())


def links(agency_ids: tuple[int, ...], fiscal_year: int | None) -> pd.DataFrame:
    """Return the links of some agencies' measures."""
    return _links(agency_ids, fiscal_year, store().shown, store().revision())


def scores(agency_ids: tuple[int, ...], assessed_year: int | None) -> pd.DataFrame:
    """Return the printed scores of some agencies and one year, with their places."""
    return _scores(agency_ids, assessed_year, store().shown, store().revision())


def findings(agency_ids: tuple[int, ...]) -> pd.DataFrame:
    """Return the findings stored with the reports of some agencies."""
    return _findings(agency_ids, store().shown, store().revision())


def looked_at(agency_ids: tuple[int, ...]) -> pd.DataFrame:
    """Return what has been looked at; not cached, for a click changes it."""
    return store().looked_at(list(agency_ids))


def set_looked_at(document_id: int, finding_key: str, *, seen: bool) -> None:
    """Note in the store that a finding was looked at, or take it back."""
    store().set_looked_at(document_id, finding_key, seen=seen)


def source_lines(sha256: str, name: str) -> list[tuple[int | str | None, str]]:
    """Return the printed lines of a stored file, persons left out."""
    return _source_lines(sha256, name, store().shown)


def ranks(assessed_year: int, subject: int) -> pd.DataFrame:
    """Return the ranks of one year and subject, shared: no page may write to it."""
    return _ranks(assessed_year, subject, store().shown, store().revision())


def agency_labels() -> "pd.Series[str]":
    """Return each agency's label by its number, in Thai dictionary order."""
    return _agency_labels(store().shown, store().revision())


def agency_numbers() -> dict[str, int]:
    """Return each agency's number by its label."""
    labels = agency_labels()
    return dict(zip(labels, labels.index, strict=True))


def documents() -> pd.DataFrame:
    """Return one row a stored report."""
    return _documents(store().shown, store().revision())


@st.cache_resource(show_spinner=False, max_entries=2)
def _assessments(shown: str, revision: int) -> pd.DataFrame:
    frame = store().assessments()
    # Streamlit collects garbage after every rerun, at the cost of all that lives.
    gc.collect()
    gc.freeze()
    return frame


@st.cache_resource(show_spinner=False, max_entries=32)
def _ranks(year: int, subject: int, shown: str, revision: int) -> pd.DataFrame:
    rows = counted(_assessments(shown, revision))
    return ranking.ranked(rows[(rows["assessed_year"] == year).fillna(False)], subject)


@st.cache_resource(show_spinner=False, max_entries=2)
def _agency_labels(shown: str, revision: int) -> "pd.Series[str]":
    labels = choosing.agency_labels(_assessments(shown, revision))
    order = {label: at for at, label in enumerate(thai.in_order(labels))}
    return labels.iloc[labels.map(order).argsort()]


@st.cache_data(show_spinner=False, max_entries=64)
def _measures(
    agency_ids: tuple[int, ...], fiscal_year: int | None, shown: str, revision: int
) -> pd.DataFrame:
    return store().measures(list(agency_ids), fiscal_year)


@st.cache_data(show_spinner=False, max_entries=64)
def _links(
    agency_ids: tuple[int, ...], fiscal_year: int | None, shown: str, revision: int
) -> pd.DataFrame:
    return store().links(list(agency_ids), fiscal_year)


@st.cache_data(show_spinner=False, max_entries=64)
def _scores(
    agency_ids: tuple[int, ...], assessed_year: int | None, shown: str, revision: int
) -> pd.DataFrame:
    return store().scores(list(agency_ids), assessed_year)


@st.cache_data(show_spinner=False, max_entries=64)
def _findings(agency_ids: tuple[int, ...], shown: str, revision: int) -> pd.DataFrame:
    return store().findings(list(agency_ids))


@st.cache_data(show_spinner=False, max_entries=64)
def _documents(shown: str, revision: int) -> pd.DataFrame:
    return store().documents()


@st.cache_data(show_spinner=False, max_entries=32)
def _source_lines(
    sha256: str, name: str, shown: str
) -> list[tuple[int | str | None, str]]:
    return printed_lines(store().raw_file(sha256), name)
