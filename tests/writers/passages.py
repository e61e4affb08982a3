"""A document as blocks: lines that no blank line parts stand in one paragraph."""

from collections.abc import Iterator

from itadash.documents.model import Document, Paragraph, Row, Table

Lines = list[str]


def passages_and_tables(document: Document) -> Iterator[Lines | Table]:
    """Yield the lines of each paragraph, and the tables."""
    run: Lines = []
    last = -1
    for block in document.blocks:
        if isinstance(block, Paragraph):
            if run and block.place.line != last + 1:
                yield run
                run = []
            run.append(block.text)
            last = int(block.place.line or 0)
            continue
        if run:
            yield run
        run = []
        yield block
    if run:
        yield run


def width(table: Table) -> int:
    """Return how many columns a table has."""
    return max(len(row.cells) for row in table.rows)


def cells(row: Row, columns: int) -> list[tuple[str, ...]]:
    """Return the paragraphs of every cell of a row."""
    return [row.cell(at).paragraphs for at in range(columns)]
