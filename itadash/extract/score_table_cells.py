"""A table as a sheet of cells that know their place, upright or laid on its side."""

from dataclasses import dataclass

from itadash.documents.model import Table
from itadash.extract.grids import is_empty_mark
from itadash.model import Place


@dataclass(frozen=True)
class Entry:
    """The words of one cell (line ends are spaces) and the place of its row."""

    text: str
    place: Place

    @property
    def empty(self) -> bool:
        """Whether it says nothing: no words, or dashes only."""
        return is_empty_mark(self.text)


Sheet = tuple[tuple[Entry, ...], ...]


def upright(table: Table) -> Sheet:
    """Return a table's cells, all rows as wide as the widest."""
    width = max(len(row.cells) for row in table.rows)
    return tuple(
        tuple(
            Entry(" ".join(row.cell(at).paragraphs), Place(row.place.line))
            for at in range(width)
        )
        for row in table.rows
    )


def on_its_side(sheet: Sheet) -> Sheet:
    """Return the cells with columns as rows: a table with a column an agency."""
    return tuple(zip(*sheet, strict=True))
