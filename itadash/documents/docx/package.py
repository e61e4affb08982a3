"""The parts of a Word file as XML trees, found by their relations, strict or not.

Nothing outside the file is opened: relations that point out of it are passed over,
and a document type, the way to entities, is refused.
"""

import posixpath
from collections.abc import Iterator
from typing import Any

from itadash.documents.archive import Archive
from itadash.documents.flow import Bounds

Element = Any  # lxml has no types of its own
_FIRST_PART = "word/document.xml"
_DOCTYPE = b"<!DOCTYPE"


class Package:
    """A Word file; `main` is the tree of its text."""

    def __init__(self, archive: Archive, bounds: Bounds) -> None:
        """Open the main part; raises DamagedFileError and TooLargeError."""
        self._archive = archive
        self._bounds = bounds
        self._main_name = self._find_main()
        main = self._tree(self._main_name)
        if main is None:
            raise archive.damaged()
        self.main: Element = main
        self._relations = list(self._relations_of(self._main_name))

    def part(self, kind: str) -> Element | None:
        """Return the tree of the part of one kind ("numbering"), if there is one."""
        return next(
            (self._tree(to) for _, of, to in self._relations if of == kind), None
        )

    def related(self, identity: str) -> Element | None:
        """Return the tree of the part that the text names by a relation's id."""
        found = (self._tree(to) for one, _, to in self._relations if one == identity)
        return next(found, None)

    def _find_main(self) -> str:
        for _, kind, target in self._relations_of(""):
            if kind == "officeDocument":
                return target
        return _FIRST_PART

    def _relations_of(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Yield (id, kind, name of the part) of every relation inside the file."""
        folder, name = posixpath.split(part)
        tree = self._tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in () if tree is None else children(tree):
            target = relation.get("Target") or ""
            if relation.get("TargetMode") != "External" and target:
                path = posixpath.normpath(posixpath.join("/", folder, target))
                kind = (relation.get("Type") or "").rpartition("/")[2]
                yield relation.get("Id") or "", kind, path.lstrip("/")

    def _tree(self, part: str) -> Element | None:
        from lxml import etree

        content = self._archive.read(part)
        if content is None:
            return None
        if _DOCTYPE in content.replace(b"\0", b""):  # in UTF-16 as well
            raise self._archive.damaged()
        self._bounds.count("tags", content.count(b"<"))
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            tree = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError, LookupError) as error:
            raise self._archive.damaged() from error
        if tree.getroottree().docinfo.doctype:
            raise self._archive.damaged()
        return tree


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements right under one, of some local names or of any."""
    for child in element:
        if isinstance(child.tag, str) and (not names or tag(child) in names):
            yield child


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element down a path of local names."""
    for name in path:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element


def tag(element: Element) -> str:
    """Return the local name; strict and usual files differ in the namespace only."""
    return str(element.tag).rpartition("}")[2]


def value(element: Element | None, name: str = "val") -> str | None:
    """Return an attribute by its local name."""
    if element is None:
        return None
    for key, found in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(found)
    return None


def whole(text: str | None, default: int = 0) -> int:
    """Return a small whole number; the default for anything else."""
    text = (text or "").strip()
    is_number = text.lstrip("-").isdecimal() and len(text) <= 9
    return int(text) if is_number and text.count("-") <= 1 else default


def is_on(element: Element | None) -> bool:
    """Tell whether a switch is there and not turned off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")
