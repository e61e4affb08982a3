"""Which version of a report stands, and who is who."""

import sqlite3
from datetime import date

import pytest

from itadash.model import Agency
from itadash.store import Outcome, open_store
from tests.builders import build_agency, build_report, build_scores


@pytest.fixture
def store(tmp_path):
    with_tables = open_store(f"sqlite:///{tmp_path}/store.sqlite")
    yield with_tables
    with_tables.close()


def stored_totals(store):
    return sorted(
        store.load_report(document_id).overall_score
        for document_id in store.documents()["document_id"]
    )


def only_number(store):
    return int(store.documents()["document_id"].item())


def test_a_report_saved_first_is_new(store):
    assert store.save(build_report(), content=b"a") == Outcome.NEW
    assert store.count_reports() == 1


def test_the_same_report_again_changes_nothing(store):
    store.save(build_report(), content=b"a")
    before = (store.revision(), store.documents().to_csv())

    outcome = store.save(build_report(), content=b"a")

    assert outcome == Outcome.UNCHANGED
    assert (store.revision(), store.documents().to_csv()) == before


def test_the_same_file_under_another_name_changes_nothing(store):
    store.save(build_report(source="a.txt"), content=b"a")

    outcome = store.save(build_report(source="b.txt"), content=b"a")

    assert outcome == Outcome.UNCHANGED
    assert store.documents()["source"].item() == "a.txt"


def test_a_newer_version_replaces_the_older_one_under_its_number(store):
    store.save(build_report(overall_score=70.0), content=b"old")
    number = only_number(store)

    outcome = store.save(build_report(overall_score=71.0), content=b"new")

    assert outcome == Outcome.REPLACED
    assert (only_number(store), stored_totals(store)) == (number, [71.0])
    assert len(store.assessments()) == len(store.measures()) == 1


def test_a_better_reading_of_the_same_file_replaces_the_one_before(store):
    store.save(build_report(overall_score=None), content=b"a")

    outcome = store.save(build_report(overall_score=71.0), content=b"a")

    assert (outcome, stored_totals(store)) == (Outcome.REPLACED, [71.0])


