"""Numbers of the country or of a target, said beside the agency's own scores.

"(ค่าเฉลี่ยระดับประเทศ 87.57 คะแนน)" in a sentence says nothing of the scores around it. A
table right under "คะแนนระดับประเทศ 87.57 คะแนน" whose scores sum up to that very number
is not the agency's.
"""

import re
from collections.abc import Iterator, Mapping

from itadash import framework, thai
from itadash.extract.row_words import compares
from itadash.extract.total_subjects import names_an_indicator

SAME_TOTAL = 0.1  # points; the means of others are rounded before they are summed up

_BRACKETS = re.compile(r"[(][^()\n]{1,90}[)]")
_POINTS = re.compile(
    r"(?<![\d.])(?:(\d{1,3}\.\d{1,2})(?![\d.])|(\d{2,3})(?=\s*(?:คะแนน|%)))"
)


def without_asides(text: str) -> str:
    """Return a sentence without brackets that state a number of others or a target."""
    return _BRACKETS.sub(lambda one: " " if _is_aside(one[0]) else one[0], text)


def sums_up_to_others(
    heading: str, scores: Mapping[int, float | None], year: int | None
) -> bool:
    """Tell whether ten scores give the total that a caption says others have."""
    held = {number: score for number, score in scores.items() if score is not None}
    total = framework.total(held, year)
    if total is None:
        return False
    near = [
        of_others
        for value, of_others in _numbers_said(thai.words_joined(heading))
        if abs(float(total) - value) <= SAME_TOTAL
    ]
    return bool(near) and all(near)


def _is_aside(brackets: str) -> bool:
    states = bool(_POINTS.search(brackets)) and "เต็ม" not in brackets
    return states and compares(brackets) and not names_an_indicator(brackets)


def _numbers_said(text: str) -> Iterator[tuple[float, bool]]:
    """Yield the numbers of a text, and whether words before them say others'."""
    start = 0
    for match in _POINTS.finditer(text):
        of_others = compares(text[start : match.start()])
        yield float(match[1] or match[2]), of_others
        start = match.end()
