import pytest

from itadash import analysis
from tests.frames import (
    ALL_NINETY,
    assessment,
    assessments,
    links,
    measure,
    measures,
    with_score,
)


def weak_of(rows):
    return analysis.weak_indicators(analysis.tall_scores(rows))


ONE_WEAK = with_score(80.0, number=9)


def test_a_weak_indicator_is_answered_by_a_measure_of_the_next_year():
    answered = analysis.answer(
        weak_of(ONE_WEAK), links((1, 9, 0.9)), measures(measure())
    )

    assert answered["title"].tolist() == ["มาตรการที่ 1"]
    assert answered["has_measure"].tolist() == [True]


@pytest.mark.parametrize(("strength", "answers"), [(0.49, False), (0.5, True)])
def test_a_link_of_half_or_more_answers_a_weaker_one_is_related(strength, answers):
    frames = (weak_of(ONE_WEAK), links((1, 9, strength)), measures(measure()))

    assert analysis.answer(*frames)["has_measure"].tolist() == [answers]
    assert len(analysis.related(*frames)) == (0 if answers else 1)


@pytest.mark.parametrize("fiscal_year", [2563, 2565])
def test_a_measure_of_another_year_answers_nothing(fiscal_year):
    linked = links((1, 9, 0.9), fiscal_year=fiscal_year)
    own = measures(measure(fiscal_year=fiscal_year))

    answered = analysis.answer(weak_of(ONE_WEAK), linked, own)

    assert answered["has_measure"].tolist() == [False]


def test_scores_and_measures_of_two_documents_meet():
    own = measures(measure(document_id=22, source="measures.txt"))

    answered = analysis.answer(weak_of(ONE_WEAK), links((1, 9, 0.9)), own)

    assert answered["document_id"].tolist() == [1]
    assert answered["measure_document_id"].tolist() == [22]


def test_a_weak_indicator_without_a_measure_stays_as_one_row():
    answered = analysis.answer(weak_of(ONE_WEAK), links(), measures(measure()))

    assert answered["indicator"].tolist() == [9]
    assert answered["has_measure"].tolist() == [False]
    assert answered["has_report"].tolist() == [True]


def test_without_any_report_of_measures_nothing_is_known_of_plans():
    answered = analysis.answer(weak_of(ONE_WEAK), links(), measures())

    assert answered["has_report"].tolist() == [False]


def test_the_widest_gap_comes_first_and_its_strongest_measure():
    rows = assessments(assessment(scores={**ALL_NINETY, 2: 80.0, 9: 60.0}))
    linked = links((1, 9, 0.6), (2, 9, 0.9), (1, 2, 0.8))

    answered = analysis.answer(weak_of(rows), linked, measures(measure(1), measure(2)))

    assert answered["indicator"].tolist() == [9, 9, 2]
    assert answered["measure_id"].tolist() == [2, 1, 1]


def test_two_links_of_a_measure_to_one_indicator_are_one_answer():
    linked = links((1, 9, 0.6), (1, 9, 0.9))

    answered = analysis.answer(weak_of(ONE_WEAK), linked, measures(measure()))

    assert answered["strength"].tolist() == [0.9]


def test_an_unknown_year_matches_no_known_one():
    unknown = links((1, 9, 0.9), fiscal_year=None)

    answered = analysis.answer(
        weak_of(ONE_WEAK), unknown, measures(measure(fiscal_year=None))
    )

    assert answered["has_measure"].tolist() == [False]


def test_a_report_that_prints_no_year_answers_itself():
    rows = with_score(80.0, number=9, year=None)
    unknown = links((1, 9, 0.9), fiscal_year=None)

    answered = analysis.answer(
        weak_of(rows), unknown, measures(measure(fiscal_year=None))
    )

    assert answered["has_measure"].tolist() == [True]


def test_a_measure_for_what_passes_is_a_measure_without_weakness():
    tall = analysis.tall_scores(ONE_WEAK)
    linked = links((1, 9, 0.9), (1, 2, 0.9), (2, 3, 0.9), (2, 5, 0.7), (3, 2, 0.3))
    own = measures(measure(1), measure(2), measure(3))

    idle = analysis.measures_without_weakness(tall, linked, own)

    assert idle["measure_id"].tolist() == [2]
    assert idle["answered"].tolist() == ["3, 5"]


def test_a_measure_for_a_missing_score_is_not_called_idle():
    tall = analysis.tall_scores(assessments(assessment(scores={1: 90.0})))

    idle = analysis.measures_without_weakness(
        tall, links((1, 1, 0.9), (1, 2, 0.9)), measures(measure())
    )

    assert idle.empty


def test_weak_indicators_are_counted_once_however_many_measures_they_have():
    rows = assessments(assessment(1, scores={2: 80.0, 9: 60.0}), assessment(2))
    linked = links((1, 9, 0.6), (2, 9, 0.9))
    answered = analysis.answer(weak_of(rows), linked, measures(measure(1), measure(2)))

    counts = analysis.count_by(answered, ["indicator"])

    assert counts["indicator"].tolist() == [2, 9]
    assert counts["without_measure"].tolist() == [1, 0]
    assert counts["measures"].tolist() == [0, 2]


def test_a_measure_of_two_units_counts_for_both():
    answered = analysis.answer(
        weak_of(ONE_WEAK), links((1, 9, 0.9)), measures(measure())
    )

    units = analysis.by_unit(answered)

    assert sorted(units["unit"]) == ["กองคลัง", "สำนักปลัด"]
    assert units["weak"].tolist() == [1, 1]


def test_a_measure_without_a_unit_has_its_own_row():
    own = measures(measure(units=""))

    units = analysis.by_unit(
        analysis.answer(weak_of(ONE_WEAK), links((1, 9, 0.9)), own)
    )

    assert units["unit"].isna().tolist() == [True]


def test_measures_of_a_choice_are_those_of_the_year_after():
    own = measures(measure(1), measure(2, fiscal_year=2565), measure(3, agency_id=2))

    found = analysis.measures_of(own, assessments(assessment()))

    assert found["measure_id"].tolist() == [1]
