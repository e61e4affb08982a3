"""The sheets that the summary, the pivots and the origin of scores stand on."""

import io
from zipfile import ZipFile

import openpyxl
import pytest

from itadash import workbook
from tests.frames import (
    ALL_NINETY,
    assessment,
    assessments,
    documents,
    findings,
    measure,
    measures,
    printed,
)
from tests.test_workbook import column_of, full, gathered, rows_of, values


def figures(book):
    return {row[0]: row[1] for row in book["สรุป"].iter_rows(values_only=True)}


def test_the_summary_is_of_one_year_and_leaves_samples_out_beside_real_reports():
    rows = assessments(
        assessment(1, 2562, total=10.0),
        assessment(2, 2563, total=80.0, scores={**ALL_NINETY, 1: 50.0}),
        assessment(3, 2563, total=95.0),
        assessment(4, 2563, total=20.0, sample=True),
    )

    found = figures(values(gathered(rows)))

    assert found["หน่วยงานที่มีคะแนนรวม"] == 2
    assert found["คะแนนรวมเฉลี่ย"] == 87.5
    assert found["หน่วยงานที่ถึงเป้า"] == 1
    assert found["สัดส่วนที่ถึงเป้า"] == 0.5
    assert found["ตัวชี้วัดที่ต่ำกว่าเป้า (รวม)"] == 1


@pytest.mark.parametrize("rows", [assessments(), assessments(assessment(scores=None))])
def test_a_summary_of_no_scores_says_so_and_draws_no_zeros(rows):
    book = values(gathered(rows))
    found = figures(book)

    assert found["หน่วยงานที่มีคะแนนรวม"] == 0
    for name in (
        *("คะแนนรวมเฉลี่ย", "หน่วยงานที่ถึงเป้า", "สัดส่วนที่ถึงเป้า"),
        *("ตัวชี้วัดที่ต่ำกว่าเป้า (รวม)", "จุดอ่อนที่ไม่มีมาตรการ (เมื่อส่งออก)"),
    ):
        assert found[name] == "ไม่มีข้อมูล"
    assert book["สรุป"]["F12"].value is None
    assert "ไม่มีคะแนนของปีนี้ให้สรุป" in found
    assert not book["สรุป"]._charts


def test_the_titles_of_the_charts_are_formulas_that_say_what_they_show():
    rows = assessments(assessment(scores={**ALL_NINETY, 1: 50.0, 2: 60.0}, total=90.0))
    content = workbook.workbook_bytes(gathered(rows))
    with ZipFile(io.BytesIO(content)) as parts:
        chart = parts.read("xl/charts/chart1.xml").decode()
    live = openpyxl.load_workbook(io.BytesIO(content))["สรุป"]
    said = openpyxl.load_workbook(io.BytesIO(content), data_only=True)["สรุป"]

    assert "Target" in live["S40"].value
    assert "'สรุป'!$S$40</c:f>" in chart
    assert said["S40"].value == "ค่าเฉลี่ยต่ำกว่าเป้า 85 อยู่ 2 จาก 10 ตัวชี้วัด"
    assert said["S40"].value in chart
    assert said["S39"].value == "เป้าหมาย 85"
    assert said["S41"].value.startswith("ต่ำกว่าเป้า 85 รวม 2 จาก 10 คะแนน")
    assert said["S42"].value == "ระดับผลการประเมินของ 1 หน่วยงาน"


def test_the_charts_draw_the_cells_that_follow_the_target():
    content = workbook.workbook_bytes(gathered(assessments(assessment(total=90.0))))
    with ZipFile(io.BytesIO(content)) as parts:
        names = [name for name in parts.namelist() if "charts/chart" in name]
        charts = [parts.read(name).decode() for name in sorted(names)]

    assert len(charts) == 3
    for column in "GST":  # the target, the means that reach it, those below
        assert f"'สรุป'!${column}$12:${column}$21</c:f>" in charts[0]
    assert "<c:lineChart>" in charts[0]
    assert "<c:v>85" in charts[0]
    target = openpyxl.load_workbook(io.BytesIO(content))["สรุป"]["G12"]
    assert target.value == "=Target"


def test_every_printed_score_stands_with_file_place_words_and_hash():
    stored = {
        "scores": printed({"text": "๙๐.๐๐ คะแนน", "line": "12"}),
        "documents": documents(
            {"overall_score": 88.5, "overall_line": "4", "overall_text": "๘๘.๕๐"}
        ),
    }

    book = full(assessments(assessment()), stored=stored)

    score, total = rows_of(book["ที่มาของคะแนน"])
    assert (score["ที่มา"], score["บรรทัด"], score["ข้อความที่พิมพ์"]) == (
        *("plan.txt", "12"),
        "๙๐.๐๐ คะแนน",
    )
    assert score["SHA-256 ของไฟล์"] == "ab" * 32
    assert (total["ตัวชี้วัด"], total["คะแนน"], total["ข้อความที่พิมพ์"]) == (
        *("คะแนนรวม", 88.5),
        "๘๘.๕๐",
    )


def test_scores_for_pivots_count_the_weak_by_a_formula():
    rows = assessments(assessment(scores={1: 84.99, 2: 85.0}), assessment(2, scores={}))

    (weak, passing, missing, *_) = rows_of(values(gathered(rows))["ข้อมูลสำหรับ Pivot"])
    sheet = full(rows)["ข้อมูลสำหรับ Pivot"]

    title = "ต่ำกว่าเป้า (1/0)"
    assert (weak[title], passing[title], missing[title]) == (1, 0, None)
    assert "Target" in sheet[f"{column_of(sheet, title)}2"].value
    assert sheet.max_row == 11


def test_findings_stand_with_their_sentence_and_their_words():
    parameters = {"name": "การเปิดเผยข้อมูล"}
    stored = {"findings": findings({"parameters": parameters, "line": "7"})}

    (row,) = rows_of(
        full(assessments(assessment()), measures(measure()), stored=stored)["ข้อสังเกต"]
    )

    assert "การเปิดเผยข้อมูล" in row["ข้อสังเกต"]
    assert (row["ระดับ"], row["บรรทัด"]) == ("▲ ควรตรวจ", "7")


def test_the_properties_of_the_file_say_what_it_is():
    properties = full(assessments(assessment()), year=2563).properties

    assert "ITA" in properties.title
    assert "2563" in properties.subject


def test_a_sheet_of_many_columns_prints_the_agency_on_every_page():
    sheet = full(assessments(assessment()))["คะแนน"]

    assert sheet.page_setup.fitToWidth > 1
    assert sheet.print_title_cols == "$A:$A"
    assert "&P" in sheet.oddFooter.right.text or "Page" in sheet.oddFooter.right.text
