"""What a reader asks for: words, fiscal year, unit, indicator, and the filter bar."""

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from itadash import analysis, framework, naming
from itadash.analysis import Choice, plans
from itadash.labels import text
from itadash.store.search import Wanted
from itadash.ui import loading

LONGEST_QUERY = 200  # characters that the search box takes
MOST_UNITS = 50  # offered, those with most measures first
EVERY_YEAR = 0


@dataclass(frozen=True)
class Asked:
    """A search as the store takes it, and the counts of what it finds."""

    wanted: Wanted
    groups: pd.DataFrame

    @property
    def total(self) -> int:
        """The number of measures found."""
        return int(self.groups["n"].sum())


def measure_search(choice: Choice) -> Asked:
    """Draw the search box and its filters, bound to the address."""
    words = st.text_input(
        text("measures.search"),
        key="q",
        bind="query-params",
        max_chars=LONGEST_QUERY,
        type="search",
        placeholder=text("measures.search_hint"),
        icon=":material/search:",
    )
    placed = _of_bar(choice)
    year, unit, indicator = st.columns(3)
    with year:
        placed = replace(placed, fiscal_year=_year(choice))
    with unit:
        named = _unit(placed)
    with indicator:
        number = _indicator()
    wanted = replace(placed, words=words or "", unit=named, indicator=number)
    return Asked(wanted, loading.measure_groups(wanted))


def _of_bar(choice: Choice) -> Wanted:
    """Find samples only while there is nothing else, or when one is chosen."""
    counted = analysis.counted(loading.assessments())
    made_up = (counted["sample"] | counted["synthetic"]).any()
    return Wanted(
        province=choice.province,
        agency_type=choice.agency_type,
        agency_id=choice.agency_id,
        samples=bool(made_up) or choice.agency_id is not None,
    )


def _year(choice: Choice) -> int | None:
    """Ask for the fiscal year; unasked, it is the year after the assessed one."""
    known = loading.measure_years()["fiscal_year"].dropna()
    years = [EVERY_YEAR, *(int(year) for year in known)]
    following = EVERY_YEAR if choice.year is None else choice.year + 1
    named = _year_name(following)
    asked = st.selectbox(
        text("measures.year"),
        years,
        index=None,
        placeholder=text("measures.year_follows", year=named),
        format_func=_year_name,
        key="plan_year",
        bind="query-params",
    )
    return (following if asked is None else asked) or None


def _year_name(year: int) -> str:
    return text("measures.every_year") if year == EVERY_YEAR else str(year)


def _unit(placed: Wanted) -> str | None:
    counts = plans.unit_counts(loading.measure_groups(placed)).head(MOST_UNITS)
    units = counts["unit"].tolist()
    kept = st.session_state.get("unit") or st.query_params.get("unit")
    if kept and kept not in units:
        units.append(kept)
    unit: str | None = st.selectbox(
        text("measures.unit"),
        units,
        index=None,
        placeholder=text("filter.all"),
        key="unit",
        bind="query-params",
    )
    return unit


def _indicator() -> int | None:
    names = {one.number: naming.numbered(one.number) for one in framework.indicators()}
    return st.selectbox(
        text("measures.indicator"),
        list(names),
        index=None,
        placeholder=text("filter.all"),
        format_func=names.__getitem__,
        key="indicator",
        bind="query-params",
    )
