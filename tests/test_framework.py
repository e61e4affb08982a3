import csv
import math
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash import framework

HOUSE = Path(__file__).parent.parent
REAL_SCORES = HOUSE.parent / "shared" / "data" / "real_scores.csv"
REPORT_001 = (88.76, 83.00, 86.45, 80.03, 86.43, 85.59, 87.68, 80.20, 68.79, 25.00)
REPORT_003 = (96.60, 93.03, 92.88, 88.51, 97.08, 87.40, 81.80, 81.70, 97.50, 100.00)
LETTERS = ("AA", "A", "B", "C", "D", "E", "F")
WORDS = ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน")
YEARS = st.sampled_from([None, 2561, 2562, 2564, 2565, 2566, 2568, 2570])
SCORES = st.floats(0, 100)


def numbered(scores):
    return dict(enumerate(scores, start=1))


def means(iit, eit, oit):
    return {"IIT": Decimal(iit), "EIT": Decimal(eit), "OIT": Decimal(oit)}


def real_totals():
    """The rows of real score tables whose total is known to be consistent."""
    with REAL_SCORES.open(encoding="utf-8-sig", newline="") as file:
        return [
            row
            for row in csv.DictReader(file)
            if row["check"] == "ok"
            and row["total"]
            and all(row[f"i{number}"] for number in range(1, 11))
        ]


def test_there_are_ten_indicators_in_three_instruments():
    instruments = [one.instrument for one in framework.indicators()]

    assert [one.number for one in framework.indicators()] == list(range(1, 11))
    assert instruments == ["IIT"] * 5 + ["EIT"] * 3 + ["OIT"] * 2


def test_an_indicator_is_found_by_its_number():
    assert framework.indicator(4).name == "การใช้ทรัพย์สินของราชการ"
    assert len(framework.indicator(4).short_name) < len(framework.indicator(4).name)


@pytest.mark.parametrize("number", [0, -1, 11])
def test_an_indicator_beyond_the_ten_is_our_mistake(number):
    with pytest.raises(KeyError):
        framework.indicator(number)


def test_names_begin_with_the_official_one_and_belong_to_one_indicator():
    names = framework.indicator_names()
    every = [name for known in names.values() for name in known]

    assert {number: known[0] for number, known in names.items()} == {
        one.number: one.name for one in framework.indicators()
    }
    assert len(set(every)) == len(every)


def test_instruments_are_known_by_several_names():
    names = framework.instrument_names()

    assert list(names) == ["IIT", "EIT", "OIT"]
    assert "แบบวัดการรับรู้ของผู้มีส่วนได้เสียภายใน" in names["IIT"]
    assert "แบบวัดการเปิดเผยข้อมูลสาธารณะ" in names["OIT"]


@pytest.mark.parametrize("year", [None, 2562, 2563, 2565, 2570])
def test_weights_add_up_to_one(year):
    assert framework.weights(year) == means("0.30", "0.30", "0.40")
    assert sum(framework.weights(year).values()) == 1


def test_years_before_the_ten_indicators_have_no_rules():
    assert framework.weights(2561) == {}
    assert framework.levels(2561) == ()
    assert framework.point_worth(1, 2561) is None
    assert framework.total(numbered(REPORT_001), 2561) is None
    assert framework.level(90, 2561) is None


@pytest.mark.parametrize(
    ("number", "worth"), [(1, "0.06"), (5, "0.06"), (6, "0.10"), (9, "0.20")]
)
def test_a_point_is_worth_its_share_of_the_instrument(number, worth):
    assert framework.point_worth(number, 2564) == Decimal(worth)


def test_changing_a_returned_table_changes_no_rule():
    framework.weights(2564).clear()
    framework.indicator_names().clear()

    assert len(framework.weights(2564)) == 3
    assert len(framework.indicator_names()) == 10


@pytest.mark.parametrize("year", [None, 2562, 2564, 2565, 2566, 2570])
def test_the_target_is_85(year):
    assert framework.target(year) == 85.0


@pytest.mark.parametrize(
    ("score", "weak"),
    [(84.99, True), (85, False), (85.01, False), (0, True), (100, False)],
)
def test_a_score_equal_to_the_target_is_not_weak(score, weak):
    assert framework.is_weak(score, 2564) is weak


@pytest.mark.parametrize("score", [None, math.nan, math.inf, -math.inf, -0.01, 100.01])
def test_what_is_no_score_is_neither_valid_nor_weak(score):
    assert not framework.valid(score)
    assert not framework.is_weak(score, 2564)


@pytest.mark.parametrize("score", [0, 0.0, 100, 50.5])
def test_both_ends_of_the_range_are_valid(score):
    assert framework.valid(score)


def test_an_instrument_without_all_its_indicators_has_no_mean():
    scores = numbered(REPORT_001) | {8: 180.20}
    del scores[10]

    assert framework.instrument_means(scores) == {"IIT": Decimal("84.934")}


