"""The words of one paragraph as Word prints them: what is deleted or hidden is gone."""

from dataclasses import dataclass, field

from itadash.documents.docx.package import Element, child, children, is_on, tag, value

# Deleted text, properties, the small letters over others. All else may hold words.
_SILENT = {"del", "moveFrom", "pPr", "rPr", "sdtPr", "tblPr", "rt", "txbxContent"}
_BREAKS = {"br", "cr"}
_SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-"}
# Signs of Wingdings and Symbol by the low byte of their place in the font.
_FONT_SIGNS = {
    **dict.fromkeys((0xFC, 0x50), "✓"),
    **dict.fromkeys((0xFE, 0x52), "☑"),
    **dict.fromkeys((0xA8, 0x6F, 0x71, 0xA3), "☐"),
    **dict.fromkeys((0xFB, 0x4F), "✗"),
    **dict.fromkeys((0xFD, 0x51, 0x54), "☒"),
    **dict.fromkeys((0xB7, 0x6C, 0x9F, 0xA7, 0xD8, 0x76), "•"),
}
_FONT_PLACES = {0xF000 + at: sign for at, sign in _FONT_SIGNS.items()}
_OTHER_PLACES = dict.fromkeys(
    at for at in range(0xF020, 0xF100) if at not in _FONT_PLACES
)
_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF")


@dataclass
class Field:
    """A field being read: its command stands before its result."""

    command: str = ""
    in_result: bool = False

    @property
    def is_page_number(self) -> bool:
        """Tell whether the result is the number of a page, which is no text."""
        return self.command.split(maxsplit=1)[:1] in [[one] for one in _PAGE_FIELDS]


@dataclass
class Words:
    """The text of a paragraph, with the text boxes that are anchored in it."""

    parts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text; a line end where Word breaks a line by hand."""
        return "".join(self.parts)


class RunReader:
    """Reads paragraphs one after another; a field may reach over several."""

    def __init__(self) -> None:
        """Begin outside all fields."""
        self._fields: list[Field] = []

    def words(self, paragraph: Element) -> Words:
        """Return the words of a paragraph."""
        words = Words()
        self._read(paragraph, words, raised=False)
        # One that lost its end may not silence the rest of the document.
        self._fields = [
            one for one in self._fields if one.in_result and not one.is_page_number
        ]
        return words

    def _read(self, element: Element, words: Words, *, raised: bool) -> None:
        for one in children(element):
            name = tag(one)
            if name == "txbxContent":
                words.boxes.append(one)
            elif name == "r":
                self._read_run(one, words)
            elif name == "AlternateContent":
                self._read_alternative(one, words, raised=raised)
            elif name in ("fldChar", "instrText"):
                self._read_field(one, value(one, "fldCharType"))
            elif printed := _printed(one, name, raised=raised):
                words.parts += [] if self._is_silent else [printed]
            elif name not in _SILENT and not _is_page_field(one, name):
                self._read(one, words, raised=raised)

    def _read_run(self, run: Element, words: Words) -> None:
        properties = child(run, "rPr")
        if not is_on(child(properties, "vanish")):
            place = value(child(properties, "vertAlign"))
            self._read(run, words, raised=place == "superscript")

    def _read_alternative(
        self, element: Element, words: Words, *, raised: bool
    ) -> None:
        """Read one of two writings of the same: the newer, else the older."""
        for one in children(element, "Choice", "Fallback"):
            inner = Words()
            self._read(one, inner, raised=raised)
            if inner.text.strip() or inner.boxes:
                words.parts += inner.parts
                words.boxes += inner.boxes
                return

    @property
    def _is_silent(self) -> bool:
        return any(not one.in_result or one.is_page_number for one in self._fields)

    def _read_field(self, one: Element, point: str | None) -> None:
        if point == "begin":
            self._fields.append(Field())
        elif point == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif point == "end" and self._fields:
            self._fields.pop()
        elif point is None and self._fields and not self._fields[-1].in_result:
            self._fields[-1].command += one.text or ""


def _is_page_field(one: Element, name: str) -> bool:
    return name == "fldSimple" and Field(value(one, "instr") or "").is_page_number


def _printed(one: Element, name: str, *, raised: bool) -> str:
    if name == "t":
        text = (one.text or "").translate(_FONT_PLACES).translate(_OTHER_PLACES)
        # A note's mark beside a number is none of its digits.
        return f" {text}" if raised and text.strip().isdigit() else text
    if name in _BREAKS:
        return "\n"
    if name == "sym":
        return _symbol(value(one, "char") or "")
    return _SIGNS.get(name, "")


def _symbol(char: str) -> str:
    try:
        return _FONT_SIGNS.get(int(char, 16) & 0xFF, "")
    except ValueError:
        return ""
