"""From a weak point to its printed words and on to its agency, in a real browser."""

import pytest
from playwright.sync_api import expect

from itadash.labels import text
from tests.browser.sites import PHO_HAK

pytestmark = pytest.mark.browser

FIRST_ROW = {"x": 18, "y": 53}  # pixels from the corner of a table


def test_a_weak_point_leads_to_its_words_and_to_its_agency(visit):
    page = visit("weak")

    page.get_by_test_id("stDataFrame").first.click(position=FIRST_ROW)
    expect(page.get_by_text("๘๐.๐๓ คะแนน").first).to_be_visible()
    page.get_by_role("button", name=text("weak.open_agency", name=PHO_HAK)).click()

    expect(page.get_by_role("heading", level=1)).to_have_text(PHO_HAK)
    assert page.hosts == {"127.0.0.1"}


def test_a_search_is_typed_found_and_kept_in_the_address(visit):
    page = visit("measures")
    three = text("measures.scope", first=1, last=3, n=3)

    box = page.get_by_label(text("measures.search"))
    box.fill("เว็บ ไซต์")
    box.press("Enter")

    expect(page.get_by_text(three)).to_be_visible()
    assert "q=" in page.url
    page.reload()
    expect(page.get_by_text(three)).to_be_visible()
