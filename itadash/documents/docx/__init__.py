"""Read Word files (.docx, .docm; also the strict kind). Macros are never looked at.

The body comes in its order with the numbers that Word makes; inserted text is kept,
deleted and hidden text is not. Footnotes follow at the end. The header of the first
section is no running text: it is given as a table of one cell before all else, so
that it is asked only where the text itself is silent. Footers are left out.
"""

from collections.abc import Iterator

from itadash.documents import flow
from itadash.documents.archive import Archive
from itadash.documents.docx.body import BodyReader, only_lines
from itadash.documents.docx.numbering import Numbering
from itadash.documents.docx.package import (
    Element,
    Package,
    child,
    children,
    is_on,
    value,
)
from itadash.documents.docx.styles import Styles
from itadash.documents.flow import Bounds, Item
from itadash.documents.limits import Limits
from itadash.documents.model import Document
from itadash.errors import DamagedFileError
from itadash.labels import text as label

_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))


def read(content: bytes, name: str, limits: Limits) -> Document:
    """Read a Word file; raises DamagedFileError, EncryptedFileError and over limits."""
    found = label("format.docx")
    bounds = Bounds(name, limits)
    package = Package(Archive(content, name, found, limits), bounds)
    body = child(package.main, "body")
    if body is None:
        raise DamagedFileError(name=name, found=found)
    reader = _reader(package, bounds)
    items = [*reader.items(body), *_notes(package, reader)]
    header = tuple(dict.fromkeys(_header(package, body, bounds)))
    return flow.document(items, name, header)


def _reader(package: Package, bounds: Bounds) -> BodyReader:
    numbering = Numbering(package.part("numbering"))
    return BodyReader(Styles(package.part("styles"), numbering), numbering, bounds)


def _notes(package: Package, reader: BodyReader) -> Iterator[Item]:
    """Yield the notes of the text; a note with a type is a line that Word draws."""
    for kind, name in _NOTES:
        part = package.part(kind)
        for note in () if part is None else children(part, name):
            if value(note, "type") in (None, "normal"):
                yield from reader.items(note)


def _header(package: Package, body: Element, bounds: Bounds) -> Iterator[str]:
    """Yield the lines of the headers of the first section."""
    sections = (one for one in body.iter() if str(one.tag).endswith("}sectPr"))
    section = next(sections, None)
    if section is None:
        return
    wanted = {"default", "first"} if is_on(child(section, "titlePg")) else {"default"}
    for one in children(section, "headerReference"):
        part = package.related(_relation(one)) if value(one, "type") in wanted else None
        if part is not None:
            reader = _reader(package, bounds)
            yield from (line.text for line in only_lines(reader.items(part)))


def _relation(reference: Element) -> str:
    return value(reference, "id") or ""
