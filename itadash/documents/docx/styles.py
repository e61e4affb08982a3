"""What a paragraph has from its style: its list, its level, whether it is centred."""

from dataclasses import dataclass

from itadash.documents.docx.numbering import Numbering
from itadash.documents.docx.package import Element, child, children, value, whole

_LONGEST_CHAIN = 20  # styles that a style is based on; Word allows about ten
_CENTRED = "center"


@dataclass(frozen=True)
class Style:
    """What one style says itself; None where it leaves it to the one below."""

    below: str | None
    list_id: str | None
    level: int | None
    alignment: str | None


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, part: Element | None, numbering: Numbering) -> None:
        """Read styles.xml, which may be missing."""
        self._numbering = numbering
        self._styles: dict[str, Style] = {}
        self._usual: str | None = None
        for one in () if part is None else children(part, "style"):
            if value(one, "type") == "paragraph":
                identity = value(one, "styleId") or ""
                self._styles[identity] = _style(one)
                if value(one, "default") in ("1", "true", "on"):
                    self._usual = identity

    def is_centred(self, properties: Element | None) -> bool:
        """Tell whether a paragraph stands in the middle of its line."""
        own = value(child(properties, "jc"))
        for _, style in self._chain(properties):
            own = own or style.alignment
        return own == _CENTRED

    def list_of(self, properties: Element | None) -> tuple[str, int] | None:
        """Return the list and level of a paragraph; its own words go first."""
        own = child(properties, "numPr")
        identity, level = value(child(own, "numId")), value(child(own, "ilvl"))
        at = None if level is None else whole(level)
        for name, style in self._chain(properties):
            if identity is not None and at is not None:
                break
            if identity is None and style.list_id is not None:
                identity = style.list_id
                of_style = self._numbering.level_of_style(identity, name)
                at = of_style if of_style is not None and at is None else at
            at = style.level if at is None else at
        return (identity, at or 0) if identity not in (None, "0") else None

    def _chain(self, properties: Element | None) -> list[tuple[str, Style]]:
        name = value(child(properties, "pStyle")) or self._usual
        found: list[tuple[str, Style]] = []
        while name in self._styles and len(found) < _LONGEST_CHAIN:
            found.append((name, self._styles[name]))
            name = self._styles[name].below
        return found


def _style(one: Element) -> Style:
    properties = child(one, "pPr")
    level = value(child(properties, "numPr", "ilvl"))
    return Style(
        below=value(child(one, "basedOn")),
        list_id=value(child(properties, "numPr", "numId")),
        level=None if level is None else whole(level),
        alignment=value(child(properties, "jc")),
    )
