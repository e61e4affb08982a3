"""The cover: what the workbook holds, from where, and what it does not say."""

from collections.abc import Iterator
from datetime import date
from typing import Final

import xlsxwriter

from itadash.labels import text
from itadash.workbook.cells import clean, sheet_name
from itadash.workbook.content import WorkbookInput
from itadash.workbook.sheets import set_up_page
from itadash.workbook.styles import TARGET_NAME, Styles

_LABEL_WIDTH: Final = 24
_TEXT_WIDTH: Final = 90
_MOST_SOURCES: Final = 200

Line = tuple[str, str]


def write_cover(
    book: xlsxwriter.Workbook, styles: Styles, content: WorkbookInput
) -> None:
    """Write the first sheet, with the target cell that all colours hang on."""
    name = sheet_name(text("workbook.cover"), [])
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, 1, _TEXT_WIDTH)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, text("workbook.title"), styles.title)
    row = 1
    if warning := _warning(content):
        sheet.merge_range(row, 0, row, 1, warning, styles.warning)
        row += 1
    row += 1
    sheet.write_string(row, 0, text("workbook.target"), styles.label)
    sheet.write_number(row, 1, content.target, styles.target)
    sheet.data_validation(row, 1, row, 1, _from_0_to_100())
    book.define_name(TARGET_NAME, f"='{name}'!$B${row + 1}")
    for label, words in _lines(content):
        row += 1
        sheet.write_string(row, 0, clean(label), styles.label)
        sheet.write_string(row, 1, clean(words), styles.text)
    set_up_page(sheet, name)


def thai_date(day: date) -> str:
    """Write a date in Thai words with its Buddhist year."""
    months = text("workbook.months").split()
    return f"{day.day} {months[day.month - 1]} {day.year + 543}"


def _lines(content: WorkbookInput) -> Iterator[Line]:
    yield "", text("workbook.target_note")
    yield text("workbook.made_on"), thai_date(content.made_on)
    yield from content.filters
    yield text("workbook.scope"), _scope(content)
    yield from _sheets()
    yield text("workbook.sources"), _sources(content.sources)
    for at, key in enumerate(("score", "missing", "answered", "state")):
        label = text("workbook.limits") if at == 0 else ""
        yield label, text(f"workbook.limit.{key}")


def _sheets() -> Iterator[Line]:
    for at, key in enumerate(("scores", "answered", "measures")):
        label = text("workbook.sheets") if at == 0 else ""
        yield label, text(f"workbook.about.{key}")


def _scope(content: WorkbookInput) -> str:
    return text(
        "workbook.n_of",
        n=f"{content.agencies:,}",
        of=f"{content.of_agencies:,}",
        rows=f"{len(content.assessments):,}",
        measures=f"{len(content.measures):,}",
    )


def _sources(names: list[str]) -> str:
    if not names:
        return text("workbook.no_rows")
    shown = ", ".join(names[:_MOST_SOURCES])
    more = len(names) - _MOST_SOURCES
    return shown + (
        text("workbook.more_sources", count=f"{more:,}") if more > 0 else ""
    )


def _warning(content: WorkbookInput) -> str:
    """Say how many rows are samples or synthetic; "" where there are none."""
    counts = {"sample": content.samples, "synthetic": content.synthetic}
    return " · ".join(
        text(f"workbook.warning.{key}", count=f"{count:,}")
        for key, count in counts.items()
        if count
    )


def _from_0_to_100() -> dict[str, object]:
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": 100,
        "error_title": text("workbook.target"),
        "error_message": text("workbook.target_range"),
    }
