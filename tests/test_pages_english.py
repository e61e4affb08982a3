"""Every page in English: no Thai but names of agencies and what is quoted."""

import re
from io import BytesIO

import docx
import openpyxl
import pytest

from itadash import labels
from itadash.charts.names import short_agency
from itadash.model import Finding
from itadash.store import open_store
from itadash.ui.source import LONGEST_QUOTE
from tests.builders import build_report
from tests.test_addresses import PAGES
from tests.test_pages import (
    NONG_MUEANG,
    PHO_HAK,
    choose,
    files,
    filters_of,
    on,
    opened,
    save,
    sheet_rows,
    table,
    words,
)

__all__ = ["files"]
THAI = re.compile("[ก-๛]+")
# Columns of what has an English name, or is put into words on reading.
OURS = (
    *("province", "agency_type", "level", "level_other", "computed_level", "name"),
    *("suggestion", "parameters"),
)


def text(key, **parameters):
    """Look the expected words up in English."""
    with labels.speaking("en"):
        return labels.text(key, **parameters)


def spoken(page="overview", **query):
    return opened(page, lang="en", **query)


def test_the_address_chooses_the_language(sample_url):
    app = spoken()

    assert not app.exception
    assert app.title[0].value == text("overview.title")
    assert app.button_group(key="lang").value == "en"
    assert app.query_params["lang"] in ("en", ["en"])


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_in_english(sample_url, page):
    app = spoken(page)

    assert not app.exception
    assert not app.error
    assert not THAI.search(app.title[0].value)


def test_the_switch_changes_the_language_and_back_and_a_change_of_page_keeps_it(
    sample_url,
):
    app = opened()
    assert THAI.search(app.title[0].value)

    app = app.button_group(key="lang").set_value("en").run()
    assert app.title[0].value == text("overview.title")
    assert app.query_params["lang"] in ("en", ["en"])
    app = on(app, "weak")
    assert app.title[0].value == text("weak.title")
    assert app.query_params["lang"] in ("en", ["en"])

    app = app.button_group(key="lang").set_value("th").run()
    assert THAI.search(app.title[0].value)
    assert "lang" not in app.query_params


def test_a_language_that_is_not_ours_opens_in_thai(sample_url):
    app = opened(lang="fr")

    assert not app.exception
    assert THAI.search(app.title[0].value)


def test_the_switch_keeps_the_filters(sample_url):
    app = choose(opened(), province="ลพบุรี", type="องค์การบริหารส่วนตำบล", year=2563)
    before = filters_of(app)

    app = app.button_group(key="lang").set_value("en").run()
    assert filters_of(app) == before
    app = app.button_group(key="lang").set_value("th").run()
    assert filters_of(app) == before


def test_each_option_stands_in_the_language_spoken(sample_url):
    app = spoken()

    for name in ("province", "type"):
        assert not any(THAI.search(one) for one in app.selectbox(key=name).options)


@pytest.mark.parametrize("province", ["ลพบุรี", "Lop Buri"])
def test_an_address_opens_one_view_whichever_language_names_the_province(
    sample_url, province
):
    app = spoken(province=province)

    assert filters_of(app)["province"] == "ลพบุรี"
    assert "Lop Buri" in words(app)
    assert "Lop Buri" in app.selectbox(key="province").options


def test_an_empty_store_speaks_english(store_url):
    open_store(store_url).close()

    app = spoken()

    assert app.title[0].value == text("empty.title")
    assert text("empty.next") in words(app)


def test_a_file_taken_from_an_english_page_is_english(sample_url, files):
    app = spoken(province="Lop Buri")
    rows = sheet_rows(files(app, "score_table_excel"))  # called in Thai surroundings

    assert rows[0][0] == text("column.agency")
    assert rows[1][0] == NONG_MUEANG
    assert rows[1][2] == "Lop Buri"
    assert rows[1][5] == "A"


def quoted(store_url):
    """All that reports print, names of agencies and files: they stay in Thai."""
    store = open_store(store_url)
    frames = (store.assessments(), store.measures(), store.scores(), store.findings())
    said = {
        str(value)
        for frame in (*frames, store.links())
        for column in frame.columns.difference(OURS)
        for value in frame[column].dropna().unique()
    }
    units = store.measures()["units"].dropna().str.split(", ")
    said |= {unit for listed in units for unit in listed}
    said |= {short_agency(name, 40) for name in store.scores()["agency"].unique()}
    whole_and_cut = {
        squeezed(one[:end]) for one in said for end in (None, LONGEST_QUOTE)
    }
    return sorted(filter(None, whole_and_cut), key=len, reverse=True)


