"""Write a document as Markdown with pipe tables."""

from itadash.documents.model import Document, Row, Table
from writers.passages import cells, passages_and_tables, width


def written(document: Document) -> bytes:
    """Return the bytes of a Markdown text with the same paragraphs and tables."""
    blocks = (
        _table(block) if isinstance(block, Table) else "  \n".join(map(_escaped, block))
        for block in passages_and_tables(document)
    )
    return ("\n\n".join(blocks) + "\n").encode()


def _table(table: Table) -> str:
    columns = width(table)
    first, *rows = table.rows
    lines = [_row(first, columns), "| --- " * columns + "|"]
    return "\n".join([*lines, *(_row(row, columns) for row in rows)])


def _row(row: Row, columns: int) -> str:
    texts = ("<br>".join(map(_escaped, text)) for text in cells(row, columns))
    return f"| {' | '.join(texts)} |"


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\`*_[]|#>" else sign for sign in text)
