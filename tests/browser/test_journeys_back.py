"""Back in a real browser: a page has what was chosen on it, in sight and address."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from itadash.labels import text
from tests.browser.inspection import drawn, main_of, settled
from tests.browser.test_journeys import NONG_MUEANG, PHO_HAK, title_of, widget

pytestmark = pytest.mark.browser


def away_and_back(page):
    page.get_by_test_id("stSidebarNav").get_by_text(text("nav.overview")).click()
    expect(title_of(page, text("overview.title"))).to_be_visible()
    drawn(settled(page))
    page.go_back()


def test_back_leads_to_the_words_that_were_searched_for(visit):
    page = visit("measures")
    box = widget(page, "q").locator("input")
    box.fill("ไม่มีมาตรการใดพูดอย่างนี้")
    box.press("Enter")
    expect(main_of(page)).to_contain_text(text("measures.none"))

    away_and_back(page)

    expect(title_of(page, text("measures.title"))).to_be_visible()
    expect(box).to_have_value("ไม่มีมาตรการใดพูดอย่างนี้")
    expect(main_of(page)).to_contain_text(text("measures.none"))
    expect(page).to_have_url(re.compile(r"/measures\?q="))


def test_back_leads_to_the_agencies_that_were_compared(visit):
    page = visit("compare")
    for name in (PHO_HAK, NONG_MUEANG):
        widget(page, "compare").locator("input").click()
        page.get_by_role("option", name=name, exact=True).click()
        page.keyboard.press("Escape")
        settled(page)
    expect(page).to_have_url(re.compile(r"compare=.*compare="))

    away_and_back(page)

    expect(title_of(page, text("compare.title"))).to_be_visible()
    expect(widget(page, "compare")).to_contain_text(PHO_HAK)
    expect(widget(page, "compare")).to_contain_text(NONG_MUEANG)
    expect(page).to_have_url(re.compile(r"compare=.*compare="))
    assert PHO_HAK in unquote(page.url)
