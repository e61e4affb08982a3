"""One table as CSV for machines: UTF-8 with a mark, and nothing that calculates.

A spreadsheet takes what begins with = + - @ or a tab for a formula, quoted or not:
such texts get an apostrophe in front, and the caller is told how many did. There
is no `sep=` line. Texts are whole, however long; numbers and dates are plain.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from typing import Any, BinaryIO, Final

import pandas as pd

from itadash.workbook.blocks import TRIGGERS, words_of
from itadash.workbook.book import LAYOUTS
from itadash.workbook.cells import mended
from itadash.workbook.content import WorkbookInput
from itadash.workbook.desk import Progress
from itadash.workbook.sheets import Column

_ENCODING: Final = "utf-8-sig"
_ROWS_AT_ONCE: Final = 2_000
# The wide signs of East Asian keyboards count as well.
_SIGNS: Final = frozenset(TRIGGERS + "\r\n＝＋－＠")


@dataclass
class CsvWriter:
    """Writes tables and counts the cells that it made harmless."""

    neutralised: int = 0

    def write(
        self,
        content: WorkbookInput,
        part: str,
        file: BinaryIO,
        *,
        progress: Progress | None = None,
    ) -> None:
        """Write one table of the full workbook; `part` is its name there.

        `progress` gets the rows done so far.
        """
        rows, columns = LAYOUTS[part](content)
        words = TextIOWrapper(file, encoding=_ENCODING, newline="")
        lines = csv.writer(words, quoting=csv.QUOTE_NONNUMERIC)
        lines.writerow([self._harmless(column.title) for column in columns])
        for start in range(0, len(rows), _ROWS_AT_ONCE):
            block = rows.iloc[start : start + _ROWS_AT_ONCE]
            cells = [self._cells(column, block[column.name]) for column in columns]
            lines.writerows(zip(*cells, strict=True))
            if progress is not None:
                progress(start + len(block))
        words.detach()

    def _cells(self, column: Column, values: "pd.Series[Any]") -> Iterator[object]:
        if column.kind == "text":
            return (self._harmless(mended(words)) for words in words_of(values))
        if column.kind == "date":
            return ("" if pd.isna(day) else str(day.date()) for day in values)
        whole = column.kind == "whole"
        return (
            "" if pd.isna(number) else int(number) if whole else float(number)
            for number in values
        )

    def _harmless(self, words: str) -> str:
        """Return a text that no spreadsheet calculates, white space in front or not."""
        if not _SIGNS.intersection((words[:1], words.lstrip()[:1])):
            return words
        self.neutralised += 1
        return f"'{words}"
