"""What is printed of others is no score of the agency, however alone it stands."""

import pytest

from itadash import framework
from itadash.reading import read_reports
from tests.texts import POINTS, TITLE, read, score_table, table

NAMES = [one.name for one in framework.indicators()]
OTHER = [points - 7.5 for points in POINTS]
TOTAL = "คะแนนรวม 85.00 คะแนน"
OTHERS = [
    "ตารางที่ 2 คะแนนเฉลี่ยของประเทศ",
    "ค่าเฉลี่ยระดับจังหวัด",
    "คะแนนเฉลี่ยของ อปท. ในจังหวัดน่าน",
    "คะแนนของหน่วยงานในอำเภอปัว (เฉลี่ย)",
    "คะแนนเฉลี่ยเทศบาลตำบลทั้งจังหวัด",
    "ค่าเฉลี่ย อบต. ทั่วประเทศ ปี 2566",
    "2.3 ผลคะแนนเฉลี่ยขององค์กรปกครองส่วนท้องถิ่น",
    "คะแนนเฉลี่ยเทศบาลขนาดเดียวกัน",
    "ภาพรวมจังหวัดน่าน",
    "ผลคะแนนของเทศบาลตำบลริมห้วย",
    "เทศบาลตำบลริมห้วย",
    "ตารางที่ 3 อบต.ริมห้วย อำเภอปัว",
    "คะแนนหน่วยงานข้างเคียง",
    "แบบประเมินตนเอง (ก่อนการประเมินจริง)",
    "ผลการประเมินตนเองของเทศบาลตำบลทุ่งสมมุติ",
    "ผลการจำลองคะแนน",
    "ค่าเฉลี่ยระดับประเทศ (82.10) แยกรายตัวชี้วัด",
]
OWN = [
    "ผลคะแนนรายตัวชี้วัด",
    "คะแนนเฉลี่ยทั้ง 10 ตัวชี้วัด",
    "คะแนนเฉลี่ยทุกตัวชี้วัดของหน่วยงาน",
    "คะแนนเฉลี่ยของเทศบาลตำบลทุ่งสมมุติ จังหวัดน่าน",
    "ผลการประเมินของเทศบาลตำบลจำแนกตามตัวชี้วัด",
    "ผลการประเมินคุณธรรมและความโปร่งใสขององค์กรปกครองส่วนท้องถิ่น",
    "เทศบาลตำบลทุ่งสมมุติ อำเภอเมืองน่าน จังหวัดน่าน",
    "อำเภอเมืองน่าน จังหวัดน่าน",
    "คะแนนเฉลี่ยจังหวัดน่าน 88.20 คะแนน",
    "ภาพรวมระดับประเทศ มีคะแนน 87.57 คะแนน",
    "ลงชื่อ ปลัดเทศบาลตำบลริมห้วย",
    "ผลคะแนนสูงกว่าค่าเฉลี่ยระดับจังหวัด",
]


def points(report):
    return [score.score for score in report.scores]


def lines(values=OTHER):
    pairs = zip(NAMES, values, strict=True)
    return "\n".join(f"{name} {value:.2f} คะแนน" for name, value in pairs)


@pytest.mark.parametrize("caption", OTHERS)
def test_a_table_captioned_as_others_is_not_the_agencys(caption):
    report = read(TOTAL, caption, score_table())

    assert (points(report), report.overall_score) == ([], 85.0)


@pytest.mark.parametrize("caption", OTHERS)
def test_a_list_announced_as_others_is_not_the_agencys(caption):
    assert points(read(TOTAL, caption, lines())) == []
    assert points(read(f"{TOTAL}\n{caption}\n{lines()}")) == []


@pytest.mark.parametrize("caption", OWN)
def test_a_caption_that_only_mentions_others_takes_nothing_away(caption):
    assert points(read(TOTAL, caption, score_table())) == list(POINTS)


@pytest.mark.parametrize("caption", ["ค่าเฉลี่ยระดับจังหวัด", "เทศบาลตำบลริมห้วย"])
def test_a_short_list_of_others_gives_no_score(caption):
    short = "- การใช้งบประมาณ 74.17 คะแนน\n- การใช้อำนาจ 78.42 คะแนน"

    assert points(read(f"{TOTAL}\n{caption}\n{short}")) == []


def test_a_list_in_one_line_behind_words_for_others_gives_no_score():
    one_line = "ค่าเฉลี่ยระดับจังหวัด " + lines().replace("\n", " ")

    assert points(read(TOTAL, one_line)) == []


def test_cards_under_a_neighbours_name_give_no_score():
    pairs = zip(NAMES, OTHER, strict=True)
    cards = "\n".join(f"{name}\n{value:.2f}\nคะแนน" for name, value in pairs)

    assert points(read(TOTAL, f"เทศบาลตำบลริมห้วย\n{cards}")) == []


def test_the_agencys_own_list_behind_that_of_others_is_read():
    report = read(
        TOTAL,
        f"ค่าเฉลี่ยระดับจังหวัด\n{lines()}",
        f"ผลคะแนนของเทศบาลตำบลทุ่งสมมุติ\n{lines(POINTS)}",
    )

    assert points(report) == list(POINTS)


def test_the_agencys_own_list_is_read_beside_a_table_of_others():
    report = read(
        "ผลคะแนนของหน่วยงาน", lines(POINTS), "คะแนนเฉลี่ยของประเทศ", score_table()
    )

    assert points(report) == list(POINTS)


