"""A second reading by `pdftotext` (poppler), where it is installed.

Fonts lie to one reader and not to the other. A number that the second reading of its
page does not hold is written as U+FFFD, one for each character: that something is
printed there is told, a digit that may be wrong is not.
"""

import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from itadash import thai
from itadash.documents.model import Block, Page, Paragraph, Row, Table
from itadash.documents.pdf.shapes import UNREADABLE
from itadash.model import Place

PROGRAM = "pdftotext"
SECONDS = 20.0
MOST_BYTES = 20_000_000
NUMBER = re.compile(r"[0-9๐-๙]+(?:[.,][0-9๐-๙]+)*")


def compared(pages: tuple[Page, ...], content: bytes) -> tuple[Page, ...]:
    """Return the pages without the numbers on which the second reading differs."""
    texts = second_reading(content)
    if len(texts) < len(pages):
        return pages
    known = [_Numbers(text) for text in texts[: len(pages)]]
    return tuple(
        replace(page, blocks=tuple(_checked(block, known) for block in page.blocks))
        for page in pages
    )


class _Numbers:
    """The numbers of a page as the second reading has them."""

    def __init__(self, text: str) -> None:
        self._found = set(NUMBER.findall(text))
        self._close = "".join(text.split())

    def has(self, number: str) -> bool:
        if not self._close or number in self._found:
            return True
        alone = rf"(?<![0-9๐-๙.,]){re.escape(number)}(?![0-9๐-๙])"
        return re.search(alone, self._close) is not None


def _checked(block: Block, known: Sequence[_Numbers]) -> Block:
    if isinstance(block, Paragraph):
        near = _near(block.place, known)
        return replace(block, text=_without_doubt(block.text, near))
    return Table(tuple(_row(row, known) for row in block.rows))


def _near(place: Place, known: Sequence[_Numbers]) -> Sequence[_Numbers]:
    """Return the page and the next: a row that a break cut has words of both."""
    return known[place.line - 1 : place.line + 1] if isinstance(place.line, int) else ()


def _row(row: Row, known: Sequence[_Numbers]) -> Row:
    near = _near(row.place, known)
    cells = (
        replace(
            cell, paragraphs=tuple(_without_doubt(t, near) for t in cell.paragraphs)
        )
        for cell in row.cells
    )
    return replace(row, cells=tuple(cells))


def _without_doubt(text: str, near: Sequence[_Numbers]) -> str:
    def told(match: re.Match[str]) -> str:
        agreed = any(numbers.has(match[0]) for numbers in near)
        return match[0] if agreed else UNREADABLE * len(match[0])

    return NUMBER.sub(told, text)


def second_reading(content: bytes) -> list[str]:
    """Return the text of each page, or nothing where there is no second reading."""
    program = shutil.which(PROGRAM)
    if program is None:
        return []
    with tempfile.TemporaryDirectory(prefix="itadash") as folder:
        source, target = Path(folder) / "in.pdf", Path(folder) / "out.txt"
        source.write_bytes(content)
        command = [program, "-q", "-enc", "UTF-8", "-layout", str(source), str(target)]
        if not _ran(command, target):
            return []
        text = target.read_bytes().decode("utf-8", errors="replace")
    return thai.mend_private_glyphs(text).split("\f")


def _ran(command: list[str], target: Path) -> bool:
    """Run a program; end it when it takes too long or writes too much."""
    silent = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command, stdin=silent, stdout=silent, stderr=silent, close_fds=True
        )
    except OSError:
        return False
    end = time.monotonic() + SECONDS
    try:
        while process.poll() is None:
            if time.monotonic() > end or _size(target) > MOST_BYTES:
                return False
            time.sleep(0.01)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
    return process.returncode == 0 and 0 < _size(target) <= MOST_BYTES


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
