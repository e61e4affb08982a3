"""Ten horizontal bars against the target: one agency's, or means of many."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from itadash import framework, naming, palette
from itadash.analysis import MISSING
from itadash.charts.layout import (
    begin,
    draw_target,
    escaped,
    full_name,
    hatched,
    marked,
    numbered,
    spoken,
    state_word,
)
from itadash.labels import text

_ROW: Final = 32
# A value of about 48 px needs this much of a bar on the narrowest screen.
_LONG_ENOUGH: Final = 25.0


def indicator_bars(
    bars: pd.DataFrame,
    *,
    title: str,
    target: float,
    peers: pd.DataFrame | None = None,
) -> go.Figure:
    """Draw ten bars in the order of the framework, the first on top.

    `bars` has `indicator`, `score` and `state` (rows of `tall_scores` of one
    agency and year, or `indicator_means`), `peers` those of `peer_medians`. An
    indicator without a row or a score stands hatched.
    """
    rows = _in_order(bars)
    figure = begin(
        title, plot_height=_ROW * len(rows), alt_text=_alt(rows, title, target)
    )
    figure.add_trace(_bars(rows))
    _draw_rules(figure)
    draw_target(figure, target)
    if peers is not None:
        _draw_peers(figure, peers)
    figure.update_xaxes(
        range=[0, 100],
        tickvals=[0, 25, 50, 75, 100],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        tickfont={"color": palette.QUIET_INK, "size": 12},
    )
    numbers = rows["indicator"].tolist()
    figure.update_yaxes(
        tickvals=numbers,
        ticktext=[escaped(numbered(number)) for number in numbers],
        range=[len(numbers) + 0.5, 0.5],
        showgrid=False,
        zeroline=False,
        automargin=True,
        fixedrange=True,
    )
    return figure


def _in_order(bars: pd.DataFrame) -> pd.DataFrame:
    numbers = [one.number for one in framework.indicators()]
    rows = bars.set_index("indicator").reindex(numbers).rename_axis("indicator")
    state = rows["state"].astype("object").fillna(MISSING)
    return rows.assign(state=state).reset_index()


def _bars(rows: pd.DataFrame) -> go.Bar:
    states = rows["state"].tolist()
    length = rows["score"].where(rows["state"] != MISSING, 100.0)
    inside = (length >= _LONG_ENOUGH) & (rows["state"] != MISSING)
    inks = [palette.INK if state == MISSING else palette.PAPER for state in states]
    return go.Bar(
        x=length,
        y=rows["indicator"],
        orientation="h",
        width=0.62,
        marker=hatched(states),
        text=[marked(*pair) for pair in zip(rows["score"], states, strict=True)],
        textposition=[
            "inside" if fits or state == MISSING else "outside"
            for fits, state in zip(inside, states, strict=True)
        ],
        insidetextanchor="start",
        insidetextfont={"color": inks, "size": 12},
        outsidetextfont={"color": palette.INK, "size": 12},
        textangle=0,
        constraintext="none",
        cliponaxis=False,
        hovertext=[_hover(row) for row in rows.to_dict("records")],
        hoverinfo="text",
        name="scores",
    )


def _hover(row: dict[Any, Any]) -> str:
    average = pd.notna(row.get("n"))
    return text(
        "charts.hover_known" if average else "charts.hover_score",
        name=escaped(full_name(row["indicator"])),
        score=framework.shown(row["score"]),
        state=state_word(row["state"]),
        n=f"{row['n']:,.0f}" if average else "",
    )


def _draw_rules(figure: go.Figure) -> None:
    """Draw a thin line between the indicators of two instruments."""
    ten = framework.indicators()
    for above, below in zip(ten, ten[1:], strict=False):
        if above.instrument != below.instrument:
            figure.add_shape(
                type="line",
                xref="paper",
                x0=0,
                x1=1,
                y0=above.number + 0.5,
                y1=above.number + 0.5,
                line={"color": palette.NO_DATA, "width": 1},
                layer="below",
                name="instrument",
            )


def _draw_peers(figure: go.Figure, peers: pd.DataFrame) -> None:
    hovers = [
        text("charts.hover_peers", score=framework.shown(row["median"]), n=row["n"])
        for row in peers.to_dict("records")
    ]
    figure.add_trace(
        go.Scatter(
            x=peers["median"],
            y=peers["indicator"],
            mode="markers",
            marker={
                "symbol": "line-ns",
                "size": 18,
                "line": {"width": 3, "color": palette.PEERS},
            },
            name=text("charts.peers"),
            showlegend=True,
            hovertext=hovers,
            hoverinfo="text",
            cliponaxis=False,
        )
    )
    figure.update_traces(showlegend=False, selector={"type": "bar"})
    figure.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 0, "yref": "container"},
        height=figure.layout.height + 26,
        margin={"b": figure.layout.margin.b + 26},
    )


def _alt(rows: pd.DataFrame, title: str, target: float) -> str:
    values = ", ".join(
        spoken(naming.indicator(row["indicator"]), row["score"], row["state"])
        for row in rows.to_dict("records")
    )
    return text("charts.alt.bars", title=title, target=f"{target:g}", values=values)
