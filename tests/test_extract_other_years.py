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


BARE = [
    "ตัวชี้วัด\tปี 2565\tปี 2566",
    "ตัวชี้วัด\t2565\t2566",
    "ตัวชี้วัด\tปี พ.ศ. ๒๕๖๕\tปี พ.ศ. ๒๕๖๖",
    "ตัวชี้วัด\tปีงบประมาณ 2565\tปีงบประมาณ 2566",
    "ตัวชี้วัด\tปี 65\tปี 66",
    "ตัวชี้วัด\t2022\t2023",
    "ตัวชี้วัด\tปีงบ 65\tปีงบ 66",
    "ตัวชี้วัด\tITA 2565\tITA 2566",
    "ตัวชี้วัด\tผลปี 2565\tผลปี 2566",
    "ตัวชี้วัด\tปี 2565 (ร้อยละ)\tปี 2566 (ร้อยละ)",
]


@pytest.mark.parametrize("header", BARE)
def test_a_year_alone_over_a_column_of_scores_is_a_report_of_that_year(header):
    main, earlier = reports(two_years(header, ("คะแนนรวม", "79.10", "85.00")))

    assert (main.assessed_year, points(main)) == (2566, list(POINTS))
    assert (earlier.assessed_year, points(earlier)) == (2565, BEFORE)
    assert (main.overall_score, earlier.overall_score) == (85.0, 79.1)


@pytest.mark.parametrize("header", BARE)
def test_columns_of_the_years_before_the_titles_are_read_where_it_has_none(header):
    title = "รายงานการวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567"
    text = f"{title}\nเทศบาลตำบลทุ่งสมมุติ\n\n{two_years(header)}"
    main, earlier = read_reports(text.encode(), "a.txt")

    assert (main.assessed_year, points(main)) == (2566, list(POINTS))
    assert (earlier.assessed_year, points(earlier)) == (2565, BEFORE)


@pytest.mark.parametrize("caption", ["ค่าเป้าหมายรายปี", "คะแนนเฉลี่ยระดับประเทศ"])
def test_years_under_a_caption_of_targets_or_others_are_no_reports(caption):
    found = reports(caption, two_years("ตัวชี้วัด\tปี 2564\tปี 2565"))

    assert [report.assessed_year for report in found] == [2566]
    assert points(found[0]) == []


def one_year(values):
    rows = [(name, f"{value:.2f}") for name, value in zip(NAMES, values, strict=True)]
    return table("ตัวชี้วัด\tคะแนน", *rows)


EARLIER = [
    "ตารางที่ 1 ผลการประเมิน ITA ปี 2565",
    "ตาราง 1 ผลการประเมิน ITA ปี 2565",
    "ตารางที่ ๒.๑ แสดงผลคะแนน ปีงบประมาณ พ.ศ. ๒๕๖๕",
    "ผลรายตัวชี้วัดของปี พ.ศ. ๒๕๖๕",
    "แผนภูมิที่ 3 สรุปคะแนน ITA 2565",
    "2.1 ผลคะแนน ITA ปี 65",
    "ผลการประเมิน ITA\nประจำปีงบประมาณ พ.ศ. 2565",
    "ปีงบประมาณ พ.ศ. 2565",
    "ข้อมูลรายตัวชี้วัด ปี 2565",
    "ITA ปี 2022",
]


@pytest.mark.parametrize("caption", EARLIER)
def test_a_table_captioned_with_an_earlier_year_is_of_that_year_only(caption):
    main, earlier = reports(caption, one_year(BEFORE))

    assert (main.assessed_year, points(main), main.overall_score) == (2566, [], 85.0)
    assert (earlier.assessed_year, points(earlier)) == (2565, BEFORE)


