"""Every text field of a store from a list of attacks: it stays text, everywhere."""

import csv
import io
import re
from datetime import date
from zipfile import ZipFile

import openpyxl
import pytest

from itadash import analysis, exports, workbook
from itadash.model import Link, Place
from itadash.store import open_store
from itadash.workbook.cells import MOST_UNITS
from tests.builders import (
    TEN_SCORES,
    build_agency,
    build_finding,
    build_measure,
    build_report,
    build_score,
)

ATTACKS = [
    "=1+1",
    '=HYPERLINK("http://example.com","x")',
    "+66+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "\n=1+1",
    "＝1+1",
    '=cmd|"/c calc"!A1',
    "{=1+1}",
    "หน้า 1\x0cหน้า 2\x00\x1f",
    "\ud83d ครึ่งตัว \udc00",
    "\uffff\ufffe",
    "<r><t>เปล่า</t></r>",
    "<r></x></r>",
    "_x0041_ _x000D_",
    "'=1+1",
    '";=1+1;"',
    "sep=;",
    "ยาว" * 20_000,
    "=" * (MOST_UNITS + 1),
    "http://example.com/" + "a" * 3_000,
    "</t></si></sst>&amp;&#0;",
    "{title} {0} %s",
]
FIELDS = (
    *("title", "description", "steps", "responsible", "period", "group"),
    *("result", "outcome", "follow_up", "recommendation"),
)
FORMULAS = re.compile(
    r"^=(?:IF\(|ROUND\(Target-|SUM\(F|COUNTIFS\('?|Target$"
    r'|"[ก-๙ ]+"&\((?:Target|\d+)\))'
)


def report(at, attack):
    """Build a report whose every text field is the attack."""
    words = dict.fromkeys(FIELDS, attack)
    place = Place(attack, attack)
    own = build_measure(
        **words, units=(attack,), indicators=(Link(9, 0.8, attack),), place=place
    )
    parameters = (("name", attack), ("indicator", 1), ("score", attack))
    finding = build_finding(parameters=parameters, suggestion=attack, place=place)
    return build_report(
        source=attack,
        agency=build_agency(f"{attack}{at}", district=attack, province=attack),
        level=attack,
        level_other=attack,
        scores=tuple(
            build_score(number, points, issue=attack, place=place)
            for number, points in TEN_SCORES.items()
        ),
        measures=(own,),
        findings=(finding,),
        overall_place=place,
    )


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('hostile') / 's.sqlite'}")
    for at, attack in enumerate(ATTACKS):
        store.save(report(at, attack), content=str(at).encode())
    return exports.workbook_of(store, analysis.Choice(), made_on=date(2026, 11, 21))


@pytest.fixture(scope="module")
def written(content):
    return workbook.workbook_bytes(content)


def test_a_hostile_store_makes_no_formula_but_our_own(written):
    book = openpyxl.load_workbook(io.BytesIO(written))

    formulas = {
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    assert formulas
    assert [one for one in formulas if not FORMULAS.match(one)] == []


def test_each_formula_of_ours_carries_its_value(written):
    formulas = openpyxl.load_workbook(io.BytesIO(written))
    values = openpyxl.load_workbook(io.BytesIO(written), data_only=True)

    without = [
        (sheet.title, cell.coordinate)
        for sheet in formulas
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" and values[sheet.title][cell.coordinate].value is None
    ]
    assert without == []


def test_a_hostile_store_makes_no_link_and_no_part_that_is_not_ours(written):
    names = ZipFile(io.BytesIO(written)).namelist()

    assert not [name for name in names if "external" in name.lower()]
    assert all(name.startswith(("xl/", "docProps/", "_rels/", "[")) for name in names)
    book = openpyxl.load_workbook(io.BytesIO(written))
    assert not any(sheet._hyperlinks for sheet in book)


def test_what_is_too_long_stands_whole_on_its_own_sheet(written):
    book = openpyxl.load_workbook(io.BytesIO(written), data_only=True)
    head, *rows = book["ข้อความเต็ม"].iter_rows(values_only=True)

    whole = {}
    for sheet, cell, _, _, words in rows:
        whole[sheet, cell] = whole.get((sheet, cell), "") + words
    assert "ยาว" * 20_000 in whole.values()
    for (sheet, cell), words in whole.items():
        cut = book[sheet][cell].value
        marked = cut.endswith("ข้อความทั้งหมดอยู่ในแผ่น ข้อความเต็ม)")
        assert marked or cut == words
        assert words.startswith(cut[:1000])


@pytest.mark.parametrize("part", workbook.PARTS)
def test_a_hostile_store_makes_a_csv_without_a_trigger(content, part):
    file = io.BytesIO()
    writer = workbook.CsvWriter()
    writer.write(content, part, file)

    said = file.getvalue()
    assert said.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(said.decode("utf-8-sig"), newline="")))
    triggers = [
        cell for row in rows for cell in row if cell.lstrip()[:1] in set("=+-@＝＋－＠")
    ]
    assert len(rows) > len(ATTACKS)
    assert [cell for cell in triggers if cell] == []
    assert writer.neutralised > 0
    assert b"sep=" not in said.splitlines()[0]
