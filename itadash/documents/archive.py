"""Read files out of a ZIP within bounds; its directory is looked at first.

Nothing is written to disk and no name in a ZIP is ever a path.
"""

import io
import struct
import zipfile
import zlib

from itadash.documents import signatures
from itadash.documents.limits import Limits
from itadash.errors import (
    DamagedFileError,
    EncryptedFileError,
    TooDenseError,
    TooLargeError,
)
from itadash.labels import text as label

_SMALL = 1_000_000  # bytes that may unpack as far as they like: an empty table does
_HAS_PASSWORD = 0x1
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, NotImplementedError, RuntimeError, KeyError),
)


class Archive:
    """The files of a ZIP by name; "found" is the label of its kind, for messages."""

    def __init__(self, content: bytes, name: str, found: str, limits: Limits) -> None:
        """Open a ZIP; raises DamagedFileError, EncryptedFileError, TooLargeError."""
        self._name, self._found = name, found
        if signatures.has_endless_directory(content, limits):
            most = label("extent.parts", count=f"{limits.parts:,}")
            raise TooLargeError(
                name=name,
                size=label("extent.parts_over", count=f"{limits.parts:,}"),
                limit=most,
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _DAMAGE as error:
            raise self.damaged() from error
        _refuse_too_many(self._zip.infolist(), name, limits)
        self.names = frozenset(self._zip.namelist())

    def read(self, part: str) -> bytes | None:
        """Return a file of the ZIP, None where there is none of that name."""
        if part not in self.names:
            return None
        if self._zip.getinfo(part).flag_bits & _HAS_PASSWORD:
            raise EncryptedFileError(name=self._name)
        try:
            return self._zip.read(part)  # never more than the directory declares
        except _DAMAGE as error:
            raise self.damaged() from error

    def damaged(self) -> DamagedFileError:
        """Return the error of a ZIP whose content can't be read."""
        return DamagedFileError(name=self._name, found=self._found)


def _refuse_too_many(files: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    if len(files) > limits.parts:
        raise _too_large(name, "parts", len(files), limits.parts)
    total = sum(file.file_size for file in files)
    if total > limits.unpacked_bytes:
        raise _too_large(name, "bytes", total / 1e6, limits.unpacked_bytes / 1e6)
    for file in files:
        size, most = file.file_size, limits.part_bytes
        if size > most:
            raise _too_large(name, "bytes", size / 1e6, most / 1e6)
        if size > max(_SMALL, file.compress_size * limits.unpacked_ratio):
            shown = label("extent.bytes", count=f"{size / 1e6:,.0f}")
            raise TooDenseError(name=name, size=shown)


def _too_large(name: str, what: str, size: float, limit: float) -> TooLargeError:
    return TooLargeError(
        name=name,
        size=label(f"extent.{what}", count=f"{size:,.0f}"),
        limit=label(f"extent.{what}", count=f"{limit:,.0f}"),
    )
