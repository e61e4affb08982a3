"""One small panel an indicator: its scores over the years against the target."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from itadash import framework, naming, palette
from itadash.analysis import MISSING, WEAK
from itadash.charts.layout import (
    begin,
    colour,
    escaped,
    full_name,
    legend_line,
    spoken,
    state_word,
)
from itadash.labels import text

_COLUMNS: Final = 2
_ROW: Final = 118
_GAP: Final = 0.09  # between two columns, as a share of the width
_PANEL: Final = 0.62  # of a row's height; the rest is for its name and years


def year_lines(tall: pd.DataFrame, *, title: str, target: float) -> go.Figure:
    """Draw ten panels from one agency's rows of all years.

    Only years with a score are on the axis; a year in between without one leaves
    a gap in the line. Of one year there are marks and no line.
    """
    scored = tall[tall["state"].astype("object") != MISSING]
    years = sorted(int(year) for year in scored["assessed_year"].dropna().unique())
    ten = framework.indicators()
    height = -(-len(ten) // _COLUMNS) * _ROW
    figure = begin(
        title, plot_height=height, alt_text=_alt(scored, years, title, target)
    )
    for at, one in enumerate(ten):
        rows = tall[(tall["indicator"] == one.number) & tall["assessed_year"].notna()]
        _draw_panel(figure, at, one, rows.sort_values("assessed_year"))
        _draw_axes(figure, at, years, (_floor(scored), target))
    legend_line(figure, text("charts.year_legend", target=f"{target:g}"))
    return figure.update_layout(
        margin={"t": figure.layout.margin.t - 26}, height=figure.layout.height - 26
    )


def _draw_panel(
    figure: go.Figure, at: int, one: framework.Indicator, rows: pd.DataFrame
) -> None:
    states = rows["state"].tolist()
    figure.add_trace(
        go.Scatter(
            x=rows["assessed_year"].astype("int64").tolist(),
            y=rows["score"],
            mode="lines+markers",
            line={"color": palette.PEERS, "width": 2},
            marker={
                "color": [colour(state) for state in states],
                "symbol": ["triangle-down" if s == WEAK else "circle" for s in states],
                "size": 9,
            },
            hovertext=[_hover(row) for row in rows.to_dict("records")],
            hoverinfo="text",
            connectgaps=False,
            cliponaxis=False,
            name=naming.indicator(one.number),
            **_axes_of(at),
        )
    )
    known = rows[rows["score"].notna()]
    left, top = _corner(at)
    figure.add_annotation(
        text=text(
            "charts.year_panel",
            number=one.number,
            name=escaped(naming.short_indicator(one.number)),
            score=framework.shown(known["score"].iloc[-1] if len(known) else None),
        ),
        x=left,
        y=top,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
        font={"size": 12, "color": palette.INK},
    )


def _draw_axes(
    figure: go.Figure, at: int, years: list[int], marks: tuple[float, float]
) -> None:
    """Give a panel its axes; `marks` are the lowest score drawn and the target."""
    floor, target = marks
    left, top = _corner(at)
    axes = _axes_of(at)
    width = (1 - _GAP * (_COLUMNS - 1)) / _COLUMNS
    suffix = axes["xaxis"][1:]
    ends = [years[0] - 0.4, years[-1] + 0.4] if years else [0, 1]
    figure.layout[f"xaxis{suffix}"] = {
        "domain": [left, min(left + width, 1)],
        "anchor": axes["yaxis"],
        "range": ends,
        "tickvals": _few(years),
        "ticktext": [str(year) for year in _few(years)],
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "tickfont": {"size": 11, "color": palette.QUIET_INK},
    }
    rows = -(-len(framework.indicators()) // _COLUMNS)
    figure.layout[f"yaxis{suffix}"] = {
        "domain": [max(top - _PANEL / rows, 0), top],
        "anchor": axes["xaxis"],
        "range": [floor - (100 - floor) * 0.06, 100 + (100 - floor) * 0.08],
        "tickvals": [floor, target, 100],
        "ticktext": [
            f"{floor:g}",
            f"<span style='color:{palette.TARGET}'>{target:g}</span>",
            "100",
        ],
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
        "tickfont": {"size": 11, "color": palette.QUIET_INK},
    }
    figure.add_shape(
        type="line",
        x0=0,
        x1=1,
        xref=f"{axes['xaxis']} domain",
        y0=target,
        y1=target,
        yref=axes["yaxis"],
        line={"color": palette.TARGET, "width": 1.5, "dash": "dash"},
        layer="below",
        name="target",
    )


def _axes_of(at: int) -> dict[str, str]:
    suffix = "" if at == 0 else str(at + 1)
    return {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}


def _corner(at: int) -> tuple[float, float]:
    """Return the left and the top of a panel's plot, in shares of the figure."""
    rows = -(-len(framework.indicators()) // _COLUMNS)
    column, row = at % _COLUMNS, at // _COLUMNS
    width = (1 - _GAP * (_COLUMNS - 1)) / _COLUMNS
    return column * (width + _GAP), 1 - (row + 0.18) / rows


def _floor(scored: pd.DataFrame) -> float:
    """Return the ten below the lowest score, at most 50, the same in all panels."""
    lowest = scored["score"].min()
    return 50.0 if pd.isna(lowest) else float(min(50.0, lowest // 10 * 10))


def _few(years: list[int]) -> list[int]:
    """Return the first, the last and, of many, one in the middle."""
    if len(years) < 3:
        return years
    return [years[0], years[len(years) // 2], years[-1]] if len(years) > 4 else years


def _hover(row: dict[Any, Any]) -> str:
    return text(
        "charts.hover_year",
        name=escaped(full_name(row["indicator"])),
        year=row["assessed_year"],
        score=framework.shown(row["score"]),
        state=state_word(row["state"]),
    )


def _alt(scored: pd.DataFrame, years: list[int], title: str, target: float) -> str:
    if not years:
        return text("charts.no_data")
    newest = scored[scored["assessed_year"] == years[-1]].sort_values("indicator")
    key = "year_range" if len(years) > 1 else "one_year"
    values = ", ".join(
        spoken(naming.indicator(row["indicator"]), row["score"], row["state"])
        for row in newest.to_dict("records")
    )
    return text(
        "charts.alt.years",
        title=title,
        years=text(f"charts.alt.{key}", first=years[0], last=years[-1]),
        target=f"{target:g}",
        values=values,
    )
