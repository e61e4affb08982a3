"""The texts of a document as the checks read them, and quoting from them.

A check matches on mended text; what a finding shows is cut from the text as printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from itadash import thai
from itadash.documents.model import Document, Paragraph, Table
from itadash.extract.mentions import Mention, mentions_in
from itadash.extract.privacy import public
from itadash.model import Place

LONGEST_QUOTE = 400  # characters; a longer quote points at nothing

Line = int | str | None


@dataclass(frozen=True)
class Passage:
    """One cell, or the lines of running text that no empty line parts."""

    text: str
    lines: tuple[Line, ...]
    in_table: bool = False

    @cached_property
    def mended(self) -> str:
        """The text with damaged marks mended, its white space as printed."""
        return thai.mend(self.text)

    @cached_property
    def joined(self) -> str:
        """The mended text in Arabic digits, no space inside a Thai phrase."""
        return thai.words_joined(self.text)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The agencies that the text names; their positions count in `mended`."""
        return tuple(mentions_in(self.text))

    @cached_property
    def squeezed(self) -> str:
        """The text in Arabic digits without any white space."""
        return _squeezed(self.text)

    def line_at(self, position: int) -> Line:
        """Return the line on which a character of the text stands."""
        if len(self.lines) == 1:
            return self.lines[0]
        return self.lines[self.text.count("\n", 0, position)]


@dataclass(frozen=True)
class Texts:
    """All passages of a document, in reading order."""

    passages: tuple[Passage, ...] = field(default=())

    @property
    def cells(self) -> Iterator[Passage]:
        """The passages that are cells of tables."""
        return (passage for passage in self.passages if passage.in_table)


def texts_of(document: Document) -> Texts:
    """Return the passages of a document; blank cells are left out."""
    found: list[Passage] = []
    run: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found += [*_joined(run), *_cells(block)]
            run = []
        elif run and not _follows(run[-1], block):
            found += _joined(run)
            run = [block]
        else:
            run.append(block)
    return Texts((*found, *_joined(run)))


def quote(passage: Passage, words: str, after: int = 0) -> Place:
    """Return the place of words of the mended or joined text, as they are printed.

    `after` is how many characters without white space stand before the words. Names
    of persons are marked as gone before anything is cut out.
    """
    for text in (passage.text, passage.mended):
        if span := _span(text, _squeezed(words), after):
            start, end = span
            shown = public(text[:end])[len(public(text[:start])) :]
            return Place(passage.line_at(start), _short(shown))
    return Place(passage.lines[0], _short(public(passage.text)))


def _span(text: str, wanted: str, after: int) -> tuple[int, int] | None:
    """Return where letters begin and end in a text, its white space aside."""
    squeezed = _squeezed(text)
    at = squeezed.find(wanted, after)
    at = at if at >= 0 else squeezed.find(wanted)
    if at < 0 or not wanted:
        return None
    ends = list(accumulate(int(not letter.isspace()) for letter in text))
    return ends.index(at + 1), ends.index(at + len(wanted)) + 1


def _short(words: str) -> str:
    return " ".join(words.split())[:LONGEST_QUOTE]


def _squeezed(text: str) -> str:
    return thai.arabic("".join(text.split()))


def _joined(run: list[Paragraph]) -> list[Passage]:
    if not run:
        return []
    text = "\n".join(paragraph.text.replace("\n", " ") for paragraph in run)
    return [Passage(text, tuple(paragraph.place.line for paragraph in run))]


def _cells(table: Table) -> list[Passage]:
    return [
        Passage(cell.text, (row.place.line,), in_table=True)
        for row in table.rows
        for cell in row.cells
        if cell.paragraphs
    ]


def _follows(above: Paragraph, below: Paragraph) -> bool:
    first, second = above.place.line, below.place.line
    return isinstance(first, int) and isinstance(second, int) and second == first + 1
