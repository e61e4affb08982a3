"""What every reader gives: pages of paragraphs and tables, each with its place.

The text is the document's own; only the markup of its format is gone. Nothing
here knows what an ITA report is.
"""

from dataclasses import dataclass, field

from itadash.model import Place


@dataclass(frozen=True)
class Paragraph:
    """One line or paragraph of running text."""

    text: str
    place: Place = field(compare=False)


@dataclass(frozen=True)
class Cell:
    """The paragraphs of one cell; no paragraph is empty, an empty cell has none.

    `merged`: the format says that it is part of the cell above; it has no words then.
    """

    paragraphs: tuple[str, ...] = ()
    merged: bool = field(default=False, compare=False)

    @property
    def text(self) -> str:
        """The paragraphs, one a line; "" for an empty cell."""
        return "\n".join(self.paragraphs)


EMPTY_CELL = Cell()


@dataclass(frozen=True)
class Row:
    """The cells of one row, as many as the format tells."""

    cells: tuple[Cell, ...]
    place: Place = field(compare=False)

    def cell(self, column: int) -> Cell:
        """Return the cell of a column; an empty one where the row is shorter."""
        return self.cells[column] if column < len(self.cells) else EMPTY_CELL

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns that hold any text."""
        return tuple(at for at, cell in enumerate(self.cells) if cell.paragraphs)


@dataclass(frozen=True)
class Table:
    """Rows that stand together."""

    rows: tuple[Row, ...]


Block = Paragraph | Table


@dataclass(frozen=True)
class Page:
    """The blocks of one page, in reading order."""

    number: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """A file as read; `name` is for messages only and decides nothing."""

    name: str
    pages: tuple[Page, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks of all pages, in reading order."""
        return tuple(block for page in self.pages for block in page.blocks)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The running text, tables left out."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))
