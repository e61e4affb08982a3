"""The page of an agency for paper: what it holds, and how a browser prints it."""

import os
import re
from datetime import date
from html.parser import HTMLParser

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itadash import printing
from itadash.analysis import Choice
from itadash.labels import text
from itadash.store import open_store
from itadash.ui.printing import sheet_of
from itadash.ui.views import view
from tests.builders import (
    build_agency,
    build_finding,
    build_measure,
    build_report,
    build_scores,
)
from tests.serving import browser, chromium
from tests.test_pages import files as files  # a fixture
from tests.test_pages import opened, save, words

SHAPED = "ที่ น้ำ กตัญญู ปั๊ม ฏิ ญี่ปุ่น"
A4 = (595, 842)  # points
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> \"'& {{ 7*7 }} {agency}"
)
MADE_ON = date(2026, 11, 21)


class Read(HTMLParser):
    """What a browser makes of a page: its tags and attributes, its words."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.words = set(), [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.words.append(data)


def printed(*reports, sample=False, url):
    store = open_store(url)
    for report in reports:
        store.save(report, content=repr(report).encode(), sample=sample)
    store.close()
    seen = view(Choice(reports[0].assessed_year, agency_id=1), count_samples=True)
    return printing.agency_page(sheet_of(seen, MADE_ON)).decode()


def text_of(page):
    return " ".join(" ".join(Read(page).words).split())


def test_the_page_holds_what_a_meeting_asks_for(store_url):
    place = {"district": "บ้านหมี่", "province": "ลพบุรี"}
    known = {"computed_score": 75.046, "computed_level": "B"}
    report = build_report(agency=build_agency(**place), **known)
    said = text_of(printed(report, url=store_url))

    for part in (
        *("เทศบาลตำบลตัวอย่าง", "อำเภอบ้านหมี่", "จังหวัดลพบุรี", "73.00", "75.046"),
        *(text("state.read"), text("charts.target", target=85), "▼ 84.99", "● 85.00"),
        *("เผยแพร่ข้อมูลทุกไตรมาส", "สำนักปลัด, กองคลัง", "plan.txt", "21 พฤศจิกายน 2569"),
    ):
        assert part in said, part


def test_a_weak_indicator_has_its_measures_or_the_plain_sentence(store_url):
    said = text_of(printed(build_report(), url=store_url))

    answered = said.split("▼ 9. ")[1].split("▼ ")[0]
    unanswered = said.split("▼ 10. ")[1].split("▼ ")[0]
    assert "เผยแพร่ข้อมูลทุกไตรมาส" in answered
    assert text("card.unanswered") in unanswered


def test_no_weak_indicator_is_said_too(store_url):
    ninety = build_scores(dict.fromkeys(range(1, 11), 90.0))

    assert text("card.none_weak") in text_of(
        printed(build_report(scores=ninety), url=store_url)
    )


def test_a_missing_score_has_no_bar_and_no_number(store_url):
    scores = build_scores({1: 90.0})

    page = printed(build_report(scores=scores, overall_score=None), url=store_url)

    lengths = re.findall(r'<rect [^>]*width="([\d.]+)"', page)
    assert [float(one) > 0 for one in lengths] == [True] + [False] * 9
    assert text_of(page).count(text("charts.no_data")) >= 9


def test_measures_without_scores_are_a_page_too(store_url):
    report = build_report(scores=(), overall_score=None, level=None)

    page = printed(report, url=store_url)

    assert text("agency.measures_only") in text_of(page)
    assert "<svg" not in page
    assert "เผยแพร่ข้อมูลทุกไตรมาส" in text_of(page)


def test_samples_are_marked_and_real_reports_are_not(store_url):
    assert text("print.sample") in printed(build_report(), sample=True, url=store_url)
    assert text("print.sample") not in printed(build_report(), url=store_url)


def test_findings_are_counted_beyond_the_first(store_url):
    many = printing.sheet.MOST_FINDINGS + 3
    found = [
        build_finding(parameters=(("count", at), ("name", ""))) for at in range(many)
    ]
    ninety = build_scores(dict.fromkeys(range(1, 11), 90.0))

    page = printed(build_report(findings=tuple(found), scores=ninety), url=store_url)

    assert text("print.more", n=3) in text_of(page)


def test_what_a_report_says_is_never_markup(store_url):
    hostile = build_report(
        agency=build_agency(HOSTILE, district=HOSTILE, province=HOSTILE),
        source=HOSTILE,
        level=HOSTILE,
        measures=(
            build_measure(HOSTILE, units=(HOSTILE,), period=HOSTILE, result=HOSTILE),
        ),
    )

    page = printed(hostile, url=store_url)

    seen = Read(page)
    assert not seen.tags & {"script", "img", "link", "iframe", "a", "object"}
    assert not [name for name, _ in seen.attributes if name.startswith("on")]
    assert "{{ 7*7 }}" in text_of(page)
    assert "<script>alert(1)</script>" in text_of(page)


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=40), st.none() | st.text(max_size=40))
def test_whatever_a_report_says_a_page_is_made(store_url, title, result):
    page = printed(
        build_report(measures=(build_measure(title, result=result),)), url=store_url
    )

    assert page.endswith("</html>")
    assert "script" not in Read(page).tags


def test_the_page_asks_for_nothing_outside_itself(store_url):
    page = printed(build_report(), url=store_url)

    assert not re.search(r"""(?:src|href)=|url\(|@import|https?:""", page)
    assert "default-src 'none'" in page


def test_the_agencys_page_offers_it(store_url, files):
    save(store_url, build_report())

    app = opened("agency")

    assert not app.exception
    assert text("print.note") in words(app)
    assert "เทศบาลตำบลตัวอย่าง" in files(app, "download_print").decode()


def test_the_apology_is_a_page_with_its_words():
    assert "&lt;b&gt;" in printing.apology("<b>").decode()


@pytest.fixture(scope="module")
def paper():
    """Print pages as a reader would; gives a function from HTML to a PDF."""
    if chromium()["executable_path"] is None:
        reason = "no Chromium here: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)

    def on_paper(html):
        with browser().new_page() as page:
            page.set_content(html)
            content = page.pdf(prefer_css_page_size=True, print_background=True)
            widest = page.evaluate("document.documentElement.scrollWidth")
            wide = page.evaluate("document.documentElement.clientWidth")
        assert widest <= wide
        return pypdfium2.PdfDocument(content)

    return on_paper


def many_measures():
    long = "จัดทำและเผยแพร่ข้อมูลการจัดซื้อจัดจ้างให้ประชาชนทราบทั่วกันทุกไตรมาส " * 3
    return tuple(
        build_measure(f"B{number:03} {long} E{number:03}", no=number, indicators=())
        for number in range(1, 31)
    )


@pytest.mark.browser
def test_it_prints_on_a4_with_numbered_pages(store_url, paper):
    document = paper(printed(build_report(measures=many_measures()), url=store_url))

    sizes = {tuple(round(side) for side in page.get_size()) for page in document}
    assert sizes == {A4}
    assert len(document) > 2
    for number, page in enumerate(document, 1):
        said = page.get_textpage().get_text_range()
        assert f"{number} / {len(document)}" in " ".join(said.split())


@pytest.mark.browser
def test_no_row_of_the_table_is_cut_by_the_end_of_a_page(store_url, paper):
    document = paper(printed(build_report(measures=many_measures()), url=store_url))

    pages = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    for number in range(1, 31):
        began = [at for at, said in enumerate(pages) if f"B{number:03}" in said]
        ended = [at for at, said in enumerate(pages) if f"E{number:03}" in said]
        assert began == ended
        assert len(began) == 1


@pytest.mark.browser
def test_nothing_is_wider_than_the_paper(store_url, paper):
    unbroken = build_measure("ก" * 400, units=("W" * 300,), result="9" * 300)
    agency = build_agency("เทศบาลตำบล" + "ก" * 200)

    document = paper(
        printed(build_report(agency=agency, measures=(unbroken,)), url=store_url)
    )

    for page in document:
        for box in page.get_objects(max_depth=1):
            left, _, right, _ = box.get_bounds()
            assert left >= -1
            assert right <= A4[0] + 1


@pytest.mark.browser
def test_thai_is_shaped_by_the_browser(store_url, paper):
    agency = build_agency(f"เทศบาล {SHAPED}")

    document = paper(printed(build_report(agency=agency), url=store_url))

    said = "".join(document[0].get_textpage().get_text_range().split())
    for word in ("กตัญญู", "ฏิ", "ที่"):
        assert word in said
