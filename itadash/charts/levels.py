"""How many agencies have each level of the year."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from itadash import naming, palette
from itadash.analysis import MISSING, WEAK
from itadash.charts.layout import begin, escaped, hatched
from itadash.labels import text

_ROW: Final = 36
_ROOM_FOR_COUNT: Final = 1.45  # the longest bar leaves room for "8,325 (100%)"


def level_distribution(levels: pd.DataFrame, *, title: str) -> go.Figure:
    """Draw one bar a level, the best on top, from `level_counts`.

    Levels below the target carry the mark of what is weak. The row of agencies
    without a level is drawn, hatched, only when there are any.
    """
    rows = levels[(levels["state"] != MISSING) | (levels["n"] > 0)]
    states = rows["state"].tolist()
    names = [_name(row) for row in rows.to_dict("records")]
    figure = begin(title, plot_height=_ROW * len(rows), alt_text=_alt(rows, title))
    figure.add_trace(
        go.Bar(
            x=rows["n"],
            y=list(range(len(rows))),
            orientation="h",
            width=0.62,
            marker=hatched(states),
            text=[_count(row) for row in rows.to_dict("records")],
            textposition="outside",
            textfont={"color": palette.INK, "size": 12},
            textangle=0,
            constraintext="none",
            cliponaxis=False,
            hovertext=[_hover(row) for row in rows.to_dict("records")],
            hoverinfo="text",
            name="levels",
        )
    )
    longest = max(1, *rows["n"]) if len(rows) else 1
    figure.update_xaxes(visible=False, range=[0, longest * _ROOM_FOR_COUNT])
    figure.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=names,
        range=[len(rows) - 0.5, -0.5],
        showgrid=False,
        automargin=True,
        fixedrange=True,
    )
    return figure.update_layout(margin={"t": figure.layout.margin.t - 24, "b": 8})


def _name(row: dict[Any, Any]) -> str:
    if row["state"] == MISSING:
        return text("charts.no_data")
    mark = palette.WEAK_MARK if row["state"] == WEAK else palette.PASSING_MARK
    return f"{escaped(_level(row))} {mark}"


def _level(row: dict[Any, Any]) -> str:
    return naming.named(row["level"], "level")


def _count(row: dict[Any, Any]) -> str:
    share = f"{row['share']:.1f}"
    return text("charts.level_bar", count=f"{row['n']:,}", share=share)


def _hover(row: dict[Any, Any]) -> str:
    if row["state"] == MISSING:
        return text("charts.no_data")
    return text(
        "charts.hover_level",
        level=escaped(_level(row)),
        description=escaped(naming.named(row["description"], "level_description")),
        count=f"{row['n']:,}",
    )


def _alt(rows: pd.DataFrame, title: str) -> str:
    values = ", ".join(
        text(
            "charts.alt.level_value",
            level=text("charts.no_data") if row["state"] == MISSING else _level(row),
            count=f"{row['n']:,}",
        )
        for row in rows.to_dict("records")
    )
    return text("charts.alt.levels", title=title, values=values)
