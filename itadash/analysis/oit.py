"""Routes on which the checklist of published data (OIT) moves by whole items.

An indicator of OIT is the mean of groups of items that are there or not, so that its
score moves in steps. The groups are known for the years in `oit_items.csv` only; how
many items of which group an agency has is not printed, so every way to its printed
score is thought possible, and the steps are the least that may be needed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import product
from math import lcm
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from itadash import framework
from itadash.analysis import routes
from itadash.analysis.routes import STEP, Goal, Route, Scores
from itadash.reference import in_force

Whole = npt.NDArray[np.int64]
INSTRUMENT: Final = "OIT"


@dataclass(frozen=True)
class _Ends:
    """Ways to set OIT, side by side: hundredths of each indicator, and their cost."""

    scores: Mapping[int, Whole]
    cost: Whole


@cache
def groups(assessed_year: int | None) -> Mapping[int, tuple[int, ...]]:
    """Return how many items each group of an OIT indicator has; empty if unknown."""
    if assessed_year is None:
        return {}
    found: dict[int, tuple[int, ...]] = {}
    for row in in_force("oit_items", assessed_year):
        number = int(row["indicator"])
        found[number] = (*found.get(number, ()), int(row["items"]))
    return found


def stops(scores: Scores, assessed_year: int | None) -> dict[int, list[Decimal]] | None:
    """Return the scores that whole items lead each OIT indicator to, its own first.

    None where the items of the year are not known, or where a printed score is none
    that whole items give.
    """
    layout = groups(assessed_year)
    found = {}
    for number, items in layout.items():
        score = scores.get(number)
        if score is None or not framework.valid(score):
            return None
        found[number] = [Decimal(one) * STEP for one in _stops(items, _steps(score))]
    return found if found and all(found.values()) else None


def cheapest(scores: Scores, assessed_year: int | None, goal: Goal) -> Route | None:
    """Return the route that raises the fewest points, OIT by whole items only.

    Of routes equal in points the one with the highest total is taken, then the one
    that raises the indicator with the smaller number least. None where `stops` is.
    """
    offered = stops(scores, assessed_year)
    if offered is None or routes.outcome(scores, assessed_year).total is None:
        return None
    exact = {one.number: _exact(scores[one.number]) for one in framework.indicators()}
    ends = _ends(exact, offered)
    best = _best(exact, assessed_year, goal, ends)
    if best is None:
        return None
    fixed = {n: Decimal(int(whole[best])) * STEP for n, whole in ends.scores.items()}
    return _with_the_rest(exact, assessed_year, goal, fixed)


def _with_the_rest(
    scores: Mapping[int, Decimal],
    assessed_year: int | None,
    goal: Goal,
    fixed: Mapping[int, Decimal],
) -> Route | None:
    """Raise the other instruments as far as the goal still asks for."""
    raised = {**scores, **fixed}
    purses = routes.purses(raised, assessed_year, goal, STEP)
    others = [purse for purse in purses if purse.instrument != INSTRUMENT]
    total = routes.outcome(raised, assessed_year).total or Decimal(0)
    routes.fill(others, Fraction(goal.total) - Fraction(total))
    for purse in others:
        raised |= routes.spread(scores, purse, STEP)
    return routes.route_of(scores, raised, assessed_year, goal)


def _best(
    scores: Mapping[int, Decimal], assessed_year: int | None, goal: Goal, ends: _Ends
) -> int | None:
    """Return the place of the cheapest way, with what the others must add to it."""
    purses = routes.purses(scores, assessed_year, goal, STEP)
    scale = lcm(*(purse.worth.denominator for purse in purses))
    total = routes.outcome(scores, assessed_year).total or Decimal(0)
    gap = (Fraction(goal.total) - Fraction(total)) * scale
    missing = np.full(len(ends.cost), -(-gap.numerator // gap.denominator))
    possible, cost = np.ones(len(ends.cost), dtype=bool), ends.cost.copy()
    for purse in purses:
        worth = int(purse.worth * scale)
        if purse.instrument == INSTRUMENT:
            possible &= ends.cost >= purse.least
            missing -= ends.cost * worth
        else:
            missing -= purse.least * worth
    for purse in purses:
        if purse.instrument != INSTRUMENT:
            worth = int(purse.worth * scale)
            more = np.clip(-(-missing // worth), 0, purse.room - purse.least)
            missing -= more * worth
            cost += more + purse.least
    possible &= missing <= 0
    if not possible.any():
        return None
    cost = np.where(possible, cost, np.iinfo(np.int64).max)
    first = next(iter(ends.scores.values()))
    return int(np.lexsort((first, missing, cost))[0])


def _ends(
    scores: Mapping[int, Decimal], offered: Mapping[int, Sequence[Decimal]]
) -> _Ends:
    numbers = list(offered)
    choices = [np.array([_steps(one) for one in offered[n]]) for n in numbers]
    grid = [one.ravel() for one in np.meshgrid(*choices, indexing="ij")]
    now = sum(_steps(scores[number]) for number in numbers)
    cost: Whole = np.sum(grid, axis=0) - now
    return _Ends(dict(zip(numbers, grid, strict=True)), cost)


@cache
def _stops(items: tuple[int, ...], own: int) -> list[int]:
    """Return the hundredths reached from a score by adding items, its own first."""
    states, hundredths = _states(items)
    reached = np.zeros(len(states), dtype=bool)
    for state in states[hundredths == own]:
        reached |= (states >= state).all(axis=1)
    return sorted({int(one) for one in hundredths[reached]})


@cache
def _states(items: tuple[int, ...]) -> tuple[Any, Whole]:
    """Return every number of items in each group, and the score in hundredths."""
    states = np.array(list(product(*(range(one + 1) for one in items))))
    scale = lcm(*items) * len(items)
    parts = states * np.array([scale // (one * len(items)) for one in items])
    share = parts.sum(axis=1)
    return states, (share * 10_000 * 2 + scale) // (2 * scale)


def _steps(score: float | Decimal) -> int:
    return round(_exact(score) / STEP)


def _exact(score: float | Decimal) -> Decimal:
    return Decimal(str(score))
