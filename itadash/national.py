"""What is known of the whole country by year: the goal and the results.

Published figures only; what was computed from them is named in `derived`.
Years are Buddhist.
"""

from dataclasses import dataclass
from functools import cache

from itadash.reference import in_force, listed, rows


@dataclass(frozen=True)
class NationalGoal:
    """The share of agencies (percent) that should reach the target by a year."""

    share: float
    by_year: int


@dataclass(frozen=True)
class NationalResult:
    """One year of the whole country; what was not published is None.

    `passed` counts the agencies at the target or above, `passed_share` is their
    percentage; `derived` names the fields that were computed, not published.
    """

    year: int
    agencies: int
    mean: float | None
    passed: int | None
    passed_share: float | None
    derived: tuple[str, ...]


def national_goal(assessed_year: int | None) -> NationalGoal | None:
    """Return the national goal that held in a year, None where none is known."""
    if assessed_year is None:
        return None
    for row in in_force("targets", assessed_year):
        if row["goal_share"]:
            return NationalGoal(float(row["goal_share"]), int(row["goal_year"]))
    return None


@cache
def national_results() -> tuple[NationalResult, ...]:
    """Return the results of the whole country, oldest year first."""
    return tuple(
        NationalResult(
            int(row["year"]),
            int(row["agencies"]),
            float(row["mean"]) if row["mean"] else None,
            int(row["passed"]) if row["passed"] else None,
            float(row["passed_share"]) if row["passed_share"] else None,
            listed(row["derived"]),
        )
        for row in rows("national_results")
    )


def national_change(year: int | None) -> float | None:
    """Return the change of the national mean against the year before, if known."""
    means = {result.year: result.mean for result in national_results()}
    if year is None:
        return None
    now, before = means.get(year), means.get(year - 1)
    return None if now is None or before is None else round(now - before, 9)
