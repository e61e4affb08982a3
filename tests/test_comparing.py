"""Ranks, quartiles, peers, changes, and the sentences made from them."""

import math
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash import analysis, framework
from itadash.analysis import changes, comparing, peer_groups, ranking, routes
from itadash.labels import text
from tests.frames import ALL_NINETY, assessment, assessments, links, measure, measures

OTHER_TYPE = "องค์การบริหารส่วนตำบล"


def totals(*points, **fields):
    """Return agencies 1, 2, … of one type and year with these printed totals."""
    rows = (assessment(at, total=one, **fields) for at, one in enumerate(points, 1))
    return assessments(*rows)


def ranks(rows, subject=ranking.TOTAL):
    found = ranking.ranked(rows, subject)
    return dict(zip(found["agency_id"], found["rank"], strict=True))


def test_equal_totals_share_the_better_rank_and_the_next_one_is_left_out():
    rows = ranking.ranked(totals(80.0, 90.0, 90.0, 70.0))

    assert rows["agency_id"].tolist() == [2, 3, 1, 4]
    assert rows["rank"].tolist() == [1, 1, 3, 4]
    assert rows["ties"].tolist() == [1, 1, 0, 0]
    assert rows["n"].tolist() == [4] * 4


def test_ranks_stay_within_a_type_and_a_year():
    rows = assessments(
        *(assessment(at, total=70.0 + at) for at in (1, 2)),
        *(assessment(at, total=90.0 + at, agency_type=OTHER_TYPE) for at in (3, 4)),
        *(assessment(at, 2564, total=90.0 + at) for at in (5, 6)),
    )

    assert ranks(rows) == {1: 2, 2: 1, 3: 2, 4: 1, 5: 2, 6: 1}


def test_who_is_alone_in_a_type_and_year_has_no_rank():
    rows = ranking.ranked(totals(70.0))

    assert rows["rank"].isna().all()
    assert rows["n"].tolist() == [1]


def test_an_agency_of_measures_only_is_never_ranked():
    scored = [assessment(at, total=70.0 + at) for at in (1, 2)]
    rows = assessments(*scored, assessment(3, scores=None))

    assert ranks(rows) == {1: 2, 2: 1}
    assert ranking.ranked(rows)["n"].tolist() == [2, 2]


@pytest.mark.parametrize("missing", [math.nan, -1.0, 100.01])
def test_a_missing_score_of_an_indicator_has_no_rank_in_it(missing):
    without = assessment(1, scores={**ALL_NINETY, 3: missing})
    rows = assessments(without, assessment(2), assessment(3))

    assert ranks(rows, 3) == {2: 1, 3: 1}
    assert ranks(rows, 4) == {1: 1, 2: 1, 3: 1}


def test_an_agency_of_no_known_type_stands_without_a_rank():
    rows = ranking.ranked(assessments(assessment(1, total=70.0, agency_type=None)))

    assert rows["score"].tolist() == [70.0]
    assert rows["rank"].isna().all()
    assert comparing.rank_sentence(rows.iloc[0].to_dict()) == text("compare.no_rank")


def test_the_rank_of_the_table_is_the_rank_of_the_agencys_page():
    rows = totals(80.0, 90.0, 90.0, 70.0)

    for agency, found in ranks(rows).items():
        assert analysis.rank(rows, agency, 2563).rank == found


@given(st.lists(st.sampled_from([70.0, 84.99, 85.0, math.nan]), max_size=12))
def test_a_rank_is_one_more_than_the_agencies_above(points):
    found = ranking.ranked(totals(*points))

    known = [one for one in points if one == one]
    assert len(found) == len(known)
    assert found["rank"].isna().all() == (len(known) < ranking.RIVALS)
    for score, rank in zip(found["score"], found["rank"].dropna(), strict=False):
        assert rank == 1 + sum(one > score for one in known)


def test_quartiles_are_those_of_numpy_and_leave_out_what_is_missing():
    found = ranking.quartiles(np.array([10, 20, 30, 40, 50, math.nan]))

    assert found == ranking.Quartiles(5, 10.0, 20.0, 30.0, 40.0, 50.0)


def test_three_values_have_no_quartiles():
    assert ranking.quartiles(np.array([1.0, 2.0, 3.0])) is None


@pytest.mark.parametrize(
    ("score", "quarter"),
    [
        (19.99, "lowest"),
        (20, "lower"),
        (30, "upper"),
        (39.99, "upper"),
        (40, "highest"),
        (math.nan, None),
    ],
)
def test_a_score_on_a_border_lies_in_the_upper_quarter(score, quarter):
    spread = ranking.Quartiles(5, 10, 20, 30, 40, 50)

    assert ranking.quarter(score, spread) == quarter


def test_where_half_of_all_are_alike_there_are_no_quarters():
    spread = ranking.quartiles(np.array([90, 95, 95, 95, 95.0]))

    assert ranking.quarter(95, spread) is None
    assert comparing.quarter_sentence(None) == text("compare.no_quarter")


