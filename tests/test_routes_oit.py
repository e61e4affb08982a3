"""Routes on which OIT moves by whole items."""

from decimal import Decimal

import numpy as np
import pytest

from itadash import framework
from itadash.analysis import oit, routes

EIT, IIT = (6, 7, 8), (1, 2, 3, 4, 5)


def scores_with(ninth, tenth, rest=80.0):
    return {**dict.fromkeys(range(1, 9), rest), 9: ninth, 10: tenth}


def ends(route):
    return {leg.indicator: leg.to for leg in route.legs}


def test_one_item_of_indicator_10_is_worth_6_25_or_25_points():
    tenth = oit.stops(scores_with(100.0, 50.0), 2564)[10]

    assert tenth[:3] == [Decimal("50.00"), Decimal("56.25"), Decimal("62.50")]
    assert tenth[-1] == 100
    assert oit.stops(scores_with(100.0, 93.75), 2564)[10] == [
        Decimal("93.75"),
        Decimal(100),
    ]


def test_one_item_of_indicator_9_is_worth_two_to_five_points():
    states, hundredths = oit._states(oit.groups(2564)[9])

    full = np.array(oit.groups(2564)[9])
    one_missed = {
        10_000 - int(points)
        for state, points in zip(states, hundredths, strict=True)
        if (full - state).sum() == 1
    }
    assert one_missed == {222, 250, 286, 500, 400}


@pytest.mark.parametrize("year", [None, 2563, 2565, 2568])
def test_of_other_years_the_items_are_not_known(year):
    assert oit.stops(scores_with(100.0, 50.0), year) is None
    assert oit.cheapest(scores_with(100.0, 50.0), year, routes.to_target(2564)) is None


@pytest.mark.parametrize("tenth", [33.33, None, -1.0])
def test_a_score_that_no_items_give_has_no_steps(tenth):
    assert oit.stops(scores_with(100.0, tenth), 2564) is None


def test_from_the_ceiling_there_is_no_further_stop():
    assert oit.stops(scores_with(100.0, 100.0), 2564) == {
        9: [Decimal(100)],
        10: [Decimal(100)],
    }


def test_a_route_stops_where_whole_items_lead():
    scores = scores_with(100.0, 50.0, 85.0)
    goal = routes.to_target(2564)
    plain = routes.cheapest(scores, 2564, goal)
    stepped = oit.cheapest(scores, 2564, goal)

    assert (plain.total, stepped.total) == (85, 85)  # 81 and twenty points of it
    assert ends(plain) == {10: Decimal(70)}
    # 68.75 lacks 1.25 points of OIT, hence 2.5 of EIT; 75 costs 25 points.
    assert ends(stepped) == {10: Decimal("68.75"), 6: Decimal("87.50")}
    assert stepped.points == Decimal("21.25")


def test_a_goal_that_is_reached_needs_no_step():
    found = oit.cheapest(scores_with(100.0, 93.75, 90.0), 2564, routes.to_target(2564))

    assert found.legs == ()


def brute_force(scores, goal):
    """Try every stop of OIT with every raise of EIT; IIT makes up for the rest."""
    offered = oit.stops(scores, 2564)
    own = {number: round(score * 100) for number, score in scores.items()}
    eit = np.arange(sum(10_000 - own[n] for n in EIT) + 1)
    room = sum(10_000 - own[n] for n in IIT)
    have = 6 * sum(own[n] for n in IIT) + 10 * sum(own[n] for n in EIT)
    best = None
    for ninth in offered[9]:
        for tenth in offered[10]:
            raised = int((ninth + tenth) * 100) - own[9] - own[10]
            oit_part = 20 * int((ninth + tenth) * 100)
            missing = 100 * 100 * int(goal.total) - have - oit_part - 10 * eit
            iit = np.maximum(-(-missing // 6), 0)
            costs = (raised + eit + iit)[iit <= room]
            if len(costs) and (best is None or costs.min() < best):
                best = int(costs.min())
    return Decimal(best) / 100


def drawn_agencies(n):
    random = np.random.default_rng(43)
    layout = oit.groups(2564)
    for _ in range(n):
        scores = {at: random.integers(6000, 10_001) / 100 for at in range(1, 9)}
        for number, items in layout.items():
            have = [random.integers(one * 2 // 3, one + 1) for one in items]
            shares = [100 * a / b for a, b in zip(have, items, strict=True)]
            scores[number] = float(round(Decimal(str(np.mean(shares))), 2))
        yield {number: float(score) for number, score in sorted(scores.items())}


def test_the_routes_by_items_are_those_of_brute_force():
    tried = 0
    for scores in drawn_agencies(40):
        if oit.stops(scores, 2564) is None:
            continue  # rounded to even where the commission rounds up
        for goal in [routes.to_target(2564), *routes.levels_above(scores, 2564)[:1]]:
            route = oit.cheapest(scores, 2564, goal)
            tried += 1

            assert route.points == brute_force(scores, goal), scores
            assert route.points >= routes.cheapest(scores, 2564, goal).points
            raised = {**scores, **ends(route)}
            assert routes.reaches(routes.outcome(raised, 2564), goal)
    assert tried > 30


def test_every_instrument_of_the_layout_is_oit():
    known = {one.number: one.instrument for one in framework.indicators()}

    assert {known[number] for number in oit.groups(2564)} == {oit.INSTRUMENT}
