"""What the measures of a year say and leave out, counted by unit and by month.

The frames that come in are those of `Store.measure_groups`: one row for measures of
the same units and period, `n` of them, with how many print what.
"""

from datetime import date
from typing import Final

import pandas as pd

PRINTED: Final = ("unit", "period", "result", "outcome")
MONTHS: Final = (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)  # of a fiscal year
_BUDDHIST: Final = 543


def completeness(groups: pd.DataFrame) -> pd.DataFrame:
    """Return one row a part of PRINTED: `n` measures that print it `of` all, `share`.

    A unit is printed where one is named, be it one nobody knows by a common name.
    """
    of = int(groups["n"].sum())
    columns = {"unit": "responsible"}
    n = [int(groups[columns.get(part, part)].sum()) for part in PRINTED]
    found = pd.DataFrame({"part": PRINTED, "n": n, "of": of})
    return found.assign(share=found["n"] / max(of, 1) * 100)


def unit_counts(groups: pd.DataFrame) -> pd.DataFrame:
    """Return `unit` and its number of `measures`, most first; of two units, each."""
    each = _by_unit(groups).dropna(subset=["unit"])
    counts = each.groupby("unit")["n"].sum().reset_index(name="measures")
    return counts.sort_values(
        ["measures", "unit"], ascending=[False, True], ignore_index=True
    )


def calendar(groups: pd.DataFrame, fiscal_year: int) -> pd.DataFrame:
    """Return how many measures run in each month: unit, month (1 to 12), measures.

    Units stand with most measures first; a measure without a unit has a missing one
    and comes last. One without a period, or of another year, has no month here.
    """
    each = _by_unit(groups.dropna(subset=["period_start", "period_end"]))
    rows = [_in_month(each, month, fiscal_year) for month in MONTHS]
    found = pd.concat(rows, ignore_index=True)
    most = found.groupby("unit", dropna=False)["measures"].max()
    order = most.reset_index().sort_values(
        ["measures", "unit"], ascending=[False, True]
    )
    named = order.dropna(subset=["unit"])["unit"].tolist()
    place = {unit: at for at, unit in enumerate(named)}
    found = found.assign(at=found["unit"].map(place).fillna(len(place)))
    return found.sort_values("at", kind="stable", ignore_index=True).drop(columns="at")


def dated(groups: pd.DataFrame, fiscal_year: int) -> int:
    """Return how many measures have a period that lies in the fiscal year."""
    rows = groups.dropna(subset=["period_start", "period_end"])
    first, last = _days(fiscal_year, MONTHS[0]), _days(fiscal_year, MONTHS[-1])
    return int(rows.loc[_overlaps(rows, first[0], last[1]), "n"].sum())


def _by_unit(groups: pd.DataFrame) -> pd.DataFrame:
    each = groups.assign(unit=groups["units"].astype("str").str.split(", "))
    each = each.explode("unit", ignore_index=True)
    return each.assign(unit=each["unit"].replace("", None))


def _in_month(each: pd.DataFrame, month: int, fiscal_year: int) -> pd.DataFrame:
    running = each[_overlaps(each, *_days(fiscal_year, month))]
    counts = running.groupby("unit", dropna=False)["n"].sum()
    return counts.reset_index(name="measures").assign(month=month)


def _overlaps(
    rows: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp
) -> "pd.Series[bool]":
    return (rows["period_start"] <= last) & (rows["period_end"] >= first)


def _days(fiscal_year: int, month: int) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the first and last day of a month of a fiscal year (B.E.)."""
    year = fiscal_year - _BUDDHIST - (month >= MONTHS[0])
    first = pd.Timestamp(date(year, month, 1))
    return first, first + pd.offsets.MonthEnd(0)
