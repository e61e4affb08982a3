"""Which rows count, and which total of theirs: decided once for every screen.

The total of an agency is the printed one; where none is printed (or it lies out
of range), the one computed from ten indicators, marked as such. Screens, means
and ranks use the same, so that no number contradicts another.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from itadash import framework
from itadash.gazetteer import PROVINCE_MEAN

Floats = npt.NDArray[np.float64]


def counted(assessments: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that averages are made of; a province's mean is never one.

    Samples and synthetic rows count only while there is nothing else. Ask before
    any filter: a province that holds samples only is not a country of samples.
    """
    agencies = of_agencies(assessments)
    made_up = agencies["sample"] | agencies["synthetic"]
    return agencies if made_up.all() else agencies[~made_up]


def of_agencies(assessments: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of agencies; tables print means of provinces among them."""
    means = (assessments["agency_type"] == PROVINCE_MEAN).fillna(False).astype(bool)
    return assessments[~means] if means.any() else assessments


def with_points(assessments: pd.DataFrame) -> pd.DataFrame:
    """Add `points` (the total, NaN where there is none) and two marks.

    `points_computed` tells that no total is printed, `passes` that the total is
    at the target of its year or above.
    """
    printed = only_valid(assessments["total"].to_numpy(float))
    computed = only_valid(assessments["computed_total"].to_numpy(float))
    points = np.where(np.isnan(printed), computed, printed)
    return assessments.assign(
        points=points,
        points_computed=np.isnan(printed) & ~np.isnan(computed),
        passes=points >= targets(assessments["assessed_year"]),
    )


def only_valid(points: Floats) -> Floats:
    """Return points with NaN where `framework.valid` says no."""
    with np.errstate(invalid="ignore"):
        inside = (points >= 0) & (points <= 100)
    return np.where(inside, points, np.nan)


def targets(years: "pd.Series[Any]") -> Floats:
    """Return the target of each year; <NA> has that of an unknown year."""
    return by_year(years, framework.target)


def by_year(years: "pd.Series[Any]", rule: Callable[[int | None], Any]) -> Floats:
    """Apply a rule once a year and spread it; `rule` gives a number or a row."""
    codes, known = pd.factorize(years)
    # <NA> has the code -1, which is the last row.
    table = [rule(int(year)) for year in known] + [rule(None)]
    spread: Floats = np.array(table, dtype=float)[codes]
    return spread


def mean(points: "pd.Series[Any]") -> float | None:
    """Return the mean of what is there, without binary dust; None of nothing."""
    found = points.mean()
    return None if pd.isna(found) else round(float(found), 9)
