"""Formulas over the sheets of scores, for one year and the rows that count."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.utility import quote_sheetname

from itadash.labels import text
from itadash.workbook.layouts import COUNTS, letter
from itadash.workbook.sheets import Column, Written
from itadash.workbook.styles import TARGET_NAME

BELOW = f'"<"&{TARGET_NAME}'
REACHED = f'">="&{TARGET_NAME}'
KNOWN = '">=0"'


@dataclass(frozen=True)
class LiveScores:
    """Where the scores stand: the sheets, and the letters of their columns."""

    written: Sequence[Written]
    columns: Sequence[Column]
    year: int | None

    def count(self, name: str, criterion: str) -> str:
        """Return the count of the cells of a column that meet a criterion."""
        return "+".join(
            f"COUNTIFS({self._cells(at, name)},{criterion},{self._own(at)})"
            for at in range(len(self.written))
        )

    def total(self, name: str) -> str:
        """Return the sum of the cells of a column."""
        return "+".join(
            f"SUMIFS({self._cells(at, name)},{self._own(at)})"
            for at in range(len(self.written))
        )

    def _own(self, at: int) -> str:
        year = f"{self._cells(at, 'assessed_year')},{self.year or 0}"
        return f'{year},{self._cells(at, COUNTS)},"{text("workbook.yes")}"'

    def _cells(self, at: int, name: str) -> str:
        column, one = letter(self.columns, name), self.written[at]
        sheet = quote_sheetname(one.sheet.get_name())
        return f"{sheet}!${column}$2:${column}${max(one.rows, 1) + 1}"
