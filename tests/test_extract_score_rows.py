# ruff: noqa: E501
"""Score tables in long form: one row for each indicator of an agency."""

import pytest

from itadash import framework
from itadash.reading import read_reports

NAMES = [(one.instrument, one.name) for one in framework.indicators()]
ONE = (88.5, 80.0, 86.25, 78.0, 85.0, 90.0, 85.5, 84.99, 60.0, 50.0)
TWO = tuple(round(value - 10, 2) for value in ONE)
AGENCIES = {"เทศบาลตำบลทุ่งสมมุติ": ONE, "องค์การบริหารส่วนตำบลโคกทดลอง": TWO}
HEADS = ("หน่วยงาน", "ปีงบประมาณ", "เครื่องมือ", "ตัวชี้วัด", "คะแนน")


def rows_of(agency, points, year=2566):
    pairs = zip(NAMES, points, strict=True)
    return [(agency, year, tool, name, f"{p:.2f}") for (tool, name), p in pairs]


def both(year=2566):
    return [row for name, p in AGENCIES.items() for row in rows_of(name, p, year)]


def read(rows, heads=HEADS, mark=","):
    text = "\n".join(mark.join(map(str, row)) for row in (heads, *rows))
    if mark == "\t":
        text = "ผลการประเมิน ITA\n\n" + text
    return read_reports(text.encode(), "a.csv" if mark == "," else "a.txt")


def told(reports):
    return {
        (r.agency.name, r.assessed_year): {s.indicator: s.score for s in r.scores}
        for r in reports
    }


WANTED = {
    (name, 2566): dict(enumerate(points, start=1)) for name, points in AGENCIES.items()
}


@pytest.mark.parametrize("mark", [",", "\t"])
def test_rows_of_an_agency_and_year_are_one_report(mark):
    assert told(read(both(), mark=mark)) == WANTED


@pytest.mark.parametrize(
    "heads",
    [
        ("ชื่อหน่วยงาน", "ปี", "แบบวัด", "ชื่อตัวชี้วัด", "คะแนนที่ได้"),
        ("อปท.", "ปี พ.ศ.", "เครื่องมือ", "ประเด็นตัวชี้วัด", "ผลคะแนน"),
        ("agency", "year", "instrument", "indicator", "score"),
    ],
)
def test_the_headings_of_long_rows_may_have_other_words(heads):
    assert told(read(both(), heads)) == WANTED


def test_each_year_of_an_agency_is_a_report_of_its_own():
    rows = rows_of("เทศบาลตำบลทุ่งสมมุติ", ONE, 2565) + rows_of(
        "เทศบาลตำบลทุ่งสมมุติ", TWO, 2566
    )

    assert told(read(rows)) == {
        ("เทศบาลตำบลทุ่งสมมุติ", 2565): dict(enumerate(ONE, start=1)),
        ("เทศบาลตำบลทุ่งสมมุติ", 2566): dict(enumerate(TWO, start=1)),
    }


def test_a_row_of_the_total_is_the_total_and_no_indicator():
    rows = [
        *rows_of("เทศบาลตำบลทุ่งสมมุติ", ONE),
        ("เทศบาลตำบลทุ่งสมมุติ", 2566, "", "คะแนนรวม", "79.12"),
        *rows_of("องค์การบริหารส่วนตำบลโคกทดลอง", TWO),
        ("องค์การบริหารส่วนตำบลโคกทดลอง", 2566, "ITA", "คะแนนรวม", "69.12"),
    ]
    reports = read(rows)

    assert told(reports) == WANTED
    assert [r.overall_score for r in reports] == [79.12, 69.12]


def test_an_indicator_that_an_agency_names_twice_is_left_out():
    again = ("เทศบาลตำบลทุ่งสมมุติ", 2566, "IIT", "การใช้อำนาจ", "11.11")
    found = told(read([*both(), again]))

    assert read([*both(), again])[0].findings
    assert 3 not in found["เทศบาลตำบลทุ่งสมมุติ", 2566]
    assert len(found["เทศบาลตำบลทุ่งสมมุติ", 2566]) == 9
    assert found["องค์การบริหารส่วนตำบลโคกทดลอง", 2566] == dict(enumerate(TWO, start=1))


def test_two_columns_of_points_are_in_doubt():
    heads = (*HEADS, "คะแนนเฉลี่ย")
    rows = [(*row, "99.99") for row in both()]

    assert not any(told(read(rows, heads)).values())


def test_weights_and_means_beside_the_points_are_left_out():
    heads = (*HEADS, "น้ำหนัก", "ค่าเฉลี่ยจังหวัด")
    rows = [(*row, "10.00", "99.99") for row in both()]

    assert told(read(rows, heads)) == WANTED
