"""What is taken home is what stands on the screen, whatever the filters are."""

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itadash import exports, workbook
from itadash.analysis import Choice
from itadash.store import open_store
from itadash.ui import export_of, found, loading
from itadash.ui.views import view
from tests.builders import TEN_SCORES, build_agency, build_measure, build_report
from tests.builders import build_scores as scored

PROVINCES, YEARS = ("ลพบุรี", "พะเยา", "ตาก"), (2562, 2563, 2564)
TYPES = ("เทศบาลตำบล", "เทศบาลเมือง")
CHOICES = st.builds(
    Choice,
    st.sampled_from((*YEARS, 2570)),
    st.sampled_from((None, *PROVINCES, "ไม่มีจริง")),
    st.sampled_from((None, *TYPES)),
    st.sampled_from((None, *range(1, 8))),
)
SHEETS = {
    "scores": "คะแนน",
    "answered": "จุดอ่อนและมาตรการ",
    "measures": "มาตรการ",
    "findings": "ข้อสังเกต",
}


@pytest.fixture
def store(store_url):
    """Fill a store with agencies of all kinds: some without scores or measures."""
    store = open_store(store_url)
    for at in range(24):
        kind = TYPES[at % 2]
        name = f"{kind}ที่ {at % 7}"
        agency = build_agency(name, type=kind, province=PROVINCES[at % 3])
        year = YEARS[at % 3]
        report = build_report(
            agency=agency,
            assessed_year=year,
            fiscal_year=year + 1,
            scores=() if at % 5 == 0 else scored({**TEN_SCORES, 1: 70.0 + at}),
            measures=tuple(
                build_measure(f"มาตรการที่ {n}", no=n, indicators=())
                for n in range(at % 4)
            ),
        )
        store.save(report, content=str(at).encode(), sample=at % 6 == 0)
    return store


@given(CHOICES)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_file_has_the_rows_of_the_screen(store, choice):
    on_screen = view(choice, count_samples=True)
    content = exports.workbook_of(loading.store(), choice, made_on=date(2026, 11, 21))
    book = openpyxl.load_workbook(io.BytesIO(workbook.workbook_bytes(content)))

    expected = {
        "scores": len(on_screen.own),
        "answered": len(on_screen.answered),
        "measures": len(on_screen.measures),
        "findings": len(found(on_screen)),
    }
    assert {part: rows_in(book[name]) for part, name in SHEETS.items()} == expected
    said = export_of(choice, every_year=False)
    assert (said.agencies, said.assessments) == (content.agencies, expected["scores"])
    named = {row[0] for row in book["คะแนน"].iter_rows(min_row=2, values_only=True)}
    assert named == ({*on_screen.own["agency"]} or {"ไม่มีข้อมูล"})


@given(CHOICES)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_csv_has_the_rows_of_the_workbook(store, choice):
    content = exports.workbook_of(loading.store(), choice, made_on=date(2026, 11, 21))
    book = openpyxl.load_workbook(io.BytesIO(workbook.workbook_bytes(content)))

    for part, name in SHEETS.items():
        file = io.BytesIO()
        workbook.CsvWriter().write(content, part, file)
        lines = file.getvalue().decode("utf-8-sig").splitlines()
        assert len(lines) - 1 == rows_in(book[name])


def rows_in(sheet):
    """Count the rows of a sheet; one that says there are none holds none."""
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    return 0 if rows[0][0] == "ไม่มีข้อมูล" else len(rows)
