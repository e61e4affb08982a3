"""A page's glyphs and lines to paragraphs and tables, in reading order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from itadash.documents.model import Block, Cell, Paragraph, Row, Table
from itadash.documents.pdf import columns
from itadash.documents.pdf.cells import Lattice, lattices
from itadash.documents.pdf.lines import Line, Segment, belongs, joined, lines, written
from itadash.documents.pdf.repair import is_mark, repaired
from itadash.documents.pdf.shapes import Box, Glyph, Strokes
from itadash.model import Place

_WHOLE_LINE = 400  # characters of a row or line that its place keeps
_PADDING = 6.0  # points; most that is taken off the right side of a cell


@dataclass(frozen=True)
class DrawnTable:
    """A ruled table with what tells whether it goes on over a page break."""

    table: Table
    columns: tuple[float, ...]
    open_top: bool
    open_bottom: bool


Part = Paragraph | Table | DrawnTable


def parts(
    glyphs: list[Glyph], strokes: Strokes, number: int, width: float
) -> list[Part]:
    """Return what a page holds, from top to bottom; turned words come last."""
    mended = repaired(glyphs)
    upright = [glyph for glyph in mended if glyph.upright]
    tables = lattices(strokes)
    inside, outside = _sorted_out(upright, tables)
    kept = [(table, inside[at]) for at, table in enumerate(tables) if inside[at]]
    text = lines(outside, number)
    left, right = _margins(text, [table.box for table, _ in kept], width)
    found: list[Part] = []
    for table, words in kept:
        above = [line for line in text if line[0].y < table.box.top]
        text = text[len(above) :]
        found += _running(above, left, right)
        found.append(_drawn(table, words, number))
    found += _running(text, left, right)
    return found + _turned(mended, number)


def _sorted_out(
    glyphs: list[Glyph], tables: Sequence[Lattice]
) -> tuple[dict[int, dict[tuple[int, int], list[Glyph]]], list[Glyph]]:
    """Give each glyph its table and cell; return those outside of tables too."""
    inside: dict[int, dict[tuple[int, int], list[Glyph]]] = defaultdict(dict)
    outside: list[Glyph] = []
    target, before = outside, None
    for glyph in glyphs:
        if not (before and is_mark(glyph.text) and belongs(glyph, before)):
            target, before = outside, glyph  # a mark stays with its letter
            for at, table in enumerate(tables):
                cell = table.cell_at(*glyph.middle)
                if cell is not None:
                    target = inside[at].setdefault(cell, [])
                    break
        target.append(glyph)
    return inside, outside


def _drawn(
    lattice: Lattice, words: dict[tuple[int, int], list[Glyph]], number: int
) -> DrawnTable:
    rows = []
    for at in range(len(lattice.rows) - 1):
        cells = [
            _cell(words.get((at, column), []), lattice.cells.get((at, column)), number)
            if not lattice.goes_on(at, column)
            else Cell(merged=True)
            for column in range(len(lattice.columns) - 1)
        ]
        if any((at, column) in lattice.cells for column in range(len(cells))):
            rows.append(row(cells, number))
    return DrawnTable(
        Table(tuple(rows)), lattice.columns, lattice.open_top, lattice.open_bottom
    )


def _cell(glyphs: list[Glyph], box: Box | None, number: int) -> Cell:
    written_lines = [_one(line) for line in lines(glyphs, number)]
    if not written_lines or box is None:
        return Cell()
    left = min(line.left for line in written_lines)
    padding = min(max(left - box.left, 0.0), _PADDING)
    return cell(joined(written_lines, box.left + padding, box.right - padding))


def cell(paragraphs: Iterable[Sequence[Segment]]) -> Cell:
    """Return a cell of these paragraphs, empty ones left out."""
    texts = (written(paragraph) for paragraph in paragraphs)
    return Cell(tuple(text for text in texts if text))


def row(cells: Sequence[Cell], number: int) -> Row:
    """Return a row with its page as its place."""
    words = " ".join(cell.text for cell in cells if cell.paragraphs)
    return Row(tuple(cells), Place(number, words[:_WHOLE_LINE]))


def _one(line: Line) -> Segment:
    """Return a line as one segment."""
    first, last = line[0], line[-1]
    text = " ".join(segment.text for segment in line)
    return Segment(text, first.left, last.right, first.y, first.size, first.page)


def _margins(
    text: Sequence[Line], tables: Sequence[Box], width: float
) -> tuple[float, float]:
    """Return between which sides text runs.

    One line alone does not show the right margin: then it is as wide as the left.
    """
    lefts = [line[0].left for line in text] + [box.left for box in tables]
    rights = sorted([line[-1].right for line in text] + [box.right for box in tables])
    if not rights:
        return 0.0, width
    left, right = min(lefts), rights[-1]
    size = text[0][0].size if text else 0.0
    if not tables and (len(rights) < 2 or rights[-1] - rights[-2] > 2 * size):
        right = max(right, width - left)
    return left, right


def _running(text: Sequence[Line], left: float, right: float) -> Iterator[Part]:
    at = 0
    for start, stop, cuts in columns.tables(text):
        yield from _paragraphs(text[at:start], left, right)
        yield _aligned(text[start:stop], cuts)
        at = stop
    yield from _paragraphs(text[at:], left, right)


def _aligned(text: Sequence[Line], cuts: tuple[float, ...]) -> Table:
    rows = []
    for line in text:
        by_column = columns.cell_texts(line, cuts)
        cells = [cell([_one(tuple(words))] for words in [w] if w) for w in by_column]
        rows.append(row(cells, line[0].page))
    return Table(tuple(rows))


def _paragraphs(text: Sequence[Line], left: float, right: float) -> Iterator[Paragraph]:
    """Yield paragraphs; the pieces of a line with wide gaps stay apart."""
    waiting: list[Segment] = []
    for line in text:
        if len(line) == 1:
            waiting.append(line[0])
            continue
        yield from _written(joined(waiting, left, right))
        yield from _written([[segment] for segment in line])
        waiting = []
    yield from _written(joined(waiting, left, right))


def _written(paragraphs: Iterable[Sequence[Segment]]) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        text = written(paragraph)
        yield Paragraph(text, Place(paragraph[0].page, text[:_WHOLE_LINE]))


def _turned(glyphs: list[Glyph], number: int) -> list[Part]:
    """Return words that run up, down or aslant, in the order of the file."""
    texts = "".join(glyph.text for glyph in glyphs if not glyph.upright).split()
    text = " ".join(texts)
    return [Paragraph(text, Place(number, text[:_WHOLE_LINE]))] if text else []


def whole(part: Part) -> Block:
    """Return a part as a block of the document."""
    return part.table if isinstance(part, DrawnTable) else part
