"""Screens as others meet them: by night, and in English."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest

from tests.browser.accessibility import violations
from tests.browser.inspection import PATIENCE, drawn, main_of, settled
from tests.browser.screens import SIZES
from tests.browser.sites import PHO_HAK

pytestmark = pytest.mark.browser

THAI = re.compile("[\u0e00-\u0e7f]")
PAGES = {
    "overview": {},
    "agency": {"agency": PHO_HAK},
    "compare": {},
    "weak": {},
    "import": {},
}


@dataclass(frozen=True)
class Way:
    """How somebody looks: light or dark, and in which language."""

    colours: str
    language: str

    def __str__(self):
        return f"{self.colours}-{self.language}"


WAYS = (Way("dark", "th"), Way("light", "en"))


@pytest.fixture(scope="module", params=WAYS, ids=str)
def way(request):
    return request.param


@pytest.fixture(scope="module")
def shown(browser, visitor, way):
    width, height = SIZES["wide"]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=way.colours
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    address = visitor("samples").site.address

    def opened(name):
        query = PAGES[name] | ({"lang": "en"} if way.language == "en" else {})
        path = "" if name == "overview" else name
        page.goto(f"{address}/{path}?{urlencode(query)}")
        return drawn(settled(page))

    yield opened
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_grave_by_night_or_in_english(shown, way, name):
    page = shown(name)

    ground = page.get_by_test_id("stApp").evaluate(
        "one => getComputedStyle(one).backgroundColor"
    )
    assert (
        ground
        == {"dark": "rgb(17, 22, 29)", "light": "rgb(255, 255, 255)"}[way.colours]
    )
    title = main_of(page).get_by_role("heading", level=1).first.text_content()
    # The name of an agency stays as it is printed.
    assert name == "agency" or bool(THAI.search(title)) == (way.language == "th")
    assert violations(page) == []
