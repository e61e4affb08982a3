"""Words for what a view covers: years, place, number of agencies, source."""

from typing import Literal

import pandas as pd
import streamlit as st

from itadash import naming
from itadash.labels import language, text
from itadash.ui.source import plain
from itadash.ui.views import View

MOST_SOURCES = 3  # file names under a chart


def scope(view: View) -> str:
    """Say which year, place and type are shown, and n."""
    choice = view.choice
    year = choice.year if choice.year is not None else text("framework.no_score")
    parts = [
        text("scope.year", year=year),
        plain(_named(choice.province, "province")),
        plain(_named(choice.agency_type, "agency_type")),
        text("scope.n", n=f"{len(view.order):,}"),
    ]
    return " · ".join(parts)


def source_note(
    view: View, *, of: pd.DataFrame | None = None, beside_peers: bool = False
) -> str:
    """Name the files behind a chart, n, and what a score is not.

    `of` holds the agencies that are drawn where they are not all; `beside_peers`
    tells n of the peers too, whose medians the chart marks.
    """
    note: str = view.kept("source_note", lambda: _source_note(view, of), of is None)
    if not beside_peers or view.peers is None:
        return note
    of_peers = text("scope.peers", n=f"{view.peers['n'].max():,}")
    return f"{of_peers} · {note}"


def _source_note(view: View, of: pd.DataFrame | None) -> str:
    scored = view.own[view.own["has_scores"]]
    if of is not None:
        scored = scored[scored["agency_id"].isin(of["agency_id"])]
    return source_of(scored)


def source_of(rows: pd.DataFrame) -> str:
    """Name the files of assessments, their agencies, and what a score is not."""
    names = rows["source"].dropna().unique()
    more = len(names) - MOST_SOURCES
    listed = ", ".join(plain(str(name)) for name in names[:MOST_SOURCES])
    if more > 0:
        listed += text("scope.more", n=f"{more:,}")
    n = f"{rows['agency_id'].nunique():,}"
    return with_method(text("scope.source", source=listed, n=n))


def with_method(said: str) -> str:
    """Add the way to the page that tells how scores are made."""
    address = "method" if language() == "th" else f"method?lang={language()}"
    return f"{said} · {text('method.link', address=address)}"


def year_of_measures(view: View) -> str:
    """Return the fiscal year (B.E.) of the measures that answer the view's year."""
    years = view.measures["fiscal_year"].dropna().unique()
    if len(years) == 1:
        return str(int(years[0]))
    return str(view.choice.year + 1) if view.choice.year else text("framework.no_score")


def stop_if_nothing(view: View) -> None:
    """Where the filters let nothing through, say so and end the page."""
    if view.own.empty:
        st.info(text("state.nothing_found"), icon=":material/filter_alt_off:")
        st.stop()


def _named(chosen: str | None, subject: Literal["province", "agency_type"]) -> str:
    if chosen is not None:
        return naming.named(chosen, subject)
    every = {"province": "every_province", "agency_type": "every_type"}
    return text(f"scope.{every[subject]}")
