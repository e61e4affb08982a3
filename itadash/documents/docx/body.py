"""The body of a Word file from the top: paragraphs with their numbers, and tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from itadash.documents.docx.numbering import BULLET, Numbering
from itadash.documents.docx.package import Element, child, children, tag
from itadash.documents.docx.runs import RunReader, Words
from itadash.documents.docx.styles import Styles
from itadash.documents.docx.tables import PlacedRow, placed_rows
from itadash.documents.flow import MERGED_BOX, Bounds, Box, Item, Line, Sheet

_HOLDERS = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}


@dataclass
class BodyReader:
    """Reads what stands in a part; lists are counted from one call to the next."""

    styles: Styles
    numbering: Numbering
    bounds: Bounds
    _runs: RunReader = field(default_factory=RunReader)
    _carried: str = ""  # the text of a paragraph whose end is deleted
    _after_centred: bool = False

    def items(self, parent: Element, *, in_cell: bool = False) -> Iterator[Item]:
        """Yield the lines and tables of the body, a cell or a text box."""
        for one in children(parent):
            name = tag(one)
            if name == "p":
                yield from self._paragraph(one, in_cell=in_cell)
            elif name == "tbl":
                yield self._table(one)
            elif name == "AlternateContent":
                yield from self._alternative(one, in_cell=in_cell)
            elif name in _HOLDERS:
                yield from self.items(one, in_cell=in_cell)

    def _alternative(self, element: Element, *, in_cell: bool) -> Iterator[Item]:
        for one in children(element, "Choice", "Fallback"):
            found = list(self.items(one, in_cell=in_cell))
            if found:
                yield from found
                return

    def _paragraph(self, paragraph: Element, *, in_cell: bool) -> Iterator[Item]:
        properties = child(paragraph, "pPr")
        words = self._runs.words(paragraph)
        text, self._carried = self._carried + words.text, ""
        if child(properties, "rPr", "del") is not None:
            self.bounds.lines(text)
            self._carried = text
        else:
            text = self._numbered(text, properties, in_cell=in_cell)
            centred = self.styles.is_centred(properties)
            # Centred lines, one under the other, are one title.
            found = self.bounds.lines(text, follows=centred and self._after_centred)
            self._after_centred = centred and bool(found)
            yield from found
        yield from self._boxes(words, in_cell=in_cell)

    def _numbered(self, text: str, properties: Element | None, *, in_cell: bool) -> str:
        """Put the number before a text; a cell may hold nothing but its number."""
        found = self.styles.list_of(properties)
        if found is None:
            return text
        number = self.numbering.next_number(*found)
        has_text = bool(text.strip())
        if not has_text and (not in_cell or number == BULLET):
            return ""
        return f"{number} {text.lstrip()}" if number else text

    def _boxes(self, words: Words, *, in_cell: bool) -> Iterator[Item]:
        for box in words.boxes:
            self._after_centred = False
            yield from self.items(box, in_cell=in_cell)
            self._after_centred = False

    def _table(self, table: Element) -> Sheet:
        self._after_centred = False
        placed, width = placed_rows(table)
        sheet = Sheet(tuple(self._row(row, width) for row in placed))
        self._after_centred = False
        return sheet

    def _row(self, row: PlacedRow, width: int) -> tuple[Box, ...]:
        self.bounds.count("rows")
        self.bounds.count("cells", width)
        boxes: list[Box] = [()] * width
        for cell in row:
            if not cell.hidden:
                self._after_centred = False
                found = tuple(self.items(cell.element, in_cell=True))
                boxes[cell.column] = (*boxes[cell.column], *found)
            elif cell.merged and not boxes[cell.column]:
                boxes[cell.column] = MERGED_BOX
        return tuple(boxes)


def only_lines(items: Iterator[Item]) -> Iterator[Line]:
    """Yield the lines of items, those inside tables too."""
    for item in items:
        if isinstance(item, Line):
            yield item
        else:
            for row in item.rows:
                for box in row:
                    yield from only_lines(iter(box))
