"""Bytes in, Document out: one module a format, one line each in the registry.

To add a format, write a module with `read(content, name, limits) -> Document` and
name it in `_READERS` under the kind that `signatures` tells.
"""

import stat
from collections.abc import Callable
from pathlib import Path

from itadash.documents import (
    delimited,
    docx,
    html,
    old_word,
    pdf,
    signatures,
    text,
    xls,
    xlsx,
)
from itadash.documents.bundle import files_in
from itadash.documents.limits import DEFAULT_LIMITS, Limits
from itadash.documents.model import Document
from itadash.errors import (
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    NotAsNamedError,
    NotThaiTextError,
    TooLargeError,
    UnreadableFileError,
    UnsupportedFormatError,
)
from itadash.labels import text as label

__all__ = ["files_in", "load", "needs_bounds", "read", "suffixes"]

Reader = Callable[[bytes, str, Limits], Document]

_READERS: dict[str, Reader] = {
    "text": text.read,
    "csv": delimited.read,
    "docx": docx.read,
    "doc": old_word.read,
    "pdf": pdf.read,
    "xlsx": xlsx.read,
    "xls": xls.read,
    "html": html.read,
}
_SUFFIXES: tuple[str, ...] = (
    *(".txt", ".md", ".docx", ".docm", ".doc", ".pdf", ".xlsx", ".xls", ".csv"),
    *(".html", ".htm", ".zip"),
)
# What a name with this ending promises, where it is no text.
_PROMISED: dict[str, str] = {
    **{".pdf": "pdf", ".doc": "doc", ".xls": "xls", ".zip": "zip"},
    **{".docx": "docx", ".docm": "docx", ".xlsx": "xlsx"},
}


def suffixes() -> tuple[str, ...]:
    """Return the endings by which folders are searched; bytes decide the format."""
    return _SUFFIXES


def read(content: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a file of any known format.

    Raises EmptyFileError, TooLargeError, DamagedFileError, NotAsNamedError,
    UnsupportedFormatError and what the format's reader raises, all of them
    ItadashError.
    """
    if len(content) > limits.file_bytes:
        raise _too_large(name, len(content), limits)
    if not content.strip(b"\0 \t\r\n\f\xef\xbb\xbf\xff\xfe"):
        raise EmptyFileError(name=name)
    kind = signatures.kind(content)
    if kind == "text" and delimited.is_delimited(content):
        kind = "csv"
    if kind == "encrypted":
        raise EncryptedFileError(name=name)
    if kind == "broken_zip":
        raise DamagedFileError(name=name, found=label("format.broken_zip"))
    if kind not in _READERS:
        raise UnsupportedFormatError(
            name=name, found=label(f"format.{kind}"), supported=", ".join(_SUFFIXES)
        )
    return _read_as(kind, content, name, limits)


def _read_as(kind: str, content: bytes, name: str, limits: Limits) -> Document:
    """Read by the reader of a kind; noise is told by what its name promised."""
    try:
        return _READERS[kind](content, name, limits)
    except NotThaiTextError as error:
        promised = _PROMISED.get(Path(name).suffix.lower())
        if promised is None:
            raise
        raise NotAsNamedError(name=name, found=label(f"format.{promised}")) from error


def needs_bounds(content: bytes) -> bool:
    """Tell whether a library unpacks the file, at whatever cost in time and memory."""
    if signatures.is_zip(content):
        return True
    kind = signatures.kind(content)
    return kind in _READERS and kind != "text"


def load(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Return the bytes of a file, its size looked at before it is read.

    Raises UnreadableFileError and TooLargeError.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would be waited for
            raise UnreadableFileError(
                name=path.name, reason=label("reason.no_regular_file")
            )
        size = status.st_size
        if size > limits.file_bytes:
            raise _too_large(path.name, size, limits)
        return path.read_bytes()
    except (TooLargeError, UnreadableFileError):
        raise
    except OSError as error:
        raise UnreadableFileError(name=path.name, reason=_reason(error)) from error


def _too_large(name: str, size: int, limits: Limits) -> TooLargeError:
    return TooLargeError(
        name=name,
        size=f"{size / 1e6:,.1f} MB",
        limit=f"{limits.file_bytes / 1e6:,.0f} MB",
    )


def _reason(error: OSError) -> str:
    kinds = {FileNotFoundError: "missing", PermissionError: "forbidden"}
    return label(f"reason.{kinds.get(type(error), 'other')}")
