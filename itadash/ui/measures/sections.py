"""When the measures run, by unit, and what they leave out."""

import streamlit as st

from itadash import charts
from itadash.analysis import plans
from itadash.labels import text
from itadash.ui import tables
from itadash.ui.measures.asked import Asked
from itadash.ui.tiles import Tile, tiles


def measure_completeness(asked: Asked) -> None:
    """Draw a tile for each part that a measure should print: n of N."""
    rows = plans.completeness(asked.groups).to_dict("records")
    tiles([_part(str(row["part"]), int(row["n"]), int(row["of"])) for row in rows])


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
    months, dated = plans.calendar(asked.groups, year), plans.dated(asked.groups, year)
    if months.empty:
        st.info(text("measures.calendar_empty", n=f"{asked.total:,}", year=year))
        return
    counts = {"n": f"{dated:,}", "of": f"{asked.total:,}", "year": year}
    figure = charts.unit_calendar(months, title=text("measures.calendar", **counts))
    tables.chart(figure, key=key)
    units = months["unit"].nunique(dropna=False)
    shown = min(units, charts.calendar.MOST_UNITS)
    without = f"{asked.total - dated:,}"
    note = text("measures.calendar_note", shown=shown, units=f"{units:,}", n=without)
    st.caption(note)
