"""Bytes to an open PDF, or a sentence why not.

PDFium may be used by one thread at a time, and the dashboard has many: whoever reads
holds `_ONE_AT_A_TIME` from opening to closing. It ends its own searches in hostile
files; what it unpacks is bounded here, before it sees the file.
"""

import re
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from itadash.documents.limits import Limits
from itadash.errors import DamagedFileError, EncryptedFileError, TooLargeError
from itadash.labels import text as label

_ONE_AT_A_TIME = threading.Lock()
_STREAM = re.compile(rb"stream\r?\n")
_CHUNK = 1 << 20


@contextmanager
def opened(content: bytes, name: str, limits: Limits) -> Iterator[Any]:
    """Open a PDF for the length of a block.

    Raises EncryptedFileError, DamagedFileError, TooLargeError.
    """
    import pypdfium2

    _refuse_bombs(content, name, limits)
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
                raise EncryptedFileError(name=name) from error
            raise DamagedFileError(name=name, found=label("format.pdf")) from error
        try:
            _refuse_too_many_pages(len(document), name, limits)
            yield document
        except pypdfium2.PdfiumError as error:
            raise DamagedFileError(name=name, found=label("format.pdf")) from error
        finally:
            document.close()


def _refuse_too_many_pages(count: int, name: str, limits: Limits) -> None:
    if count > limits.pages:
        raise TooLargeError(
            name=name,
            size=label("extent.pages", count=f"{count:,}"),
            limit=label("extent.pages", count=f"{limits.pages:,}"),
        )
    if count < 1:
        raise DamagedFileError(name=name, found=label("format.pdf"))


def _refuse_bombs(content: bytes, name: str, limits: Limits) -> None:
    """Refuse a stream that unpacks to more than a report can hold.

    Only packed bytes right behind "stream" are tried; images packed otherwise are
    never unpacked, because nothing here draws a page.
    """
    for start in _STREAM.finditer(content):
        if content[start.end() : start.end() + 1] in (b"x", b"h", b"X", b"H"):
            size = _unpacked(content, start.end(), limits.unpacked_bytes)
            if size > limits.unpacked_bytes:
                raise TooLargeError(
                    name=name,
                    size=f"{size / 1e6:,.0f} MB",
                    limit=f"{limits.unpacked_bytes / 1e6:,.0f} MB",
                )


def _unpacked(content: bytes, start: int, most: int) -> int:
    """Return how many bytes a stream unpacks to, counted up to just over `most`."""
    unpacker, size, at = zlib.decompressobj(), 0, start
    packed: bytes = content[at : at + _CHUNK]
    try:
        while packed and size <= most and not unpacker.eof:
            size += len(unpacker.decompress(packed, _CHUNK))
            packed = unpacker.unconsumed_tail
            if not packed:
                at += _CHUNK
                packed = content[at : at + _CHUNK]
    except zlib.error:
        pass
    return size
