"""The one filter bar, shared by all pages and bound to the address.

It is drawn in `dashboard.py` before the page runs: drawn inside the pages it would
lose its values on a change of page. A link therefore reopens the same view.
"""

from collections.abc import Callable
from functools import partial

import streamlit as st

from itadash import naming
from itadash.analysis import Choice
from itadash.labels import text
from itadash.ui import loading, offers
from itadash.ui.frame import stand_in_frame

MOST_OFFERED = 50  # agencies in the picker; all of the country would be a megabyte


def filter_bar() -> None:
    """Draw the filters into the sidebar, none where there is nothing to filter."""
    if loading.assessments().empty:
        return
    offered = offers.options()
    with st.sidebar:
        _year(offered)
        _any_of("province", offered.provinces, _in_words("province"))
        _any_of("type", offered.agency_types, _in_words("agency_type"))
        _agency()


def current_filters() -> Choice:
    """Return what the filter bar is set to."""
    stand_in_frame()
    label = st.session_state.get("agency")
    return Choice(
        st.session_state.get("year"),
        st.session_state.get("province"),
        st.session_state.get("type"),
        loading.agency_numbers().get(label) if label else None,
    )


def _year(offered: offers.Options) -> None:
    if offered.first_year is not None:
        st.selectbox(
            text("filter.year"),
            offered.years,
            index=offered.years.index(offered.first_year),
            key="year",
            bind="query-params",
        )


def _any_of(name: str, options: list[str], in_words: Callable[[str], str]) -> None:
    """Offer options by their Thai names, shown in the language spoken."""
    take_from_address(name, options)
    shown = {one: in_words(one) for one in options}
    st.selectbox(
        text(f"filter.{name}"),
        options,
        index=None,
        format_func=lambda one: shown.get(one, one),
        placeholder=text("filter.all"),
        key=name,
        bind="query-params",
    )


def _in_words(subject: naming.Subject) -> Callable[[str], str]:
    return partial(naming.named, subject=subject)


def take_from_address(name: str, options: list[str]) -> None:
    """Let an address in Thai open the same view where English is spoken.

    Streamlit knows the options of an address by the words that it shows.
    """
    asked = st.query_params.get(name)
    if name not in st.session_state and asked in options:
        st.session_state[name] = asked


def _asked_agency() -> str | None:
    """Return the label that the address asks for, in whichever language."""
    asked = st.query_params.get("agency")
    return naming.thai_label(asked) if asked else None


def _agency() -> None:
    """Offer agencies, where too many those that a search finds."""
    choice = current_filters()
    within = offers.labels(choice.province, choice.agency_type)
    if len(within) > MOST_OFFERED:
        searched = st.text_input(text("filter.search"), key="agency_search")
        within = offers.found(within, searched)
        shown = min(len(within), MOST_OFFERED)
        st.caption(text("filter.found", shown=shown, n=f"{len(within):,}"))
    labels = list(within.iloc[:MOST_OFFERED])
    kept = st.session_state.get("agency") or _asked_agency()
    if kept and kept not in labels and kept in loading.agency_numbers():
        labels = [kept, *labels]
    _any_of("agency", labels, naming.agency_label)
