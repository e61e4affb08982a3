import pytest

from itadash import analysis
from itadash.labels import text
from tests.frames import (
    ALL_NINETY,
    assessment,
    assessments,
    links,
    measure,
    measures,
    with_score,
)


def answered_of(rows, *triples):
    weak = analysis.weak_indicators(analysis.tall_scores(rows))
    return analysis.answer(weak, links(*triples), measures(measure()))


def test_the_tiles_count_what_has_a_total():
    rows = assessments(
        assessment(1, total=84.99),
        assessment(2, total=85.0),
        assessment(3, computed_total=95.0),
        assessment(4, scores=None),
    )

    tiles = analysis.overview(rows, 2563, answered_of(rows))

    assert (tiles.agencies, tiles.scored, tiles.computed, tiles.passing) == (4, 3, 1, 2)
    assert tiles.mean_total == pytest.approx(88.33)
    assert tiles.passing_share == pytest.approx(200 / 3)


def test_the_tiles_count_weak_indicators_without_a_measure():
    rows = assessments(
        assessment(1, scores={2: 80.0, 9: 60.0}), assessment(2, scores={1: 0})
    )

    tiles = analysis.overview(rows, 2563, answered_of(rows, (1, 9, 0.9)))

    assert (tiles.weak, tiles.without_measure, tiles.without_report) == (3, 2, 1)


def test_tiles_of_an_empty_store_know_nothing():
    tiles = analysis.overview(assessments(), None, answered_of(assessments()))

    assert (tiles.agencies, tiles.weak) == (0, 0)
    assert (tiles.mean_total, tiles.passing_share, tiles.change) == (None, None, None)


def test_the_change_is_that_of_agencies_with_both_years():
    rows = assessments(
        assessment(1, 2567, total=90.0),
        assessment(1, 2568, total=92.0),
        assessment(2, 2568, total=50.0),
    )

    change = analysis.overview(rows, 2568, answered_of(rows)).change

    assert (change.points, change.agencies) == (2.0, 1)
    assert change.net == pytest.approx(2.0 - (93.82 - 93.05))


def test_a_change_is_net_only_where_both_national_means_are_known():
    rows = assessments(assessment(1, 2562, total=60.0), assessment(1, 2563, total=70.0))

    change = analysis.overview(rows, 2563, answered_of(rows)).change

    assert change.points == 10.0
    assert change.net is None


def test_a_first_year_has_no_change():
    rows = assessments(assessment(total=70.0))

    assert analysis.overview(rows, 2563, answered_of(rows)).change is None


def test_the_agency_that_loses_most_of_its_total_needs_a_look_first():
    rows = assessments(
        assessment(1, scores={**ALL_NINETY, 1: 75.0, 2: 75.0}),
        assessment(2, scores={**ALL_NINETY, 9: 75.0}),
        assessment(3),
    )

    agencies, _ = analysis.needs_a_look(analysis.tall_scores(rows), answered_of(rows))

    assert [one.agency_id for one in agencies] == [2, 1]
    assert agencies[0].shortfall == pytest.approx(2.0)


def test_the_indicator_most_agencies_miss_needs_a_look_first():
    rows = assessments(
        assessment(1, scores={1: 80.0, 2: 10.0}),
        assessment(2, scores={1: 80.0, 2: 90.0}),
    )

    _, indicators = analysis.needs_a_look(
        analysis.tall_scores(rows), answered_of(rows, (1, 1, 0.9))
    )

    assert [(one.indicator, one.weak) for one in indicators] == [(1, 2), (2, 1)]
    assert indicators[0].without_measure == 1


def test_no_more_are_named_than_asked_for():
    rows = assessments(*(assessment(at, scores={1: 50.0 + at}) for at in range(9)))

    agencies, indicators = analysis.needs_a_look(
        analysis.tall_scores(rows), answered_of(rows)
    )

    assert [one.agency_id for one in agencies] == [0, 1, 2, 3, 4]
    assert len(indicators) == 1


