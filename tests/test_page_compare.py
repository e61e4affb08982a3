"""The page that compares: what is picked decides the figure; every state says why."""

import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itadash.analysis.comparing import short_subject_name
from itadash.labels import text
from itadash.store import open_store
from tests.builders import (
    TEN_SCORES,
    build_agency,
    build_measure,
    build_report,
    build_scores,
)
from tests.test_pages import (
    EXAMPLE,
    NONG_MUEANG,
    PHO_HAK,
    choose,
    figure,
    files,
    keys,
    measures_only,
    opened,
    save,
    table,
    words,
)

__all__ = ["files"]  # a fixture

TYPES = ("เทศบาลตำบล", "องค์การบริหารส่วนตำบล")


def name_of(at):
    return f"{TYPES[at % 2]}บ้าน{at:03d}"


def country(n, years=(2567, 2568)):
    """Give n agencies of two types; each total and indicator 9 rise with its number."""
    for at in range(n):
        agency = build_agency(
            name_of(at), type=TYPES[at % 2], province=("ลพบุรี", "พะเยา")[at % 3 > 0]
        )
        for year in years:
            low = 60 + at % 34
            scores = {**dict.fromkeys(range(1, 11), 90.0), 9: low}
            yield build_report(
                agency=agency,
                assessed_year=year,
                fiscal_year=year + 1,
                scores=build_scores(scores),
                overall_score=low + (year - 2567) * 0.5,
                level=None,
                measures=(),
            )


@pytest.fixture(scope="module")
def country_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("country") / "country.sqlite"
    save(f"sqlite:///{path}", *country(45))
    return path


@pytest.fixture
def country_url(store_url, country_file):
    shutil.copyfile(country_file, store_url.removeprefix("sqlite:///"))
    return store_url


def compared(**query):
    return opened("compare", **query)


def peers(**query):
    return compared(compare_mode=text("compare.mode_peers"), **query)


def labels_of(*numbers):
    """The address says what a reader sees, not the number behind it."""
    return [short_subject_name(number) for number in numbers]


def pick(app, *names):
    return app.multiselect(key="compare").set_value(list(names)).run()


def subjects(app, *numbers):
    return app.button_group(key="subjects").set_value(list(numbers)).run()


def drawn(app):
    """Tell which figure is drawn, by its traces."""
    traces = figure(app, "compare_figure")["data"]
    names = {one.get("name") for one in traces}
    if "ranked" in names:
        return "ranked"
    if any(one["type"] == "heatmap" for one in traces):
        return "heat"
    return "places" if "median" in names else "dots"


@pytest.mark.parametrize(
    ("picked", "chosen", "kind"),
    [
        (1, (9,), "places"),
        (1, (), "places"),
        (2, (9,), "ranked"),
        (2, (0,), "ranked"),
        (2, (1, 9), "dots"),
        (6, (0, 9), "dots"),
        (6, (), "dots"),
        (0, (9,), "ranked"),
        (0, (1, 9), "heat"),
        (0, (), "heat"),
    ],
)
def test_what_is_picked_decides_the_figure(country_url, picked, chosen, kind):
    app = compared()
    if picked:
        app = pick(app, *(name_of(at) for at in range(picked)))
    if chosen:
        app = subjects(app, *chosen)

    assert not app.exception
    assert drawn(app) == kind


def test_between_seven_and_forty_agencies_stand_on_one_page_of_a_heat_map(country_url):
    app = compared(province="ลพบุรี")

    assert drawn(app) == "heat"
    assert not app.number_input


def test_more_agencies_than_a_page_holds_are_turned_over(country_url):
    app = subjects(compared(), 9)
    first = table(app, "compare_ranking")
    assert len(first) == 20

    app = app.number_input[0].set_value(3).run()

    last = table(app, "compare_ranking")
    assert len(last) == 5
    assert not set(last["agency"]) & set(first["agency"])
    assert text("compare.window", first=41, last=45, n=45) in words(app)


