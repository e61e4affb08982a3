"""Where one agency stands in its group: a strip a subject, with the quartiles.

The line runs from the lowest to the highest of the group, the box holds its middle
half, the stroke is the median, the mark is the agency.
"""

from collections.abc import Hashable
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from itadash import framework, palette
from itadash.analysis import MISSING, WEAK
from itadash.charts.layout import begin, colour, draw_target, escaped, marked, spoken
from itadash.charts.rows import (
    TALL_ROW,
    floor_under,
    full_subject,
    legend_lines,
    row_axis,
    score_axis,
    short_subject,
    two_lines,
)
from itadash.labels import text

_BOX: Final = 0.42  # of a row

Row = dict[Hashable, Any]


def place_strips(
    spreads: pd.DataFrame, *, title: str, target: float, agency: str | None
) -> go.Figure:
    """Draw the rows of `ranking.spreads` from the top; `agency` is its short name.

    Where fewer than four values are known there is no box, only the mark. Without
    an agency the strips show the group alone, with its median in words.
    """
    rows = spreads.reset_index(drop=True)
    figure = begin(
        title,
        plot_height=TALL_ROW * max(len(rows), 1),
        alt_text=_alt(rows, title, target),
    )
    figure.add_trace(_whole(rows))
    figure.add_trace(_middle(rows))
    figure.add_trace(_medians(rows))
    figure.add_trace(_own(rows))
    draw_target(figure, target)
    score_axis(figure, floor=floor_under(rows[["low", "score"]].min().min()))
    label = _median_label if agency is None else _label
    row_axis(figure, [label(row) for row in rows.to_dict("records")])
    legend_lines(figure, _legend(agency))
    return figure


def _whole(rows: pd.DataFrame) -> go.Scatter:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for at, row in enumerate(rows.to_dict("records")):
        if pd.notna(row["low"]):
            xs += [row["low"], row["high"], None]
            ys += [at, at, None]
    return go.Scatter(
        x=xs,
        y=ys,
        mode="lines",
        line={"color": palette.PEERS, "width": 2},
        hoverinfo="skip",
        name="range",
    )


def _middle(rows: pd.DataFrame) -> go.Bar:
    return go.Bar(
        base=rows["first"],
        x=rows["third"] - rows["first"],
        y=rows.index,
        orientation="h",
        width=_BOX,
        marker={
            "color": palette.NO_DATA,
            "line": {"color": palette.PEERS, "width": 1},
        },
        hovertext=[_hover(row) for row in rows.to_dict("records")],
        hoverinfo="text",
        name="middle",
    )


def _medians(rows: pd.DataFrame) -> go.Scatter:
    return go.Scatter(
        x=rows["median"],
        y=rows.index,
        mode="markers",
        marker={
            "symbol": "line-ns",
            "size": 18,
            "line": {"width": 3, "color": palette.QUIET_INK},
        },
        hoverinfo="skip",
        name="median",
    )


def _own(rows: pd.DataFrame) -> go.Scatter:
    states = rows["state"].tolist()
    return go.Scatter(
        x=rows["score"],
        y=rows.index,
        mode="markers",
        marker={
            "size": 14,
            "symbol": ["triangle-down" if one == WEAK else "circle" for one in states],
            "color": [colour(one) for one in states],
            "line": {"width": 1, "color": palette.PAPER},
        },
        hovertext=[_hover(row) for row in rows.to_dict("records")],
        hoverinfo="text",
        cliponaxis=False,
        name="own",
    )


def _label(row: Row) -> str:
    value = marked(row["score"], row["state"])
    return two_lines(short_subject(row["indicator"]), value)


def _median_label(row: Row) -> str:
    value = text("charts.median_value", median=framework.shown(row["median"]))
    return two_lines(short_subject(row["indicator"]), value)


def _legend(agency: str | None) -> list[str]:
    if agency is None:
        return [text("charts.strip_legend")]
    marks = f"{palette.PASSING_MARK} {palette.WEAK_MARK}"
    lead = text("charts.lead", marks=marks, agency=escaped(agency))
    return [lead, text("charts.strip_legend")]


def _hover(row: Row) -> str:
    return text(
        "charts.hover_strip",
        name=escaped(full_subject(row["indicator"])),
        score=framework.shown(row["score"]),
        n=f"{row['n']:,}",
        low=framework.shown(row["low"]),
        first=framework.shown(row["first"]),
        median=framework.shown(row["median"]),
        third=framework.shown(row["third"]),
        high=framework.shown(row["high"]),
    )


def _alt(rows: pd.DataFrame, title: str, target: float) -> str:
    values = ", ".join(
        text(
            "charts.alt.strip_value",
            value=spoken(full_subject(row["indicator"]), row["score"], row["state"]),
            median=framework.shown(row["median"]),
        )
        for row in rows[rows["state"].astype("object") != MISSING].to_dict("records")
    )
    return text("charts.alt.strips", title=title, target=f"{target:g}", values=values)
