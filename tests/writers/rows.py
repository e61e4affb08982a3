"""A document as the rows of a sheet: every line of its text keeps its number."""

from collections.abc import Iterator

from itadash.documents.model import Document, Paragraph

Row = tuple[int, tuple[str, ...]]


def rows_of(document: Document) -> Iterator[Row]:
    """Yield (row number, cells); cells of several paragraphs hold line ends."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.place.line, (block.text,)
            continue
        for row in block.rows:
            yield row.place.line, tuple(cell.text for cell in row.cells)
