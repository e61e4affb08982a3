"""One frame as one sheet: heading, rows, widths, filter and print set-up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
import pandas as pd
import xlsxwriter
from pandas.api import types
from xlsxwriter.worksheet import Worksheet

from itadash import framework
from itadash.labels import text
from itadash.workbook.cells import clean, columns_of, sheet_name
from itadash.workbook.styles import Styles

Kind = Literal["text", "whole", "points", "date"]

MOST_ROWS: Final = 1_048_575  # of a sheet, its heading not counted
A4: Final = 9
_NARROWEST: Final = 9
_WIDEST: Final = 48
_LOOKED_AT: Final = 300  # rows that a column's width is judged by
_FILTER_BUTTON: Final = 3
_OLDEST_DATE: Final = pd.Timestamp(1900, 3, 1)  # Excel miscounts the days before


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its name in the frame, its heading, what it holds."""

    name: str
    title: str
    kind: Kind = "text"


@dataclass(frozen=True)
class Written:
    """A sheet with the number of rows under its heading."""

    sheet: Worksheet
    rows: int


def inferred(frame: pd.DataFrame, name: str, title: str) -> Column:
    """Return a column whose kind follows from its values' type."""
    values = frame[name]
    if types.is_bool_dtype(values):
        return Column(name, title)
    if types.is_integer_dtype(values):
        return Column(name, title, "whole")
    if types.is_float_dtype(values):
        return Column(name, title, "points")
    is_date = types.is_datetime64_any_dtype(values)
    return Column(name, title, "date" if is_date else "text")


def write_table(
    book: xlsxwriter.Workbook,
    styles: Styles,
    wanted_name: str,
    frame: pd.DataFrame,
    columns: Sequence[Column],
) -> list[Written]:
    """Write a frame; what one sheet can't hold goes on in further ones."""
    written = []
    for start in range(0, max(len(frame), 1), MOST_ROWS):
        part = frame.iloc[start : start + MOST_ROWS]
        name = sheet_name(wanted_name, list(book.sheetnames))
        sheet = book.add_worksheet(name)
        _write_heading(sheet, styles, columns, len(part))
        for at, column in enumerate(columns):
            _write_column(sheet, styles, at, column, part[column.name])
        if part.empty:
            sheet.write_string(1, 0, text("workbook.no_rows"), styles.text)
        written.append(Written(sheet, len(part)))
    return written


def set_up_page(sheet: Worksheet, name: str) -> None:
    """Print on A4 across, as wide as the paper, with page numbers."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.set_header(f"&L{name.replace('&', '&&')}")
    sheet.set_footer(f"&R{text('workbook.page')}")


def _write_heading(
    sheet: Worksheet, styles: Styles, columns: Sequence[Column], rows: int
) -> None:
    for at, column in enumerate(columns):
        sheet.write_string(0, at, clean(column.title), styles.heading)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    if columns:
        sheet.autofilter(0, 0, max(rows, 1), len(columns) - 1)
    set_up_page(sheet, sheet.get_name())


def _write_column(
    sheet: Worksheet, styles: Styles, at: int, column: Column, values: "pd.Series[Any]"
) -> None:
    if column.kind == "text":
        words = _words(values)
        _write_words(sheet, styles, at, words)
    elif column.kind == "date":
        words = []
        _write_dates(sheet, styles, at, values)
    else:
        words = []
        _write_numbers(sheet, styles, at, values, column.kind)
    sheet.set_column(at, at, _width(column, words))


def _words(values: "pd.Series[Any]") -> list[str]:
    """Return a column as texts; missing is the empty one, a flag a word."""
    if types.is_bool_dtype(values):
        yes, no = text("workbook.yes"), text("workbook.no")
        values = values.map({True: yes, False: no})
    known = values.astype("object").where(values.notna(), "")
    return [clean(str(value)) for value in known]


def _write_words(
    sheet: Worksheet, styles: Styles, at: int, words: Sequence[str]
) -> None:
    for row, value in enumerate(words, start=1):
        if value:
            look = styles.quoted if value[0] in "=+-@" else styles.text
            sheet.write_string(row, at, value, look)


def _write_numbers(
    sheet: Worksheet, styles: Styles, at: int, values: "pd.Series[Any]", kind: Kind
) -> None:
    numbers = values.to_numpy(dtype=float, na_value=np.nan)
    usual = styles.whole if kind == "whole" else styles.points
    lifted = set() if kind == "whole" else _lifted(numbers)
    for row in np.flatnonzero(np.isfinite(numbers)).tolist():
        look = styles.exact if row in lifted else usual
        sheet.write_number(row + 1, at, numbers[row], look)


def _lifted(numbers: "np.ndarray[Any, np.dtype[np.float64]]") -> set[int]:
    """Return the rows whose number two decimals would lift onto a bar."""
    with np.errstate(invalid="ignore"):
        rounded = np.round(numbers, 2)
        candidates = np.flatnonzero(rounded > numbers).tolist()
    return {
        row
        for row in candidates
        if framework.shown(float(numbers[row])) != f"{rounded[row]:.2f}"
    }


def _write_dates(
    sheet: Worksheet, styles: Styles, at: int, values: "pd.Series[Any]"
) -> None:
    for row, value in enumerate(values, start=1):
        if pd.isna(value):
            continue
        if value < _OLDEST_DATE:
            sheet.write_string(row, at, str(value.date()), styles.text)
        else:
            sheet.write_datetime(row, at, value.to_pydatetime(), styles.date)


def _width(column: Column, words: Sequence[str]) -> int:
    title = max((columns_of(word) for word in column.title.split()), default=0)
    longest = max(map(columns_of, words[:_LOOKED_AT]), default=0)
    if column.kind == "date":
        longest = len("30 ก.ย. 2568")
    wanted = max(title + _FILTER_BUTTON, longest + 1)
    return min(max(wanted, _NARROWEST), _WIDEST)
