"""A blank score table: a row an agency and year, and how to fill it in.

What is filled in reads back as a score table: its headings are those that readers
know. Cells of text are formatted as text, scores take 0 to 100 only.
"""

from io import BytesIO
from typing import Any, Final

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from itadash import framework, gazetteer
from itadash.labels import speaking, text
from itadash.workbook.sheets import set_up_page
from itadash.workbook.styles import FONT, Styles

ROWS: Final = 2000  # rows that are made ready
FIRST_YEAR, LAST_YEAR = 2562, 2650  # B.E.; the ten indicators begin with 2562
_TEXTS: Final = ("agency", "agency_type", "province", "district")
_WIDTHS: Final = {"agency": 42, "agency_type": 26, "province": 18, "district": 18}
_STEPS: Final = ("rows", "name", "year", "score", "missing", "total", "use")
_LONGEST_LIST: Final = 255  # characters that a list in a cell's rule may have


@speaking("th")  # the headings that readers know
def blank_scores_bytes() -> bytes:
    """Return the workbook: the table to fill in, and a sheet of advice."""
    file = BytesIO()
    options = {"in_memory": True, "default_format_properties": FONT}
    with xlsxwriter.Workbook(file, options) as book:
        styles = Styles(book)
        _write_table(book, styles)
        _write_advice(book, styles)
    return file.getvalue()


def _write_table(book: xlsxwriter.Workbook, styles: Styles) -> None:
    name = text("blank_scores.sheet")
    sheet = book.add_worksheet(name)
    as_text = book.add_format({**FONT, "num_format": "@"})
    scores = [indicator.name for indicator in framework.indicators()]
    headings = [text(f"workbook.column.{key}") for key in _TEXTS]
    headings += [text("workbook.column.assessed_year"), *scores]
    headings += [text("blank_scores.total"), text("blank_scores.level")]
    for at, heading in enumerate(headings):
        sheet.write_string(0, at, heading, styles.heading)
    year, last = len(_TEXTS), len(headings) - 1
    for at, key in enumerate(_TEXTS):
        sheet.set_column(at, at, _WIDTHS[key], as_text)
    sheet.set_column(year, year, 12, styles.whole)
    sheet.set_column(year + 1, last - 1, 16, styles.points)
    sheet.set_column(last, last, 16, as_text)
    sheet.set_row(0, 60)
    sheet.freeze_panes(1, 1)
    _set_rules(sheet, year, last)
    set_up_page(sheet)


def _set_rules(sheet: Worksheet, year: int, last: int) -> None:
    """Let cells take only what can be read: years, 0 to 100, known types and levels."""
    types = [kind.name for kind in gazetteer.agency_types()]
    _rule(sheet, _TEXTS.index("agency_type"), _one_of(types, "type"))
    _rule(sheet, year, _between("integer", FIRST_YEAR, LAST_YEAR, "year"))
    for at in range(year + 1, last):
        _rule(sheet, at, _between("decimal", 0, 100, "score"))
    _rule(sheet, last, _one_of(list(framework.level_names()), "level"))


def _rule(sheet: Worksheet, column: int, rule: dict[str, Any]) -> None:
    sheet.data_validation(1, column, ROWS, column, rule)


def _between(kind: str, least: int, most: int, name: str) -> dict[str, Any]:
    return {
        "validate": kind,
        "criteria": "between",
        "minimum": least,
        "maximum": most,
        "error_message": text(f"blank_scores.rule.{name}"),
    }


def _one_of(values: list[str], name: str) -> dict[str, Any]:
    """Offer a list; other words may stand too, after a warning."""
    assert len(",".join(values)) <= _LONGEST_LIST
    message = text(f"blank_scores.rule.{name}")
    return {
        "validate": "list",
        "source": values,
        "error_type": "warning",
        "error_message": message,
    }


def _write_advice(book: xlsxwriter.Workbook, styles: Styles) -> None:
    name = text("blank_scores.advice")
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 110)
    sheet.write_string(0, 0, text("blank_scores.title"), styles.title)
    for row, step in enumerate(_STEPS, start=2):
        sheet.write_string(row, 0, text(f"blank_scores.step.{step}"), styles.text)
    set_up_page(sheet)
