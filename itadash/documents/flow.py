"""What Word files and web pages are alike in: lines and sheets, one in the other.

A reader gives items, this makes a Document of them. A sheet that only lays out a
page (a frame, columns of a web page) gives what is in it; a table inside a cell of a
real table becomes lines of that cell, a row a line. A place is the line of the text
written out: a blank line stands between what is parted, none before a line that
`follows` the one above.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from itadash.documents.limits import Limits
from itadash.documents.model import (
    Block,
    Cell,
    Document,
    Page,
    Paragraph,
    Row,
    Table,
)
from itadash.errors import LineTooLongError, TooLargeError
from itadash.labels import text as label
from itadash.model import Place

_WHOLE_LINE = 400  # characters of a line that its place keeps
# Where a line may break and where none may: nothing of it is printed.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_MIN_DATA_SIDE = 2  # rows and columns of a table that holds more than its frame


@dataclass(frozen=True)
class Line:
    """A line of text; `follows` where no blank line parts it from the one above."""

    text: str
    follows: bool = False


@dataclass(frozen=True)
class Sheet:
    """Rows of boxes, one a column; of merged ones the first holds the items."""

    rows: tuple[tuple[Box, ...], ...]


Item = Line | Sheet
Box = tuple[Item, ...]
EMPTY_BOX: Box = ()


class MergedBox(tuple[Item, ...]):
    """The blank place of a cell that began in a row above."""

    __slots__ = ()


MERGED_BOX = MergedBox()


class Bounds:
    """Counts what a reader finds; raises at the first over a limit.

    TooLargeError for a count, LineTooLongError for a line.
    """

    def __init__(self, name: str, limits: Limits) -> None:
        """Begin at nothing."""
        self._name = name
        self._limits = {
            "lines": limits.lines,
            "rows": limits.rows,
            "cells": limits.cells,
            "tags": limits.tags,
        }
        self._counts = dict.fromkeys(self._limits, 0)
        self._longest = limits.line_characters

    def lines(self, text: str, *, follows: bool = False) -> tuple[Line, ...]:
        """Cut a text at its line ends; white space in order, blank lines gone."""
        shown = text.translate(_INVISIBLE)
        parts = (" ".join(part.split()) for part in shown.split("\n"))
        kept = [part for part in parts if part]
        for part in kept:
            self.count("lines")
            if len(part) > self._longest:
                raise LineTooLongError(
                    name=self._name,
                    line=self._counts["lines"],
                    limit=f"{self._longest:,}",
                )
        return tuple(Line(part, follows or at > 0) for at, part in enumerate(kept))

    def count(self, what: str, more: int = 1) -> None:
        """Add to the count of "lines", "rows", "cells" or "tags"."""
        self._counts[what] += more
        limit = self._limits[what]
        if self._counts[what] > limit:
            raise TooLargeError(
                name=self._name,
                size=label(f"extent.{what}", count=f"{self._counts[what]:,}"),
                limit=label(f"extent.{what}", count=f"{limit:,}"),
            )


def document(
    items: Iterable[Item], name: str, header: tuple[str, ...] = ()
) -> Document:
    """Make a document of one page; a header is a table of one cell over all else."""
    blocks: list[Block] = []
    at = -1  # so that the first block stands on line 1
    if header:
        at = 1
        blocks.append(Table((Row((Cell(header),), _place(at, " ".join(header))),)))
    for item in _unframed(items):
        if isinstance(item, Line):
            at += 1 if item.follows and at > 0 else 2
            blocks.append(Paragraph(item.text, _place(at, item.text)))
        else:
            rows = tuple(_rows(item, at + 2))
            at += 1 + len(rows)
            blocks.append(Table(rows))
    return Document(name, (Page(1, tuple(blocks)),))


def _unframed(items: Iterable[Item]) -> Iterator[Item]:
    """Yield lines and tables; a sheet that is a mere frame yields what is in it."""
    for item in items:
        if isinstance(item, Line):
            yield item
            continue
        sheet = _without_blanks(item)
        if _is_frame(sheet):
            yield from _unframed(one for box in _boxes(sheet) for one in box)
        else:
            yield sheet


def _is_frame(sheet: Sheet) -> bool:
    """Tell whether a sheet has one column, or holds a table greater than itself."""
    if all(len(row) <= 1 for row in sheet.rows):
        return True
    own = sum(1 for box in _boxes(sheet) if box)
    inner = (item for box in _boxes(sheet) for item in box if isinstance(item, Sheet))
    return any(_size(one) > own for one in inner)


def _size(sheet: Sheet) -> int:
    """Return the filled boxes of a table, 0 for a list or a frame."""
    filled = [sum(1 for box in row if box) for row in sheet.rows]
    is_table = len(filled) >= _MIN_DATA_SIDE and max(filled) >= _MIN_DATA_SIDE
    nested = (item for box in _boxes(sheet) for item in box if isinstance(item, Sheet))
    return max([sum(filled) if is_table else 0, *(_size(one) for one in nested)])


def _boxes(sheet: Sheet) -> Iterator[Box]:
    return (box for row in sheet.rows for box in row)


def _without_blanks(sheet: Sheet) -> Sheet:
    """Drop rows without a word, and columns at the right that no row fills."""
    filled = [row for row in sheet.rows if any(row)]
    width = max(
        (at + 1 for row in filled for at, box in enumerate(row) if box), default=0
    )
    return Sheet(tuple(row[:width] for row in filled))


def _rows(sheet: Sheet, first: int) -> Iterator[Row]:
    for at, row in enumerate(sheet.rows, start=first):
        cells = tuple(
            Cell(tuple(_flat(box)), merged=isinstance(box, MergedBox)) for box in row
        )
        words = " ".join(cell.text for cell in cells if cell.paragraphs)
        yield Row(cells, _place(at, words))


def _flat(box: Box) -> Iterator[str]:
    """Yield the lines of a box, a row of a table inside it as one line."""
    for item in box:
        if isinstance(item, Line):
            yield item.text
            continue
        for row in item.rows:
            if words := " ".join(word for inner in row for word in _flat(inner)):
                yield words


def _place(line: int, words: str) -> Place:
    return Place(line, words[:_WHOLE_LINE])
