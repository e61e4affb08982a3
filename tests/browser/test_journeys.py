"""The real dashboard in a real browser: what a person sees, clicks and takes home.

The server is started once, on a store that does not exist yet; the first test is
also its first visitor.
"""

import re
from urllib.parse import unquote

import openpyxl
import pytest
from playwright.sync_api import expect

from itadash.labels import text
from tests.browser.inspection import PATIENCE, main_of

pytestmark = pytest.mark.browser

PHO_HAK = "เทศบาลตำบลโพหัก"
NONG_MUEANG = "องค์การบริหารส่วนตำบลหนองเมือง"
RANG_CHORAKHE = "องค์การบริหารส่วนตำบลรางจรเข้"


def title_of(page, words):
    return main_of(page).get_by_role("heading", name=words, level=1)


def widget(page, key):
    return page.locator(f".st-key-{key}")


def choose(page, key, option):
    widget(page, key).locator("input").click()
    page.get_by_role("option", name=option, exact=True).click()


def test_the_first_visit_may_be_the_address_of_an_agency(visit):
    page = visit(f"agency?agency={PHO_HAK}&year=2563")

    expect(title_of(page, PHO_HAK)).to_be_visible()
    expect(widget(page, "remove_samples")).to_be_visible()
    expect(page.get_by_test_id("stSidebarNav")).to_contain_text(text("nav.planner"))
    expect(widget(page, "agency").locator("input")).to_have_value(PHO_HAK)
    assert page.hosts == {"127.0.0.1"}


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
