"""Synthetic data says so: on every page, in every export, and in no real average."""

from datetime import date
from io import BytesIO, StringIO

import docx
import openpyxl
import pandas as pd
import pytest

from itadash import analysis, exports, forms, workbook
from itadash.analysis import Choice
from itadash.demo import Settings
from itadash.demo.country import Country
from itadash.labels import text
from itadash.store import open_store
from tests.builders import build_report
from tests.test_pages import PAGES, files, keys, opened, words

NOTICE = text("synthetic.notice")
SMALL = Settings(60, (2565, 2566, 2567))
YEAR = 2567
__all__ = ["files"]


@pytest.fixture(scope="module")
def made():
    return list(Country(SMALL).reports())


@pytest.fixture(scope="module")
def demo_path(made, tmp_path_factory):
    url = f"sqlite:///{tmp_path_factory.mktemp('demo') / 'demo.sqlite'}"
    store = open_store(url)
    store.save_many(made, synthetic=True)
    store.close()
    return url


@pytest.fixture
def demo(demo_path, store_url, monkeypatch):
    monkeypatch.setenv("ITADASH_STORE", demo_path)
    return open_store(demo_path)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_data_are_synthetic(demo, page):
    app = opened(page)

    assert not app.exception
    assert NOTICE in words(app)


def test_an_agency_s_own_page_marks_its_name_too(demo):
    agency = int(demo.assessments()["agency_id"].iloc[0])
    label = analysis.choosing.agency_labels(demo.assessments())[agency]

    app = opened("agency", agency=label)

    assert not app.exception
    marks = [b.value for b in app.markdown if text("synthetic.mark") in b.value]
    assert len(marks) == 2


def test_every_table_of_a_page_says_so_when_it_is_taken_home(demo, files):
    app = opened("weak")

    for key in keys(app):
        if key.endswith("_excel"):
            book = openpyxl.load_workbook(BytesIO(files(app, key)))
            notes = [c.value for row in book.worksheets[-1].rows for c in row]
            assert text("synthetic.table") in notes, key


def test_cover_and_tables_of_the_workbook_say_so(demo):
    content = exports.workbook_of(demo, Choice(YEAR), made_on=date(2026, 1, 1))
    book = openpyxl.load_workbook(BytesIO(workbook.workbook_bytes(content)))

    cover = "\n".join(str(c.value) for row in book.worksheets[0].rows for c in row)
    assert text("workbook.warning.synthetic", count=len(content.assessments)) in cover
    mark = text("workbook.mark.synthetic")
    for name in ("scores", "answered", "measures", "findings", "tidy", "printed"):
        sheet = book[text(f"workbook.sheet_name.{name}")]
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        assert rows, name
        assert all(any(mark in str(cell) for cell in row) for row in rows), name


def test_a_csv_says_so_in_every_row(demo):
    content = exports.workbook_of(demo, Choice(YEAR), made_on=date(2026, 1, 1))
    for part in workbook.PARTS:
        file = BytesIO()
        workbook.CsvWriter().write(content, part, file)
        rows = pd.read_csv(StringIO(file.getvalue().decode("utf-8-sig")), dtype=str)
        said = rows[text("workbook.column.remark")]
        assert said.str.contains(text("workbook.mark.synthetic")).all(), part


def test_the_form_of_a_synthetic_agency_says_so(demo):
    agency = int(demo.assessments()["agency_id"].iloc[0])
    form = exports.form_of(demo, Choice(agency_id=agency))
    written = docx.Document(BytesIO(forms.form_bytes(form)))

    assert text("synthetic.table") in [p.text for p in written.paragraphs]


def test_the_form_of_a_real_agency_does_not():
    store = open_store("sqlite://")
    store.save(build_report(), content=b"1")
    form = exports.form_of(store, Choice())
    written = docx.Document(BytesIO(forms.form_bytes(form)))

    assert text("synthetic.table") not in [p.text for p in written.paragraphs]


def test_synthetic_rows_are_in_no_average_beside_a_real_report(made):
    store = open_store("sqlite://")
    store.save_many(made[:20], synthetic=True)
    assert len(analysis.counted(store.assessments())) == 20

    store.save(build_report(), content=b"1")

    counted = analysis.counted(store.assessments())
    assert len(counted) == 1
    assert not counted["synthetic"].any()


def test_samples_alone_offer_the_demo_country_in_one_line(store_url):
    store = open_store(store_url)
    store.save(build_report(), content=b"1", sample=True)

    assert "python -m itadash demo" in words(opened())


def test_real_reports_offer_no_demo_country(store_url):
    store = open_store(store_url)
    store.save(build_report(), content=b"1")

    app = opened()
    assert "python -m itadash demo" not in words(app)
    assert NOTICE not in words(app)


def test_a_demo_store_offers_no_other_one(demo):
    assert "python -m itadash demo" not in words(opened())
