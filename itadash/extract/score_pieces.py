"""A list of scores that a file gives in pieces: tables, cards and lines by turns.

A PDF without lines parts one list into tables and paragraphs, cards may stand in the
cells of a table. All ten names and numbers must take turns without another word
between them, else nobody can say that the pieces belong together.
"""

from collections.abc import Iterable, Sequence

from itadash import framework
from itadash.documents.model import Block, Document, Paragraph, Row, Table
from itadash.extract.grids import is_empty_mark, is_header
from itadash.extract.score_cards import pairs, runs
from itadash.extract.score_tokens import Token, token, tokens_of
from itadash.model import Place

MOST_HEADER_ROWS = 12

Score = tuple[int, float, Place]


def scores_in_pieces(document: Document, assessed_year: int | None) -> list[Score]:
    """Return all ten scores with their places; none where any is not certain."""
    pieces = map(_of_block, document.blocks)
    found = [list(pairs(run, assessed_year)) for run in runs(pieces, assessed_year)]
    whole = [run for run in found if len(run) == len(framework.indicators())]
    said = {tuple(sorted((number, score) for number, score, _ in run)) for run in whole}
    return whole[0] if len(said) == 1 else []


def _of_block(block: Block) -> tuple[list[Token] | None, str]:
    """Return the names and numbers of a block; None where it says anything else.

    A table with a header, or with all ten in rows of their own, is no piece: whether
    its numbers are scores has been decided.
    """
    if isinstance(block, Paragraph):
        return tokens_of(block.text, block.place), block.text
    if any(map(is_header, block.rows[:MOST_HEADER_ROWS])):
        return None, ""
    tokens = _joined(_of_row(row) for row in _in_turns(block))
    names = sum(one[0] is not None for one in tokens or ())
    whole = names == len(framework.indicators()) and not _holds_several(block)
    return None if whole else tokens, ""


def _holds_several(table: Table) -> bool:
    """Tell whether a cell or a row holds names and their numbers both."""
    cells = (cell for row in table.rows for cell in row.cells)
    if any(len(_of_cell(cell.text, Place(None)) or ()) > 1 for cell in cells):
        return True
    rows = [_of_row(row) or [] for row in table.rows]
    names = [sum(one[0] is not None for one in row) for row in rows]
    scores = [sum(one[1] is not None for one in row) for row in rows]
    return names == scores and max(names) > 1


def _in_turns(table: Table) -> Sequence[Row]:
    """Return the rows; where names stand over their numbers, a row a pair."""
    upper, lower = table.rows[::2], table.rows[1::2]
    over = len(upper) == len(lower) and all(
        _all_are(above, 0) and _all_are(below, 1) and above.filled == below.filled
        for above, below in zip(upper, lower, strict=True)
    )
    if not over:
        return table.rows
    return [
        Row((above.cell(at), below.cell(at)), below.place)
        for above, below in zip(upper, lower, strict=True)
        for at in above.filled
    ]


def _all_are(row: Row, part: int) -> bool:
    tokens = [token(row.cell(at).text, row.place) for at in row.filled]
    return bool(tokens) and all(one and one[part] is not None for one in tokens)


def _of_row(row: Row) -> list[Token] | None:
    return _joined(_of_cell(row.cell(at).text, row.place) for at in row.filled)


def _of_cell(text: str, place: Place) -> list[Token] | None:
    """Return the tokens of a cell; a name may be broken over its lines."""
    if is_empty_mark(text):
        return []
    lines = _joined(tokens_of(line, place) for line in text.split("\n"))
    whole = token(text, place) if lines is None else None
    return [whole] if whole else lines


def _joined(parts: Iterable[list[Token] | None]) -> list[Token] | None:
    """Put parts in a row; None at the first that says anything else."""
    joined: list[Token] = []
    for part in parts:
        if part is None:
            return None
        joined += part
    return joined
