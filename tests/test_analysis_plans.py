"""Which unit has what to do when, and what the measures leave out."""

from datetime import date

import pandas as pd

from itadash.analysis import plans
from itadash.store.search import GROUPS
from itadash.store.typed import frame


def groups(*rows):
    """Build groups from (units, start, end, n) or with (…, responsible, period)."""
    filled = [(*row, *(0,) * (8 - len(row))) for row in rows]
    return frame(filled, GROUPS)


def test_a_measure_runs_in_every_month_it_touches():
    found = plans.calendar(
        groups(("กองช่าง", date(2021, 11, 30), date(2022, 1, 1), 2)), 2565
    )

    assert found[["month", "measures"]].to_numpy().tolist() == [
        [11, 2],
        [12, 2],
        [1, 2],
    ]


def test_a_whole_fiscal_year_has_twelve_months_from_october_to_september():
    found = plans.calendar(
        groups(("กองช่าง", date(2021, 10, 1), date(2022, 9, 30), 1)), 2565
    )

    assert tuple(found["month"]) == plans.MONTHS


def test_what_has_no_period_or_one_of_another_year_is_in_no_month():
    found = groups(
        ("กองช่าง", None, None, 4),
        ("กองช่าง", date(2020, 10, 1), date(2021, 9, 30), 3),
        ("กองช่าง", date(2021, 9, 30), date(2021, 10, 1), 2),
    )

    assert plans.calendar(found, 2565)["measures"].tolist() == [2]
    assert plans.dated(found, 2565) == 2


def test_a_measure_of_two_units_counts_for_both_and_of_none_comes_last():
    year = (date(2021, 10, 1), date(2022, 9, 30))
    found = groups(("", *year, 9), ("กองคลัง, กองช่าง", *year, 1), ("กองช่าง", *year, 1))

    units = plans.calendar(found, 2565)["unit"].drop_duplicates()

    assert units.iloc[:2].tolist() == ["กองช่าง", "กองคลัง"]
    assert pd.isna(units.iloc[2])
    assert plans.unit_counts(found)["measures"].tolist() == [2, 1]


def test_completeness_counts_what_is_printed():
    found = groups(
        ("กองช่าง", None, None, 4, 3, 2, 1, 0), ("", None, None, 6, 1, 0, 0, 6)
    )

    rows = plans.completeness(found)

    assert rows["n"].tolist() == [4, 2, 1, 6]
    assert rows["of"].tolist() == [10] * 4
    assert rows["share"].tolist() == [40.0, 20.0, 10.0, 60.0]


def test_nothing_found_is_a_frame_too():
    assert plans.calendar(groups(), 2565).empty
    assert plans.unit_counts(groups()).empty
    assert plans.completeness(groups())["of"].tolist() == [0] * 4
