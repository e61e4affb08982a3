"""A ranked bar an agency: many agencies, one subject, a page at a time."""

from collections.abc import Hashable, Sequence
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from itadash import framework, naming, palette
from itadash.charts.layout import (
    begin,
    draw_target,
    escaped,
    hatched,
    marked,
    spoken,
    state_word,
)
from itadash.charts.names import agency_name, short_agency
from itadash.charts.rows import row_axis, score_axis
from itadash.labels import text

_ROW: Final = 30
_LONG_ENOUGH: Final = 25.0  # a bar that its value fits into at 390 px

Row = dict[Hashable, Any]


def ranked_bars(
    ranked: pd.DataFrame, *, title: str, target: float, leads: Sequence[int] = ()
) -> go.Figure:
    """Draw the given rows of `ranking.ranked` from the top, as many as there are.

    The names of `leads` (agency_id) are bold; `rank` stands before a name, for it
    is the rank within the agency's type, not the row's number.
    """
    rows = ranked.reset_index(drop=True)
    records = rows.to_dict("records")
    figure = begin(
        title, plot_height=_ROW * max(len(rows), 1), alt_text=_alt(rows, title, target)
    )
    states = rows["state"].tolist()
    figure.add_trace(
        go.Bar(
            x=rows["score"],
            y=rows.index,
            orientation="h",
            width=0.7,
            marker=hatched(states),
            text=[marked(row["score"], row["state"]) for row in records],
            textposition=[
                "inside" if score >= _LONG_ENOUGH else "outside"
                for score in rows["score"]
            ],
            insidetextanchor="start",
            insidetextfont={"color": palette.PAPER, "size": 12},
            outsidetextfont={"color": palette.INK, "size": 12},
            textangle=0,
            constraintext="none",
            cliponaxis=False,
            hovertext=[_hover(row) for row in records],
            hoverinfo="text",
            name="ranked",
        )
    )
    draw_target(figure, target)
    score_axis(figure)
    row_axis(figure, [_label(row, leads) for row in records])
    return figure


def _label(row: Row, leads: Sequence[int]) -> str:
    name = escaped(short_agency(row["agency"]))
    if row["agency_id"] in leads:
        name = f"<b>{name}</b>"
    if pd.isna(row["rank"]):
        return name
    return text("charts.ranked_row", rank=f"{row['rank']:,}", agency=name)


def _hover(row: Row) -> str:
    known = pd.notna(row["rank"])
    key: str = "charts.hover_ranked" if known else "charts.hover_unranked"
    return text(
        key,
        agency=escaped(agency_name(row["agency"])),
        province=escaped(_province(row["province"])),
        score=framework.shown(row["score"]),
        state=state_word(row["state"]),
        rank=f"{row['rank']:,}" if known else "",
        n=f"{row['n']:,}" if known else "",
        type=escaped(_type(row["agency_type"])) if known else "",
    )


def _type(name: Any) -> str:  # noqa: ANN401
    return naming.named(str(name), "agency_type")


def _province(name: Any) -> str:  # noqa: ANN401
    return text("charts.no_data") if pd.isna(name) else naming.named(name, "province")


def _alt(rows: pd.DataFrame, title: str, target: float) -> str:
    values = ", ".join(
        spoken(agency_name(row["agency"]), row["score"], row["state"])
        for row in rows.to_dict("records")
    )
    return text("charts.alt.ranked", title=title, target=f"{target:g}", values=values)
