"""Routes to the target and to the levels, by hand and against brute force."""

import math
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itadash import framework
from itadash.analysis import routes

# เทศบาลตำบลโพหัก, assessed 2563, as its report prints them.
PHO_HAK = dict(
    enumerate([88.76, 83, 86.45, 80.03, 86.43, 85.59, 87.68, 80.2, 68.79, 25], 1)
)
MEMBERS = {"IIT": range(1, 6), "EIT": range(6, 9), "OIT": range(9, 11)}
hundredths = st.integers(0, 10_000).map(lambda whole: whole / 100)
ten_scores = st.fixed_dictionaries(dict.fromkeys(range(1, 11), hundredths))
years = st.sampled_from([2562, 2563, 2565, 2566, 2568])


def flat(score, **others):
    return {**dict.fromkeys(range(1, 11), score), **others}


def to_85(scores, year=2563):
    return routes.cheapest(scores, year, routes.to_target(year))


def ends(route):
    return {leg.indicator: leg.to for leg in route.legs}


def raised(scores, route):
    return {**scores, **{leg.indicator: leg.to for leg in route.legs}}


def test_pho_hak_reaches_85_by_indicator_10_and_a_little_of_indicator_9():
    route = to_85(PHO_HAK)

    assert ends(route) == {10: Decimal(100), 9: Decimal("70.87")}
    assert route.points == Decimal("77.08")
    assert route.total == Decimal("85.0012")
    assert route.level == "A"


def test_for_pho_hak_indicator_10_alone_is_not_enough_and_70_86_neither():
    alone = routes.outcome({**PHO_HAK, 10: 100}, 2563)
    short = routes.outcome({**PHO_HAK, 10: 100, 9: 70.86}, 2563)

    assert alone.total == Decimal("84.5852")
    assert short.total == Decimal("84.9992")
    assert (alone.level, short.level) == ("B", "B")


def test_pho_hak_reaches_the_next_level_of_its_year_first():
    goals = routes.levels_above(PHO_HAK, 2563)

    assert [goal.level for goal in goals] == ["B", "A", "AA"]
    route = routes.cheapest(PHO_HAK, 2563, goals[0])
    assert ends(route) == {10: Decimal("52.08")}
    assert route.total == Decimal("75.0012")


def test_under_the_newer_levels_the_best_ask_for_every_instrument():
    good = routes.levels_above(PHO_HAK, 2566)[2]

    assert (good.level, good.instrument) == ("ผ่านดี", Decimal(85))
    route = routes.cheapest(PHO_HAK, 2566, good)
    assert route.points == Decimal("78.07")
    means = routes.outcome(raised(PHO_HAK, route), 2566).means
    assert min(means.values()) >= 85


def test_from_a_pass_the_next_level_asks_for_the_weak_instrument_only():
    scores = {**flat(95.0), 6: 80.0, 7: 80.0, 8: 83.63}
    assert routes.outcome(scores, 2566).level == "ผ่าน"

    route = routes.cheapest(scores, 2566, routes.levels_above(scores, 2566)[0])

    assert ends(route) == {6: Decimal("91.37")}
    assert route.level == "ผ่านดี"


@pytest.mark.parametrize(
    ("score", "points"),
    [(84.99, "0.05"), (85.0, "0"), (85.01, "0"), (0.0, "750"), (100.0, "0")],
)
def test_at_the_boundary_a_route_is_as_long_as_it_has_to_be(score, points):
    route = to_85(flat(score))

    assert route.points == Decimal(points)
    assert route.total >= 85


def test_a_goal_that_is_reached_has_a_route_without_legs():
    route = to_85(flat(90.0))

    assert route.legs == ()
    assert route.total == 90


@pytest.mark.parametrize("missing", [None, math.nan, -1, 100.01])
def test_with_a_missing_score_there_is_no_route_and_no_level_above(missing):
    scores = {**PHO_HAK, 4: missing}

    assert to_85(scores) is None
    assert routes.levels_above(scores, 2563) == ()
    assert routes.outcome(scores, 2563).total is None


@pytest.mark.parametrize("year", [None, 2561])
def test_a_year_without_levels_has_none_above(year):
    assert routes.levels_above(PHO_HAK, year) == ()


def test_a_year_before_the_ten_indicators_has_no_route():
    assert to_85(PHO_HAK, 2561) is None


def test_nothing_is_above_the_best_level():
    assert routes.levels_above(flat(95.0), 2568) == ()


def test_of_equal_scores_the_smaller_number_is_raised_first():
    assert ends(to_85({**flat(85.0), 9: 80.0, 10: 80.0})) == {9: Decimal(90)}


@settings(max_examples=150)
@given(ten_scores, years)
def test_a_route_reaches_its_goal_and_a_hundredth_less_anywhere_does_not(scores, year):
    goals = [routes.to_target(year), *routes.levels_above(scores, year)]
    for goal in goals:
        route = routes.cheapest(scores, year, goal)
        end = raised(scores, route)

        assert routes.reaches(routes.outcome(end, year), goal)
        assert all(leg.points > 0 and leg.to <= 100 for leg in route.legs)
        for leg in route.legs:
            less = {**end, leg.indicator: leg.to - routes.STEP}
            assert not routes.reaches(routes.outcome(less, year), goal)


@settings(max_examples=100)
@given(ten_scores, years)
def test_the_level_at_the_end_is_the_one_asked_for_or_better(scores, year):
    order = [one.name for one in framework.levels(year)]

    for goal in routes.levels_above(scores, year):
        route = routes.cheapest(scores, year, goal)

        assert order.index(route.level) <= order.index(goal.level)


def brute_force(scores, goal, step):
    """Try every number of steps in every instrument: the fewest that reach a goal.

    Total and means hang on the sums of the instruments alone, so that each sum on
    the grid stands for all ways to reach it.
    """
    rooms = [sum(100 - scores[n] for n in nn) // step for nn in MEMBERS.values()]
    sums = [sum(scores[n] for n in nn) for nn in MEMBERS.values()]
    iit, eit, oit = np.meshgrid(*(np.arange(one + 1) for one in rooms), indexing="ij")
    ends = [one * step + own for one, own in zip((iit, eit, oit), sums, strict=True)]
    # Hundredths of the total: 0.06, 0.10 and 0.20 a point.
    reached = 6 * ends[0] + 10 * ends[1] + 20 * ends[2] >= 100 * int(goal.total)
    if goal.instrument is not None:
        for end, numbers in zip(ends, MEMBERS.values(), strict=True):
            reached &= end >= int(goal.instrument) * len(numbers)
    return int((iit + eit + oit)[reached].min()) * step


def test_the_routes_of_a_thousand_random_agencies_are_those_of_brute_force():
    random, step = np.random.default_rng(2568), 5
    for at in range(1000):
        year = (2563, 2566)[at % 2]
        base = random.integers(0, 19)
        drawn = np.clip(random.integers(base - 4, base + 5, 10), 0, 20) * step
        scores = dict(enumerate((int(score) for score in drawn), 1))
        for goal in [routes.to_target(year), *routes.levels_above(scores, year)[:3]]:
            route = routes.cheapest(scores, year, goal, step=Decimal(step))

            assert route.points == brute_force(scores, goal, step), (scores, goal)
