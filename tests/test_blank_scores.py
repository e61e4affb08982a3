"""The blank score table: safe to fill in, and read back by the usual reader."""

import io

import openpyxl
import pytest

from itadash import documents, framework
from itadash.cli import main
from itadash.errors import NoItaContentError
from itadash.extract import extract
from itadash.reading import read_reports
from itadash.workbook import blank_scores_bytes
from tests.builders import TEN_SCORES


def filled(*rows):
    book = openpyxl.load_workbook(io.BytesIO(blank_scores_bytes()))
    for at, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            book["คะแนน ITA"].cell(at, column, value)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_blank_table_holds_no_report():
    with pytest.raises(NoItaContentError):
        read_reports(blank_scores_bytes(), "เปล่า.xlsx")


def test_what_is_filled_in_reads_back():
    place = ["อบต.ทดลอง", "", "น่าน", "ปัว", 2565]
    content = filled([*place, *TEN_SCORES.values(), 73.0, "C"])

    [report] = extract(documents.read(content, "กรอก.xlsx"))

    assert report.agency.name == "องค์การบริหารส่วนตำบลทดลอง"
    assert (report.agency.province, report.agency.district) == ("น่าน", "ปัว")
    assert (report.assessed_year, report.overall_score, report.level) == (2565, 73, "C")
    assert {one.indicator: one.score for one in report.scores} == TEN_SCORES


def test_two_years_of_an_agency_are_two_reports():
    rows = [["ทดลอง", "เทศบาลตำบล", "", "", year, 90.5] for year in (2564, 2565)]

    reports = extract(documents.read(filled(*rows), "กรอก.xlsx"))

    assert [one.assessed_year for one in reports] == [2564, 2565]
    assert all(len(one.findings) == 9 for one in reports)


def test_every_score_takes_0_to_100_only():
    sheet = openpyxl.load_workbook(io.BytesIO(blank_scores_bytes()))["คะแนน ITA"]
    rules = [rule for rule in sheet.data_validations.dataValidation if rule]

    scores = [rule for rule in rules if rule.type == "decimal"]
    assert len(scores) == len(framework.indicators()) + 1
    assert {(rule.formula1, rule.formula2) for rule in scores} == {("0", "100")}
    assert sheet.column_dimensions["A"].width > 20


def test_advice_stands_on_a_sheet_of_its_own():
    book = openpyxl.load_workbook(io.BytesIO(blank_scores_bytes()))

    assert book.sheetnames == ["คะแนน ITA", "วิธีกรอก"]
    assert book["วิธีกรอก"]["A1"].value == "วิธีกรอกตารางคะแนน ITA"


def test_export_writes_a_blank_table_without_a_store(tmp_path, capsys):
    file = tmp_path / "เปล่า.xlsx"

    assert main(["export", "--blank-scores", str(file)]) == 0

    assert "เปล่า.xlsx" in capsys.readouterr().out
    assert openpyxl.load_workbook(file).sheetnames[0] == "คะแนน ITA"
