"""Read a workbook of Excel 97–2003: each visible sheet a page, by python-calamine.

Number formats are not told: 25 stored under "0.00" is shown as 25. The library runs
in a process of its own, for damaged files can end it.
"""

import json
import subprocess
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from itadash.documents import shown, xls_cells
from itadash.documents.limits import Limits
from itadash.documents.model import Document
from itadash.documents.sheets import cell_of, page, refuse_too_many, under_merged
from itadash.errors import DamagedFileError, EncryptedFileError
from itadash.labels import text as label

_PROGRAM = str(Path(xls_cells.__file__))


def read(content: bytes, name: str, limits: Limits) -> Document:
    """Read a workbook; raises DamagedFileError, EncryptedFileError, TooLargeError."""
    pages = []
    sheets = _sheets(content, name, limits)
    for number, (title, filled, spans) in enumerate(sheets, start=1):
        cells = _cells(filled)
        merged = under_merged(spans, cells, name, limits)
        pages.append(page(number, cells, cell_of(title), name, limits, merged))
    return Document(name, tuple(pages))


def _sheets(content: bytes, name: str, limits: Limits) -> list[xls_cells.Sheet]:
    damaged = DamagedFileError(name=name, found=label("format.xls"))
    command = [sys.executable, "-I", _PROGRAM, str(limits.cells)]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=limits.seconds
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise damaged from error
    if done.returncode == xls_cells.PASSWORD:
        raise EncryptedFileError(name=name)
    if done.returncode == xls_cells.TOO_MANY:
        refuse_too_many("cells", limits.cells + 1, limits.cells, name)
    if done.returncode != 0:
        raise damaged
    found: list[xls_cells.Sheet] = json.loads(done.stdout)
    return found


def _cells(filled: Iterable[xls_cells.Filled]) -> dict[int, dict[int, str]]:
    """Return the texts by row and column; what shows nothing is no cell."""
    cells: dict[int, dict[int, str]] = {}
    for row, column, value in filled:
        if (text := _shown(value)).strip():
            cells.setdefault(row, {})[column] = text
    return cells


def _shown(value: xls_cells.Plain) -> str:
    if isinstance(value, list):
        year, month, day, hour, minute = value
        return shown.day(datetime(year, month, day, hour, minute), "")
    if isinstance(value, int | float):
        return shown.number(float(value), shown.GENERAL)
    return value or ""
