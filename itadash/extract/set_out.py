"""Tables that hold several rows in one, set out row by row.

Five names as lines of one cell beside five scores as lines of another are five rows;
a table whose second half repeats the header goes on there. Only where all agrees.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from itadash import thai
from itadash.documents.model import Block, Cell, Document, Row, Table
from itadash.extract import numbers
from itadash.extract.score_table_columns import is_agency_word
from itadash.extract.score_tokens import token
from itadash.extract.vocabulary import header_field

MOST_HEADER_ROWS = 6
MIN_LINES = 2
MOST_PARTS = 4
LONGEST_LINE = 30  # characters; longer lines are one text, not a word for each row


def set_out(document: Document) -> Document:
    """Return the document with such tables as plain ones; all else is as it was."""
    pages = (
        replace(page, blocks=tuple(_block(block) for block in page.blocks))
        for page in document.pages
    )
    return replace(document, pages=tuple(pages))


def _block(block: Block) -> Block:
    if not isinstance(block, Table):
        return block
    rows = tuple(one for row in block.rows for one in _row_by_row(row))
    rows = _under_one_another(rows) or rows
    return block if rows == block.rows else Table(rows)


def _row_by_row(row: Row) -> Iterator[Row]:
    """Yield a row for each line where a cell has names and another their scores."""
    counts = {len(cell.paragraphs) for cell in row.cells if _are_scores(cell)}
    if counts:  # most rows have no such cell, and names cost more to know
        named = {len(c.paragraphs) for c in row.cells if _are_names(c, row)}
        counts = named & counts if len(named) == 1 else set()
    if not counts:
        yield row
        return
    count = counts.pop()
    for at in range(count):
        yield Row(tuple(_line(cell, count, at) for cell in row.cells), row.place)


def _are_names(cell: Cell, row: Row) -> bool:
    if len(cell.paragraphs) < MIN_LINES:
        return False
    tokens = [token(line, row.place) for line in cell.paragraphs]
    names = {one[0] for one in tokens if one is not None} - {None}
    return len(names) == len(tokens)


def _are_scores(cell: Cell) -> bool:
    return len(cell.paragraphs) >= MIN_LINES and all(
        numbers.score(line) is not None for line in cell.paragraphs
    )


def _line(cell: Cell, count: int, at: int) -> Cell:
    """Return a cell's line; a text that is not set out so counts for all the rows."""
    lines = cell.paragraphs
    if len(lines) == count and all(len(line) <= LONGEST_LINE for line in lines):
        return Cell((lines[at],))
    if at == 0 or not lines:
        return cell
    return Cell((), merged=True)


def _under_one_another(rows: Sequence[Row]) -> tuple[Row, ...] | None:
    """Return the halves of a table as one; None where it has none, or a name twice."""
    for at, row in enumerate(rows[:MOST_HEADER_ROWS]):
        if parts := _parts(row):
            body = rows[at + 1 :]
            name = _name_column(row, parts[0])
            if not _is_one_list(body, parts, name):
                return None
            return (*rows[:at], _slice(row, parts[0]), *_stacked(body, parts, name))
        if any(column > 0 for column in row.filled):
            return None  # words over a half say what that half is of
    return None


def _parts(header: Row) -> list[tuple[int, ...]] | None:
    """Return the columns of each part of a header that says the same again."""
    words = [thai.key(header.cell(at).text) for at in header.filled]
    for count in range(2, MOST_PARTS + 1):
        width = len(words) // count
        if width < 2 or words != words[:width] * count:
            continue
        columns = header.filled
        parts = [columns[at : at + width] for at in range(0, len(columns), width)]
        return parts if _name_column(header, parts[0]) is not None else None
    return None


def _name_column(header: Row, part: tuple[int, ...]) -> int | None:
    """Return which column of a part holds names, of agencies or of indicators."""
    for at, column in enumerate(part):
        text = header.cell(column).text
        if is_agency_word(text) or header_field(text) == "indicator":
            return at
    return None


def _is_one_list(
    body: Sequence[Row], parts: list[tuple[int, ...]], name: int | None
) -> bool:
    """Tell whether every part has names and none of them comes twice."""
    if name is None:
        return False
    names = [
        [key for row in body if (key := thai.key(row.cell(part[name]).text))]
        for part in parts
    ]
    every = [key for part in names for key in part]
    inside = {at for part in parts for at in part}
    outside = any(at not in inside for row in body for at in row.filled)
    return all(names) and len(set(every)) == len(every) and not outside


def _stacked(
    body: Sequence[Row], parts: list[tuple[int, ...]], name: int | None
) -> Iterator[Row]:
    """Yield part by part; rows that are no pairs of names stay whole at the end."""
    whole = [any(_nameless(row, part, name) for part in parts) for row in body]
    for part in parts:
        for row, stays in zip(body, whole, strict=True):
            if not stays and set(row.filled) & set(part):
                yield _slice(row, part)
    yield from (row for row, stays in zip(body, whole, strict=True) if stays)


def _nameless(row: Row, part: tuple[int, ...], name: int | None) -> bool:
    filled = set(row.filled) & set(part)
    return bool(filled) and name is not None and part[name] not in filled


def _slice(row: Row, part: tuple[int, ...]) -> Row:
    return Row(tuple(row.cell(at) for at in part), row.place)