def test_a_spread_stands_beside_the_score_of_one_agency():
    rows = totals(60.0, 70.0, 80.0, 90.0, 100.0)

    found = ranking.spreads(rows, (ranking.TOTAL, 1), 4).set_index("indicator")

    assert found.loc[0, ["n", "first", "median", "third"]].tolist() == [5, 70, 80, 90]
    assert found.loc[0, ["score", "state", "quarter"]].tolist() == [
        *(90.0, "passing"),
        "highest",
    ]
    assert pd.isna(found.loc[1, "quarter"])  # all of them at ninety


def peers(rows, kind, agency_id=1):
    return peer_groups.peer_group(rows, agency_id, 2563, kind)


def test_peers_are_told_with_the_reason_in_words():
    rows = assessments(
        assessment(1, total=70.0, province="ราชบุรี"),
        assessment(2, total=71.0, province="ลพบุรี"),
        assessment(3, total=72.0, province="ราชบุรี", agency_type=OTHER_TYPE),
        assessment(4, scores=None, province="ราชบุรี"),
        assessment(5, 2564, total=73.0, province="ราชบุรี"),
    )

    same_type = peers(rows, peer_groups.SAME_TYPE)
    same_province = peers(rows, peer_groups.SAME_PROVINCE)

    assert same_type.rows["agency_id"].tolist() == [1, 2]
    assert "เทศบาลตำบล" in same_type.reason
    assert same_province.rows["agency_id"].tolist() == [1, 3]
    assert "ราชบุรี" in same_province.reason


def test_the_nearest_are_ten_of_the_type_by_total_and_the_words_say_what_is_not_known():
    rows = totals(70.0, *(70.0 + at for at in range(1, 13)))

    found = peers(rows, peer_groups.NEAREST)

    assert found.n == 10
    assert found.rows["agency_id"].tolist() == list(range(1, 12))
    assert "ไม่มีขนาดของหน่วยงาน" in found.reason


@pytest.mark.parametrize("kind", peer_groups.GROUPS)
def test_without_what_makes_peers_there_is_no_group(kind):
    rows = assessments(
        assessment(1, total=None, agency_type=None, province=None),
        assessment(2, total=80.0),
        assessment(3, scores=None),
    )

    assert peers(rows, kind, 1) is None
    assert peers(rows, kind, 3) is None
    assert peers(rows, kind, 99) is None


def test_a_change_is_net_of_the_country_where_both_means_are_known():
    rows = assessments(
        assessment(1, 2567, total=90.0),
        assessment(1, 2568, total=90.5),
        assessment(2, 2563, total=80.0),
        assessment(2, 2564, total=81.0),
    )

    found = changes.changes(rows).set_index(["agency_id", "assessed_year"])

    assert found.loc[(1, 2568), ["change", "national", "net"]].tolist() == [
        *(0.5, 0.77),
        -0.27,
    ]
    assert found.loc[(2, 2564), "change"] == 1.0
    assert pd.isna(found.loc[(2, 2564), "net"])  # no mean of 2563 was published
    assert pd.isna(found.loc[(1, 2567), "change"])


def test_over_a_gap_of_a_year_no_change_is_told():
    rows = assessments(assessment(1, 2565, total=90.0), assessment(1, 2567, total=91.0))

    assert changes.changes(rows)["change"].isna().all()


def test_of_an_indicator_no_national_change_is_known():
    rows = assessments(assessment(1, 2567), assessment(1, 2568))

    found = changes.changes(rows, 1)

    assert found["change"].tolist()[1] == 0.0
    assert found["national"].isna().all()


def test_scores_stand_around_the_year_of_the_measure():
    years = {2563: 60.0, 2564: 70.0, 2565: 88.0}
    rows = [
        assessment(1, year, scores={**ALL_NINETY, 9: score})
        for year, score in years.items()
    ]
    tall = analysis.tall_scores(assessments(*rows))
    weak = analysis.weak_indicators(tall[tall["assessed_year"] == 2563])
    answered = analysis.answer(weak, links((1, 9, 0.9)), measures(measure(1)))

    found = changes.around_measures(tall, answered)

    columns = ["indicator", "before", "during", "after", "change"]
    assert found[columns].to_numpy().tolist() == [[9, 60.0, 70.0, 88.0, 28.0]]


def test_the_year_after_a_measure_may_not_be_there_yet():
    tall = analysis.tall_scores(
        assessments(assessment(1, scores={**ALL_NINETY, 9: 60.0}))
    )
    weak = analysis.weak_indicators(tall)
    answered = analysis.answer(weak, links((1, 9, 0.9)), measures(measure(1)))

    found = changes.around_measures(tall, answered).iloc[0]

    assert found["before"] == 60.0
    assert pd.isna(found["after"])
    assert pd.isna(found["change"])


