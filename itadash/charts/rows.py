"""What figures with one labelled row a thing share: axes, legend, subject names.

A label has two lines, a name and a value, so that no value can meet a mark in the
plot, however narrow the screen.
"""

from collections.abc import Sequence
from typing import Final

import plotly.graph_objects as go

from itadash import palette
from itadash.analysis.ranking import TOTAL
from itadash.charts.layout import escaped, full_name, numbered
from itadash.labels import text

TALL_ROW: Final = 44  # two lines of a label
_LEGEND_LINE: Final = 20
_TICKS: Final = 26  # pixels under the plot for the numbers of the axis


def short_subject(subject: int) -> str:
    """Return the number and short name of an indicator, or the word for the total."""
    return text("compare.total") if subject == TOTAL else numbered(subject)


def full_subject(subject: int) -> str:
    """Return the number and full name of an indicator, or the word for the total."""
    return text("compare.total") if subject == TOTAL else full_name(subject)


def two_lines(name: str, value: str) -> str:
    """Return a label of two lines; both are taken literally."""
    return f"{escaped(name)}<br><b>{escaped(value)}</b>"


def score_axis(figure: go.Figure, *, floor: float = 0.0) -> None:
    """Give a figure the axis of scores, from a floor to 100."""
    step = (100 - floor) / 4 if floor % 20 == 0 else 10
    figure.update_xaxes(
        range=[floor, 100],
        tickvals=[floor + step * at for at in range(int((100 - floor) / step) + 1)],
        tickformat="~g",
        showgrid=True,
        gridcolor=palette.RULE,
        zeroline=False,
        fixedrange=True,
        tickfont={"color": palette.QUIET_INK, "size": 12},
    )


def row_axis(figure: go.Figure, labels: Sequence[str]) -> None:
    """Label the rows 0, 1, … from the top."""
    figure.update_yaxes(
        tickvals=list(range(len(labels))),
        ticktext=list(labels),
        range=[max(len(labels), 1) - 0.5, -0.5],
        showgrid=False,
        zeroline=False,
        automargin=True,
        fixedrange=True,
        tickfont={"size": 12, "color": palette.INK},
    )


def row_rules(figure: go.Figure, rows: int) -> None:
    """Draw a thin line between rows whose marks stand at heights of their own."""
    for at in range(1, rows):
        figure.add_shape(
            type="line",
            xref="paper",
            x0=0,
            x1=1,
            y0=at - 0.5,
            y1=at - 0.5,
            line={"color": palette.RULE, "width": 1},
            layer="below",
            name="row",
        )


def legend_lines(figure: go.Figure, lines: Sequence[str]) -> None:
    """Write what the marks mean under the axis, one line each, and make room."""
    for at, words in enumerate(lines):
        figure.add_annotation(
            text=words,
            x=0,
            xref="paper",
            xanchor="left",
            y=0,
            yref="paper",
            yanchor="top",
            yshift=-_TICKS - at * _LEGEND_LINE,
            showarrow=False,
            align="left",
            font={"color": palette.QUIET_INK, "size": 12},
            name="legend",
        )
    room = _TICKS + len(lines) * _LEGEND_LINE + 8
    more = room - figure.layout.margin.b
    figure.update_layout(margin={"b": room}, height=figure.layout.height + more)


def floor_under(lowest: float) -> float:
    """Return where a score axis may begin: a multiple of 20 under all scores."""
    return max(0.0, min(60.0, (lowest - 5) // 20 * 20)) if lowest == lowest else 0.0
