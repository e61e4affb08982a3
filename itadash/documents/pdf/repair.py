"""What PDF programs do to Thai glyphs, undone: named rules, one test each.

This is decoding, not mending: the page shows the right letters, only what the file
says of its shapes is wrong. Rules that hold for text of any source stand in `thai`.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from functools import reduce
from itertools import islice

from itadash import thai
from itadash.documents.pdf.shapes import UNREADABLE, Glyph

_MARKS = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a") | frozenset(
    "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
# A mark stands in the upper or lower part of a line; a letter begins at its base.
_RAISED = 0.35
_MOST_LETTERS = 100  # of one kind in a line that are compared
_OVERPRINT = 0.12  # of the size: how far a second print for boldness is shifted
# Thai letters of Windows-874 at the places of Latin ones, plain or for private use.
_OLD_FONTS = {
    chr(page + byte): bytes([byte]).decode("cp874")
    for page in (0, 0xF000)
    for byte in (*range(0xA1, 0xDB), *range(0xDF, 0xFC))
}
_MOSTLY = 0.5
_HALF_READ = re.compile(f"[0-9๐-๙.,]*{UNREADABLE}[0-9๐-๙.,{UNREADABLE}]*")


def is_mark(text: str) -> bool:
    """Tell whether a text begins with a vowel or tone mark above or below a letter."""
    return text[:1] in _MARKS


def without_repeated_clusters(glyphs: list[Glyph]) -> list[Glyph]:
    """Drop a part of a cluster that is said to be the whole cluster again.

    Chromium says of the tone mark of "ชี้" that it reads "ชี้", and of the sara am of "ทำ"
    that it reads "ทำ". The ink gives both away: a mark's is above or below the letters
    of the cluster, a second sara am's runs into the first cluster.
    """
    whole: dict[tuple[str, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if not _is_mark_shape(glyph):
            whole[glyph.text[0], round(glyph.y)].append(glyph)
    return [glyph for glyph in glyphs if not _is_repeated(glyph, whole)]


def _is_repeated(glyph: Glyph, whole: dict[tuple[str, int], list[Glyph]]) -> bool:
    if len(glyph.text) < 2 or is_mark(glyph.text):
        return False
    test = _over if _is_mark_shape(glyph) else _runs_into
    row = round(glyph.y)
    known = (one for at in (row - 1, row, row + 1) for one in whole[glyph.text[0], at])
    return any(test(glyph, one) for one in islice(known, _MOST_LETTERS))


def _is_mark_shape(glyph: Glyph) -> bool:
    """Tell whether letters that begin with a base have the ink of a mark only."""
    if is_mark(glyph.text) or not thai.thai_letters(glyph.text):
        return False
    high = glyph.box.bottom < glyph.y - _RAISED * glyph.size
    return len(glyph.text) > 1 and (high or glyph.box.top > glyph.y)


def _runs_into(part: Glyph, known: Glyph) -> bool:
    shared = known.box.right - part.box.left
    after = known.box.left < part.box.left
    return after and part.text == known.text and shared > 0.08 * part.size


def _over(mark: Glyph, base: Glyph) -> bool:
    same_line = abs(mark.y - base.y) < 0.1 * base.size
    middle = (mark.box.left + mark.box.right) / 2
    reach = 0.6 * base.size
    return same_line and base.box.left - reach <= middle <= base.box.right + reach


def without_overprints(glyphs: list[Glyph]) -> list[Glyph]:
    """Drop a letter printed twice at nearly one place, which some write as bold."""
    kept: list[Glyph] = []
    places: dict[tuple[str, int, int], list[Glyph]] = {}
    for glyph in glyphs:
        step = max(_OVERPRINT * glyph.size, 0.01)
        column, row = int(glyph.x / step), int(glyph.y / step)
        around = (
            known
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for known in places.get((glyph.text, column + dx, row + dy), ())
        )
        if glyph.text != " " and any(_overprinted(glyph, known) for known in around):
            continue
        places.setdefault((glyph.text, column, row), []).append(glyph)
        kept.append(glyph)
    return kept


def _overprinted(one: Glyph, other: Glyph) -> bool:
    shift = max(abs(one.x - other.x), abs(one.y - other.y))
    return shift <= _OVERPRINT * one.size and abs(one.size - other.size) < 0.5


def thai_from_latin(glyphs: list[Glyph]) -> list[Glyph]:
    """Read "¡ÒÃ" as "การ": old Thai fonts keep their letters at the places of Latin.

    Only on a page without any Thai letter and mostly of letters from those places.
    """
    text = "".join(glyph.text for glyph in glyphs if glyph.text != " ")
    old = sum(letter in _OLD_FONTS for letter in text)
    if thai.thai_letters(text) or old < max(20, _MOSTLY * len(text)):
        return glyphs
    table = str.maketrans(_OLD_FONTS)
    return [glyph._replace(text=glyph.text.translate(table)) for glyph in glyphs]


def without_half_read_numbers(text: str) -> str:
    """Hide a number of which one digit cannot be told: the others would mislead."""
    return _HALF_READ.sub(lambda number: UNREADABLE * len(number[0]), text)


GLYPH_RULES: tuple[Callable[[list[Glyph]], list[Glyph]], ...] = (
    without_overprints,
    without_repeated_clusters,
)
TEXT_RULES: tuple[Callable[[str], str], ...] = (
    thai.mend_private_glyphs,
    thai.mend_invisible,
    thai.mend_spaces,
    thai.mend_spaced_marks,
    thai.mend_mark_order,
    thai.mend_doubled_marks,
    thai.mend_sara_am,
    thai.mend_halved_sara_am,
    without_half_read_numbers,
)


def repaired(glyphs: list[Glyph]) -> list[Glyph]:
    """Apply every rule that looks at the shapes of a page."""
    return reduce(lambda done, rule: rule(done), GLYPH_RULES, glyphs)


def decoded(text: str) -> str:
    """Apply every rule that looks at the letters of a line."""
    return reduce(lambda done, rule: rule(done), TEXT_RULES, text)
