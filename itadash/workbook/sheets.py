"""One frame as one sheet: heading, rows, widths, filter and print set-up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from inspect import unwrap
from math import ceil
from types import MethodType
from typing import Any, Final

import pandas as pd
from pandas.api import types
from xlsxwriter.worksheet import Worksheet

from itadash.labels import text
from itadash.workbook.blocks import Block, Kind, block_of
from itadash.workbook.cells import clean, columns_of, lines_of
from itadash.workbook.desk import Desk, LongText
from itadash.workbook.styles import LINE

MOST_ROWS: Final = 1_048_575  # of a sheet, its heading not counted
A4: Final = 9
_ROWS_AT_ONCE: Final = 2_000
_NARROWEST: Final = 9
_WIDEST: Final = 52
_WIDEST_NUMBER: Final = 10  # a longer heading stands in several lines
_LOOKED_AT: Final = 300  # rows that a column's width is judged by
_MOST_LINES: Final = 17  # Excel has no row higher than 409 points
_FILTER_BUTTON: Final = 3
_PAPER: Final = 190  # columns of an A4 page across that can still be read

Writer = Callable[[int, int, Any, Any], object]


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its name in the frame, its heading, what it holds.

    Where there is a `formula`, "{row}" in it is the row; the frame holds its value.
    """

    name: str
    title: str
    kind: Kind = "text"
    formula: str = ""


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
    desk: Desk, wanted_name: str, frame: pd.DataFrame, columns: Sequence[Column]
) -> list[Written]:
    """Write a frame; what one sheet can't hold goes on in further ones."""
    written = []
    for start in range(0, max(len(frame), 1), MOST_ROWS):
        part = frame.iloc[start : start + MOST_ROWS]
        sheet = desk.new_sheet(wanted_name)
        sheet.set_default_row(LINE)
        _write_rows(desk, sheet, columns, part)
        if columns:
            sheet.autofilter(0, 0, max(len(part), 1), len(columns) - 1)
        if part.empty:
            sheet.write_string(1, 0, text("workbook.no_rows"), desk.styles.text)
        written.append(Written(sheet, len(part)))
    return written


def set_up_page(sheet: Worksheet, *, pages_across: int = 1) -> None:
    """Print on A4 across with page numbers, the first column on every page."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(pages_across, 0)
    if pages_across > 1:
        sheet.repeat_columns(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.set_header(f"&L{sheet.get_name().replace('&', '&&')}")
    sheet.set_footer(f"&R{text('workbook.page')}")


def _write_heading(
    desk: Desk, sheet: Worksheet, columns: Sequence[Column], widths: Sequence[int]
) -> None:
    titles = [clean(column.title) for column in columns]
    lines = (lines_of(*pair) for pair in zip(titles, widths, strict=True))
    sheet.set_row(0, LINE * max(lines, default=1))
    for at, (title, width) in enumerate(zip(titles, widths, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, title, desk.styles.heading)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    set_up_page(sheet, pages_across=max(1, ceil(sum(widths) / _PAPER)))


def _write_rows(
    desk: Desk, sheet: Worksheet, columns: Sequence[Column], part: pd.DataFrame
) -> None:
    """Write from the top down: a row that is done leaves the memory."""
    widths: list[int] = []
    for start in range(0, max(len(part), 1), _ROWS_AT_ONCE):
        rows = part.iloc[start : start + _ROWS_AT_ONCE]
        blocks = [_block(desk, column, rows[column.name]) for column in columns]
        if start == 0:
            widths = [_width(*pair) for pair in zip(columns, blocks, strict=True)]
            _write_heading(desk, sheet, columns, widths)
        lines = _lines(columns, blocks, widths)
        lanes = [
            (_writer(sheet, column), at, block.values, block.looks)
            for at, (column, block) in enumerate(zip(columns, blocks, strict=True))
        ]
        for line in range(len(rows)):
            if line in lines:
                sheet.set_row(start + line + 1, LINE * min(lines[line], _MOST_LINES))
            for write, at, values, looks in lanes:
                if (value := values[line]) is not None:
                    write(start + line + 1, at, value, looks[line])
        desk.long_texts += _long_texts(sheet, columns, blocks, start)
        desk.tell(len(rows))


def _lines(
    columns: Sequence[Column], blocks: Sequence[Block], widths: Sequence[int]
) -> dict[int, int]:
    """Return the rows that take more than one line, with their number.

    Excel finds this out by itself, other programs cut the text off.
    """
    found: dict[int, int] = {}
    for column, block, width in zip(columns, blocks, widths, strict=True):
        if column.kind != "text":
            continue
        texts = {words for words in block.values if words}  # names come back often
        high = {words: n for words in texts if (n := lines_of(words, width)) > 1}
        for line, words in enumerate(block.values if high else ()):
            if words in high and high[words] > found.get(line, 1):
                found[line] = high[words]
    return found


def _block(desk: Desk, column: Column, values: "pd.Series[Any]") -> Block:
    """Return the cells of a column; a formula stands where its value is empty too."""
    block = block_of(desk.styles, column.kind, values)
    if not column.formula:
        return block
    cells = ["" if value is None else value for value in block.values]
    return replace(block, values=cells)


def _writer(sheet: Worksheet, column: Column) -> Writer:
    """Return what writes a cell: text as text, whatever it looks like."""
    of_text, of_number = _by_number(sheet.write_string), _by_number(sheet.write_number)
    of_formula = _by_number(sheet.write_formula)

    def formula(row: int, at: int, value: Any, look: Any) -> None:  # noqa: ANN401
        of_formula(row, at, column.formula.format(row=row + 1), look, value)

    def day(row: int, at: int, value: Any, look: Any) -> None:  # noqa: ANN401
        write = of_text if isinstance(value, str) else of_number
        write(row, at, value, look)

    kinds: dict[Kind, Writer] = {"text": of_text, "date": day}
    return formula if column.formula else kinds.get(column.kind, of_number)


def _by_number(write: Callable[..., object]) -> Callable[..., object]:
    """Return a method of a sheet without what finds out if it was given "A1".

    Row and column are always numbers here, and there are millions of cells.
    """
    plain = unwrap(write)
    sheet = getattr(write, "__self__", None)
    return write if plain is write or sheet is None else MethodType(plain, sheet)


def _long_texts(
    sheet: Worksheet, columns: Sequence[Column], blocks: Sequence[Block], start: int
) -> list[LongText]:
    return [
        LongText(sheet.get_name(), start + line + 1, at, column.title, words)
        for at, (column, block) in enumerate(zip(columns, blocks, strict=True))
        for line, words in block.whole
    ]


def _width(column: Column, block: Block) -> int:
    """Fit the longest word of the heading and the longest of the first texts."""
    title = max((columns_of(word) for word in column.title.split()), default=0)
    title = title if column.kind == "text" else min(title, _WIDEST_NUMBER)
    longest = 0
    if column.kind == "text":
        words = (str(value) for value in block.values[:_LOOKED_AT] if value)
        longest = max(map(columns_of, words), default=0)
    elif column.kind == "date":
        longest = len("30 ก.ย. 2568")
    wanted = max(title + _FILTER_BUTTON, longest + 3)
    return min(max(wanted, _NARROWEST), _WIDEST)
