"""The four tiles of the first screen."""

from dataclasses import dataclass

import pandas as pd

from itadash import framework
from itadash.analysis.scores import KEY
from itadash.analysis.totals import mean, with_points
from itadash.national import national_change


@dataclass(frozen=True)
class Change:
    """How the mean total moved against the year before.

    Only agencies with a total in both years count (`agencies`), so that nobody's
    coming or going moves it. `net` is what is left after the national change,
    None unless both national means are known.
    """

    points: float
    agencies: int
    net: float | None


@dataclass(frozen=True)
class Overview:
    """One year at a glance; shares are percentages, what is unknown is None.

    `scored` agencies have a total, `computed` of them one that is not printed;
    `passing` are at the target or above. `judged` agencies have a score of an
    indicator, with a total or without. Of their `weak` indicators,
    `without_measure` have none, `without_report` of these because the agency
    has no measures of that fiscal year at all.
    """

    year: int | None
    agencies: int
    scored: int
    computed: int
    mean_total: float | None
    change: Change | None
    passing: int
    passing_share: float | None
    goal: framework.NationalGoal | None
    judged: int
    weak: int
    without_measure: int
    without_report: int


def overview(
    assessments: pd.DataFrame, assessed_year: int | None, answered: pd.DataFrame
) -> Overview:
    """Sum up one year; give `counted` rows of all years and that year's answers."""
    rows = with_points(assessments)
    own = rows[rows["assessed_year"] == assessed_year]
    scored, passing = int(own["points"].count()), int(own["passes"].sum())
    weak = answered[answered["assessed_year"] == assessed_year].drop_duplicates(KEY)
    return Overview(
        year=assessed_year,
        agencies=int(own["agency_id"].nunique()),
        scored=scored,
        computed=int(own["points_computed"].sum()),
        mean_total=mean(own["points"]),
        change=_change(rows, assessed_year),
        passing=passing,
        passing_share=passing / scored * 100 if scored else None,
        goal=framework.national_goal(assessed_year),
        judged=int(own["has_scores"].sum()),
        weak=len(weak),
        without_measure=int((~weak["has_measure"]).sum()),
        without_report=int((~weak["has_report"]).sum()),
    )


def _change(rows: pd.DataFrame, year: int | None) -> Change | None:
    if year is None:
        return None
    now, before = (
        rows.loc[rows["assessed_year"] == one, ["agency_id", "points"]].dropna()
        for one in (year, year - 1)
    )
    both = now.merge(
        before, on="agency_id", suffixes=("", "_before"), validate="one_to_one"
    )
    moved = mean(both["points"] - both["points_before"])
    if moved is None:
        return None
    national = national_change(year)
    net = None if national is None else round(moved - national, 9)
    return Change(moved, len(both), net)