def test_ranks_stay_within_the_type_and_ties_share_them(country_url):
    app = subjects(compared(), 9)

    rows = table(app, "compare_ranking")
    best = rows[rows["agency_type"] == TYPES[0]].iloc[0]
    assert (best["rank"], best["n"]) == (1, 23)
    # Scores begin again after 34 agencies: those of one score share a rank.
    app = app.number_input[0].set_value(3).run()
    last = table(app, "compare_ranking")
    assert last["agency"].tolist()[-2:] == [name_of(0), name_of(34)]
    assert last["rank"].tolist()[-2:] == [22, 22]
    assert last["ties"].tolist()[-2:] == [1, 1]


@pytest.mark.parametrize("group", ["type", "province", "nearest"])
def test_one_agency_stands_beside_its_peers_with_the_reason(country_url, group):
    app = peers(group=text(f"compare.group_{group}"), lead=name_of(6))

    assert not app.exception
    assert drawn(app) == "places"
    assert "เพราะ" in words(app) or "ไม่มีขนาดของหน่วยงาน" in words(app)
    assert len(table(app, "compare_spreads")) == 10


def test_without_a_lead_agency_the_page_asks_for_one(country_url):
    app = peers()

    assert not app.exception
    assert text("compare.choose_lead") in words(app)


def test_changes_are_told_net_of_the_country(country_url):
    app = pick(compared(), name_of(0))

    rows = table(app, "compare_change_table")
    assert rows["change"].tolist() == [0.5]
    assert rows["net"].tolist() == [-0.27]
    assert rows["change_words"].tolist() == ["เพิ่มขึ้น 0.50 แต่ช้ากว่าทั้งประเทศ 0.27"]
    title = figure(app, "compare_changes")["layout"]["title"]["text"]
    assert "ช้ากว่าทั้งประเทศ 0.27" in title


def test_a_store_of_one_year_says_that_no_change_is_known(sample_url):
    app = pick(compared(), PHO_HAK, NONG_MUEANG)

    assert not app.exception
    assert text("compare.one_year") in words(app)


def test_scores_stand_around_the_measures_of_the_picked_agency(store_url):
    reports = [
        build_report(
            assessed_year=year, fiscal_year=year + 1, measures=(build_measure(),)
        )
        for year in (2563, 2564, 2565)
    ]
    save(store_url, *reports)

    app = compared(year="2565")

    assert not app.exception
    rows = table(app, "compare_around")
    assert len(rows) == 3
    assert text("compare.around_note") in words(app)
    assert rows["score_after"].notna().tolist() == [True, False, False]


def test_a_store_of_one_agency_shows_it_without_a_rank(store_url):
    save(store_url, build_report())

    app = compared()

    assert not app.exception
    assert drawn(app) == "places"
    assert text("compare.no_rank") in words(app)


def test_a_year_of_measures_only_says_what_to_do(sample_url):
    app = compared(year="2567")

    assert not app.exception
    assert text("compare.only_measures", n=2) in words(app)
    assert not app.get("plotly_chart")


def test_agencies_of_measures_only_are_never_ranked(store_url):
    other = build_agency("เทศบาลตำบลอื่น")
    save(store_url, build_report(), measures_only(agency=other))

    app = compared()

    assert table(app, "compare_ranking")["agency"].tolist() == [EXAMPLE]


def test_a_picked_agency_without_the_year_is_named(store_url):
    other = build_agency("เทศบาลตำบลอื่น")
    save(store_url, build_report(), build_report(agency=other, assessed_year=2565))

    app = choose(compared(), year=2563, agency="เทศบาลตำบลอื่น")

    assert not app.exception
    assert "เทศบาลตำบลอื่น" in app.warning[0].value


