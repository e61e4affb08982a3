"""Write rows as a workbook of Excel 97: one sheet of labels and numbers in an OLE file.

Only what a reader needs: a directory of one stream, its sectors, and BIFF8 records.
"""

import struct
from collections.abc import Sequence

SECTOR = 512
MIN_STREAM = 4096  # a shorter one would lie in the small sectors
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
BOF, EOF, SHEET, LABEL, NUMBER = 0x809, 0x0A, 0x85, 0x204, 0x203
MERGED = 0xE5
Cell = str | float | None


def write(
    rows: Sequence[Sequence[Cell]],
    *,
    title: str = "แผ่น",
    merged: Sequence[tuple[int, int, int, int]] = (),
) -> bytes:
    """Return the bytes of an .xls with one sheet.

    `merged` are ranges: first and last row, first and last column, from 0.
    """
    name = struct.pack("<BB", len(title), 1) + title.encode("utf-16-le")
    head = _record(BOF, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    offset = len(head) + 4 + 6 + len(name) + 4
    head += _record(SHEET, struct.pack("<IH", offset, 0) + name) + _record(EOF)
    sheet = _record(BOF, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    for at, row in enumerate(rows):
        sheet += b"".join(_cell(at, column, one) for column, one in enumerate(row))
    ranges = b"".join(struct.pack("<HHHH", *one) for one in merged)
    sheet += _record(MERGED, struct.pack("<H", len(merged)) + ranges) if merged else b""
    return _ole(head + sheet + _record(EOF))


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _cell(row: int, column: int, value: Cell) -> bytes:
    if value is None or value == "":
        return b""
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        text = struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")
        return _record(LABEL, place + text)
    return _record(NUMBER, place + struct.pack("<d", value))


def _ole(stream: bytes) -> bytes:
    stream = stream.ljust(MIN_STREAM, b"\0")
    stream += b"\0" * (-len(stream) % SECTOR)
    count = len(stream) // SECTOR
    chain = [TABLE, END, *range(3, count + 2), END]
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(b"", 0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, 1, 0, MIN_STREAM, END, 0, END, 0),
    ) + struct.pack("<109I", 0, *[FREE] * 108)
    sectors = -(-len(chain) // 128)
    assert sectors == 1, "one sector of the table holds 62 kB, enough for tests"
    table = struct.pack("<128I", *chain, *[FREE] * (128 - len(chain)))
    root = _entry("Root Entry", 5, 1, END, 0)
    book = _entry("Workbook", 2, FREE, 2, len(stream))
    return header + table + root + book + b"\0" * 256 + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    words = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        *(words, len(words) + 2, kind, 1, FREE, FREE, child, b"", 0, 0, 0),
        *(start, size),
    )
