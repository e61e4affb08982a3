"""Groups of peers of one agency and year, each with its reason.

The data hold no size of an agency (population, budget, staff), so that "nearest"
can only mean a near total within the same type; the reason says so. Only agencies
with a total or a score are peers: those of measures only are none.
"""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from itadash import naming
from itadash.analysis.ranking import TOTAL, has_value, values
from itadash.labels import text

SAME_TYPE: Final = "type"
SAME_PROVINCE: Final = "province"
NEAREST: Final = "nearest"
GROUPS: Final = (SAME_TYPE, SAME_PROVINCE, NEAREST)
MOST_NEAREST: Final = 10


@dataclass(frozen=True)
class PeerGroup:
    """The agencies compared with one of them, and why.

    `rows` are their assessments of the year, the agency's own row first; `shared`
    is the Thai name of what makes them peers.
    """

    kind: str
    rows: pd.DataFrame
    shared: str

    @property
    def n(self) -> int:
        """Return how many peers there are beside the agency itself."""
        return len(self.rows) - 1

    @property
    def reason(self) -> str:
        """Say why they are peers, in the language that is spoken."""
        place = self.kind == SAME_PROVINCE
        subject: naming.Subject = "province" if place else "agency_type"
        name = naming.named(self.shared, subject)
        return text(f"compare.because_{self.kind}", shared=name, n=f"{self.n:,}")


def peer_group(
    assessments: pd.DataFrame, agency_id: int, assessed_year: int, kind: str
) -> PeerGroup | None:
    """Return a group of GROUPS; None where what makes them peers is not known.

    Give it `counted` rows. The nearest are those of the same type whose totals lie
    nearest, at most ten; of equal distance the ones with the smaller number.
    """
    rows = assessments[(assessments["assessed_year"] == assessed_year).fillna(False)]
    rows = rows[has_value(rows)]
    own = rows[rows["agency_id"] == agency_id].head(1)
    if own.empty:
        return None
    column = "province" if kind == SAME_PROVINCE else "agency_type"
    shared = own[column].iloc[0]
    if pd.isna(shared):
        return None
    others = rows[(rows[column] == shared).fillna(False)]
    others = others[others["agency_id"] != agency_id]
    if kind == NEAREST:
        found = _nearest(others, float(values(own, TOTAL)[0]))
        if found is None:
            return None
        others = found
    group = pd.concat([own, others])
    return PeerGroup(kind, group, str(shared))


def _nearest(others: pd.DataFrame, points: float) -> pd.DataFrame | None:
    """Return the peers with the nearest totals; None where the own is missing."""
    if pd.isna(points):
        return None
    distance = abs(pd.Series(values(others, TOTAL), index=others.index) - points)
    order = others.assign(distance=distance.round(9)).dropna(subset="distance")
    nearest = order.sort_values(["distance", "agency_id"]).head(MOST_NEAREST)
    return nearest.drop(columns="distance")
