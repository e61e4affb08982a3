"""Agency by indicator, the worst agency on top.

The name of an agency stands above its cells, not beside them: on a phone all the
width is for the ten values. Colours go in steps, each with an ink that is readable
on it: a continuous scale has a middle on which neither black nor white is.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from itadash import framework, palette
from itadash.analysis import MISSING, PASSING, WEAK
from itadash.charts.layout import (
    annotate,
    begin,
    escaped,
    full_name,
    legend_line,
    state_word,
)
from itadash.labels import text

MOST_AGENCIES: Final = 40
_ROW: Final = 48
_NAME: Final = 24  # of it, for the agency's name
# The largest at which a small ▼ and five digits fit a tenth of 340 px.
_CELL_SIZE: Final = 10
_MARK_SIZE: Final = 7


@dataclass(frozen=True)
class _Step:
    """Cells of one state whose distance to the target is below `until`."""

    name: str
    state: str
    since: float
    until: float
    tint: palette.Tint


_STEPS: Final = (
    _Step("weak_far", WEAK, 15, np.inf, palette.WEAK_DEEPEST_TINT),
    _Step("weak_off", WEAK, 5, 15, palette.WEAK_DEEPER_TINT),
    _Step("weak_near", WEAK, 0, 5, palette.WEAK_TINT),
    _Step("passing", PASSING, 0, 10, palette.PASSING_TINT),
    _Step("passing_far", PASSING, 10, np.inf, palette.PASSING_DEEP_TINT),
    _Step("missing", MISSING, 0, np.inf, palette.NO_DATA_TINT),
)


def score_heatmap(tall: pd.DataFrame, *, title: str, target: float) -> go.Figure:
    """Draw the agencies in the order of their rows, at most 40 of them.

    `tall` is what `worst_first` returns: ten rows an agency, of one year; of fewer
    indicators only those have a column.
    """
    order = tall["agency_id"].drop_duplicates().head(MOST_AGENCIES).tolist()
    rows = tall[tall["agency_id"].isin(order)]
    rows = rows.assign(y=rows["agency_id"].map({a: at for at, a in enumerate(order)}))
    numbers = _indicators(rows)
    figure = begin(
        title, plot_height=_ROW * max(len(order), 1), alt_text=_alt(rows, title, target)
    )
    for step in _STEPS:
        figure.add_trace(_cells(rows[_within(rows, step)], step, len(order), numbers))
    _name_agencies(figure, rows.drop_duplicates("y"))
    _label_axes(figure, len(order), numbers)
    legend_line(figure, text("charts.heat_legend", target=f"{target:g}"))
    return figure.update_layout(margin={"l": 2, "r": 2})


def _within(rows: pd.DataFrame, step: _Step) -> "pd.Series[bool]":
    distance = rows["gap"].abs().fillna(0.0)
    own = rows["state"].astype("object") == step.state
    return own & (distance >= step.since) & (distance < step.until)


def _indicators(rows: pd.DataFrame) -> list[int]:
    """Return the indicators of the rows, all ten where there are no rows."""
    known = sorted(int(number) for number in rows["indicator"].unique())
    return known or [one.number for one in framework.indicators()]


def _cells(
    rows: pd.DataFrame, step: _Step, agencies: int, numbers: list[int]
) -> go.Heatmap:
    shape = (agencies, len(numbers))
    scores, words, hovers = (np.full(shape, None, dtype=object) for _ in range(3))
    words[:] = hovers[:] = ""
    for row in rows.to_dict("records"):
        cell = row["y"], numbers.index(row["indicator"])
        scores[cell] = 0.0 if step.state == MISSING else row["score"]
        words[cell] = _cell_text(row["score"], step.state)
        hovers[cell] = _hover(row)
    return go.Heatmap(
        x=list(range(len(numbers))),
        y=list(range(agencies)),
        z=scores,
        text=words,
        texttemplate="%{text}",
        textfont={"color": step.tint.ink, "size": _CELL_SIZE},
        hovertext=hovers,
        hoverinfo="text",
        hoverongaps=False,
        colorscale=[[0, step.tint.ground], [1, step.tint.ground]],
        showscale=False,
        xgap=2,
        ygap=_NAME,
        name=step.name,
    )


def _cell_text(score: float, state: str) -> str:
    if state == MISSING:
        return "–"
    shown = framework.shown(score)
    if state == WEAK:
        mark = f"<span style='font-size:{_MARK_SIZE}px'>{palette.WEAK_MARK}</span>"
        return f"{mark}{shown}"
    return shown


def _hover(row: dict[Any, Any]) -> str:
    return text(
        "charts.hover_agency",
        agency=escaped(_agency(row["agency"])),
        name=escaped(full_name(row["indicator"])),
        score=framework.shown(row["score"]),
        state=state_word(row["state"]),
    )


def _agency(name: Any) -> str:  # noqa: ANN401
    return text("charts.unnamed") if pd.isna(name) else str(name)


def _name_agencies(figure: go.Figure, agencies: pd.DataFrame) -> None:
    names = [_agency_name(row) for row in agencies.to_dict("records")]
    annotate(figure, names)


def _agency_name(row: dict[Any, Any]) -> dict[str, Any]:
    total = framework.shown(row["points"])
    return {
        "text": text(
            "charts.heat_row", agency=escaped(_agency(row["agency"])), total=total
        ),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": row["y"] - 0.5,
        "yanchor": "middle",
        "yshift": -2,  # nearer to its own cells than to those above
        "showarrow": False,
        "font": {"size": 12, "color": palette.INK},
        "name": "agency",
    }


def _label_axes(figure: go.Figure, agencies: int, numbers: list[int]) -> None:
    above = 0.5 + _NAME / 2 / _ROW  # the first name reaches over the first row
    figure.update_yaxes(
        visible=False, range=[max(agencies, 1) - 0.5, -above], fixedrange=True
    )
    figure.update_xaxes(
        tickvals=list(range(len(numbers))),
        ticktext=[str(number) for number in numbers],
        side="top",
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        tickfont={"color": palette.QUIET_INK, "size": 12},
    )


def _alt(rows: pd.DataFrame, title: str, target: float) -> str:
    return text(
        "charts.alt.heatmap",
        title=title,
        agencies=rows["agency_id"].nunique(),
        target=f"{target:g}",
        weak=int((rows["state"] == WEAK).sum()),
        missing=int((rows["state"] == MISSING).sum()),
    )
