"""Routes to a goal: which indicators to raise, and how far, for the fewest points.

Exact: scores and rules are decimals as printed, sums are fractions, nothing is
rounded. A route raises indicators in steps of a hundredth, never over 100 and
never down. It is arithmetic under the rules of the year, no forecast: what a point
costs an agency in work or money is not in the data.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Final

from itadash import framework
from itadash.model import Instrument

CEILING: Final = Decimal(100)
STEP: Final = Decimal("0.01")

Scores = Mapping[int, float | Decimal]


@dataclass(frozen=True)
class Goal:
    """A total to reach, and the least mean of every instrument; `level` may name it."""

    total: Decimal
    instrument: Decimal | None = None
    level: str | None = None


@dataclass(frozen=True)
class Leg:
    """One indicator of a route, its score now and at the end of the route."""

    indicator: int
    score: Decimal
    to: Decimal
    adds: Decimal

    @property
    def points(self) -> Decimal:
        """Return how many points the indicator is raised."""
        return self.to - self.score


@dataclass(frozen=True)
class Route:
    """A way to a goal, the leg that adds most first; without legs the goal is reached.

    `total` and `level` are those at the end of the route.
    """

    goal: Goal
    legs: tuple[Leg, ...]
    total: Decimal
    level: str | None

    @property
    def points(self) -> Decimal:
        """Return the points raised on all legs together."""
        return sum((leg.points for leg in self.legs), Decimal(0))


@dataclass(frozen=True)
class Outcome:
    """What ten scores give under the rules of a year; unknown is None."""

    total: Decimal | None
    level: str | None
    means: Mapping[Instrument, Decimal]


@dataclass
class Purse:
    """Steps that one instrument can be raised: `least` of them it has to be."""

    instrument: Instrument
    worth: Fraction  # of one step, in points of the total
    least: int
    room: int
    steps: int = 0


def outcome(scores: Scores, assessed_year: int | None) -> Outcome:
    """Return total, level and instrument means of some scores."""
    valid = {number: score for number, score in scores.items() if score is not None}
    # The rules take what prints as a decimal: floats and Decimals alike.
    means = framework.instrument_means(valid)  # type: ignore[arg-type]
    total = framework.total(valid, assessed_year)  # type: ignore[arg-type]
    return Outcome(total, framework.level(total, assessed_year, means), means)


def to_target(assessed_year: int | None) -> Goal:
    """Return the goal of a total at the target of the year."""
    return Goal(Decimal(str(framework.target(assessed_year))))


def levels_above(scores: Scores, assessed_year: int | None) -> tuple[Goal, ...]:
    """Return the levels above that of the scores, the next one first.

    Empty at the best level, for a year without levels and where a score is missing.
    """
    own = outcome(scores, assessed_year).level
    names = [one.name for one in framework.levels(assessed_year)]
    if own is None:
        return ()
    above = framework.levels(assessed_year)[: names.index(own)]
    return tuple(
        Goal(one.minimum_total, one.minimum_instrument, one.name)
        for one in reversed(above)
    )


def cheapest(
    scores: Scores,
    assessed_year: int | None,
    goal: Goal,
    *,
    step: Decimal = STEP,
) -> Route | None:
    """Return the route to a goal that raises the fewest points in all.

    Of routes equal in points the one with the highest total is taken, which raises
    the indicators that are worth most; within an instrument, where all are worth
    the same, the lowest score is raised first, up to 100, so that few indicators
    are touched (of equal scores the one with the smaller number). None where a
    score is missing, the year has no weights, or no raise reaches the goal.
    """
    now = outcome(scores, assessed_year)
    if now.total is None:
        return None
    exact = {one.number: _exact(scores[one.number]) for one in framework.indicators()}
    instruments = purses(exact, assessed_year, goal, step)
    fill(instruments, Fraction(goal.total) - Fraction(now.total))
    raised = dict(exact)
    for purse in instruments:
        raised |= spread(exact, purse, step)
    return route_of(exact, raised, assessed_year, goal)


def reaches(end: Outcome, goal: Goal) -> bool:
    """Tell whether an outcome is at a goal or above it, instruments included."""
    if end.total is None or end.total < goal.total:
        return False
    bar = goal.instrument
    return bar is None or all(mean >= bar for mean in end.means.values())


def route_of(
    scores: Mapping[int, Decimal],
    raised: Mapping[int, Decimal],
    assessed_year: int | None,
    goal: Goal,
) -> Route | None:
    """Return the route from some scores to others; None where they miss the goal."""
    end = outcome(raised, assessed_year)
    if end.total is None or not reaches(end, goal):
        return None
    legs = [
        Leg(number, scores[number], raised[number], _adds(number, assessed_year, gain))
        for number in scores
        if (gain := raised[number] - scores[number]) > 0
    ]
    ordered = sorted(legs, key=lambda leg: (-leg.adds, leg.indicator))
    return Route(goal, tuple(ordered), end.total, end.level)


def purses(
    scores: Mapping[int, Decimal],
    assessed_year: int | None,
    goal: Goal,
    step: Decimal,
) -> list[Purse]:
    """Return what each instrument can and must be raised, the one worth most first."""
    shares = framework.weights(assessed_year)
    found = []
    for instrument, share in shares.items():
        numbers = _members(instrument)
        room = sum(_steps_up(scores[number], step) for number in numbers)
        least = _least(goal, [scores[number] for number in numbers], step)
        worth = Fraction(share) * Fraction(step) / len(numbers)
        found.append(Purse(instrument, worth, min(least, room), room))
    return sorted(found, key=lambda purse: purse.worth, reverse=True)


def _least(goal: Goal, scores: Sequence[Decimal], step: Decimal) -> int:
    """Return the steps an instrument needs for its own mean."""
    if goal.instrument is None:
        return 0
    missing = goal.instrument * len(scores) - sum(scores, Decimal(0))
    return max(ceil(Fraction(missing) / Fraction(step)), 0)


def fill(instruments: Sequence[Purse], missing: Fraction) -> None:
    """Take the steps that have to be, then those worth most until nothing misses.

    All steps cost the same, so the fewest are those that are worth most.
    """
    for purse in instruments:
        purse.steps = purse.least
        missing -= purse.least * purse.worth
    for purse in instruments:
        if missing > 0:
            more = min(ceil(missing / purse.worth), purse.room - purse.steps)
            purse.steps += more
            missing -= more * purse.worth


def spread(
    scores: Mapping[int, Decimal], purse: Purse, step: Decimal
) -> dict[int, Decimal]:
    """Give an instrument's steps to its indicators, the lowest score first."""
    raised, left = {}, purse.steps
    numbers = sorted(_members(purse.instrument), key=lambda one: (scores[one], one))
    for number in numbers:
        taken = min(left, _steps_up(scores[number], step))
        raised[number] = scores[number] + taken * step
        left -= taken
    return raised


def _steps_up(score: Decimal, step: Decimal) -> int:
    return int((CEILING - score) // step)


def _adds(number: int, assessed_year: int | None, points: Decimal) -> Decimal:
    return points * (framework.point_worth(number, assessed_year) or Decimal(0))


def _members(instrument: Instrument) -> list[int]:
    return [o.number for o in framework.indicators() if o.instrument == instrument]


def _exact(score: float | Decimal) -> Decimal:
    return Decimal(str(score))
