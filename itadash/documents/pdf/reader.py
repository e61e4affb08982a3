"""All pages of a PDF in turn, within bounds of time and size."""

import time

from itadash import thai
from itadash.documents.limits import Limits
from itadash.documents.model import Page, Table
from itadash.documents.pdf.breaks import mended, without_running_heads
from itadash.documents.pdf.opening import opened
from itadash.documents.pdf.pages import Part, parts, whole
from itadash.documents.pdf.repair import thai_from_latin
from itadash.documents.pdf.shapes import UNREADABLE, Box, Glyph, Handle, Strokes, Turn
from itadash.errors import (
    NoTextLayerError,
    StoppedReadingError,
    TooLargeError,
    UnreadableLettersError,
)
from itadash.labels import text as label

_FARTHEST = 1e5  # points; nothing is printed further away
MIN_LETTERS = 20  # fewer are a stamp or a page number on a scan
MOST_UNREADABLE = 0.3


def read_pages(content: bytes, name: str, limits: Limits) -> tuple[Page, ...]:
    """Return the pages of a PDF; raises what `pdf.read` names."""
    end = time.monotonic() + limits.seconds
    letters = _Letters()
    pages: list[list[Part]] = []
    with opened(content, name, limits) as document:
        for at in range(len(document)):
            if time.monotonic() > end:
                raise StoppedReadingError(name=name, limit=f"{limits.seconds:g}")
            pages.append(_parts(document, at, name, limits, letters))
    letters.refuse(name)
    blocks = (
        tuple(whole(part) for part in page)
        for page in mended(without_running_heads(pages))
    )
    return tuple(
        Page(at, tuple(b for b in page if not isinstance(b, Table) or b.rows))
        for at, page in enumerate(blocks, start=1)
    )


class _Letters:
    """Counts what a file's text is made of, to tell a text from a scan."""

    def __init__(self) -> None:
        self.all = self.thai = self.unreadable = 0
        self.pictures = False

    def count(self, glyphs: list[Glyph]) -> None:
        text = "".join(glyph.text for glyph in glyphs)
        self.all += sum(not letter.isspace() for letter in text)
        self.thai += thai.thai_letters(text)
        self.unreadable += text.count(UNREADABLE)

    def refuse(self, name: str) -> None:
        """Raise where no page holds text that can be read."""
        if self.unreadable > MOST_UNREADABLE * self.all:
            raise UnreadableLettersError(name=name)
        # The programs of scanners and phones print their own name on each page.
        if self.all < MIN_LETTERS or (self.pictures and not self.thai):
            raise NoTextLayerError(name=name)


def _parts(
    document: Handle, at: int, name: str, limits: Limits, letters: _Letters
) -> list[Part]:
    import pypdfium2

    from itadash.documents.pdf.glyphs import glyphs
    from itadash.documents.pdf.strokes import has_pictures, strokes

    try:
        page = document[at]
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        return []  # one damaged page is no reason to lose the others
    turn = _turn(page)
    try:
        found = glyphs(textpage.raw, turn, limits.page_letters)
        if found is None:
            raise _too_many_letters(name, limits)
        drawn = strokes(page.raw, turn, limits.page_strokes) or Strokes()
        letters.pictures = letters.pictures or has_pictures(page.raw)
    finally:
        textpage.close()
        page.close()
    found = thai_from_latin([glyph for glyph in found if _on_paper(glyph, turn.shown)])
    letters.count(found)
    return parts(found, drawn, at + 1, turn.shown.right)


def _turn(page: Handle) -> Turn:
    left, bottom, right, top = page.get_bbox()
    quarters = int(page.get_rotation()) // 90 % 4
    return Turn(right - left, top - bottom, quarters, left, bottom)


def _on_paper(glyph: Glyph, paper: Box) -> bool:
    """Tell whether a letter is printed at all; what was cropped off is not."""
    places = (glyph.x, glyph.y, glyph.end, *glyph.box)
    return (
        0 < glyph.size < _FARTHEST
        and all(abs(at) < _FARTHEST for at in places)
        and paper.holds(*glyph.middle)
    )


def _too_many_letters(name: str, limits: Limits) -> TooLargeError:
    most = label("extent.page_letters", count=f"{limits.page_letters:,}")
    more = label("extent.page_letters_over", count=f"{limits.page_letters:,}")
    return TooLargeError(name=name, size=more, limit=most)
