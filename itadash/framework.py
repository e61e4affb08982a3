"""The rules of ITA by assessed year: indicators, weights, levels and target.

The rules themselves are rows in `data/reference`; a new year is a new row. Years
are Buddhist; the year None means that a report does not print it. Sums run in
Decimal, so that 84.995 stays 84.995. The ten indicators begin with FY2562: for
earlier years there are no weights and no levels, hence no total.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from functools import cache
from math import isfinite
from typing import cast

from itadash.labels import text
from itadash.model import Instrument
from itadash.national import NationalGoal as NationalGoal
from itadash.national import NationalResult as NationalResult
from itadash.national import national_goal as national_goal
from itadash.national import national_results as national_results
from itadash.reference import in_force, listed, rows

# Wide enough for any number a misread report can hold.
_ANY_SIZE = Context(prec=400)


@dataclass(frozen=True)
class Indicator:
    """One of the ten indicators; `short_name` is for narrow charts."""

    number: int
    name: str
    name_en: str
    short_name: str
    instrument: Instrument


@dataclass(frozen=True)
class Level:
    """A level with the least total, and the least mean of every instrument.

    `scale` is "letter" or "word"; rank 1 is the best level of its scale.
    """

    name: str
    scale: str
    rank: int
    minimum_total: Decimal
    minimum_instrument: Decimal | None
    description: str


@cache
def indicators() -> tuple[Indicator, ...]:
    """Return the ten indicators by number."""
    return tuple(
        Indicator(
            int(row["indicator"]),
            row["name"],
            row["name_en"],
            row["short_name"],
            cast(Instrument, row["instrument"]),
        )
        for row in rows("indicators")
    )


def indicator(number: int) -> Indicator:
    """Return one indicator; a number that is none of the ten raises KeyError."""
    return {one.number: one for one in indicators()}[number]


def indicator_names() -> dict[int, tuple[str, ...]]:
    """Return every spelling of each indicator's name, the official one first."""
    names: dict[int, tuple[str, ...]] = {
        one.number: (one.name,) for one in indicators()
    }
    for row in rows("indicator_names"):
        names[int(row["indicator"])] += (row["name"],)
    return names


def instrument_names() -> dict[Instrument, tuple[str, ...]]:
    """Return every Thai name of each instrument, the official one first.

    The short names of OIT hold the name of indicator 9: try instruments first.
    """
    return {
        cast(Instrument, row["instrument"]): (row["name"], *listed(row["variants"]))
        for row in rows("instruments")
    }


def weights(assessed_year: int | None) -> dict[Instrument, Decimal]:
    """Return each instrument's share of the total; they add up to 1.

    Empty for a year without the ten indicators, and for None once the weights
    of two years differ.
    """
    if assessed_year is None:
        every = {_weights_of(int(row["from_year"])) for row in rows("weights")}
        return dict(every.pop()) if len(every) == 1 else {}
    return dict(_weights_of(assessed_year))


def point_worth(number: int, assessed_year: int | None) -> Decimal | None:
    """Return what one point of an indicator adds to the total (0.06 to 0.20)."""
    instrument = indicator(number).instrument
    weight = weights(assessed_year).get(instrument)
    return None if weight is None else weight / len(_members()[instrument])


@cache
def target(assessed_year: int | None) -> float:
    """Return the points that pass; the newest target where a year has none."""
    found = in_force("targets", assessed_year) if assessed_year is not None else ()
    return float((found or rows("targets"))[-1]["target"])


def valid(score: float | Decimal | None) -> bool:
    """Tell whether a score is there, is a number, and lies from 0 to 100."""
    return score is not None and isfinite(score) and 0 <= score <= 100


def is_weak(score: float | Decimal | None, assessed_year: int | None) -> bool:
    """Tell whether a score lies below the target; equal to it passes.

    A score that is missing or out of range is neither weak nor passing.
    """
    return score is not None and valid(score) and score < target(assessed_year)


def instrument_means(scores: Mapping[int, float]) -> dict[Instrument, Decimal]:
    """Return the plain mean of each instrument whose indicators are all valid."""
    return {
        instrument: _sum_of(scores, numbers) / len(numbers)
        for instrument, numbers in _members().items()
        if all(valid(scores.get(number)) for number in numbers)
    }


def total(scores: Mapping[int, float], assessed_year: int | None) -> Decimal | None:
    """Return the unrounded weighted total of the ten indicators.

    None unless all ten are valid and the year has weights. Numbers beyond the
    ten count for nothing.
    """
    shares = weights(assessed_year)
    if not shares or len(instrument_means(scores)) < len(_members()):
        return None
    # Multiplied before it is divided: 0.30 times a third of 254.8 is 25.48 exactly.
    parts = (
        shares[instrument] * _sum_of(scores, numbers) / len(numbers)
        for instrument, numbers in _members().items()
    )
    return sum(parts, Decimal(0))


