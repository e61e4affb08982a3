"""Tell the kind of a file by its first bytes, never by its name."""

import re

# First bytes and the label ("format.<key>") of formats that are not text.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "sevenzip"),
    (b"SQLite format 3\0", "sqlite"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
)
_HTML = re.compile(
    rb"^\s*(?:<(?:\?xml[^>]*|!--.*?--)>\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# Two letters can begin a text as well; a bitmap has four zero bytes behind its size.
_BITMAP = re.compile(rb"^BM.{4}\0\0\0\0", re.DOTALL)


def kind(content: bytes) -> str:
    """Return the key of a file's format; "text" where no signature is known."""
    head = content[:512].removeprefix(b"\xef\xbb\xbf")
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    if _BITMAP.match(head):
        return "bmp"
    return "html" if _HTML.match(head) else "text"
