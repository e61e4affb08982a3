"""Every page in every state of a store: no error, and the one thing it must say.

States: an empty store, one agency, one that has measures only, one of which only the
total is known, two agencies of one year, and a made-up country of sixty agencies and
three years.
"""

import shutil

import pytest

from itadash.demo import Settings
from itadash.demo.country import Country
from itadash.labels import text
from itadash.store import open_store
from tests.builders import build_agency, build_measure, build_report, build_scores
from tests.navigation import PAGES, WITHOUT_REPORTS
from tests.test_pages import EXAMPLE, measures_only, opened, save, tiles, words

YEARS = (2565, 2566, 2567)
OTHER = "เทศบาลตำบลอื่น"
LOW = build_scores(dict.fromkeys(range(1, 11), 70.0))


def one_agency():
    return [build_report(measures=(build_measure(),))]


def only_measures():
    return [measures_only()]


def only_a_total():
    return [
        measures_only(overall_score=97.9, level="AA", measures=(), kind="score_table")
    ]


def one_year():
    other = build_report(agency=build_agency(OTHER), scores=LOW, overall_score=70.0)
    return [*one_agency(), other]


REPORTS = {
    "empty": list,
    "one_agency": one_agency,
    "measures_only": only_measures,
    "total_only": only_a_total,
    "one_year": one_year,
}
STATES = (*REPORTS, "many")

ONE_TOTAL = {"n": 1, "scores": 0, "totals": 1, "fiscal": 2564} | dict.fromkeys(
    ["plan", "progress", "results"], 0
)

# What stands on a page in a state, in words; tiles are read with their labels.
EMPTY = {page: "empty.next" for page in PAGES if page not in WITHOUT_REPORTS}
ALWAYS = {"method": "method.about", "import": "import.nothing"}
MUST_SAY = {
    "empty": EMPTY,
    "one_agency": {
        "overview": "tile.no_year_before",
        "agency": "agency.no_rank",
        "compare": "compare.no_rank",
        "weak": ("scope.n", {"n": 1}),
        "route": "route.cheapest",
        "measures": ("measures.scope", {"first": 1, "last": 1, "n": 1}),
        "checks": ("scope.n", {"n": 1}),
        "export": ("export.scope", {"n": 1, "of": 1, "rows": 1}),
    },
    "measures_only": {
        "overview": ("state.measures_only", {"n": 1, "measures": 1}),
        "agency": "agency.measures_only",
        "compare": ("compare.only_measures", {"n": 1}),
        "weak": ("state.measures_only", {"n": 1, "measures": 1}),
        "route": "route.measures_only",
        "measures": ("measures.scope", {"first": 1, "last": 1, "n": 1}),
        "checks": ("scope.n", {"n": 1}),
        "export": ("export.scope", {"n": 1, "of": 1, "rows": 1}),
    },
    "total_only": {
        "overview": ("state.totals_only", {"n": 1}),
        "agency": "agency.total_only",
        "compare": "compare.totals_only",
        "weak": ("state.totals_only", {"n": 1}),
        "route": ("route.total_only", {"total": "97.90"}),
        "measures": "measures.none",
        "checks": ("coverage.all", ONE_TOTAL),
        "export": ("export.scope", {"n": 1, "of": 1, "rows": 1}),
    },
    "one_year": {
        "overview": "tile.no_year_before",
        "agency": "agency.choose",
        "compare": "compare.one_year",
        "weak": ("scope.n", {"n": 2}),
        "route": "agency.choose",
        "measures": ("measures.scope", {"first": 1, "last": 2, "n": 2}),
        "checks": ("scope.n", {"n": 2}),
        "export": ("export.scope", {"n": 2, "of": 2, "rows": 2}),
    },
    "many": {
        "overview": ("scope.year", {"year": YEARS[-1]}),
        "agency": "agency.choose",
        "compare": ("compare.window", {"first": 1, "last": 40}),
        "weak": ("scope.year", {"year": YEARS[-1]}),
        "route": "agency.choose",
        "measures": "carried.title",
        "checks": ("scope.n", {"n": 60}),
        "export": ("export.scope", {}),
    },
}


def sentence(said):
    """Return the words up to the first number that is not given."""
    key, known = (said, {}) if isinstance(said, str) else said
    whole = text(key, **(dict.fromkeys(["n", "of", "rows"], "{") | known))
    return whole.partition("{")[0]


@pytest.fixture(scope="module")
def country_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("country") / "demo.sqlite"
    store = open_store(f"sqlite:///{path}")
    made = Country(Settings(60, YEARS)).reports()
    store.save_many(list(made), synthetic=True)
    store.close()
    return path


@pytest.fixture(params=STATES)
def state(request, store_url, country_file):
    if request.param == "many":
        shutil.copyfile(country_file, store_url.removeprefix("sqlite:///"))
    else:
        open_store(store_url).close()
        save(store_url, *REPORTS[request.param]())
    return request.param


def shown(app):
    found = [f"{tile.label} {tile.value}" for tile in app.metric]
    return "\n".join([words(app), *found])


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_in_every_state_what_it_must(state, page):
    app = opened(page)

    assert not app.exception
    assert not app.error
    assert len(app.title) == 1
    assert sentence((MUST_SAY[state] | ALWAYS)[page]) in shown(app)


@pytest.mark.parametrize("page", ["overview", "agency", "compare", "weak", "route"])
@pytest.mark.parametrize("state", ["measures_only"], indirect=True)
def test_measures_alone_give_no_chart_no_score_and_no_rank(state, page):
    app = opened(page)

    assert not app.get("plotly_chart")
    assert text("tile.total") not in tiles(app)
    assert "อันดับ 1" not in words(app)


@pytest.mark.parametrize("page", [page for page in PAGES if page != "method"])
@pytest.mark.parametrize("state", ["total_only"], indirect=True)
def test_a_total_alone_is_never_called_measures_only(state, page):
    app = opened(page)

    for key in ("agency.measures_only", "route.measures_only", "tile.measures_only"):
        assert text(key) not in shown(app)
    said = [text("state.measures_only", n=n, measures=0) for n in (0, 1)]
    assert not [one for one in said if one in words(app)]


@pytest.mark.parametrize("page", ["overview", "agency", "weak"])
@pytest.mark.parametrize("state", ["total_only"], indirect=True)
def test_a_total_alone_is_shown_with_its_level(state, page):
    app = opened(page)

    tables = [frame.value.astype("str").to_string() for frame in app.dataframe]
    said = "\n".join([shown(app), *tables])
    assert "97.9" in said
    assert "AA" in said


@pytest.mark.parametrize("page", ["overview", "agency"])
@pytest.mark.parametrize("state", ["total_only"], indirect=True)
def test_of_a_total_alone_nothing_is_known_of_weak_indicators(state, page):
    found = tiles(opened(page))

    label = "tile.unanswered" if page == "overview" else "tile.weak"
    assert found[text(label, target=85)] == text("framework.no_score")


@pytest.mark.parametrize("state", ["one_year"], indirect=True)
def test_a_year_without_one_before_draws_no_line_of_years(state):
    app = opened("agency", agency=EXAMPLE)

    assert not app.exception
    drawn = [one.proto.id for one in app.get("plotly_chart")]
    assert not [key for key in drawn if key.endswith("-year_lines")]


def test_every_page_of_the_navigation_is_expected_to_say_something():
    for said in MUST_SAY.values():
        assert set(said | ALWAYS) == set(PAGES)
