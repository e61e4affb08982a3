"""Read a workbook of Excel 97–2003: each visible sheet a page, by python-calamine.

Number formats are not told: 25 stored under "0.00" is shown as 25. The library runs
in a process of its own, for damaged files can end it.
"""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from itadash.documents import shown, xls_cells
from itadash.documents.limits import Limits
from itadash.documents.model import Document
from itadash.documents.sheets import cell_of, page, refuse_too_many
from itadash.errors import DamagedFileError, EncryptedFileError
from itadash.labels import text as label

SECONDS = 60  # no real workbook of 20 MB takes ten
_PROGRAM = str(Path(xls_cells.__file__))


def read(content: bytes, name: str, limits: Limits) -> Document:
    """Read a workbook; raises DamagedFileError, EncryptedFileError, TooLargeError."""
    pages = []
    for number, (title, rows) in enumerate(_sheets(content, name, limits), start=1):
        cells = {at: _filled(row) for at, row in enumerate(rows, start=1)}
        pages.append(page(number, cells, cell_of(title), name, limits))
    return Document(name, tuple(pages))


def _sheets(
    content: bytes, name: str, limits: Limits
) -> list[tuple[str, list[list[xls_cells.Plain]]]]:
    damaged = DamagedFileError(name=name, found=label("format.xls"))
    command = [sys.executable, "-I", _PROGRAM, str(limits.cells)]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise damaged from error
    if done.returncode == xls_cells.PASSWORD:
        raise EncryptedFileError(name=name)
    if done.returncode == xls_cells.TOO_MANY:
        refuse_too_many("cells", limits.cells + 1, limits.cells, name)
    if done.returncode != 0:
        raise damaged
    found: list[tuple[str, list[list[xls_cells.Plain]]]] = json.loads(done.stdout)
    return found


def _filled(row: list[xls_cells.Plain]) -> dict[int, str]:
    texts = ((column, _shown(value)) for column, value in enumerate(row, start=1))
    return {column: text for column, text in texts if text.strip()}


def _shown(value: xls_cells.Plain) -> str:
    if isinstance(value, list):
        year, month, day, hour, minute = (int(str(part)) for part in value)
        return shown.day(datetime(year, month, day, hour, minute), "")
    if isinstance(value, int | float):
        return shown.number(float(value), shown.GENERAL)
    return value or ""
