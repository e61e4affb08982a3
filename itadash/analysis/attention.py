"""What needs a look first: the worst agencies, the weakest indicators.

An agency's shortfall is what its weak indicators cost it in the total: the sum
of gap times worth. It weighs a gap as the assessment does.
"""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from itadash.analysis.scores import KEY, WEAK


@dataclass(frozen=True)
class AgencyToSee:
    """An agency, its total, and its indicator with the widest gap.

    `shortfall` is in points of the total; `name` and `points` may be unknown.
    """

    agency_id: int
    name: str | None
    points: float | None
    weak: int
    without_measure: int
    worst_indicator: int
    worst_score: float
    shortfall: float


@dataclass(frozen=True)
class IndicatorToSee:
    """An indicator, how many of the agencies with a score are weak in it."""

    indicator: int
    weak: int
    agencies: int
    mean: float
    without_measure: int


def needs_a_look(
    tall: pd.DataFrame,
    answered: pd.DataFrame,
    *,
    agencies: int = 5,
    indicators: int = 3,
) -> tuple[tuple[AgencyToSee, ...], tuple[IndicatorToSee, ...]]:
    """Return the agencies with the widest shortfall, the most missed indicators.

    Give it the rows of one year. Nobody without a weak indicator is named.
    """
    weak = tall[tall["state"] == WEAK]
    open_ones = answered.loc[~answered["has_measure"], KEY].drop_duplicates()
    return (
        _agencies(weak, open_ones).head(agencies).pipe(_agency_records),
        _indicators(tall, open_ones).head(indicators).pipe(_indicator_records),
    )


def worst_first(tall: pd.DataFrame, *, limit: int = 40) -> pd.DataFrame:
    """Return the tall rows of the `limit` agencies with the lowest totals.

    Give it the rows of one year. Agencies without any score are left out, those
    without a total come last.
    """
    scored = tall[tall.groupby("agency_id")["score"].transform("count") > 0]
    order = scored.drop_duplicates("agency_id").sort_values(["points", "agency_id"])
    place = {agency: at for at, agency in enumerate(order["agency_id"].head(limit))}
    kept = scored[scored["agency_id"].isin(list(place))]
    kept = kept.assign(place=kept["agency_id"].map(place))
    return kept.sort_values(["place", "indicator"], ignore_index=True)


def _agencies(weak: pd.DataFrame, open_ones: pd.DataFrame) -> pd.DataFrame:
    worst = weak.sort_values(["gap", "indicator"], ascending=[False, True])
    grouped = worst.assign(cost=worst["gap"] * worst["worth"]).groupby("agency_id")
    found = grouped.agg(
        name=("agency", "first"),
        points=("points", "first"),
        weak=("indicator", "size"),
        worst_indicator=("indicator", "first"),
        worst_score=("score", "first"),
        shortfall=("cost", "sum"),
    )
    found["without_measure"] = open_ones.groupby("agency_id").size()
    return found.reset_index().sort_values(
        ["shortfall", "weak", "agency_id"], ascending=[False, False, True]
    )


def _indicators(tall: pd.DataFrame, open_ones: pd.DataFrame) -> pd.DataFrame:
    scored = tall[tall["score"].notna()]
    grouped = scored.assign(weak=scored["state"] == WEAK).groupby("indicator")
    found = grouped.agg(
        weak=("weak", "sum"), agencies=("score", "size"), mean=("score", "mean")
    )
    found["without_measure"] = open_ones.groupby("indicator").size()
    return (
        found[found["weak"] > 0]
        .reset_index()
        .sort_values(["weak", "mean", "indicator"], ascending=[False, True, True])
    )


def _agency_records(rows: pd.DataFrame) -> tuple[AgencyToSee, ...]:
    return tuple(
        AgencyToSee(
            int(row["agency_id"]),
            _or_none(row["name"], str),
            _or_none(row["points"], float),
            int(row["weak"]),
            _or_none(row["without_measure"], int) or 0,
            int(row["worst_indicator"]),
            float(row["worst_score"]),
            float(row["shortfall"]),
        )
        for row in rows.to_dict("records")
    )


def _indicator_records(rows: pd.DataFrame) -> tuple[IndicatorToSee, ...]:
    return tuple(
        IndicatorToSee(
            int(row["indicator"]),
            int(row["weak"]),
            int(row["agencies"]),
            round(float(row["mean"]), 9),
            _or_none(row["without_measure"], int) or 0,
        )
        for row in rows.to_dict("records")
    )


def _or_none(value: Any, kind: type[Any]) -> Any:  # noqa: ANN401
    return None if pd.isna(value) else kind(value)
