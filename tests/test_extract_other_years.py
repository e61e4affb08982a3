"""Two or more years side by side: each is taken as its own year."""

import pytest

from itadash import framework
from itadash.reading import read_reports
from tests.texts import POINTS, RESULT, TITLE, measures_table, table

NAMES = [one.name for one in framework.indicators()]
HEADER = "ตัวชี้วัด\tคะแนนปี 2565\tคะแนนปี 2566"
BEFORE = [points - 1.5 for points in POINTS]


def reports(*blocks):
    text = "\n\n".join([TITLE, RESULT, *blocks])
    return read_reports(text.encode(), "a.txt")


def two_years(header=HEADER, *last):
    rows = [
        (n, f"{b:.2f}", f"{p:.2f}")
        for n, b, p in zip(NAMES, BEFORE, POINTS, strict=True)
    ]
    return table(header, *rows, *last)


def points(report):
    return [score.score for score in report.scores]


def test_a_column_of_an_earlier_year_is_a_report_of_that_year():
    main, earlier = reports(two_years(), measures_table(("1", "ก", "ข", "", "")))

    assert (main.assessed_year, main.kind, points(main)) == (2566, "plan", list(POINTS))
    assert (earlier.assessed_year, earlier.kind) == (2565, "score_table")
    assert points(earlier) == BEFORE
    assert (earlier.agency, earlier.fiscal_year) == (main.agency, None)
    assert earlier.measures == ()
    assert earlier.computed_score is not None


def test_three_years_are_three_reports_the_newest_first():
    header = "ตัวชี้วัด\tปี 2564\tปี 2565\tปี 2566"
    rows = [
        (name, "70.00", "80.00", f"{p:.2f}")
        for name, p in zip(NAMES, POINTS, strict=True)
    ]
    found = reports(table(header.replace("ปี", "คะแนน ปี"), *rows))

    assert [report.assessed_year for report in found] == [2566, 2565, 2564]
    assert [points(report)[0] for report in found] == [88.5, 80.0, 70.0]


def test_each_year_has_the_total_of_its_own_column():
    main, earlier = reports(two_years(HEADER, ("คะแนนรวม", "79.10", "85.00")))

    assert (main.overall_score, earlier.overall_score) == (85.0, 79.1)


@pytest.mark.parametrize("words", ["ระดับ", "ระดับผลการประเมิน"])
def test_each_year_has_the_level_of_its_own_column(words):
    last = (("คะแนนภาพรวมหน่วยงาน", "79.10", "85.00"), (words, "ต้องปรับปรุง", "ผ่านดี"))
    main, earlier = reports(two_years(HEADER, *last))

    assert (main.overall_score, main.level) == (85.0, "ผ่านดี")
    assert (earlier.overall_score, earlier.level) == (79.1, "ต้องปรับปรุง")


def test_a_table_under_a_caption_of_an_earlier_year_is_of_that_year():
    rows = [(name, f"{value:.2f}") for name, value in zip(NAMES, BEFORE, strict=True)]
    newer = [(name, f"{value:.2f}") for name, value in zip(NAMES, POINTS, strict=True)]
    main, earlier = reports(
        "ผลการประเมิน ITA ปีงบประมาณ 2565",
        table("ตัวชี้วัด\tคะแนน", *rows),
        "ผลการประเมิน ITA ปีงบประมาณ 2566",
        table("ตัวชี้วัด\tคะแนน", *newer),
    )

    assert points(main) == list(POINTS)
    assert (earlier.assessed_year, points(earlier)) == (2565, BEFORE)


@pytest.mark.parametrize(
    "header",
    [
        "ตัวชี้วัด\tเป้าหมายปี 2565\tคะแนนปี 2566",
        "ตัวชี้วัด\tน้ำหนัก ปี 2565\tคะแนนปี 2566",
        "ตัวชี้วัด\tค่าเฉลี่ยประเทศ ปี 2565\tคะแนนปี 2566",
        "ตัวชี้วัด\tคะแนนปีที่ผ่านมา\tคะแนนปี 2566",
        "ตัวชี้วัด\tคะแนนปี 2567\tคะแนนปี 2566",
    ],
)
def test_a_column_that_is_no_result_of_an_earlier_year_gives_no_report(header):
    assert [report.assessed_year for report in reports(two_years(header))] == [2566]


def test_a_few_numbers_of_an_earlier_year_are_no_report_of_it():
    rows = [
        (name, "80.00" if at < 3 else "-", "90.00") for at, name in enumerate(NAMES)
    ]

    found = reports(table(HEADER, *rows))

    assert [report.assessed_year for report in found] == [2566]


def test_findings_of_the_text_around_stand_once():
    found = reports("ลงชื่อ เทศบาลตำบลบ้านอื่น อำเภอปัว จังหวัดแพร่", two_years())

    codes = [[f.code for f in report.findings] for report in found]
    assert "other_agency_named" in codes[0]
    assert "other_agency_named" not in codes[1]


def unnamed(header, title=TITLE):
    rows = [
        (name, f"{before:.2f}", f"{own:.2f}")
        for name, before, own in zip(NAMES, BEFORE, POINTS, strict=True)
    ]
    text = "\n\n".join([title, "ตารางเปรียบเทียบ", table(header, *rows)])
    return read_reports(text.encode(), "a.txt")


def test_where_the_text_names_no_year_the_newest_column_is_the_assessed_one():
    main, earlier = unnamed(HEADER)

    assert (main.assessed_year, points(main)) == (2566, list(POINTS))
    assert (earlier.assessed_year, points(earlier)) == (2565, BEFORE)


def test_a_column_after_the_year_of_the_measures_is_not_the_assessed_one():
    main = unnamed("ตัวชี้วัด\tคะแนนปี 2565\tคะแนนปี 2570")[0]

    assert (main.assessed_year, points(main)) == (2565, BEFORE)


def test_columns_without_years_give_no_assessed_year():
    [report] = unnamed("ตัวชี้วัด\tน้ำหนัก\tคะแนน")

    assert report.assessed_year is None