@pytest.mark.parametrize(
    ("score", "sentence"),
    [
        (80.03, "ต่ำกว่าเป้า 4.97 คะแนน"),
        (84.99, "ต่ำกว่าเป้า 0.01 คะแนน"),
        (84.996, "ต่ำกว่าเป้า 0.01 คะแนน"),
        (85.0, "เท่ากับเป้าพอดี"),
        (85.004, "เท่ากับเป้าพอดี"),
        (85.01, "สูงกว่าเป้า 0.01 คะแนน"),
        (math.nan, "ไม่มีข้อมูล"),
        (None, "ไม่มีข้อมูล"),
    ],
)
def test_a_gap_is_told_of_the_score_as_it_is_shown(score, sentence):
    assert comparing.gap_sentence(score, 85.0) == sentence


@pytest.mark.parametrize(
    ("change", "net", "sentence"),
    [
        (0.5, -0.27, "เพิ่มขึ้น 0.50 แต่ช้ากว่าทั้งประเทศ 0.27"),
        (3.0, 0.38, "เพิ่มขึ้น 3.00 เร็วกว่าทั้งประเทศ 0.38"),
        (0.77, 0.0, "เพิ่มขึ้น 0.77 เท่ากับทั้งประเทศ"),
        (-1.0, -1.77, "ลดลง 1.00 ตามหลังทั้งประเทศ 1.77"),
        (-1.0, 0.5, "ลดลง 1.00 แต่น้อยกว่าที่ทั้งประเทศลดลง 0.50"),
        (-1.0, 0.0, "ลดลง 1.00 เท่ากับทั้งประเทศ"),
        (0.0, -0.77, "ไม่เปลี่ยนแปลง ตามหลังทั้งประเทศ 0.77"),
        (0.0, 0.3, "ไม่เปลี่ยนแปลง แต่ดีกว่าทั้งประเทศ 0.30"),
        (0.004, 0.0, "ไม่เปลี่ยนแปลง เท่ากับทั้งประเทศ"),
        (0.5, math.nan, "เพิ่มขึ้น 0.50 (เทียบทั้งประเทศ: ไม่มีข้อมูล)"),
        (math.nan, math.nan, "เทียบกับปีก่อน: ไม่มีข้อมูล"),
        (None, None, "เทียบกับปีก่อน: ไม่มีข้อมูล"),
    ],
)
def test_a_change_is_told_against_the_whole_country(change, net, sentence):
    assert comparing.change_sentence(change, net) == sentence


def test_a_rank_is_told_with_n_year_and_ties():
    rows = ranking.ranked(totals(80.0, 90.0, 90.0, 70.0))

    assert comparing.rank_sentence(rows.iloc[0].to_dict()) == (
        "คะแนนรวม: อันดับ 1 จาก 4 เทศบาลตำบลที่มีคะแนนในปี 2563 (คะแนนเท่ากันอีก 1 แห่ง)"
    )
    assert comparing.rank_sentence(rows.iloc[2].to_dict()).endswith("ที่มีคะแนนในปี 2563")


def test_a_rank_among_nobody_is_none():
    rows = ranking.ranked(totals(80.0))

    assert comparing.rank_sentence(rows.iloc[0].to_dict()) == text("compare.no_rank")


@pytest.mark.parametrize("quarter", ranking.QUARTERS)
def test_each_quarter_has_words_of_its_own(quarter):
    words = {comparing.quarter_sentence(one) for one in ranking.QUARTERS}

    assert comparing.quarter_sentence(quarter) in words
    assert len(words) == 4


PHO_HAK = dict(
    enumerate([88.76, 83, 86.45, 80.03, 86.43, 85.59, 87.68, 80.2, 68.79, 25], 1)
)


def test_a_route_is_told_indicator_by_indicator():
    route = routes.cheapest(PHO_HAK, 2563, routes.to_target(2563))

    assert comparing.route_sentence(route) == (
        "ถึงเป้า 85 คะแนน ต้องเพิ่มรวมอย่างน้อย 77.08 คะแนน: "
        "10. การป้องกันการทุจริต 25.00 → 100.00 และ 9. การเปิดเผยข้อมูล 68.79 → 70.87 "
        "(คะแนนรวมเป็น 85.00)"
    )


def test_a_goal_that_is_reached_is_told_as_reached():
    route = routes.cheapest(dict(ALL_NINETY), 2563, routes.to_target(2563))

    assert comparing.route_sentence(route) == "ถึงเป้า 85 คะแนนแล้ว (คะแนนรวม 90.00)"


def test_a_route_to_a_level_names_the_level():
    goal = routes.levels_above(PHO_HAK, 2566)[2]

    assert comparing.route_sentence(routes.cheapest(PHO_HAK, 2566, goal)).startswith(
        "ถึงระดับ ผ่านดี ต้องเพิ่ม"
    )


@given(st.decimals(0, 100, places=4))
def test_no_sentence_lifts_a_score_under_the_target_to_it(score):
    said = comparing.gap_sentence(float(score), 85.0)

    assert ("ต่ำกว่า" in said) == (score < Decimal(85))
    assert "0.00" not in said or framework.shown(score) == "0.00"
