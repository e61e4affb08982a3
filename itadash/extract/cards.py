"""Measures printed one by one: "มาตรการที่ 1 …", then a label and its words a line.

Each comes back as a table of one row. Prose without such labels is left alone: a
numbered list under the word for measures may list anything.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from itadash.documents.model import Cell, Document, Paragraph, Row
from itadash.extract.grids import Grid, Line, is_empty_mark
from itadash.extract.privacy import is_private_row
from itadash.extract.titles import whole_number
from itadash.extract.vocabulary import header_field, instruments_named
from itadash.model import MEASURE_TEXTS, Instrument, Place

MIN_FIELDS = 2  # labels under a name without a number that make it a measure

_TITLE = re.compile(
    r"^(?P<no>มาตรการที่\s?[0-9๐-๙]{1,2})\s*[.:)]?\s+(?P<value>[^\s:].*)$"
)
_LABELLED = re.compile(
    r"^[-•*\s]{0,4}(?:[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})?[.)]?\s)?(?P<label>[^:\n]{2,45}):(?P<value>.*)$",
    re.DOTALL,
)
_GROWING = ("steps", "result", "outcome", "follow_up")  # fields that may hold a list
_COLUMNS = dict(enumerate(("no", "title", *MEASURE_TEXTS)))
_HEADERS = {at: "ระยะเวลา" if name == "period" else "" for at, name in _COLUMNS.items()}


@dataclass
class _Card:
    number: str
    title: str
    instrument: Instrument | None
    place: Place
    texts: dict[str, list[str]] = field(default_factory=dict)
    last: str | None = None  # the field that a line without a label goes on with
    line: int | str | None = None

    def add(self, name: str | None, text: str, place: Place) -> None:
        """Take a labelled text; one of no known field only ends the one before."""
        known = name in MEASURE_TEXTS and not is_empty_mark(text)
        self.last = name if known else None
        self.line = place.line
        if known and name:
            self.texts.setdefault(name, []).append(text.strip())


Said = tuple[str | None, str, Place]  # a label if there is one, the words behind it


def cards(document: Document) -> list[Grid]:
    """Return every measure that is printed with labels as a grid of its own."""
    found: list[_Card] = []
    instrument: Instrument | None = None
    for label, text, place in _said(document):
        name = header_field(label) if label else None
        number = label if label and whole_number(label) else ""
        if name in ("title", "name") and found and found[-1].number and not number:
            name = "steps"  # "กิจกรรม" under "มาตรการที่ 1"
        if name in ("title", "name"):
            found.append(_Card(number, text.strip(), instrument, place))
        elif label and found:
            found[-1].add(name, text, place)
        elif not label and not (found and _grows(found[-1], text, place)):
            named = instruments_named(text)
            instrument = named.pop() if len(named) == 1 else instrument
    return [_grid(card) for card in found if _is_measure(card)]


def _said(document: Document) -> Iterator[Said]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield _in_line(block.text, block.place)
            continue
        for row in block.rows:
            words = [row.cell(at).text for at in row.filled]
            if len(words) == 2 and header_field(words[0]):
                yield words[0], words[1], row.place
            else:
                yield "-", "", row.place


def _in_line(text: str, place: Place) -> Said:
    if match := _TITLE.match(text):
        return match["no"], match["value"], place
    match = _LABELLED.match(text)
    if match and header_field(match["label"]):
        return match["label"], match["value"], place
    return None, text, place


def _grows(card: _Card, text: str, place: Place) -> bool:
    """Let the line right under a list go on with it; anything else ends the card."""
    follows = isinstance(card.line, int) and place.line == card.line + 1
    if not follows or card.last not in _GROWING or is_private_row([text]):
        card.last = None
        return False
    card.add(card.last, text, place)
    return True


def _is_measure(card: _Card) -> bool:
    least = 1 if card.number else MIN_FIELDS
    return not is_empty_mark(card.title) and len(card.texts) >= least


def _grid(card: _Card) -> Grid:
    texts = [card.number, card.title]
    texts += ["\n".join(card.texts.get(name, [])) for name in MEASURE_TEXTS]
    cells = tuple(Cell(tuple(text.split("\n"))) if text else Cell() for text in texts)
    line = Line(Row(cells, card.place), _COLUMNS)
    return Grid(_COLUMNS, _HEADERS, (line,), card.instrument, "", goes_on=False)