def squeezed(words):
    """Keep Thai letters only: screens escape marks and break lines elsewhere."""
    return "".join(THAI.findall(words))


def thai_left(words, known):
    """Return the Thai of a text that is no quotation."""
    rest = squeezed(words)
    for one in known:
        rest = rest.replace(one, "")
    return THAI.findall(rest)


def said(app):
    """Every word of ours on a page: texts, labels, options, headings, tiles."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "text")
    for kind in (*kinds, "info", "warning", "success", "error"):
        yield from (one.value for one in getattr(app, kind))
    for kind in ("tabs", "expander", "button", "download_button", "toggle", "radio"):
        found = getattr(app, kind, None) or app.get(kind)
        yield from (one.label for one in found)
    for box in (*app.selectbox, *app.multiselect, *app.button_group, *app.radio):
        if box.key != "lang":
            yield from (box.proto.label, *map(str, box.options))
    for tile in app.metric:
        yield from (tile.label, tile.value, tile.delta)
    for chart in app.get("plotly_chart"):
        yield chart.proto.spec
        yield chart.proto.alt


@pytest.mark.parametrize("page", PAGES)
def test_an_english_page_holds_no_thai_that_is_not_quoted(sample_url, page):
    query = {"agency": PHO_HAK} if page in ("agency", "route") else {}
    app = spoken(page, **query)

    known = [*quoted(sample_url), "ไทย"]
    left = {thai for words in said(app) for thai in thai_left(unescaped(words), known)}
    assert not app.exception
    assert left == set()


def unescaped(words):
    """Charts travel as JSON, which writes Thai letters as codes."""
    return re.sub(r"\\u(0e[0-9a-f]{2})", lambda m: chr(int(m[1], 16)), words)


@pytest.mark.parametrize(
    ("page", "key"),
    [("overview", "score_table"), ("weak", "answered"), ("checks", "findings")],
)
def test_the_columns_and_names_of_a_table_are_english(sample_url, page, key):
    app = spoken(page)

    rows = table(app, key)
    for column in {"province", "agency_type", "name", "severity"} & set(rows.columns):
        assert not any(THAI.search(str(value)) for value in rows[column])


def test_a_finding_speaks_the_language_in_all_its_own_words(store_url):
    lacking = (("title", "ประชุม"), ("parts", "ระยะเวลาดำเนินการ, ผลการดำเนินการ"))
    levels = (("printed", "ผ่าน"), ("total", "90.00"), ("level", "ผ่านดี"))
    totals = (("printed", "1"), ("computed", "2"), ("gap", "1"))
    digits = "คะแนนรวม 69.58 → 69.53; การใช้งบประมาณ 80.00 → 85.00"
    findings = (
        Finding("incomplete_measure", "info", lacking),
        Finding("level_mismatch", "warning", levels),
        Finding("overall_mismatch", "warning", totals, suggestion=digits),
    )
    save(store_url, build_report(findings=findings))

    rows = table(spoken("checks"), "findings")

    messages = "\n".join(rows["message"])
    assert "does not name: period, result" in messages
    assert "Pass, but a total of 90.00 is level Good pass" in messages
    suggested = "Total 69.58 → 69.53; Use of budget 80.00 → 85.00"
    assert suggested in set(rows["suggestion"])


def test_the_workbook_of_an_english_page_is_english(sample_url, files):
    app = spoken("export")

    book = openpyxl.load_workbook(BytesIO(files(app, "download_workbook")))

    assert not THAI.search("".join(book.sheetnames))
    for sheet in book.worksheets[2:]:
        headings = [str(cell.value) for cell in sheet[1]]
        assert not THAI.search("".join(headings)), sheet.title
    summary = [cell for row in book.worksheets[1].values for cell in row]
    assert not THAI.search("".join(map(str, summary)))
    scores = [str(cell) for row in book.worksheets[2].values for cell in row[1:]]
    assert "Lop Buri" in scores
    assert "Yes" in scores or "No" in scores


def test_the_csv_of_an_english_page_has_english_headings(sample_url, files):
    app = spoken("export")

    head, *_ = files(app, "download_csv").decode("utf-8-sig").splitlines()

    assert not THAI.search(head)


def test_the_form_stays_thai(sample_url, files):
    app = spoken("agency", agency=PHO_HAK)

    document = docx.Document(BytesIO(files(app, "download_form")))

    assert document.paragraphs[0].text.startswith("มาตรการส่งเสริมคุณธรรม")
    heads = "".join(cell.text for cell in document.tables[0].rows[0].cells)
    assert not re.search("[A-Za-z]{5,}", heads)
