import csv
import io
from pathlib import Path

import docx
import openpyxl
import pytest

from itadash import workbook
from itadash.cli import main
from itadash.store import open_store
from tests.builders import build_agency, build_report

ONE = "เทศบาลตำบลหนึ่ง"


@pytest.fixture
def url(tmp_path):
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    store = open_store(url)
    for name, province in (("เทศบาลตำบลหนึ่ง", "ลพบุรี"), ("เทศบาลตำบลสอง", "พะเยา")):
        agency = build_agency(name, province=province)
        store.save(build_report(agency=agency), content=name.encode())
    store.close()
    return url


@pytest.fixture
def file(tmp_path):
    return tmp_path / "ผล.xlsx"


def agencies_in(file):
    sheet = openpyxl.load_workbook(file)["คะแนน"]
    return [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]


def test_export_writes_the_full_workbook(url, file, capsys):
    assert main(["export", str(file), "--store", url]) == 0

    assert sorted(agencies_in(file)) == ["เทศบาลตำบลสอง", "เทศบาลตำบลหนึ่ง"]
    assert "ผล.xlsx" in capsys.readouterr().out


def test_export_narrows_by_year_province_and_type_however_they_are_spelled(url, file):
    wanted = ["--year", "2563", "--province", "จ.ลพบุรี", "--type", "ทต."]

    assert main(["export", str(file), "--store", url, *wanted]) == 0

    assert agencies_in(file) == ["เทศบาลตำบลหนึ่ง"]
    measures = openpyxl.load_workbook(file)["มาตรการ"]
    assert [row[0] for row in measures.values] == ["หน่วยงาน", "เทศบาลตำบลหนึ่ง"]


@pytest.mark.parametrize("wanted", [["--year", "2599"], ["--province", "ไม่มีจริง"]])
def test_export_of_nothing_writes_no_file(url, file, capsys, wanted):
    assert main(["export", str(file), "--store", url, *wanted]) == 1

    assert not file.exists()
    assert "ไม่พบข้อมูล" in capsys.readouterr().err


def test_export_makes_no_store_where_there_is_none(tmp_path, file, capsys):
    missing = tmp_path / "none.sqlite"

    assert main(["export", str(file), "--store", f"sqlite:///{missing}"]) == 1

    assert not missing.exists()
    assert "ingest" in capsys.readouterr().err


def test_export_to_a_folder_that_is_not_there_says_so(url, tmp_path, capsys):
    assert main(["export", str(tmp_path / "no" / "a.xlsx"), "--store", url]) == 1

    assert "a.xlsx" in capsys.readouterr().err


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_export_to_a_full_disk_says_so(url, capsys):
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    link = Path(url.removeprefix("sqlite:///")).parent / "full.xlsx"
    link.symlink_to(full)

    assert main(["export", str(link), "--store", url]) == 1

    assert "full.xlsx" in capsys.readouterr().err


@pytest.mark.parametrize("table", workbook.PARTS)
def test_export_writes_any_table_as_csv_with_a_mark(url, tmp_path, table):
    file = tmp_path / "ผล.csv"

    assert main(["export", str(file), "--store", url, "--table", table]) == 0

    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert head[0] == "หน่วยงาน"
    assert {row[0] for row in rows} == {"เทศบาลตำบลหนึ่ง", "เทศบาลตำบลสอง"}


def test_csv_says_how_many_texts_it_made_harmless(url, tmp_path, capsys):
    store = open_store(url)
    agency = build_agency("=1+1", province="ตาก")
    store.save(build_report(agency=agency), content=b"=")
    file = tmp_path / "a.csv"

    assert main(["export", str(file), "--store", url]) == 0

    assert '"\'=1+1"' in file.read_text(encoding="utf-8-sig")
    assert "1 ช่อง" in capsys.readouterr().err


def test_export_of_one_agency_holds_that_agency_only(url, file):
    assert main(["export", str(file), "--store", url, "--agency", ONE]) == 0

    assert agencies_in(file) == [ONE]


def test_export_writes_the_form_of_one_agency(url, tmp_path, capsys):
    file = tmp_path / "form.docx"

    assert main(["export", "--form", str(file), "--store", url, "--agency", ONE]) == 0

    assert ONE in docx.Document(file).paragraphs[0].text
    assert ONE in capsys.readouterr().out


def test_two_agencies_of_one_name_are_told_apart_by_the_province(url, tmp_path, capsys):
    agency = build_agency(ONE, province="ตาก")
    open_store(url).save(build_report(agency=agency), content=b"2")
    wanted = ["export", "--form", str(tmp_path / "a.docx"), "--agency", ONE]

    assert main([*wanted, "--store", url]) == 1
    assert "--province" in capsys.readouterr().err
    assert main([*wanted, "--store", url, "--province", "ตาก"]) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.ods"],
        ["a.xlsx", "--year", "ก"],
        [],
        ["a.csv", "--table", "x"],
        ["a.xlsx", "--table", "scores"],
        ["--form", "a.docx"],
        ["--form", "a.pdf", "--agency", "ก"],
        ["a.xlsx", "--form", "a.docx", "--agency", "ก"],
    ],
)
def test_wrong_usage_exits_with_2(arguments):
    with pytest.raises(SystemExit) as stopped:
        main(["export", *arguments])

    assert stopped.value.code == 2
