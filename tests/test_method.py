"""How scores are made, as the page shows it: from the reference data, by years."""

import re

import pytest

from itadash import framework, labels
from itadash.analysis import method
from itadash.labels import text
from itadash.reference import rows
from itadash.store import open_store
from tests.test_pages import files, keys, opened, sheet_rows, table, words

__all__ = ["files"]
TABLES = ("indicators", "weights", "levels", "targets", "checks", "national", "sources")


def test_a_point_is_worth_its_share_of_the_instrument():
    worth = method.indicator_rules().set_index("indicator")["worth"]

    assert worth[[1, 5, 6, 8, 9, 10]].tolist() == [0.06, 0.06, 0.1, 0.1, 0.2, 0.2]
    assert worth.sum() == pytest.approx(1)


def test_the_weights_of_every_span_add_up_to_a_hundred():
    totals = method.instrument_weights().groupby("years")["weight"].sum()

    assert totals.index.tolist() == ["2562", "2563–2564", "ตั้งแต่ 2565"]
    assert totals.tolist() == pytest.approx([100, 100, 100])


def test_both_scales_of_levels_are_there_with_their_bars():
    levels = method.level_rules().set_index("level")

    assert tuple(levels.index) == framework.level_names()
    assert levels["minimum_total"]["AA"] == 95
    assert levels["minimum_instrument"]["ผ่านดี"] == "85"
    assert levels["minimum_instrument"]["ผ่าน"] == text("method.no_bar")


def test_what_is_not_known_of_a_year_stays_missing():
    years = method.national_years().set_index("year")

    assert years.loc[2563, ["mean", "passed", "passed_share"]].isna().all()
    assert years.loc[2568, "mean"] == 93.82
    assert years.loc[2567, "basis"] == text("method.derived")


def test_every_kind_of_finding_is_named_once():
    known = [key for key in labels._sentences("th") if key.startswith("finding_kind.")]

    assert sorted(known) == sorted(f"finding_kind.{code}" for code in method.CHECKS)


@pytest.mark.parametrize("language", labels.LANGUAGES)
def test_every_source_behind_the_tables_is_described(language):
    used = {
        row["source"]
        for name in ("indicators", "weights", "levels", "targets", "national_results")
        for row in rows(name)
    }

    with labels.speaking(language):
        assert all(labels.has(f"method.source.{key}") for key in used)


@pytest.mark.parametrize("language", labels.LANGUAGES)
def test_the_page_works_before_any_report_is_stored(store_url, files, language):
    open_store(store_url).close()

    app = opened("method", lang=language)

    assert not app.exception
    with labels.speaking(language):
        assert app.title[0].value == text("method.title")
        assert text("method.say.weights") in words(app)
    assert {f"method_{name}_excel" for name in TABLES} == keys(app)
    shown = table(app, "method_levels")
    assert len(sheet_rows(files(app, "method_levels_excel"))) == len(shown) + 1 == 13


def test_the_english_page_holds_no_thai_but_the_name_of_the_language(sample_url):
    app = opened("method", lang="en")

    frames = [table(app, f"method_{name}").to_csv() for name in TABLES]
    said = words(app) + "".join(frames)
    assert not re.search("[ก-๛]", said)


@pytest.mark.parametrize("language", labels.LANGUAGES)
def test_the_note_under_a_chart_leads_to_the_page(sample_url, language):
    app = opened("overview", lang=language)

    with labels.speaking(language):
        name = text("nav.method")
    assert f"[{name}](method" in words(app)
