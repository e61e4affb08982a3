"""Reports that print only a part: a total without scores, a few scores, one year."""

import dataclasses

from itadash import analysis
from itadash.analysis.coverage import counts, coverage
from itadash.labels import text
from tests.builders import build_agency, build_report, build_scores
from tests.frames import assessment, assessments
from tests.test_analysis_overview import answered_of
from tests.test_coverage_view import frames
from tests.test_pages import measures_only, opened, save, table, tiles, words
from tests.test_printing import printed, text_of

OTHER = build_agency("เทศบาลตำบลอื่น")
TOTAL = measures_only(overall_score=97.9, level="AA", measures=())


def total_only(**fields):
    return dataclasses.replace(TOTAL, **fields)


def test_a_total_without_scores_stands_on_the_printed_page(store_url):
    said = text_of(printed(TOTAL, url=store_url))

    assert "97.90" in said
    assert text("print.measures", year=2564, n=0) in said
    assert text("agency.total_only") in said
    assert text("agency.measures_only") not in said


def test_the_page_of_a_total_leads_to_its_printed_words(store_url):
    save(store_url, total_only(source="ตาราง.csv"))

    assert "ตาราง.csv" in words(opened("agency")).replace("\\", "")


def test_coverage_tells_a_total_from_scores_and_from_nothing(tmp_path):
    bare = measures_only(agency=build_agency("ค"))
    found = coverage(
        *frames(tmp_path, build_report(), total_only(agency=OTHER), bare), 2563
    )

    assert (counts(found).n, counts(found).scores, counts(found).totals) == (3, 1, 1)
    marked = found.loc[found["has_total_only"], "agency"]
    assert list(marked) == [OTHER.name]


def test_a_total_stands_in_the_table_beside_agencies_with_scores(store_url):
    save(store_url, build_report(), total_only(agency=OTHER))

    app = opened("overview")

    assert len(table(app, "score_table")) == 2
    known = text("tile.of_weak_known", weak=5, n=1)
    assert known in words(app).replace("\\", "")


def test_a_year_of_totals_and_of_measures_says_both(store_url):
    save(store_url, TOTAL, measures_only(agency=OTHER))

    said = words(opened("weak"))

    assert text("state.totals_only", n=1) in said
    assert text("state.measures_only", n=1, measures=1) in said


def test_three_scores_without_a_total_still_count_their_weak_indicators(store_url):
    three = build_scores({1: 90.0, 2: 84.997, 3: 55.5})
    save(store_url, measures_only(scores=three, measures=()))

    app = opened("overview")

    assert tiles(app)[text("tile.unanswered")] == "2"
    assert text("tile.measures_only") not in words(app)


def test_the_change_says_how_many_agencies_have_both_years(store_url):
    before = {"fiscal_year": 2563, "assessed_year": 2562, "overall_score": 70.0}
    save(store_url, build_report(), build_report(**before), build_report(agency=OTHER))

    said = words(opened("overview")).replace("\\", "")

    assert text("tile.change", change="+3.00", n=1) in said


def test_the_overview_counts_who_has_a_score_of_an_indicator():
    rows = assessments(
        assessment(1, scores={1: 90.0}), assessment(2, scores=None, total=97.9)
    )

    seen = analysis.overview(rows, 2563, answered_of(rows))

    assert (seen.scored, seen.judged, seen.agencies) == (1, 1, 2)
