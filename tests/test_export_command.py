import openpyxl
import pytest

from itadash.cli import main
from itadash.store import open_store
from tests.builders import build_agency, build_report


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


@pytest.mark.parametrize("arguments", [["a.csv"], ["a.xlsx", "--year", "ก"], []])
def test_wrong_usage_exits_with_2(arguments):
    with pytest.raises(SystemExit) as stopped:
        main(["export", *arguments])

    assert stopped.value.code == 2
