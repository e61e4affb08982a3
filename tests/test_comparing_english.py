"""The sentences about scores, ranks, changes and routes, spoken in English."""

import math

import pytest

from itadash import labels
from itadash.analysis import comparing, ranking, routes
from tests.frames import ALL_NINETY, assessment, assessments


@pytest.fixture(autouse=True)
def english():
    with labels.speaking("en"):
        yield


@pytest.mark.parametrize(
    ("score", "sentence"),
    [
        (80.03, "4.97 points below the target"),
        (84.996, "0.01 points below the target"),
        (85.0, "exactly at the target"),
        (85.01, "0.01 points above the target"),
        (math.nan, "No data"),
    ],
)
def test_a_gap_is_told_of_the_score_as_it_is_shown(score, sentence):
    assert comparing.gap_sentence(score, 85.0) == sentence


@pytest.mark.parametrize(
    ("change", "net", "sentence"),
    [
        (0.5, -0.27, "Up 0.50, but 0.27 slower than the country"),
        (3.0, 0.38, "Up 3.00, 0.38 faster than the country"),
        (0.77, 0.0, "Up 0.77, as the country"),
        (-1.0, -1.77, "Down 1.00, 1.77 behind the country"),
        (-1.0, 0.5, "Down 1.00, but 0.50 less than the country fell"),
        (-1.0, 0.0, "Down 1.00, as the country"),
        (0.0, -0.77, "Unchanged, 0.77 behind the country"),
        (0.0, 0.3, "Unchanged, but 0.30 better than the country"),
        (0.0, 0.0, "Unchanged, as the country"),
        (0.5, math.nan, "Up 0.50 (against the country: no data)"),
        (math.nan, math.nan, "Against the year before: no data"),
    ],
)
def test_a_change_is_told_against_the_whole_country(change, net, sentence):
    assert comparing.change_sentence(change, net) == sentence


def test_a_rank_is_told_with_n_year_and_ties():
    rows = ranking.ranked(
        assessments(*(assessment(at, total=90.0 - at // 2) for at in range(1, 4)))
    )

    said = [comparing.rank_sentence(row) for row in rows.to_dict("records")]
    assert said[0].startswith("Total: rank 1 of 3 (")
    assert said[0].endswith("with a score in 2563")
    assert said[1].endswith("(tied with 1 more)")


def test_each_quarter_has_words_of_its_own():
    words = {comparing.quarter_sentence(one) for one in (*ranking.QUARTERS, None)}

    assert len(words) == 5
    assert all("quarter" in one for one in words)


def test_a_route_is_told_from_the_points_to_the_total():
    scores = {**ALL_NINETY, 10: 20.0}

    said = comparing.route_sentence(
        routes.cheapest(scores, 2563, routes.to_target(2563))
    )

    assert said.startswith("To reach the target 85, raise at least 45.00 points in all")
    assert "20.00 → 65.00 (total 85.00)" in said


def test_a_goal_that_is_reached_is_told_as_reached():
    route = routes.cheapest(dict(ALL_NINETY), 2563, routes.to_target(2563))

    assert comparing.route_sentence(route) == "Already at the target 85 (total 90.00)"
