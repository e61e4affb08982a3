"""What a reader asks for: words, fiscal year, unit, indicator, and the filter bar."""

from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd
import streamlit as st

from itadash import framework, naming
from itadash.analysis import Choice, plans
from itadash.labels import text
from itadash.store.search import Wanted
from itadash.ui import addresses, loading
from itadash.ui.keeping import Keeping

LONGEST_QUERY = 200  # characters that the search box takes
MOST_UNITS = 50  # offered, those with most measures first
EVERY_YEAR = 0


@dataclass(frozen=True)
class Asked(Keeping):
    """A search as the store takes it, and the counts of what it finds.

    It lives as long as the store does not change, for all sessions, and what it
    sums up is made once: nobody may write to its frames.
    """

    wanted: Wanted
    groups: pd.DataFrame

    @cached_property
    def total(self) -> int:
        """The number of measures found."""
        return int(self.groups["n"].sum())

    @cached_property
    def units(self) -> list[str]:
        """The units found, those with most measures first, as many as are offered."""
        return plans.unit_counts(self.groups)["unit"].head(MOST_UNITS).tolist()

    @cached_property
    def printed(self) -> list[tuple[str, int, int]]:
        """The parts of a measure: name, measures that print it, of how many."""
        counts = plans.completeness(self.groups)
        columns = (counts[name].tolist() for name in ("part", "n", "of"))
        return list(zip(*columns, strict=True))

    @cached_property
    def months(self) -> pd.DataFrame:
        """The months of the fiscal year asked for, by unit; see `plans.calendar`."""
        return plans.calendar(self.groups, self._year)

    @cached_property
    def dated(self) -> int:
        """How many measures have a period within the fiscal year asked for."""
        return plans.dated(self.groups, self._year)

    @cached_property
    def running_units(self) -> int:
        """How many units have measures in those months; none counts as one."""
        return int(self.months["unit"].nunique(dropna=False))

    @property
    def _year(self) -> int:
        if self.wanted.fiscal_year is None:
            raise ValueError("A calendar is of one fiscal year.")
        return self.wanted.fiscal_year


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
    return asked_of(wanted)


def asked_of(wanted: Wanted) -> Asked:
    """Return what is asked for with the counts of what it finds."""
    store = loading.store()
    return _asked(wanted, store.shown, store.revision())


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs={Wanted: repr})
def _asked(wanted: Wanted, shown: str, revision: int) -> Asked:
    return Asked(wanted, loading.store().measure_groups(wanted))


def _of_bar(choice: Choice) -> Wanted:
    """Find samples only while there is nothing else, or when one is chosen."""
    return Wanted(
        province=choice.province,
        agency_type=choice.agency_type,
        agency_id=choice.agency_id,
        samples=loading.only_made_up() or choice.agency_id is not None,
    )


def _year(choice: Choice) -> int | None:
    """Ask for the fiscal year; unasked, it is the year after the assessed one."""
    known = loading.measure_years()["fiscal_year"].dropna()
    years = [EVERY_YEAR, *(int(year) for year in known)]
    following = EVERY_YEAR if choice.year is None else choice.year + 1
    named = _year_name(following)
    addresses.take_codes("plan_year", years, _year_name)
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
    units = asked_of(placed).units
    kept = st.session_state.get("unit") or st.query_params.get("unit")
    if kept and kept not in units:
        units = [*units, kept]
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
    numbers = [one.number for one in framework.indicators()]
    addresses.take_codes("indicator", numbers, naming.numbered)
    return st.selectbox(
        text("measures.indicator"),
        numbers,
        index=None,
        placeholder=text("filter.all"),
        format_func=naming.numbered,
        key="indicator",
        bind="query-params",
    )
