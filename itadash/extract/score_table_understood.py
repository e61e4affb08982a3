"""How the columns of score tables were understood, for a person to check."""

from collections.abc import Iterator
from dataclasses import dataclass

from itadash.documents.model import Document
from itadash.extract import score_table_long as long
from itadash.extract.privacy import public
from itadash.extract.score_table_cells import Sheet, on_its_side, upright
from itadash.extract.score_table_columns import Column, columns
from itadash.extract.score_tables import has_points, start_of, tables_of


@dataclass(frozen=True)
class Understood:
    """A table's column: its printed heading, and what it was taken for.

    `field` is that of `score_table_columns.Column`, None for one not understood.
    """

    table: int
    rows: int
    heading: str
    field: str | None
    indicator: int | None = None
    year: int | None = None


def understood_columns(document: Document) -> list[Understood]:
    """Return every column of the tables of many agencies in a document."""
    found: list[Understood] = []
    number = 0
    for page in document.pages:
        for over, table in tables_of(page):
            own = list(_of_table(upright(table), over.caption, number + 1))
            number += bool(own)
            found += own
    return found


def _of_table(sheet: Sheet, caption: str, number: int) -> Iterator[Understood]:
    for laid in (sheet, on_its_side(sheet)):
        start = start_of(laid)
        if start is None or start[1] == 0:
            continue
        at, first = start
        told = columns(laid[:first], caption)
        if has_points(told) or long.is_long(laid[first:], told, at):
            by_place = {one.at: one for one in told}
            for column in range(len(laid[0])):
                heading = _heading(laid[:first], column)
                shown = by_place.get(column)
                if heading or shown or column == at:
                    rows = sum(not row[at].empty for row in laid[first:])
                    agency = column == at
                    yield _understood(number, rows, heading, shown, agency=agency)
            return


def _understood(
    number: int, rows: int, heading: str, shown: Column | None, *, agency: bool
) -> Understood:
    if agency:
        return Understood(number, rows, heading, "agency")
    if shown is None:
        return Understood(number, rows, heading, None)
    return Understood(number, rows, heading, shown.field, shown.indicator, shown.year)


def _heading(header: Sheet, column: int) -> str:
    words = [row[column].text for row in header if row[column].text]
    return public(" / ".join(dict.fromkeys(words)))[:200]
