"""Frames in, the bytes of an .xlsx file out; knows no store.

Text is always text: a cell that begins with = + - @ never becomes a formula.
Missing is an empty cell. Three kinds of workbook: the table that stands on a
screen, the full one with its cover, and a blank score table to fill in.
"""

from itadash.workbook.blank import blank_scores_bytes
from itadash.workbook.book import (
    LAYOUTS,
    table_bytes,
    workbook_bytes,
    write_workbook,
)
from itadash.workbook.content import Stored, WorkbookInput, gathered
from itadash.workbook.csvs import CsvWriter

PARTS = tuple(LAYOUTS)

__all__ = [
    "LAYOUTS",
    "PARTS",
    "CsvWriter",
    "Stored",
    "WorkbookInput",
    "blank_scores_bytes",
    "gathered",
    "table_bytes",
    "workbook_bytes",
    "write_workbook",
]
