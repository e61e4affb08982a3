"""The page of all measures in every state, without a browser."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itadash.labels import text
from itadash.store import open_store
from itadash.ui.measures import found as found_part
from itadash.ui.measures import years as years_part
from tests.builders import build_agency, build_measure, build_report
from tests.test_pages import (
    figure,
    keys,
    measures_only,
    opened,
    save,
    sheet_rows,
    table,
    tiles,
    words,
)
from tests.test_pages import files as files  # a fixture


def titles(app):
    return list(table(app, "found")["title"]) if "found_excel" in keys(app) else []


@pytest.fixture
def two_years_url(store_url):
    """Store an agency's measures of two years, one carried over, and another's."""
    kept, gone = build_measure("อบรมคุณธรรมบุคลากร"), build_measure("ติดกล้องวงจรปิด", no=2)
    fresh = build_measure("เผยแพร่แผนจัดซื้อจัดจ้าง", no=3, units=("กองคลัง",), period=None)
    other = build_agency("เทศบาลตำบลอื่น", province="ลพบุรี")
    save(
        store_url,
        build_report(measures=(kept, gone)),
        build_report(measures=(kept, fresh), fiscal_year=2565, assessed_year=2564),
        build_report(agency=other, measures=(build_measure("ปลูกต้นไม้"),)),
    )
    return store_url


def test_the_page_shows_the_measures_of_the_year_after_the_assessed_one(two_years_url):
    app = opened("measures")

    assert not app.exception
    assert titles(app) == ["อบรมคุณธรรมบุคลากร", "เผยแพร่แผนจัดซื้อจัดจ้าง"]
    assert text("measures.scope", first=1, last=2, n=2) in words(app)


def test_words_find_measures_without_caring_about_spaces(two_years_url):
    app = opened("measures")

    app = app.text_input(key="q").set_value("แผน จัดซื้อ จัดจ้าง").run()

    assert titles(app) == ["เผยแพร่แผนจัดซื้อจัดจ้าง"]


def test_the_address_reopens_a_search(two_years_url):
    app = opened("measures", q="อบรม", plan_year="2564")

    assert not app.exception
    assert titles(app) == ["อบรมคุณธรรมบุคลากร"]
    assert list(table(app, "found")["fiscal_year"]) == [2564]


def test_filters_narrow_what_is_found(two_years_url):
    app = opened("measures")

    app = app.selectbox(key="unit").set_value("กองคลัง").run()
    assert titles(app) == ["อบรมคุณธรรมบุคลากร", "เผยแพร่แผนจัดซื้อจัดจ้าง"]
    app = app.selectbox(key="unit").set_value("สำนักปลัด").run()
    assert titles(app) == ["อบรมคุณธรรมบุคลากร"]
    app = app.selectbox(key="indicator").set_value(8).run()
    assert titles(app) == []
    assert text("measures.none") in words(app)


def test_the_filter_bar_narrows_it_too(two_years_url):
    app = opened("measures", province="ลพบุรี", plan_year="2564")

    assert titles(app) == ["ปลูกต้นไม้"]


def test_all_years_are_found_on_request_and_then_no_calendar_is_drawn(two_years_url):
    app = opened("measures")

    app = app.selectbox(key="plan_year").set_value(0).run()

    assert len(titles(app)) == 5
    assert text("measures.calendar_one_year") in words(app)
    assert text("carried.one_year") in words(app)
    assert not app.get("plotly_chart")


def test_a_page_holds_so_many_rows_and_excel_takes_them_or_all(
    two_years_url, monkeypatch, files
):
    monkeypatch.setattr(found_part, "PAGE", 1)

    app = opened("measures")

    assert titles(app) == ["อบรมคุณธรรมบุคลากร"]
    on_screen = sheet_rows(files(app, "found_excel"))
    every = sheet_rows(files(app, "found_every"))
    assert any("อบรมคุณธรรมบุคลากร" in row for row in on_screen)
    assert not any("เผยแพร่แผนจัดซื้อจัดจ้าง" in row for row in on_screen)
    assert any("เผยแพร่แผนจัดซื้อจัดจ้าง" in row for row in every)


def test_one_page_needs_no_second_button(two_years_url):
    assert "found_every" not in keys(opened("measures"))


def test_completeness_is_said_as_n_of_all_found(two_years_url):
    app = opened("measures")

    shown = tiles(app)
    assert shown[text("measures.has_unit")] == text("tile.n_of", n=2, of=2)
    assert shown[text("measures.has_period")] == text("tile.n_of", n=1, of=2)
    assert shown[text("measures.has_result")] == text("tile.n_of", n=0, of=2)


def test_the_calendar_says_what_it_leaves_out(two_years_url):
    app = opened("measures", plan_year="2564")

    title = text("measures.calendar", n=3, of=3, year=2564)
    assert title in figure(app, "calendar")["layout"]["meta"]["alt"]


def test_the_year_before_shows_carried_new_and_dropped(two_years_url):
    app = opened("measures")

    shown = table(app, "carried")
    fates = dict(zip(shown["title"], shown["fate_word"], strict=True))
    assert fates == {
        "เผยแพร่แผนจัดซื้อจัดจ้าง": f"+ {text('carried.new')}",
        "อบรมคุณธรรมบุคลากร": f"= {text('carried.carried')}",
        "ติดกล้องวงจรปิด": f"– {text('carried.dropped')}",
    }


def test_without_a_year_before_there_is_nothing_to_compare(two_years_url):
    app = opened("measures", plan_year="2564")

    assert text("carried.nothing", year=2564, before=2563) in words(app)


def test_too_many_to_compare_are_asked_to_be_fewer(two_years_url, monkeypatch):
    monkeypatch.setattr(years_part, "MOST_COMPARED", 1)

    app = opened("measures")

    assert text("carried.too_many", most=1) in words(app)


def test_an_agency_with_measures_only_has_the_whole_page(store_url):
    save(store_url, measures_only())

    app = opened("measures")

    assert not app.exception
    assert len(titles(app)) == 1


def test_a_report_without_measures_says_what_to_do(store_url):
    save(store_url, build_report(measures=()))

    app = opened("measures")

    assert not app.exception
    assert text("measures.none") in words(app)


def test_samples_are_found_while_there_is_nothing_else(sample_url):
    app = opened("measures")

    assert not app.exception
    assert len(titles(app)) > 3
    assert "[" not in app.title[0].value


def test_samples_are_left_out_beside_a_report_of_ones_own(sample_url):
    save(sample_url, build_report())

    app = opened("measures", plan_year="2564")

    assert titles(app) == ["เผยแพร่ข้อมูลทุกไตรมาส"]


@pytest.mark.parametrize(
    "query",
    ['"', "%", "_", "*", "'; DROP TABLE measures; --", "ก" * 10_000, "<b>", "$x$"],
)
def test_a_hostile_query_finds_nothing_and_harms_nothing(two_years_url, query):
    app = opened("measures", q=query)

    assert not app.exception
    assert not app.error
    assert len(open_store(two_years_url).measures()) == 5


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    q=st.sampled_from(["", "อบรม", "แผน 2564", "ก", '"%_', "zzz"]),
    plan_year=st.sampled_from([None, 0, 2564, 2565]),
    indicator=st.none() | st.integers(1, 10),
    year=st.sampled_from([2563, 2564]),
    province=st.sampled_from([None, "ลพบุรี"]),
)
def test_no_combination_of_filters_breaks_the_page(two_years_url, **asked):
    query = {key: str(value) for key, value in asked.items() if value is not None}

    app = opened("measures", **query)

    assert not app.exception
    assert not app.error
