"""Tables read by their header words, with the heading that they stand under.

A grid is a run of rows under one header. The header row comes back on every page;
a table that begins without one goes on under the header before it when it is as
wide. Nothing is found by a fixed row or column.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from itadash import thai
from itadash.documents.model import Block, Cell, Document, Paragraph, Row, Table
from itadash.extract.captions import adds_year, headings_cut, is_section
from itadash.extract.headers import (
    fields_of,
    header_words,
    words_below,
    words_of_both,
)
from itadash.extract.row_words import bare_number
from itadash.extract.units import units
from itadash.extract.vocabulary import indicator_named, instruments_named
from itadash.model import Instrument

MIN_HEADER_FIELDS = 2
MIN_FOREIGN_HEADER = 3  # cells of a header that is known by its number column only
MIN_DOUBLE_SPACED = 3  # tables of one row each that make a text double spaced
# Page numbers and "turn the page" marks are no text between two tables.
_PAGE_MARK = re.compile(r"^[-–\s\d/.]*$|^[-–/\d.\s]{0,8}/.{0,60}(?:\.{2,}|…)$")
# A cell that is a number or begins with one and a dot is no header.
_CONTENT = re.compile(r"^\s*[(]?[0-9๐-๙]+(?:[.)]|\s*$)")
_NUMBERED = re.compile(r"^\s*[(]?(\d{1,2})(?:[.)]|\s*$)")
# Dashes and dots, and the words that a form puts where something is to be filled in.
_EMPTY_MARK = re.compile(r"^(?:[-–—_.*…\s]|[(\[]?(?:โปรด|กรุณา)ระบุ[)\]]?)*$")


@dataclass(frozen=True)
class Line:
    """One row of a grid; `after_break` where a page or header row stands before."""

    row: Row
    columns: Mapping[int, str] = field(repr=False)
    after_break: bool = False

    def cell(self, name: str) -> Cell:
        """Return the cell of a field; an empty one where there is no such column."""
        column = self.column(name)
        return Cell() if column is None else self.row.cell(column)

    def text(self, name: str) -> str | None:
        """Return a field's text; None for an empty cell or a mark such as "-"."""
        text = self.cell(name).text
        return None if is_empty_mark(text) else text

    def column(self, name: str) -> int | None:
        """Return the column of a field."""
        return next((at for at, found in self.columns.items() if found == name), None)


@dataclass(frozen=True)
class Grid:
    """Rows under one header; `headers` are the words of the header by column."""

    columns: Mapping[int, str]
    headers: Mapping[int, str]
    lines: tuple[Line, ...]
    instrument: Instrument | None
    heading: str
    goes_on: bool

    def has(self, *names: str) -> bool:
        """Tell whether the grid has columns for all these fields."""
        return set(names) <= set(self.columns.values())


def is_empty_mark(text: str) -> bool:
    """Tell whether a cell says nothing: empty, dashes and dots, "(โปรดระบุ)"."""
    return bool(_EMPTY_MARK.match(text))


def texts_down(lines: Iterable[Line], name: str) -> list[str | None]:
    """Return a field's text in each row; a merged cell counts for all its rows.

    Only what the format marks as merged counts, see `Cell`.
    """
    found: list[str | None] = []
    for line in lines:
        goes_on = line.cell(name).merged and found
        found.append(found[-1] if goes_on else line.text(name))
    return found


def grids(document: Document) -> list[Grid]:
    """Return all tables of a document as grids, in reading order."""
    found: list[Grid] = []
    between: list[str] = []
    for block in _blocks(document):
        if isinstance(block, Paragraph):
            between.append(block.text)
            continue
        for grid in _grids_of(block, found[-1] if found else None, between):
            found.append(grid)
            between = []
    return [grid for grid in found if grid.lines]


def _blocks(document: Document) -> list[Block]:
    """Return the blocks; where every row stands alone, blank lines part no tables."""
    blocks = list(document.blocks)
    tables = document.tables
    if len(tables) < MIN_DOUBLE_SPACED or any(len(t.rows) > 1 for t in tables):
        return blocks
    joined: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and joined and isinstance(joined[-1], Table):
            joined[-1] = Table((*joined[-1].rows, *block.rows))
        else:
            joined.append(block)
    return joined


def _grids_of(table: Table, last: Grid | None, between: list[str]) -> Iterator[Grid]:
    for headings, header, rows in _parts(table):
        between = [*between, *headings]
        words = header_words(header)
        if last and last.columns and not last.lines and not between:
            words = words_of_both(last.headers, words)
        if words and rows and (below := words_below(words, rows[0])):
            words, rows = words | below, rows[1:]
        columns = fields_of(words)
        near = not _says_something(between)
        goes_on = last is not None and near and (bool(last.lines) or last.goes_on)
        if header is None:
            if last is None or not _belongs(rows, last, between):
                words, columns = {}, {}
            else:
                words, columns = dict(last.headers), dict(last.columns)
        last = Grid(
            columns,
            words,
            tuple(Line(row, columns, at == 0) for at, row in enumerate(rows)),
            last.instrument if last and near else _instrument(between),
            _heading(between, last),
            goes_on,
        )
        between = []
        yield last


