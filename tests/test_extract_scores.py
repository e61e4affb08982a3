import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash import framework
from itadash.extract import numbers
from itadash.extract.grids import grids
from itadash.extract.scores import extract_scores
from tests.texts import POINTS, document, score_table, table

TEN = dict(enumerate(POINTS, start=1))
NAMES = [one.name for one in framework.indicators()]


def scores(*blocks, year=2566):
    text = document(*blocks)
    return extract_scores(text, grids(text), year)


def points(*blocks, year=2566):
    return {s.indicator: s.score for s in scores(*blocks, year=year)[0]}


def rows(line):
    pairs = enumerate(zip(NAMES, POINTS, strict=True), start=1)
    return [line(at, name, f"{points:.2f}") for at, (name, points) in pairs]


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("ตัวชี้วัด\tคะแนน", lambda at, n, p: (n, p)),
        ("คะแนน\tตัวชี้วัด", lambda at, n, p: (p, n)),
        ("ตัวชี้วัด\t\tประเด็นที่ต้องแก้ไข", lambda at, n, p: (n, f"{p} คะแนน", "-")),
        ("ที่\tตัวชี้วัด\tผลการประเมิน", lambda at, n, p: (at, n, p)),
        ("ตัวชี้วัด\tคะแนน", lambda at, n, p: (f"ตัวชี้วัดที่ {at} {n}", p)),
        ("ตัวชี้วัด\tคะแนน", lambda at, n, p: (f"{at}. {n} (IIT)", f"ร้อยละ {p}")),
        ("ตัวชี้วัด\tคะแนน", lambda at, n, p: (f"{at + 3}) {n}", p)),
        ("ตัวชี้วัด\tคะแนนเต็ม\tคะแนน", lambda at, n, p: (n, "100", p)),
        ("แบบวัด\tตัวชี้วัด\tคะแนน", lambda at, n, p: ("IIT", n, p)),
        ("ตัวชี้วัด\tคะแนน\tค่าเฉลี่ยประเทศ", lambda at, n, p: (n, p, "81.25")),
        ("ตัวชี้วัด\tคะแนน\tถ่วงน้ำหนัก", lambda at, n, p: (n, p, "5.31")),
        ("ตัวชี้วัด\tปี 2565\tคะแนนปี 2566", lambda at, n, p: (n, "50.00", p)),
        ("ตัวชี้วัด\tคะแนนปี 65\tคะแนนปี 66", lambda at, n, p: (n, "50.00", p)),
        ("ตัวชี้วัด\t2565\t2566\tผลต่าง", lambda at, n, p: (n, "50.00", p, "+1.0")),
        ("ตัวชี้วัด\tผลการประเมิน\t\n\tปี 2565\tปี 2566", lambda at, n, p: (n, "50.00", p)),
        ("ตัวชี้วัด\tคะแนน\tระดับคะแนน", lambda at, n, p: (n, p, "A")),
        ("ตัวชี้วัด\tคะแนน\tค่า Z", lambda at, n, p: (n, p, "1.25")),
    ],
)
def test_the_ten_scores_are_found_by_names_and_headers(header, line):
    assert points(table(header, *rows(line))) == TEN


def test_a_score_knows_its_instrument_name_and_line():
    found, findings = scores(score_table())

    assert [s.place.line for s in found] == list(range(2, 12))
    assert [s.instrument for s in found] == ["IIT"] * 5 + ["EIT"] * 3 + ["OIT"] * 2
    assert [s.name for s in found] == NAMES
    assert findings == []


def test_numbering_that_restarts_for_each_instrument_misleads_nobody():
    names = table(
        "ตัวชี้วัด\tคะแนน",
        ("แบบวัด EIT", ""),
        ("1. คุณภาพการดำเนินงาน", "90.00"),
        ("2. ประสิทธิภาพการสื่อสาร", "85.50"),
        ("แบบวัด OIT", ""),
        ("1. การเปิดเผยข้อมูล", "60.00"),
    )

    assert points(names) == {6: 90.0, 7: 85.5, 9: 60.0}