@pytest.mark.parametrize("caption", EARLIER)
def test_two_captioned_tables_are_two_reports(caption):
    own = caption.replace("2565", "2566").replace("๒๕๖๕", "๒๕๖๖")
    own = own.replace("ปี 65", "ปี 66").replace("2022", "2023")
    main, earlier = reports(caption, one_year(BEFORE), own, one_year(POINTS))

    assert (main.assessed_year, points(main)) == (2566, list(POINTS))
    assert (earlier.assessed_year, points(earlier)) == (2565, BEFORE)


@pytest.mark.parametrize(
    "caption",
    [
        "มาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. 2567",
        "ประจำปีงบประมาณ พ.ศ. 2567",
        "คะแนนสูงกว่าปี 2565",
        "ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540",
        "ปีงบประมาณ 2565 คะแนนรวม 74.75 ระดับ C",
        "เมื่อเทียบกับปี 2565",
    ],
)
def test_a_year_that_is_none_of_the_table_takes_nothing_away(caption):
    [report] = reports(caption, one_year(POINTS))

    assert (report.assessed_year, points(report)) == (2566, list(POINTS))


def test_a_row_a_year_is_a_report_a_year_with_total_and_level():
    header = ["ปี", *NAMES, "รวม", "ระดับ"]
    rows = [
        ["2564", *["70.00"] * 10, "70.00", "ต้องปรับปรุง"],
        ["ปี 2565", *(f"{b:.2f}" for b in BEFORE), "79.10", "ต้องปรับปรุง"],
        ["ปีงบประมาณ พ.ศ. ๒๕๖๖", *(f"{p:.2f}" for p in POINTS), "85.00", "ผ่านดี"],
        ["ค่าเฉลี่ยประเทศ ปี 2565", *["81.00"] * 10, "81.00", "ผ่าน"],
    ]
    found = reports(table(header, *rows))

    assert [one.assessed_year for one in found] == [2566, 2565, 2564]
    assert [one.overall_score for one in found] == [85.0, 79.1, 70.0]
    assert [one.level for one in found] == ["ผ่านดี", "ต้องปรับปรุง", "ต้องปรับปรุง"]
    assert [points(one)[0] for one in found] == [88.5, 87.0, 70.0]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("ปี 2565", "ปี 2566"),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๕", "ปีงบประมาณ พ.ศ. ๒๕๖๖"),
        ("ผลการประเมินปี 2565", "ผลการประเมินปี 2566"),
    ],
)
def test_years_in_rows_of_their_own_part_a_table_into_reports(older, newer):
    before, own = (one_year(values).split("\n") for values in (BEFORE, POINTS))
    rows = [before[0], f"{older}\t", *before[1:], f"{newer}\t", *own[1:]]
    main, earlier = reports("\n".join(rows))

    assert (main.assessed_year, points(main)) == (2566, list(POINTS))
    assert (earlier.assessed_year, points(earlier)) == (2565, BEFORE)


def test_a_caption_with_its_year_goes_on_under_the_names_of_the_instruments():
    parts = (("แบบวัด IIT", 0, 5), ("แบบวัด EIT", 5, 8), ("แบบตรวจ OIT", 8, 10))
    rows = one_year(BEFORE).split("\n")
    tables = [
        text
        for name, a, b in parts
        for text in (name, "\n".join([rows[0], *rows[a + 1 : b + 1]]))
    ]
    main, earlier = reports("ผลการประเมินปี 2565", *tables)

    assert (main.assessed_year, points(main)) == (2566, [])
    assert (earlier.assessed_year, points(earlier)) == (2565, BEFORE)


@pytest.mark.parametrize(
    ("caption", "year"),
    [("ประจำปีงบประมาณ พ.ศ. 2567", None), ("ปี 2566", 2566), ("ผลคะแนนปี 2567", 2567)],
)
def test_the_year_of_the_measures_alone_over_a_table_is_not_the_assessed_one(
    caption, year
):
    text = "\n\n".join([TITLE, "ตารางต่อไปนี้", caption, one_year(POINTS)])
    [report] = read_reports(text.encode(), "a.txt")

    assert (report.assessed_year, points(report)) == (year, list(POINTS))
