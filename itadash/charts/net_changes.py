"""How totals moved over the years, beside the move of the whole country.

Neither colour of the target is used: a fall is no weakness and a rise no pass.
"""

from collections.abc import Hashable
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from itadash import palette
from itadash.analysis.comparing import change_sentence
from itadash.charts.layout import begin, escaped
from itadash.charts.names import agency_name, short_agency
from itadash.charts.rows import TALL_ROW, legend_lines, row_axis, two_lines
from itadash.labels import text

_LEAST: Final = 1.0  # points; smaller changes than this keep a scale

Row = dict[Hashable, Any]


def net_changes(changes: pd.DataFrame, *, title: str) -> go.Figure:
    """Draw the rows of `changes.changes` that have a change, from the top.

    A filled circle is the agency's change, a stroke the country's, where known;
    the line between them is the net change.
    """
    rows = changes[changes["change"].notna()].reset_index(drop=True)
    records = rows.to_dict("records")
    figure = begin(
        title, plot_height=TALL_ROW * max(len(rows), 1), alt_text=_alt(records, title)
    )
    figure.add_trace(_nets(records))
    figure.add_trace(_country(rows))
    figure.add_trace(_own(rows))
    _change_axis(figure, rows)
    row_axis(figure, [_label(row) for row in records])
    legend_lines(figure, [text("charts.change_legend")])
    return figure.update_layout(
        margin={"t": figure.layout.margin.t - 24}, height=figure.layout.height - 24
    )


def _nets(records: list[Row]) -> go.Scatter:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for at, row in enumerate(records):
        if pd.notna(row["net"]):
            xs += [row["national"], row["change"], None]
            ys += [at, at, None]
    line = {"color": palette.PEERS, "width": 2}
    return go.Scatter(x=xs, y=ys, mode="lines", line=line, hoverinfo="skip", name="net")


def _country(rows: pd.DataFrame) -> go.Scatter:
    return go.Scatter(
        x=rows["national"],
        y=rows.index,
        mode="markers",
        marker={
            "symbol": "line-ns",
            "size": 18,
            "line": {"width": 3, "color": palette.PEERS},
        },
        hoverinfo="skip",
        name="country",
    )


def _own(rows: pd.DataFrame) -> go.Scatter:
    return go.Scatter(
        x=rows["change"],
        y=rows.index,
        mode="markers",
        marker={"size": 13, "symbol": "circle", "color": palette.INK},
        hovertext=[_hover(row) for row in rows.to_dict("records")],
        hoverinfo="text",
        cliponaxis=False,
        name="own",
    )


def _change_axis(figure: go.Figure, rows: pd.DataFrame) -> None:
    widest = rows[["change", "national"]].abs().max().max() if len(rows) else _LEAST
    reach = max(widest, _LEAST) * 1.12
    figure.update_xaxes(
        range=[-reach, reach],
        nticks=5,
        tickformat="+~g",
        showgrid=False,
        zeroline=True,
        zerolinecolor=palette.QUIET_INK,
        zerolinewidth=1,
        fixedrange=True,
        tickfont={"color": palette.QUIET_INK, "size": 12},
    )


def _label(row: Row) -> str:
    name = text(
        "charts.change_row",
        agency=short_agency(row["agency"], 15),
        year=row["assessed_year"],
    )
    key: str = "change_value" if pd.isna(row["net"]) else "change_value_net"
    value = text(
        f"charts.{key}", change=_signed(row["change"]), net=_signed(row["net"])
    )
    return two_lines(name, value)


def _signed(points: float) -> str:
    return f"{points:+z.2f}"


def _hover(row: Row) -> str:
    return text(
        "charts.hover_change",
        agency=escaped(agency_name(row["agency"])),
        year=row["assessed_year"],
        sentence=escaped(change_sentence(row["change"], row["net"])),
    )


def _alt(records: list[Row], title: str) -> str:
    values = ", ".join(
        text(
            "charts.alt.change_value",
            agency=agency_name(row["agency"]),
            year=row["assessed_year"],
            sentence=change_sentence(row["change"], row["net"]),
        )
        for row in records
    )
    return text("charts.alt.changes", title=title, values=values)
