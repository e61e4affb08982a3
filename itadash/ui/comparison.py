"""What is compared: made once of the store, the filters and what is picked."""

from dataclasses import astuple, dataclass, replace
from functools import cached_property
from typing import Final

import pandas as pd
import streamlit as st

from itadash import analysis
from itadash.analysis import Choice, peer_groups, ranking
from itadash.analysis.peer_groups import PeerGroup
from itadash.ui import loading
from itadash.ui.keeping import Keeping

MOST_KEPT: Final = 32  # selections of all sessions

Wanted = tuple[int | str | None, ...]


@dataclass(frozen=True)
class Offered:
    """What can be compared in one assessed year (B.E.).

    `counted` are the rows of all years and agencies that count, `of_year` those of
    the year, `found` what the filters let through, `rows` those with any value, and
    `labels` their agencies as the address names them.
    """

    wanted: Wanted
    counted: pd.DataFrame
    of_year: pd.DataFrame
    found: pd.DataFrame
    rows: pd.DataFrame
    labels: tuple[str, ...]

    @cached_property
    def agencies(self) -> frozenset[int]:
        """The agencies that have a value."""
        return frozenset(int(one) for one in self.rows["agency_id"])


@dataclass(frozen=True)
class Picked:
    """The compared `rows` of the year, in order, and who leads.

    `leads` are the picked agencies, the lead agency first (none where all that the
    filters let through are compared), `group` the peers of a single one.
    """

    rows: pd.DataFrame
    leads: tuple[int, ...]
    group: PeerGroup | None


@dataclass(frozen=True)
class Compared(Keeping):
    """What is compared in one assessed year (B.E.), and on which `subjects`."""

    year: int
    counted: pd.DataFrame
    of_year: pd.DataFrame
    rows: pd.DataFrame
    leads: tuple[int, ...]
    group: PeerGroup | None
    subjects: tuple[int, ...]

    @property
    def subject(self) -> int:
        """Return what is ranked: the one subject that is picked, else the total."""
        return self.subjects[0] if len(self.subjects) == 1 else ranking.TOTAL

    @cached_property
    def ranked(self) -> pd.DataFrame:
        """The compared agencies that have a value of the subject, best first."""
        ranks = loading.ranks(self.year, self.subject)
        return ranks[ranks["agency_id"].isin(self.rows["agency_id"])]

    @cached_property
    def order(self) -> list[int]:
        """The agencies, best first, those without a value of the subject last."""
        best_first = [int(number) for number in self.ranked["agency_id"]]
        if self.leads and not self.group:
            return list(self.leads)
        others = (int(number) for number in self.rows["agency_id"])
        return list(dict.fromkeys([*best_first, *others]))

    @cached_property
    def spread(self) -> pd.DataFrame:
        """The rows whose quartiles are told: the lead agency's group, or all."""
        if self.group is not None:
            return self.group.rows
        if not self.leads:
            return self.rows
        types = self.of_year["agency_type"]
        same = self.of_year[(types == self.lead_type).fillna(False)]
        return same[ranking.has_value(same)]

    @property
    def lead_type(self) -> str | None:
        """The Thai name of the lead agency's type, None where it is not known."""
        own = self.of_year["agency_id"] == self.leads[0]
        found = self.of_year.loc[own, "agency_type"].iloc[0]
        return None if pd.isna(found) else str(found)

    @cached_property
    def spreads(self) -> pd.DataFrame:
        """The place of the lead agency among its group, or the group alone."""
        lead = self.leads[0] if self.leads else -1
        return ranking.spreads(self.spread, self.subjects, lead)


def offered(choice: Choice) -> Offered:
    """Return what the filters let through; the agency of the bar filters nothing."""
    wanted = astuple(replace(choice, agency_id=None))
    return _offered(wanted, loading.store().shown, loading.store().revision())


def agencies_picked(found: Offered, leads: tuple[int, ...]) -> Picked:
    """Return some agencies, all that are offered where none is picked."""
    store = loading.store()
    return _agencies_picked(found.wanted, leads, store.shown, store.revision())


def peers_of(found: Offered, lead: int, kind: str) -> PeerGroup | None:
    """Return the peers of one agency, the agency itself first among their rows."""
    store = loading.store()
    return _peers_of(found.wanted, lead, kind, store.shown, store.revision())


def compared(
    found: Offered, leads: tuple[int, ...], kind: str, subjects: tuple[int, ...]
) -> Compared:
    """Return what is compared: picked agencies, or one with its peers of a kind."""
    store = loading.store()
    wanted = (found.wanted, leads, kind, subjects)
    return _compared(*wanted, store.shown, store.revision())


@st.cache_resource(show_spinner=False, max_entries=MOST_KEPT)
def _offered(wanted: Wanted, shown: str, revision: int) -> Offered:
    choice = Choice(*wanted)  # type: ignore[arg-type]
    counted = analysis.counted(loading.assessments())
    of_year = counted[(counted["assessed_year"] == (choice.year or 0)).fillna(False)]
    found = analysis.chosen(counted, choice)
    rows = found[ranking.has_value(found)]
    known = loading.agency_labels()
    labels = tuple(str(one) for one in known[known.index.isin(rows["agency_id"])])
    return Offered(wanted, counted, of_year, found, rows, labels)


@st.cache_resource(show_spinner=False, max_entries=MOST_KEPT)
def _agencies_picked(
    wanted: Wanted, leads: tuple[int, ...], shown: str, revision: int
) -> Picked:
    found = _offered(wanted, shown, revision)
    rows = _rows_of(found.of_year, leads) if leads else found.rows
    if len(rows) != 1:
        return Picked(rows, leads, None)
    only = int(rows["agency_id"].iloc[0])
    group = _peers_of(wanted, only, peer_groups.SAME_TYPE, shown, revision)
    return Picked(rows, (only,), group)


@st.cache_resource(show_spinner=False, max_entries=MOST_KEPT)
def _peers_of(
    wanted: Wanted, lead: int, kind: str, shown: str, revision: int
) -> PeerGroup | None:
    found = _offered(wanted, shown, revision)
    year = Choice(*wanted).year or 0  # type: ignore[arg-type]
    return peer_groups.peer_group(found.of_year, lead, year, kind)


@st.cache_resource(show_spinner=False, max_entries=MOST_KEPT)
def _compared(
    wanted: Wanted,
    leads: tuple[int, ...],
    kind: str,
    subjects: tuple[int, ...],
    shown: str,
    revision: int,
) -> Compared:
    found = _offered(wanted, shown, revision)
    if kind:
        group = _peers_of(wanted, leads[0], kind, shown, revision)
        rows = group.rows if group else found.rows
    else:
        picked = _agencies_picked(wanted, leads, shown, revision)
        rows, leads, group = picked.rows, picked.leads, picked.group
    year = Choice(*wanted).year or 0  # type: ignore[arg-type]
    return Compared(year, found.counted, found.of_year, rows, leads, group, subjects)


def _rows_of(of_year: pd.DataFrame, agencies: tuple[int, ...]) -> pd.DataFrame:
    """Return the rows of some agencies in their order."""
    rows = of_year[of_year["agency_id"].isin(agencies)]
    order = {agency: at for at, agency in enumerate(agencies)}
    return rows.iloc[rows["agency_id"].map(order).argsort().to_numpy()]
