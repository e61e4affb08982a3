"""What is compared: picked by a reader, bound to the address, asked for where missing.

Agencies are offered as matches of a search, never all of a country. The agency of
the filter bar, if one is chosen, is always the lead agency.
"""

from collections.abc import Sequence
from typing import Final

import pandas as pd
import streamlit as st

from itadash import naming
from itadash.analysis import Choice, comparing, peer_groups, ranking
from itadash.analysis.peer_groups import PeerGroup
from itadash.charts.choice import MOST_DOTS
from itadash.labels import text
from itadash.ui import addresses, comparison, loading
from itadash.ui.comparison import Compared, Offered
from itadash.ui.filters import MOST_OFFERED, take_from_address
from itadash.ui.source import plain

MODES: Final = ("agencies", "peers")


def compared(choice: Choice) -> Compared:
    """Draw the pickers and return what they are set to; stop where nothing is."""
    st.title(text("compare.title"))
    offered = comparison.offered(choice)
    _stop_without_values(offered, choice.year)
    leads: tuple[int, ...]
    if _mode() == "peers":
        lead = _lead(offered, choice)
        kind, group = _group(offered, lead)
        leads, rows = (lead,), group.rows
    else:
        leads, kind = _picked(offered, choice), ""
        picked = comparison.agencies_picked(offered, leads)
        rows = picked.rows
        if picked.group is not None:
            st.caption(plain(picked.group.reason))
    return comparison.compared(offered, leads, kind, _subjects(rows))


def _stop_without_values(offered: Offered, year: int | None) -> None:
    if offered.found.empty or year is None:
        st.info(text("state.nothing_found"), icon=":material/filter_alt_off:")
        st.stop()
    if offered.rows.empty:
        n = f"{offered.found['agency_id'].nunique():,}"
        st.info(text("compare.only_measures", n=n), icon=":material/info:")
        st.stop()


def _mode() -> str:
    addresses.take_codes("compare_mode", MODES, _mode_name)
    mode = st.segmented_control(
        text("compare.mode"),
        MODES,
        default=MODES[0],
        format_func=_mode_name,
        required=True,
        key="compare_mode",
        bind="query-params",
    )
    return str(mode)


def _mode_name(mode: str) -> str:
    return text(f"compare.mode_{mode}")


def _picked(offered: Offered, choice: Choice) -> tuple[int, ...]:
    """Return the picked agencies that have values, the filter bar's one first."""
    labels = _labels(offered, "compare")
    own = loading.agency_labels().get(choice.agency_id)
    hint = text("compare.agencies_hint")
    if own is not None:
        hint = text("compare.agencies_hint_lead", agency=naming.agency_label(own))
    _take_all_from_address("compare", labels)
    picked = st.multiselect(
        text("compare.agencies", most=MOST_DOTS),
        labels,
        max_selections=MOST_DOTS,
        format_func=naming.agency_label,
        placeholder=hint,
        key="compare",
        bind="query-params",
    )
    numbers = [loading.agency_numbers()[label] for label in picked]
    if choice.agency_id is not None:
        numbers = [choice.agency_id, *numbers]
    wanted = tuple(dict.fromkeys(numbers))[:MOST_DOTS]
    _say_missing(wanted, offered, choice.year)
    known = tuple(number for number in wanted if number in offered.agencies)
    if wanted and not known:
        st.stop()
    return known


def _lead(offered: Offered, choice: Choice) -> int:
    """Return the agency that is compared with its group; ask where none is picked."""
    if choice.agency_id is not None:
        _say_missing((choice.agency_id,), offered, choice.year)
        if choice.agency_id not in offered.agencies:
            st.stop()
        return choice.agency_id
    labels = _labels(offered, "lead")
    take_from_address("lead", labels)
    label = st.selectbox(
        text("compare.lead"),
        labels,
        index=None,
        format_func=naming.agency_label,
        placeholder=text("compare.lead_hint"),
        key="lead",
        bind="query-params",
    )
    if label is None:
        st.info(text("compare.choose_lead"), icon=":material/account_balance:")
        st.stop()
    return loading.agency_numbers()[str(label)]


def _labels(offered: Offered, key: str) -> list[str]:
    """Return at most fifty labels to pick from, the picked ones among them."""
    labels = offered.labels
    kept = [label for label in _kept(key) if label in labels]
    if len(labels) <= MOST_OFFERED:
        return list(labels)
    searched = st.text_input(text("compare.search"), key="compare_search").strip()
    found = [label for label in labels if searched in label]
    shown = found[:MOST_OFFERED]
    st.caption(text("compare.found", shown=len(shown), n=f"{len(found):,}"))
    return list(dict.fromkeys([*kept, *shown]))


def _kept(key: str) -> list[str]:
    """Return what is picked already, in the widget or in the address."""
    value = st.session_state.get(key) or st.query_params.get_all(key)
    labels = [value] if isinstance(value, str) else value or ()
    return [naming.thai_label(str(label)) for label in labels]


def _take_all_from_address(key: str, labels: Sequence[str]) -> None:
    """Let an address in Thai pick the same agencies where English is spoken."""
    asked = st.query_params.get_all(key)
    if asked and key not in st.session_state and set(asked) <= set(labels):
        st.session_state[key] = asked


def _say_missing(wanted: Sequence[int], offered: Offered, year: int | None) -> None:
    labels = loading.agency_labels()
    missing = [labels[one] for one in wanted if one not in offered.agencies]
    if missing:
        names = plain(", ".join(map(naming.agency_label, missing)))
        words = text("compare.not_found", year=year, names=names)
        st.warning(words, icon=":material/help:")


def _group(offered: Offered, lead: int) -> tuple[str, PeerGroup]:
    addresses.take_codes("group", peer_groups.GROUPS, _group_name)
    kind = st.segmented_control(
        text("compare.group"),
        peer_groups.GROUPS,
        default=peer_groups.SAME_TYPE,
        format_func=_group_name,
        required=True,
        key="group",
        bind="query-params",
    )
    group = comparison.peers_of(offered, lead, str(kind))
    if group is None or group.n == 0:
        key: str = "compare.no_group" if group is None else "compare.no_peers"
        st.info(text(key), icon=":material/info:")
        st.stop()
    st.caption(plain(group.reason))
    return str(kind), group


def _group_name(kind: str) -> str:
    return text(f"compare.group_{kind}")


def _subjects(rows: pd.DataFrame) -> tuple[int, ...]:
    """Return the picked subjects: all ten indicators where none is picked."""
    ten = tuple(one for one in ranking.subjects() if one != ranking.TOTAL)
    if not rows["has_scores"].any():
        st.caption(text("compare.totals_only"))
        return (ranking.TOTAL,)
    addresses.take_codes("subjects", ranking.subjects(), comparing.short_subject_name)
    picked = st.pills(
        text("compare.subjects"),
        ranking.subjects(),
        selection_mode="multi",
        format_func=comparing.short_subject_name,
        help=text("compare.subjects_hint"),
        key="subjects",
        bind="query-params",
    )
    return tuple(sorted(picked)) or ten
