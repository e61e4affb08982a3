"""The native charts of the summary; they draw its cells, so they follow the target."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd
from xlsxwriter.utility import quote_sheetname, xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from itadash import framework, naming, palette
from itadash.labels import text
from itadash.workbook.desk import Desk
from itadash.workbook.styles import FONT
from itadash.workbook.summary_words import LiveWords

ROW_PIXELS: Final = 34
FIRST_INDICATOR: Final = 11
FIRST_LEVEL: Final = FIRST_INDICATOR + 12
LAST_PRINTED: Final = FIRST_LEVEL + 13
HELPERS: Final = 18  # the first column of what only the charts look at

ROWS_OF_CHART: Final = 12
_RIGHT: Final = 8  # the column where the charts begin
_WIDE, _HIGH = 600, 390
_WORDS: Final = {"name": FONT["font_name"], "size": 12, "color": palette.INK}
_TITLE: Final = {**_WORDS, "size": 16, "bold": True}


def named_level(name: Any) -> str:  # noqa: ANN401
    """Return the name of a level; the word for none where it is missing."""
    if pd.isna(name):
        return text("workbook.summary.no_level")
    return naming.named(str(name), "level")


def add_charts(
    desk: Desk,
    sheet: Worksheet,
    indicators: pd.DataFrame,
    levels: pd.DataFrame,
    words: Mapping[str, LiveWords],
    target: float,
) -> None:
    """Add means against the target, the number of weak agencies, and levels.

    The values are given too, for programs that draw what they find in the file.
    """
    of = _Ranges(sheet.get_name(), FIRST_INDICATOR, len(indicators))
    names = [
        f"{one.number}. {naming.short_indicator(one.number)}"
        for one in framework.indicators()
    ]
    means = _means(desk, of, names, indicators["mean"], words, target)
    weak = _bars(
        *(desk, words["weak"], of, names),
        *(("F", indicators["weak"]), palette.WEAK),
    )
    of = _Ranges(sheet.get_name(), FIRST_LEVEL, len(levels))
    known = [named_level(name) for name in levels["level"]]
    bars = _bars(
        *(desk, words["levels"], of, known),
        *(("B", levels["n"]), palette.TARGET),
    )
    for at, (key, chart) in enumerate(
        {"means": means, "weak": weak, "levels": bars}.items()
    ):
        alt = {"description": words[key].words}
        sheet.insert_chart(
            at * ROWS_OF_CHART, _RIGHT, chart, {**alt, "object_position": 2}
        )


class _Ranges:
    """The cells of some rows of the summary, as charts name them."""

    def __init__(self, sheet: str, first: int, rows: int) -> None:
        self._sheet = quote_sheetname(sheet)
        self._lines = first + 1, first + rows

    def column(self, letter: str) -> str:
        first, last = self._lines
        return f"={self._sheet}!${letter}${first}:${letter}${last}"


def _means(
    desk: Desk,
    of: _Ranges,
    names: list[str],
    means: "pd.Series[Any]",
    words: Mapping[str, LiveWords],
    target: float,
) -> Any:  # noqa: ANN401
    chart = desk.book.add_chart({"type": "column"})
    for key, letter, colour, kept in (
        ("reached", xl_col_to_name(HELPERS), palette.PASSING, means >= target),
        ("below", xl_col_to_name(HELPERS + 1), palette.WEAK, means < target),
    ):
        # At the foot, where the line of the target never crosses them.
        shown = {"value": True, "num_format": "0.00", "position": "inside_base"}
        shown["font"] = {**_WORDS, "size": 11, "color": palette.PAPER}
        data = [mean if keep else "" for mean, keep in zip(means, kept, strict=True)]
        series = _series(text(f"workbook.summary.{key}"), of, names, (letter, data))
        fill = {"fill": {"color": colour}, "gap": 60, "overlap": 100}
        chart.add_series({**series, **fill, "data_labels": shown})
    line = desk.book.add_chart({"type": "line"})
    dashes = {"color": palette.TARGET, "width": 2.25, "dash_type": "dash"}
    name = words["target"]
    series = _series(name.cell, of, names, ("G", [target] * len(names)))
    line.add_series({**series, "name_data": [name.words], "line": dashes})
    chart.combine(line)
    _dress(chart, words["means"], {"min": 0, "max": 100, "num_format": "0"})
    chart.set_legend({"position": "bottom", "font": _WORDS})
    return chart


def _bars(
    desk: Desk,
    title: LiveWords,
    of: _Ranges,
    names: list[str],
    cells: tuple[str, Any],
    colour: str,
) -> Any:  # noqa: ANN401
    chart = desk.book.add_chart({"type": "column"})
    shown = {"value": True, "font": {**_WORDS, "size": 11}}
    letter, values = cells
    series = _series(title.cell, of, names, (letter, [int(one) for one in values]))
    look = {"fill": {"color": colour}, "gap": 60, "data_labels": shown}
    chart.add_series({**series, "name_data": [title.words], **look})
    _dress(chart, title, {"min": 0, "num_format": "#,##0"})
    chart.set_legend({"none": True})
    return chart


def _series(
    name: str, of: _Ranges, names: list[str], cells: tuple[str, list[Any]]
) -> dict[str, Any]:
    letter, values = cells
    return {
        "name": name,
        "categories": of.column("A"),
        "categories_data": names,
        "values": of.column(letter),
        "values_data": values,
    }


def _dress(chart: Any, title: LiveWords, axis: dict[str, Any]) -> None:  # noqa: ANN401
    named = {"name": title.cell, "data": [title.words]}
    chart.set_title({**named, "name_font": _TITLE, "overlay": False})
    rule = {"visible": True, "line": {"color": palette.RULE}}
    chart.set_y_axis({**axis, "num_font": _WORDS, "major_gridlines": rule})
    chart.set_x_axis({"num_font": _WORDS})
    chart.set_size({"width": _WIDE, "height": _HIGH})
