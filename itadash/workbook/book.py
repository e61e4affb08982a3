"""The two workbooks, from frames to bytes."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import BinaryIO, Final

import pandas as pd

from itadash.labels import text
from itadash.workbook.cells import clean
from itadash.workbook.content import WorkbookInput
from itadash.workbook.cover import write_cover
from itadash.workbook.desk import Desk, Progress, laid_out
from itadash.workbook.facts import findings_sheet, printed_sheet, tidy_sheet
from itadash.workbook.layouts import (
    FIRST_SCORE,
    LAST_SCORE,
    REMARK,
    Layout,
    answered_sheet,
    measures_sheet,
    scores_sheet,
    with_remarks,
)
from itadash.workbook.live import LiveScores
from itadash.workbook.sheets import (
    Column,
    Written,
    inferred,
    set_up_page,
    write_table,
)
from itadash.workbook.summary import write_summary
from itadash.workbook.whole_texts import write_whole_texts

# The tables of the full workbook in their order.
LAYOUTS: Final[Mapping[str, Callable[[WorkbookInput], Layout]]] = {
    "scores": scores_sheet,
    "answered": answered_sheet,
    "measures": measures_sheet,
    "findings": findings_sheet,
    "tidy": tidy_sheet,
    "printed": printed_sheet,
}
# The columns that are coloured against the target: from, to.
_COLOURED: Final = {
    "scores": (FIRST_SCORE, LAST_SCORE),
    "answered": ("score", "score"),
    "tidy": ("score", "score"),
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
    with laid_out(file) as desk:
        desk.book.set_properties(
            {"title": sheet_title, "author": text("workbook.author")}
        )
        write_table(desk, sheet_title, *_with_marks(frame, column_titles))
        write_whole_texts(desk)
        if notes:
            _write_notes(desk, notes)
    return file.getvalue()


def workbook_bytes(content: WorkbookInput) -> bytes:
    """Return the full workbook in memory; see `write_workbook`."""
    file = BytesIO()
    write_workbook(content, file)
    return file.getvalue()


def write_workbook(
    content: WorkbookInput,
    file: BinaryIO,
    *,
    parts: Sequence[str] = tuple(LAYOUTS),
    progress: Progress | None = None,
) -> None:
    """Write the full workbook: cover, summary, then a sheet for each of the parts.

    Colours, counts and charts hang on one cell of the cover, so that another
    target changes them; the list of weak indicators does not change. The summary
    goes with the scores that it counts. `progress` gets the rows done so far.
    """
    with laid_out(file, progress) as desk:
        desk.book.set_properties(_properties(content))
        has_scores = "scores" in parts
        shown = ("summary", *parts) if has_scores else tuple(parts)
        write_cover(desk, content, shown)
        name = text("workbook.sheet_name.summary")
        summary = desk.new_sheet(name) if has_scores else None
        for part in parts:
            rows, columns = LAYOUTS[part](content)
            name = text(f"workbook.sheet_name.{part}")
            written = write_table(desk, name, rows, columns)
            _colour(desk, part, columns, written)
            if part == "scores" and summary is not None:
                scores = LiveScores(written, columns, content.year)
                write_summary(desk, summary, content, scores)
        write_whole_texts(desk)


def _properties(content: WorkbookInput) -> dict[str, object]:
    chosen = ", ".join(f"{name}: {value}" for name, value in content.filters)
    return {
        "title": text("workbook.title"),
        "subject": clean(chosen)[:255],
        "author": text("workbook.author"),
        "comments": text("workbook.limit.score"),
    }


def _colour(
    desk: Desk, part: str, columns: Sequence[Column], written: Sequence[Written]
) -> None:
    """Colour the scores of a table against the target cell."""
    if part not in _COLOURED:
        return
    at = {column.name: place for place, column in enumerate(columns)}
    first, last = (at[name] for name in _COLOURED[part])
    for one in written:
        if one.rows:
            desk.styles.mark_states(one.sheet, (1, first, one.rows, last))


def _with_marks(
    frame: pd.DataFrame, column_titles: Mapping[str, str]
) -> tuple[pd.DataFrame, list[Column]]:
    columns = [inferred(frame, *pair) for pair in column_titles.items()]
    marks = {name: name for name in _MARKS if name in frame and frame[name].any()}
    if not marks:
        return frame, columns
    title = text(f"workbook.column.{REMARK}")
    return with_remarks(frame, marks), [*columns, Column(REMARK, title)]


def _write_notes(desk: Desk, notes: Sequence[str]) -> None:
    sheet = desk.new_sheet(text("workbook.notes"))
    sheet.set_column(0, 0, 100)
    for row, note in enumerate(notes):
        sheet.write_string(row, 0, clean(note), desk.styles.text)
    set_up_page(sheet)
