"""The fiscal year by unit: how many measures run in each month, October first.

A unit's name stands above its row, not beside it: on a phone all the width is for
the twelve months.
"""

from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from itadash import palette
from itadash.charts.layout import annotate, begin, escaped
from itadash.labels import text

MONTHS: Final = (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)
MOST_UNITS: Final = 12
_ROW: Final = 44
_NAME: Final = 22  # of it, for the unit's name
# A month without measures, with some, and with half as many as the fullest or more.
_STEPS: Final = (
    (palette.PAPER, palette.QUIET_INK),
    (palette.NO_DATA, palette.INK),
    (palette.QUIET_INK, palette.PAPER),
)


def unit_calendar(months: pd.DataFrame, *, title: str) -> go.Figure:
    """Draw the first units of a frame with unit, month (1 to 12) and measures.

    Rows are those of `plans.calendar`; a missing unit is named as such. A month
    without any measure is empty.
    """
    units = months["unit"].drop_duplicates().tolist()[:MOST_UNITS]
    names = [text("charts.no_unit") if pd.isna(unit) else str(unit) for unit in units]
    counts = np.array([_counts(months, unit) for unit in units]).reshape(-1, 12)
    figure = begin(
        title,
        plot_height=_ROW * max(len(units), 1),
        alt_text=_alt(names, counts, title),
    )
    fullest = max(counts.max(initial=0), 1)
    step = np.where(counts == 0, 0, np.where(counts * 2 < fullest, 1, 2))
    for at, (ground, ink) in enumerate(_STEPS):
        figure.add_trace(_cells(counts, step == at, ground, ink, names))
    _name_units(figure, names)
    _label_axes(figure, len(units))
    return figure.update_layout(margin={"l": 2, "r": 2})


def _counts(months: pd.DataFrame, unit: object) -> list[int]:
    is_own = months["unit"].isna() if pd.isna(unit) else months["unit"] == unit  # type: ignore[call-overload]
    own = dict(zip(months["month"][is_own], months["measures"][is_own], strict=True))
    return [int(own.get(month, 0)) for month in MONTHS]


def _cells(
    counts: "np.ndarray[tuple[int, int], np.dtype[np.int64]]",
    which: "np.ndarray[tuple[int, int], np.dtype[np.bool_]]",
    ground: str,
    ink: str,
    names: list[str],
) -> go.Heatmap:
    words = np.where(which & (counts > 0), np.char.mod("%d", counts), "")
    hovers = [
        [_hover(name, month, count) for month, count in zip(MONTHS, row, strict=True)]
        for name, row in zip(names, counts, strict=True)
    ]
    return go.Heatmap(
        x=list(range(12)),
        y=list(range(len(names))),
        z=np.where(which, 0.0, np.nan),
        text=words,
        texttemplate="%{text}",
        textfont={"color": ink, "size": 12},
        hovertext=hovers,
        hoverinfo="text",
        hoverongaps=False,
        colorscale=[[0, ground], [1, ground]],
        showscale=False,
        xgap=2,
        ygap=_NAME,
    )


def _hover(name: str, month: int, count: int) -> str:
    return text(
        "charts.hover_month",
        unit=escaped(name),
        month=text(f"charts.month.m{month}"),
        n=f"{count:,}",
    )


def _name_units(figure: go.Figure, names: list[str]) -> None:
    named = [_unit_name(at, name) for at, name in enumerate(names)]
    annotate(figure, named)


def _unit_name(at: int, name: str) -> dict[str, Any]:
    return {
        "text": escaped(name),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": at - 0.5,
        "yanchor": "middle",
        "yshift": -3,  # nearer to its own cells than to those above
        "showarrow": False,
        "font": {"size": 12, "color": palette.INK},
        "name": "unit",
    }


def _label_axes(figure: go.Figure, units: int) -> None:
    above = 0.5 + _NAME / 2 / _ROW
    figure.update_yaxes(
        visible=False, range=[max(units, 1) - 0.5, -above], fixedrange=True
    )
    figure.update_xaxes(
        tickvals=list(range(12)),
        ticktext=[text(f"charts.month.m{month}") for month in MONTHS],
        tickangle=0,
        side="top",
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        tickfont={"color": palette.QUIET_INK, "size": 10},
    )


def _alt(
    names: list[str],
    counts: "np.ndarray[tuple[int, int], np.dtype[np.int64]]",
    title: str,
) -> str:
    values = ", ".join(
        text("charts.alt.unit_months", unit=name, n=int((row > 0).sum()))
        for name, row in zip(names, counts, strict=True)
    )
    return text("charts.alt.calendar", title=title, values=values)
