"""What the pages show, loaded once for all sessions.

The frame of assessments is shared and never written to; it is keyed by the store's
revision, so that a change by any process shows on the next rerun. Small frames are
keyed by numbers, never by a frame.
"""

from pathlib import Path

import pandas as pd
import streamlit as st

from itadash import collecting
from itadash.analysis import choosing, counted, of_agencies, ranking
from itadash.labels import speaking
from itadash.store import Found, Store, Wanted, create_with, default_url

SAMPLES = Path(__file__).parents[2] / "data" / "reports"


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """Open the store; one that does not exist yet is made from the samples."""
    return create_with(default_url(), add_samples)


def add_samples(into: Store) -> None:
    """Read the sample reports into a store, marked as samples."""
    from itadash.ingest import ingest  # all that reads reports, wanted once

    ingest([SAMPLES], into, sample=True)


def assessments() -> pd.DataFrame:
    """Return the frame of all assessments, shared: no page may write to it."""
    return _assessments(store().shown, store().revision())


def only_made_up() -> bool:
    """Tell whether the store holds no agency's real report; see `counted`."""
    return _only_made_up(store().shown, store().revision())


def measures(agency_ids: tuple[int, ...], fiscal_year: int | None) -> pd.DataFrame:
    """Return the measures of some agencies, and of one fiscal year if given."""
    return _measures(agency_ids, fiscal_year, store().shown, store().revision())


def search_measures(wanted: Wanted, limit: int, offset: int) -> Found:
    """Return a page of the measures that a search finds, shared as they are."""
    return _search_measures(wanted, limit, offset, store().shown, store().revision())


def measure_years() -> pd.DataFrame:
    """Return the fiscal years that have measures and how many, newest first."""
    return _measure_years(store().shown, store().revision())


def links(agency_ids: tuple[int, ...], fiscal_year: int | None) -> pd.DataFrame:
    """Return the links of some agencies' measures."""
    return _links(agency_ids, fiscal_year, store().shown, store().revision())


def scores(agency_ids: tuple[int, ...], assessed_year: int | None) -> pd.DataFrame:
    """Return the printed scores of some agencies and one year, with their places."""
    return _scores(agency_ids, assessed_year, store().shown, store().revision())


def findings(agency_ids: tuple[int, ...]) -> pd.DataFrame:
    """Return the findings stored with the reports of some agencies."""
    return _findings(agency_ids, store().shown, store().revision())


def answered_indicators(
    fiscal_year: int | None, *, samples: bool = True
) -> pd.DataFrame:
    """Return which indicators the measures of a fiscal year answer, by agency."""
    return _answered_indicators(fiscal_year, samples, store().shown, store().revision())


def planned_measures(fiscal_year: int | None, *, samples: bool = True) -> pd.DataFrame:
    """Return how many measures of a fiscal year each agency has."""
    return _planned_measures(fiscal_year, samples, store().shown, store().revision())


def finding_counts(fiscal_year: int | None) -> pd.DataFrame:
    """Return how many findings of a fiscal year each agency has, by kind."""
    return _finding_counts(fiscal_year, store().shown, store().revision())


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
    """Return each agency's label by its number, in Thai dictionary order.

    It is Thai in all languages, as the address has it; show it through
    `naming.agency_label`.
    """
    return _agency_labels(store().shown, store().revision())


def agency_numbers() -> dict[str, int]:
    """Return each agency's number by its label; shared, nobody may write to it."""
    return _agency_numbers(store().shown, store().revision())


def documents() -> pd.DataFrame:
    """Return one row a stored report, shared: no page may write to it."""
    return _documents(store().shown, store().revision())


@st.cache_resource(show_spinner=False, max_entries=2)
def _assessments(shown: str, revision: int) -> pd.DataFrame:
    frame = store().assessments()
    collecting.will_live_on()
    return frame


@st.cache_data(show_spinner=False, max_entries=2)
def _only_made_up(shown: str, revision: int) -> bool:
    agencies = of_agencies(_assessments(shown, revision))
    return bool((agencies["sample"] | agencies["synthetic"]).all())


@st.cache_resource(show_spinner=False, max_entries=32)
def _ranks(year: int, subject: int, shown: str, revision: int) -> pd.DataFrame:
    rows = counted(_assessments(shown, revision))
    return ranking.ranked(rows[(rows["assessed_year"] == year).fillna(False)], subject)


@st.cache_resource(show_spinner=False, max_entries=2)
def _agency_labels(shown: str, revision: int) -> "pd.Series[str]":
    with speaking("th"):
        labels = choosing.agency_labels(_assessments(shown, revision))
    order = store().agency_order()["agency_id"]  # to sort them costs a first page
    return labels.reindex(order[order.isin(labels.index)])


@st.cache_resource(show_spinner=False, max_entries=8)
def _answered_indicators(
    fiscal_year: int | None,
    samples: bool,  # noqa: FBT001
    shown: str,
    revision: int,
) -> pd.DataFrame:
    return store().answered_indicators(fiscal_year, samples=samples)


@st.cache_resource(show_spinner=False, max_entries=8)
def _planned_measures(
    fiscal_year: int | None,
    samples: bool,  # noqa: FBT001
    shown: str,
    revision: int,
) -> pd.DataFrame:
    return store().planned_measures(fiscal_year, samples=samples)


@st.cache_resource(show_spinner=False, max_entries=8)
def _finding_counts(fiscal_year: int | None, shown: str, revision: int) -> pd.DataFrame:
    return store().finding_counts(fiscal_year)


@st.cache_resource(show_spinner=False, max_entries=2)
def _agency_numbers(shown: str, revision: int) -> dict[str, int]:
    labels = _agency_labels(shown, revision)
    return dict(zip(labels, labels.index, strict=True))


@st.cache_data(show_spinner=False, max_entries=64)
def _measures(
    agency_ids: tuple[int, ...], fiscal_year: int | None, shown: str, revision: int
) -> pd.DataFrame:
    return store().measures(list(agency_ids), fiscal_year)


@st.cache_resource(show_spinner=False, max_entries=64, hash_funcs={Wanted: repr})
def _search_measures(
    wanted: Wanted, limit: int, offset: int, shown: str, revision: int
) -> Found:
    return store().find_measures(wanted, limit, offset)


@st.cache_data(show_spinner=False, max_entries=2)
def _measure_years(shown: str, revision: int) -> pd.DataFrame:
    return store().measure_years()


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


@st.cache_resource(show_spinner=False, max_entries=2)
def _documents(shown: str, revision: int) -> pd.DataFrame:
    return store().documents()


@st.cache_data(show_spinner=False, max_entries=32)
def _source_lines(
    sha256: str, name: str, shown: str
) -> list[tuple[int | str | None, str]]:
    from itadash.guard import printed_lines  # all that reads reports

    return printed_lines(store().raw_file(sha256), name)
