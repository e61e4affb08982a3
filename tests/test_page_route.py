"""The page that leads to a goal: routes, sliders, and what it can't compute."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itadash.labels import text
from itadash.store import open_store
from tests.builders import TEN_SCORES, build_agency, build_report, build_scores
from tests.test_pages import (
    PHO_HAK,
    choose,
    files,
    keys,
    measures_only,
    opened,
    save,
    sheet_rows,
    table,
    tiles,
    words,
)

__all__ = ["files"]  # a fixture


def routed(**query):
    return opened("route", **query)


def pho_hak():
    return routed(agency=PHO_HAK)


def slider(app, number):
    return next(one for one in app.slider if one.label.startswith(f"{number}. "))


def pushed(app, label):
    return next(one for one in app.button if label in one.label).click().run()


def test_the_cheapest_route_of_pho_hak_stands_in_a_sentence_and_a_table(sample_url):
    app = pho_hak()

    assert not app.exception
    assert "ต้องเพิ่มรวมอย่างน้อย 77.08 คะแนน" in words(app)
    legs = table(app, "route_legs")
    to_85 = legs[legs["goal"] == text("route.goal_target", target=85)]
    assert to_85["to"].tolist() == [100.0, 70.87]
    assert text("route.not_an_oracle") in words(app)


def test_every_level_above_stands_with_the_points_it_asks_for(sample_url):
    levels = table(pho_hak(), "route_levels")

    assert levels["goal"].tolist() == ["ระดับ B", "ระดับ A", "ระดับ AA"]
    assert levels["raised"].is_monotonic_increasing
    assert levels["raised"].tolist()[1] == 77.08


def test_the_sliders_stand_at_the_printed_scores(sample_url):
    app = pho_hak()

    assert [one.value for one in app.slider] == [
        *(88.76, 83, 86.45, 80.03, 86.43, 85.59, 87.68, 80.2, 68.79, 25)
    ]
    assert tiles(app)[text("route.total")] == "69.59"
    assert tiles(app)[text("tile.level")] == "C"


def test_total_and_level_follow_the_sliders(sample_url):
    app = slider(pho_hak(), 10).set_value(100.0).run()

    assert tiles(app)[text("route.total")] == "84.59"
    assert tiles(app)[text("tile.level")] == "B"
    assert text("charts.weak") in tiles(app).values()

    app = slider(app, 9).set_value(70.86).run()
    assert tiles(app)[text("route.total")] == "84.99"
    assert tiles(app)[text("tile.level")] == "B"

    app = slider(app, 9).set_value(70.87).run()
    assert "85.00 · ระดับ A" in words(app)
    assert tiles(app)[text("route.total")] == "85.00"
    assert tiles(app)[text("tile.level")] == "A"


def test_the_sliders_go_back_to_the_report_by_one_click(sample_url):
    app = slider(pho_hak(), 10).set_value(100.0).run()

    app = app.button(key="route_reset").click().run()

    assert slider(app, 10).value == 25.0
    assert tiles(app)[text("tile.level")] == "C"


def test_a_route_is_tried_by_one_click(sample_url):
    app = pho_hak().button(key="route_try_0").click().run()

    assert not app.exception
    assert slider(app, 10).value == 100.0
    assert slider(app, 9).value == 70.87
    assert tiles(app)[text("route.total")] == "85.00"


def test_the_table_of_the_route_goes_to_excel(sample_url, files):
    app = pho_hak()

    rows = sheet_rows(files(app, "route_legs_excel"))

    assert len(rows) == len(table(app, "route_legs")) + 1
    assert 70.87 in rows[2]


def test_under_the_newer_levels_an_instrument_holds_the_level_back(store_url):
    scores = {**dict.fromkeys(range(1, 11), 96.0), 6: 80.0, 7: 80.0, 8: 83.63}
    report = build_report(
        assessed_year=2566,
        fiscal_year=2567,
        scores=build_scores(scores),
        overall_score=None,
        level=None,
    )
    save(store_url, report)

    app = routed()

    assert tiles(app)[text("tile.level")] == "ผ่าน"
    assert "ระดับ ผ่านดี" in words(app)
    assert table(app, "route_legs")["to"].tolist() == [91.37]


def test_a_goal_that_is_reached_has_no_button_to_try_it(store_url):
    full = build_scores(dict.fromkeys(range(1, 11), 100.0))
    save(store_url, build_report(scores=full, overall_score=100.0))

    app = routed()

    assert not app.exception
    assert "ถึงเป้า 85 คะแนนแล้ว" in words(app)
    assert not {"route_try_0", "route_legs_excel"} & keys(app)


def test_with_a_missing_score_nothing_is_computed_and_the_page_says_which(store_url):
    nine = {number: score for number, score in TEN_SCORES.items() if number != 4}
    save(store_url, measures_only(scores=build_scores(nine)))

    app = routed()

    assert not app.exception
    assert len(app.slider) == 9
    assert text("framework.no_score") in tiles(app).values()
    assert "4. การใช้ทรัพย์สินของราชการ" in app.warning[0].value
    assert text("route.not_computed") in words(app)


def test_a_report_of_measures_only_has_no_route(sample_url):
    app = routed(agency="เทศบาลตำบลโนนทอง")

    assert not app.exception
    assert text("route.measures_only") in words(app)
    assert not app.slider


@pytest.mark.parametrize("year", [2561, None])
def test_a_year_without_the_ten_indicators_has_no_level_to_reach(store_url, year):
    fiscal_year = None if year is None else year + 1
    report = build_report(assessed_year=year, fiscal_year=fiscal_year)
    save(store_url, report)

    app = routed()

    assert not app.exception
    assert "route_levels_excel" not in keys(app)


def test_without_a_choice_the_page_offers_agencies_under_its_own_title(sample_url):
    app = routed()

    assert app.title[0].value == text("nav.route")
    app = pushed(app, PHO_HAK)

    assert app.title[0].value == text("route.title")
    assert PHO_HAK in words(app)


def test_filters_that_let_nothing_through_say_so(sample_url):
    app = choose(routed(), year=2563, type="เทศบาลตำบล", province="พะเยา")

    assert not app.exception
    assert text("state.nothing_found") in words(app)


def test_the_sliders_of_one_agency_leave_those_of_another_alone(store_url):
    other = build_agency("เทศบาลตำบลอื่น")
    save(store_url, build_report(), build_report(agency=other))

    app = routed(agency="เทศบาลตำบลตัวอย่าง")
    app = slider(app, 10).set_value(1.0).run()
    app = choose(app, agency="เทศบาลตำบลอื่น")

    assert slider(app, 10).value == TEN_SCORES[10]


def test_an_empty_store_says_what_to_do(store_url):
    open_store(store_url).close()

    app = routed()

    assert not app.exception
    assert app.title[0].value == text("empty.title")


def test_of_a_year_whose_items_are_known_oit_may_move_by_whole_items(store_url):
    scores = {**dict.fromkeys(range(1, 9), 85.0), 9: 100.0, 10: 50.0}
    report = build_report(
        assessed_year=2564,
        fiscal_year=2565,
        scores=build_scores(scores),
        overall_score=None,
        level=None,
    )
    save(store_url, report)

    app = routed()
    assert table(app, "route_legs")["to"].tolist() == [70.0]

    app = app.toggle(key="whole_items").set_value(True).run()

    assert not app.exception
    assert table(app, "route_legs")["to"].tolist() == [68.75, 87.5]


def test_where_the_items_are_not_known_no_steps_are_offered(sample_url):
    assert not pho_hak().toggle


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.integers(1, 10), st.integers(0, 10_000).map(lambda one: one / 100)
    )
)
def test_wherever_the_sliders_stand_total_and_level_are_told(sample_url, moved):
    app = pho_hak()
    for number, score in moved.items():
        slider(app, number).set_value(score)

    app = app.run()

    assert not app.exception
    assert text("framework.no_score") not in tiles(app).values()
