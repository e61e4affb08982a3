"""Tables that hold several rows in one: lines of a cell, halves side by side."""

import pytest

from itadash import framework
from itadash.errors import NoItaContentError
from itadash.reading import read_reports
from tests.texts import POINTS, TITLE, table

NAMES = [one.name for one in framework.indicators()]
TEN = dict(enumerate(POINTS, start=1))
HEAD = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566"
ROWS = [(name, f"{score:.2f}") for name, score in zip(NAMES, POINTS, strict=True)]
NUMBERED = [(f"{at}. {name}", score) for at, (name, score) in enumerate(ROWS, start=1)]


def report(*blocks):
    return read_reports("\n\n".join([TITLE, HEAD, *blocks]).encode(), "a.txt")[0]


def points(*blocks):
    found = report(*blocks, "ต่อไปนี้เป็นมาตรการ", "มาตรการ\tขั้นตอน\nจัดอบรม\tปีละครั้ง")
    return {score.indicator: score.score for score in found.scores}


def in_lines(rows):
    return ["<br>".join(column) for column in zip(*rows, strict=True)]


def halves(rows, width=5):
    return [
        (*left, *right) for left, right in zip(rows[:width], rows[width:], strict=True)
    ]


@pytest.mark.parametrize("rows", [ROWS, NUMBERED])
def test_names_and_scores_in_as_many_lines_of_two_cells_belong_together(rows):
    header = ("แบบวัด", "ตัวชี้วัด", "คะแนน")
    blocks = [("IIT", rows[:5]), ("EIT", rows[5:8]), ("OIT", rows[8:])]

    assert points(table(header, *((n, *in_lines(r)) for n, r in blocks))) == TEN


def test_a_cell_beside_several_lines_counts_for_all_of_them():
    rows = [(*in_lines(ROWS[:5]), "เร่งประชาสัมพันธ์"), (*in_lines(ROWS[5:]), "-")]
    found = report(table("ตัวชี้วัด\tคะแนน\tประเด็นที่ต้องแก้ไข/ปรับปรุง", *rows))

    issues = [score.issue for score in found.scores]
    assert issues == ["เร่งประชาสัมพันธ์"] * 5 + [None] * 5


def test_years_in_lines_of_cells_stay_in_their_columns():
    rows = [(*one, "50.00") for one in ROWS]
    both = [in_lines(rows[:5]), in_lines(rows[5:])]

    assert points(table("ตัวชี้วัด\tคะแนนปี 2566\tคะแนนปี 2565", *both)) == TEN


@pytest.mark.parametrize(
    "scores",
    [
        [score for _, score in ROWS[:4]],
        [score for _, score in ROWS[:6]],
        ["ดี", *(score for _, score in ROWS[1:5])],
    ],
)
def test_other_numbers_of_lines_are_left_out(scores):
    names = "<br>".join(NAMES[:5])
    rest = in_lines(ROWS[5:])

    read = points(table("ตัวชี้วัด\tคะแนน", (names, "<br>".join(scores)), rest))

    assert not {1, 2, 3, 4, 5} & set(read)


@pytest.mark.parametrize(
    "header", ["ตัวชี้วัด\tคะแนน\tตัวชี้วัด\tคะแนน", "ตัวชี้วัด\tคะแนนที่ได้\tตัวชี้วัด\tคะแนนที่ได้"]
)
@pytest.mark.parametrize("rows", [ROWS, NUMBERED])
def test_two_halves_side_by_side_are_one_table(header, rows):
    assert points(table(header, *halves(rows))) == TEN


def test_halves_may_have_numbers_and_an_empty_column_between():
    rows = [(str(at), *row, "") for at, row in enumerate(ROWS, start=1)]

    assert points(table("ที่\tตัวชี้วัด\tคะแนน\t\tที่\tตัวชี้วัด\tคะแนน", *halves(rows))) == TEN


def test_halves_may_differ_in_length_and_have_a_total_below():
    rows = [*halves([*ROWS[:6], *ROWS[6:], ("", ""), ("", "")], 6)]
    found = report(table("ตัวชี้วัด\tคะแนน\tตัวชี้วัด\tคะแนน", *rows, "คะแนนรวม\t77.77\t\t"))

    assert {score.indicator: score.score for score in found.scores} == TEN
    assert found.overall_score == 77.77


@pytest.mark.parametrize(
    "rows",
    [
        ["ปี 2566\t\tปี 2565\t", "ตัวชี้วัด\tคะแนน\tตัวชี้วัด\tคะแนน", *halves(ROWS)],
        ["ตัวชี้วัด\tคะแนน\tตัวชี้วัด\tเป้าหมาย", *halves(ROWS)],
        ["ตัวชี้วัด\tคะแนน\tตัวชี้วัด\tคะแนน", *halves([*ROWS[:5], *ROWS[:5]])],
    ],
)
def test_halves_that_speak_of_two_things_are_not_put_together(rows):
    assert len(points(table(*rows))) < len(TEN)


def agencies(*rows):
    found = read_reports("\n".join(rows).encode(), "a.csv")
    return {one.agency.name: one.overall_score for one in found}


CAPTION = "ผลคะแนน ITA ปี 2565 อำเภอเมืองน่าน จังหวัดน่าน"


def test_agencies_side_by_side_are_read_as_one_list():
    assert agencies(
        CAPTION,
        "หน่วยงาน,คะแนน,หน่วยงาน,คะแนน",
        "อบต.ทุ่งหนึ่ง,86.13,อบต.ทุ่งสอง,84.99",
        "ทต.ทุ่งสาม,81.13,อบต.ทุ่งสี่,83.99",
        "ทต.ทุ่งห้า,80.50,,",
    ) == {
        "องค์การบริหารส่วนตำบลทุ่งหนึ่ง": 86.13,
        "องค์การบริหารส่วนตำบลทุ่งสอง": 84.99,
        "เทศบาลตำบลทุ่งสาม": 81.13,
        "องค์การบริหารส่วนตำบลทุ่งสี่": 83.99,
        "เทศบาลตำบลทุ่งห้า": 80.5,
    }


def test_three_lists_of_agencies_side_by_side_are_one_as_well():
    found = agencies(
        CAPTION,
        ",".join(["ที่,หน่วยงาน,คะแนน,ระดับ"] * 3),
        "1,อบต.ทุ่งหนึ่ง,86.13,A,3,อบต.ทุ่งสอง,84.99,B,5,อบต.ทุ่งสาม,90.00,A",
        "2,อบต.ทุ่งสี่,76.13,B,4,อบต.ทุ่งห้า,74.99,C,6,อบต.ทุ่งหก,91.00,A",
    )

    assert len(found) == 6
    assert found["องค์การบริหารส่วนตำบลทุ่งหก"] == 91.0


def test_one_agency_in_both_halves_leaves_them_apart():
    rows = [
        CAPTION,
        "หน่วยงาน,คะแนน,หน่วยงาน,คะแนน",
        "อบต.ทุ่งหนึ่ง,86.13,อบต.ทุ่งหนึ่ง,84.99",
        "ทต.ทุ่งสาม,81.13,อบต.ทุ่งสี่,83.99",
    ]

    with pytest.raises(NoItaContentError):
        agencies(*rows)
