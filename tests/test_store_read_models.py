"""Frames of the country that a store keeps: as good as made now, or not used."""

import sqlite3

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from itadash.demo import Settings
from itadash.demo.country import Country
from itadash.store import open_store, read_models
from tests.builders import build_agency, build_report

YEAR = 2567


@pytest.fixture
def path(tmp_path):
    return tmp_path / "store.sqlite"


@pytest.fixture
def store(path, monkeypatch):
    monkeypatch.setattr(read_models, "WORTH_KEEPING", 1)
    opened = open_store(f"sqlite:///{path}")
    opened.save_many(
        list(Country(Settings(4, (YEAR - 1, YEAR), 3)).reports()), synthetic=True
    )
    opened.save(build_report(), content=b"one real report")
    yield opened
    opened.close()


def frames(store):
    return {
        "assessments": store.assessments(),
        "order": store.agency_order(),
        "answered": store.answered_indicators(YEAR),
        "planned": store.planned_measures(YEAR),
        "findings": store.finding_counts(YEAR),
    }


def made_now(store, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(read_models, "kept", lambda *_: None)
        return frames(store)


def names_kept(path):
    with sqlite3.connect(path) as connection:
        return {row[0] for row in connection.execute("SELECT name FROM read_models")}


def change_kept(path, statement, *values):
    with sqlite3.connect(path) as connection:
        assert connection.execute(statement, values).rowcount > 0


def assert_same(found, expected):
    for name, frame in expected.items():
        assert not frame.empty, name
        assert_frame_equal(found[name], frame, check_categorical=True)


def test_a_kept_frame_is_the_one_that_was_made(store, path, monkeypatch):
    expected = made_now(store, monkeypatch)

    with monkeypatch.context() as patched:
        patched.setattr(pd.DataFrame, "to_feather", None)  # nothing is made again
        found = frames(store)

    assert len(names_kept(path)) == 5
    assert_same(found, expected)


def test_a_change_is_seen_at_once(store):
    before = frames(store)["assessments"]

    store.save(build_report(assessed_year=2560, fiscal_year=2561), content=b"another")

    after = frames(store)["assessments"]
    assert len(after) == len(before) + 1
    assert 2560 in set(after["assessed_year"])


@pytest.mark.parametrize("content", [b"", b"no frame", b"ARROW1\0\0" * 50])
def test_a_damaged_frame_is_made_again(store, path, monkeypatch, content):
    expected = made_now(store, monkeypatch)
    change_kept(path, "UPDATE read_models SET content = ?", content)

    assert_same(frames(store), expected)


def test_a_frame_cut_short_is_made_again(store, path, monkeypatch):
    expected = made_now(store, monkeypatch)
    change_kept(path, "UPDATE read_models SET content = substr(content, 1, 900)")

    assert_same(frames(store), expected)


def test_a_frame_of_other_columns_is_made_again(store, path, monkeypatch):
    expected = made_now(store, monkeypatch)
    change_kept(
        path,
        "UPDATE read_models SET content ="
        " (SELECT content FROM read_models WHERE name = 'planned 2567')"
        " WHERE name = 'assessments'",
    )

    assert_same(frames(store), expected)


def test_what_other_code_made_is_not_used(store, path, monkeypatch):
    expected = made_now(store, monkeypatch)
    empty = expected["assessments"].head(0)
    monkeypatch.setattr(read_models, "_making", lambda: "other code")
    with store._writing_at_once() as connection:
        made_from = read_models.stamp(connection)
        read_models.keep(connection, "assessments", made_from, empty)
    monkeypatch.undo()
    monkeypatch.setattr(read_models, "WORTH_KEEPING", 1)

    assert_same(frames(store), expected)


def test_a_frame_made_before_a_change_is_not_kept_after_it(store, path):
    with store._reading() as connection:
        made_from = read_models.stamp(connection)
    old = store.assessments().head(0)
    store.save(build_report(assessed_year=2560, fiscal_year=2561), content=b"another")

    with store._writing_at_once() as connection:
        read_models.keep(connection, "assessments", made_from, old)

    assert not store.assessments().empty


def test_a_store_that_another_writes_gives_its_frames_without_waiting(store, path):
    store.save(build_report(assessed_year=2560, fiscal_year=2561), content=b"another")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        found = store.assessments()
    finally:
        other.close()

    assert 2560 in set(found["assessed_year"])
    store.save(
        build_report(assessed_year=2559, fiscal_year=2560), content=b"patient again"
    )


def test_a_small_store_keeps_none(path):
    opened = open_store(f"sqlite:///{path}")
    opened.save(build_report(), content=b"one")

    frames(opened)
    opened.close()

    assert names_kept(path) == set()


def test_counts_with_and_without_made_up_reports_are_kept_apart(store):
    for count in (store.planned_measures, store.answered_indicators):
        assert not count(YEAR).empty
        assert count(YEAR, samples=False).empty
        assert not count(YEAR).empty


def test_agencies_stand_in_dictionary_order_and_those_of_one_name_by_province(store):
    first = {"district": "ก", "province": "เชียงใหม่"}
    agencies = [
        build_agency("เทศบาลตำบลแม่สมมุติ", **first),
        build_agency("เทศบาลตำบลกาสมมุติ", district="ก", province="น่าน"),
        build_agency("เทศบาลตำบลกาสมมุติ", **first),
    ]
    for at, agency in enumerate(agencies):
        store.save(build_report(agency=agency), content=str(at).encode())

    rows = store.assessments().drop_duplicates("agency_id").set_index("agency_id")
    names = rows.loc[store.agency_order()["agency_id"], ["agency", "province"]]
    found = [pair for pair in names.itertuples(index=False) if "สมมุติ" in pair[0]]

    assert [tuple(pair) for pair in found] == [
        ("เทศบาลตำบลกาสมมุติ", "เชียงใหม่"),
        ("เทศบาลตำบลกาสมมุติ", "น่าน"),
        ("เทศบาลตำบลแม่สมมุติ", "เชียงใหม่"),
    ]
