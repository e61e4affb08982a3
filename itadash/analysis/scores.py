"""Scores as one row an agency, year and indicator, against the target."""

from typing import Final

import numpy as np
import pandas as pd

from itadash import framework
from itadash.analysis.totals import Floats, by_year, only_valid, targets, with_points

WEAK: Final = "weak"
PASSING: Final = "passing"
MISSING: Final = "missing"
STATES: Final = pd.CategoricalDtype([WEAK, PASSING, MISSING])

KEY: Final = ["agency_id", "assessed_year", "indicator"]
_OWNER: Final = [
    "agency_id",
    "agency",
    "agency_type",
    "district",
    "province",
    "assessed_year",
    "year_derived",
    "document_id",
    "source",
    "sample",
    "synthetic",
    "points",
]


def tall_scores(assessments: pd.DataFrame) -> pd.DataFrame:
    """Return one row an agency, assessed year and indicator, missing ones too.

    `state` is weak, passing or missing: a score equal to the target passes, one
    out of range is missing. `gap` is target minus score, `worth` the points of
    the total that one point adds, `points` the agency's total.
    """
    ten = framework.indicators()
    owned = with_points(assessments)[_OWNER]
    years = assessments["assessed_year"]
    scores = assessments[[f"i{one.number}" for one in ten]].to_numpy(float)
    rows = np.repeat(np.arange(len(owned)), len(ten))
    tall = owned.iloc[rows].reset_index(drop=True)
    return _with_state(
        tall.assign(
            indicator=np.tile([one.number for one in ten], len(owned)),
            instrument=_instruments(len(owned)),
            score=only_valid(scores.ravel()),
            target=np.repeat(targets(years), len(ten)),
            worth=by_year(years, _worths).ravel(),
        )
    )


def indicator_means(tall: pd.DataFrame) -> pd.DataFrame:
    """Return the ten indicators with mean `score`, `n` scores and `weak` of them.

    Give it rows of one year. The columns are those of a single agency's rows, so
    that one chart draws both; an indicator without any score is missing.
    """
    is_weak = tall["state"] == WEAK
    grouped = tall.assign(weak=is_weak).groupby("indicator", observed=True)
    found = grouped.agg(
        score=("score", "mean"),
        n=("score", "count"),
        weak=("weak", "sum"),
        target=("target", "max"),
        worth=("worth", "max"),
    )
    ten = framework.indicators()
    means = found.reindex([one.number for one in ten]).rename_axis("indicator")
    filled = means.fillna({"n": 0, "weak": 0, "target": framework.target(None)})
    return _with_state(
        filled.reset_index().assign(
            instrument=_instruments(1),
            score=filled["score"].round(9).to_numpy(),
            n=filled["n"].astype("int64").to_numpy(),
            weak=filled["weak"].astype("int64").to_numpy(),
        )
    )


def weak_indicators(tall: pd.DataFrame) -> pd.DataFrame:
    """Return the rows below their target, widest gap first."""
    weak = tall[tall["state"] == WEAK]
    return weak.sort_values(
        ["gap", *KEY], ascending=[False, True, True, True], ignore_index=True
    )


def level_counts(assessments: pd.DataFrame, assessed_year: int | None) -> pd.DataFrame:
    """Return how many agencies of a year have each level, best level first.

    The printed level counts where it is of the year's scale (of two that are
    printed, the one that is), else the computed one. The last row, with no
    level, counts those without any.
    """
    rows = assessments[assessments["assessed_year"] == assessed_year]
    levels = framework.levels(assessed_year)
    names = [one.name for one in levels]
    own = [
        rows[column].astype("object").where(rows[column].isin(names))
        for column in ("level", "level_other", "computed_level")
    ]
    level = own[0].fillna(own[1]).fillna(own[2])
    counts = level.value_counts()
    bar = framework.target(assessed_year)
    found = pd.DataFrame(
        {
            "level": [*names, None],
            "description": [*(one.description for one in levels), None],
            "n": [*(int(counts.get(name, 0)) for name in names), level.isna().sum()],
            "state": [
                *(PASSING if one.minimum_total >= bar else WEAK for one in levels),
                MISSING,
            ],
        }
    )
    return found.assign(share=found["n"] / max(len(rows), 1) * 100)


def _with_state(tall: pd.DataFrame) -> pd.DataFrame:
    """Add gap and state: `framework.is_weak` for a whole column at once."""
    gap = (tall["target"] - tall["score"]).round(9)  # 85 - 68.79 brings dust
    states = np.select(
        [tall["score"] < tall["target"], tall["score"].notna()],
        [WEAK, PASSING],
        MISSING,
    )
    return tall.assign(gap=gap, state=pd.Categorical(states, dtype=STATES))


def _worths(year: int | None) -> Floats:
    found = [framework.point_worth(one.number, year) for one in framework.indicators()]
    return np.array([np.nan if worth is None else float(worth) for worth in found])


def _instruments(times: int) -> pd.Categorical:
    names: list[object] = [one.instrument for one in framework.indicators()]
    return pd.Categorical(names * times, categories=list(dict.fromkeys(names)))
