"""Write a document as CSV, every row with as many cells, as Excel does."""

import csv
import io

from itadash.documents.model import Document
from tests.writers.rows import rows_of


def write(
    document: Document, *, separator: str = ",", encoding: str = "utf-8"
) -> bytes:
    """Return the bytes of a CSV file; empty lines stay rows of empty cells."""
    rows = dict(rows_of(document))
    width = max(map(len, rows.values()))
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=separator)
    for at in range(1, max(rows) + 1):
        texts = rows.get(at, ())
        writer.writerow([*texts, *[""] * (width - len(texts))])
    return buffer.getvalue().encode(encoding)
