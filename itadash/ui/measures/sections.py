"""When the measures run, by unit, and what they leave out."""

import plotly.graph_objects as go
import streamlit as st

from itadash import charts
from itadash.labels import text
from itadash.ui import tables
from itadash.ui.measures.asked import Asked
from itadash.ui.tiles import Tile, tiles
from itadash.ui.words import with_method


def measure_completeness(asked: Asked) -> None:
    """Draw a tile for each part that a measure should print: n of N."""
    tiles([_part(*counted) for counted in asked.printed])


def _part(part: str, n: int, of: int) -> Tile:
    share = text("measures.share", share=f"{n / max(of, 1) * 100:.0f}")
    if n == of:
        share = text("tile.complete")
    value = text("tile.n_of", n=f"{n:,}", of=f"{of:,}")
    return Tile(text(f"measures.has_{part}"), value, share)


def measure_calendar(asked: Asked, *, key: str) -> None:
    """Draw the months of the fiscal year by unit; say what has no place in them."""
    year = asked.wanted.fiscal_year
    if year is None:
        st.info(text("measures.calendar_one_year"), icon=":material/calendar_month:")
        return
    if asked.months.empty:
        st.info(text("measures.calendar_empty", n=f"{asked.total:,}", year=year))
        return
    tables.chart(lambda: _calendar(asked), key=key, view=asked)
    shown = min(asked.running_units, charts.calendar.MOST_UNITS)
    units, undated = f"{asked.running_units:,}", ""
    if without := asked.total - asked.dated:
        undated = text("measures.calendar_undated", n=f"{without:,}")
    note = {"shown": shown, "units": units, "undated": undated}
    st.caption(with_method(text("measures.calendar_note", **note)))


def _calendar(asked: Asked) -> go.Figure:
    counts = {"n": f"{asked.dated:,}", "of": f"{asked.total:,}"}
    title = text("measures.calendar", **counts, year=asked.wanted.fiscal_year)
    return charts.unit_calendar(asked.months, title=title)
