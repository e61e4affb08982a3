"""Weak indicators, answered or not, from counts: for more agencies than are read."""

import pandas as pd


def judged(
    weak: pd.DataFrame, answered: pd.DataFrame, planned: pd.DataFrame
) -> pd.DataFrame:
    """Add `has_measure` and `has_report` to weak indicators of one assessed year.

    `answered` (agency_id, indicator) and `planned` (agency_id) are the store's
    counts of the fiscal year after it. What `answer` says of whole measures, this
    says of their numbers alone.
    """
    keys = ["agency_id", "indicator"]
    known = answered[keys].assign(has_measure=True)
    found = weak.merge(known, on=keys, how="left", validate="many_to_one")
    return found.assign(
        has_measure=found["has_measure"].notna(),
        has_report=found["agency_id"].isin(planned["agency_id"]),
    )


def open_counts(judged_rows: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Count weak indicators by some columns, most open first.

    `weak` indicators, `without_measure` of them, and their `agencies`.
    """
    rows = judged_rows.assign(open=~judged_rows["has_measure"])
    counts = rows.groupby(columns, observed=True, dropna=False).agg(
        weak=("indicator", "size"),
        without_measure=("open", "sum"),
        agencies=("agency_id", "nunique"),
    )
    return counts.reset_index().sort_values(
        ["without_measure", "weak", *columns],
        ascending=[False, False, *(True for _ in columns)],
        ignore_index=True,
    )