@pytest.mark.parametrize(
    ("name", "indicator"),
    [
        ("การใช้อํานาจ", 3),
        ("การใช้อ�ำนาจ", 3),
        ("การใช้ทรัพย์สินของทางราชการ", 4),
        ("การเเก้ไขปัญหาทุจริต", 5),
        ("คณุ ภาพการดาเนินงาน", 6),
        ("การปรับปรุงการทำงาน", 8),
        ("การปรับปรุงระบบทำงาน", 8),
        ("การ เปิดเผย ข้อมูล", 9),
    ],
)
def test_a_variant_or_a_slip_of_the_scan_is_known(name, indicator):
    found = points(table("ตัวชี้วัด\tคะแนน", (name, "77.70"), ("รวม", "80.00")))

    assert found == {indicator: 77.7}


def test_words_around_a_name_make_it_no_row_of_scores():
    rows = table("ตัวชี้วัด\tคะแนน", ("พัฒนาการใช้งบประมาณให้ดีขึ้น", "77.70"))

    assert points(rows) == {}


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("0", 0.0),
        ("100", 100.0),
        ("๘๕.๐๐", 85.0),
        ("84.99", 84.99),
        ("85,5", 85.5),
        ("85. 50 คะแนน", 85.5),
        ("ร้อยละ 85", 85.0),
        ("77.70คะเเนน", 77.7),
        ("96.04%", 96.04),
        ("▲ 96.04", 96.04),
        ("96.04 (ผ่าน)", 96.04),
        ("๙๖.๐๔ คะแนน (ผ่านดีเยี่ยม) ระดับ AA", 96.04),
        ("เพิ่มขึ้น 4.84", None),
        ("96.04 จาก 100", None),
        ("-5", -5.0),
        ("100.01", 100.01),
        ("", None),
        ("-", None),
        ("85/100", None),
        ("85.50/100", 85.5),
        ("๘๕.๕๐ / ๑๐๐ คะแนน", 85.5),
        ("100.00/100", 100.0),
        ("100/100", 100.0),
        ("85.50 (จาก 100 คะแนน)", 85.5),
        ("85.50 คะแนน (คะแนนเต็ม 100)", 85.5),
        ("85.50 (เต็ม 100.00 คะแนน) ระดับ A", 85.5),
        ("85.50 (▲ 3.12)", 85.5),
        ("85.50 ▼3.12", 85.5),
        ("85.50 (+3.12)", 85.5),
        ("85.50 (-3.12)", 85.5),
        ("85.50 (เพิ่มขึ้น 3.12)", 85.5),
        ("85.50 (ลดลง 3.12 คะแนน)", 85.5),
        ("33.50/40", None),
        ("8.55/10", None),
        ("12/100", None),
        ("85.50/100.5", None),
        ("85.50 (จาก 40 คะแนน)", None),
        ("85.50 (3.12)", None),
        ("85.50 (82.38)", None),
        ("85.50 +3.12", None),
        ("3.12 (▲ 3.12) 85.50", None),
        ("(▲ 3.12)", None),
        ("85.50 → 88.62", None),
        ("1,234", None),
        ("85.5 90.1", None),
        ("ผ่าน", None),
        ("85.5.1", None),
        ("2564", None),
    ],
)
def test_only_a_cell_that_is_one_number_is_a_score(cell, value):
    assert numbers.score(cell) == value


@pytest.mark.parametrize(
    ("cell", "out"), [("-0.01", True), ("0", False), ("100", False), ("878.50", True)]
)
def test_a_score_outside_0_to_100_is_kept_and_reported(cell, out):
    found, findings = scores(table("ตัวชี้วัด\tคะแนน", ("การใช้อำนาจ", cell)))

    assert [s.score for s in found] == [float(cell)]
    assert ("score_out_of_range" in {f.code for f in findings}) is out


