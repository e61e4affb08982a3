"""Ranks, quartiles and places among the agencies of one type and year.

What is ranked is a subject: an indicator's number, or TOTAL. A missing value is
never ranked and counts in no quartile; nor has an agency of measures only a place.
"""

from dataclasses import astuple, dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from itadash import framework
from itadash.analysis.scores import MISSING, PASSING, STATES, WEAK
from itadash.analysis.totals import Floats, only_valid, targets, with_points

TOTAL: Final = 0
# Of fewer values a quarter would be one agency.
ENOUGH: Final = 4
RIVALS: Final = 2  # alone nobody has a rank
QUARTERS: Final = ("lowest", "lower", "upper", "highest")

_OWNER: Final = ["agency_id", "agency", "agency_type", "province", "assessed_year"]
_MARKS: Final = ["source", "document_id", "sample", "synthetic"]


@dataclass(frozen=True)
class Quartiles:
    """The spread of `n` values; quartiles lie between values in proportion."""

    n: int
    low: float
    first: float
    median: float
    third: float
    high: float


def subjects() -> tuple[int, ...]:
    """Return all that can be ranked: the total and the ten indicators."""
    return (TOTAL, *(one.number for one in framework.indicators()))


def values(assessments: pd.DataFrame, subject: int) -> Floats:
    """Return a subject's points row by row, NaN where there are none."""
    if subject == TOTAL:
        return with_points(assessments)["points"].to_numpy(float)
    return only_valid(assessments[f"i{subject}"].to_numpy(float))


def ranked(assessments: pd.DataFrame, subject: int = TOTAL) -> pd.DataFrame:
    """Return one row an agency with a value, best first, ranked by type and year.

    `score`, its `state` against the target, `rank` (equal values share the best
    one), `ties` (others with the same value) and `n` within the agency's type and
    year. An agency whose type or year is not known, or that is alone in them, stands
    without a rank (<NA>).
    """
    kept = assessments[[*_OWNER, *_MARKS]].assign(
        score=values(assessments, subject),
        target=targets(assessments["assessed_year"]),
    )
    kept = kept[kept["score"].notna()].reset_index(drop=True)
    groups = kept.groupby(["agency_type", "assessed_year"], observed=True)["score"]
    same = kept.groupby(["agency_type", "assessed_year", "score"], observed=True)
    n = groups.transform("size").astype("Int64")
    places = groups.rank(method="min", ascending=False).astype("Int64")
    ranks = kept.assign(
        rank=places.where((n >= RIVALS).fillna(False)),
        n=n,
        ties=same["score"].transform("size").sub(1).astype("Int64"),
        state=_states(kept),
    )
    return ranks.sort_values(
        ["score", "agency_id"], ascending=[False, True], ignore_index=True
    )


def long_scores(assessments: pd.DataFrame, wanted: tuple[int, ...]) -> pd.DataFrame:
    """Return one row an agency and subject, in the order of the rows given.

    `indicator` is the subject, `points` the total, `gap` target minus score; of
    each agency give the row of one year.
    """
    owners = assessments[_OWNER].assign(
        points=values(assessments, TOTAL),
        target=targets(assessments["assessed_year"]),
    )
    parts = [
        owners.assign(indicator=subject, score=values(assessments, subject))
        for subject in wanted
    ]
    rows = pd.concat(parts)
    order = {agency: at for at, agency in enumerate(assessments["agency_id"])}
    rows = rows.assign(
        state=_states(rows), gap=(rows["target"] - rows["score"]).round(9)
    )
    places = rows["agency_id"].map(order)
    return rows.iloc[places.argsort(kind="stable")].reset_index(drop=True)


def has_value(assessments: pd.DataFrame) -> "pd.Series[bool]":
    """Tell of each row whether it has a total or any score of an indicator."""
    known = [~np.isnan(values(assessments, subject)) for subject in subjects()]
    any_known = np.logical_or.reduce(known)
    return pd.Series(any_known, index=assessments.index, dtype=bool)


def quartiles(points: "pd.Series[Any] | Floats") -> Quartiles | None:
    """Return the quartiles of what is there; None of fewer than four values."""
    known = np.asarray(points, dtype=float)
    known = known[~np.isnan(known)]
    if len(known) < ENOUGH:
        return None
    found = np.quantile(known, [0, 0.25, 0.5, 0.75, 1]).round(9)
    return Quartiles(len(known), *(float(one) for one in found))


def quarter(score: float, spread: Quartiles | None) -> str | None:
    """Return the quarter a score lies in, one of QUARTERS; on a border the upper.

    None without a score or a spread, and where half of all values are alike.
    """
    if spread is None or np.isnan(score) or spread.first == spread.third:
        return None
    borders = (spread.first, spread.median, spread.third)
    return QUARTERS[sum(score >= border for border in borders)]


def spreads(
    assessments: pd.DataFrame, wanted: tuple[int, ...], agency_id: int
) -> pd.DataFrame:
    """Return one row a subject: quartiles of the rows and one agency's score there.

    `n`, `low`, `first`, `median`, `third`, `high`, `score`, `state`, `quarter`.
    Give it the group's rows of one year, the agency's own row among them.
    """
    own = (assessments["agency_id"] == agency_id).to_numpy()
    bars = targets(assessments["assessed_year"])
    rows = pd.DataFrame(
        [_spread(values(assessments, one), own, bars, one) for one in wanted],
        columns=[
            *("indicator", "n", "low", "first", "median", "third", "high"),
            *("score", "target", "quarter"),
        ],
    )
    return rows.assign(state=_states(rows))


def _spread(points: Floats, own: Any, bars: Floats, subject: int) -> list[Any]:  # noqa: ANN401
    found = quartiles(points)
    mine = points[own]
    score = float(mine[0]) if len(mine) else np.nan
    parts = astuple(found)[1:] if found else [np.nan] * 5
    bar = float(bars[own][0]) if own.any() else framework.target(None)
    n = int(np.count_nonzero(~np.isnan(points)))
    return [subject, n, *parts, score, bar, quarter(score, found)]


def _states(rows: pd.DataFrame) -> pd.Categorical:
    score, bar = rows["score"].to_numpy(float), rows["target"].to_numpy(float)
    states = np.select([score < bar, ~np.isnan(score)], [WEAK, PASSING], MISSING)
    return pd.Categorical(states, dtype=STATES)
