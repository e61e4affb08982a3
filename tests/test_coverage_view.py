"""Which agencies have scores, a plan and reports, and which do not."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from itadash.analysis.coverage import PARTS, counts, coverage, lacking
from itadash.labels import text
from itadash.store import open_store
from tests.builders import build_agency, build_report
from tests.test_pages import opened, save, table, words

KINDS = some.lists(
    some.tuples(
        some.sampled_from(["ก", "ข", "ค"]),
        some.sampled_from(["plan", "progress", "results"]),
        some.sampled_from([2563, 2564, 2565]),
        some.booleans(),
    ),
    max_size=8,
)


def report(name, kind="plan", fiscal_year=2564, **fields):
    """A report of a year; its scores are of the year before."""
    usual = {"assessed_year": fiscal_year - 1, "agency": build_agency(name)}
    return build_report(**(usual | {"kind": kind, "fiscal_year": fiscal_year} | fields))


def frames(tmp_path, *reports):
    store = open_store(f"sqlite:///{tmp_path}/store.sqlite")
    for at, one in enumerate(reports):
        store.save(one, content=f"{at}".encode())
    return store.assessments(), store.documents()


def test_an_agency_that_lacks_most_stands_first(tmp_path):
    found = coverage(
        *frames(
            tmp_path,
            *(report("ก", kind) for kind in ("plan", "progress", "results")),
            report("ข", scores=(), overall_score=None),
        ),
        2563,
    )

    assert found["agency"].tolist() == ["ข", "ก"]
    assert found["lacks"].tolist() == [3, 0]
    assert found[[f"has_{part}" for part in PARTS]].to_numpy().tolist() == [
        [False, True, False, False],
        [True, True, True, True],
    ]


def test_measures_count_for_the_fiscal_year_after_the_scores(tmp_path):
    both = frames(tmp_path, report("ก", fiscal_year=2565))

    assert coverage(*both, 2563)["has_plan"].tolist() == [False]
    assert coverage(*both, 2564)["has_plan"].tolist() == [True]


def test_an_agency_without_a_report_of_the_year_is_listed_too(tmp_path):
    found = coverage(*frames(tmp_path, report("ก"), report("ข", "plan", 2560)), 2563)

    assert set(lacking(found, "scores")["agency"]) == {"ข"}
    assert counts(found).n == 2


def test_an_empty_store_covers_nobody(tmp_path):
    assert counts(coverage(*frames(tmp_path), 2563)).n == 0


@given(given_reports=KINDS, year=some.sampled_from([2562, 2563, 2564]))
def test_every_agency_is_counted_once_and_as_it_is(
    tmp_path_factory, given_reports, year
):
    reports = [
        report(name, kind, fiscal, **({} if scored else {"scores": ()}))
        for name, kind, fiscal, scored in given_reports
    ]
    assessments, documents = frames(tmp_path_factory.mktemp("s"), *reports)

    found = coverage(assessments, documents, year)

    stored = {
        (row["agency"], row["kind"])
        for row in documents.to_dict("records")
        if row["fiscal_year"] == year + 1
    }
    assert sorted(found["agency"]) == sorted({name for name, *_ in given_reports})
    for row in found.to_dict("records"):
        for kind in ("plan", "progress", "results"):
            assert row[f"has_{kind}"] == ((row["agency"], kind) in stored)
    for part in PARTS:
        assert len(lacking(found, part)) == len(found) - getattr(counts(found), part)


@pytest.fixture
def two_agencies(store_url):
    save(store_url, report("ก"), report("ข", scores=(), overall_score=None))
    return store_url


def test_the_checks_page_shows_who_lacks_what(two_agencies):
    app = opened("checks")

    assert not app.exception
    said = text(
        "coverage.all",
        n=2,
        scores=1,
        totals=0,
        plan=2,
        progress=0,
        results=0,
        fiscal=2564,
    )
    assert said in words(app)
    shown = table(app, "coverage")
    assert isinstance(shown, pd.DataFrame)
    assert shown["agency"].tolist() == ["ข", "ก"]

    app.session_state["coverage_lacks"] = "scores"
    app = app.run()

    assert table(app, "coverage")["agency"].tolist() == ["ข"]


def test_a_long_table_of_who_lacks_what_is_turned_over(store_url, monkeypatch):
    monkeypatch.setattr("itadash.ui.paging.MOST_ROWS", 1)
    bare = {"scores": (), "overall_score": None}
    save(store_url, report("ก"), report("ข", **bare), report("ค", **bare))
    app = opened("checks")

    app = app.number_input(key="coverage_page").set_value(3).run()
    assert table(app, "coverage")["agency"].tolist() == ["ก"]

    app.session_state["coverage_lacks"] = (
        "scores"  # two are left, the third page is none
    )
    app = app.run()

    assert not app.exception
    assert len(table(app, "coverage")) == 1
