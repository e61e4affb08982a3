"""A score table with one agency only is its report, with year, place and total."""

import pytest

from itadash import framework
from itadash.documents import read
from itadash.extract import extract

NAMES = [one.name for one in framework.indicators()]
POINTS = ("92.10", "85.40", "88.20", "80.15", "90.00", "86.70", "84.99", "82.30")
POINTS = (*POINTS, "75.60", "68.75")
HEADER = ["หน่วยงาน", "จังหวัด", "ปีงบประมาณ", *NAMES, "คะแนนรวม", "ระดับ"]
ROW = ["อบต.นาทดลอง", "น่าน", "2564", *POINTS, "80.42", "B"]


def reports(*rows, above=()):
    lines = [*above, *(",".join(row) for row in rows)]
    return extract(read("\n".join(lines).encode(), "คะแนน.csv"))


@pytest.mark.parametrize("year", ["2564", "2021", "ปี 2564"])
def test_the_only_row_gives_its_year_and_province(year):
    [report] = reports(HEADER, [*ROW[:2], year, *ROW[3:]])

    assert report.agency.name == "องค์การบริหารส่วนตำบลนาทดลอง"
    assert (report.agency.province, report.assessed_year) == ("น่าน", 2564)
    assert (report.overall_score, report.level) == (80.42, "B")
    assert [one.score for one in report.scores] == [float(one) for one in POINTS]


def test_one_row_and_the_same_row_among_others_say_the_same():
    [alone] = reports(HEADER, ROW)
    first, _ = reports(HEADER, ROW, ["อบต.สองทดลอง", *ROW[1:]])

    for field in (
        "agency", "assessed_year", "overall_score", "level", "computed_score",
        "computed_level", "kind",
    ):  # fmt: skip
        assert getattr(alone, field) == getattr(first, field), field
    assert [(s.indicator, s.score) for s in alone.scores] == [
        (s.indicator, s.score) for s in first.scores
    ]


def test_a_row_without_a_year_gets_none():
    [report] = reports([*HEADER[:2], *HEADER[3:]], [*ROW[:2], *ROW[3:]])

    assert report.assessed_year is None


def test_a_row_that_lacks_a_number_gives_no_other():
    row = [*ROW[:-2], "", ""]
    [report] = reports(HEADER, row)

    assert (report.overall_score, report.level) == (None, None)
    assert report.assessed_year == 2564


def test_a_code_before_the_name_of_an_indicator_is_no_other_name():
    header = [*HEADER[:3], *(f"{c} {n}" for c, n in zip(CODES, NAMES, strict=True))]
    rows = [header, ROW[:-2], ["อบต.สองทดลอง", *ROW[1:-2]]]

    assert [len(one.scores) for one in reports(*rows)] == [10, 10]


CODES = [f"IIT{n}" for n in range(1, 6)] + ["EIT1", "EIT2", "EIT3", "OIT1", "OIT2"]
