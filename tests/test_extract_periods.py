from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash.extract.periods import bounds, fiscal_year_bounds

YEAR_2564 = (date(2020, 10, 1), date(2021, 9, 30))
NONE = (None, None)


@pytest.mark.parametrize(
    "period",
    [
        "ปีงบประมาณ ๒๕๖๔",
        "ปีงบประมาณ พ.ศ. 2564",
        "ประจำปี งบประมาณ ๒๕๖๔",
        "ตลอดปีงบประมาณ พ.ศ.๒๕๖๔",
        "ทั้งปีงบประมาณ 2564",
        "-รายไตรมาส ประจำปี งบประมาณ ๒๕๖๔",
        "-รายเดือน\n-ประจำปีงบประมาณ ๒๕๖๔",
        "ปีงบ 64",
        "ต.ค. ๖๓ - ก.ย. ๖๔",
        "ต.ค.63–ก.ย.64",
        "ตุลาคม ๒๕๖๓ ถึง กันยายน ๒๕๖๔",
        "๑ ตุลาคม ๒๕๖๓ – ๓๐ กันยายน ๒๕๖๔",
        "1/10/2563 - 30/9/2564",
        "ปีงบประมาณ 2564 (1 ต.ค. 2563 - 30 ก.ย. 2564)",
        "ไตรมาส 1-4 ปีงบประมาณ 2564",
        "ปีงบ\nประมาณ ๒๕๖๔",
    ],
)
def test_a_whole_fiscal_year_runs_from_october_to_september(period):
    assert bounds(period, 2570) == YEAR_2564


@pytest.mark.parametrize(
    "period",
    ["ตลอดปี", "ทั้งปี", "ตลอดทั้งปี", "ตลอดปีงบประมาณ", "ต.ค. - ก.ย.", "ไตรมาสที่ 1-4"],
)
def test_a_period_without_a_year_lies_in_the_year_of_the_report(period):
    assert bounds(period, 2564) == YEAR_2564
    assert bounds(period, None) == NONE


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("ไตรมาสที่ ๑", date(2020, 10, 1), date(2020, 12, 31)),
        ("ไตรมาส 2", date(2021, 1, 1), date(2021, 3, 31)),
        ("ไตรมาส 3 - 4", date(2021, 4, 1), date(2021, 9, 30)),
        ("๖ เดือนแรก ปีงบประมาณ ๒๕๖๔", date(2020, 10, 1), date(2021, 3, 31)),
        ("6 เดือนหลังของปีงบประมาณ", date(2021, 4, 1), date(2021, 9, 30)),
        ("มกราคม ๒๕๖๔", date(2021, 1, 1), date(2021, 1, 31)),
        ("เดือนกุมภาพันธ์ 2567", date(2024, 2, 1), date(2024, 2, 29)),
        ("ธันวาคม", date(2020, 12, 1), date(2020, 12, 31)),
        ("พ.ย. 63 - ก.พ. 64", date(2020, 11, 1), date(2021, 2, 28)),
        ("ธ.ค. - มี.ค. 2564", date(2020, 12, 1), date(2021, 3, 31)),
        ("๑๕ ม.ค. ๖๔", date(2021, 1, 15), date(2021, 1, 15)),
        ("๑ - ๑๕ มกราคม ๒๕๖๔", date(2021, 1, 1), date(2021, 1, 15)),
        ("ระหว่างวันที่ 3-5 ก.พ. 2564", date(2021, 2, 3), date(2021, 2, 5)),
        ("ภายในเดือนมีนาคม ๒๕๖๔", None, date(2021, 3, 31)),
        ("เดือนมีนาคม 2564 เป็นต้นไป", date(2021, 3, 1), None),
        ("ปีงบประมาณ 2564 - 2566", date(2020, 10, 1), date(2023, 9, 30)),
    ],
)
def test_a_part_of_a_year_has_its_first_and_last_day(period, start, end):
    assert bounds(period, 2564) == (start, end)


@pytest.mark.parametrize(
    "period",
    [
        None,
        "",
        "-",
        "๖ เดือน",
        "๑-๓ วัน",
        "ทุกเดือน",
        "ภายใน 15 วัน",
        "รายไตรมาส",
        "12 เดือน",
        "ม.ค. และ มิ.ย. 2564",
        "ม.ค. เม.ย. ก.ค. 2564",
        "31 กุมภาพันธ์ 2564",
        "ก.ย. 2564 - ต.ค. 2563",
        "ไตรมาส 4-1",
        "ปีงบประมาณ 2566 - 2564",
        "ครั้งเดียว",
    ],
)
def test_a_length_or_a_riddle_is_no_period(period):
    assert bounds(period, 2564) == NONE


def test_a_fiscal_year_begins_in_the_calendar_year_before():
    assert fiscal_year_bounds(2564) == YEAR_2564


@given(
    st.text("๑๒๕๖๔0123/-–. ปีงบประมาณต.ค.กยไตรมาสถึงเดือนวันที่ตุลาคม\n", max_size=40),
    st.none() | st.integers(2500, 2600),
)
def test_a_period_never_raises_and_never_ends_before_it_begins(period, year):
    start, end = bounds(period, year)

    assert start is None or end is None or start <= end


@pytest.mark.parametrize(
    "period",
    [
        "ไตรมาส 1 และ ไตรมาส 3",
        "ไตรมาส 1,3 ปีงบประมาณ 2567",
        "ก่อนเริ่มปีงบประมาณ 2567",
        "6 เดือน ปีงบประมาณ 2567",
        "ภายใน 3 เดือน ของปีงบประมาณ",
        "หลังเดือนมีนาคม 2567",
    ],
)
def test_quarters_apart_and_distances_from_a_day_are_no_period(period):
    assert bounds(period, 2567) == (None, None)


def test_a_run_of_years_may_end_in_two_digits():
    assert bounds("ปีงบประมาณ ๒๕๖๗ - ๗๐", 2567)[1] == date(2027, 9, 30)


@pytest.mark.parametrize(
    ("period", "end"),
    [
        ("ก่อนวันที่ 1 มีนาคม 2567", None),
        ("ก่อนเดือนมีนาคม 2567", None),
        ("ก่อนประชุมสภา เดือนมีนาคม 2567", None),
        ("ภายใน 15 วัน หลังประชุม มีนาคม 2567", None),
        ("ก่อนสิ้นเดือนมีนาคม 2567", date(2024, 3, 31)),
        ("ภายในวันที่ 15 มีนาคม 2567", date(2024, 3, 15)),
        ("ไม่เกินเดือน มี.ค. 67", date(2024, 3, 31)),
    ],
)
def test_a_day_before_another_is_an_end_only_where_it_is_said(period, end):
    assert bounds(period, 2567) == (None, end)