def test_a_table_of_others_fills_no_gap_of_the_agencys_own():
    own = table("ตัวชี้วัด\tคะแนน", *zip(NAMES[:5], ["80.00"] * 5, strict=True))
    report = read("ผลการประเมิน", own, "คะแนนเฉลี่ยของประเทศ", score_table())

    assert points(report) == [80.0] * 5


HEADERS = [
    "ตัวชี้วัด\tทต.ริมห้วย",
    "ที่\tตัวชี้วัด\tคะแนน ทต.ริมห้วย",
    "ตัวชี้วัด\tคะแนนของ อบต.ริมห้วย",
    "ตัวชี้วัด\tคะแนน\n\tเทศบาลตำบลริมห้วย",
    "ตัวชี้วัด\tผลการประเมินตนเอง",
    "ตัวชี้วัด\tค่าเฉลี่ยประเทศ",
    "ตัวชี้วัด\tคะแนนจำลอง",
]


@pytest.mark.parametrize("header", HEADERS)
def test_a_column_headed_with_another_agency_is_not_the_agencys(header):
    first = [("1", name) if header.startswith("ที่") else (name,) for name in NAMES]
    pairs = zip(first, OTHER, strict=True)
    rows = [(*cells, f"{value:.2f}") for cells, value in pairs]
    last = (*[""] * (len(rows[0]) - 2), "คะแนนรวม", "71.00")

    report = read(TOTAL, table(header, *rows, last))

    assert (points(report), report.overall_score) == ([], 85.0)


@pytest.mark.parametrize(
    "header",
    [
        "ตัวชี้วัด\tอบต.ริมห้วย\tทต.ทุ่งสมมุติ",
        "ตัวชี้วัด\tคะแนน อบต.ริมห้วย\tคะแนน",
        "ตัวชี้วัด\tคะแนน\t\n\tอบต.ริมห้วย\tทต.ทุ่งสมมุติ",
    ],
)
def test_beside_another_agencys_column_the_agencys_own_is_read(header):
    pairs = zip(NAMES, OTHER, POINTS, strict=True)
    rows = [(name, f"{other:.2f}", f"{own:.2f}") for name, other, own in pairs]
    text = "\n\n".join([TITLE, TOTAL, table(header, *rows)])
    found = read_reports(text.encode(), "a.txt")

    own = [one for one in found if one.agency.name == "เทศบาลตำบลทุ่งสมมุติ"]
    assert [points(report) for report in own] == [list(POINTS)]


def test_a_row_of_another_agency_in_a_table_on_its_side_is_left_out():
    rows = [["", *NAMES], ["ค่าเฉลี่ยระดับจังหวัด", *(f"{p:.2f}" for p in OTHER)]]

    assert points(read(TOTAL, table(*rows))) == []


def test_without_an_agency_the_words_for_a_country_still_count():
    text = "\n\n".join(["ผลการประเมิน ITA", TOTAL, "คะแนนเฉลี่ยของประเทศ", score_table()])
    found = read_reports(text.encode(), "a.txt")

    assert TITLE not in text
    assert all(report.scores == () for report in found)


def merged(caption):
    pairs = zip(NAMES, OTHER, strict=True)
    return table((caption, ""), "ตัวชี้วัด\tคะแนน", *((n, f"{v:.2f}") for n, v in pairs))


@pytest.mark.parametrize("caption", ["ค่าเฉลี่ยระดับจังหวัด", "ผลคะแนน อบต.ริมห้วย"])
def test_a_caption_in_the_first_row_of_a_table_counts_too(caption):
    assert points(read(TOTAL, merged(caption))) == []
    assert points(read(TOTAL, merged("ผลคะแนนรายตัวชี้วัด"))) == OTHER


def test_captions_inside_a_table_part_it():
    own = merged("ผลคะแนนรายตัวชี้วัด").replace("81.00", "99.00")
    report = read(TOTAL, "\n".join([own, merged("ค่าเฉลี่ยระดับจังหวัด")]))

    assert points(report) == [99.0, *OTHER[1:]]


def test_a_row_that_names_others_parts_the_scores_above_from_those_below():
    own, other = merged("ก").replace("81.00", "99.00"), merged("ก").split("\n")[2:]
    report = read(TOTAL, "\n".join([own, "ค่าเฉลี่ยระดับจังหวัด\t", *other]))

    assert points(report) == [99.0, *OTHER[1:]]
    assert points(read(TOTAL, "\n".join(["ตัวชี้วัด\tคะแนน", "อบต.ริมห้วย\t", *other]))) == []


def sections(of, parts=(("แบบวัด IIT", 0, 5), ("แบบวัด EIT", 5, 8), ("OIT", 8, 10))):
    return [text for name, a, b in parts for text in (name, of(a, b))]


def part_of_table(a, b):
    pairs = zip(NAMES[a:b], OTHER[a:b], strict=True)
    return table("ตัวชี้วัด\tคะแนน", *((name, f"{v:.2f}") for name, v in pairs))


def part_of_list(a, b):
    return "\n".join(lines().split("\n")[a:b])


@pytest.mark.parametrize("part", [part_of_table, part_of_list])
def test_a_caption_goes_on_under_the_names_of_the_instruments(part):
    assert points(read(TOTAL, "ค่าเฉลี่ยระดับประเทศ", *sections(part))) == []
    assert points(read(TOTAL, "ผลคะแนนรายตัวชี้วัด", *sections(part))) == OTHER
