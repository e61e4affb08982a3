"""The page of weak indicators: what it counts, draws, and leads to."""

import pandas as pd
import pytest

from itadash import charts
from itadash.labels import text
from tests.builders import build_agency, build_report, build_scores
from tests.test_pages import figure, opened, save, table, tiles, words
from tests.test_pages import linked_url as linked_url  # a fixture


def counts(*rows):
    return pd.DataFrame(rows, columns=["indicator", "weak", "without_measure"])


def drawn(chart):
    return {bar.name: list(bar.x) for bar in chart.data}


def test_tiles_count_answered_and_unanswered(linked_url):
    shown = tiles(opened("weak"))

    assert shown[text("weak.tile.all")] == "5"
    assert shown[f"✓ {text('weak.tile.answered')}"] == text("tile.n_of", n=1, of=5)
    assert shown[f"▼ {text('weak.tile.open')}"] == text("tile.n_of", n=4, of=5)
    assert shown[text("weak.tile.idle")] == "1"


def test_a_weak_point_is_counted_once_whatever_answers_it(linked_url):
    other = build_agency("เทศบาลตำบลอื่น")
    save(linked_url, build_report(agency=other, measures=(), fiscal_year=2564))

    shown = tiles(opened("weak"))

    assert shown[text("weak.tile.all")] == "10"
    assert shown[f"▼ {text('weak.tile.open')}"] == text("tile.n_of", n=9, of=10)


def test_the_chart_says_where_most_is_open(linked_url):
    other = build_agency("เทศบาลตำบลอื่น")
    scores = build_scores({10: 50.0})
    save(linked_url, build_report(agency=other, scores=scores, measures=()))

    app = opened("weak")

    title = text("weak.finding", name="ป้องกันทุจริต", n=2, weak=2)
    assert title in figure(app, "weak_chart")["layout"]["meta"]["alt"]


def test_without_any_weak_point_the_page_says_so(store_url):
    ninety = build_scores(dict.fromkeys(range(1, 11), 90.0))
    save(store_url, build_report(scores=ninety))

    app = opened("weak")

    assert not app.exception
    assert tiles(app)[text("weak.tile.all")] == "0"
    alt = figure(app, "weak_chart")["layout"]["meta"]["alt"]
    assert text("card.none_weak") in alt


def test_bars_part_what_is_open_from_what_is_answered():
    chart = charts.weak_by_indicator(counts((9, 5, 2), (10, 3, 3)), title="ก")

    assert drawn(chart)["without_measure"] == [0] * 8 + [2, 3]
    assert drawn(chart)["answered"] == [0] * 8 + [3, 0]


def test_labels_bear_shapes_and_numbers_and_none_where_nothing_is():
    chart = charts.weak_by_indicator(counts((9, 5, 2), (10, 1, 1)), title="ก")

    labels = chart.layout.yaxis.ticktext
    assert ["▼" in label or "✓" in label for label in labels] == [False] * 8 + [
        True
    ] * 2
    assert labels[8].endswith("<br><b>▼ 2 · ✓ 3</b>")
    assert labels[9].endswith("<br><b>▼ 1</b>")
    assert "ไม่มีมาตรการ 2" in charts.alt(chart)


def test_a_chart_of_nothing_weak_is_drawn_too():
    chart = charts.weak_by_indicator(counts(), title="ก")

    assert drawn(chart) == {"without_measure": [0] * 10, "answered": [0] * 10}


def picked(app, key, row):
    """Choose a row of a table, as a click would."""
    app.session_state[key] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    return app.run()


@pytest.mark.parametrize("key", ["unanswered", "answered", "weak_counts"])
def test_a_row_offers_the_page_of_its_agency(linked_url, key):
    save(linked_url, build_report(agency=build_agency("เทศบาลตำบลอื่น")))
    app = opened("weak")
    name = table(app, key)["agency"].iloc[0]

    app = picked(app, key, 0)

    assert not app.exception
    button = app.button(key=f"{key}_agency")
    assert button.label == text("weak.open_agency", name=name)


def test_a_weak_score_leads_to_its_printed_words(linked_url):
    app = picked(opened("weak"), "unanswered", 0)

    assert not app.exception
    assert text("source.at", source="plan.txt", line=20) in words(app)
