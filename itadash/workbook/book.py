"""The two workbooks, from frames to bytes."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Final

import pandas as pd
import xlsxwriter
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from itadash import framework
from itadash.labels import text
from itadash.workbook.cells import clean, sheet_name
from itadash.workbook.content import WorkbookInput
from itadash.workbook.cover import write_cover
from itadash.workbook.layouts import (
    REMARK,
    WEAK_COUNT,
    answered_sheet,
    measures_sheet,
    scores_sheet,
    with_remarks,
)
from itadash.workbook.sheets import (
    Column,
    inferred,
    set_up_page,
    write_table,
)
from itadash.workbook.styles import FONT, TARGET_NAME, Styles

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_format_properties": FONT,
}
_MARKS: Final = ("sample", "synthetic")


def table_bytes(
    frame: pd.DataFrame,
    *,
    sheet_title: str,
    column_titles: Mapping[str, str],
    notes: Sequence[str] = (),
) -> bytes:
    """Return the workbook of one table: its rows as they are, in their order.

    The columns are those of `column_titles` in its order, their kinds follow
    from the types (float is points, whole numbers are years and counts). Where
    the frame has a `sample` or `synthetic` column, a column of remarks marks such
    rows. `notes` (n of N, source) stand on a second sheet.
    """
    file = BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        styles = Styles(book)
        rows, columns = _with_marks(frame, column_titles)
        write_table(book, styles, sheet_title, rows, columns)
        if notes:
            _write_notes(book, styles, notes)
    return file.getvalue()


def workbook_bytes(content: WorkbookInput) -> bytes:
    """Return the full workbook: cover, scores, weak indicators, measures.

    Colours and counts of the scores hang on one cell of the cover, so that
    another target recolours them; the list of weak indicators does not change.
    """
    file = BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        book.set_properties({"title": text("workbook.title")})
        styles = Styles(book)
        write_cover(book, styles, content)
        rows, columns = scores_sheet(content)
        name = text("workbook.sheet_name.scores")
        start = 0
        for written in write_table(book, styles, name, rows, columns):
            own = rows.iloc[start : start + written.rows]
            _follow_the_target(
                written.sheet, styles, columns, _weak_counts(own, content.target)
            )
            start += written.rows
        for key, sheet in (("answered", answered_sheet), ("measures", measures_sheet)):
            name = text(f"workbook.sheet_name.{key}")
            write_table(book, styles, name, *sheet(content))
    return file.getvalue()


def _with_marks(
    frame: pd.DataFrame, column_titles: Mapping[str, str]
) -> tuple[pd.DataFrame, list[Column]]:
    columns = [inferred(frame, *pair) for pair in column_titles.items()]
    marks = {name: name for name in _MARKS if name in frame and frame[name].any()}
    if not marks:
        return frame, columns
    title = text(f"workbook.column.{REMARK}")
    return with_remarks(frame, marks), [*columns, Column(REMARK, title)]


def _write_notes(
    book: xlsxwriter.Workbook, styles: Styles, notes: Sequence[str]
) -> None:
    name = sheet_name(text("workbook.notes"), list(book.sheetnames))
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 100)
    for row, note in enumerate(notes):
        sheet.write_string(row, 0, clean(note), styles.text)
    set_up_page(sheet, name)


def _follow_the_target(
    sheet: Worksheet, styles: Styles, columns: Sequence[Column], counts: list[int | str]
) -> None:
    """Colour the scores and count the weak ones against the target cell.

    `counts` are what the formulas give, for viewers that do not compute.
    """
    if not counts:
        return
    at = {column.name: place for place, column in enumerate(columns)}
    first, last = at["i1"], at[f"i{len(framework.indicators())}"]
    styles.mark_states(sheet, (1, first, len(counts), at["computed_total"]))
    for row, count in enumerate(counts, start=1):
        scores = xl_range(row, first, row, last)
        formula = f'=IF(COUNT({scores})=0,"",COUNTIF({scores},"<"&{TARGET_NAME}))'
        sheet.write_formula(row, at[WEAK_COUNT], formula, styles.whole, count)


def _weak_counts(rows: pd.DataFrame, target: float) -> list[int | str]:
    scores = rows[[f"i{one.number}" for one in framework.indicators()]]
    weak = (scores < target).sum(axis="columns")
    known = scores.notna().any(axis="columns")
    return [
        int(count) if any_known else ""
        for count, any_known in zip(weak, known, strict=True)
    ]
