"""The workbook and the form in LibreOffice: recalculated, recoloured, printed."""

import io
import re
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from itadash import palette, workbook
from itadash.cli import main
from tests.frames import ALL_NINETY, assessment, assessments, measure, measures
from tests.test_workbook import gathered

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
CALC = SOFFICE and any(Path(SOFFICE).resolve().parent.glob("libsclo.*"))
pytestmark = pytest.mark.skipif(not CALC, reason="no LibreOffice Calc here")

# LibreOffice calculates files of others anew only when it is told to.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Give a function that converts a file's bytes to another format."""
    folder = tmp_path_factory.mktemp("office")
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")

    def convert(content, kind, name="book.xlsx"):
        source, target = folder / name, folder / "out"
        source.write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        into = ["--convert-to", kind, "--outdir", str(target), str(source)]
        command = [SOFFICE, profile, "--headless", *into]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return (target / f"{source.stem}.{kind}").read_bytes()

    return convert


@pytest.fixture(scope="module")
def written():
    rows = assessments(
        assessment(1, scores={**ALL_NINETY, 1: 84.99, 2: 85.0, 3: 99.0}, total=88.0),
        assessment(2, scores={**ALL_NINETY, 2: 60.0}, total=92.0),
        assessment(3, scores=None),
    )
    return workbook.workbook_bytes(gathered(rows, measures(measure())))


def with_target(content, target):
    """Type another target into the cell of the cover, as a person would."""
    changed = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part, times = re.subn(rb"<v>85</v>", b"<v>%d</v>" % target, part)
                assert times == 1
            new.writestr(name, part)
    return changed.getvalue()


def values(content):
    return openpyxl.load_workbook(io.BytesIO(content), data_only=True)


def numbers(content):
    """Return the values of the sheets with formulas by cell, rounded."""
    book = values(content)
    return {
        (name, cell.coordinate): round(cell.value, 6)
        if isinstance(cell.value, float)
        else cell.value
        for name in ("สรุป", "คะแนน", "จุดอ่อนและมาตรการ", "ข้อมูลสำหรับ Pivot")
        for row in book[name].iter_rows(max_col=20)
        for cell in row
        if cell.value not in (None, "")
    }


def test_every_value_we_wrote_is_the_one_that_is_calculated(office, written):
    assert numbers(office(written, "xlsx")) == numbers(written)


@pytest.mark.parametrize(("target", "weak", "reached"), [(60, 0, 2), (90, 3, 1)])
def test_another_target_changes_the_counts(office, written, target, weak, reached):
    book = values(office(with_target(written, target), "xlsx"))
    figures = {row[0]: row[1] for row in book["สรุป"].iter_rows(values_only=True)}

    assert figures["เป้าหมาย (คะแนน)"] == target
    assert figures["ตัวชี้วัดที่ต่ำกว่าเป้า (รวม)"] == weak
    assert figures["หน่วยงานที่ถึงเป้า"] == reached
    head, *rows = book["ข้อมูลสำหรับ Pivot"].iter_rows(values_only=True)
    assert sum(row[head.index("ต่ำกว่าเป้า (1/0)")] for row in rows) == weak
    lines = [row[6] for row in book["สรุป"].iter_rows(min_row=12, max_row=21)]
    assert {cell.value for cell in lines} == {target}
    assert book["สรุป"]["S39"].value == f"เป้าหมาย {target}"
    assert f"เป้า {target} อยู่" in book["สรุป"]["S40"].value


def test_another_target_changes_the_colours_and_the_charts(office, written):
    pdfium = pytest.importorskip("pypdfium2")
    grounds = (palette.WEAK_TINT.ground, palette.PASSING_TINT.ground)
    bars = (palette.WEAK, palette.PASSING)

    before = colours(pdfium, office(written, "pdf"))
    after = colours(pdfium, office(with_target(written, 100), "pdf"))

    for weak, passing in (grounds, bars):
        assert before[weak] > 0
        assert before[passing] > 0
        assert after[weak] > before[weak]
        assert after[passing] < before[passing] / 10


def colours(pdfium, content):
    """Count the points of each colour of ours on the first pages."""
    known = (palette.WEAK_TINT.ground, palette.PASSING_TINT.ground)
    found = dict.fromkeys((*known, palette.WEAK, palette.PASSING), 0)
    document = pdfium.PdfDocument(content)
    for at in range(1, min(len(document), 5)):
        image = document[at].render(scale=1).to_pil().convert("RGB")
        for times, colour in image.getcolors(maxcolors=image.width * image.height):
            name = "#{:02X}{:02X}{:02X}".format(*colour)
            if name in found:
                found[name] += times
    return found


def letters(words):
    """Return a text without white space and the marks that prints move."""
    return re.sub(r"[\s\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\ufffe-]", "", words)


def printed_words(pdfium, content):
    document = pdfium.PdfDocument(content)
    return letters("".join(page.get_textpage().get_text_range() for page in document))


def test_no_text_of_measures_is_cut_on_paper(office):
    pdfium = pytest.importorskip("pypdfium2")
    texts = {
        "steps": "\n".join(f"({at}) ทำงานลำดับนี้" for at in range(1, 41)),
        "outcome": " ".join(f"ผลลัพธ์ลำดับ {at}" for at in range(1, 60)),
        "responsible": "\n".join(f"ฝ่ายที่ {at}" for at in range(1, 14)),
    }
    own = measures(measure(**texts))
    content = workbook.workbook_bytes(gathered(assessments(assessment()), own))

    said = printed_words(pdfium, office(content, "pdf"))

    for words in texts.values():
        assert letters(words)[-12:] in said


def test_the_form_opens_and_prints_with_its_scores_and_gaps(
    office, sample_url, tmp_path
):
    pdfium = pytest.importorskip("pypdfium2")
    path = tmp_path / "form.docx"
    command = ["export", "--form", str(path), "--agency", "เทศบาลตำบลโพหัก"]
    assert main([*command, "--store", sample_url]) == 0

    said = printed_words(pdfium, office(path.read_bytes(), "pdf", name="form.docx"))

    for words in ("๖๙.๕๘", "มาตรการที่ดำเนินการ", "รายงานผลการดำเนินการ", "(โปรดระบุ)"):
        assert letters(words) in said
