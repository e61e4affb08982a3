"""Sentences about scores, changes, ranks and routes, made from the numbers.

Differences are told of the numbers as they are shown: 84.996 is shown as 84.99, so
it lies 0.01 under the target and not 0.00.
"""

from collections.abc import Hashable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pandas as pd

from itadash import framework, naming
from itadash.analysis.ranking import TOTAL
from itadash.analysis.routes import Leg, Route
from itadash.labels import text

_HUNDREDTH = Decimal("0.01")


def subject_name(subject: int) -> str:
    """Return the name of an indicator with its number, or that of the total."""
    if subject == TOTAL:
        return text("compare.total")
    return text("compare.numbered", number=subject, name=naming.indicator(subject))


def short_subject_name(subject: int) -> str:
    """Return the number and short name of an indicator, or that of the total."""
    if subject == TOTAL:
        return text("compare.total")
    name = naming.short_indicator(subject)
    return text("compare.numbered", number=subject, name=name)


def gap_sentence(score: float | None, target: float) -> str:
    """Say how far a score lies under or over the target, e.g. "ต่ำกว่าเป้า 4.97 คะแนน"."""
    if score is None or pd.isna(score):
        return text("framework.no_score")
    gap = Decimal(str(target)) - Decimal(framework.shown(score))
    if gap == 0:
        return text("compare.at_target")
    key = "below_target" if gap > 0 else "above_target"
    return text(f"compare.{key}", gap=f"{abs(gap):.2f}")


def change_sentence(change: float | None, net: float | None) -> str:
    """Say how a total moved, and whether faster than the whole country.

    Both in points against the year before; missing is said as missing.
    """
    if change is None or pd.isna(change):
        return text("compare.no_change_known")
    moved = _rounded(change)
    direction = _sign(moved, "up", "down", "flat")
    said = text(f"compare.{direction}", change=f"{abs(moved):.2f}")
    if net is None or pd.isna(net):
        return text("compare.net_unknown", moved=said)
    beyond = _rounded(net)
    against = _sign(beyond, "ahead", "behind", "level")
    key = f"compare.{direction}_{against}"
    return text(key, moved=said, net=f"{abs(beyond):.2f}")


def rank_sentence(row: Mapping[Hashable, Any], *, subject: int = TOTAL) -> str:
    """Say an agency's rank with n and ties, from a row of `ranked`."""
    if pd.isna(row["rank"]):
        return text("compare.no_rank")
    return text(
        "compare.rank_tied" if row["ties"] else "compare.rank",
        subject=subject_name(subject),
        rank=f"{row['rank']:,}",
        n=f"{row['n']:,}",
        ties=f"{row['ties']:,}",
        type=naming.named(str(row["agency_type"]), "agency_type"),
        year=row["assessed_year"],
    )


def quarter_sentence(quarter: str | None) -> str:
    """Say the quarter of its group that an agency lies in; one of QUARTERS."""
    if quarter is None:
        return text("compare.no_quarter")
    return text(f"compare.quarter_{quarter}")


def goal_name(route: Route) -> str:
    """Return what a route leads to: a level, or the target."""
    if route.goal.level is None:
        return text("route.goal_target", target=f"{route.goal.total.normalize():f}")
    return text("route.goal_level", level=naming.named(route.goal.level, "level"))


def route_sentence(route: Route) -> str:
    """Say what a route asks for, indicator by indicator."""
    goal = goal_name(route)
    if not route.legs:
        return text("route.reached", goal=goal, total=framework.shown(route.total))
    legs = text("route.and").join(map(_leg, route.legs))
    return text(
        "route.needs",
        goal=goal,
        points=f"{route.points:.2f}",
        legs=legs,
        total=framework.shown(route.total),
    )


def _leg(leg: Leg) -> str:
    return text(
        "route.leg",
        name=subject_name(leg.indicator),
        score=framework.shown(leg.score),
        to=framework.shown(leg.to),
    )


def _rounded(points: float) -> Decimal:
    return Decimal(str(points)).quantize(_HUNDREDTH, ROUND_HALF_UP)


def _sign(points: Decimal, above: str, below: str, zero: str) -> str:
    return zero if points == 0 else above if points > 0 else below
