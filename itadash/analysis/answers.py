"""Weak indicators of one year and the measures of the next that answer them.

Scores belong to (agency, assessed year), measures to (agency, fiscal year): a
weak indicator of year Y is answered by measures of fiscal year Y + 1, whatever
document they stand in. Where both years are unknown they come from one report
that prints none, and match; an unknown year matches no known one.
"""

from typing import Final

import pandas as pd

from itadash.analysis.scores import KEY, PASSING
from itadash.linking import ANSWERS

_MATCH: Final = ["agency_id", "fiscal_year", "indicator"]
_OF_MEASURE: Final = [
    "measure_id",
    "no",
    "title",
    "description",
    "steps",
    "responsible",
    "units",
    "period",
    "period_start",
    "period_end",
    "result",
    "outcome",
    "follow_up",
    "recommendation",
    "kind",
    "line",
]
_RENAMED: Final = {
    "document_id": "measure_document_id",
    "source": "measure_source",
    "state": "measure_state",
    "sample": "measure_sample",
    "synthetic": "measure_synthetic",
}


def answer(
    weak: pd.DataFrame, links: pd.DataFrame, measures: pd.DataFrame
) -> pd.DataFrame:
    """Pair each weak indicator with the measures that answer it, strongest first.

    One that nobody has planned for is what the reader came to find: it stays as
    one row with `has_measure` False. `has_report` tells whether the agency has
    any measure of that fiscal year: without one, nothing is known of its plans.
    """
    strong = links[links["strength"] >= ANSWERS]
    found = _paired(weak, strong, measures, "left")
    known = measures[["agency_id", "fiscal_year"]].drop_duplicates()
    found = found.merge(
        known.assign(has_report=True),
        on=["agency_id", "fiscal_year"],
        how="left",
        validate="many_to_one",
    )
    return found.assign(
        has_measure=found["measure_id"].notna(),
        has_report=found["has_report"].notna(),
    )


def related(
    weak: pd.DataFrame, links: pd.DataFrame, measures: pd.DataFrame
) -> pd.DataFrame:
    """Pair weak indicators with measures too weakly linked to answer them."""
    return _paired(weak, links[links["strength"] < ANSWERS], measures, "inner")


def measures_without_weakness(
    tall: pd.DataFrame, links: pd.DataFrame, measures: pd.DataFrame
) -> pd.DataFrame:
    """Return the measures that answer only indicators at the target or above.

    A measure that answers none, or one whose score is missing, is left out. The
    `answered` column lists the indicators' numbers.
    """
    strong = links[links["strength"] >= ANSWERS]
    states = tall[[*KEY, "state"]].assign(fiscal_year=tall["assessed_year"] + 1)
    judged = strong.drop_duplicates(["measure_id", "indicator"]).merge(
        states, on=_MATCH, how="left", validate="many_to_one"
    )
    judged = judged.sort_values(["measure_id", "indicator"])
    judged = judged.assign(
        passing=judged["state"] == PASSING, answered=judged["indicator"].astype("str")
    )
    grouped = judged.groupby("measure_id")
    summary = grouped.agg(passing=("passing", "all"), answered=("answered", ", ".join))
    only_passing = summary.loc[summary["passing"], ["answered"]].reset_index()
    return measures.merge(only_passing, on="measure_id", validate="one_to_one")


def count_by(answered: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Count weak indicators by some columns (agency, indicator), most open first.

    `weak` indicators, `without_measure` of them, their `agencies` and `measures`.
    """
    one_each = answered.drop_duplicates(KEY)
    open_ones = one_each.assign(open=~one_each["has_measure"])
    counts = open_ones.groupby(columns, observed=True, dropna=False).agg(
        weak=("indicator", "size"),
        without_measure=("open", "sum"),
        agencies=("agency_id", "nunique"),
    )
    grouped = answered.groupby(columns, observed=True, dropna=False)
    counts = counts.assign(measures=grouped["measure_id"].nunique()).reset_index()
    return counts.sort_values(
        ["without_measure", "weak", *columns],
        ascending=[False, False, *(True for _ in columns)],
        ignore_index=True,
    )


def by_unit(answered: pd.DataFrame) -> pd.DataFrame:
    """Count what each responsible unit answers for: `weak`, `measures`, `agencies`.

    A measure of two units counts for both; one without a unit has its own row,
    where `unit` is missing.
    """
    planned = answered[answered["has_measure"]]
    units = planned.assign(unit=planned["units"].str.split(", ")).explode("unit")
    units["unit"] = units["unit"].replace("", None)
    units["weak"] = units.groupby(KEY, dropna=False).ngroup()
    counts = units.groupby("unit", dropna=False).agg(
        weak=("weak", "nunique"),
        measures=("measure_id", "nunique"),
        agencies=("agency_id", "nunique"),
    )
    return counts.reset_index().sort_values(
        ["weak", "measures", "unit"], ascending=[False, False, True], ignore_index=True
    )


def _paired(
    weak: pd.DataFrame, links: pd.DataFrame, measures: pd.DataFrame, how: str
) -> pd.DataFrame:
    """Merge weak rows with linked measures; `how` is "left" or "inner"."""
    numbered = weak.assign(fiscal_year=weak["assessed_year"] + 1, at=range(len(weak)))
    found = numbered.merge(
        _linked(links, measures),
        on=_MATCH,
        how="left" if how == "left" else "inner",
        validate="one_to_many",
    )
    ordered = found.sort_values(
        ["at", "strength", "measure_id"], ascending=[True, False, True]
    )
    whole = ordered.astype({"measure_id": "Int64", "measure_document_id": "Int64"})
    return whole.drop(columns="at").reset_index(drop=True)


def _linked(links: pd.DataFrame, measures: pd.DataFrame) -> pd.DataFrame:
    """Return one row a measure and indicator, its strongest link."""
    strongest = links.sort_values("strength", ascending=False)
    once = strongest.drop_duplicates(["measure_id", "indicator"])
    said = measures[[*_OF_MEASURE, *_RENAMED]].rename(columns=_RENAMED)
    return once.merge(said, on="measure_id", validate="many_to_one")
