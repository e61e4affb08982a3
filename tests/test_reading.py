"""What is refused, what is read in spite of damage, and what never happens."""

import codecs
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itadash import documents, thai
from itadash.errors import ItadashError, LineTooLongError, NoItaContentError
from itadash.reading import read_reports
from tests.texts import RESULT, TITLE, measures_table, score_table

SAMPLES = sorted((Path(__file__).parent.parent / "data" / "reports").glob("*.txt"))
REPORT = "\n\n".join(
    [
        TITLE,
        RESULT,
        score_table("ตัวชี้วัด\tคะแนน\tประเด็นที่ต้องแก้ไข"),
        measures_table(
            ("1", "เปิดข้อมูล", "<p>๑. รวบรวม</p><p>๒. เผยแพร่</p>", "สำนักปลัด", "ทั้งปี"),
            ("ด้านบริการ", "", "", "", ""),
            ("2", "ลดเวลา", "ทำคู่มือ", "กองคลัง กองช่าง", "ต.ค. 66 - มี.ค. 67"),
            ("", "", "ใช้คู่มือ", "", ""),
        ),
    ]
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
HTML = "<!DOCTYPE html><html><body><h1>ตารางเดินรถ</h1></body></html>"
MENU = "รายการอาหารกลางวัน\n\nวัน\tอาหาร\nจันทร์\tข้าวผัด\nอังคาร\tแกงจืด"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n \r\n",
        HTML.encode(),
        f"<div>{MENU}</div>".encode(),
        PNG,
        "これは日本語です。".encode("shift-jis") * 50,
        ("ก" * 300_000).encode(),
        MENU.encode(),
        "รายงาน ITA โดยไม่มีตารางใด".encode(),
        b"x" * 20_000_001,
    ],
    ids=[
        *("empty", "blank", "html", "fragment", "png", "japanese", "line", "menu"),
        *("no tables", "too large"),
    ],
)
def test_bad_input_is_refused_in_one_thai_sentence_that_names_the_file(content):
    with pytest.raises(ItadashError) as refusal:
        read_reports(content, "ไฟล์ทดสอบ.txt")

    sentence = str(refusal.value)
    assert "ไฟล์ทดสอบ.txt" in sentence
    assert "โปรด" in sentence
    assert "\n" not in sentence


def test_fifty_megabytes_of_one_line_are_refused_without_being_read(tmp_path):
    path = tmp_path / "ยาว.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    with pytest.raises(ItadashError, match="50"):
        documents.load(path)


def test_a_line_no_report_has_is_refused_with_its_number():
    content = f"{TITLE}\n{'ก' * 200_001}".encode()

    with pytest.raises(LineTooLongError, match="2"):
        read_reports(content, "a.txt")


CODED = (
    "หน่วยงาน,ปี,I1,I2,I3,I4,I5,E1,E2,E3,O1,{last},Total,Grade\n"
    "เทศบาลตำบลทุ่งสมมุติ,2565,{row},80.10,B"
)


def test_the_codes_of_all_ten_indicators_say_that_a_table_is_of_ita():
    row = ",".join(f"8{at}.50" for at in range(10))
    [report] = read_reports(CODED.format(last="O2", row=row).encode(), "a.csv")

    assert [score.score for score in report.scores] == [80.5 + at for at in range(10)]
    assert (report.assessed_year, report.overall_score, report.level) == (
        2565,
        80.1,
        "B",
    )


def test_codes_of_some_indicators_say_nothing():
    row = ",".join(f"8{at}.50" for at in range(10))

    with pytest.raises(NoItaContentError):
        read_reports(CODED.format(last="O7", row=row).encode(), "a.csv")


def test_a_text_about_ita_without_scores_or_measures_is_refused():
    with pytest.raises(NoItaContentError):
        read_reports(TITLE.encode(), "a.txt")


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
        lambda text: text.encode("cp874"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
    ],
    ids=["bom", "utf16", "be-bom", "le", "be", "cp874", "crlf", "cr"],
)
def test_a_report_reads_alike_in_every_encoding_and_line_ending(encode):
    assert read_reports(encode(REPORT), "a.txt") == read_reports(
        REPORT.encode(), "a.txt"
    )


