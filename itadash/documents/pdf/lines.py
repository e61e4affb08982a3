"""Glyphs to lines, and lines to paragraphs.

A line that could have taken the first word of the next one and did not ends its
paragraph; so does one before a number or bullet. Thai has no space where a line was
wrapped inside a phrase, so none is put there.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from unicodedata import bidirectional

from itadash.documents.pdf.repair import decoded, is_mark
from itadash.documents.pdf.shapes import Glyph

SAME_LINE = 0.4  # of the size: how far base lines of one line may differ
SPACE = 0.22  # of the size: white between letters that is a space
SARA_AM = 1.1  # of the size: behind a sara am, whose own shape may be missing
GAP = 1.6  # of the size: white that parts columns; a justified line's is narrower
FURTHEST_IN = 4.0  # of the size: a line that begins further in goes on with nothing
LONGEST_THAI = 7.0  # of the size: room in which any Thai word finds place
APART = 2.6  # of the size; Umpush and Garuda set their lines 2 sizes apart
_NO_THAI_SPACE = re.compile("[\u0e01-\u0e4e\u0e2f\u0e46]$")
_THAI_START = re.compile("^[\u0e01-\u0e4e]")
_OPEN_END = re.compile(r"(?:[/(\[]|(?<! )[-–])$")
_CLOSING_START = re.compile(r"^[)\],.:;/]")
# "๑.", "1.2)", "(๓)", "๒.๓ ", "ก. ", "-", "•": what a list item begins with.
# "๙๒.๖๕ คะแนน" is none.
_ITEM = re.compile(
    r"^(?:[(]?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2}){0,3}(?:[.)](?![0-9๐-๙])|\))"
    r"|[1-9๑-๙]\.[1-9๑-๙] (?=[ก-ฮเแโไใ])|[(]?[ก-ฮ][.)] "
    r"|[-–•●○▪◦✓➢*\uf0b7\uf0a7\uf0d8](?![0-9๐-๙]))"
)


@dataclass(frozen=True)
class Segment:
    """Words of a line with no wide gap between them."""

    text: str
    left: float
    right: float
    y: float
    size: float
    page: int = 0

    @property
    def first_word_width(self) -> float:
        """About how much room the part up to the first space takes."""
        word = self.text.split(" ", 1)[0]
        return (self.right - self.left) * len(word) / max(len(self.text), 1)


Line = tuple[Segment, ...]


def lines(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """Return the lines from top to bottom, each cut at its wide gaps."""
    found = [_segments(row, page) for row in _rows(_clusters(glyphs))]
    return [line for line in found if line]


def _clusters(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Put the marks behind the letter that the file has them after."""
    clusters: list[list[Glyph]] = []
    for glyph in glyphs:
        last = clusters[-1][0] if clusters else None
        if last and is_mark(glyph.text) and belongs(glyph, last):
            clusters[-1].append(glyph)
        else:
            clusters.append([glyph])
    return clusters


def belongs(mark: Glyph, letter: Glyph) -> bool:
    """Tell whether a mark stands where marks of a letter do."""
    near = letter.x - mark.size <= mark.x <= letter.end + mark.size
    return near and abs(mark.y - letter.y) < mark.size


def _rows(clusters: list[list[Glyph]]) -> list[list[list[Glyph]]]:
    rows: list[list[list[Glyph]]] = []
    level = float("-inf")
    for cluster in sorted(clusters, key=lambda one: one[0].y):
        letter = cluster[0]
        if not rows or letter.y - level > SAME_LINE * letter.size:
            rows.append([])
            level = letter.y
        rows[-1].append(cluster)
    return [_in_order(sorted(row, key=lambda one: one[0].x)) for row in rows]


def _in_order(row: list[list[Glyph]]) -> list[list[Glyph]]:
    """Turn letters of Arabic and Hebrew round; a reading may have put them in names."""
    ordered: list[list[Glyph]] = []
    for backwards, run in groupby(row, key=_runs_backwards):
        letters = list(run)
        ordered += letters[::-1] if backwards else letters
    return ordered


def _runs_backwards(cluster: list[Glyph]) -> bool:
    return bidirectional(cluster[0].text[0]) in ("R", "AL")


def _segments(row: list[list[Glyph]], page: int) -> Line:
    groups: list[list[list[Glyph]]] = []
    end = 0.0
    for cluster in row:
        letter = cluster[0]
        if letter.text == " ":
            if groups:
                groups[-1].append(cluster)
            continue
        if not groups or letter.x - end > GAP * letter.size:
            groups.append([])
        groups[-1].append(cluster)
        end = max(glyph.end for glyph in cluster)
    segments = (_segment(group, page) for group in groups)
    return tuple(segment for segment in segments if segment.text)


def _segment(clusters: list[list[Glyph]], page: int) -> Segment:
    letters = [cluster for cluster in clusters if cluster[0].text != " "]
    first = letters[0][0]
    right = max(glyph.end for glyph in letters[-1])
    text = " ".join(decoded(_spaced(clusters)).split())
    return Segment(text, first.x, right, first.y, first.size, page)


def _spaced(clusters: list[list[Glyph]]) -> str:
    """Write out the letters, a space where there is white."""
    parts: list[str] = []
    end: float | None = None
    for cluster in clusters:
        letter = cluster[0]
        white = SARA_AM if "".join(parts[-1:]).endswith("ำ") else SPACE
        wide = end is not None and letter.x - end > white * letter.size
        if wide and not is_mark(letter.text) and not _runs_backwards(cluster):
            parts.append(" ")
        parts += [glyph.text for glyph in cluster]
        end = max(end or 0.0, *(glyph.end for glyph in cluster))
    return "".join(parts)


def joined(lines: Sequence[Segment], left: float, right: float) -> list[list[Segment]]:
    """Group lines to paragraphs; `left` and `right` are where lines could run."""
    paragraphs: list[list[Segment]] = []
    for line in lines:
        if paragraphs and _wraps(paragraphs[-1], line, right - left, right):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _wraps(above: list[Segment], line: Segment, width: float, right: float) -> bool:
    last = above[-1]
    if starts_item(line.text) or abs(line.size - last.size) > 0.15 * last.size:
        return False
    if not SAME_LINE * last.size < line.y - last.y <= APART * last.size:
        return False
    if line.left > above[0].left + FURTHEST_IN * line.size and not _centred(
        line, width, right
    ):
        return False
    free = width - (last.right - last.left) if _centred(last, width, right) else 0.0
    room = max(right - last.right, free)
    word = line.first_word_width
    if _THAI_START.match(line.text):
        word = min(word, LONGEST_THAI * line.size)
    return word > room - 0.5 * line.size


def _centred(line: Segment, width: float, right: float) -> bool:
    middle = right - width / 2
    return abs((line.left + line.right) / 2 - middle) < line.size


def written(lines: Sequence[Segment]) -> str:
    """Return the lines of a paragraph as one text, joined as Thai wraps."""
    text = ""
    for line in lines:
        text += line_break(text[-2:], line.text) + line.text
    return text


def starts_item(text: str) -> bool:
    """Tell whether a text begins with the number or bullet of a list item."""
    return bool(_ITEM.match(text))


def line_break(before: str, after: str) -> str:
    """Return what stands at a wrap: nothing inside Thai, else a space."""
    if not before or _OPEN_END.search(before) or _CLOSING_START.match(after):
        return ""
    inside_thai = _NO_THAI_SPACE.search(before) and _THAI_START.match(after)
    return "" if inside_thai else " "
