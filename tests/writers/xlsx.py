"""Write a document into a sheet, plain scores as numbers with two decimals."""

import io
import re

from openpyxl import Workbook

from itadash.documents.model import Document
from tests.writers.rows import rows_of

PLAIN_SCORE = re.compile(r"^\d{1,3}\.\d\d$")


def write(document: Document) -> bytes:
    """Return the bytes of a workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    sheet.title = "รายงาน"
    for at, texts in rows_of(document):
        for column, text in enumerate(texts, start=1):
            if PLAIN_SCORE.match(text):
                sheet.cell(at, column, float(text)).number_format = "0.00"
            elif text:
                sheet.cell(at, column, text).data_type = "s"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
