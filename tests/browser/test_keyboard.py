"""What the keys do where a control has the focus."""

import re

import pytest
from playwright.sync_api import expect

from itadash.labels import text
from tests.browser.inspection import main_of
from tests.browser.screens import Screen

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(visitor):
    return lambda page: visitor("samples").open(Screen("samples", page))


def test_a_filter_is_set_with_arrows_and_enter(opened):
    page = opened("overview")
    page.locator(".st-key-type input").focus()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("type="))
    expect(page.locator(".st-key-type input")).not_to_have_value("")
    expect(main_of(page)).not_to_contain_text(text("scope.every_type"))


def test_a_filter_is_found_by_typing(opened):
    page = opened("overview")
    page.locator(".st-key-province input").focus()

    page.keyboard.type("ลพ")
    page.keyboard.press("Enter")

    expect(page.locator(".st-key-province input")).to_have_value("ลพบุรี")
    expect(main_of(page)).to_contain_text(f"ลพบุรี · {text('scope.every_type')}")


def test_a_tab_opens_with_the_arrow_keys(opened):
    page = opened("weak")
    page.get_by_role("tab").first.focus()

    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")

    second = page.get_by_role("tab").nth(1)
    expect(second).to_have_attribute("aria-selected", "true")


def test_the_way_weak_indicators_are_counted_is_chosen_with_the_keys(opened):
    page = opened("weak")
    group = page.locator(".st-key-weak_by")
    group.get_by_role("radio").first.focus()

    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")

    expect(page).to_have_url(re.compile("weak_by="))


def test_a_link_of_the_navigation_opens_its_page_with_enter(opened):
    page = opened("overview")
    page.get_by_test_id("stSidebarNavLink").filter(has_text=text("nav.export")).focus()

    page.keyboard.press("Enter")

    title = main_of(page).get_by_role("heading", level=1)
    expect(title).to_contain_text(text("export.title"))


def test_a_download_starts_with_enter(opened):
    page = opened("overview")
    page.locator(".st-key-score_table_excel button").focus()

    with page.expect_download() as waiting:
        page.keyboard.press("Enter")

    assert waiting.value.suggested_filename.endswith(".xlsx")


def test_a_folded_sidebar_opens_with_the_keys_and_shows_whole_words(visitor):
    page = visitor("samples").open(Screen("samples", "overview"), "phone")
    page.get_by_test_id("stExpandSidebarButton").focus()

    page.keyboard.press("Enter")

    expect(page.locator(".st-key-year input")).to_be_in_viewport()
    assert page.evaluate("() => probes.cutTexts()") == []


def test_a_button_is_pressed_with_space(opened):
    page = opened("agency")
    page.locator("[class*=st-key-open_] button").first.focus()

    page.keyboard.press("Space")

    expect(page).to_have_url(re.compile("agency="))
