"""One year's measures against the next: carried over, dropped, new, and reported.

Two measures of an agency are one where their titles agree; years in a title do not
count, nor white space. Of several that could be one, the most alike are.
"""

import re
from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from itadash import thai

SAME_TITLE: Final = 0.80  # from here on two titles are one measure
SAME_NUMBER_AND_TITLE: Final = 0.65  # where the printed number agrees too

CARRIED: Final = "carried"
DROPPED: Final = "dropped"
NEW: Final = "new"
FATES: Final = (CARRIED, DROPPED, NEW)

REPORTED: Final = "reported"
NOT_REPORTED: Final = "not_reported"
NO_REPORT: Final = "no_report"

Flags = npt.NDArray[np.bool_]

# A plan names the measures; what else is printed of them is held against it.
_FIRST: Final = {"plan": 0, "progress": 1, "results": 2, "score_table": 3}
_REPORTS: Final = ("progress", "results")
_OF_BEFORE: Final = ("title", "no", "source", "line", "measure_id", "document_id")
_YEAR: Final = re.compile(r"25\d\d")


def pairs(left: pd.DataFrame, right: pd.DataFrame) -> pd.DataFrame:
    """Pair the measures of two frames: measure_id, other_id, similarity (0 to 1).

    Each measure stands in one pair at most, only with one of its own agency.
    """
    found = [pair for agency in _by_agency(left, right) for pair in _best(*agency)]
    return pd.DataFrame(found, columns=["measure_id", "other_id", "similarity"])


def one_each(measures: pd.DataFrame) -> pd.DataFrame:
    """Return each measure of one fiscal year once, though several reports print it.

    The plan's row stands for all. `reported` says whether a result is printed in
    any of them, is not, or whether the agency has no report of results at all.
    """
    ranked = measures.assign(first=measures["kind"].astype("str").map(_FIRST))
    ranked = ranked.sort_values(["first", "measure_id"], ignore_index=True)
    owner = {number: number for number in ranked["measure_id"]}
    standing = ranked.iloc[:0]
    for _, report in ranked.groupby("document_id", sort=False):
        found = pairs(report, standing)
        owner |= dict(zip(found["measure_id"], found["other_id"], strict=True))
        own = report[~report["measure_id"].isin(found["measure_id"])]
        standing = pd.concat([standing, own])
    return _with_report(ranked.assign(owner=ranked["measure_id"].map(owner)))


def against_year_before(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return one row a measure of either year with its `fate`, new ones first.

    Both frames are what `one_each` returns. Only agencies with measures in both
    years are compared: without a report nothing is known to be new or dropped.
    `similarity` and the columns `before_title`, `before_no` … belong to carried ones.
    """
    both = set(before["agency_id"]) & set(after["agency_id"])
    before = before[before["agency_id"].isin(both)]
    after = after[after["agency_id"].isin(both)]
    old = before[list(_OF_BEFORE)].add_prefix("before_")
    joined = after.merge(pairs(after, before), on="measure_id", how="left")
    joined = joined.merge(
        old, left_on="other_id", right_on="before_measure_id", how="left"
    )
    gone = before[~before["measure_id"].isin(joined["other_id"])]
    fate = np.where(joined["other_id"].notna(), CARRIED, NEW)
    rows = [joined.assign(fate=fate), gone.assign(fate=DROPPED)]
    found = pd.concat([one for one in rows if len(one)] or rows[:1], ignore_index=True)
    found["fate"] = pd.Categorical(found["fate"], [NEW, CARRIED, DROPPED])
    return found.sort_values(["fate", "agency_id", "measure_id"], ignore_index=True)


def _with_report(ranked: pd.DataFrame) -> pd.DataFrame:
    told = ranked["result"].notna()
    is_report = ranked["kind"].astype("str").isin(_REPORTS) | told
    reports = is_report.groupby(ranked["agency_id"]).transform("any")
    any_result = told.groupby(ranked["owner"]).transform("any")
    state = np.select([any_result, reports], [REPORTED, NOT_REPORTED], NO_REPORT)
    own = ranked["owner"] == ranked["measure_id"]
    return ranked.assign(reported=state)[own].drop(columns=["owner", "first"])


def _by_agency(
    left: pd.DataFrame, right: pd.DataFrame
) -> Iterator[tuple[pd.DataFrame, pd.DataFrame]]:
    others = dict(iter(right.groupby("agency_id")))
    for agency, own in left.groupby("agency_id"):
        if agency in others:
            yield own, others[agency]


def _best(left: pd.DataFrame, right: pd.DataFrame) -> Iterator[tuple[int, int, float]]:
    """Take the most alike pair that is left, again and again; ties by order."""
    from rapidfuzz.fuzz import ratio  # for the one page that shows this
    from rapidfuzz.process import cdist

    points = cdist(_titles(left), _titles(right), scorer=ratio, dtype=np.float64)
    alike = (points / 100).round(6)
    needed = np.where(_same_number(left, right), SAME_NUMBER_AND_TITLE, SAME_TITLE)
    open_ones = np.where(alike >= needed, alike, -1.0)
    while open_ones.size and open_ones.max() >= 0:
        row, column = np.unravel_index(open_ones.argmax(), open_ones.shape)
        yield (
            int(left["measure_id"].iloc[row]),
            int(right["measure_id"].iloc[column]),
            round(float(open_ones[row, column]), 4),
        )
        open_ones[row, :] = open_ones[:, column] = -1.0


def _same_number(left: pd.DataFrame, right: pd.DataFrame) -> Flags:
    one = left["no"].to_numpy(float, na_value=np.nan)
    other = right["no"].to_numpy(float, na_value=np.nan)
    same: Flags = one[:, None] == other[None, :]
    return same


def _titles(measures: pd.DataFrame) -> list[str]:
    return [_YEAR.sub("", thai.key(str(title))) for title in measures["title"]]
