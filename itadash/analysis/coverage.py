"""Which agencies have scores, a plan and reports for a year, and which do not.

Computed on reading from the frames of assessments and documents, in vectorised
passes: nothing is kept that could go stale.
"""

from dataclasses import dataclass
from typing import Final

import pandas as pd

KINDS: Final = ("plan", "progress", "results")
PARTS: Final = ("scores", *KINDS)
_AGENCY: Final = ["agency_id", "agency", "agency_type", "province"]


@dataclass(frozen=True)
class Counts:
    """How many of `n` agencies have each part, `totals` a total without scores."""

    n: int
    scores: int
    totals: int
    plan: int
    progress: int
    results: int


def coverage(
    assessments: pd.DataFrame, documents: pd.DataFrame, assessed_year: int
) -> pd.DataFrame:
    """Return one row an agency of the assessments, those that lack most first.

    `has_scores` and `has_total_only` are about the assessed year (B.E.), `has_plan`,
    `has_progress` and `has_results` about the fiscal year after it, in which its weak
    points are answered. A report that prints no fiscal year counts for none.
    """
    agencies = assessments.drop_duplicates("agency_id")[_AGENCY]
    of_year = assessments["assessed_year"] == assessed_year
    scored = assessments.loc[of_year & assessments["has_scores"], "agency_id"]
    totalled = assessments.loc[of_year & assessments["total"].notna(), "agency_id"]
    has_scores = agencies["agency_id"].isin(scored)
    has_total = agencies["agency_id"].isin(totalled)
    found = agencies.assign(
        has_scores=has_scores, has_total_only=has_total & ~has_scores
    )
    answering = documents[documents["fiscal_year"] == assessed_year + 1]
    for kind in KINDS:
        ids = answering.loc[answering["kind"] == kind, "agency_id"]
        found[f"has_{kind}"] = found["agency_id"].isin(ids)
    columns = [f"has_{part}" for part in PARTS]
    found = found.assign(lacks=len(PARTS) - found[columns].sum(axis="columns"))
    order = ["lacks", "province", "agency"]
    return found.sort_values(order, ascending=[False, True, True], ignore_index=True)


def counts(covered: pd.DataFrame) -> Counts:
    """Return how many agencies have each part."""
    scores, *others = (int(covered[f"has_{part}"].sum()) for part in PARTS)
    return Counts(len(covered), scores, int(covered["has_total_only"].sum()), *others)


def lacking(covered: pd.DataFrame, part: str | None) -> pd.DataFrame:
    """Return the agencies that lack a part ("scores", "plan" …); all for None."""
    if part is None:
        return covered
    return covered[~covered[f"has_{part}"]].reset_index(drop=True)
