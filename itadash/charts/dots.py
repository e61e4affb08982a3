"""Two to six agencies by indicator: the lead agency stands out, the others are shapes.

The lead is filled, larger and has its state's colour and mark; the others are grey
outlines, told apart by shape. Each agency has a height of its own within a row, so
that equal scores do not hide each other.
"""

import math
from collections.abc import Hashable
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from itadash import framework, palette
from itadash.analysis import MISSING, WEAK
from itadash.charts.choice import MOST_DOTS
from itadash.charts.layout import begin, colour, draw_target, escaped, marked, spoken
from itadash.charts.names import agency_name, short_agency
from itadash.charts.rows import (
    TALL_ROW,
    floor_under,
    full_subject,
    legend_lines,
    row_axis,
    row_rules,
    score_axis,
    short_subject,
    two_lines,
)
from itadash.labels import text

# The marker of Plotly and the sign that stands for it in the legend.
_SHAPES: Final = (
    ("square-open", "□"),
    ("diamond-open", "◇"),
    ("triangle-up-open", "△"),
    ("x-thin-open", "✕"),
    ("circle-open", "○"),
)
_SPREAD: Final = 0.13  # of a row, between two agencies

Row = dict[Hashable, Any]


def dot_plot(tall: pd.DataFrame, *, title: str, target: float) -> go.Figure:
    """Draw the agencies in the order of their rows, at most six, the first as lead.

    `tall` has `agency_id`, `agency`, `indicator`, `score` and `state`, of one year.
    """
    order = tall["agency_id"].drop_duplicates().head(MOST_DOTS).tolist()
    rows = tall[tall["agency_id"].isin(order)]
    subjects = rows["indicator"].drop_duplicates().sort_values().tolist()
    places = {subject: at for at, subject in enumerate(subjects)}
    rows = rows.assign(y=rows["indicator"].map(places))
    figure = begin(
        title,
        plot_height=TALL_ROW * max(len(subjects), 1),
        alt_text=_alt(rows, title, target),
    )
    names: list[str] = []
    for at, agency in reversed(list(enumerate(order))):  # the lead is drawn on top
        own = rows[rows["agency_id"] == agency]
        figure.add_trace(_marks(own, at, len(order)))
        names.insert(0, _legend(own, at))
    draw_target(figure, target)
    score_axis(figure, floor=floor_under(rows["score"].min()))
    row_axis(figure, _labels(rows, order, subjects))
    row_rules(figure, len(subjects))
    legend_lines(figure, names)
    return figure


def _marks(own: pd.DataFrame, at: int, agencies: int) -> go.Scatter:
    known = own[own["state"].astype("object") != MISSING]
    lift = (at - (agencies - 1) / 2) * _SPREAD
    return go.Scatter(
        x=known["score"],
        y=known["y"] + lift,
        mode="markers",
        marker=_lead(known["state"].tolist()) if at == 0 else _other(at),
        hovertext=[_hover(row) for row in known.to_dict("records")],
        hoverinfo="text",
        cliponaxis=False,
        name=agency_name(own["agency"].iloc[0]),
    )


def _lead(states: list[str]) -> dict[str, Any]:
    return {
        "size": 15,
        "symbol": ["triangle-down" if one == WEAK else "circle" for one in states],
        "color": [colour(one) for one in states],
        "line": {"width": 1, "color": palette.PAPER},
    }


def _other(at: int) -> dict[str, Any]:
    ink = palette.QUIET_INK
    return {
        "size": 10,
        "symbol": _SHAPES[at - 1][0],
        "color": ink,
        "line": {"width": 2, "color": ink},
    }


def _legend(own: pd.DataFrame, at: int) -> str:
    name = escaped(short_agency(own["agency"].iloc[0], 40))
    if at == 0:
        marks = f"{palette.PASSING_MARK} {palette.WEAK_MARK}"
        return text("charts.lead", marks=marks, agency=name)
    return text("charts.other", mark=_SHAPES[at - 1][1], agency=name)


def _labels(rows: pd.DataFrame, order: list[int], subjects: list[int]) -> list[str]:
    """Name each row, with the score of the lead agency under the name."""
    lead = rows[rows["agency_id"] == order[0]] if order else rows
    known = {row["indicator"]: row for row in lead.to_dict("records")}
    labels = []
    for subject in subjects:
        row = known.get(subject, {"score": math.nan, "state": MISSING})
        value = marked(row["score"], row["state"])
        labels.append(two_lines(short_subject(subject), value))
    return labels


def _hover(row: Row) -> str:
    return text(
        "charts.hover_dot",
        agency=escaped(agency_name(row["agency"])),
        name=escaped(full_subject(row["indicator"])),
        score=framework.shown(row["score"]),
    )


def _alt(rows: pd.DataFrame, title: str, target: float) -> str:
    lead = rows[rows["agency_id"] == rows["agency_id"].iloc[0]] if len(rows) else rows
    values = ", ".join(
        spoken(full_subject(row["indicator"]), row["score"], row["state"])
        for row in lead.to_dict("records")
    )
    return text(
        "charts.alt.dots",
        title=title,
        agencies=", ".join(
            agency_name(one) for one in rows["agency"].drop_duplicates()
        ),
        target=f"{target:g}",
        values=values,
    )
