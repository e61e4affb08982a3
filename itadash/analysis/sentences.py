"""Sentences made from the numbers of an analysis; the words are in `labels`."""

import pandas as pd

from itadash import framework, naming
from itadash.analysis.attention import AgencyToSee, IndicatorToSee
from itadash.analysis.scores import MISSING, PASSING, WEAK
from itadash.labels import text


def weak_title(bars: pd.DataFrame) -> str:
    """Say how many of the (at most ten) indicators lie below the target.

    Takes one agency's rows of one year, or the means of `indicator_means`.
    """
    known = bars[bars["state"] != MISSING]
    weak = int((known["state"] == WEAK).sum())
    if known.empty:
        return text("analysis.no_scores")
    case = "some_weak" if weak else "none_weak"
    target = f"{known['target'].max():g}"
    if len(known) < len(framework.indicators()):
        case += "_of_known"
    return text(f"analysis.{case}", weak=weak, known=len(known), target=target)


def levels_title(levels: pd.DataFrame, target: float) -> str:
    """Say how many agencies have a level that reaches the target; of `level_counts`."""
    n = int(levels.loc[levels["state"] != MISSING, "n"].sum())
    if not n:
        return text("analysis.no_levels")
    passing = int(levels.loc[levels["state"] == PASSING, "n"].sum())
    counts = {"passing": f"{passing:,}", "n": f"{n:,}"}
    return text("analysis.levels", **counts, target=f"{target:g}")


def heat_title(cells: pd.DataFrame, target: float) -> str:
    """Say how many of the scores of some agencies lie below the target."""
    states = cells["state"].astype("object")
    return text(
        "analysis.heat",
        weak=f"{(states == WEAK).sum():,}",
        known=f"{(states != MISSING).sum():,}",
        n=f"{cells['agency_id'].nunique():,}",
        target=f"{target:g}",
    )


def years_title(tall: pd.DataFrame) -> str:
    """Say how many indicators rose from the first to the last year with scores."""
    years = tall.dropna(subset=["score", "assessed_year"])
    by_year = years.pivot_table(
        values="score", index="indicator", columns="assessed_year", observed=True
    )
    first, last = by_year.columns.min(), by_year.columns.max()
    moved = (by_year[last] - by_year[first]).dropna().round(9)
    counts = {"up": int((moved > 0).sum()), "known": len(moved)}
    return text("analysis.years", **counts, first=int(first), last=int(last))


def sentence(record: AgencyToSee | IndicatorToSee) -> str:
    """Say what needs a look, in one sentence without judgement."""
    if isinstance(record, AgencyToSee):
        return _about_agency(record)
    return text(
        "analysis.indicator_to_see",
        indicator=_named(record.indicator),
        weak=f"{record.weak:,}",
        agencies=f"{record.agencies:,}",
        mean=framework.shown(record.mean),
        measures=_measures(record.without_measure),
    )


def _about_agency(record: AgencyToSee) -> str:
    return text(
        "analysis.agency_to_see",
        agency=record.name or text("analysis.unnamed_agency"),
        points=framework.shown(record.points),
        weak=record.weak,
        indicator=_named(record.worst_indicator),
        score=framework.shown(record.worst_score),
        measures=_measures(record.without_measure),
    )


def _named(indicator: int) -> str:
    return naming.indicator(indicator)


def _measures(without: int) -> str:
    if without:
        return text("analysis.without_measure", count=f"{without:,}")
    return text("analysis.all_with_measure")
