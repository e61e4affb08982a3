"""The record of one change."""

from dataclasses import dataclass

# Dates are ISO texts and units a list, so that a value lies in the store as JSON.
Value = str | float | int | list[str] | None


@dataclass(frozen=True)
class Correction:
    """One field of a report, what was read there, what is right, and why.

    `path` is "overall_score", "agency.province", "scores.4.score" (number of the
    indicator) or "measures.3.units" (position from 0). `anchor` is the title that
    was read for that measure: in another version the position may hold another one.
    """

    path: str
    old: Value
    new: Value
    why: str
    anchor: str | None = None
