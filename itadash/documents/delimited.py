"""Read CSV: one page of rows, cells parted by commas, semicolons or tabs.

Which of them is told by the rows: most have the same number of cells. A text with
tables of tabs is left to the reader of texts, unless quotes hold line ends in cells.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from itadash.documents.encoding import decode
from itadash.documents.limits import Limits
from itadash.documents.model import Document
from itadash.documents.sheets import page, refuse_too_many
from itadash.errors import DamagedFileError, LineTooLongError, NotThaiTextError
from itadash.labels import text as label

LOOKED_AT = 200  # rows that tell the separator
LOOKED_AT_CHARACTERS = 200_000
MIN_SHARE = 0.6  # of the rows that have the usual number of cells
SURE_WIDTH = 3  # cells; of two cells every row must have two
MIN_ROWS = 2
_SEPARATORS = (",", ";")


def is_delimited(content: bytes) -> bool:
    """Tell whether a text is CSV and no running text with commas in it."""
    try:
        return _separator(decode(content, "")) is not None
    except NotThaiTextError:
        return False


def read(content: bytes, name: str, limits: Limits) -> Document:
    """Read CSV; raises NotThaiTextError, LineTooLongError, TooLargeError."""
    text = decode(content, name)
    cells: dict[int, dict[int, str]] = {}
    lines: dict[int, int] = {}
    count = 0
    try:
        for at, (line, row) in enumerate(_rows(text, _separator(text) or ","), 1):
            filled = {c: t for c, one in enumerate(row, 1) if (t := one.strip())}
            count += len(row)
            _refuse_long(filled, line, name, limits)
            refuse_too_many("cells", count, limits.cells, name)
            refuse_too_many("rows", at, limits.rows, name)
            cells[at], lines[at] = filled, line
    except csv.Error as error:
        raise DamagedFileError(name=name, found=label("format.csv")) from error
    one = page(1, cells, lambda row, _: lines[row], name, limits)
    return Document(name, (one,))


def _refuse_long(filled: dict[int, str], line: int, name: str, limits: Limits) -> None:
    if sum(map(len, filled.values())) > limits.line_characters:
        limit = f"{limits.line_characters:,}"
        raise LineTooLongError(name=name, line=line, limit=limit)


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield every row with the line it begins in."""
    lines = text.replace("\f", "").splitlines(keepends=True)
    rows = csv.reader(lines, delimiter=separator)
    begins = 1
    for row in rows:
        yield begins, row
        begins = rows.line_num + 1


def _separator(text: str) -> str | None:
    head = text[:LOOKED_AT_CHARACTERS]
    if "\t" in head:
        return "\t" if _is_saved_sheet(head) else None
    return next((one for one in _SEPARATORS if _are_rows(_looked_at(head, one))), None)


def _is_saved_sheet(text: str) -> bool:
    """Tell a sheet saved with tabs from a text whose tables are parted by tabs.

    Only a sheet quotes a cell of several lines or writes an empty row as tabs.
    """
    rows = _looked_at(text, "\t")
    quotes = ('\t"' in text or text.startswith('"')) and rows[-1][0] > len(rows)
    widths = {len(row) for _, row in rows}
    empty = any(not any(map(str.strip, row)) for _, row in rows)
    return _are_rows(rows) and (quotes or (empty and len(widths) == 1))


def _looked_at(text: str, separator: str) -> list[tuple[int, list[str]]]:
    """Return the rows that tell the separator; none where quotes never end."""
    try:
        return list(islice(_rows(text, separator), LOOKED_AT))
    except csv.Error:
        return [(0, [])]


def _are_rows(rows: list[tuple[int, list[str]]]) -> bool:
    """Tell whether most rows have the same number of cells."""
    widths = Counter(len(row) for _, row in rows if any(map(str.strip, row)))
    width, usual = widths.most_common(1)[0] if widths else (0, 0)
    filled = sum(widths.values())
    if filled < MIN_ROWS or width < 2:
        return False
    return usual == filled or (width >= SURE_WIDTH and usual >= MIN_SHARE * filled)
