"""The summary of one year: counts and means by formula, and charts that follow.

All formulas look at the sheets of scores and at the target cell, so that another
target changes counts, colours and charts. Each carries its value, for programs
that do not calculate. Years are never mixed: the summary is of one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from itadash import analysis, framework, naming
from itadash.labels import text
from itadash.workbook.content import WorkbookInput
from itadash.workbook.desk import Desk
from itadash.workbook.live import BELOW, KNOWN, REACHED, LiveScores
from itadash.workbook.sheets import set_up_page
from itadash.workbook.styles import TARGET_NAME
from itadash.workbook.summary_charts import (
    FIRST_INDICATOR,
    FIRST_LEVEL,
    HELPERS,
    LAST_PRINTED,
    ROW_PIXELS,
    add_charts,
    named_level,
)
from itadash.workbook.summary_words import counted, write_words

_FIRST_TILE: Final = 2
_WIDTHS: Final = (32, 13, 14, 12, 20, 13, 11, 3)
_HIGH_ROWS: Final = (0, FIRST_INDICATOR - 1, FIRST_LEVEL - 1)
_TABLE: Final = ("indicator", "instrument", "n", "mean", "share", "weak", "target")
_NO_NUMBER: Final = "#N/A"  # a chart draws nothing there


@dataclass(frozen=True)
class Values:
    """What the formulas of the summary give, computed here."""

    own: pd.DataFrame  # the rows of the year that count
    indicators: pd.DataFrame  # ten rows: n, mean, weak
    levels: pd.DataFrame
    unanswered: int
    target: float

    @property
    def has_scores(self) -> bool:
        """Tell whether a row of the year has a score or a total."""
        return bool(self.indicators["n"].sum() or len(self.points))

    @property
    def points(self) -> "pd.Series[float]":
        """Return the totals that are known."""
        return self.own["points"].dropna()


def computed(content: WorkbookInput) -> Values:
    """Compute the summary; rows that do not count are left out as in the formulas."""
    rows = content.assessments
    own = rows[(rows["assessed_year"] == content.year).fillna(False) & rows["counts"]]
    scores = own[[f"i{one.number}" for one in framework.indicators()]]
    indicators = pd.DataFrame(
        {
            "n": scores.notna().sum(),
            "mean": scores.mean(),
            "weak": (scores < content.target).sum(),
        }
    ).reset_index(drop=True)
    answered = content.answered
    lacking = answered[
        answered["document_id"].isin(own["document_id"])
        & ~answered["has_measure"]
        & answered["has_report"]
    ]
    return Values(
        own,
        indicators,
        analysis.level_counts(own, content.year),
        len(lacking.drop_duplicates(["agency_id", "indicator"])),
        content.target,
    )


def write_summary(
    desk: Desk, sheet: Worksheet, content: WorkbookInput, scores: LiveScores
) -> None:
    """Fill the sheet of the summary; `scores` says where the scores stand."""
    values = computed(content)
    for row in range(LAST_PRINTED + 1):
        sheet.set_row_pixels(row, ROW_PIXELS * (2 if row in _HIGH_ROWS else 1))
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    year = content.year or text("workbook.no_rows")
    title = text("workbook.summary.title", year=year)
    sheet.write_string(0, 0, title, desk.styles.title)
    if not values.has_scores:
        words = text("workbook.summary.no_scores")
        sheet.write_string(1, 0, words, desk.styles.label)
    _write_tiles(desk, sheet, values, scores)
    _write_indicators(desk, sheet, values, scores)
    _write_levels(desk, sheet, values)
    _draw(desk, sheet, values)
    sheet.hide_gridlines(2)
    set_up_page(sheet)
    sheet.fit_to_pages(1, 1)
    sheet.print_area(0, 0, LAST_PRINTED, HELPERS - 1)


def _draw(desk: Desk, sheet: Worksheet, values: Values) -> None:
    """Draw the charts under titles that say what they show; none without scores."""
    if not values.has_scores:
        return
    levels = int(values.levels["n"].sum())
    counts = counted(values.indicators, values.target, FIRST_INDICATOR + 1, levels)
    at = (LAST_PRINTED + 2, HELPERS)  # rows are written from the top down
    said = write_words(sheet, desk.styles.for_charts, at, counts)
    add_charts(desk, sheet, values.indicators, values.levels, said, values.target)


def _write_tiles(
    desk: Desk, sheet: Worksheet, values: Values, scores: LiveScores
) -> None:
    """Write the figures of the year, one a row: its name, then its formula."""
    tiles = _tiles(desk, values, scores)
    for row, (key, formula, value, look) in enumerate(tiles, _FIRST_TILE):
        sheet.write_string(row, 0, text(f"workbook.summary.{key}"), desk.styles.label)
        sheet.write_formula(row, 1, f"={formula}", look, value)
    row = _FIRST_TILE + len(tiles)
    label = text("workbook.summary.unanswered")
    sheet.write_string(row, 0, label, desk.styles.label)
    if values.indicators["n"].sum():
        sheet.write_number(row, 1, values.unanswered, desk.styles.number)
    else:
        words = text("workbook.summary.no_level")
        sheet.write_string(row, 1, words, desk.styles.number)


def _tiles(
    desk: Desk, values: Values, scores: LiveScores
) -> list[tuple[str, str, Any, Format]]:
    points, styles = values.points, desk.styles
    n, passed = len(points), int((points >= values.target).sum())
    known, reached = f"B{_FIRST_TILE + 2}", f"B{_FIRST_TILE + 4}"
    missing = text("workbook.summary.no_level")
    mean = f'IF({known}=0,"{missing}",({scores.total("points")})/{known})'
    first = FIRST_INDICATOR + 1
    last = first + len(values.indicators) - 1
    weak = f'IF(SUM(C{first}:C{last})=0,"{missing}",SUM(F{first}:F{last}))'
    found = values.indicators[["n", "weak"]].sum()
    reached_of = f'IF({known}=0,"{missing}",{scores.count("points", REACHED)})'
    return [
        ("target", TARGET_NAME, values.target, styles.mean),
        ("n", scores.count("points", KNOWN), n, styles.number),
        ("mean", mean, points.mean() if n else missing, styles.mean),
        ("passed", reached_of, passed if n else missing, styles.number),
        (
            "share",
            f'IF({known}=0,"{missing}",{reached}/{known})',
            passed / n if n else missing,
            styles.share,
        ),
        ("weak", weak, int(found["weak"]) if found["n"] else missing, styles.number),
    ]


def _write_indicators(
    desk: Desk, sheet: Worksheet, values: Values, scores: LiveScores
) -> None:
    _write_heads(desk, sheet, FIRST_INDICATOR - 1, _TABLE)
    for key, at in (("reached", HELPERS), ("below", HELPERS + 1)):
        words = text(f"workbook.summary.{key}")
        sheet.write_string(FIRST_INDICATOR - 1, at, words, desk.styles.for_charts)
    numbered = zip(
        framework.indicators(), values.indicators.itertuples(index=False), strict=True
    )
    for row, (one, found) in enumerate(numbered, FIRST_INDICATOR):
        name = f"{one.number}. {naming.short_indicator(one.number)}"
        sheet.write_string(row, 0, name, desk.styles.text)
        sheet.write_string(row, 1, one.instrument, desk.styles.text)
        cells = _indicator_cells(row + 1, f"i{one.number}", scores)
        results = _indicator_values(found, values.target)
        for (at, formula, look), value in zip(cells, results, strict=True):
            style = getattr(desk.styles, look)
            sheet.write_formula(row, at, f"={formula}", style, value)
    last = FIRST_INDICATOR + len(values.indicators) - 1
    desk.styles.mark_states(sheet, (FIRST_INDICATOR, 3, last, 3))


def _indicator_cells(
    line: int, name: str, scores: LiveScores
) -> list[tuple[int, str, str]]:
    """Return column, formula and style of each cell; `line` counts from 1."""
    n, mean, weak = f"C{line}", f"D{line}", f"F{line}"
    is_known = f"ISNUMBER({mean})"
    return [
        (2, scores.count(name, KNOWN), "whole"),
        (3, f'IF({n}=0,"",({scores.total(name)})/{n})', "points"),
        (4, f'IF({n}=0,"",{weak}/{n})', "share"),
        (5, f'IF({n}=0,"",{scores.count(name, BELOW)})', "whole"),
        (6, TARGET_NAME, "points"),
        (HELPERS, f"IF(AND({is_known},{mean}>={TARGET_NAME}),{mean},NA())", _QUIET),
        (HELPERS + 1, f"IF(AND({is_known},{mean}<{TARGET_NAME}),{mean},NA())", _QUIET),
    ]


def _indicator_values(found: Any, target: float) -> list[Any]:  # noqa: ANN401
    if not found.n:
        return [0, "", "", "", target, _NO_NUMBER, _NO_NUMBER]
    passes = found.mean >= target
    return [
        int(found.n),
        found.mean,
        found.weak / found.n,
        int(found.weak),
        target,
        found.mean if passes else _NO_NUMBER,
        _NO_NUMBER if passes else found.mean,
    ]


_QUIET: Final = "for_charts"


def _write_levels(desk: Desk, sheet: Worksheet, values: Values) -> None:
    """Write how many have each level; levels do not hang on the target."""
    _write_heads(desk, sheet, FIRST_LEVEL - 1, ("level", "n_level"))
    levels = values.levels
    names = levels["level"].astype("object").where(levels["level"].notna(), None)
    for row, (name, n) in enumerate(zip(names, levels["n"], strict=True), FIRST_LEVEL):
        words = named_level(name)
        sheet.write_string(row, 0, words, desk.styles.text)
        sheet.write_number(row, 1, int(n), desk.styles.number)


def _write_heads(desk: Desk, sheet: Worksheet, row: int, keys: Sequence[str]) -> None:
    for at, key in enumerate(keys):
        words = text(f"workbook.summary.head_{key}")
        sheet.write_string(row, at, words, desk.styles.heading)
