import io
import math
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash import analysis, framework, palette, workbook
from itadash.workbook.cells import MOST_UNITS, clean, columns_of, sheet_name
from tests.frames import (
    ALL_NINETY,
    assessment,
    assessments,
    documents,
    findings,
    links,
    measure,
    measures,
    printed,
    with_score,
)

ANY_DAY = date(2026, 11, 21)
NO_NAME = set("[]:*?/\\")


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def table(frame, **options):
    titles = {name: name for name in frame.columns}
    usual = {"sheet_title": "ตาราง", "column_titles": titles}
    return opened(workbook.table_bytes(frame, **(usual | options)))


def gathered(rows, own=None, linked=None, *, stored=None, **choice):
    """Gather what a store of these frames gives; `stored` names further ones."""
    usual = {
        "measures": measures() if own is None else own,
        "links": links() if linked is None else linked,
        "scores": printed(),
        "findings": findings(),
        "documents": documents(),
    }
    frames = workbook.Stored(assessments=rows, **(usual | (stored or {})))
    return workbook.gathered(frames, analysis.Choice(**choice), made_on=ANY_DAY)


def full(*frames, **choice):
    return opened(workbook.workbook_bytes(gathered(*frames, **choice)))


def values(content):
    """Open a workbook as a program does that does not calculate."""
    book = workbook.workbook_bytes(content)
    return openpyxl.load_workbook(io.BytesIO(book), data_only=True)


def rows_of(sheet):
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def column_of(sheet, title):
    return next(cell.column_letter for cell in sheet[1] if cell.value == title)


def cover_of(book):
    return "\n".join(
        str(cell) for row in book["ปก"].iter_rows(values_only=True) for cell in row
    )


def units(words):
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


@given(st.lists(st.text(st.characters(exclude_categories=[]))))
def test_any_text_is_written_as_text(words):
    sheet = table(pd.DataFrame({"ก": pd.Series(words, dtype="object")})).active

    cells = [row[0] for row in sheet.iter_rows(min_row=2)][: len(words)]
    assert [cell.data_type for cell in cells if cell.value] == [
        "s" for word in words if clean(word)
    ]


@given(st.text("กขคำที่่ 0123=+-@_x\n", max_size=40))
def test_ordinary_text_is_read_back_as_it_was(words):
    cell = table(pd.DataFrame({"ก": [words, "ท้าย"]})).active["A2"]

    assert (cell.value or "") == words


@pytest.mark.parametrize("words", ["=1+1", "+66", "-", "@SUM(A1)", '=HYPERLINK("x")'])
def test_text_that_looks_like_a_formula_stays_text(words):
    cell = table(pd.DataFrame({"ก": [words]})).active["A2"]

    assert (cell.value, cell.data_type, cell.quotePrefix) == (words, "s", True)


@pytest.mark.parametrize("words", ["http://example.com", "mailto:a", "00123", "TRUE"])
def test_text_becomes_no_link_no_number_and_no_flag(words):
    cell = table(pd.DataFrame({"ก": [words]})).active["A2"]

    assert (cell.value, cell.data_type, cell.hyperlink) == (words, "s", None)


@pytest.mark.parametrize(
    ("words", "cleaned"),
    [
        ("หน้า 1\x0cหน้า 2", "หน้า 1\nหน้า 2"),
        ("ก\r\nข\rค", "ก\nข\nค"),
        ("ก\x00\x07ข", "กข"),
        ("ก\ud83dข", "ก\ufffdข"),
        ("ก\uffffข", "ก\ufffdข"),
        ("ก\tข\nค", "ก\tข\nค"),
    ],
)
def test_what_no_cell_can_hold_is_replaced_or_dropped(words, cleaned):
    assert clean(words) == cleaned


@given(st.text(st.characters(exclude_categories=[])))
def test_cleaning_twice_is_cleaning_once(words):
    assert clean(clean(words)) == clean(words)


@pytest.mark.parametrize("letter", ["ก", "\U0001f600"])
def test_a_text_too_long_for_a_cell_is_cut_with_a_mark(letter):
    words = clean(letter * (MOST_UNITS + 1))

    assert units(words) <= MOST_UNITS
    assert words.startswith(letter * 9)
    assert words.endswith("(ตัดข้อความที่ยาวเกินช่อง ข้อความทั้งหมดอยู่ในแผ่น ข้อความเต็ม)")


def test_a_text_that_just_fits_is_not_cut():
    assert clean("ก" * MOST_UNITS) == "ก" * MOST_UNITS


@given(st.lists(st.text(st.characters(exclude_categories=[])), max_size=5))
def test_sheet_names_are_short_allowed_and_unlike_each_other(wanted):
    names = []
    for one in wanted:
        names.append(sheet_name(one, names))

    assert all(0 < units(name) <= 31 and not NO_NAME & set(name) for name in names)
    assert len({name.casefold() for name in names}) == len(names)


def test_marks_above_and_below_take_no_column():
    assert columns_of("การปฏิบัติหน้าที่") == 11
    assert columns_of("ก\nกขค") == 3


