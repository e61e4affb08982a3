"""Weak indicators with a measure and without: a bar for each of the ten.

The numbers stand under the names: beside large ones a bar is too short for its own.
"""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from itadash import framework, palette
from itadash.charts.layout import begin, escaped, full_name, legend_line, numbered
from itadash.charts.rows import TALL_ROW, two_lines
from itadash.labels import text

OPEN_MARK: Final = palette.WEAK_MARK
ANSWERED_MARK: Final = "✓"


def weak_by_indicator(counts: pd.DataFrame, *, title: str) -> go.Figure:
    """Draw how many weak indicators are unanswered and answered, in their order.

    `counts` has `indicator`, `weak` and `without_measure`; one without a row has
    none that is weak.
    """
    numbers = [one.number for one in framework.indicators()]
    known = counts.set_index("indicator")[["weak", "without_measure"]]
    rows = known.reindex(numbers).fillna(0).astype(int)
    rows = rows.assign(answered=rows["weak"] - rows["without_measure"])
    figure = begin(title, plot_height=TALL_ROW * len(rows), alt_text=_alt(rows, title))
    solid = {"color": palette.WEAK}
    outlined = {
        "color": palette.WEAK_TINT.ground,
        "line": {"color": palette.WEAK, "width": (rows["answered"] > 0).astype(int)},
    }
    _add(figure, rows, "without_measure", solid)
    _add(figure, rows, "answered", outlined)
    _label_axes(figure, rows)
    legend_line(figure, text("charts.weak_legend"))
    return figure.update_layout(barmode="stack", bargap=0.38)


def _add(
    figure: go.Figure, rows: pd.DataFrame, column: str, marker: dict[str, Any]
) -> None:
    figure.add_trace(
        go.Bar(
            x=rows[column],
            y=rows.index,
            orientation="h",
            marker=marker,
            hovertext=[_hover(int(number), row) for number, row in _by_number(rows)],
            hoverinfo="text",
            name=column,
        )
    )


def _by_number(rows: pd.DataFrame) -> list[tuple[int, dict[Any, Any]]]:
    return list(zip(rows.index.tolist(), rows.to_dict("records"), strict=True))


def _hover(number: int, row: dict[Any, Any]) -> str:
    return text(
        "charts.hover_weak",
        name=escaped(full_name(number)),
        weak=f"{row['weak']:,}",
        without=f"{row['without_measure']:,}",
        answered=f"{row['answered']:,}",
    )


def _label_axes(figure: go.Figure, rows: pd.DataFrame) -> None:
    most = max(int(rows["weak"].max()), 1)
    figure.update_xaxes(
        range=[0, most * 1.02], visible=False, fixedrange=True, constrain="domain"
    )
    figure.update_yaxes(
        tickvals=rows.index,
        ticktext=[_label(int(number), row) for number, row in _by_number(rows)],
        range=[len(rows) + 0.5, 0.5],
        showgrid=False,
        zeroline=False,
        automargin=True,
        fixedrange=True,
        tickfont={"size": 12, "color": palette.INK},
    )


def _label(number: int, row: dict[Any, Any]) -> str:
    """Return the name, and under it what is weak, the open first."""
    marks = {OPEN_MARK: row["without_measure"], ANSWERED_MARK: row["answered"]}
    counted = " · ".join(f"{mark} {n:,}" for mark, n in marks.items() if n)
    name = numbered(number)
    return two_lines(name, counted) if counted else escaped(name)


def _alt(rows: pd.DataFrame, title: str) -> str:
    values = ", ".join(
        text(
            "charts.alt.weak_counts",
            name=full_name(number),
            without=row["without_measure"],
            answered=row["answered"],
        )
        for number, row in _by_number(rows)
    )
    return text("charts.alt.weak_bars", title=title, values=values)
