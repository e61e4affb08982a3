"""Printed total and level against the indicators."""

import pytest
from builders import TEN_SCORES, build_report, build_scores
from checked import found

from itadash import framework
from itadash.model import Place

TOTAL = float(framework.total(TEN_SCORES, 2563) or 0)  # 0.3·83.55 + 0.3·86.83 + 0.4·55
WORDS_85 = dict.fromkeys(range(1, 11), 86.0)


def level(total, printed, year, scores=None):
    return found(
        "level_mismatch",
        overall_score=total,
        level=printed,
        assessed_year=year,
        scores=build_scores(scores or {}),
        computed_score=None,
    )


@pytest.mark.parametrize(
    ("gap", "count"), [(0.0, 0), (0.01, 0), (-0.01, 0), (0.0101, 1), (-0.5, 1)]
)
def test_a_total_over_a_hundredth_off_is_a_mismatch(gap, count):
    mismatches = found("overall_mismatch", overall_score=round(TOTAL + gap, 4))

    assert len(mismatches) == count


def test_a_total_is_not_checked_where_an_indicator_is_missing():
    nine = {number: score for number, score in TEN_SCORES.items() if number != 4}

    assert not found("overall_mismatch", overall_score=10.0, scores=build_scores(nine))


def test_a_report_without_a_printed_total_has_no_mismatch():
    assert not found("overall_mismatch", overall_score=None)


def test_a_look_alike_digit_of_the_total_is_suggested():
    scores = build_scores(dict.fromkeys(range(1, 11), 92.68))
    place = Place(4, "ผลคะแนน ๙๒.๖๕ คะแนน")

    [mismatch] = found(
        "overall_mismatch", overall_score=92.65, scores=scores, overall_place=place
    )

    assert "คะแนนรวม 92.65 → 92.68" in mismatch.suggestion.split("; ")


def test_a_look_alike_digit_of_a_score_is_suggested_by_name():
    points = dict.fromkeys(range(1, 11), 90.0) | {9: 58.0}
    right = float(framework.total(points | {9: 88.0}, 2563) or 0)
    place = Place(4, f"{right:.2f} คะแนน")

    [mismatch] = found(
        "overall_mismatch",
        overall_score=round(right, 2),
        scores=build_scores(points),
        overall_place=place,
    )

    assert mismatch.suggestion == "การเปิดเผยข้อมูล 58.0 → 88.0"


def test_a_gap_that_no_single_digit_closes_has_no_suggestion():
    scores = build_scores(dict.fromkeys(range(1, 11), 91.11))

    [mismatch] = found("overall_mismatch", overall_score=44.44, scores=scores)

    assert mismatch.suggestion is None


@pytest.mark.parametrize(
    ("total", "printed", "wrong"),
    [
        (84.99, "B", False),
        (84.99, "A", True),
        (85.0, "A", False),
        (85.0, "B", True),
        (85.01, "A", False),
        (95.0, "AA", False),
        (49.99, "F", False),
        (50.0, "F", True),
    ],
)
def test_a_letter_must_be_that_of_the_printed_total(total, printed, wrong):
    assert bool(level(total, printed, 2564)) is wrong


@pytest.mark.parametrize(
    ("printed", "wrong"),
    [("A", False), ("AA", True), ("ผ่านดี", False), ("ผ่าน", False), ("ต้องปรับปรุง", True)],
)
def test_a_newer_level_without_instrument_means_is_wrong_only_out_of_reach(
    printed, wrong
):
    assert bool(level(86.0, printed, 2567)) is wrong


@pytest.mark.parametrize(("printed", "wrong"), [("ผ่านดี", False), ("ผ่าน", True)])
def test_a_newer_level_with_instrument_means_is_checked_in_full(printed, wrong):
    assert bool(level(86.0, printed, 2567, WORDS_85)) is wrong


def test_a_worded_level_is_not_checked_in_a_year_of_letters():
    assert not level(60.0, "ผ่าน", 2564)


@pytest.mark.parametrize("missing", ["overall_score", "level", "assessed_year"])
def test_a_level_is_not_checked_without_total_level_or_year(missing):
    assert not found("level_mismatch", **{"level": "AA", missing: None})


def test_the_level_under_a_bar_that_only_rounding_reached_is_right():
    report = {"overall_score": 85.0, "level": "B", "assessed_year": 2564}

    assert not found(
        "level_mismatch", **report, computed_score=84.996, computed_level="B"
    )
    assert found("level_mismatch", **report, computed_score=85.0, computed_level="A")


def test_the_other_of_two_printed_levels_is_checked_too():
    report = build_report(overall_score=96.0, level="AA", level_other="ต้องปรับปรุง")

    [mismatch] = found(
        "level_mismatch",
        overall_score=report.overall_score,
        level=report.level,
        level_other=report.level_other,
        assessed_year=2567,
        scores=(),
    )

    assert dict(mismatch.parameters)["printed"] == "ต้องปรับปรุง"
