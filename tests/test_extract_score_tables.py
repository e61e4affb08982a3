"""Tables of many agencies: what a row says, and what is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash import documents, framework
from itadash.errors import ItadashError
from itadash.extract import extract
from itadash.reading import read_reports

NAMES = [indicator.name for indicator in framework.indicators()]
POINTS = ("92.10", "85.40", "88.20", "80.15", "90.00", "86.70", "84.99", "82.30")
POINTS = (*POINTS, "75.60", "68.75")
ITA = "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2564"


def read(*rows, caption=ITA):
    text = "\n".join(["\t".join(map(str, row)) for row in rows])
    return extract(documents.read(f"{caption}\n\n{text}".encode(), "ตาราง.txt"))


def said(reports):
    return [(one.agency.name, one.assessed_year, one.overall_score) for one in reports]


def row(name, total="80.42"):
    return [name, *POINTS, total]


HEADER = ["หน่วยงาน", *NAMES, "คะแนนรวม"]


@pytest.mark.parametrize(
    ("printed", "name", "kind"),
    [
        ("อบต.นาทดลอง", "องค์การบริหารส่วนตำบลนาทดลอง", "องค์การบริหารส่วนตำบล"),
        ("อบต. นาทดลอง", "องค์การบริหารส่วนตำบลนาทดลอง", "องค์การบริหารส่วนตำบล"),
        ("2. ทต.นาทดลอง", "เทศบาลตำบลนาทดลอง", "เทศบาลตำบล"),
        ("เทศบาลเมืองนา ทดลอง", "เทศบาลเมืองนาทดลอง", "เทศบาลเมือง"),
        ("ทน.นาทดลอง จ.น่าน", "เทศบาลนครนาทดลอง", "เทศบาลนคร"),
        ("เทศบาลตำบลนา-ทดลอง", "เทศบาลตำบลนา-ทดลอง", "เทศบาลตำบล"),
        ("เทศบาลนาทดลอง", "เทศบาลนาทดลอง", None),
        ("อบต.กองทูล", "องค์การบริหารส่วนตำบลกองทูล", "องค์การบริหารส่วนตำบล"),
        ("ทต.นายาว", "เทศบาลตำบลนายาว", "เทศบาลตำบล"),
        ("โรงเรียนนาทดลอง", "โรงเรียนนาทดลอง", None),
    ],
)
def test_the_name_of_a_row_is_written_out_with_its_type(printed, name, kind):
    first, _ = read(HEADER, row(printed), row("อบต.สองทดลอง"))

    assert (first.agency.name, first.agency.type) == (name, kind)


def test_a_place_behind_the_name_is_no_part_of_it():
    first, _ = read(
        HEADER, row("อบต.นาทดลอง อ.ปัว จ.น่าน"), row("อบต.สอง อำเภอท่าวังผา จังหวัดน่าน")
    )

    assert (first.agency.district, first.agency.province) == ("ปัว", "น่าน")


@pytest.mark.parametrize("kind", ["ทต.", "เทศบาลตำบล"])
def test_a_column_of_types_completes_a_bare_name(kind):
    header = ["ชื่อหน่วยงาน", "ประเภท", *NAMES, "คะแนนรวม"]

    first, other = read(
        header,
        ["นาทดลอง", kind, *POINTS, "80.42"],
        ["เทศบาลนาสอง", kind, *POINTS, "80.42"],
    )

    assert first.agency.name == "เทศบาลตำบลนาทดลอง"
    assert other.agency.name == "เทศบาลตำบลนาสอง"


def test_the_mean_of_a_province_has_a_type_of_its_own():
    *_, mean = read(HEADER, row("อบต.นาทดลอง"), row("ค่าเฉลี่ยหน่วยงานในจังหวัดน่าน"))

    assert mean.agency.type == "ค่าเฉลี่ยจังหวัด"
    assert mean.agency.province == "น่าน"


@pytest.mark.parametrize(
    "name",
    ["รวม", "ค่าเฉลี่ย", "คะแนนเฉลี่ย", "ค่าเฉลี่ยทั้งประเทศ", "สูงสุด", "คะแนนเต็ม", "เป้าหมาย"],
)
def test_a_row_that_sums_up_others_is_no_agency(name):
    reports = read(HEADER, row("อบต.นาทดลอง"), row("อบต.สองทดลอง"), row(name))

    assert len(reports) == 2
    assert all(not one.findings for one in reports)


@pytest.mark.parametrize(
    "name",
    ["กองคลัง", "นายทดลอง ชื่อปลอม", "ทต.นาลวง นายทดลอง ชื่อปลอม", "12345", "see note"],
)
def test_a_row_that_names_no_agency_is_left_out_and_said(name):
    first, _ = read(HEADER, row("อบต.นาทดลอง"), row(name), row("อบต.สองทดลอง"))

    [finding] = first.findings
    assert finding.code == "rows_not_read"
    assert "ชื่อปลอม" not in finding.place.text


def test_a_group_row_names_the_province_of_the_rows_under_it():
    header = ["หน่วยงาน", "คะแนนรวม"]

    reports = read(
        header,
        *(["จังหวัดน่าน", ""], ["อบต.ก้าวลวง", "80.00"], ["ทต.ขาวลวง", "81.00"]),
        *(["จังหวัดแพร่", ""], ["อบต.คลองลวง", "82.00"]),
    )

    assert [one.agency.province for one in reports] == ["น่าน", "น่าน", "แพร่"]


@pytest.mark.parametrize(
    ("caption", "year"),
    [
        ("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๕", 2565),
        ("ITA ปี 66", 2566),
        ("ITA ปี 2563 เทียบกับปี 2564", None),
        ("ผลการประเมิน ITA", None),
    ],
)
def test_the_year_is_that_of_the_caption_where_it_names_one_only(caption, year):
    reports = read(HEADER, row("อบต.หนึ่งลวง"), row("อบต.สองลวง"), caption=caption)

    assert {one.assessed_year for one in reports} == {year}


def test_a_row_says_its_own_year_before_the_caption():
    header = ["หน่วยงาน", "ปี พ.ศ.", "คะแนนรวม"]

    reports = read(
        header, ["อบต.หนึ่งลวง", "๒๕๖๓", "70.00"], ["อบต.หนึ่งลวง", "2020", "70.00"]
    )

    assert said(reports) == [("องค์การบริหารส่วนตำบลหนึ่งลวง", 2563, 70.0)]


def test_columns_of_two_years_are_two_reports():
    header = ["หน่วยงาน", "คะแนนปี 2563", "คะแนนปี 2564", "ผลต่าง"]

    reports = read(
        header, ["อบต.หนึ่งลวง", "70", "80", "10"], ["อบต.สองลวง", "71", "-", ""]
    )

    assert said(reports) == [
        ("องค์การบริหารส่วนตำบลหนึ่งลวง", 2563, 70.0),
        ("องค์การบริหารส่วนตำบลหนึ่งลวง", 2564, 80.0),
        ("องค์การบริหารส่วนตำบลสองลวง", 2563, 71.0),
    ]


def test_two_prints_that_disagree_leave_no_total():
    reports = read(HEADER, row("อบต.หนึ่งลวง"), row("อบต.หนึ่งลวง", "81.00"))

    assert said(reports) == [("องค์การบริหารส่วนตำบลหนึ่งลวง", 2564, None)]
    assert len(reports[0].scores) == 10


def test_numbers_of_a_row_that_are_weighted_parts_are_no_scores():
    parts = ["5.5", "5.1", "5.2", "4.8", "5.4", "8.6", "8.4", "8.2", "15.1", "13.7"]

    reports = read(HEADER, ["อบต.หนึ่งลวง", *parts, "80.42"], row("อบต.สองลวง"))

    assert reports[0].scores == ()
    assert {one.code for one in reports[0].findings} == {"missing_indicator"}
    assert len(reports[1].scores) == 10


def test_numbers_are_indicators_only_where_ten_stand_under_their_heading():
    numbers = [str(number) for number in range(1, 10)]
    rows = [["อบต.หนึ่งลวง", *POINTS], ["อบต.สองลวง", *POINTS]]
    heading = ["", "ตัวชี้วัดที่", *[""] * 9]

    ten = read(heading, ["หน่วยงาน", *numbers, "10"], *rows)
    nine = read(heading, ["หน่วยงาน", *numbers, "รวม"], *rows)

    assert [len(one.scores) for one in ten] == [10, 10]
    assert all(not one.scores for one in nine)


def test_numbers_under_an_instrument_may_start_again():
    over = ["", "IIT", *[""] * 4, "EIT", "", "", "OIT", ""]
    header = ["หน่วยงาน", *"12345", *"123", *"12"]

    first, _ = read(over, header, ["อบต.หนึ่งลวง", *POINTS], ["อบต.สองลวง", *POINTS])

    assert [one.score for one in first.scores] == [float(one) for one in POINTS]


def test_the_total_of_an_instrument_is_not_the_total():
    over = ["", "IIT", "", "EIT", "OIT", "ภาพรวม"]
    header = ["หน่วยงาน", "คะแนน", "ระดับ", "คะแนนรวม", "คะแนนรวม", "คะแนน"]
    rows = [["อบต.หนึ่งลวง", "91", "A", "92", "93", "92.10"], ["ทต.สองลวง", *"12345"]]

    reports = read(over, header, *rows)

    assert [one.overall_score for one in reports] == [92.1, 5.0]
    assert reports[0].level is None


def test_a_share_alone_is_no_total():
    header = ["หน่วยงาน", "ผู้ตอบ IIT", "ร้อยละ"]

    assert read(header, ["อบต.หนึ่งลวง", "50", "93"], ["อบต.สองลวง", "60", "50"]) == []


def test_the_words_for_the_whole_total_go_before_a_bare_sum():
    header = ["หน่วยงาน", *NAMES[:5], "รวม", *NAMES[5:], "รวม", "คะแนนรวม"]
    cells = [*POINTS[:5], "87.17", *POINTS[5:], "80.00", "80.42"]

    reports = read(header, ["อบต.หนึ่งลวง", *cells], ["อบต.สองลวง", *cells])

    assert [one.overall_score for one in reports] == [80.42, 80.42]


def test_a_report_with_measures_stays_one_report():
    measures = "ที่\tมาตรการ\tขั้นตอน\tผู้รับผิดชอบ\n1\tทำทะเบียน\tจดทุกวัน\tกองคลัง"
    table = "\n".join("\t".join(one) for one in (HEADER, row("อบต.ก"), row("อบต.ข")))
    text = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส อบต.นาลวง\n\n{measures}\n\nอื่น\n\n{table}"

    assert len(extract(documents.read(text.encode(), "a.txt"))) == 1


@pytest.mark.parametrize(
    "header",
    [
        [str(number) for number in range(1, 11)],
        [f"ข้อ {number}" for number in range(1, 11)],
        [f"ด้านที่ {number}" for number in range(1, 11)],
    ],
)
def test_a_table_of_ten_numbers_is_not_about_ita(header):
    rows = [["หน่วยงาน", *header], ["อบต.หนึ่งลวง", *POINTS], ["อบต.สองลวง", *POINTS]]

    assert read(*rows, caption="ผลการแข่งขัน") == []


def test_codes_beside_the_three_instruments_are_about_ita():
    header = ["agency", *(f"i{number}" for number in range(1, 11)), "iit", "eit", "oit"]
    means = ["87.17", "84.66", "72.18"]

    reports = read(
        header, ["อบต.หนึ่งลวง", *POINTS, *means], ["อบต.สองลวง", *POINTS], caption="ก"
    )

    assert [len(one.scores) for one in reports] == [10, 10]


CELLS = st.sampled_from(
    [
        *HEADER,
        *POINTS,
        "อบต.ก้าว",
        "ทต.ขาว",
        "",
        "-",
        "2564",
        "IIT",
        "ระดับ",
        "A",
        "x" * 90,
    ]
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8))
def test_any_table_is_read_without_a_word_of_python(rows):
    text = "\n".join("\t".join(cells) for cells in [*rows, ["ITA", ""]])

    try:
        reports = read_reports(f"ITA\n{text}".encode(), "ตาราง.txt")
    except ItadashError:
        return

    printed = {float(one) for cells in rows for one in cells if one in POINTS}
    assert {score.score for report in reports for score in report.scores} <= printed