@pytest.mark.parametrize(
    ("scores", "total", "level"),
    [(REPORT_001, "69.5852", "C"), (REPORT_003, "92.676", "A")],
)
def test_the_total_of_a_real_report_is_exact(scores, total, level):
    found = framework.total(numbered(scores), 2563)

    assert found == Decimal(total)
    assert framework.level(found, 2563) == level


def test_the_total_of_a_real_report_is_shown_with_three_decimals():
    first = framework.total(numbered(REPORT_001), 2563)
    second = framework.total(numbered(REPORT_003), 2563)

    assert framework.shown_total(first, 2563) == 69.585
    assert framework.shown_total(second, 2563) == 92.676


def test_equal_scores_give_the_same_total():
    assert framework.total(dict.fromkeys(range(1, 11), 85.0), 2564) == 85
    assert framework.total(dict.fromkeys(range(1, 11), 0), 2564) == 0
    assert framework.total(dict.fromkeys(range(1, 11), 100), 2564) == 100


def test_thirds_do_not_drift():
    scores = numbered([85] * 5 + [84.9, 85.0, 85.1] + [85] * 2)

    assert framework.total(scores, 2564) == 85


def test_a_total_needs_all_ten_indicators():
    scores = numbered(REPORT_001)
    nine = {number: score for number, score in scores.items() if number != 7}

    assert framework.total(nine, 2563) is None
    assert framework.total({}, 2563) is None
    assert framework.total(scores | {7: math.nan}, 2563) is None
    assert framework.total(scores | {7: 875.9}, 2563) is None


def test_an_eleventh_indicator_counts_for_nothing():
    scores = numbered(REPORT_001)

    assert framework.total(scores | {11: 100.0}, 2563) == Decimal("69.5852")


@pytest.mark.parametrize(
    ("year", "known"), [(2561, False), (2562, True), (2565, True), (None, True)]
)
def test_a_total_needs_a_year_with_the_ten_indicators(year, known):
    assert (framework.total(numbered(REPORT_001), year) is not None) is known


@given(st.lists(SCORES, min_size=10, max_size=10))
def test_a_total_lies_between_the_lowest_and_the_highest_score(scores):
    found = framework.total(numbered(scores), 2564)

    assert found is not None
    slack = Decimal("1e-20")
    assert Decimal(str(min(scores))) - slack <= found
    assert found <= Decimal(str(max(scores))) + slack


@pytest.mark.parametrize(
    ("total", "level"),
    [
        (0, "F"),
        (49.99, "F"),
        (50, "E"),
        (54.99, "E"),
        (55, "D"),
        (64.99, "D"),
        (65, "C"),
        (74.99, "C"),
        (75, "B"),
        (84.99, "B"),
        (84.995, "B"),
        (85, "A"),
        (85.01, "A"),
        (94.99, "A"),
        (95, "AA"),
        (100, "AA"),
    ],
)
@pytest.mark.parametrize("year", [2562, 2565])
def test_letters_are_half_open_bands(total, level, year):
    assert framework.level(total, year) == level


@pytest.mark.parametrize(
    ("total", "level"),
    [
        (0, "ต้องปรับปรุงโดยด่วน"),
        (69.99, "ต้องปรับปรุงโดยด่วน"),
        (70, "ต้องปรับปรุง"),
        (84.99, "ต้องปรับปรุง"),
        (84.9999, "ต้องปรับปรุง"),
        (85, "ผ่านดี"),
        (85.01, "ผ่านดี"),
        (94.99, "ผ่านดี"),
        (95, "ผ่านดีเยี่ยม"),
        (100, "ผ่านดีเยี่ยม"),
    ],
)
@pytest.mark.parametrize("year", [2566, 2570])
def test_words_are_half_open_bands_where_every_instrument_reaches_them(
    total, level, year
):
    assert framework.level(total, year, means(100, 100, 100)) == level


@pytest.mark.parametrize(
    ("total", "eit", "level"),
    [
        (97, "95", "ผ่านดีเยี่ยม"),
        (97, "94.99", "ผ่านดี"),
        (97, "85", "ผ่านดี"),
        (97, "84.99", "ผ่าน"),
        (90, "84.99", "ผ่าน"),
        (84, "84.99", "ต้องปรับปรุง"),
    ],
)
def test_one_weak_instrument_lowers_the_worded_level(total, eit, level):
    assert framework.level(total, 2566, means(98, eit, 98)) == level


@pytest.mark.parametrize(
    ("total", "level"),
    [(69, "ต้องปรับปรุงโดยด่วน"), (84.99, "ต้องปรับปรุง"), (85, None), (97, None)],
)
def test_a_worded_level_that_hangs_on_unknown_instruments_is_unknown(total, level):
    assert framework.level(total, 2567) == level


