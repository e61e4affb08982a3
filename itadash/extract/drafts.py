"""Measures while their rows are being joined, and cells merged over several of them.

A text file prints a merged cell in its first row and leaves the rows below blank.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from itadash import thai
from itadash.extract.grids import Line, is_empty_mark
from itadash.extract.row_words import is_ditto
from itadash.extract.titles import is_bare_number
from itadash.model import MEASURE_TEXTS, Instrument, Place

MERGED_FIELDS = ("responsible", "period")
MIN_BLANKS = 2  # one blank may be an omission, a column of them is a merged cell

_GOES_ON = re.compile(r"\s*[(]\s*ต่อ\s*[)]\s*$")


@dataclass
class Draft:
    """A measure while its rows are being joined.

    `table` counts the tables, `part` their pieces between page breaks; `marked` are
    the fields where a dash says that there is nothing; `ticks` are the cells under
    `months`, columns of a calendar with their headers.
    """

    number: str
    group: str | None
    instrument: Instrument | None
    place: Place
    table: int
    part: int
    title: list[str] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    marked: set[str] = field(default_factory=set)
    months: dict[int, str] = field(default_factory=dict)
    ticks: dict[int, str] = field(default_factory=dict)

    def add(self, line: Line) -> None:
        """Take the cells of one more row."""
        title = title_of(line)
        if not is_empty_mark(title) and not self.is_named_again(title):
            self.title.append(title)
        for name in MEASURE_TEXTS:
            if text := line.text(name):
                self.texts.setdefault(name, []).append(text)
            elif line.cell(name).text:
                self.marked.add(name)
        if not _says_what_was_done(line):
            cells = {at: line.row.cell(at).text for at in self.months}
            self.ticks |= {at: text for at, text in cells.items() if text}

    def inherit(self, name: str, text: str | None) -> None:
        """Take the words of a merged cell that began in a row above."""
        if text and name not in self.texts:
            self.texts[name] = [text]

    def is_named_again(self, title: str) -> bool:
        """Tell whether a title is this one with "(ต่อ)" behind it."""
        again = _GOES_ON.search(title)
        return bool(again and self.title) and thai.key(
            title[: again.start() if again else 0]
        ) == thai.key(self.title[0])


def _says_what_was_done(line: Line) -> bool:
    """Tell whether a row under "แผน" repeats the calendar with what was done: "ผล"."""
    others = (at for at in line.row.filled if at not in line.columns)
    return any(thai.key(line.row.cell(at).text).startswith("ผล") for at in others)


def title_of(line: Line) -> str:
    """Return the words of the title's cell; a number alone is no title."""
    text = line.cell("title").text
    return "" if is_bare_number(text) else text


def number_of(line: Line) -> str:
    """Return the number's cell; a number alone in the title's cell is one too."""
    number, title = line.cell("no").text, line.cell("title").text
    return title if not number and is_bare_number(title) else number


def spread_merged_cells(drafts: list[Draft]) -> None:
    """Give the measures under a merged cell, or with a mark for "as above", its words.

    A column is merged for certain only where all of the table is of one pattern:
    every group begins with words, blanks follow, and no dash says "nothing".
    """
    for _, table in groupby(drafts, key=lambda draft: draft.table):
        measures = list(table)
        _resolve_dittos(measures)
        for name in MERGED_FIELDS:
            if _is_merged(measures, name):
                _spread(measures, name)


def _resolve_dittos(table: list[Draft]) -> None:
    above: dict[str, list[str]] = {}
    for draft in table:
        for name in [n for n, parts in draft.texts.items() if is_ditto("".join(parts))]:
            del draft.texts[name]
            if name in above:
                draft.texts[name] = above[name]
        above = draft.texts


def _is_merged(table: list[Draft], name: str) -> bool:
    blanks = sum(name not in draft.texts for draft in table)
    return (
        blanks >= MIN_BLANKS
        and not any(name in draft.marked for draft in table)
        and all(
            (name in draft.texts) == begins_group or (begins_part and not begins_group)
            for draft, begins_group, begins_part in _with_beginnings(table)
        )
    )


def _with_beginnings(table: list[Draft]) -> Iterator[tuple[Draft, bool, bool]]:
    """Tell for each measure whether it begins a group and whether a page."""
    above: Draft | None = None
    for draft in table:
        begins_group = above is None or draft.group != above.group
        yield draft, begins_group, above is None or draft.part != above.part
        above = draft


def _spread(table: list[Draft], name: str) -> None:
    above: list[str] = []
    for draft in table:
        above = draft.texts.setdefault(name, above)
