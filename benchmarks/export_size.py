"""What the full workbook of the country costs, against writing its cells bare.

Ours is everything behind the click but the store: joining, judging, cleaning, all
sheets with formats, formulas and charts. Bare is xlsxwriter in the same mode given
the very cells, ready made and without any format. Both write to disk; seconds of
one core. Memory is what Python holds at the peak of writing, the frames not counted.
"""

import tracemalloc
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from benchmarks import Result, Row, at_most
from benchmarks.country import country
from itadash.analysis import Choice
from itadash.workbook import LAYOUTS, Stored, WorkbookInput, gathered, write_workbook
from itadash.workbook.blocks import Block, block_of
from itadash.workbook.desk import OPTIONS
from itadash.workbook.sheets import Column
from itadash.workbook.styles import Styles

YEAR, DAY = 2567, date(2026, 11, 21)
AGENCIES, QUICK_AGENCIES = 8_325, 1_000
REPEATS = 2
ONE = "export of one agency, against the country (s)"
MEMORY = "memory of writing a quarter, against bare (MB)"
TIME_BAR, ONE_BAR, MEMORY_BAR = 1.5, 1 / 50, 0.25

Sheet = list[tuple[Column, Block]]


def run(quick: bool) -> Result:
    n = QUICK_AGENCIES if quick else AGENCIES
    stored = country(n, YEAR)
    one = country(1, YEAR)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        cells = _cells(stored, path)
        pairs = [
            (
                _seconds(lambda: _ours(stored, path)),
                _seconds(lambda: _bare(cells, path)),
            )
            for _ in range(1 if quick else REPEATS)
        ]
        ours, bare = min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)
        single = min(_seconds(_ours, one, path) for _ in range(5))
        rows = [
            at_most(f"export of {n:,} agencies (s)", ours, bare, TIME_BAR),
            *([] if quick else [at_most(ONE, single, ours, ONE_BAR)]),
            *_memory(n, stored, path),
        ]
        written = sum(_filled(sheet) for sheet in cells)
    lines = [f"{written:,} cells in {len(cells)} sheets; base: bare xlsxwriter"]
    return Result(rows, lines)


def _memory(n: int, stored: Stored, path: Path) -> list[Row]:
    """Compare the peak of writing with bare xlsxwriter that keeps all in memory.

    A quarter of the agencies is enough for that; of all it is said without a bar.
    """
    quarter = country(n // 4, YEAR)
    bare = _peak(_bare, _cells(quarter, path), path, {})
    content = gathered(quarter, Choice(YEAR), made_on=DAY)
    of_all = gathered(stored, Choice(YEAR), made_on=DAY)
    return [
        at_most(MEMORY, _peak(_write, content, path), bare, MEMORY_BAR),
        Row("memory of writing all (MB)", _peak(_write, of_all, path)),
    ]


def _peak(call: Callable[..., object], *arguments: object) -> float:
    tracemalloc.start()
    call(*arguments)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def _ours(stored: Stored, path: Path) -> None:
    _write(gathered(stored, Choice(YEAR), made_on=DAY), path)


def _write(content: WorkbookInput, path: Path) -> None:
    with path.open("wb") as file:
        write_workbook(content, file)


def _cells(stored: Stored, path: Path) -> list[Sheet]:
    """Return the cells of all tables as they are written."""
    content = gathered(stored, Choice(YEAR), made_on=DAY)
    styles = Styles(xlsxwriter.Workbook(path))
    return [
        [(c, block_of(styles, c.kind, rows[c.name])) for c in columns]
        for rows, columns in (layout(content) for layout in LAYOUTS.values())
    ]


def _filled(sheet: Sheet) -> int:
    return sum(value is not None for _, block in sheet for value in block.values)


def _bare(
    cells: list[Sheet], path: Path, options: Mapping[str, object] = OPTIONS
) -> None:
    with xlsxwriter.Workbook(path, dict(options)) as book:
        for columns in cells:
            _write_bare(book.add_worksheet(), columns)


def _write_bare(sheet: Worksheet, columns: Sheet) -> None:
    lanes = [
        (at, column.formula, block.values) for at, (column, block) in enumerate(columns)
    ]
    for row in range(len(lanes[0][2])):
        for at, formula, values in lanes:
            value = values[row]
            if formula:
                sheet.write_formula(row, at, formula.format(row=row + 1), None, value)
            elif isinstance(value, str):
                sheet.write_string(row, at, value)
            elif value is not None:
                sheet.write_number(row, at, value)


def _seconds(call: Callable[..., object], *arguments: object) -> float:
    start = process_time()
    call(*arguments)
    return process_time() - start
