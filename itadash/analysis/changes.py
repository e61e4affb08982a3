"""Changes over the years, net of the country's, and around a measure.

A change is told of two years that follow each other; a gap of a year leaves it
unknown. The country's change is known for the total only, and only where both
national means were published: else `national` and `net` are missing.
"""

import math
from typing import Final

import pandas as pd

from itadash.analysis.ranking import TOTAL, values
from itadash.analysis.totals import by_year
from itadash.national import national_change

_KEY: Final = ["agency_id", "agency", "assessed_year"]
AROUND: Final = (-1, 0, 1)  # the fiscal year of a measure, and the years beside it


def changes(assessments: pd.DataFrame, subject: int = TOTAL) -> pd.DataFrame:
    """Return one row an agency and year with a value, oldest year first.

    `score`, `before` (a year earlier), `change`, the country's change `national`
    and `net`, the change beyond it; what is not known is missing.
    """
    rows = assessments[_KEY].assign(score=values(assessments, subject))
    rows = rows[rows["score"].notna() & rows["assessed_year"].notna()]
    before = rows[["agency_id", "assessed_year", "score"]].rename(
        columns={"score": "before"}
    )
    merged = rows.merge(
        before.assign(assessed_year=before["assessed_year"] + 1),
        on=["agency_id", "assessed_year"],
        how="left",
        validate="one_to_one",
    )
    change = (merged["score"] - merged["before"]).round(9)
    country = by_year(merged["assessed_year"], _national if subject == TOTAL else _none)
    known = pd.Series(country, index=merged.index).where(change.notna())
    found = merged.assign(change=change, national=known, net=(change - known).round(9))
    return found.sort_values(["agency_id", "assessed_year"], ignore_index=True)


def around_measures(tall: pd.DataFrame, answered: pd.DataFrame) -> pd.DataFrame:
    """Return a row a measure and indicator: the scores around the measure's year.

    `before`, `during` and `after` are the indicator's scores of the assessed years
    before, of and after the fiscal year of the measure; `change` is after minus
    before. That the score moved says nothing of why. `answered` is what `answer`
    returns, `tall` the rows of all years of its agencies.
    """
    planned = answered[answered["has_measure"] & answered["fiscal_year"].notna()]
    kept = planned[
        ["agency_id", "agency", "indicator", "fiscal_year", "title", "measure_id"]
    ].drop_duplicates(["measure_id", "indicator"])
    for name, offset in zip(("before", "during", "after"), AROUND, strict=True):
        kept = kept.merge(
            _scores_of(tall, name, offset),
            on=["agency_id", "indicator", "fiscal_year"],
            how="left",
            validate="many_to_one",
        )
    found = kept.assign(change=(kept["after"] - kept["before"]).round(9))
    return found.sort_values(
        ["fiscal_year", "indicator", "measure_id"], ignore_index=True
    )


def _scores_of(tall: pd.DataFrame, name: str, offset: int) -> pd.DataFrame:
    """Return scores with the fiscal year from which they lie `offset` years away."""
    own = tall.loc[
        tall["assessed_year"].notna(),
        ["agency_id", "indicator", "assessed_year", "score"],
    ]
    own = own.drop_duplicates(["agency_id", "indicator", "assessed_year"])
    shifted = own.assign(fiscal_year=own["assessed_year"] - offset)
    return shifted.drop(columns="assessed_year").rename(columns={"score": name})


def _national(year: int | None) -> float:
    known = national_change(year)
    return math.nan if known is None else known


def _none(year: int | None) -> float:
    """Return that the country's change of an indicator was not published."""
    return math.nan
