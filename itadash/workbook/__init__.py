"""Frames in, the bytes of an .xlsx file out; built in memory, knows no store.

Text is always text: a cell that begins with = + - @ never becomes a formula.
Missing is an empty cell. Two kinds of workbook: the table that stands on a
screen, and the full one with its cover.
"""

from itadash.workbook.book import table_bytes, workbook_bytes
from itadash.workbook.content import WorkbookInput, gathered

__all__ = ["WorkbookInput", "gathered", "table_bytes", "workbook_bytes"]
