"""Read an Excel workbook: each visible sheet a page, cells as they are shown.

Only the parts that hold cells are opened, never drawings, links or macros. A merged
cell has its text in its first cell; formulas give the value stored with them.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from posixpath import join, normpath

from itadash.documents import shown
from itadash.documents.archive import Archive
from itadash.documents.limits import Limits
from itadash.documents.model import Document
from itadash.documents.sheets import Span, cell_of, page, refuse_too_many, under_merged
from itadash.documents.xml import BrokenXmlError, attribute, elements, local
from itadash.labels import text as label

_WORKBOOK = re.compile(r"xl/workbook\d*\.xml$")
_REFERENCE = re.compile(r"^\$?([A-Z]{1,3})\$?(\d{1,7})$")
_RANGE = re.compile(r"^(\$?[A-Z]{1,3}\$?(\d{1,7})):\$?[A-Z]{1,3}\$?(\d{1,7})$")
_WHOLE = re.compile(r"^[0-9]{1,9}$")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f]")
_FIRST_DAY = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}
_LAST_DAY = 2_958_466  # 31 December 9999, counted in days
MOST_COLUMNS = 16_384


@dataclass(frozen=True)
class _Book:
    """What the sheets share: strings, formats by style, the first day of dates."""

    strings: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    from_1904: bool = False


def read(content: bytes, name: str, limits: Limits) -> Document:
    """Read a workbook; raises DamagedFileError, EncryptedFileError, TooLargeError."""
    archive = Archive(content, name, label("format.xlsx"), limits)
    try:
        return _document(archive, name, limits)
    except BrokenXmlError as error:
        raise archive.damaged() from error


def _document(archive: Archive, name: str, limits: Limits) -> Document:
    workbook = next((one for one in sorted(archive.names) if _WORKBOOK.match(one)), "")
    parts = _related(archive, workbook)
    sheets, from_1904 = _sheets(archive, workbook)
    book = _Book(
        _strings(archive, parts.get("sharedStrings", "")),
        _formats(archive, parts.get("styles", "")),
        from_1904,
    )
    pages = []
    for number, (title, relation) in enumerate(sheets, start=1):
        part = parts.get(relation)
        if part is None or (found := archive.read(part)) is None:
            continue  # a chart sheet, or one that a damaged file lost
        cells, ranges = _cells(found, book, name, limits)
        merged = under_merged(_spans(ranges), cells, name, limits)
        pages.append(page(number, cells, cell_of(title), name, limits, merged))
    if not pages:
        raise archive.damaged()
    return Document(name, tuple(pages))


def _related(archive: Archive, workbook: str) -> dict[str, str]:
    """Return the parts of the workbook by relation id, strings and styles by kind."""
    folder, _, file = workbook.rpartition("/")
    found: dict[str, str] = {}
    for element in _elements(archive, f"{folder}/_rels/{file}.rels"):
        if local(element.tag) != "Relationship":
            continue
        kind = (element.get("Type") or "").rpartition("/")[2]
        target = element.get("Target") or ""
        part = normpath(join("/", folder, target)).lstrip("/")
        if kind == "worksheet":
            found[element.get("Id") or ""] = part
        elif kind in ("sharedStrings", "styles"):
            found[kind] = part
    return found


def _sheets(archive: Archive, workbook: str) -> tuple[list[tuple[str, str]], bool]:
    """Return (title, relation id) of every sheet that is not hidden."""
    sheets: list[tuple[str, str]] = []
    from_1904 = False
    for element in _elements(archive, workbook):
        tag = local(element.tag)
        if tag == "workbookPr":
            from_1904 = element.get("date1904") in ("1", "true")
        elif tag == "sheet" and element.get("state") in (None, "visible"):
            sheets.append((element.get("name") or "", attribute(element, "id") or ""))
    return sheets, from_1904


def _strings(archive: Archive, part: str) -> list[str]:
    found: list[str] = []
    for element in _elements(archive, part):
        if local(element.tag) == "si":
            found.append(_text(element))
            element.clear()
    return found


def _formats(archive: Archive, part: str) -> list[str]:
    """Return the number format of every style of cells."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    known = BUILTIN_FORMATS | shown.THAI_FORMATS
    codes: dict[str, str] = {str(at): code for at, code in known.items()}
    found: list[str] = []
    for element in _elements(archive, part):
        tag = local(element.tag)
        if tag == "numFmt":
            code = element.get("formatCode") or shown.GENERAL
            codes[element.get("numFmtId") or ""] = code
        elif tag == "cellXfs":
            ids = [one.get("numFmtId") or "0" for one in element]
            found = [codes.get(one, shown.GENERAL) for one in ids]
    return found