def test_a_table_has_the_rows_and_columns_on_screen_in_their_order():
    frame = pd.DataFrame({"a": [2, 1], "b": ["ข", "ก"], "hidden": [0, 0]})

    book = table(frame, column_titles={"b": "ชื่อ", "a": "ปี"})

    assert book.sheetnames == ["ตาราง"]
    assert list(book.active.values) == [("ชื่อ", "ปี"), ("ข", 2), ("ก", 1)]


def test_what_is_missing_is_an_empty_cell():
    frame = pd.DataFrame(
        {
            "points": [math.nan, 1.0],
            "year": pd.array([None, 2563], dtype="Int64"),
            "day": pd.to_datetime([None, "2020-10-01"]),
            "words": pd.Series([None, "ก"], dtype="str"),
            "group": pd.Series([None, "ก"], dtype="category"),
            "things": pd.Series([pd.NA, "ก"], dtype="object"),
        }
    )

    rows = list(table(frame).active.values)

    assert rows[1] == (None,) * 6
    assert rows[2] == (1, 2563, datetime(2020, 10, 1), "ก", "ก", "ก")


def test_an_empty_table_says_so():
    frame = pd.DataFrame({"ก": pd.Series([], dtype="str")})

    assert list(table(frame).active.values) == [("ก",), ("ไม่มีข้อมูล",)]


def test_rows_of_samples_are_marked():
    frame = pd.DataFrame({"ก": ["a", "b"], "sample": [True, False]})

    rows = rows_of(table(frame, column_titles={"ก": "ก"}).active)

    assert [row["หมายเหตุ"] for row in rows] == ["ตัวอย่าง", None]


def test_notes_stand_on_a_sheet_of_their_own():
    book = table(pd.DataFrame({"ก": ["a"]}), notes=["2 จาก 5 หน่วยงาน", "=ที่มา"])

    assert [row[0] for row in book["หมายเหตุ"].values] == ["2 จาก 5 หน่วยงาน", "=ที่มา"]


def test_a_sheet_is_ready_to_read_and_to_print():
    sheet = table(pd.DataFrame({"ก": ["a"], "ข": ["ยาว" * 50]})).active

    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:B2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == (
        "landscape",
        9,
    )
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert (sheet["B2"].font.name, sheet["B2"].font.size) == ("TH Sarabun New", 16)
    assert sheet["B2"].alignment.wrap_text
    assert sheet.column_dimensions["B"].width < 55
    assert sheet.row_dimensions[2].height > 2 * sheet.sheet_format.defaultRowHeight


def test_the_full_workbook_has_its_sheets_in_order():
    book = full(with_score(80.0))

    assert book.sheetnames == [
        *("ปก", "สรุป", "คะแนน", "จุดอ่อนและมาตรการ", "มาตรการ"),
        *("ข้อสังเกต", "ข้อมูลสำหรับ Pivot", "ที่มาของคะแนน"),
    ]


def test_scores_are_numbers_and_missing_ones_empty():
    (row,) = rows_of(full(with_score(math.nan, number=2))["คะแนน"])

    assert row["1. การปฏิบัติหน้าที่"] == 90
    assert row["2. การใช้งบประมาณ"] is None


@pytest.mark.parametrize(
    ("score", "number_format"),
    [(85.0, "0.00"), (83.6333, "0.00"), (84.99, "0.00"), (84.995, "0.00######")],
)
def test_no_format_lifts_a_score_onto_a_bar(score, number_format):
    sheet = full(with_score(score))["คะแนน"]

    cell = sheet[f"{column_of(sheet, '1. การปฏิบัติหน้าที่')}2"]

    assert (cell.value, cell.number_format) == (score, number_format)


def test_colours_hang_on_the_one_target_cell_of_the_cover():
    book = full(with_score(80.0))
    sheet = book["คะแนน"]
    ((block, rules),) = sheet.conditional_formatting._cf_rules.items()
    (place,) = book.defined_names["Target"].destinations

    by_formula = {rule.formula[0]: rule.dxf for rule in rules}
    assert book[place[0]][place[1]].value == framework.target(2563)
    assert str(block.sqref) == "F2:U2"
    assert by_formula["F2<Target"].fill.bgColor.rgb.endswith(
        palette.WEAK_TINT.ground[1:]
    )
    assert by_formula["F2<Target"].numFmt.formatCode == '"▼ "0.00'
    assert by_formula["F2>=Target"].numFmt.formatCode == '"● "0.00'
    assert rules[0].formula == ["NOT(ISNUMBER(F2))"]
    assert rules[0].stopIfTrue


def test_the_weak_are_counted_by_a_formula_that_has_its_value_already():
    rows = assessments(
        assessment(1, scores={**ALL_NINETY, 1: 84.99, 2: 85.0}),
        assessment(2, scores=None),
    )
    content = gathered(rows)

    formulas = [row["ตัวชี้วัดต่ำกว่าเป้า"] for row in rows_of(full(rows)["คะแนน"])]
    counts = [row["ตัวชี้วัดต่ำกว่าเป้า"] or "" for row in rows_of(values(content)["คะแนน"])]

    assert all("Target" in formula for formula in formulas)
    assert counts == [1, ""]