def test_a_version_that_was_replaced_before_does_not_come_back(store):
    old, new = build_report(overall_score=70.0), build_report(overall_score=71.0)
    store.save(old, content=b"old")
    store.save(new, content=b"new")
    revision = store.revision()

    outcomes = [store.save(old, content=b"old"), store.save(new, content=b"new")]

    assert outcomes == [Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert (stored_totals(store), store.revision()) == ([71.0], revision)


@pytest.mark.parametrize(
    ("incoming", "outcome", "total"),
    [
        (date(2021, 1, 9), Outcome.UNCHANGED, 70.0),
        (date(2021, 1, 10), Outcome.REPLACED, 71.0),
        (date(2021, 1, 11), Outcome.REPLACED, 71.0),
        (None, Outcome.REPLACED, 71.0),
    ],
)
def test_a_version_with_an_earlier_date_does_not_replace(
    store, incoming, outcome, total
):
    dated = build_report(report_date=date(2021, 1, 10), overall_score=70.0)
    store.save(dated, content=b"a")

    other = build_report(report_date=incoming, overall_score=71.0)

    assert store.save(other, content=b"b") == outcome
    assert stored_totals(store) == [total]


def test_the_file_of_every_version_is_kept(store):
    first = build_report(report_date=date(2021, 1, 10))
    store.save(first, content=b"first")
    sha256 = store.documents()["sha256"].item()

    store.save(build_report(report_date=date(2021, 1, 11)), content=b"second")

    assert store.raw_file(sha256) == b"first"
    assert store.documents()["superseded"].item() == 1


@pytest.mark.parametrize("kind", ["progress", "results", "score_table"])
def test_a_report_of_another_kind_never_replaces_the_plan(store, kind):
    store.save(build_report(overall_score=70.0), content=b"plan")

    outcome = store.save(build_report(kind=kind, overall_score=71.0), content=b"other")

    assert (outcome, stored_totals(store)) == (Outcome.NEW, [70.0, 71.0])


@pytest.mark.parametrize("state", ["confirmed", "corrected"])
def test_a_new_version_of_a_confirmed_report_has_only_been_read(store, state):
    store.save(build_report(overall_score=70.0), content=b"a")
    store.set_state(only_number(store), state)

    store.save(build_report(overall_score=71.0), content=b"b")

    assert store.documents()["state"].item() == "read"


def test_a_confirmed_report_saved_again_stays_confirmed(store):
    store.save(build_report(), content=b"a")
    store.set_state(only_number(store), "confirmed")

    store.save(build_report(), content=b"a")

    assert store.documents()["state"].item() == "confirmed"


def test_one_name_in_two_provinces_is_two_agencies(store):
    for province in ("ราชบุรี", "นครปฐม"):
        report = build_report(agency=build_agency(province=province))
        assert store.save(report, content=province.encode()) == Outcome.NEW

    assert store.documents()["agency_id"].nunique() == 2


@pytest.mark.parametrize("part", ["district", "province", "type"])
def test_an_unknown_part_of_an_agency_matches_nothing_by_guess(store, part):
    whole = {"district": "เมือง", "province": "ราชบุรี", "type": "เทศบาลตำบล"}
    store.save(build_report(agency=Agency("โพธิ์ทอง", **whole)), content=b"a")

    partly = Agency("โพธิ์ทอง", **(whole | {part: None}))

    assert store.save(build_report(agency=partly), content=b"b") == Outcome.NEW
    assert store.documents()["agency_id"].nunique() == 2


def test_an_unknown_part_matches_the_same_part_unknown(store):
    store.save(build_report(fiscal_year=2564), content=b"a")
    store.save(build_report(fiscal_year=2565), content=b"b")

    assert store.documents()["agency_id"].nunique() == 1


def test_two_files_that_name_no_agency_stay_apart(store):
    nameless = build_report(agency=Agency(None))

    outcomes = [store.save(nameless, content=content) for content in (b"a", b"b", b"a")]

    assert outcomes == [Outcome.NEW, Outcome.NEW, Outcome.UNCHANGED]


def test_two_files_that_print_no_year_stay_apart(store):
    timeless = build_report(fiscal_year=None, assessed_year=None)

    outcomes = [store.save(timeless, content=content) for content in (b"a", b"b", b"a")]

    assert outcomes == [Outcome.NEW, Outcome.NEW, Outcome.UNCHANGED]


def test_score_tables_of_two_years_stand_beside_each_other(store):
    for year in (2563, 2564):
        table = build_report(kind="score_table", fiscal_year=None, assessed_year=year)
        assert store.save(table, content=b"%d" % year) == Outcome.NEW


def test_one_file_may_hold_reports_on_several_agencies(store):
    for name in ("ก", "ข"):
        store.save(build_report(agency=build_agency(name)), content=b"table")

    assert store.documents()["sha256"].nunique() == 1
    assert store.count_reports() == 2


def test_a_real_report_replaces_the_sample_of_its_key(store):
    store.save(build_report(overall_score=70.0), content=b"sample", sample=True)
    sample_file = store.documents()["sha256"].item()

    outcome = store.save(build_report(overall_score=71.0), content=b"real")

    assert outcome == Outcome.REPLACED
    assert not store.has_samples()
    assert store.documents()["superseded"].item() == 0
    with pytest.raises(KeyError):
        store.raw_file(sample_file)


@pytest.mark.parametrize("made_up", [{"sample": True}, {"synthetic": True}])
def test_nothing_made_up_replaces_a_real_report(store, made_up):
    store.save(build_report(overall_score=70.0), content=b"real")

    outcome = store.save(build_report(overall_score=71.0), content=b"b", **made_up)

    assert (outcome, stored_totals(store)) == (Outcome.UNCHANGED, [70.0])
    assert not store.documents()[["sample", "synthetic"]].to_numpy().any()


def test_a_sample_s_own_file_saved_as_real_is_no_sample_any_more(store):
    store.save(build_report(), content=b"a", sample=True)

    assert store.save(build_report(), content=b"a") == Outcome.REPLACED
    assert not store.has_samples()
    assert store.raw_file(store.documents()["sha256"].item()) == b"a"


def test_removing_the_samples_leaves_the_real_reports(store):
    store.save(build_report(agency=build_agency("ก")), content=b"a", sample=True)
    store.save(build_report(agency=build_agency("ข")), content=b"b")
    revision = store.revision()

    assert store.remove_samples() == 1

    assert list(store.assessments()["agency"]) == ["ข"]
    assert store.revision() == revision + 1
    assert (store.has_samples(), store.remove_samples()) == (False, 0)


def test_deleting_a_report_leaves_nothing_behind(store, tmp_path):
    store.save(build_report(overall_score=70.0), content=b"old")
    store.save(build_report(overall_score=71.0), content=b"new")

    store.delete_report(only_number(store))
    store.forget_deleted()

    assert rows_by_table(store, tmp_path) == {"revision": 1, "alembic_version": 1}
    assert store.is_empty()


def test_deleting_one_report_of_an_agency_keeps_the_other(store):
    store.save(build_report(), content=b"file")
    store.save(build_report(kind="results"), content=b"file")

    store.delete_report(int(store.documents()["document_id"].iloc[0]))

    assert store.documents()["kind"].item() == "results"
    assert store.raw_file(store.documents()["sha256"].item()) == b"file"


def test_a_deleted_report_is_new_when_it_comes_again(store):
    store.save(build_report(), content=b"a")
    store.delete_report(only_number(store))

    assert store.save(build_report(), content=b"a") == Outcome.NEW


def test_each_change_raises_the_revision_by_one(store):
    numbers = [store.revision()]
    for content, total in ((b"a", 70.0), (b"b", 71.0)):
        store.save(build_report(overall_score=total), content=content)
        numbers.append(store.revision())
    store.set_state(only_number(store), "confirmed")
    numbers.append(store.revision())
    store.delete_report(only_number(store))
    numbers.append(store.revision())

    assert numbers == [0, 1, 2, 3, 4]


def test_a_state_of_no_report_is_a_key_error(store):
    with pytest.raises(KeyError):
        store.set_state(1, "confirmed")

    assert store.revision() == 0


def test_scores_of_a_replaced_version_are_gone(store):
    store.save(build_report(), content=b"a")
    store.save(build_report(scores=build_scores({1: 90.0})), content=b"b")

    assert list(store.scores()["score"]) == [90.0]


def rows_by_table(store, tmp_path):
    with sqlite3.connect(tmp_path / "store.sqlite") as connection:
        names = connection.execute(
            # How the index of words is built never goes; its entries are counted.
            "SELECT name FROM sqlite_master WHERE type='table' AND name NOT IN"
            " ('sqlite_sequence', 'measure_search_config', 'measure_search_data',"
            " 'measure_search_idx')"
        ).fetchall()
        counts = {
            name: connection.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0]
            for (name,) in names
        }
    return {name: count for name, count in counts.items() if count}
