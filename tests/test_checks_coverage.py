"""Weak indicators and measures within one report."""

import pytest
from builders import build_measure, build_scores
from checked import found

from itadash.model import Link


def linked(*links: tuple[int, float]):
    return build_measure(indicators=tuple(Link(n, s, "คำ") for n, s in links))


@pytest.mark.parametrize(
    ("strength", "count"), [(0.5, 0), (0.95, 0), (0.49, 1), (0.3, 1)]
)
def test_only_a_link_of_half_or_more_answers_a_weak_indicator(strength, count):
    unanswered = found(
        "weak_without_measure",
        scores=build_scores({9: 60.0}),
        measures=(linked((9, strength)),),
    )

    assert len(unanswered) == count


@pytest.mark.parametrize(("points", "count"), [(84.99, 1), (85.0, 0), (120.0, 0)])
def test_only_a_readable_score_under_the_target_lacks_a_measure(points, count):
    unanswered = found(
        "weak_without_measure",
        scores=build_scores({4: points}),
        measures=(linked((9, 0.9)),),
    )

    assert [finding.indicator for finding in unanswered] == [4] * count


def test_a_report_without_measures_is_not_asked_for_answers():
    assert not found("weak_without_measure", measures=())


def test_a_measure_for_what_passes_is_pointed_out_by_its_position():
    [finding] = found(
        "measure_without_weakness",
        scores=build_scores({6: 87.4, 7: 81.8}),
        measures=(linked((7, 0.9)), linked((6, 0.9), (7, 0.3))),
    )

    assert finding.measure == 1


@pytest.mark.parametrize(
    "links",
    [
        ((6, 0.9), (7, 0.6)),  # one of the two is weak
        ((6, 0.4),),  # related, not answered
        ((6, 0.9), (5, 0.9)),  # 5 has no score and may be weak
        (),
    ],
)
def test_a_measure_that_may_answer_something_weak_is_not_pointed_out(links):
    assert not found(
        "measure_without_weakness",
        scores=build_scores({6: 87.4, 7: 81.8}),
        measures=(linked(*links),),
    )


def test_where_nothing_is_weak_no_measure_is_pointed_out():
    assert not found(
        "measure_without_weakness",
        scores=build_scores({6: 87.4, 7: 91.8}),
        measures=(linked((6, 0.9)),),
    )
