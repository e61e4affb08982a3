"""Where two prints of one measure differ, in the words that they print."""

from collections.abc import Iterator

from rapidfuzz.distance import Indel

from itadash import thai
from itadash.model import Measure

TEXT_FIELDS = (
    "steps",
    "responsible",
    "period",
    "result",
    "outcome",
    "follow_up",
    "recommendation",
)
AROUND = 6  # letters shown on either side of a difference
CLOSE = 4  # differences with fewer letters between them are shown as one

Span = tuple[int, int, int, int]


def differences(one: Measure, other: Measure) -> list[str]:
    """Return "one print / other print" for every place where two prints differ.

    White space, marks that scans misplace and forms of digits make no difference.
    """
    return [
        difference
        for field in ("title", "description", *TEXT_FIELDS)
        for difference in _between(
            getattr(one, field) or "", getattr(other, field) or ""
        )
    ]


def _between(one: str, other: str) -> Iterator[str]:
    first, second = _letters(one), _letters(other)
    if first == second:
        return
    for a, b, c, d in _spans(first, second):
        yield f"{_shown(first, a, b)} / {_shown(second, c, d)}"


def _spans(first: str, second: str) -> list[Span]:
    """Return the differing stretches (from, to, from, to), close ones joined."""
    spans: list[Span] = []
    for step in Indel.opcodes(first, second):
        if step.tag == "equal":
            continue
        a, b, c, d = step.src_start, step.src_end, step.dest_start, step.dest_end
        if spans and a - spans[-1][1] < CLOSE:
            spans[-1] = (spans[-1][0], b, spans[-1][2], d)
        else:
            spans.append((a, b, c, d))
    return spans


def _shown(text: str, start: int, end: int) -> str:
    before, behind = max(0, start - AROUND), end + AROUND
    return f"“{text[before:behind]}”" if text else "–"


def _letters(text: str) -> str:
    return thai.mend("".join(text.split()))
