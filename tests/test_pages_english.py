"""Every page in English: no Thai but names of agencies and what is quoted."""

import re

import pytest

from itadash import labels
from itadash.labels import text
from tests.test_pages import (
    NONG_MUEANG,
    PAGES,
    choose,
    files,
    filters_of,
    on,
    opened,
    sheet_rows,
    words,
)

__all__ = ["files"]
THAI = re.compile("[ก-๛]+")


@pytest.fixture(autouse=True)
def english():
    """Look up the expected words in English too."""
    with labels.speaking("en"):
        yield


def spoken(page="overview", **query):
    return opened(page, lang="en", **query)


def test_the_address_chooses_the_language(sample_url):
    app = spoken()

    assert not app.exception
    assert app.title[0].value == text("overview.title")
    assert app.button_group(key="lang").value == "en"


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
    app = on(app, "weak")
    assert app.title[0].value == text("weak.title")

    app = app.button_group(key="lang").set_value("th").run()
    assert THAI.search(app.title[0].value)


def test_the_switch_keeps_the_filters(sample_url):
    app = choose(opened(), province="ลพบุรี", type="องค์การบริหารส่วนตำบล", year=2563)
    before = filters_of(app)

    app = app.button_group(key="lang").set_value("en").run()
    assert filters_of(app) == before
    app = app.button_group(key="lang").set_value("th").run()
    assert filters_of(app) == before


@pytest.mark.parametrize("province", ["ลพบุรี", "Lop Buri"])
def test_an_address_opens_one_view_whichever_language_names_the_province(
    sample_url, province
):
    app = spoken(province=province)

    assert filters_of(app)["province"] == "ลพบุรี"
    assert "Lop Buri" in words(app)
    assert "Lop Buri" in app.selectbox(key="province").options


def test_an_empty_store_speaks_english(store_url):
    from itadash.store import open_store

    open_store(store_url).close()

    app = spoken()

    assert app.title[0].value == text("empty.title")
    assert text("empty.next") in words(app)


def test_a_file_taken_from_an_english_page_is_english(sample_url, files):
    app = spoken(province="Lop Buri")
    with labels.speaking("th"):  # a download is called from elsewhere
        rows = sheet_rows(files(app, "score_table_excel"))

    assert rows[0][0] == text("column.agency")
    assert rows[1][0] == NONG_MUEANG
    assert rows[1][2] == "Lop Buri"
    assert rows[1][5] == "A"
