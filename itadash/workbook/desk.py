"""A workbook while it is being written: its styles, its progress, its long texts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from itadash.workbook.cells import sheet_name
from itadash.workbook.styles import FONT, Styles

# Rows go to disk as they are written, so that the country takes no more memory
# than a province.
OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_format_properties": FONT,
}
Progress = Callable[[int], object]


@dataclass(frozen=True)
class LongText:
    """A text that its cell can't hold whole; row and column count from 0."""

    sheet: str
    row: int
    column: int
    title: str
    words: str


@dataclass
class Desk:
    """What everything that writes a sheet needs; `progress` gets the rows done."""

    book: xlsxwriter.Workbook
    styles: Styles
    progress: Progress | None = None
    long_texts: list[LongText] = field(default_factory=list)
    done: int = 0

    def new_sheet(self, wanted_name: str) -> Worksheet:
        """Add a sheet under a name that Excel takes and no other sheet has."""
        return self.book.add_worksheet(self.free_name(wanted_name))

    def free_name(self, wanted_name: str) -> str:
        """Return the name that a sheet of this wish would get now."""
        return sheet_name(wanted_name, list(self.book.sheetnames))

    def tell(self, rows: int) -> None:
        """Say that some more rows are done."""
        self.done += rows
        if self.progress is not None:
            self.progress(self.done)


@contextmanager
def laid_out(file: BinaryIO, progress: Progress | None = None) -> Iterator[Desk]:
    """Give the desk of a new workbook, and put the workbook into a file at the end.

    Raises OSError where the file takes no more.
    """
    # Rows wait in a folder of our own: nothing stays behind when writing fails.
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        book = xlsxwriter.Workbook(file, {**OPTIONS, "tmpdir": folder})
        yield Desk(book, Styles(book), progress)
        try:
            book.close()
        except FileCreateError as error:
            raise OSError(*error.args[0].args) from error