def test_agencies_with_a_total_only_are_ranked_by_it(store_url):
    agencies = [build_agency(f"เทศบาลตำบลที่{at}") for at in range(3)]
    save(
        store_url,
        *(
            build_report(agency=one, scores=(), overall_score=80.0 + at, level=None)
            for at, one in enumerate(agencies)
        ),
    )

    app = compared()

    assert not app.exception
    assert text("compare.totals_only") in words(app)
    assert table(app, "compare_ranking")["score"].tolist() == [82.0, 81.0, 80.0]


def test_a_missing_score_is_left_out_and_counted(store_url):
    nine = {number: score for number, score in TEN_SCORES.items() if number != 4}
    other = build_agency("เทศบาลตำบลอื่น")
    save(
        store_url,
        build_report(),
        measures_only(agency=other, scores=build_scores(nine)),
    )

    app = subjects(compared(), 4)

    assert table(app, "compare_ranking")["agency"].tolist() == [EXAMPLE]
    assert text("compare.without_value", n=1) in words(app)


def test_filters_that_let_nothing_through_say_so(sample_url):
    app = choose(compared(), year=2563, type="เทศบาลตำบล", province="พะเยา")

    assert not app.exception
    assert text("state.nothing_found") in words(app)


def test_an_empty_store_says_what_to_do(store_url):
    open_store(store_url).close()

    app = compared()

    assert not app.exception
    assert keys(app) == {"restore_samples"}


selections = st.fixed_dictionaries(
    {},
    optional={
        "year": st.sampled_from(["2567", "2568", "2500"]),
        "province": st.sampled_from(["ลพบุรี", "พะเยา", "ดาวอังคาร"]),
        "type": st.sampled_from(TYPES),
        "agency": st.integers(0, 46).map(name_of),
        "compare_mode": st.sampled_from(
            [text("compare.mode_agencies"), text("compare.mode_peers"), "x"]
        ),
        "compare": st.lists(st.integers(0, 46).map(name_of), max_size=8),
        "lead": st.integers(0, 46).map(name_of),
        "group": st.sampled_from(
            [text(f"compare.group_{one}") for one in ("type", "province", "nearest")]
        ),
        "subjects": st.lists(st.integers(0, 10).map(short_subject_name), max_size=12),
    },
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=selections)
def test_no_selection_in_the_address_raises(country_url, query):
    app = compared(**query)

    assert not app.exception
    assert not app.error
    assert app.title


def test_a_group_too_small_for_quarters_says_so_instead_of_a_figure(sample_url):
    app = pick(compared(), PHO_HAK, NONG_MUEANG)

    assert text("compare.no_quarter") in words(app)
    assert "compare_spreads_excel" not in keys(app)


def named_in(drawing):
    return {one["text"] for one in drawing["layout"].get("annotations", ())}


def test_the_figure_turns_with_the_page(country_url):
    app = compared()
    first = named_in(figure(app, "compare_figure"))

    app = app.number_input[0].set_value(2).run()

    assert drawn(app) == "heat"
    assert named_in(figure(app, "compare_figure")) != first


def test_what_is_stored_meanwhile_is_compared_on_the_next_run(store_url):
    save(store_url, *list(country(3)))
    app = compared(agency=name_of(0), year="2568")
    before = table(app, "compare_ranking")["score"].tolist()

    store = open_store(store_url)
    numbers = store.documents().query("assessed_year == 2568")
    number = numbers.loc[numbers["agency"] == name_of(0), "document_id"].item()
    store.correct(int(number), "overall_score", 99.0, "ตรวจกับต้นฉบับ")
    store.close()

    assert table(app.run(), "compare_ranking")["score"].tolist() == [99.0] != before


def test_a_kept_figure_speaks_the_language_of_its_reader(country_url):
    thai = named_in(figure(compared(), "compare_figure"))
    english = named_in(figure(compared(lang="en"), "compare_figure"))

    assert thai != english
    assert named_in(figure(compared(), "compare_figure")) == thai
