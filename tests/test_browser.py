"""The real dashboard in a real browser: what a person sees, clicks and takes home.

The server is started once, on a store that does not exist yet; the first test is
also its first visitor.
"""

import os
import re
from urllib.parse import unquote, urlsplit

import openpyxl
import pytest
from playwright.sync_api import expect, sync_playwright

from itadash.labels import text
from tests.serving import chromium, server

pytestmark = pytest.mark.browser

PATIENCE = 30_000  # milliseconds; the machine may be busy
PHO_HAK = "เทศบาลตำบลโพหัก"
NONG_MUEANG = "องค์การบริหารส่วนตำบลหนองเมือง"
RANG_CHORAKHE = "องค์การบริหารส่วนตำบลรางจรเข้"
SIZES = {"wide": (1440, 900), "phone": (390, 844)}
SEEN = {
    "overview": ("", ["69.58", "92.65", "25.00", "81.70"]),
    "pho_hak": (f"agency?agency={PHO_HAK}", ["69.58", "69.585", "15.42", "25.00"]),
    "nong_mueang": (f"agency?agency={NONG_MUEANG}", ["92.65", "92.676", "81.80"]),
    "measures_only": (
        f"agency?agency={RANG_CHORAKHE}",
        [text("agency.measures_only"), text("tile.n_of", n=6, of=6)],
    ),
    "weak": ("weak", [text("scope.n", n=2), PHO_HAK, NONG_MUEANG]),
    "checks": ("checks", [text("scope.n", n=2), text("severity.warning", n=2)]),
    "export": ("export", [text("export.scope", n=2, of=13, rows=2)]),
}


@pytest.fixture(scope="module")
def browser():
    options = chromium()
    if options["executable_path"] is None:
        reason = "no Chromium here: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(**options)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(browser, tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    with server(folder / "store.sqlite", folder / "server.log") as found:
        yield found


@pytest.fixture
def visit(browser, address):
    """Open a page in a session of its own, and note what it asks for."""
    contexts = []

    def opened(path="", size="wide"):
        width, height = SIZES[size]
        viewport = {"width": width, "height": height}
        context = browser.new_context(viewport=viewport, accept_downloads=True)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.hosts, page.mistakes = set(), []
        page.on("request", lambda one: page.hosts.add(urlsplit(one.url).hostname))
        page.on("pageerror", lambda error: page.mistakes.append(str(error)))
        page.goto(f"{address}/{path}")
        return settled(page)

    yield opened
    for context in contexts:
        context.close()


