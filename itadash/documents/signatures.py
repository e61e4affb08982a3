"""Tell the kind of a file by its bytes, never by its name.

A ZIP is told by the names in its directory, an OLE file by its streams.
"""

import codecs
import io
import re
import struct
import zipfile

from itadash.documents.limits import DEFAULT_LIMITS, Limits

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# First bytes and the label ("format.<key>") of formats that are not text.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"%PDF", "pdf"),
    *((signature, "zip") for signature in _ZIP),
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
_XML = re.compile(rb"^\s*<\?xml\s")
_MAIL = re.compile(
    rb"^(?:MIME-Version|From|Subject|Date|Snapshot-[\w-]+):", re.IGNORECASE
)
_HEAD = 512
# Begins each entry in the directory of a ZIP, and of those packed inside it.
_ENTRY = b"PK\x01\x02"
_ROOM = 10  # times the parts that are read; a directory of more takes seconds
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# A part that only this kind has; the number behind a name differs ("document2.xml").
_PARTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"word/document\d*\.xml$"), "docx"),
    (re.compile(r"xl/workbook\d*\.xml$"), "xlsx"),
    (re.compile(r"xl/workbook\d*\.bin$"), "xlsb"),
    (re.compile(r"ppt/presentation\d*\.xml$"), "pptx"),
)
# An OpenDocument names its type in its first file, which is never packed.
_OPEN_DOCUMENTS = (
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
)
# The stream in which Word and Excel put a file that has a password.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# The stream of an old workbook; a zero ends the shorter name.
_OLD_WORKBOOKS = ("Workbook".encode("utf-16-le"), "Book\0".encode("utf-16-le"))
_OLD_TEXT = "WordDocument".encode("utf-16-le")
# Two letters can begin a text as well; a bitmap has four zero bytes behind its size.
_BITMAP = re.compile(rb"^BM.{4}\0\0\0\0", re.DOTALL)


def kind(content: bytes) -> str:
    """Return the key of a file's format; "text" where no signature is known."""
    head = content[:_HEAD].removeprefix(codecs.BOM_UTF8)
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return _inside(name, content)
    if _BITMAP.match(head):
        return "bmp"
    return _kind_of_text(head, content)


def is_zip(content: bytes) -> bool:
    """Tell whether a file is a ZIP of any kind; its directory is not looked at."""
    return content.startswith(_ZIP)


def has_endless_directory(content: bytes, limits: Limits = DEFAULT_LIMITS) -> bool:
    """Tell whether a ZIP lists so many files that looking them through takes long."""
    return content.count(_ENTRY) > _ROOM * limits.parts


def office_kind(content: bytes) -> str:
    """Return what a ZIP is by the names in its directory.

    "docx", "xlsx", "xlsb", "pptx", "odt", "ods"; "zip" for any other, "broken_zip"
    where the directory can't be read (a download that was cut). Unpacks nothing.
    """
    for mime_type, name in _OPEN_DOCUMENTS:
        if mime_type in content[:200]:
            return name
    if has_endless_directory(content):
        return "zip"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError):
        return "broken_zip"
    for part, name in _PARTS:
        if any(part.match(one.replace("\\", "/").lstrip("/")) for one in names):
            return name
    return "zip"


def _kind_of_text(head: bytes, content: bytes) -> str:
    if head.startswith(_UTF_16):
        head = head.decode("utf-16", errors="ignore").encode()
    if _HTML.match(head):
        return "html"
    if _XML.match(head):
        return "xml"
    is_saved_page = _MAIL.match(head) and b"multipart/related" in content[: 8 * _HEAD]
    return "mhtml" if is_saved_page else "text"


def _inside(name: str, content: bytes) -> str:
    if name == "zip":
        return office_kind(content)
    return _old_office_kind(content) if name == "ole" else name


def _old_office_kind(content: bytes) -> str:
    """Tell an OLE file by the names of its streams."""
    if _ENCRYPTED in content:
        return "encrypted"
    if any(stream in content for stream in _OLD_WORKBOOKS):
        return "xls"
    return "doc" if _OLD_TEXT in content else "ole"
