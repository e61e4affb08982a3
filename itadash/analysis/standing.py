"""Where an agency stands among its peers: same type, same assessed year.

An agency whose type is not known has no peers.
"""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from itadash.analysis.totals import with_points

# Of fewer peers a median would name one of them.
ENOUGH_PEERS: Final = 3


@dataclass(frozen=True)
class Rank:
    """A place among the `n` scored peers, the agency itself included.

    `ties` counts the others with the same total; all of them share the rank.
    """

    rank: int
    n: int
    ties: int
    agency_type: str
    year: int


def rank(assessments: pd.DataFrame, agency_id: int, assessed_year: int) -> Rank | None:
    """Return the agency's rank by total; None without a total or a known type.

    Only an agency that counts is ranked: give it `counted` rows.
    """
    rows = with_points(assessments[assessments["assessed_year"] == assessed_year])
    scored = rows[rows["points"].notna() & rows["agency_type"].notna()]
    own = scored[scored["agency_id"] == agency_id]
    if own.empty:
        return None
    agency_type, points = own["agency_type"].iloc[0], own["points"].iloc[0]
    peers = scored.loc[scored["agency_type"] == agency_type, "points"]
    above, level_with = int((peers > points).sum()), int((peers == points).sum())
    return Rank(above + 1, len(peers), level_with - 1, str(agency_type), assessed_year)


def peer_medians(
    tall: pd.DataFrame, agency_id: int, assessed_year: int
) -> pd.DataFrame | None:
    """Return `indicator`, `median` and `n` over the agency's peers, itself left out.

    None when fewer than three peers have a score; an indicator for which fewer
    than three have one has no row.
    """
    rows = tall[tall["assessed_year"] == assessed_year]
    types = rows.loc[rows["agency_id"] == agency_id, "agency_type"]
    if types.empty or pd.isna(types.iloc[0]):
        return None
    same_type = rows["agency_type"] == types.iloc[0]
    peers = rows[same_type & (rows["agency_id"] != agency_id)]
    grouped = peers.groupby("indicator")["score"]
    found = grouped.agg(median="median", n="count").reset_index()
    enough = found[found["n"] >= ENOUGH_PEERS].round({"median": 9})
    return None if enough.empty else enough.reset_index(drop=True)
