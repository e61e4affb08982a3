"""Tables without lines: columns of white that at least three lines share.

Prose has wide gaps too, by chance. So the same white must part three lines or more,
and the words behind it must begin, end or have their middle at one place.
"""

from collections.abc import Sequence
from itertools import pairwise

from itadash.documents.pdf.lines import Line, Segment

MIN_LINES = 3
MOST_LINES = 200  # of one such table on one page
MIN_WHITE = 0.9  # of the size: how wide a column of white stays over all lines
SPREAD = 3.2  # of the size: base lines further apart are no rows of one table
ALIGNED = 0.6  # of the size

White = tuple[float, float]


def tables(lines: Sequence[Line]) -> list[tuple[int, int, tuple[float, ...]]]:
    """Return (first line, line behind the last, where columns part) of each table."""
    found: list[tuple[int, int, tuple[float, ...]]] = []
    at = 0
    while at < len(lines):
        stop, whites = _run(lines, at)
        stop = _without_tail(lines, at, stop)
        cuts = tuple((left + right) / 2 for left, right in whites)
        if cuts and stop - at >= MIN_LINES:
            found.append((at, stop, cuts))
            at = stop
        else:
            at += 1
    return found


def cell_texts(line: Line, cuts: tuple[float, ...]) -> list[list[Segment]]:
    """Return the words of each column of a line."""
    columns: list[list[Segment]] = [[] for _ in range(len(cuts) + 1)]
    for segment in line:
        middle = (segment.left + segment.right) / 2
        columns[sum(cut < middle for cut in cuts)].append(segment)
    return columns


def _run(lines: Sequence[Line], start: int) -> tuple[int, list[White]]:
    """Follow the lines as long as a column of white runs through all of them."""
    if len(lines[start]) < 2:
        return start, []
    whites, stop = _whites(lines[start]), start + 1
    for line in lines[stop : start + MOST_LINES]:
        if line[0].y - lines[stop - 1][0].y > SPREAD * line[0].size:
            break
        shared = _shared(whites, line)
        if not shared:
            break
        whites, stop = shared, stop + 1
    return stop, [white for white in whites if _parts(white, lines[start:stop])]


def _whites(line: Line) -> list[White]:
    return [(one.right, other.left) for one, other in pairwise(line)]


def _shared(whites: list[White], line: Line) -> list[White]:
    """Narrow each column of white by a line; one that words cross is gone."""
    shared: list[White] = []
    for left, right in whites:
        before = [s.right for s in line if (s.left + s.right) / 2 < (left + right) / 2]
        behind = [s.left for s in line if (s.left + s.right) / 2 >= (left + right) / 2]
        left, right = max([left, *before]), min([right, *behind])
        if right - left >= MIN_WHITE * line[0].size:
            shared.append((left, right))
    return shared


def _parts(white: White, lines: Sequence[Line]) -> bool:
    """Tell whether a column of white parts three lines whose words are aligned."""
    left, right = white
    behind: list[Segment] = []
    for line in lines:
        after = [segment for segment in line if segment.left >= right]
        if after and any(segment.right <= left for segment in line):
            behind.append(after[0])
    return len(behind) >= MIN_LINES and _aligned(behind)


def _aligned(segments: list[Segment]) -> bool:
    tolerance = ALIGNED * segments[0].size
    sides = (
        [segment.left for segment in segments],
        [segment.right for segment in segments],
        [(segment.left + segment.right) / 2 for segment in segments],
    )
    return any(_most_alike(side, tolerance) >= MIN_LINES for side in sides)


def _most_alike(places: list[float], tolerance: float) -> int:
    """Count the places near their middle one; a header may stand elsewhere."""
    middle = sorted(places)[len(places) // 2]
    alike = sum(abs(place - middle) <= tolerance for place in places)
    return alike if alike >= 0.6 * len(places) else 0


def _without_tail(lines: Sequence[Line], start: int, stop: int) -> int:
    """Leave out lines at the end that stand in the first column alone."""
    while stop > start and len(lines[stop - 1]) < 2:
        if lines[stop - 1][0].left > lines[start][0].right:
            break
        stop -= 1
    return stop
