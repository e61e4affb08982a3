"""The cover: what the workbook holds, from where, and what it does not say."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from xlsxwriter.utility import quote_sheetname

from itadash import __version__
from itadash.labels import text
from itadash.workbook.cells import clean, lines_of
from itadash.workbook.content import WorkbookInput
from itadash.workbook.desk import Desk
from itadash.workbook.fitting import height_of
from itadash.workbook.sheets import set_up_page
from itadash.workbook.styles import LINE, TARGET_NAME

_LABEL_WIDTH: Final = 24
_TEXT_WIDTH: Final = 90
_LINES_OF_SOURCES: Final = 10
_LIMITS: Final = ("score", "missing", "summary", "answered", "state", "long")

Line = tuple[str, str]


def write_cover(desk: Desk, content: WorkbookInput, parts: Sequence[str]) -> None:
    """Write the first sheet, with the target cell that all colours hang on."""
    styles = desk.styles
    sheet = desk.new_sheet(text("workbook.cover"))
    name = sheet.get_name()
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, 1, _TEXT_WIDTH)
    sheet.hide_gridlines(2)
    sheet.set_default_row(LINE)
    sheet.set_row(0, 2 * LINE)
    sheet.write_string(0, 0, text("workbook.title"), styles.title)
    row = 1
    if warning := _warning(content):
        sheet.merge_range(row, 0, row, 1, warning, styles.warning)
        row += 1
    row += 1
    sheet.write_string(row, 0, text("workbook.target"), styles.label)
    sheet.write_number(row, 1, content.target, styles.target)
    sheet.data_validation(row, 1, row, 1, _from_0_to_100())
    cell = f"={quote_sheetname(name)}!$B${row + 1}"
    desk.book.define_name(TARGET_NAME, cell)
    for label, words in _lines(content, parts):
        row += 1
        sheet.set_row(row, height_of(lines_of(words, _TEXT_WIDTH)))
        sheet.write_string(row, 0, clean(label), styles.label)
        sheet.write_string(row, 1, clean(words), styles.text)
    set_up_page(sheet)
    sheet.fit_to_pages(1, 1)


def thai_date(day: date) -> str:
    """Write a date in Thai words with its Buddhist year."""
    months = text("workbook.months").split()
    return f"{day.day} {months[day.month - 1]} {day.year + 543}"


def _lines(content: WorkbookInput, parts: Sequence[str]) -> Iterator[Line]:
    yield "", text("workbook.target_note")
    yield text("workbook.made_on"), thai_date(content.made_on)
    yield from content.filters
    yield text("workbook.scope"), _scope(content)
    yield from _sheets(parts)
    yield text("workbook.sources"), _sources(content.sources)
    for at, key in enumerate(_LIMITS):
        label = text("workbook.limits") if at == 0 else ""
        yield label, text(f"workbook.limit.{key}")
    yield text("workbook.version"), f"itadash {__version__}"


def _sheets(parts: Sequence[str]) -> Iterator[Line]:
    for at, key in enumerate(parts):
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
    """Name as many files as stand well on a page; each row names its own."""
    if not names:
        return text("workbook.no_rows")
    shown = names[:1]
    for name in names[1:]:
        if lines_of(", ".join([*shown, name]), _TEXT_WIDTH) > _LINES_OF_SOURCES:
            break
        shown.append(name)
    more = len(names) - len(shown)
    return ", ".join(shown) + (
        text("workbook.more_sources", count=f"{more:,}") if more else ""
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
