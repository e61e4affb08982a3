"""One frame as one sheet: heading, rows, widths, filter and print set-up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from inspect import unwrap
from types import MethodType
from typing import Any, Final

import pandas as pd
from pandas.api import types
from xlsxwriter.worksheet import Worksheet

from itadash.labels import text
from itadash.workbook.blocks import Block, Kind, block_of
from itadash.workbook.cells import clean
from itadash.workbook.desk import Desk, LongText
from itadash.workbook.fitting import (
    heading_lines,
    height_of,
    lines_of_rows,
    pages_across,
    width_of,
)
from itadash.workbook.styles import LINE

MOST_ROWS: Final = 1_048_575  # of a sheet, its heading not counted
A4: Final = 9
_ROWS_AT_ONCE: Final = 2_000

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
    sheet.set_row(0, height_of(heading_lines(titles, widths)))
    for at, (title, width) in enumerate(zip(titles, widths, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, title, desk.styles.heading)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    set_up_page(sheet, pages_across=pages_across(widths))


def _write_rows(
    desk: Desk, sheet: Worksheet, columns: Sequence[Column], part: pd.DataFrame
) -> None:
    """Write from the top down: a row that is done leaves the memory."""
    widths: list[int] = []
    for start in range(0, max(len(part), 1), _ROWS_AT_ONCE):
        rows = part.iloc[start : start + _ROWS_AT_ONCE]
        blocks = [_block(desk, column, rows[column.name]) for column in columns]
        if start == 0:
            widths = [
                width_of(column.title, column.kind, block)
                for column, block in zip(columns, blocks, strict=True)
            ]
            _write_heading(desk, sheet, columns, widths)
        kinds = [column.kind for column in columns]
        lines, too_high = lines_of_rows(kinds, blocks, widths)
        for line, at in too_high:
            if blocks[at].looks[line] is desk.styles.text:
                blocks[at].looks[line] = desk.styles.going_on
        _write_lines(sheet, columns, blocks, start=start + 1, lines=lines)
        desk.long_texts += _long_texts(sheet, columns, blocks, start, too_high)
        desk.tell(len(rows))


def _write_lines(
    sheet: Worksheet,
    columns: Sequence[Column],
    blocks: Sequence[Block],
    *,
    start: int,
    lines: Mapping[int, int],
) -> None:
    """Write blocks side by side from a row on; `lines` are those of high rows."""
    lanes = [
        (_writer(sheet, column), at, block.values, block.looks)
        for at, (column, block) in enumerate(zip(columns, blocks, strict=True))
    ]
    for line in range(len(blocks[0].values) if blocks else 0):
        if line in lines:
            sheet.set_row(start + line, height_of(lines[line]))
        for write, at, values, looks in lanes:
            if (value := values[line]) is not None:
                write(start + line, at, value, looks[line])


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
    sheet: Worksheet,
    columns: Sequence[Column],
    blocks: Sequence[Block],
    start: int,
    too_high: Sequence[tuple[int, int]],
) -> list[LongText]:
    """Return the texts that a cell can't hold and those that no row shows whole."""
    cut = {
        (line, at): words
        for at, block in enumerate(blocks)
        for line, words in block.whole
    }
    high = {(line, at): blocks[at].values[line] for line, at in too_high}
    return [
        LongText(sheet.get_name(), start + line + 1, at, columns[at].title, words)
        for (line, at), words in sorted({**high, **cut}.items())
    ]
