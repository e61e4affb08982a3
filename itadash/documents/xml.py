"""XML inside office files: no document type, no entities, bounded by its reader.

Names are compared without their namespace, since the same file is written with
several of them ("transitional" and "strict").
"""

import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from xml.parsers import expat


class BrokenXmlError(ValueError):
    """XML that can't be parsed, or that declares a document type."""


def elements(content: bytes) -> Iterator[ET.Element]:
    """Yield every element at its end, children first; raises BrokenXmlError."""
    _refuse_document_types(content)
    try:
        for _, element in ET.iterparse(io.BytesIO(content), events=("end",)):
            yield element
    except (ET.ParseError, ValueError, LookupError) as error:
        raise BrokenXmlError(str(error)) from error


def local(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition("}")[2]


def attribute(element: ET.Element, name: str) -> str | None:
    """Return an attribute whatever its namespace."""
    if name in element.attrib:
        return element.attrib[name]
    found = (value for key, value in element.attrib.items() if local(key) == name)
    return next(found, None)


def _refuse_document_types(content: bytes) -> None:
    """No office program writes one; entities in it can grow without end."""

    def refuse(*_: object) -> None:
        raise BrokenXmlError("document type")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise BrokenXmlError(str(error)) from error
