"""Pages over more agencies than are read at once: counts of all, words of a part."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import plotly.io
import pytest

from itadash import analysis
from itadash.analysis import Choice
from itadash.analysis.judged import judged, open_counts
from itadash.demo import Settings
from itadash.demo.country import Country
from itadash.labels import text
from itadash.store import open_store
from itadash.ui import offers
from itadash.ui.drawing import ready
from tests.test_pages import PAGES, choose, files, opened, sheet_rows, table, words

YEAR, AGENCIES = 2567, 130
__all__ = ["files"]


@pytest.fixture(scope="module")
def country_url(tmp_path_factory):
    url = f"sqlite:///{tmp_path_factory.mktemp('country') / 'demo.sqlite'}"
    store = open_store(url)
    made = Country(Settings(AGENCIES, (2566, YEAR))).reports()
    store.save_many(list(made), synthetic=True)
    store.close()
    return url


@pytest.fixture
def store(country_url, store_url, monkeypatch):
    monkeypatch.setenv("ITADASH_STORE", country_url)
    return open_store(country_url)


@pytest.fixture
def answered(store):
    own = analysis.chosen(store.assessments(), Choice(YEAR))
    measures = analysis.measures_of(store.measures(), own)
    weak = analysis.weak_indicators(analysis.tall_scores(own))
    return analysis.answer(weak, store.links(), measures)


def test_counts_of_the_database_judge_as_the_measures_themselves(store, answered):
    own = analysis.chosen(store.assessments(), Choice(YEAR))
    weak = analysis.weak_indicators(analysis.tall_scores(own))
    counts = store.answered_indicators(YEAR + 1), store.planned_measures(YEAR + 1)

    found = judged(weak, *counts)

    whole = answered.drop_duplicates(["agency_id", "indicator"]).reset_index(drop=True)
    columns = ["agency_id", "indicator", "has_measure", "has_report"]
    pd.testing.assert_frame_equal(found[columns], whole[columns])
    by = ["indicator"]
    pd.testing.assert_frame_equal(
        open_counts(found, by), analysis.count_by(answered, by).drop(columns="measures")
    )


def test_the_counts_of_findings_are_those_of_the_findings(store):
    counts = store.finding_counts(YEAR + 1)
    stored = store.findings(None, YEAR + 1)

    assert counts["findings"].sum() == len(stored)
    assert set(counts["severity"]) == set(stored["severity"])
    assert store.planned_measures(YEAR + 1)["measures"].sum() == len(
        store.measures(None, YEAR + 1)
    )
    assert store.planned_measures(None).empty


@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_many_agencies(store, page):
    app = choose(opened(page), year=YEAR)

    assert not app.exception
    assert len(app.title) == 1


def test_the_overview_counts_all_and_draws_the_worst_forty(store, answered):
    app = choose(opened(), year=YEAR)

    weak = answered.drop_duplicates(["agency_id", "indicator"])
    tile = next(one for one in app.metric if one.label == text("tile.unanswered"))
    assert tile.value == f"{int((~weak['has_measure']).sum()):,}"
    assert "ใน 40 หน่วยงาน" in str(app.get("plotly_chart")[-1].proto.spec)


def test_the_weak_page_counts_all_and_reads_the_measures_of_fifty(store, answered):
    app = choose(opened("weak"), year=YEAR)

    weak = answered.drop_duplicates(["agency_id", "indicator"])
    open_ones = int((~weak["has_measure"]).sum())
    assert text("weak.unanswered", n=f"{open_ones:,}") in [
        tab.label for tab in app.tabs
    ]
    assert text("paging.rows", first="1", last="50", n=str(_agencies(store))) in words(
        app
    )
    assert table(app, "answered")["agency"].nunique() <= 50


def test_the_next_part_shows_other_agencies(store):
    app = choose(opened("weak"), year=YEAR)
    first = set(table(app, "answered")["agency"])

    app = app.number_input(key="agencies_by_points").set_value(2).run()

    assert not app.exception
    assert not first & set(table(app, "answered")["agency"])


def test_a_province_narrows_to_all_its_agencies_without_parts(store):
    province = store.assessments()["province"].iloc[0]

    app = choose(opened("weak"), year=YEAR, province=province)

    assert not app.number_input


def test_the_checks_begin_with_the_gravest_and_count_all(store):
    app = choose(opened("checks"), year=YEAR)

    counts = store.finding_counts(YEAR + 1).groupby("severity", observed=False)
    warnings = int(counts["findings"].sum()["warning"])
    assert text("severity.warning", n=f"{warnings:,}") in words(app)


def test_a_long_table_is_shown_in_parts_and_taken_home_as_shown(
    store, files, monkeypatch
):
    monkeypatch.setattr("itadash.ui.paging.MOST_ROWS", 30)
    app = choose(opened(), year=YEAR)
    app = app.number_input(key="score_table_page").set_value(2).run()

    shown = list(table(app, "score_table")["agency"])
    rows = sheet_rows(files(app, "score_table_excel"))

    assert len(shown) == 30
    assert [row[0] for row in rows[1:]] == shown


def _agencies(store):
    return analysis.chosen(store.assessments(), Choice(YEAR))["agency_id"].nunique()


@pytest.mark.parametrize(
    ("searched", "n"), [("หนองดินสอ", 1), ("หนอง ดินสอ", 1), (" หนอง", 2), ("", 3)]
)
def test_a_search_of_agencies_minds_no_white_space(searched, n):
    names = ["เทศบาลตำบลหนองดินสอ", "อบต. หนอง กระดาษ", "เทศบาลเมืองดอนว่าว"]

    assert len(offers.found(pd.Series(names, dtype="str"), searched)) == n


def test_a_search_takes_signs_as_they_are():
    names = pd.Series(["ก (ข)", "ก.ข"], dtype="str")

    assert list(offers.found(names, "(ข)")) == ["ก (ข)"]
    assert list(offers.found(names, ".")) == ["ก.ข"]


def test_a_figure_made_ready_is_sent_as_it_was():
    bars = go.Figure(go.Bar(x=np.array([1.5, 2.5]), y=["ก", "ข"]))
    before = plotly.io.to_json(bars, validate=False)

    kept = ready(bars)

    assert plotly.io.to_json(kept.to_dict(), validate=False) == before
