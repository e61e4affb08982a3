"""Periods told by columns: months and quarters with ticks, one column a year."""

from datetime import date

import pytest

from itadash.extract.calendars import part_of_year
from tests.texts import measures_table, read, table

MONTHS = [
    *("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค."),
    *("เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."),
]
QUARTERS = ("ไตรมาส 1", "ไตรมาสที่ ๒", "Q3", "ไตรมาส 4 (ก.ค. - ก.ย.)")
LEADING = ("ที่", "มาตรการ", "ผู้รับผิดชอบ")
NONE = (None, None)


def ticks(*on, mark="✓", width=12):
    return [mark if at in on else "" for at in range(width)]


def measures(*rows):
    return read(table(*rows)).measures


def period(*rows):
    [found] = measures(*rows)
    return found.period_start, found.period_end


def calendar(cells, months=MONTHS):
    return period((*LEADING, *months), ("1", "หนึ่ง", "กองคลัง", *cells))


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("ต.ค.", (0, 0)),
        ("ก.ย. 67", (11, 11)),
        ("เดือน มกราคม", (3, 3)),
        ("ไตรมาสที่ ๒", (3, 5)),
        ("Q4/2567", (9, 11)),
        ("ไตรมาส 1 (ต.ค. - ธ.ค. 66)", (0, 2)),
        ("ต.ค. - ธ.ค.", None),
        ("1 ต.ค.", None),
        ("อบรมเดือนตุลาคม", None),
        ("ไตรมาส", None),
        ("", None),
    ],
)
def test_a_month_or_a_quarter_alone_heads_a_part_of_the_year(words, months):
    assert part_of_year(words) == months


@pytest.mark.parametrize("mark", ["✓", "/", "●"])
def test_a_run_of_ticked_months_is_the_period(mark):
    found = calendar(ticks(2, 3, 4, mark=mark))

    assert found == (date(2023, 12, 1), date(2024, 2, 29))


def test_all_months_ticked_are_the_fiscal_year():
    assert calendar(ticks(*range(12))) == (date(2023, 10, 1), date(2024, 9, 30))


def test_ticked_quarters_are_the_period():
    found = calendar(ticks(1, 2, width=4), QUARTERS)

    assert found == (date(2024, 1, 1), date(2024, 6, 30))


@pytest.mark.parametrize(
    "cells",
    [
        ticks(2, 4),
        ticks(),
        ["", "✓", "x", "✓"],
        ["", "←", "→"],
        ["อบรม", "อบรม"],
        ["-"] * 12,
        ["", "x", "x"],
    ],
)
def test_a_gap_or_other_words_are_no_period(cells):
    assert calendar(cells) == NONE


def test_dashes_between_ticks_are_blank_months():
    cells = ["-", "✓", "✓", *["-"] * 9]

    assert calendar(cells) == (date(2023, 11, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    "months",
    [
        [*MONTHS[3:], *MONTHS[:3]],
        [*MONTHS[:6], *MONTHS[:6]],
        [f"{month} 2560" for month in MONTHS],
    ],
)
def test_a_calendar_of_another_year_is_left_unread(months):
    assert calendar(ticks(1, 2), months) == NONE


def test_the_words_of_a_ticked_period_are_those_of_its_columns():
    [found] = measures((*LEADING, *MONTHS), ("1", "หนึ่ง", "กองคลัง", *ticks(2, 3)))

    assert found.period == "ธ.ค. ม.ค."


@pytest.mark.parametrize("above", ["ระยะเวลาดำเนินการ", "ปี 2566", "แผนการดำเนินงาน"])
def test_months_may_stand_in_a_second_header_row(above):
    found = period(
        (*LEADING, above, *[""] * 11),
        ("", "", "", *MONTHS),
        ("1", "หนึ่ง", "กองคลัง", *ticks(0, 1)),
    )

    assert found == (date(2023, 10, 1), date(2023, 11, 30))


def test_numbers_under_the_word_for_quarters_are_quarters():
    found = period(
        (*LEADING, "ไตรมาส", "", "", ""),
        ("", "", "", "1", "2", "3", "4"),
        ("1", "หนึ่ง", "กองคลัง", *ticks(3, width=4)),
    )

    assert found == (date(2024, 7, 1), date(2024, 9, 30))


def test_a_measure_that_names_a_month_is_no_header():
    rows = (("มาตรการเดือนสะอาด", "กองคลัง", "มกราคม"), ("สอง", "กองช่าง", "มีนาคม"))

    found = read(measures_table(*rows, header="มาตรการ\tผู้รับผิดชอบ\tระยะเวลา")).measures

    assert [m.title for m in found] == ["มาตรการเดือนสะอาด", "สอง"]


@pytest.mark.parametrize(
    ("headers", "start"),
    [
        (("ระยะเวลา ปี 2566", "ระยะเวลา ปี 2567"), date(2024, 4, 1)),
        (("ระยะเวลา ปี 2565", "ระยะเวลา ปี 2566"), None),
        (("ระยะเวลา", "กำหนดการ"), date(2024, 1, 1)),
        (("ระยะเวลาเริ่มต้น", "ระยะเวลาสิ้นสุด"), None),
    ],
)
def test_of_several_periods_the_one_of_the_fiscal_year_counts(headers, start):
    cells = ("1", "หนึ่ง", "กองคลัง", "ม.ค. - มี.ค.", "เม.ย. - มิ.ย.")

    assert period((*LEADING, *headers), cells)[0] == start


def test_years_may_stand_under_the_word_for_the_period():
    found = period(
        (*LEADING, "ระยะเวลาดำเนินการ", ""),
        ("", "", "", "ปี 2566", "ปี 2567"),
        ("1", "หนึ่ง", "กองคลัง", "ม.ค. - มี.ค.", "เม.ย. - มิ.ย."),
    )

    assert found == (date(2024, 4, 1), date(2024, 6, 30))


def test_months_under_the_word_for_results_are_no_period():
    header = (*LEADING, "ผลการดำเนินงาน", *[""] * 11)

    found = period(header, ("", "", "", *MONTHS), ("1", "หนึ่ง", "กองคลัง", *ticks(0)))

    assert found == NONE


def test_a_row_of_what_was_done_under_the_plan_moves_no_period():
    found = period(
        (*LEADING, "แผน/ผล", *MONTHS),
        ("1", "หนึ่ง", "กองคลัง", "แผน", *ticks(0, 1)),
        ("", "", "", "ผล", *ticks(2, 3)),
    )

    assert found == (date(2023, 10, 1), date(2023, 11, 30))
