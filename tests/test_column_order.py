"""What tells the rows of a table apart stands first, and in sight at 1440 pixels."""

import json

import pytest

from itadash.ui import agency, compare_parts, compare_years, route
from tests.test_chart_sources import NAMES, peers_url
from tests.test_pages import PHO_HAK, opened, table

__all__ = ["peers_url"]
WHOLE, HALF, PHONE = 980, 460, 356  # pixels of a table that are in sight
PICKER = 32  # pixels of the boxes that choose a row


def first(app, key):
    return list(table(app, key).columns)[:2]


def test_one_agency_is_told_by_year_and_indicator_and_many_by_name(peers_url):
    one = opened("compare", agency=NAMES[0])
    two = opened("compare", compare=NAMES[:2])

    assert first(one, "compare_change_table") == ["score_year", "change_words"]
    assert first(two, "compare_change_table") == ["agency", "change_words"]
    assert first(one, "compare_around") == ["name", "title"]
    assert first(two, "compare_around") == ["agency", "name"]


def test_each_leg_of_a_route_names_its_goal_first(sample_url):
    app = opened("route", agency=PHO_HAK)

    assert first(app, "route_legs") == ["goal", "name"]
    assert first(app, "route_levels") == ["goal", "legs"]


def in_sight(columns, widths):
    return sum(widths[name] for name in columns)


def test_what_a_row_means_is_in_sight():
    around = compare_years.OWN_AROUND_COLUMNS[:-1]  # the one agency's name is last
    changes, widths = compare_years.CHANGE_COLUMNS, compare_years.CHANGE_WIDTHS
    spreads = compare_parts.SPREAD_COLUMNS

    assert in_sight(around, compare_years.AROUND_WIDTHS) <= WHOLE
    assert in_sight(changes, widths) <= WHOLE
    assert in_sight(spreads, compare_parts.SPREAD_WIDTHS) <= WHOLE
    assert in_sight(route.LEG_COLUMNS, route.LEG_WIDTHS) <= HALF
    assert in_sight(route.LEVEL_COLUMNS, route.LEVEL_WIDTHS) <= HALF
    assert sum(agency.PRINTED_WIDTHS.values()) + PICKER <= PHONE


@pytest.mark.parametrize("key", ["name", "score"])
def test_widths_reach_the_table_on_screen(sample_url, key):
    app = opened("agency", agency=PHO_HAK)

    shown = [json.loads(one.proto.columns) for one in app.dataframe]
    widths = agency.PRINTED_WIDTHS
    assert any(one.get(key, {}).get("width") == widths[key] for one in shown)
