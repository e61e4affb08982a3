"""Findings that a person has looked at."""

import pytest

from itadash.store import open_store
from tests.builders import build_report


@pytest.fixture
def store(tmp_path):
    opened = open_store(f"sqlite:///{tmp_path}/store.sqlite")
    opened.save(build_report(), content=b"a")
    yield opened
    opened.close()


@pytest.fixture
def number(store):
    return int(store.documents()["document_id"].item())


def keys(store, agencies=None):
    return store.looked_at(agencies)["finding_key"].tolist()


def test_a_finding_is_noted_as_looked_at_once(store, number):
    store.set_looked_at(number, "abc", seen=True)
    store.set_looked_at(number, "abc", seen=True)

    assert keys(store) == ["abc"]
    assert store.looked_at()["document_id"].tolist() == [number]


def test_a_look_can_be_taken_back(store, number):
    store.set_looked_at(number, "abc", seen=True)

    store.set_looked_at(number, "abc", seen=False)
    store.set_looked_at(number, "never", seen=False)

    assert keys(store) == []


def test_a_look_at_a_report_that_is_gone_is_refused(store, number):
    with pytest.raises(KeyError):
        store.set_looked_at(number + 1, "abc", seen=True)


def test_looks_are_read_of_the_wanted_agencies_only(store, number):
    store.set_looked_at(number, "abc", seen=True)
    own = store.assessments()["agency_id"].tolist()

    assert keys(store, own) == ["abc"]
    assert keys(store, [own[0] + 1]) == []
    assert keys(store, []) == []


def test_a_newer_version_of_a_report_keeps_what_was_looked_at(store, number):
    store.set_looked_at(number, "abc", seen=True)

    store.save(build_report(overall_score=70.0), content=b"b")

    assert keys(store) == ["abc"]


def test_with_its_report_a_look_is_gone(store, number):
    store.set_looked_at(number, "abc", seen=True)

    store.delete_report(number)

    assert keys(store) == []


def test_a_look_does_not_make_the_screens_load_everything_again(store, number):
    before = store.revision()

    store.set_looked_at(number, "abc", seen=True)

    assert store.revision() == before