def test_the_sentence_of_an_agency_says_its_numbers():
    rows = with_score(25.0, number=10, total=69.58)
    (agency,), (indicator,) = analysis.needs_a_look(
        analysis.tall_scores(rows), answered_of(rows)
    )

    said = analysis.sentence(agency)

    assert all(part in said for part in ("เทศบาลตำบลที่ 1", "69.58", "25.00"))
    assert "การป้องกันการทุจริต" in analysis.sentence(indicator)


def test_an_agency_without_a_name_or_total_has_a_sentence_too():
    rows = with_score(25.0, agency=None)
    (agency,), _ = analysis.needs_a_look(analysis.tall_scores(rows), answered_of(rows))

    said = analysis.sentence(agency)

    assert text("analysis.unnamed_agency") in said
    assert text("framework.no_score") in said


@pytest.mark.parametrize(
    ("scores", "title"),
    [
        ({**ALL_NINETY, 1: 84.99}, "1 จาก 10 ตัวชี้วัดต่ำกว่าเป้า 85"),
        (ALL_NINETY, "ทั้ง 10 ตัวชี้วัดถึงเป้า 85"),
        ({1: 80.0, 2: 90.0}, "1 จาก 2 ตัวชี้วัดที่มีคะแนนต่ำกว่าเป้า 85"),
        (None, "ไม่มีคะแนนรายตัวชี้วัด"),
    ],
)
def test_the_title_is_the_finding(scores, title):
    tall = analysis.tall_scores(assessments(assessment(scores=scores)))

    assert analysis.weak_title(tall) == title


def test_the_worst_agencies_come_first_and_those_without_scores_not_at_all():
    rows = assessments(
        assessment(1, total=90.0),
        assessment(2, total=60.0),
        assessment(3),
        assessment(4, scores=None),
    )

    worst = analysis.worst_first(analysis.tall_scores(rows), limit=2)

    assert worst["agency_id"].drop_duplicates().tolist() == [2, 1]
    assert len(worst) == 20


def test_agencies_with_one_total_share_a_rank():
    rows = assessments(
        assessment(1, total=90.0),
        assessment(2, total=80.0),
        assessment(3, total=80.0),
        assessment(4, total=70.0),
        assessment(5, scores=None),
    )

    second, fourth = analysis.rank(rows, 2, 2563), analysis.rank(rows, 4, 2563)

    assert (second.rank, second.n, second.ties) == (2, 4, 1)
    assert (fourth.rank, fourth.ties) == (4, 0)


def test_only_agencies_of_the_same_type_and_year_are_ranked_together():
    rows = assessments(
        assessment(1, total=80.0),
        assessment(2, total=90.0, agency_type="เทศบาลเมือง"),
        assessment(3, 2564, total=90.0),
    )

    assert analysis.rank(rows, 1, 2563).n == 1


@pytest.mark.parametrize(
    "row",
    [
        assessment(1, scores=None),
        assessment(1, total=80.0, agency_type=None),
        assessment(2, total=80.0),
    ],
)
def test_without_a_total_a_type_or_a_row_there_is_no_rank(row):
    assert analysis.rank(assessments(row), 1, 2563) is None


def test_the_peers_median_leaves_the_agency_itself_out():
    rows = [assessment(at, scores={1: 70.0 + at}) for at in (1, 2, 3)]
    tall = analysis.tall_scores(assessments(*rows, assessment(9, scores={1: 0.0})))

    medians = analysis.peer_medians(tall, 9, 2563)

    assert medians.to_dict("records") == [{"indicator": 1, "median": 72.0, "n": 3}]


def test_fewer_than_three_peers_have_no_median():
    tall = analysis.tall_scores(assessments(*(assessment(at) for at in (1, 2, 3))))

    assert analysis.peer_medians(tall, 1, 2563) is None


def test_an_agency_of_unknown_type_has_no_peers():
    rows = [assessment(at, agency_type=None) for at in range(5)]

    assert (
        analysis.peer_medians(analysis.tall_scores(assessments(*rows)), 1, 2563) is None
    )