def test_two_places_that_disagree_leave_the_score_out_and_show_both():
    one = table("ตัวชี้วัด\tคะแนน", ("การใช้อำนาจ", "80.10"), ("การใช้งบประมาณ", "70.00"))
    other = one.replace("80.10", "81.10")

    found, findings = scores(one, other)

    assert [s.indicator for s in found] == [2]
    missing = next(f for f in findings if f.indicator == 3)
    assert missing.place.text == "80.10 / 81.10"


def test_two_places_that_agree_give_one_score():
    assert points(score_table(), score_table()) == TEN


def test_a_missing_indicator_is_reported_only_where_some_are_there():
    _, some = scores(score_table().replace("การใช้อำนาจ\t86.25\n", ""))
    _, none = scores("ไม่มีตาราง")

    assert [(f.code, f.indicator) for f in some] == [("missing_indicator", 3)]
    assert none == []


def test_a_table_of_another_year_only_gives_no_scores():
    assert points(score_table("ตัวชี้วัด\tคะแนนปี 2565"), year=2566) == {}


def test_two_columns_of_scores_that_nothing_tells_apart_give_none():
    rows = table("ตัวชี้วัด\tคะแนน\tคะแนน", ("การใช้อำนาจ", "80.10", "81.10"))

    assert points(rows) == {}


@pytest.mark.parametrize(
    "header",
    ["ตัวชี้วัด\tผลการประเมิน\t", "ตัวชี้วัด\t\t", "ตัวชี้วัด\t2564\t2565", "ตัวชี้วัด\tก\tข"],
)
def test_columns_of_numbers_in_doubt_give_no_score(header):
    block = table(header, *((name, "50.00", "60.00") for name in NAMES))

    assert points(block) == {}


def test_scores_may_stand_behind_names_line_by_line():
    text = "1. การปฏิบัติหน้าที่ 88.50 คะแนน\n2. การใช้งบประมาณ : 80.00\nการใช้อำนาจ (86.25)"

    assert points(text) == {1: 88.5, 2: 80.0, 3: 86.25}


def issues(*lines):
    header = "ตัวชี้วัด\tคะแนน\tประเด็นที่ต้องแก้ไข/ปรับปรุง"
    names = zip(NAMES, lines, strict=False)
    block = table(header, *((name, "80.00", issue) for name, issue in names))
    return [s.issue for s in scores(block)[0]]


def test_a_merged_issue_counts_for_every_row_of_its_instrument():
    merged = ["แก้ภายใน", "", "", "", "", "แก้ภายนอก", "", "", "แก้เว็บ", ""]

    expected = ["แก้ภายใน"] * 5 + ["แก้ภายนอก"] * 3 + ["แก้เว็บ"] * 2
    assert issues(*merged) == expected


def test_a_dash_is_no_issue_and_a_blank_under_it_neither():
    assert issues("-", "", "แก้อำนาจ", "", "-") == [None, None, *["แก้อำนาจ"] * 2, None]


def test_an_issue_of_one_row_stays_with_its_row():
    assert issues("", "แก้งบ", "", "", "") == [None, "แก้งบ", None, None, None]


@given(st.text("0123456789๐๑๒๓๔๕.,-% คะแนนร้อยละ●", max_size=12))
def test_a_number_read_is_printed_in_the_cell(text):
    value = numbers.score(text)

    assert value is None or str(int(abs(value))) in numbers.thai.arabic(text)


def test_weighted_parts_are_no_scores_and_are_reported():
    block = table("ตัวชี้วัด\tคะแนน", *((name, "5.40") for name in NAMES))

    found, findings = scores(block)

    assert found == []
    assert {f.code for f in findings} == {"missing_indicator"}


def test_the_mean_of_all_agencies_is_not_the_agencys_score():
    header = "ตัวชี้วัด\tคะแนนเฉลี่ย อปท."

    assert points(table(header, *((name, "90.00") for name in NAMES))) == {}
