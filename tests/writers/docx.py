"""Write a document as a Word file, as an office worker's Word would."""

import io

from docx import Document as new_document
from docx.table import _Cell

from itadash.documents.model import Document, Row, Table
from writers.passages import cells, passages_and_tables, width


def written(document: Document) -> bytes:
    """Return the bytes of a .docx with the same paragraphs and tables."""
    word = new_document()
    for block in passages_and_tables(document):
        if isinstance(block, Table):
            columns = width(block)
            table = word.add_table(0, columns)
            for row in block.rows:
                _fill(table.add_row().cells, row, columns)
            word.add_paragraph()
        else:
            word.add_paragraph("\n".join(block))
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _fill(row_cells: tuple[_Cell, ...], row: Row, columns: int) -> None:
    """Write a row; one that has words in its first cell only goes over all."""
    if row.filled == (0,):
        row_cells = (row_cells[0].merge(row_cells[-1]),)
    for cell, paragraphs in zip(row_cells, cells(row, columns), strict=False):
        first, *others = paragraphs or ("",)
        cell.paragraphs[0].text = first
        for text in others:
            cell.add_paragraph(text)
