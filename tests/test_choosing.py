"""What the filters offer, how agencies are named, and scores as screens show them."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash import framework
from itadash.analysis import choosing
from itadash.analysis.display import shown_scores
from tests.frames import assessment, assessments

SUBDISTRICT = "องค์การบริหารส่วนตำบล"
TOWN = "เทศบาลเมือง"


def test_years_come_newest_first_and_each_once():
    frame = assessments(*(assessment(year=year) for year in (2563, 2565, 2563, None)))

    assert choosing.years(frame) == [2565, 2563]


def test_the_first_year_is_the_newest_one_with_scores():
    measures_only = assessment(year=2567, scores=None)

    found = choosing.first_year(assessments(assessment(year=2563), measures_only))

    assert found == 2563


def test_without_any_scores_the_first_year_is_the_newest_one():
    rows = (assessment(year=year, scores=None) for year in (2564, 2567))

    assert choosing.first_year(assessments(*rows)) == 2567


def test_a_frame_without_years_has_no_first_year():
    assert choosing.first_year(assessments(assessment(year=None))) is None
    assert choosing.first_year(assessments()) is None


def test_provinces_stand_in_dictionary_order_and_missing_ones_are_left_out():
    names = ["เลย", "ลำปาง", None, "กระบี่", "เลย"]
    frame = assessments(*(assessment(province=name) for name in names))

    assert choosing.provinces(frame) == ["กระบี่", "ลำปาง", "เลย"]


def test_types_stand_in_the_order_of_the_gazetteer_and_unknown_ones_last():
    names = [SUBDISTRICT, "สำนักงานอื่น", TOWN, None]
    frame = assessments(*(assessment(agency_type=name) for name in names))

    assert choosing.agency_types(frame) == [TOWN, SUBDISTRICT, "สำนักงานอื่น"]


def test_an_agency_with_a_name_of_its_own_is_called_by_it():
    rows = [assessment(1, year, agency="ทต.หนึ่ง") for year in (2563, 2564)]

    assert choosing.agency_labels(assessments(*rows)).to_dict() == {1: "ทต.หนึ่ง"}


def test_two_agencies_of_one_name_are_told_apart_by_province():
    same = [
        assessment(number, agency="ทต.หนองบัว", province=province)
        for number, province in ((1, "เลย"), (2, "น่าน"))
    ]

    labels = choosing.agency_labels(assessments(*same))

    assert labels.to_dict() == {1: "ทต.หนองบัว · เลย", 2: "ทต.หนองบัว · น่าน"}


def test_agencies_that_nothing_tells_apart_carry_their_number():
    same = [assessment(number, agency="ทต.หนองบัว") for number in (1, 2)]

    labels = choosing.agency_labels(assessments(*same))

    assert labels[1].endswith("#1")
    assert labels[2].endswith("#2")


def test_an_agency_without_a_name_has_a_label_all_the_same():
    labels = choosing.agency_labels(assessments(assessment(agency=None)))

    assert labels[1]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["ทต.ก", "ทต.ข", None, ""]),
            st.sampled_from(["เลย", "น่าน", None]),
        ),
        max_size=8,
    )
)
def test_every_label_names_one_agency_only(places):
    rows = [
        assessment(number, agency=name, province=province)
        for number, (name, province) in enumerate(places, start=1)
    ]

    labels = choosing.agency_labels(assessments(*rows))

    assert labels.is_unique
    assert labels.notna().all()
    assert sorted(labels.index) == list(range(1, len(places) + 1))


def test_categories_that_no_row_has_are_dropped_and_the_frame_stays():
    frame = assessments(*(assessment(province=name) for name in ("เลย", "น่าน")))
    part = frame[frame["province"] == "เลย"]

    trimmed = choosing.without_unused_categories(part)

    assert list(trimmed["province"].cat.categories) == ["เลย"]
    assert set(part["province"].cat.categories) == {"เลย", "น่าน"}


@pytest.mark.parametrize(
    ("score", "shown"),
    [
        (84.99, 84.99),
        (84.995, 84.99),
        (84.9999, 84.99),
        (85.0, 85.0),
        (85.004, 85.0),
        (69.585, 69.59),
        (0.0, 0.0),
        (100.0, 100.0),
    ],
)
def test_a_score_is_rounded_to_two_places_but_never_onto_a_bar(score, shown):
    assert shown_scores(pd.Series([score])).tolist() == [shown]


def test_a_missing_score_stays_missing():
    assert shown_scores(pd.Series([math.nan, 90.0])).isna().tolist() == [True, False]


@given(st.lists(st.floats(0, 100), max_size=5))
def test_rounding_never_lifts_a_score_over_the_target(scores):
    exact = pd.Series(scores, dtype=float)

    shown = shown_scores(exact)

    target = framework.target(None)
    assert ((shown < target) == (exact < target)).all()
    assert (shown - exact).abs().le(0.01).all()


@given(st.lists(st.decimals(0, 100, places=3), max_size=5))
def test_a_table_and_a_tile_show_the_same_number(points):
    exact = pd.Series([float(one) for one in points], dtype=float)

    shown = [f"{score:.2f}" for score in shown_scores(exact)]

    assert shown == [framework.shown(score) for score in exact]


def test_scores_under_any_index_are_rounded_each_by_itself():
    scores = pd.Series([84.999, 90.12, 84.999], index=[7, 7, 3])

    assert shown_scores(scores).tolist() == [84.99, 90.12, 84.99]
    assert scores.tolist() == [84.999, 90.12, 84.999]
