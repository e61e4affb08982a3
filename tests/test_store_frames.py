"""The frames that screens and exports are made of."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from itadash.model import Link, Place
from itadash.store import open_store
from tests.builders import (
    TEN_SCORES,
    build_agency,
    build_finding,
    build_measure,
    build_report,
    build_score,
    build_scores,
)

FRAMES = ["assessments", "measures", "links", "scores", "findings", "documents"]


@pytest.fixture
def store(tmp_path):
    with_tables = open_store(f"sqlite:///{tmp_path}/store.sqlite")
    yield with_tables
    with_tables.close()


def save(store, content=b"a", **fields):
    report = build_report(**fields)
    store.save(report, content=content)


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_has_the_same_columns_and_types_when_it_is_empty(store, name):
    empty = getattr(store, name)()
    save(store, findings=(build_finding(),))
    full = getattr(store, name)()

    assert (len(empty), len(full) > 0) == (0, True)
    assert list(empty.columns) == list(full.columns)
    for column in full.columns:
        assert full[column].dtype.kind == empty[column].dtype.kind


@pytest.mark.parametrize("name", FRAMES)
def test_text_that_repeats_is_categorical_and_no_other_text_an_object(store, name):
    save(store, findings=(build_finding(),))

    types = getattr(store, name)().dtypes.astype(str)

    assert set(types[types == "object"].index) <= {"parameters"}
    assert set(types.reindex(["agency", "province", "kind"]).dropna()) <= {"category"}


def test_an_assessment_shows_scores_and_the_means_of_the_instruments(store):
    save(store)

    row = store.assessments().iloc[0]

    assert [row[f"i{number}"] for number in TEN_SCORES] == list(TEN_SCORES.values())
    assert (row["iit"], row["eit"], row["oit"]) == (83.55, 86.83, 55.0)
    assert (row["assessed_year"], row["fiscal_year"]) == (2563, 2564)
    assert row["has_scores"]


def test_a_mean_at_the_target_has_no_binary_dust(store):
    save(store, scores=build_scores({6: 84.9, 7: 85.0, 8: 85.1}))

    assert store.assessments()["eit"].item() == 85.0


def test_the_mean_of_an_instrument_that_is_not_whole_is_missing(store):
    points = dict.fromkeys(range(1, 10), 90.0)
    save(store, scores=build_scores(points))

    row = store.assessments().iloc[0]

    assert (row["iit"], row["eit"]) == (90.0, 90.0)
    assert np.isnan(row["oit"])


@pytest.mark.parametrize(
    ("printed", "shown"),
    [(-0.01, False), (0.0, True), (100.0, True), (100.01, False)],
)
def test_a_score_out_of_range_stands_only_among_the_printed_ones(store, printed, shown):
    save(store, scores=(build_score(1, printed),))

    assert store.assessments()["i1"].notna().item() is shown
    assert store.scores()["score"].item() == printed


def test_a_year_that_is_not_printed_is_the_one_before_the_measures(store):
    save(store, assessed_year=None, fiscal_year=2565)

    row = store.assessments().iloc[0]

    assert (row["assessed_year"], row["year_derived"]) == (2564, True)
    assert len(store.scores(assessed_year=2564)) == 10


def test_a_report_without_any_year_keeps_its_row(store):
    save(store, assessed_year=None, fiscal_year=None)

    row = store.assessments().iloc[0]

    assert row["assessed_year"] is pd.NA
    assert not row["year_derived"]


def test_an_agency_with_measures_only_has_a_row_without_scores(store):
    save(store, scores=(), overall_score=None, level=None)

    row = store.assessments().iloc[0]

    assert not row["has_scores"]
    assert np.isnan([row["i1"], row["iit"], row["total"]]).all()


def test_of_two_documents_the_one_with_more_indicators_is_shown(store):
    save(store, kind="plan")
    save(store, kind="results", scores=build_scores({1: 99.0}))

    assert list(store.assessments()["kind"]) == ["plan"]


def test_of_two_documents_with_as_many_indicators_the_newest_is_shown(store):
    save(store, kind="plan")
    save(store, kind="results")

    assert list(store.assessments()["kind"]) == ["results"]


def test_a_confirmed_document_is_shown_before_a_fuller_one(store):
    save(store, kind="results", scores=build_scores({1: 99.0}))
    store.set_state(1, "confirmed")
    save(store, kind="plan")

    assert list(store.assessments()["kind"]) == ["results"]


def test_a_confirmed_document_without_scores_hides_none(store):
    save(store, kind="results", scores=())
    store.set_state(1, "confirmed")
    save(store, kind="plan")

    assert list(store.assessments()["kind"]) == ["plan"]


def test_a_real_document_is_shown_before_a_sample(store):
    store.save(build_report(kind="plan"), content=b"a", sample=True)
    save(store, kind="results", scores=())

    shown = store.assessments()

    assert list(shown["kind"]) == ["results"]
    assert not shown["sample"].item()


def test_each_year_of_an_agency_is_a_row_of_its_own(store):
    for year in (2563, 2564):
        save(store, assessed_year=year, fiscal_year=year + 1)

    shown = store.assessments()

    assert list(shown["assessed_year"]) == [2563, 2564]
    assert shown["agency_id"].nunique() == 1


def test_measures_come_with_all_fields_and_their_units_as_one_text(store):
    save(store, measures=(build_measure("ก", group="กลุ่ม", result="ทำแล้ว"),))

    row = store.measures().iloc[0]

    assert (row["title"], row["group_heading"], row["result"]) == (
        "ก",
        "กลุ่ม",
        "ทำแล้ว",
    )
    assert row["units"] == "สำนักปลัด, กองคลัง"
    assert row["period_start"] == pd.Timestamp(date(2020, 10, 1))
    assert (row["line"], row["no"]) == ("32", 1)


def test_a_line_of_a_text_and_a_cell_of_a_sheet_are_both_text(store):
    rows = tuple(build_measure(place=Place(line)) for line in (32, "ก!A3", None))
    save(store, measures=rows)

    lines = store.measures()["line"]

    assert list(lines[:2]) == ["32", "ก!A3"]
    assert lines.isna()[2]


def test_measures_keep_the_order_of_their_report(store):
    titles = ["ค", "ก", "ข"]
    save(store, measures=tuple(build_measure(title, no=1) for title in titles))

    assert list(store.measures()["title"]) == titles


@pytest.mark.parametrize("name", ["measures", "links", "findings", "scores"])
def test_a_frame_may_be_asked_for_some_agencies(store, name):
    for who in ("ก", "ข", "ค"):
        save(store, agency=build_agency(who), findings=(build_finding(),))
    ask = getattr(store, name)
    ids = store.documents()["agency_id"]

    assert set(ask(agency_ids=ids[:2])["agency_id"]) == set(ids[:2])
    assert len(ask(agency_ids=[])) == 0
    assert len(ask(agency_ids=range(50_000))) == len(ask())


@pytest.mark.parametrize("name", ["measures", "links", "findings"])
def test_a_frame_may_be_asked_for_a_fiscal_year(store, name):
    for year in (2564, 2565):
        save(store, fiscal_year=year, findings=(build_finding(),))

    assert set(getattr(store, name)(fiscal_year=2565)["fiscal_year"]) == {2565}


def test_links_belong_to_their_measures(store):
    strong, weak = Link(9, 0.8, "เผยแพร่"), Link(7, 0.3, "สื่อสาร")
    rows = (
        build_measure("ก", indicators=()),
        build_measure("ข", indicators=(strong, weak)),
    )
    save(store, measures=rows)

    found = store.links().merge(store.measures(), on="measure_id")

    assert list(found["title"]) == ["ข", "ข"]
    assert list(found["indicator"]) == [9, 7]
    assert list(found["reason"]) == ["เผยแพร่", "สื่อสาร"]


def test_a_finding_comes_with_the_parameters_of_its_sentence(store):
    parameters = (("printed", 69.5), ("level", "C"))
    save(store, findings=(build_finding(parameters=parameters, measure=0),))

    row = store.findings().iloc[0]

    assert row["parameters"] == {"printed": 69.5, "level": "C"}
    assert row["measure"] == 0
    assert row["indicator"] is pd.NA


def test_documents_tell_the_number_of_their_measures(store):
    save(store, measures=(build_measure("ก"), build_measure("ข")))

    assert store.documents()["measures"].item() == 2


def test_made_up_reports_are_marked_in_every_frame(store):
    report = build_report(findings=(build_finding(),))
    store.save(report, content=b"a", sample=True, synthetic=True)

    for name in ("assessments", "measures", "scores", "findings", "documents"):
        assert getattr(store, name)()[["sample", "synthetic"]].all(axis=None)
