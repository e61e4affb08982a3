"""How wide columns stand, how high rows, and how many pages a sheet takes across.

Heights are written into the file: Excel would find them by itself on opening, other
programs and prints would not.
"""

from collections.abc import Sequence
from typing import Final

from itadash.workbook.blocks import Block, Kind
from itadash.workbook.cells import columns_of, lines_of
from itadash.workbook.styles import LINE

_HIGHEST: Final = 409  # points that Excel gives a row at most
_FURTHER_LINE: Final = 28  # points; fonts that stand in for ours have higher lines
MOST_LINES: Final = 1 + (_HIGHEST - LINE) // _FURTHER_LINE
WIDEST: Final = 52
_WIDER: Final = (64, 78)  # for a text that would not stand in the highest row
_NARROWEST: Final = 9
_WIDEST_NUMBER: Final = 10  # a longer heading stands in several lines
_LOOKED_AT: Final = 300  # rows that a column's width is judged by
_FILTER_BUTTON: Final = 3
_PAPER: Final = 200  # columns of an A4 page across that can still be read
_BOLD: Final = 1.1  # a heading's letters are wider


def width_of(title: str, kind: Kind, block: Block) -> int:
    """Fit the longest word of the heading and the longest of the first texts."""
    heading = max((columns_of(word) for word in title.split()), default=0)
    heading = heading if kind == "text" else min(heading, _WIDEST_NUMBER)
    longest = 0
    words = [str(value) for value in block.values[:_LOOKED_AT] if value]
    if kind == "text":
        longest = max(map(columns_of, words), default=0)
    elif kind == "date":
        longest = len("30 ก.ย. 2568")
    wanted = max(heading + _FILTER_BUTTON, longest + 3, _NARROWEST)
    return wanted if wanted <= WIDEST else _widened(words)


def _widened(words: Sequence[str]) -> int:
    """Return the least width at which all texts stand whole, the usual if none."""
    for width in (WIDEST, *_WIDER):
        if all(lines_of(one, width) <= MOST_LINES for one in words):
            return width
    return WIDEST


def height_of(lines: int) -> int:
    """Return the points of height of a row of so many lines, as high as may be."""
    return LINE + _FURTHER_LINE * (min(lines, MOST_LINES) - 1)


def heading_lines(titles: Sequence[str], widths: Sequence[int]) -> int:
    """Return the lines that the highest heading takes beside its filter button."""
    free = (max(int((width - _FILTER_BUTTON) / _BOLD), 1) for width in widths)
    return max(map(lines_of, titles, free), default=1)


def lines_of_rows(
    kinds: Sequence[Kind], blocks: Sequence[Block], widths: Sequence[int]
) -> tuple[dict[int, int], list[tuple[int, int]]]:
    """Return the rows of several lines with their number, and what stands too high.

    What stands too high are (row, column) of texts that no row shows whole.
    """
    found: dict[int, int] = {}
    too_high: list[tuple[int, int]] = []
    for at, (kind, block, width) in enumerate(zip(kinds, blocks, widths, strict=True)):
        texts = {words for words in block.values if words} if kind == "text" else ()
        high = {words: n for words in texts if (n := lines_of(words, width)) > 1}
        for line, words in enumerate(block.values if high else ()):
            if words in high and high[words] > found.get(line, 1):
                found[line] = high[words]
            if words in high and high[words] > MOST_LINES:
                too_high.append((line, at))
    return found, too_high


def pages_across(widths: Sequence[int]) -> int:
    """Count the pages a sheet takes across; the first column comes on each."""
    pages, taken = 1, 0
    for width in widths:
        if taken and taken + width > _PAPER:
            pages, taken = pages + 1, widths[0]
        taken += width
    return pages
