"""The parts of the page of weak indicators: counts, chart, and the way onward."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from itadash import charts, naming
from itadash.analysis.judged import open_counts
from itadash.labels import text
from itadash.ui import loading, source, tables
from itadash.ui.source import plain
from itadash.ui.tiles import Tile, tiles
from itadash.ui.views import View

MOST_NAMES: Final = 3  # of indicators that lie level


def weak_tiles(view: View) -> None:
    """Draw four tiles: what is weak, answered, not answered, and not needed."""
    one_each = view.judged
    n, open_ones = len(one_each), int((~one_each["has_measure"]).sum())
    unknown = int((~one_each["has_report"]).sum())
    agencies = one_each["agency_id"].nunique()
    of, share = f"{n:,}", _share(open_ones, n)
    row = [
        Tile(text("weak.tile.all"), of, text("weak.tile.agencies", n=f"{agencies:,}")),
        Tile(
            f"✓ {text('weak.tile.answered')}",
            text("tile.n_of", n=f"{n - open_ones:,}", of=of),
            _share(n - open_ones, n),
        ),
        Tile(
            f"▼ {text('weak.tile.open')}",
            text("tile.n_of", n=f"{open_ones:,}", of=of),
            text("weak.tile.unknown", n=f"{unknown:,}") if unknown else share,
            "red" if open_ones else "green",
        ),
    ]
    if not view.is_wide:  # of many agencies not every measure is read
        idle = f"{len(view.idle):,}"
        row.append(Tile(text("weak.tile.idle"), idle, text("weak.tile.idle_sense")))
    tiles(row)


def _share(n: int, of: int) -> str:
    if not of:
        return text("card.none_weak")
    return text("measures.share", share=f"{n / of * 100:.0f}")


def weak_chart(view: View, *, key: str) -> None:
    """Draw the ten indicators with what is weak in them, answered or not."""

    def figure() -> go.Figure:
        counts = open_counts(view.judged, ["indicator"])
        return charts.weak_by_indicator(counts, title=_finding(counts))

    tables.chart(figure, key=key, view=view)


def _finding(counts: pd.DataFrame) -> str:
    """Say which indicator has most that nobody answers."""
    if counts.empty:
        return text("card.none_weak")
    worst = counts.iloc[0]
    if not worst["without_measure"]:
        return text("weak.finding_answered", n=f"{counts['weak'].sum():,}")
    n = f"{worst['without_measure']:,}"
    tied = counts[counts["without_measure"] == worst["without_measure"]]
    if len(tied) > 1:
        return text("weak.finding_tied", names=_names(tied["indicator"]), n=n)
    name = naming.short_indicator(int(worst["indicator"]))
    return text("weak.finding", name=name, n=n, weak=f"{worst['weak']:,}")


def _names(indicators: "pd.Series[Any]") -> str:
    """Name the first of the indicators and say how many more there are."""
    names = [naming.short_indicator(int(number)) for number in indicators]
    more = len(names) - MOST_NAMES
    listed = ", ".join(names[:MOST_NAMES])
    return text("tile.and_more", name=listed, n=more) if more > 0 else listed


def printed_score(row: "pd.Series[Any]", *, key: str) -> None:
    """Show where a weak score is printed, and lead to its agency."""
    scores = loading.scores((int(row["agency_id"]),), int(row["assessed_year"]))
    own = scores["document_id"] == row["document_id"]
    printed = scores[own & (scores["indicator"] == row["indicator"])]
    if not printed.empty:
        source.around_row(printed.iloc[0])
    to_agency(int(row["agency_id"]), key=key)


def to_agency(agency_id: int, *, key: str) -> None:
    """Offer the page of an agency; the other filters stay as they are."""
    name = loading.agency_labels()[agency_id]
    st.button(
        text("weak.open_agency", name=plain(naming.agency_label(name))),
        key=key,
        on_click=_open,
        args=(name,),
        icon=":material/arrow_forward:",
    )


def _open(label: str) -> None:
    """Choose the agency and go: drawn again first, the button would be gone."""
    st.session_state["agency"] = label
    st.switch_page("pages/agency.py")
