"""Charts and tables; each table has its own Excel button with the rows on screen."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from itadash import naming
from itadash.analysis import choosing
from itadash.analysis.display import shown_scores
from itadash.charts import alt, dressed
from itadash.labels import text
from itadash.ui import marks, paging
from itadash.ui.drawing import ready
from itadash.ui.handover import safely
from itadash.ui.keeping import Keeping

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CHART = {"displayModeBar": False, "responsive": True}
YEARS = {"assessed_year", "fiscal_year", "year", "goal_year"}
WIDE = {
    *("title", "before_title", "issue", "result", "message"),
    *("level_description", "source_name", "instrument_name"),
}
NARROW = {
    *("line", "no", "indicator", "level", "look", "table", "rows", "old", "new"),
    *("years", "instrument", "goal", "undone"),
}
# Pixels: the longest word with its mark, a long agency's name, a long title.
EXACT = {
    **{"severity": 100, "agency": 260, "has_progress": 150},
    **dict.fromkeys(("has_scores", "has_plan", "has_results"), 105),
}
COUNTS = {
    *("n", "weak", "without_measure", "measures", "agencies", "rank", "ties"),
    *("passed", "score_year"),
}
POINTS = {
    *("score", "target", "gap", "strength", "total", "points", "similarity"),
    *("before", "change", "national", "net", "now", "to", "raised", "total_then"),
    *("low", "first", "median", "third", "high"),
    *("score_before", "score_during", "score_after", "mean", "worth", "weight"),
    *("minimum_total", "goal_share", "passed_share"),
}


def chart(
    figure: go.Figure | Callable[[], go.Figure],
    *,
    key: str,
    view: Keeping | None = None,
    variant: object = None,
) -> None:
    """Draw a figure of ours with its description, in its own fonts and colours.

    One that is given as a call is built only where the view has none of this key
    and variant.
    """
    dark = st.context.theme.type == "dark"
    if isinstance(figure, go.Figure):
        on_screen = dressed(figure, dark=dark)
    else:
        build = figure

        def finished() -> go.Figure:
            return ready(dressed(build(), dark=dark))

        on_screen = view.kept(key, finished, dark, variant) if view else finished()
    st.plotly_chart(on_screen, key=key, theme=None, config=CHART, alt=alt(on_screen))


def table(
    frame: pd.DataFrame,
    columns: list[str],
    *,
    key: str,
    name: str,
    pick: str = "",
    widths: Mapping[str, int] = MappingProxyType({}),
) -> int | None:
    """Show columns of a frame and offer the same rows as an Excel file.

    Titles are the labels "column.<name>"; `name` is that of sheet and file
    ("table.<name>"). A frame without rows shows one sentence instead. With `pick`,
    the sentence that invites to it, a row can be chosen: its position is returned.
    Of many rows a part is shown, and the same part taken home. `widths` are pixels
    of columns that must be seen whole.
    """
    if frame.empty:
        st.caption(text("table.empty"))
        return None
    titles = {column: text(f"column.{column}") for column in columns}
    of = text(f"table.{name}")
    part = paging.part_of(len(frame), paging.MOST_ROWS, key=f"{key}_page", of=of)
    frame = naming.named_frame(frame.iloc[part.start : part.end])
    if pick:
        st.caption(pick)
    event = st.dataframe(
        _on_screen(frame[columns]),
        column_config=column_config(titles, widths),
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
    return part.start + picked[0] if picked and picked[0] < len(frame) else None


def column_config(
    titles: Mapping[str, str], widths: Mapping[str, int] = MappingProxyType({})
) -> dict[str, Any]:
    """Return titles, number formats and widths of columns."""
    return {
        column: _config(column, title, widths.get(column))
        for column, title in titles.items()
    }


def excel_button(
    frame: pd.DataFrame, titles: Mapping[str, str], *, key: str, name: str
) -> None:
    """Offer a table as a workbook that is built when it is clicked."""
    _hand_over(
        lambda: frame,
        titles,
        note="table.note",
        label=text("table.excel", n=f"{len(frame):,}"),
        key=key,
        name=name,
    )


def late_excel_button(
    load: Callable[[], pd.DataFrame],
    columns: list[str],
    *,
    label: str,
    key: str,
    name: str,
) -> None:
    """Offer more rows than are shown; they are read when the button is clicked."""
    titles = {column: text(f"column.{column}") for column in columns}

    _hand_over(load, titles, note="table.read_note", label=label, key=key, name=name)


def _hand_over(
    load: Callable[[], pd.DataFrame],
    titles: Mapping[str, str],
    *,
    note: str,
    label: str,
    key: str,
    name: str,
) -> None:
    """Offer rows as a workbook that is built when the button is clicked."""
    marked = marks.table_notes()

    def build() -> bytes:
        from itadash import workbook  # once somebody takes a table home

        rows = load().reset_index(drop=True)
        return workbook.table_bytes(
            rows,
            sheet_title=text(f"table.{name}"),
            column_titles=dict(titles),
            notes=[text(note, n=f"{len(rows):,}"), *marked],
        )

    st.download_button(
        label,
        safely(build, apology),
        file_name=f"itadash-{name}.xlsx",
        mime=EXCEL,
        key=key,
        on_click="ignore",
        icon=":material/download:",
    )


def apology(words: str) -> bytes:
    """Return a workbook that says why the one asked for is not there."""
    from itadash import workbook

    frame = pd.DataFrame({"words": [words]})
    title = text("export.failed_title")
    return workbook.table_bytes(
        frame, sheet_title=title, column_titles={"words": title}
    )


def _on_screen(frame: pd.DataFrame) -> pd.DataFrame:
    trimmed = choosing.without_unused_categories(frame)
    points = [c for c in trimmed.columns if c in POINTS or _is_indicator(c)]
    return trimmed.assign(**{name: shown_scores(trimmed[name]) for name in points})


def _config(column: str, title: str, width: int | None) -> Any:  # noqa: ANN401
    number = st.column_config.NumberColumn
    if column in POINTS or _is_indicator(column):
        return number(title, format="%.2f", width=width)
    # A third decimal tells a misprint from rounding.
    if column in ("computed_total", "adds"):
        return number(title, format="%.3f", width=width)
    if column in COUNTS or column in YEARS:
        return number(title, format="%d", width=width)
    return st.column_config.TextColumn(title, width=width or _width(column))


def _width(column: str) -> Literal["small", "medium", "large"] | int:
    if column in EXACT:
        return EXACT[column]
    if column in WIDE:
        return "large"
    return "small" if column in NARROW else "medium"


def _is_indicator(column: str) -> bool:
    return column.startswith("i") and column[1:].isdecimal()
