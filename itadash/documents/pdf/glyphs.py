"""The glyphs of a page as PDFium reads them: letters, places, sizes.

PDFium adds spaces and line ends of its own between glyphs; they are left out, the
white between two glyphs tells the same without guessing.
"""

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from itadash.documents.pdf.shapes import UNREADABLE, Box, Glyph, Handle, Turn

_SAME_PLACE = 0.01
_ONE_WAY = 0.1  # how far a letter may lean and still stand upright


def glyphs(textpage: Handle, turn: Turn, most: int) -> list[Glyph] | None:
    """Return the glyphs in the order of the file; None where there are too many."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count > most:
        return None
    return _clusters(_letters(textpage, max(count, 0), turn))


def _letters(textpage: Handle, count: int, turn: Turn) -> Iterator[Glyph]:
    read = _Reader(textpage, turn)
    for at in range(count):
        if pdfium.FPDFText_IsGenerated(textpage, at) != 1:
            yield read.letter(at)


class _Reader:
    """Reads letters one by one through the same C variables, which is faster."""

    def __init__(self, textpage: Handle, turn: Turn) -> None:
        self._page, self._turn = textpage, turn
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._ink = [ctypes.c_double() for _ in range(4)]
        self._loose, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()

    def letter(self, at: int) -> Glyph:
        page, loose, matrix = self._page, self._loose, self._matrix
        left, right, bottom, top = self._ink
        pdfium.FPDFText_GetCharOrigin(page, at, self._x, self._y)
        pdfium.FPDFText_GetCharBox(page, at, left, right, bottom, top)
        pdfium.FPDFText_GetLooseCharBox(page, at, loose)
        pdfium.FPDFText_GetMatrix(page, at, matrix)
        x, y = self._turn.point(self._x.value, self._y.value)
        ink = self._turn.box(left.value, bottom.value, right.value, top.value)
        room = self._turn.box(loose.left, loose.bottom, loose.right, loose.top)
        along, up = self._directions(matrix)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        size = pdfium.FPDFText_GetFontSize(page, at) * scale
        upright = along > 0 and abs(up) <= _ONE_WAY * along
        return Glyph(self._text(at), x, y, room.right, size, ink, upright)

    def _directions(self, matrix: Handle) -> tuple[float, float]:
        x0, y0 = self._turn.point(0, 0)
        x1, y1 = self._turn.point(matrix.a, matrix.b)
        return x1 - x0, y1 - y0

    def _text(self, at: int) -> str:
        if pdfium.FPDFText_IsHyphen(self._page, at) == 1:
            return "-"  # PDFium gives a hyphen at the end of a line a number of its own
        code = pdfium.FPDFText_GetUnicode(self._page, at)
        if pdfium.FPDFText_HasUnicodeMapError(self._page, at) == 1:
            return UNREADABLE
        if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or code in (0, 0xFFFE, 0xFFFF):
            return UNREADABLE
        text = chr(code)
        return " " if text.isspace() else text if text.isprintable() else _odd(text)


def _odd(text: str) -> str:
    """Keep letters for private use, which are mended later; drop control characters."""
    return text if "\ue000" <= text <= "\uf8ff" else ""


def _clusters(letters: Iterator[Glyph]) -> list[Glyph]:
    """Put the letters of one shape together: set at one point, ink side by side."""
    found: list[Glyph] = []
    for letter in letters:
        if not letter.text:
            continue
        if found and _one_shape(found[-1], letter):
            found[-1] = _joined(found[-1], letter)
        else:
            found.append(letter)
    return found


def _one_shape(one: Glyph, other: Glyph) -> bool:
    same_point = _near(one.x, other.x) and _near(one.y, other.y)
    beside = _near(one.box.right, other.box.left)
    as_high = _near(one.box.top, other.box.top) and _near(
        one.box.bottom, other.box.bottom
    )
    return same_point and beside and as_high and one.box.right > one.box.left


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME_PLACE


def _joined(one: Glyph, other: Glyph) -> Glyph:
    ink = Box(one.box.left, one.box.top, other.box.right, one.box.bottom)
    end = max(one.end, other.end)
    return one._replace(text=one.text + other.text, end=end, box=ink)
