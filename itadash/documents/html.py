"""Read web pages (.html, .htm): what a browser shows, without menus and scripts.

Lists get their numbers, merged cells their blanks. Nothing that a page points to is
loaded, no script runs and style sheets are not read: text that only a class hides
stays. A list of links only is a menu.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from itadash.documents import flow, spans
from itadash.documents.encoding import decode_page
from itadash.documents.flow import Bounds, Box, Item, Line, Sheet
from itadash.documents.limits import Limits
from itadash.documents.lists import Counter
from itadash.documents.model import Document
from itadash.documents.spans import SpannedCell, SpannedRow
from itadash.errors import DamagedFileError
from itadash.labels import text as label

Element = Any  # lxml has no types of its own

_SILENT = {
    *("head", "script", "style", "nav", "aside", "footer", "noscript", "template"),
    *("select", "option", "button", "textarea", "datalist", "iframe", "object"),
    *("svg", "canvas", "audio", "video", "map", "title"),
}
_BLOCKS = {
    *("html", "body", "p", "div", "section", "article", "main", "header", "address"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "center", "form"),
    *("fieldset", "legend", "figure", "figcaption", "details", "summary", "hr"),
    *("dl", "dt", "dd", "ul", "ol", "menu", "dir", "li", "caption", "tr", "td", "th"),
}
_LISTS = {"ul", "ol", "menu", "dir"}
_MENU_ITEMS = 3  # a list of so many links and nothing else is a menu
_LONGEST_ENTRY = 500  # elements; what holds more is no entry of a menu
_ADDRESS = ("http", "www.")
_SECTIONS = {"thead": 0, "tbody": 1, "tfoot": 2}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_CENTRED = re.compile(r"text-align\s*:\s*center")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_TOO_DEEP = {"ERR_RESOURCE_LIMIT", "ERR_NO_MEMORY", "ERR_INTERNAL_ERROR"}


def read(content: bytes, name: str, limits: Limits) -> Document:
    """Read a page; raises NotThaiTextError, DamagedFileError and over limits."""
    bounds = Bounds(name, limits)
    root = tree(decode_page(content, name), name, bounds)
    return flow.document(items(root, bounds), name)


def items(root: Element, bounds: Bounds) -> Box:
    """Return the lines and tables that an element shows."""
    reader = _PageReader(bounds)
    reader.read(root)
    reader.end_line()
    return tuple(reader.found)


def tree(text: str, name: str, bounds: Bounds) -> Element:
    """Return a page or a piece of one as a tree; raises DamagedFileError."""
    from lxml import etree

    bounds.count("tags", text.count("<"))
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    damaged = DamagedFileError(name=name, found=label("format.html"))
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged from error
    # Past a limit the parser leaves out the rest without a word.
    if root is None or any(e.type_name in _TOO_DEEP for e in parser.error_log):
        raise damaged
    return root


@dataclass
class _PageReader:
    """Collects what one element shows, line by line."""

    bounds: Bounds
    found: list[Item] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _mark: str = ""  # of a list item that has no line yet
    _lists: list[Counter] = field(default_factory=list)
    _centred: bool = False
    _after_centred: bool = False
    _kept_space: int = 0  # how many <pre> are open

    def read(self, element: Element) -> None:
        """Read what is inside an element, and what stands behind its children."""
        self._add(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._read_child(child, child.tag.lower())
            self._add(child.tail)

    def end_line(self) -> None:
        """Make lines of the text so far; centred lines in a row are one title."""
        text = "".join(self._text)
        self._text.clear()
        found = self.bounds.lines(text, follows=self._centred and self._after_centred)
        if found:
            if self._mark:
                first = Line(f"{self._mark} {found[0].text}", found[0].follows)
                found, self._mark = (first, *found[1:]), ""
            self.found += found
        if found or "\u00a0" in text:  # a blank line parts titles
            self._after_centred = self._centred and bool(found)

    def _add(self, text: str | None) -> None:
        if text:
            self._text.append(text if self._kept_space else _SPACE.sub(" ", text))

    def _read_child(self, element: Element, name: str) -> None:
        if name in _SILENT or _is_hidden(element) or _is_menu(element, name):
            return
        if name == "br":
            self._text.append("\n")
        elif name == "table":
            self._read_table(element)
        elif name in _BLOCKS:
            self._read_block(element, name)
        else:
            before = len(self._text)
            self.read(element)
            self._part_raised(name, before)

    def _part_raised(self, name: str, before: int) -> None:
        """Keep the mark of a note apart from the digits before it."""
        if name == "sup" and "".join(self._text[before:]).strip().isdigit():
            self._text.insert(before, " ")

    def _read_block(self, element: Element, name: str) -> None:
        self.end_line()
        around, self._centred = self._centred, self._centred or _is_centred(element)
        self._kept_space += name == "pre"
        if name in _LISTS:
            self._lists.append(Counter.of(element))
        elif name == "li":
            self._mark = self._lists[-1].mark(element) if self._lists else ""
        self.read(element)
        if name in _LISTS:
            self._lists.pop()
        self.end_line()
        self._mark = "" if name == "li" else self._mark
        self._kept_space -= name == "pre"
        self._centred = around

    def _read_table(self, table: Element) -> None:
        self.end_line()
        self.found += [
            item
            for caption in table.iterchildren("caption")
            for item in items(caption, self.bounds)
        ]
        self.found.append(_sheet(table, self.bounds))
        self._after_centred = False


def _sheet(table: Element, bounds: Bounds) -> Sheet:
    """Return the rows of a table, its foot last; hidden rows are left out."""
    sections: list[tuple[int, list[SpannedRow]]] = []
    loose: list[SpannedRow] = []
    for child in table:
        if not isinstance(child.tag, str) or _is_hidden(child):
            continue
        if child.tag in _SECTIONS:
            rows = [_row(row, bounds) for row in _shown(child, "tr")]
            sections.append((_SECTIONS[child.tag], rows))
        elif child.tag == "tr":
            loose.append(_row(child, bounds))
    sections.append((_SECTIONS["tbody"], loose))
    ordered = sorted(sections, key=lambda section: section[0])
    return spans.sheet((rows for _, rows in ordered), bounds)


def _row(row: Element, bounds: Bounds) -> SpannedRow:
    return [
        SpannedCell(
            items(cell, bounds), _span(cell, "colspan", 1), _span(cell, "rowspan", 1)
        )
        for cell in _shown(row, "td", "th")
    ]


def _shown(parent: Element, *names: str) -> list[Element]:
    return [one for one in parent.iterchildren(*names) if not _is_hidden(one)]


def _span(cell: Element, name: str, usual: int) -> int:
    digits = re.match(r"\s*([0-9]{1,6})(?![0-9])", cell.get(name) or "")
    return int(digits[1]) if digits else usual


def _is_hidden(element: Element) -> bool:
    style = (element.get("style") or "").lower()
    return element.get("hidden") is not None or bool(_HIDDEN.search(style))


def _is_menu(element: Element, name: str) -> bool:
    """Tell whether a list has links only; addresses written out are no menu."""
    entries = list(element.iterchildren("li")) if name in _LISTS else []
    return len(entries) >= _MENU_ITEMS and all(map(_is_link, entries))


def _is_link(entry: Element) -> bool:
    """Tell whether all words of a list item, and of lists in it, are names of links."""
    inside = list(islice(entry.iter(), _LONGEST_ENTRY))
    if len(inside) == _LONGEST_ENTRY:
        return False
    linked = (one for link in inside if link.tag == "a" for one in link.itertext())
    words = _squeezed(entry.itertext())
    return words == _squeezed(linked) and not words.startswith(_ADDRESS)


def _squeezed(texts: Iterable[str]) -> str:
    return "".join("".join(texts).split())


def _is_centred(element: Element) -> bool:
    style = (element.get("style") or "").lower()
    align = (element.get("align") or "").lower()
    return element.tag == "center" or align == "center" or bool(_CENTRED.search(style))
