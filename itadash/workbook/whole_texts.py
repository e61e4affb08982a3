"""The sheet of the texts that no cell holds or shows whole, in several rows."""

from typing import Final

import pandas as pd
from xlsxwriter.utility import xl_rowcol_to_cell

from itadash.labels import text
from itadash.workbook.blocks import Kind
from itadash.workbook.cells import pieces
from itadash.workbook.desk import Desk
from itadash.workbook.fitting import MOST_LINES, WIDEST
from itadash.workbook.sheets import Column, write_table

_COLUMNS: Final[dict[str, Kind]] = {
    "sheet": "text",
    "cell": "text",
    "heading": "text",
    "part": "whole",
    "words": "text",
}


def write_whole_texts(desk: Desk) -> None:
    """Write what other sheets could not show; no sheet where they show all."""
    rows = [
        (long.sheet, xl_rowcol_to_cell(long.row, long.column), long.title, part, piece)
        for long in desk.long_texts
        for part, piece in enumerate(_pieces(long.words), start=1)
    ]
    if rows:
        columns = [
            Column(name, text(f"workbook.whole.{name}"), kind)
            for name, kind in _COLUMNS.items()
        ]
        frame = pd.DataFrame(rows, columns=list(_COLUMNS))
        write_table(desk, text("workbook.sheet_name.whole"), frame, columns)


def _pieces(words: str) -> list[str]:
    return pieces(words, width=WIDEST, lines=MOST_LINES)
