"""Frames in, the bytes of an .xlsx file out; built in memory, knows no store.

Text is always text: a cell that begins with = + - @ never becomes a formula.
Missing is an empty cell. Three kinds of workbook: the table that stands on a
screen, the full one with its cover, and a blank score table to fill in.
"""

from itadash.workbook.blank import blank_scores_bytes
from itadash.workbook.book import table_bytes, workbook_bytes
from itadash.workbook.content import WorkbookInput, gathered

__all__ = [
    "WorkbookInput",
    "blank_scores_bytes",
    "gathered",
    "table_bytes",
    "workbook_bytes",
]
