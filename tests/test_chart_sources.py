"""Every chart on every page names its source, and its page leads to the method."""

import pytest

from itadash.labels import text
from itadash.ui.source import plain
from itadash.ui.words import with_method
from tests.builders import build_agency, build_measure, build_report, build_scores
from tests.navigation import PAGES
from tests.test_pages import figure, opened, save, words

SOURCE = "ที่มา"
METHOD = with_method("").removeprefix(" · ")
NAMES = [f"เทศบาลตำบลที่{at}" for at in range(6)]
BARE = ("method", "import", "checks", "export")  # pages of no chart


@pytest.fixture
def peers_url(store_url):
    """Store six agencies of one type, of two years each, with measures."""
    save(
        store_url,
        *(
            build_report(
                agency=build_agency(name, province="ลพบุรี"),
                assessed_year=year,
                fiscal_year=year + 1,
                scores=build_scores(dict.fromkeys(range(1, 11), 80.0 + at)),
                overall_score=80.0 + at + year - 2565,
                level="ผ่าน" if at == 5 else "ต้องปรับปรุง",
                measures=(build_measure(),),
            )
            for at, name in enumerate(NAMES)
            for year in (2565, 2566)
        ),
    )
    return store_url


def after_each_chart(app):
    """Yield of each chart its key and the captions that follow it before another."""
    found = []
    for one in app.main:
        walk(one, found)
    at = [n for n, (kind, _) in enumerate(found) if kind == "plotly_chart"]
    for start, end in zip(at, [*at[1:], len(found)], strict=False):
        yield found[start][1], [w for kind, w in found[start:end] if kind == "caption"]


def walk(block, found):
    if hasattr(block, "children"):
        for child in block.children.values():
            walk(child, found)
    elif block.type == "plotly_chart":
        found.append((block.type, block.proto.id))
    elif block.type == "caption":
        found.append((block.type, block.value))


VIEWS = [
    *((page, {}) for page in PAGES if page not in BARE),
    *((page, {"agency": NAMES[0]}) for page in PAGES if page not in BARE),
    ("compare", {"compare": NAMES[:2]}),
    ("compare", {"compare_mode": "peers", "lead": NAMES[0]}),
]


@pytest.mark.parametrize(("page", "query"), VIEWS)
def test_every_chart_has_a_source_line(peers_url, page, query):
    app = opened(page, **query)

    assert not app.exception
    for chart, captions in after_each_chart(app):
        assert any(SOURCE in said for said in captions[:3]), chart
    if app.get("plotly_chart"):
        assert METHOD in words(app)


def test_the_route_leads_to_the_method(peers_url):
    assert METHOD in words(opened("route", agency=NAMES[0]))


def test_n_counts_the_group_that_the_quartiles_are_of(peers_url):
    app = opened("compare", agency=NAMES[0])

    said = dict(after_each_chart(app))
    figure_says = next(c for key, c in said.items() if key.endswith("compare_figure"))
    assert "n = 6 " in figure_says[0]
    because = text("compare.because_type", shared="เทศบาลตำบล", n=5)
    assert plain(because) in words(app)


def test_n_of_the_peers_stands_under_the_bars_of_an_agency(peers_url):
    app = opened("agency", agency=NAMES[0])

    assert text("scope.peers", n=5) in words(app)


def test_the_group_of_several_picked_agencies_is_named(peers_url):
    app = opened("compare", compare=NAMES[:2])

    said = text("compare.group_of_lead", agency="ทต.ที่0", type="เทศบาลตำบล", n=6)
    assert said in words(app)


def test_the_picker_says_what_the_filter_picks(peers_url):
    app = opened("compare", agency=NAMES[0])

    hint = text("compare.agencies_hint_lead", agency=NAMES[0])
    assert app.multiselect(key="compare").proto.placeholder == hint


@pytest.mark.parametrize(
    ("page", "query", "key", "finding"),
    [
        ("overview", {}, "levels", "1 จาก 6 หน่วยงานได้ระดับที่ถึงเป้า 85"),
        ("overview", {}, "heatmap", "50 จาก 60 คะแนนต่ำกว่าเป้า 85 ใน 6 หน่วยงาน"),
        ("agency", {"agency": NAMES[0]}, "year_lines", "0 จาก 10 ตัวชี้วัดสูงขึ้น"),
    ],
)
def test_a_title_says_the_finding(peers_url, page, query, key, finding):
    title = figure(opened(page, **query), key)["layout"]["title"]["text"]

    assert finding in title.replace("<br>", " ")