def settled(page):
    """Wait until the script has run and the page shows its title."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    expect(main_of(page).get_by_role("heading", level=1).first).to_be_visible()
    return page


def main_of(page):
    return page.get_by_test_id("stMain")


def title_of(page, words):
    return main_of(page).get_by_role("heading", name=words, level=1)


def widget(page, key):
    return page.locator(f".st-key-{key}")


def choose(page, key, option):
    widget(page, key).locator("input").click()
    page.get_by_role("option", name=option, exact=True).click()


def hidden_to_the_right(page):
    """Return how many pixels of the page lie beyond its right edge."""
    return page.evaluate(
        """() => [document.documentElement,
                  document.querySelector('[data-testid=stMain]')]
            .map(one => one.scrollWidth - one.clientWidth)"""
    )


def test_the_first_visit_may_be_the_address_of_an_agency(visit):
    page = visit(f"agency?agency={PHO_HAK}&year=2563")

    expect(title_of(page, PHO_HAK)).to_be_visible()
    expect(widget(page, "remove_samples")).to_be_visible()
    expect(page.get_by_test_id("stSidebarNav")).to_contain_text(text("nav.planner"))
    expect(widget(page, "agency").locator("input")).to_have_value(PHO_HAK)
    assert page.hosts == {"127.0.0.1"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SEEN)
def test_a_page_shows_the_real_numbers_and_fits_the_screen(visit, name, size):
    path, numbers = SEEN[name]

    page = visit(path, size)

    for number in numbers:
        expect(main_of(page)).to_contain_text(number)
    expect(main_of(page)).not_to_contain_text("Traceback")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert hidden_to_the_right(page) == [0, 0]
    assert page.hosts == {"127.0.0.1"}
    assert page.mistakes == []


def test_the_full_workbook_can_be_taken_home(visit, tmp_path):
    page = visit("export")

    with page.expect_download(timeout=PATIENCE) as waiting:
        widget(page, "download_workbook").get_by_role("button").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)

    book = openpyxl.load_workbook(path)
    assert path.name == "itadash-2563.xlsx"
    assert book.sheetnames == [
        *("ปก", "สรุป", "คะแนน", "จุดอ่อนและมาตรการ", "มาตรการ"),
        *("ข้อสังเกต", "ข้อมูลสำหรับ Pivot", "ที่มาของคะแนน"),
    ]
    by_agency = {row[0]: row for row in book["คะแนน"].values}
    assert {69.58, 69.585, 25, "C"} <= set(by_agency[PHO_HAK])
    assert {92.65, 92.676, 81.8} <= set(by_agency[NONG_MUEANG])
    cells = [cell for row in book["มาตรการ"].iter_rows() for cell in row]
    assert len(cells) > 12
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}


def test_a_chosen_score_leads_to_the_printed_words(visit):
    page = visit(f"agency?agency={PHO_HAK}")
    canvas = widget(page, "printed_scores").locator("canvas").first
    canvas.scroll_into_view_if_needed()
    expect(canvas).to_contain_text("80.03")
    row = canvas.bounding_box()["height"] / 11  # the heading and ten scores

    # The canvas lies under a layer that takes the clicks.
    layer = widget(page, "printed_scores").locator(".dvn-scroller")
    layer.click(position={"x": 15, "y": row * 4.5})

    where = text("source.at", source="001_phohak_2564.txt", line=18)
    expect(main_of(page).get_by_text(where, exact=True)).to_be_visible()
    line = main_of(page).get_by_test_id("stMarkdown").filter(has_text="๘๐.๐๓ คะแนน")
    expect(line.filter(has_text=re.compile("^18 ")).first).to_be_visible()


def test_a_finding_leads_to_its_place_and_can_be_marked_as_looked_at(visit):
    page = visit(f"checks?agency={NONG_MUEANG}")
    canvas = widget(page, "findings").locator("canvas").first
    expect(canvas).to_contain_text("92.676")
    layer = widget(page, "findings").locator(".dvn-scroller")
    layer.click(position={"x": 15, "y": 52})  # the first row under the heading

    where = text("source.at", source="003_nongmueang_2564.txt", line=36)
    expect(main_of(page).get_by_text(where, exact=True)).to_be_visible()
    expect(main_of(page)).to_contain_text("92.65 → 92.68")
    page.get_by_role("button", name=text("checks.mark")).click()

    expect(page.get_by_role("button", name=text("checks.unmark"))).to_be_visible()
    expect(canvas).to_contain_text(text("checks.seen"))
    again = visit(f"agency?agency={NONG_MUEANG}")
    expect(main_of(again)).to_contain_text(text("checks.seen"))


def test_a_chosen_answer_shows_the_measure_with_the_deciding_words_marked(visit):
    page = visit(f"weak?agency={PHO_HAK}")
    page.get_by_role("tab", name=re.compile("^มีมาตรการ")).click()
    layer = widget(page, "answered").locator(".dvn-scroller").first
    layer.click(position={"x": 15, "y": 52})

    expect(
        main_of(page).locator("mark, .stMarkdownColoredBackground").first
    ).to_be_visible()


def test_the_filters_stand_in_the_address_and_survive_a_change_of_page(visit):
    page = visit()

    choose(page, "province", "ลพบุรี")
    expect(page).to_have_url(re.compile("province="))
    page.get_by_test_id("stSidebarNav").get_by_text(text("nav.weak")).click()

    expect(page).to_have_url(re.compile(r"/weak\?.*province="))
    expect(main_of(page)).to_contain_text(f"ลพบุรี · {text('scope.every_type')}")
    assert "province=ลพบุรี" in unquote(page.url)
    again = visit(page.url.split("/", 3)[3])
    expect(widget(again, "province").locator("input")).to_have_value("ลพบุรี")
    expect(main_of(again)).to_contain_text(f"ลพบุรี · {text('scope.every_type')}")


def test_two_people_at_once_do_not_change_each_others_filters(visit):
    one, other = visit(), visit()

    choose(one, "province", "ลพบุรี")
    choose(other, "type", "เทศบาลตำบล")

    expect(main_of(one)).to_contain_text(f"ลพบุรี · {text('scope.every_type')}")
    expect(main_of(other)).to_contain_text(f"{text('scope.every_province')} · เทศบาล")
    expect(main_of(one)).not_to_contain_text("69.58")
    expect(main_of(other)).not_to_contain_text("92.65")


def test_the_samples_go_by_one_click_and_come_back_by_one_click(visit):
    page = visit()

    widget(page, "remove_samples").get_by_role("button").click()

    expect(title_of(page, text("empty.title"))).to_be_visible()

    widget(page, "restore_samples").get_by_role("button").click()

    expect(title_of(page, text("overview.title"))).to_be_visible()
    expect(main_of(page)).to_contain_text("69.58")
