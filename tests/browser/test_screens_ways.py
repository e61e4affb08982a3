"""Screens as others meet them: charts by night, and words in English."""

import re
from urllib.parse import urlencode

import pytest

from tests.browser.accessibility import violations
from tests.browser.inspection import PATIENCE, drawn, main_of, settled
from tests.browser.screens import SIZES
from tests.browser.sites import PHO_HAK

pytestmark = pytest.mark.browser

THAI = re.compile("[\u0e00-\u0e7f]")
GROUNDS = {"dark": "rgb(17, 22, 29)", "light": "rgb(255, 255, 255)"}
BY_NIGHT = {"overview": {}, "agency": {"agency": PHO_HAK}, "compare": {}}
IN_ENGLISH = ("overview", "weak", "import")


@pytest.fixture(scope="module")
def shown(browser, visitor):
    """Open a page of the samples in light or dark; each scheme has its own session."""
    address = visitor("samples").site.address
    width, height = SIZES["wide"]
    pages = {}

    def opened(name, colours, **query):
        if colours not in pages:
            viewport = {"width": width, "height": height}
            pages[colours] = browser.new_page(viewport=viewport, color_scheme=colours)
            pages[colours].set_default_timeout(PATIENCE)
        path = "" if name == "overview" else name
        pages[colours].goto(f"{address}/{path}?{urlencode(query)}")
        return drawn(settled(pages[colours]))

    yield opened
    for page in pages.values():
        page.close()


def ground_of(page):
    reading = "one => getComputedStyle(one).backgroundColor"
    return page.get_by_test_id("stApp").evaluate(reading)


@pytest.mark.parametrize("name", BY_NIGHT)
def test_axe_finds_nothing_grave_by_night(shown, name):
    page = shown(name, "dark", **BY_NIGHT[name])

    assert ground_of(page) == GROUNDS["dark"]
    assert violations(page) == []


@pytest.mark.parametrize("name", IN_ENGLISH)
def test_axe_finds_nothing_grave_in_english(shown, name):
    page = shown(name, "light", lang="en")

    assert ground_of(page) == GROUNDS["light"]
    title = main_of(page).get_by_role("heading", level=1).first.text_content()
    assert not THAI.search(title)
    assert violations(page) == []