def test_a_weak_indicator_stands_with_its_measure_or_with_a_word_for_none():
    rows = assessments(assessment(scores={2: 80.0, 9: 60.0}))

    content = gathered(rows, measures(measure()), links((1, 9, 0.9)))
    found = rows_of(values(content)["จุดอ่อนและมาตรการ"])

    assert [row["ตัวชี้วัดที่"] for row in found] == [9, 2]
    assert [row["มาตรการ"] for row in found] == ["มาตรการที่ 1", None]
    assert [row["มาตรการรองรับ"] for row in found] == ["มีมาตรการ", "ไม่มีมาตรการรองรับ"]
    assert [row["ต่ำกว่าเป้า"] for row in found] == [25, 5]


def test_a_measure_stands_in_full_with_the_indicators_it_answers():
    own = measures(measure(steps="=ขั้นตอน", period_start=datetime(2020, 10, 1)))

    (row,) = rows_of(
        full(with_score(80.0), own, links((1, 9, 0.9), (1, 2, 0.6)))["มาตรการ"]
    )

    assert row["ขั้นตอน/วิธีการ"] == "=ขั้นตอน"
    assert row["ตัวชี้วัดที่รองรับ"] == "2, 9"
    assert row["เริ่ม"] == datetime(2020, 10, 1)
    assert (row["ชนิดรายงาน"], row["สถานะข้อมูล"]) == ("มาตรการ", "อ่านแล้ว")


def test_the_cover_says_what_was_chosen_of_how_much_and_when():
    rows = assessments(
        assessment(1, province="ลพบุรี"), assessment(2), assessment(3, 2564)
    )

    said = cover_of(full(rows, year=2563, province="ลพบุรี"))

    for part in ("21 พฤศจิกายน 2569", "2563", "ลพบุรี", "1 จาก 3 หน่วยงาน", "plan.txt"):
        assert part in said


def test_samples_and_synthetic_rows_are_marked_on_cover_and_row():
    rows = assessments(assessment(1, sample=True), assessment(2, synthetic=True))

    book = full(rows)

    marks = {row["หน่วยงาน"]: row["หมายเหตุ"] for row in rows_of(book["คะแนน"])}
    assert marks == {"เทศบาลตำบลที่ 1": "ตัวอย่าง", "เทศบาลตำบลที่ 2": "ข้อมูลสังเคราะห์"}
    assert "มีข้อมูลตัวอย่าง 1 รายการ · มีข้อมูลสังเคราะห์ 1" not in cover_of(
        full(with_score(1.0))
    )
    assert "มีข้อมูลตัวอย่าง 1 รายการ" in cover_of(book)
    assert "มีข้อมูลสังเคราะห์ 1 รายการ" in cover_of(book)


def test_a_derived_year_is_marked():
    (row,) = rows_of(full(assessments(assessment(year_derived=True)))["คะแนน"])

    assert row["หมายเหตุ"] == "ปีที่ประเมินคำนวณจากปีงบประมาณ"


def test_agencies_stand_in_thai_order():
    rows = assessments(
        assessment(1, agency="แม่ทา"),
        assessment(2, agency="หนองบัว"),
        assessment(3, agency="เกาะคา"),
    )

    found = rows_of(full(rows)["คะแนน"])

    assert [row["หน่วยงาน"] for row in found] == ["เกาะคา", "แม่ทา", "หนองบัว"]


def test_a_year_takes_the_measures_of_the_fiscal_year_after_it():
    own = measures(measure(1), measure(2, fiscal_year=2566))

    one_year = rows_of(full(with_score(80.0), own, year=2563)["มาตรการ"])
    every_year = rows_of(full(with_score(80.0), own)["มาตรการ"])

    assert [row["มาตรการ"] for row in one_year] == ["มาตรการที่ 1"]
    assert len(every_year) == 2


def test_an_empty_choice_is_still_a_workbook():
    book = full(assessments())

    assert [row["หน่วยงาน"] for row in rows_of(book["คะแนน"])] == ["ไม่มีข้อมูล"]


def test_rows_beyond_a_sheet_go_on_in_the_next(monkeypatch):
    monkeypatch.setattr("itadash.workbook.sheets.MOST_ROWS", 2)

    book = table(pd.DataFrame({"ก": list("abc")}))

    assert book.sheetnames == ["ตาราง", "ตาราง (2)"]
    assert list(book["ตาราง (2)"].values) == [("ก",), ("c",)]


def test_a_workbook_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    content = gathered(with_score(80.0))

    def stop(done):
        raise RuntimeError(done)

    with pytest.raises(RuntimeError):
        workbook.write_workbook(content, io.BytesIO(), progress=stop)

    assert list(tmp_path.iterdir()) == []


def test_progress_counts_the_rows_that_are_announced():
    content = gathered(with_score(80.0), measures(measure()))
    done = []

    workbook.write_workbook(content, io.BytesIO(), progress=done.append)

    assert done == sorted(done)
    assert done[-1] == content.rows(workbook.PARTS)
