"""Workbooks saved by LibreOffice as .xls give the records of the .xlsx they were."""

import shutil
import subprocess
from pathlib import Path

import pytest

from itadash.errors import ItadashError
from itadash.reading import read_reports
from itadash.records import report_record
from tests.same_records import differences

FILES = Path(__file__).parent / "files"
BOOKS = sorted(FILES.glob("*/report.xlsx"))
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
CALC = SOFFICE and any(Path(SOFFICE).resolve().parent.glob("libsclo.*"))
pytestmark = pytest.mark.skipif(not CALC, reason="no LibreOffice Calc here")


@pytest.fixture(scope="module")
def old_books(tmp_path_factory):
    """Save every workbook of the golden files as .xls, in one go."""
    folder = tmp_path_factory.mktemp("old")
    for path in BOOKS:
        shutil.copy(path, folder / f"{path.parent.name}.xlsx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    books = map(str, folder.glob("*.xlsx"))
    into = ["--convert-to", "xls", "--outdir", str(folder), *books]
    command = [SOFFICE, profile, "--headless", *into]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


def records(content, name):
    try:
        return [report_record(report) for report in read_reports(content, name)]
    except ItadashError as error:
        return type(error).__name__


def test_libreoffice_saves_most_of_the_workbooks(old_books):
    assert len(list(old_books.glob("*.xls"))) > len(BOOKS) // 2


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.parent.name)
def test_a_workbook_saved_as_xls_has_the_records_of_its_xlsx(path, old_books):
    saved = old_books / f"{path.parent.name}.xls"
    if not saved.exists():
        pytest.skip("LibreOffice does not save this hand-written workbook")
    old = saved.read_bytes()

    found = differences(
        records(path.read_bytes(), "report"),
        records(old, "report"),
        # Number formats are not told: 92.50 is quoted, and searched for slips, as 92.5.
        without=("text", "suggestion"),
    )

    assert old.startswith(b"\xd0\xcf\x11\xe0")
    assert not found, "\n".join(found)