def test_one_known_instrument_may_be_enough_to_decide():
    low = {"EIT": Decimal("84.99")}
    high = {"EIT": Decimal("99")}

    assert framework.level(97, 2567, low) == "ผ่าน"
    assert framework.level(97, 2567, high) is None


@pytest.mark.parametrize(
    ("year", "names"),
    [(None, ()), (2561, ()), (2562, LETTERS), (2565, LETTERS), (2566, WORDS)],
)
def test_each_year_has_its_own_scale(year, names):
    assert tuple(one.name for one in framework.levels(year)) == names


def test_every_level_ever_used_is_known():
    assert framework.level_names() == LETTERS + WORDS


@pytest.mark.parametrize(
    ("name", "letter"), [("AA", True), ("F", True), ("ผ่าน", False), ("G", False)]
)
def test_letters_are_told_from_words(name, letter):
    assert framework.is_letter(name) is letter


@pytest.mark.parametrize("total", [None, math.nan, -0.01, 100.01])
@pytest.mark.parametrize("year", [2564, 2566])
def test_what_is_no_total_has_no_level(total, year):
    assert framework.level(total, year) is None


@pytest.mark.parametrize(
    ("total", "shown"),
    [
        ("81.23449", 81.234),
        ("81.2345", 81.235),
        ("84.9992", 84.999),
        ("84.9996", 84.999),
        ("85", 85.0),
        ("85.0004", 85.0),
        ("94.9999", 94.999),
    ],
)
def test_rounding_never_lifts_a_total_onto_a_threshold(total, shown):
    assert framework.shown_total(Decimal(total), 2564) == shown


def test_only_thresholds_of_the_year_hold_a_total_down():
    total = Decimal("69.9999")

    assert framework.shown_total(total, 2565) == 70.0
    assert framework.shown_total(total, 2566) == 69.999
    assert framework.shown_total(total, None) == 69.999


@given(st.decimals(0, 100, places=9), YEARS, st.integers(0, 6))
def test_a_shown_total_never_reaches_a_level_the_total_has_not(total, year, decimals):
    full = means(100, 100, 100)
    shown = framework.shown_total(total, year, decimals)

    assert framework.level(shown, year, full) == framework.level(total, year, full)
    assert framework.is_weak(shown, year) == framework.is_weak(total, year)
    assert abs(Decimal(str(shown)) - total) < Decimal(1).scaleb(-decimals)


@pytest.mark.parametrize(
    ("score", "shown"),
    [
        (84.996, "84.99"),
        (84.995, "84.99"),
        (84.994, "84.99"),
        (85, "85.00"),
        (85.005, "85.01"),
        (94.999, "94.99"),
        (0, "0.00"),
        (100, "100.00"),
        (-0.001, "-0.01"),
        (-0.0, "0.00"),
        (875.9, "875.90"),
        (1e40, "1" + "0" * 40 + ".00"),
    ],
)
def test_a_score_is_written_with_two_decimals_and_never_lifted(score, shown):
    assert framework.shown(score) == shown


@pytest.mark.parametrize("score", [None, math.nan, math.inf])
def test_a_missing_score_is_written_as_missing(score):
    assert framework.shown(score) == "ไม่มีข้อมูล"


@given(SCORES, st.integers(0, 6))
def test_a_written_score_is_as_weak_as_the_score(score, decimals):
    written = float(framework.shown(score, decimals))

    assert framework.is_weak(written, 2564) == framework.is_weak(score, 2564)


@pytest.mark.parametrize(
    ("year", "goal"),
    [(2562, (80.0, 2565)), (2565, (80.0, 2565)), (2561, None), (2566, None)],
)
def test_the_national_goal_is_known_up_to_2565(year, goal):
    found = framework.national_goal(year)

    assert (found and (found.share, found.by_year)) == goal
    assert framework.national_goal(None) is None


def test_national_results_leave_blank_what_was_not_published():
    results = {one.year: one for one in framework.national_results()}

    assert list(results) == list(range(2562, 2569))
    assert (results[2563].mean, results[2563].passed_share) == (None, None)
    assert results[2567].passed is None
    assert results[2567].derived == ("mean", "passed_share")
    assert results[2568].derived == ()


def test_published_shares_agree_with_published_counts():
    for one in framework.national_results():
        if one.passed is not None:
            share = round(100 * one.passed / one.agencies, 2)
            assert share == one.passed_share


@pytest.mark.skipif(not REAL_SCORES.exists(), reason="no real score tables here")
def test_totals_agree_with_the_printed_ones_of_real_score_tables():
    found = [
        (
            framework.total(
                {number: float(row[f"i{number}"]) for number in range(1, 11)},
                int(row["fiscal_year"]),
            ),
            Decimal(row["total"]),
        )
        for row in real_totals()
    ]

    assert len(found) >= 6
    assert all(abs(total - printed) <= Decimal("0.01") for total, printed in found)