def _elements(archive: Archive, part: str) -> Iterator[ET.Element]:
    content = archive.read(part)
    return iter(()) if content is None else elements(content)


def _cells(
    content: bytes, book: _Book, name: str, limits: Limits
) -> tuple[dict[int, dict[int, str]], list[str]]:
    """Return the filled cells by row and column, and the ranges that are merged."""
    rows: dict[int, dict[int, str]] = {}
    ranges: list[str] = []
    count = above = 0
    for element in elements(content):
        if local(element.tag) == "mergeCell":
            ranges.append(element.get("ref") or "")
        if local(element.tag) != "row":
            continue
        above = _whole(element.get("r")) or above + 1
        filled = _row(element, book)
        count += len(filled)
        refuse_too_many("cells", count, limits.cells, name)
        if filled:
            rows.setdefault(above, {}).update(filled)
        refuse_too_many("rows", len(rows), limits.rows, name)
        element.clear()
    return rows, ranges


def _spans(ranges: Iterable[str]) -> Iterator[Span]:
    """Yield the merged ranges that are well written ("B4:B7")."""
    for one in ranges:
        match = _RANGE.match(one)
        column = _column(match[1]) if match else None
        if match is not None and column is not None:
            yield column, int(match[2]), int(match[3])


def _row(row: ET.Element, book: _Book) -> dict[int, str]:
    found: dict[int, str] = {}
    column = 0
    for cell in row:
        if local(cell.tag) != "c":
            continue
        column = _column(cell.get("r")) or column + 1
        text = _shown(cell, book)
        if column <= MOST_COLUMNS and text.strip():
            found[column] = text
    return found


def _column(reference: str | None) -> int | None:
    match = _REFERENCE.match(reference or "")
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def _shown(cell: ET.Element, book: _Book) -> str:
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return next((_text(one) for one in cell if local(one.tag) == "is"), "")
    value = next((one.text for one in cell if local(one.tag) == "v"), None) or ""
    if kind == "s":
        at = _whole(value)
        known = at is not None and at < len(book.strings)
        return book.strings[at] if known and at is not None else ""
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value.strip(), "")
    if kind == "n":
        return _number(value, _format(cell, book), book)
    return "" if kind == "e" else _plain(value)


def _format(cell: ET.Element, book: _Book) -> str:
    style = _whole(cell.get("s") or "0")
    known = style is not None and style < len(book.formats)
    return book.formats[style] if known and style is not None else shown.GENERAL


def _number(text: str, code: str, book: _Book) -> str:
    from openpyxl.styles.numbers import is_date_format

    try:
        value = float(text)
    except ValueError:
        return ""
    if is_date_format(code) and 1 <= value < _LAST_DAY:
        return shown.day(_moment(value, book), code)
    return shown.number(value, code)


def _moment(serial: float, book: _Book) -> date:
    """Return the day a serial number stands for; 1900 is taken for a leap year."""
    if not book.from_1904 and serial < 60:
        serial += 1
    try:
        return _FIRST_DAY[book.from_1904] + timedelta(minutes=round(serial * 1440))
    except OverflowError:
        return date.max


def _text(element: ET.Element) -> str:
    """Return the runs of a text, readings of foreign letters left out."""
    parts: list[str] = []
    for child in element:
        if local(child.tag) == "t":
            parts.append(child.text or "")
        elif local(child.tag) == "r":
            parts += [one.text or "" for one in child if local(one.tag) == "t"]
    return _plain("".join(parts))


def _plain(text: str) -> str:
    """Write escaped characters out ("_x000D_") and drop what no text holds."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: _unescaped(match[1]), text)
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _unescaped(digits: str) -> str:
    code = int(digits, 16)
    return "" if 0xD800 <= code <= 0xDFFF else chr(code)


def _whole(text: str | None) -> int | None:
    return int(text) if text and _WHOLE.match(text) else None