Part = tuple[list[str], Row | None, list[Row]]


def _parts(table: Table) -> Iterator[Part]:
    """Cut a table at its header rows: the headings above, the header, its rows."""
    above: list[str] = []
    header: Row | None = None
    rows: list[Row] = []
    for row in table.rows:
        if is_header(row):
            named = "indicator" in fields_of(header_words(row)).values()
            kept, headings = headings_cut(rows, of_scores=named)
            if kept or header:
                yield above, header, kept
                above = []
            above += headings
            header, rows = row, []
        else:
            rows.append(row)
    if rows or header:
        yield above, header, rows


def is_header(row: Row) -> bool:
    """Tell whether a row is a header: two known fields, one of them the subject.

    A list of persons has a header of its own, so that no measures table goes on in it.
    Beside the indicator even a useless field makes a header: "mean of all agencies".
    """
    columns = fields_of(header_words(row))
    fields = set(columns.values())
    fields -= set() if "indicator" in fields else {"other"}
    if "person" in fields:
        return not _says(row, columns)
    if columns.get(0) == "no" and len(row.filled) >= MIN_FOREIGN_HEADER:
        return not _says(row, columns)
    named = fields & {"title", "indicator"} or {"issue", "steps"} <= fields
    return len(fields) >= MIN_HEADER_FIELDS and bool(named) and not _says(row, columns)


def lists_persons(row: Row) -> bool:
    """Tell whether a row is the header of a list of persons."""
    return "person" in fields_of(header_words(row)).values() and is_header(row)


def _says(row: Row, columns: Mapping[int, str]) -> bool:
    """Tell whether a row with the words of a header has content of its own.

    A measure may be called "มาตรการลดขั้นตอน", an indicator's row hold "ขั้นตอน": a
    number, an indicator, a unit or more unknown words than known ones give it away.
    """
    texts = {at: row.cell(at).text for at in row.filled}
    unknown = [text for at, text in texts.items() if at not in columns]
    return (
        any(_CONTENT.match(text) or indicator_named(text) for text in texts.values())
        or any(units(text) for text in unknown)
        or ("title" in columns.values() and len(unknown) >= len(columns))
    )


def _belongs(rows: list[Row], last: Grid, between: list[str]) -> bool:
    """Tell whether rows without a header go on under the last one.

    Blank cells at the right end count for nothing. Behind a text, or where rows are
    shorter, only a numbering that goes on shows that they belong there, or one that
    begins again under the name of the next instrument.
    """
    near = not _says_something(between)
    width = max((row.filled[-1] + 1 for row in rows if row.filled), default=0)
    if width > len(last.headers):
        return False
    as_wide = max(len(row.cells) for row in rows) >= len(last.headers)
    if near and (as_wide or _are_ragged_too(rows, last)):
        return True
    next_section = as_wide and _leading_number(rows[0]) == 1 and _instrument(between)
    return bool(next_section) or _numbering_goes_on(rows[0], last)


def _are_ragged_too(rows: list[Row], last: Grid) -> bool:
    """Tell whether short rows go on under rows of which some are short as well.

    Where rows are numbered the number decides; a title and one more cell must be there.
    """
    short = any(len(line.row.cells) < len(last.headers) for line in last.lines)
    numbered = any(_leading_number(line.row) for line in last.lines)
    known = [{last.columns.get(at) for at in row.filled} for row in rows]
    return (
        short
        and not numbered
        and "no" not in last.columns.values()
        and all("title" in names and len(names - {None}) > 1 for names in known)
    )


def _numbering_goes_on(row: Row, last: Grid) -> bool:
    numbers = [at for line in last.lines if (at := _leading_number(line.row))]
    return _leading_number(row) == (numbers[-1] + 1 if numbers else 1)


def _leading_number(row: Row) -> int | None:
    match = _NUMBERED.match(thai.arabic(bare_number(row.cell(0).text)))
    return int(match[1]) if match else None


def is_page_mark(text: str) -> bool:
    """Tell whether a text is a page's number or its "turn the page" only."""
    return bool(_PAGE_MARK.match(thai.arabic(text).strip()))


def _says_something(between: list[str]) -> bool:
    return not all(map(is_page_mark, between))


def _instrument(between: list[str]) -> Instrument | None:
    """Return the instrument of the nearest text above that names one, and one only."""
    for text in reversed(between):
        named = instruments_named(text)
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _heading(between: list[str], last: Grid | None) -> str:
    """Return the nearest line above, and the one above it that lacks its year.

    Under nothing but the name of an instrument the caption before goes on.
    """
    said = [text for text in between if not is_page_mark(text)]
    said = [text for text in said if not is_section(text)]
    if not said:
        return last.heading if last else ""
    if len(said) > 1 and adds_year(said[-2], said[-1]):
        return f"{said[-2]} {said[-1]}"
    return said[-1]
