"""Run as a program: an .xls on standard input, its cells as JSON on standard output.

The library ends the whole process on some damaged files ("memory allocation
failed"), so it gets a process of its own, with bounds of memory where the system
has them. Exit 3 for a file with a password, 4 for too many cells, else not 0.
"""

import io
import json
import sys
from datetime import date

MEMORY = 1_500_000_000  # bytes the process may ask for
PASSWORD, TOO_MANY = 3, 4
Plain = str | int | float | list[int] | None
Filled = tuple[int, int, Plain]  # row and column from 1, the value
Span = tuple[int, int, int]  # column, first and last row of a merged range, from 1
Sheet = tuple[str, list[Filled], list[Span]]


def main(most_cells: int) -> int:
    """Read the workbook; print title, filled cells and merged ranges of each sheet.

    Hidden sheets are left out.
    """
    from python_calamine import PasswordError

    _bound_memory()
    try:
        found = _sheets(sys.stdin.buffer.read(), most_cells)
    except PasswordError:
        return PASSWORD
    except OverflowError:
        return TOO_MANY
    sys.stdout.buffer.write(json.dumps(found).encode())
    return 0


def _sheets(content: bytes, most_cells: int) -> list[Sheet]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    found: list[Sheet] = []
    for one in book.sheets_metadata:
        visible = one.visible == SheetVisibleEnum.Visible
        if not visible or one.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(one.name)
        most_cells -= sheet.total_height * sheet.total_width
        if most_cells < 0:
            raise OverflowError
        rows = sheet.to_python(skip_empty_area=False)
        filled = [
            (at, column, _plain(value))
            for at, row in enumerate(rows, start=1)
            for column, value in enumerate(row, start=1)
            if value != ""
        ]
        ranges = sheet.merged_cell_ranges or []
        spans = [(left + 1, top + 1, low + 1) for (top, left), (low, _) in ranges]
        found.append((one.name, filled, spans))
    return found


def _plain(value: object) -> Plain:
    """Return a value as JSON has it; a day as a list of its parts."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, date):
        return list(value.timetuple()[:5])
    return str(value)


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
