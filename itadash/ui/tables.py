"""Charts and tables; each table has its own Excel button with the rows on screen."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from itadash import workbook
from itadash.analysis import choosing
from itadash.analysis.display import shown_scores
from itadash.charts import alt
from itadash.labels import text
from itadash.ui.handover import safely

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CHART = {"displayModeBar": False, "responsive": True}
WIDE = {"title", "issue", "result", "message"}
NARROW = {"line", "no", "indicator", "level", "look", "goal"}
SEVERITY_WIDTH = 100  # pixels: the longest word with its mark
COUNTS = {"n", "weak", "without_measure", "measures", "agencies"}
COUNTS |= {"rank", "ties", "score_year"}
POINTS = {"score", "target", "gap", "strength", "total", "points"}
POINTS |= {"before", "change", "national", "net", "now", "to", "raised", "total_then"}
POINTS |= {"low", "first", "median", "third", "high"}
POINTS |= {"score_before", "score_during", "score_after"}


def chart(figure: go.Figure, *, key: str) -> None:
    """Draw a figure of ours with its description, in its own fonts and colours."""
    st.plotly_chart(figure, key=key, theme=None, config=CHART, alt=alt(figure))


def table(
    frame: pd.DataFrame, columns: list[str], *, key: str, name: str, pick: str = ""
) -> int | None:
    """Show columns of a frame and offer the same rows as an Excel file.

    Titles are the labels "column.<name>"; `name` is that of sheet and file
    ("table.<name>"). A frame without rows shows one sentence instead. With `pick`,
    the sentence that invites to it, a row can be chosen: its position is returned.
    """
    if frame.empty:
        st.caption(text("table.empty"))
        return None
    titles = {column: text(f"column.{column}") for column in columns}
    if pick:
        st.caption(pick)
    event = st.dataframe(
        _on_screen(frame[columns]),
        column_config=column_config(titles),
        hide_index=True,
        key=key,
        placeholder=text("framework.no_score"),
        on_select="rerun" if pick else "ignore",
        selection_mode="single-row",
        alt=text(f"table.{name}"),
    )
    excel_button(frame, titles, key=f"{key}_excel", name=name)
    picked = event["selection"]["rows"] if isinstance(event, dict) else []
    # A row may still be chosen that another filter has taken away.
    return picked[0] if picked and picked[0] < len(frame) else None


def column_config(titles: Mapping[str, str]) -> dict[str, Any]:
    """Return titles, number formats and widths of columns."""
    return {column: _config(column, title) for column, title in titles.items()}


def excel_button(
    frame: pd.DataFrame, titles: Mapping[str, str], *, key: str, name: str
) -> None:
    """Offer a table as a workbook that is built when it is clicked."""
    build = partial(
        workbook.table_bytes,
        frame.reset_index(drop=True),
        sheet_title=text(f"table.{name}"),
        column_titles=dict(titles),
        notes=[text("table.note", n=f"{len(frame):,}")],
    )
    st.download_button(
        text("table.excel", n=f"{len(frame):,}"),
        safely(build, apology),
        file_name=f"itadash-{name}.xlsx",
        mime=EXCEL,
        key=key,
        on_click="ignore",
        icon=":material/download:",
    )


def apology(words: str) -> bytes:
    """Return a workbook that says why the one asked for is not there."""
    frame = pd.DataFrame({"words": [words]})
    title = text("export.failed_title")
    return workbook.table_bytes(
        frame, sheet_title=title, column_titles={"words": title}
    )


def _on_screen(frame: pd.DataFrame) -> pd.DataFrame:
    trimmed = choosing.without_unused_categories(frame)
    points = [c for c in trimmed.columns if c in POINTS or _is_indicator(c)]
    return trimmed.assign(**{name: shown_scores(trimmed[name]) for name in points})


def _config(column: str, title: str) -> Any:  # noqa: ANN401
    if column in POINTS or _is_indicator(column):
        return st.column_config.NumberColumn(title, format="%.2f")
    # A third decimal tells a misprint from rounding.
    if column in ("computed_total", "adds"):
        return st.column_config.NumberColumn(title, format="%.3f")
    if column in COUNTS or column in ("assessed_year", "fiscal_year"):
        return st.column_config.NumberColumn(title, format="%d")
    return st.column_config.TextColumn(title, width=_width(column))


def _width(column: str) -> Literal["small", "medium", "large"] | int:
    if column == "severity":
        return SEVERITY_WIDTH
    if column in WIDE:
        return "large"
    return "small" if column in NARROW else "medium"


def _is_indicator(column: str) -> bool:
    return column.startswith("i") and column[1:].isdecimal()