@cache
def levels(assessed_year: int | None) -> tuple[Level, ...]:
    """Return the levels of a year, best first; empty for a year without any."""
    if assessed_year is None:
        return ()
    found = (_level(row) for row in in_force("levels", assessed_year))
    return tuple(sorted(found, key=lambda one: one.rank))


def level_names() -> tuple[str, ...]:
    """Return every level ever used, the best of each scale first."""
    return tuple(row["level"] for row in rows("levels"))


def is_letter(level_name: str) -> bool:
    """Tell whether a level belongs to the letter scale (AA to F)."""
    return any(
        row["level"] == level_name and row["scale"] == "letter"
        for row in rows("levels")
    )


def level(
    total: float | Decimal | None,
    assessed_year: int | None,
    instrument_means: Mapping[Instrument, Decimal] | None = None,
) -> str | None:
    """Return the level of a total: the first from the top whose bar it reaches.

    None for a total that is missing or out of range, for a year without levels,
    and where a level asks for instrument means that are not known.
    """
    if total is None or not valid(total):
        return None
    means = instrument_means or {}
    for one in levels(assessed_year):
        if _exact(total) >= one.minimum_total:
            reached = _every_instrument_reaches(one.minimum_instrument, means)
            if reached is not False:
                return one.name if reached else None
    return None


def shown_total(
    total: float | Decimal, assessed_year: int | None, decimals: int = 3
) -> float:
    """Round a total half up, but never over or onto a bar it has not reached.

    Bars are the target and the levels of the year: 84.9996 becomes 84.999.
    """
    return float(_rounded(_exact(total), decimals, _bars(assessed_year)))


def shown(score: float | Decimal | None, decimals: int = 2) -> str:
    """Write a score with `decimals` places, never lifted onto a bar of any year.

    84.996 is written 84.99; a missing score is written as missing.
    """
    if score is None or not isfinite(score):
        return text("framework.no_score")
    return f"{_rounded(_exact(score), decimals, _bars(None)):z.{decimals}f}"


@cache
def _members() -> dict[Instrument, tuple[int, ...]]:
    """Return the indicator numbers of each instrument."""
    members: dict[Instrument, tuple[int, ...]] = {}
    for one in indicators():
        members[one.instrument] = (*members.get(one.instrument, ()), one.number)
    return members


@cache
def _weights_of(year: int) -> tuple[tuple[Instrument, Decimal], ...]:
    return tuple(
        (cast(Instrument, row["instrument"]), Decimal(row["weight"]))
        for row in in_force("weights", year)
    )


def _level(row: dict[str, str]) -> Level:
    least = row["minimum_instrument"]
    return Level(
        row["level"],
        row["scale"],
        int(row["rank"]),
        Decimal(row["minimum_total"]),
        Decimal(least) if least else None,
        row["description"],
    )


def _every_instrument_reaches(
    bar: Decimal | None, means: Mapping[Instrument, Decimal]
) -> bool | None:
    """Return None where it hangs on an instrument that is not known."""
    if bar is None:
        return True
    if any(mean < bar for mean in means.values()):
        return False
    return True if _members().keys() <= means.keys() else None


def _sum_of(scores: Mapping[int, float], numbers: Iterable[int]) -> Decimal:
    return sum((_exact(scores[number]) for number in numbers), Decimal(0))


def _exact(score: float | Decimal) -> Decimal:
    """Return the number as printed; Decimal(88.76) would bring binary dust."""
    return Decimal(str(score))


@cache
def _bars(year: int | None) -> tuple[Decimal, ...]:
    """Return the totals that mean something in a year; None means in any year."""
    if year is None:
        every = [row["minimum_total"] for row in rows("levels")]
        return tuple(map(Decimal, every + [row["target"] for row in rows("targets")]))
    return (
        *(one.minimum_total for one in levels(year)),
        Decimal(str(target(year))),
    )


def _rounded(value: Decimal, decimals: int, bars: Iterable[Decimal]) -> Decimal:
    step = Decimal(1).scaleb(-decimals)
    rounded = value.quantize(step, ROUND_HALF_UP, _ANY_SIZE)
    lifted = any(value < bar <= rounded for bar in bars)
    return value.quantize(step, ROUND_FLOOR, _ANY_SIZE) if lifted else rounded
