import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash import analysis, framework
from tests.frames import (
    ALL_NINETY,
    assessment,
    assessments,
    with_score,
)


def test_an_agency_has_ten_rows_a_year_with_the_owner_on_each():
    tall = analysis.tall_scores(assessments(assessment(7), assessment(7, 2564)))

    assert len(tall) == 20
    assert tall["indicator"].tolist() == [*range(1, 11)] * 2
    assert set(tall["agency_id"]) == {7}
    assert tall["instrument"].tolist()[:10] == ["IIT"] * 5 + ["EIT"] * 3 + ["OIT"] * 2


@pytest.mark.parametrize(
    ("score", "state"),
    [
        (84.99, "weak"),
        (84.995, "weak"),
        (85.0, "passing"),
        (85.01, "passing"),
        (0.0, "weak"),
        (100.0, "passing"),
        (math.nan, "missing"),
        (-0.01, "missing"),
        (100.01, "missing"),
        (math.inf, "missing"),
    ],
)
def test_only_a_readable_score_under_the_target_is_weak(score, state):
    tall = analysis.tall_scores(with_score(score))

    assert tall["state"].iloc[0] == state


@given(
    st.floats() | st.floats(0, 100) | st.floats(84.98, 85.02),
    st.integers(2560, 2575) | st.none(),
)
def test_the_column_says_what_the_rule_says_of_one_score(score, year):
    state = analysis.tall_scores(with_score(score, year=year))["state"].iloc[0]

    assert (state == "weak") == framework.is_weak(score, year)
    assert (state != "missing") == framework.valid(score)


def test_gap_and_worth_stand_with_each_score():
    tall = analysis.tall_scores(with_score(25.0, number=10)).set_index("indicator")

    assert tall.loc[10, "gap"] == 60.0
    assert tall.loc[[1, 6, 10], "worth"].tolist() == [0.06, 0.10, 0.20]


def test_a_missing_score_has_no_gap():
    tall = analysis.tall_scores(with_score(math.nan))

    assert math.isnan(tall["gap"].iloc[0])


def test_the_frame_of_assessments_is_not_changed():
    rows = with_score(50.0)
    before = rows.copy()

    analysis.tall_scores(rows)
    analysis.with_points(rows)

    pd.testing.assert_frame_equal(rows, before)


def test_the_widest_gap_comes_first():
    scores = {**ALL_NINETY, 2: 84.0, 4: 60.0, 9: 70.0}
    tall = analysis.tall_scores(assessments(assessment(scores=scores)))

    weak = analysis.weak_indicators(tall)

    assert weak["indicator"].tolist() == [4, 9, 2]
    assert weak["gap"].tolist() == [25.0, 15.0, 1.0]


def test_a_mean_leaves_out_what_is_missing():
    tall = analysis.tall_scores(
        assessments(
            assessment(1, scores={1: 80.0}),
            assessment(2, scores={1: 90.0, 2: 70.0}),
            assessment(3, scores=None),
        )
    )

    means = analysis.indicator_means(tall).set_index("indicator")

    assert means.loc[1, ["score", "n", "weak", "state"]].tolist() == [
        *(85.0, 2, 1),
        "passing",
    ]
    assert means.loc[2, "n"] == 1
    assert means.loc[3, "state"] == "missing"


def test_means_of_nothing_are_ten_missing_rows():
    means = analysis.indicator_means(analysis.tall_scores(assessments()))

    assert means["indicator"].tolist() == list(range(1, 11))
    assert set(means["state"]) == {"missing"}
    assert means["target"].tolist() == [85.0] * 10


def test_samples_count_only_while_there_is_nothing_else():
    samples = [assessment(1, sample=True), assessment(2, sample=True)]

    alone = analysis.counted(assessments(*samples))
    beside = analysis.counted(assessments(*samples, assessment(3)))

    assert alone["agency_id"].tolist() == [1, 2]
    assert beside["agency_id"].tolist() == [3]


def test_synthetic_rows_do_not_mix_with_real_ones():
    rows = assessments(assessment(1, synthetic=True), assessment(2))

    assert analysis.counted(rows)["agency_id"].tolist() == [2]


@pytest.mark.parametrize(
    ("printed", "computed", "points", "is_computed"),
    [
        (69.58, 69.585, 69.58, False),
        (None, 69.585, 69.585, True),
        (692.5, 69.585, 69.585, True),
        (None, None, math.nan, False),
    ],
)
def test_the_total_is_the_printed_one_else_the_computed(
    printed, computed, points, is_computed
):
    rows = assessments(assessment(total=printed, computed_total=computed))

    row = analysis.with_points(rows).iloc[0]

    assert row["points"] == pytest.approx(points, nan_ok=True)
    assert row["points_computed"] == is_computed


@pytest.mark.parametrize(("total", "passes"), [(84.99, 0), (85.0, 1), (85.01, 1)])
def test_a_total_equal_to_the_target_passes(total, passes):
    rows = assessments(assessment(total=total))

    assert analysis.with_points(rows)["passes"].sum() == passes


def test_levels_are_counted_best_first_with_those_without_any_last():
    rows = assessments(
        assessment(1, level="C"),
        assessment(2, level="AA"),
        assessment(3, computed_level="C"),
        assessment(4, scores=None),
        assessment(5, 2564, level="A"),
    )

    counts = analysis.level_counts(rows, 2563)

    assert counts["n"].tolist() == [1, 0, 0, 2, 0, 0, 0, 1]
    assert counts["state"].tolist() == ["passing"] * 2 + ["weak"] * 5 + ["missing"]
    assert counts["share"].sum() == 100.0


def test_of_two_printed_levels_the_one_of_the_years_scale_counts():
    rows = assessments(assessment(year=2567, level="A", level_other="ผ่านดี"))

    counts = analysis.level_counts(rows, 2567).set_index("level")

    assert counts.loc["ผ่านดี", "n"] == 1


def test_an_unknown_year_has_no_levels():
    assert analysis.level_counts(assessments(assessment()), None)["n"].tolist() == [0]


def test_a_choice_lets_through_what_every_filter_lets_through():
    rows = assessments(
        assessment(1, province="ลพบุรี"),
        assessment(1, 2564, province="ลพบุรี"),
        assessment(2, province="พะเยา"),
        assessment(3, None, province="ลพบุรี"),
    )

    found = analysis.chosen(rows, analysis.Choice(year=2563, province="ลพบุรี"))

    assert found["agency_id"].tolist() == [1]
    assert len(analysis.chosen(rows, analysis.Choice())) == 4
