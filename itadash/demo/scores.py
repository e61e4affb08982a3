"""Plausible scores: the mean and the spread of each year as in the whole country.

An agency loses points (100 minus its total) by a gamma distribution of that year
and keeps most of its place among the others from year to year. The loss is shared
out over the ten indicators by a profile of the agency's own, so that the scores
of one agency go together, none is over 100, and the total comes out as drawn.
"""

from dataclasses import dataclass
from math import exp, lgamma, log
from typing import Final

import numpy as np
import numpy.typing as npt

from itadash import framework
from itadash.demo.settings import Settings

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

# How much each indicator loses beside the others; our assumption, no statistic.
_RELATIVE: Final = (0.5, 1.2, 1.0, 1.5, 1.1, 0.8, 1.1, 1.3, 0.9, 1.4)
_PERSISTENT: Final = 0.7  # share of an agency's place that stays over the years
_PROFILE, _PROFILE_OF_YEAR = 0.35, 0.25  # sigma of the log of a share
_STEP: Final = 3.125  # points: indicator 10 is a checklist of few items
_MOST_LOST: Final = 95.0
_NO_REPORT, _GAPS, _MEASURES_ONLY = 0.015, 0.01, 0.03
_SHAPES: Final = (0.7, 12.0)


@dataclass(frozen=True)
class Scores:
    """Points by agency, year and indicator, NaN where a report prints none.

    `reported` tells by agency and year whether there is a report at all.
    """

    points: Floats
    reported: Flags


def scores(settings: Settings) -> Scores:
    """Draw all scores of the country at once."""
    rng = np.random.default_rng([settings.seed, 2])
    size = (settings.agencies, len(settings.years))
    lost = _lost(settings.years, _places(size, rng), rng)
    shares = _shares(size, rng)
    points = 100 - np.minimum(lost[:, :, None] * shares, _MOST_LOST)
    points[:, :, 9] = 100 - np.round((100 - points[:, :, 9]) / _STEP) * _STEP
    points = np.clip(np.round(points, 2), 0, 100)
    _take_some_away(points, rng)
    return Scores(points, rng.random(size) >= _NO_REPORT)


def _places(size: tuple[int, int], rng: np.random.Generator) -> Floats:
    """Return each agency's place among the others, the best first, by year."""
    own = rng.standard_normal((size[0], 1)) * _PERSISTENT**0.5
    of_year = rng.standard_normal(size) * (1 - _PERSISTENT) ** 0.5
    order = np.argsort(np.argsort(own + of_year, axis=0), axis=0)
    return order.astype(np.float64)


def _lost(years: tuple[int, ...], places: Floats, rng: np.random.Generator) -> Floats:
    """Give the points lost by place; their mean is that of the country."""
    lost = np.empty_like(places)
    for at, year in enumerate(years):
        mean, shape = _mean_lost(year), _shape(year)
        drawn = np.sort(rng.gamma(shape, size=len(places)))
        lost[:, at] = drawn[places[:, at].astype(int)] * (mean / drawn.mean())
    return np.minimum(lost, _MOST_LOST)


def _shares(size: tuple[int, int], rng: np.random.Generator) -> Floats:
    """Return how the loss falls on the indicators; weighted it adds up to one."""
    numbers = [one.number for one in framework.indicators()]
    worth = np.array([float(framework.point_worth(n, None) or 0) for n in numbers])
    own = rng.normal(0, _PROFILE, (size[0], 1, len(numbers)))
    of_year = rng.normal(0, _PROFILE_OF_YEAR, (*size, len(numbers)))
    shares = np.array(_RELATIVE) * np.exp(own + of_year)
    weighted: Floats = shares / (shares @ worth)[:, :, None]
    return weighted


def _take_some_away(points: Floats, rng: np.random.Generator) -> None:
    """Leave out all scores of some agencies, and single scores of some reports."""
    points[rng.random(len(points)) < _MEASURES_ONLY] = np.nan
    gaps = rng.random(points.shape[:2]) < _GAPS
    single = rng.random(points.shape) < 0.2
    points[gaps[:, :, None] & single] = np.nan


def _mean_lost(year: int) -> float:
    """Return 100 minus the national mean; between known years on a straight line."""
    known = [(r.year, r.mean) for r in framework.national_results() if r.mean]
    return 100 - _between(year, known)


def _shape(year: int) -> float:
    """Return the gamma shape at which the known share of agencies reaches 85."""
    known = [
        (one.year, _fitted(100 - one.mean, one.passed_share / 100))
        for one in framework.national_results()
        if one.mean and one.passed_share
    ]
    return _between(year, known)


def _between(year: int, known: list[tuple[int, float]]) -> float:
    years, values = [one[0] for one in known], [one[1] for one in known]
    return float(np.interp(year, years, values))


def _fitted(mean_lost: float, share: float) -> float:
    allowed = 100 - framework.target(None)
    low, high = _SHAPES
    grows = allowed > mean_lost  # a narrower curve then holds more
    for _ in range(40):
        middle = (low + high) / 2
        too_few = _within(middle, allowed * middle / mean_lost) < share
        low, high = (middle, high) if too_few == grows else (low, middle)
    return (low + high) / 2


def _within(shape: float, bound: float) -> float:
    """Return the share of a gamma distribution up to a bound, by its series."""
    term = total = 1.0
    for n in range(1, 200):
        term *= bound / (shape + n)
        total += term
    return total * exp(shape * log(bound) - bound - lgamma(shape + 1))