def test_form_feeds_between_pages_change_nothing_that_is_read():
    paged = REPORT.replace("\n\n", "\n\f\n")

    assert read_reports(paged.encode(), "a.txt") == read_reports(
        REPORT.encode(), "a.txt"
    )


def test_the_example_report_is_read_in_full():
    [report] = read_reports(REPORT.encode(), "a.txt")

    assert len(report.scores) == 10
    assert [m.title for m in report.measures] == ["เปิดข้อมูล", "ลดเวลา"]
    assert [m.group for m in report.measures] == [None, "ด้านบริการ"]
    assert (report.overall_score, report.level) == (85.0, "ผ่านดี")
    assert (report.fiscal_year, report.assessed_year) == (2567, 2566)


def test_the_name_of_a_file_decides_nothing():
    [one] = read_reports(REPORT.encode(), "รายงานผล อบต.อื่น 2560.pdf")
    [other] = read_reports(REPORT.encode(), "x")

    assert (one.agency, one.fiscal_year, one.kind) == (
        *(other.agency, other.fiscal_year, other.kind),
    )


def test_reading_twice_gives_the_same():
    assert read_reports(REPORT.encode(), "a") == read_reports(REPORT.encode(), "a")


MARKS = ["\t", "\u0e48", "\u0e4d", "\ufffd", "-", " ", "<p>", "๙", "|", "\f", "(", "25"]
TEXTS = [REPORT, *(path.read_text(encoding="utf-8") for path in SAMPLES)]


@st.composite
def damaged(draw):
    """A report with lines swapped, doubled or cut, cells dropped and marks put in."""
    lines = draw(st.sampled_from(TEXTS)).split("\n")
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        damage = draw(
            st.sampled_from(["swap", "double", "drop", "cell", "mark", "cut"])
        )
        line = lines[at]
        spot = draw(st.integers(0, len(line)))
        if damage == "swap":
            lines[at], lines[other] = lines[other], line
        elif damage == "double":
            lines.insert(other, line)
        elif damage == "drop" and len(lines) > 1:
            del lines[at]
        elif damage == "cell":
            cells = line.split("\t")
            del cells[draw(st.integers(0, len(cells) - 1))]
            lines[at] = "\t".join(cells)
        elif damage == "mark":
            lines[at] = line[:spot] + draw(st.sampled_from(MARKS)) + line[spot:]
        elif damage == "cut":
            lines[at : at + 1] = [line[:spot], line[spot:]]
    return "\n".join(lines)


def reports_of(text):
    try:
        return read_reports(text.encode(), "a.txt")
    except ItadashError:
        return []


@settings(max_examples=120, suppress_health_check=list(HealthCheck))
@given(damaged())
def test_damage_never_raises_and_every_score_given_is_printed(text):
    joined = re.sub(r"\s*([.,])\s*", r"\1", thai.mend(thai.arabic(text)))
    found = re.findall(r"-?\d{1,3}(?:[.,]\d+)?", f"{thai.arabic(text)} {joined}")
    printed = {float(number.replace(",", ".")) for number in found}

    for report in reports_of(text):
        assert {score.score for score in report.scores} <= printed
        assert report.overall_score is None or report.overall_score in printed
        assert len({score.indicator for score in report.scores}) == len(report.scores)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(damaged())
def test_damage_gives_no_empty_text_and_no_word_that_is_not_printed(text):
    words = "".join(documents_text(text).split())

    for report in reports_of(text):
        for measure in report.measures:
            given_texts = (measure.title, measure.steps, measure.period, measure.result)
            for piece in (t for one in given_texts if one for t in one.split()):
                assert "".join(piece.split()) in words
            assert measure.title.strip()
            assert "" not in given_texts


def documents_text(text):
    document = documents.read(text.encode(), "a.txt")
    cells = (c.text for t in document.tables for row in t.rows for c in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


@settings(max_examples=60)
@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_bytes_that_are_no_report_are_refused_and_raise_nothing_else(content):
    with pytest.raises(ItadashError, match=r"a\.txt"):
        read_reports(content, "a.txt")
