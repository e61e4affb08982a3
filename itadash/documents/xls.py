"""Read a workbook of Excel 97–2003: each visible sheet a page, by python-calamine.

Number formats are not told: 25 stored under "0.00" is shown as 25.
"""

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from types import TracebackType

from itadash.documents import shown
from itadash.documents.limits import Limits
from itadash.documents.model import Document, Page
from itadash.documents.sheets import cell_of, page, refuse_too_many
from itadash.errors import DamagedFileError, EncryptedFileError
from itadash.labels import text as label

Value = int | float | str | bool | time | date | datetime | timedelta


def read(content: bytes, name: str, limits: Limits) -> Document:
    """Read a workbook; raises DamagedFileError, EncryptedFileError, TooLargeError."""
    from python_calamine import CalamineError, PasswordError

    try:
        with _NoPanic():
            return Document(name, tuple(_pages(content, name, limits)))
    except PasswordError as error:
        raise EncryptedFileError(name=name) from error
    except (CalamineError, _PanicError) as error:
        raise DamagedFileError(name=name, found=label("format.xls")) from error


class _PanicError(RuntimeError):
    """Code in Rust met what it had ruled out."""


class _NoPanic:
    """Turn a panic of the library into an error; its class can't be imported."""

    def __enter__(self) -> None:
        """Enter without doing anything."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Raise _PanicError in place of a panic; let all else through."""
        if kind is not None and kind.__name__ == "PanicException":
            raise _PanicError(str(error))


def _pages(content: bytes, name: str, limits: Limits) -> Iterator[Page]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    found = [
        one.name
        for one in book.sheets_metadata
        if one.visible == SheetVisibleEnum.Visible
        and one.typ == SheetTypeEnum.WorkSheet
    ]
    for number, title in enumerate(found, start=1):
        sheet = book.get_sheet_by_name(title)
        count = sheet.total_height * sheet.total_width
        refuse_too_many("cells", count, limits.cells, name)
        rows = sheet.to_python(skip_empty_area=False)
        yield page(number, _cells(rows), cell_of(title), name, limits)


def _cells(rows: list[list[Value]]) -> dict[int, dict[int, str]]:
    return {
        at: filled
        for at, row in enumerate(rows, start=1)
        if (filled := {c: t for c, v in enumerate(row, 1) if (t := _shown(v).strip())})
    }


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return shown.general(float(value))
    return shown.day(value, "") if isinstance(value, date) else str(value)
