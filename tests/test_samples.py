"""The five samples and the table beside them: how they come, what they say, and go."""

import pytest

from itadash import framework
from itadash.analysis import choosing, of_agencies, tall_scores, weak_indicators
from itadash.ingest import ingest
from itadash.store import create_with, open_store
from itadash.ui.loading import SAMPLES, add_samples

PHO_HAK = "001_phohak_2564.txt"
NONG_MUEANG = "003_nongmueang_2564.txt"
TABLE = "published_scores.csv"
REPORTS, MEANS, AGENCIES = 5, 5, 8  # reports, and rows of the table of each kind
ALL = REPORTS + MEANS + AGENCIES
MEASURES_ONLY = {
    "000_rangchorakhe_2568.txt": 6,
    "002_nonthong_2568.txt": 8,
    "004_huaiyangkham_2565.txt": 4,
}


@pytest.fixture
def store(sample_url):
    opened = open_store(sample_url)
    yield opened
    opened.close()


def row_of(store, source):
    rows = store.assessments()
    return rows[rows["source"] == source]


def weak_of(store, source):
    weak = weak_indicators(tall_scores(row_of(store, source)))
    return sorted(int(number) for number in weak["indicator"])


def test_all_samples_are_read_and_none_is_refused(store_url):
    store = open_store(store_url)

    summary = ingest([SAMPLES], store, sample=True)

    assert (summary.new, summary.replaced, summary.unchanged) == (ALL, 0, 0)
    assert summary.refused == ()


def test_every_row_that_comes_from_a_sample_is_marked(store):
    for frame in (store.documents(), store.assessments(), store.measures()):
        assert len(frame) >= 5
        assert frame["sample"].all()


def test_a_store_that_does_not_exist_is_made_from_the_samples(store_url):
    store = create_with(store_url, add_samples)

    assert store.count_reports() == ALL


def test_a_second_start_adds_nothing(store_url):
    create_with(store_url, add_samples).close()
    before = open_store(store_url).revision()

    store = create_with(store_url, add_samples)

    assert store.count_reports() == ALL
    assert store.revision() == before


def test_an_existing_empty_store_stays_empty(store_url):
    open_store(store_url).close()

    store = create_with(store_url, add_samples)

    assert store.is_empty()


def test_samples_that_were_removed_do_not_come_back_at_the_next_start(store_url):
    store = create_with(store_url, add_samples)
    assert store.remove_samples() == ALL
    store.close()

    assert create_with(store_url, add_samples).is_empty()


def test_samples_that_were_removed_can_be_put_back_as_they_were(store):
    before = store.assessments().drop(columns="document_id")
    store.remove_samples()

    add_samples(store)

    after = store.assessments().drop(columns="document_id")
    assert after.drop(columns="agency_id").equals(before.drop(columns="agency_id"))
    assert after["sample"].all()


def test_pho_hak_shows_its_printed_and_its_computed_total(store):
    row = row_of(store, PHO_HAK).iloc[0]

    assert (row["total"], row["level"]) == (69.58, "C")
    assert (row["computed_total"], row["computed_level"]) == (69.585, "C")


def test_nong_mueang_shows_a_total_that_differs_from_the_computed_one(store):
    row = row_of(store, NONG_MUEANG).iloc[0]

    assert (row["total"], row["computed_total"]) == (92.65, 92.676)


@pytest.mark.parametrize(
    ("source", "weak"), [(PHO_HAK, [2, 4, 8, 9, 10]), (NONG_MUEANG, [7, 8])]
)
def test_the_weak_indicators_are_those_below_the_target(store, source, weak):
    assert weak_of(store, source) == weak


@pytest.mark.parametrize(("source", "measures"), MEASURES_ONLY.items())
def test_a_report_of_measures_has_all_its_measures_and_no_score(
    store, source, measures
):
    own = store.measures()

    assert not row_of(store, source)["has_scores"].any()
    assert len(own[own["source"] == source]) == measures


def test_the_table_brings_totals_of_agencies_and_means_of_provinces(store):
    rows = row_of(store, TABLE)
    agencies = of_agencies(rows)

    assert (len(rows), len(agencies)) == (MEANS + AGENCIES, AGENCIES)
    assert not agencies["has_scores"].any()
    assert rows["total"].notna().all()
    assert rows.loc[rows["has_scores"], "computed_total"].notna().all()


def test_the_table_holds_no_year_that_has_no_levels_to_judge_it_by(store):
    rows = of_agencies(row_of(store, TABLE))

    assert all(framework.levels(int(year)) for year in rows["assessed_year"])


def test_the_table_names_agencies_as_they_are_printed_in_thai():
    text = (SAMPLES / TABLE).read_text(encoding="utf-8")

    assert "translated" not in text


def test_a_total_without_indicators_stays_a_total(store):
    agencies = of_agencies(row_of(store, TABLE))
    indicators = [f"i{number}" for number in range(1, 11)]

    assert (
        agencies[[*indicators, "iit", "eit", "oit", "computed_total"]]
        .isna()
        .all(axis=None)
    )


def test_the_table_holds_no_agency_and_year_of_a_sample_twice(store):
    rows = store.assessments()

    assert not rows.duplicated(["agency", "province", "assessed_year"]).any()
    assert not set(row_of(store, TABLE)["agency"]) & set(
        row_of(store, PHO_HAK)["agency"]
    )


def test_the_newest_year_with_scores_of_agencies_is_shown_first(store):
    assert choosing.first_year(store.assessments()) == 2563


def test_every_measure_of_the_samples_says_who_and_when(store):
    measures = store.measures()

    assert measures[["title", "responsible", "period", "line"]].notna().all(axis=None)
