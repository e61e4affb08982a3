"""Many reports at once end up as they would one by one."""

import pandas as pd
import pytest

from itadash.demo import Settings
from itadash.demo.country import Country
from itadash.store import Outcome, open_store

NOT_COMPARED = ["stored_at"]


@pytest.fixture
def stores(tmp_path):
    return [open_store(f"sqlite:///{tmp_path / name}.sqlite") for name in "ab"]


def reports(agencies=4, seed=3):
    return list(Country(Settings(agencies, (2566, 2567), seed)).reports())


def frames_of(store):
    one = store.documents().drop(columns=NOT_COMPARED)
    return {
        "documents": one,
        "assessments": store.assessments(),
        "scores": store.scores(),
        "measures": store.measures(),
        "links": store.links(),
        "findings": store.findings(),
    }


def assert_same(one, other):
    for name, frame in frames_of(one).items():
        pd.testing.assert_frame_equal(frame, frames_of(other)[name], obj=name)


def test_many_at_once_are_stored_as_one_by_one(stores):
    one_by_one, at_once = stores
    made = reports()

    for report, content in made:
        one_by_one.save(report, content=content, synthetic=True)
    outcomes = at_once.save_many(made, synthetic=True)

    assert outcomes == [Outcome.NEW] * len(made)
    assert_same(one_by_one, at_once)
    numbers = at_once.documents()["document_id"]
    assert [at_once.load_report(int(n)) for n in numbers] == [r for r, _ in made]
    assert all(at_once.has_file(content) for _, content in made)


def test_what_a_batch_brings_again_goes_the_way_of_any_report(stores):
    one_by_one, at_once = stores
    made = reports()
    later = [(made[0][0], b"another file"), *made[1:], made[-1]]

    said = []
    for report, content in made + later:
        said.append(one_by_one.save(report, content=content, synthetic=True))
    at_once.save_many(made, synthetic=True)
    outcomes = at_once.save_many(later, synthetic=True)

    assert outcomes == said[len(made) :]
    assert outcomes[0] == Outcome.REPLACED
    assert set(outcomes[1:]) == {Outcome.UNCHANGED}
    assert_same(one_by_one, at_once)


def test_a_report_twice_in_one_batch_is_one_document(stores):
    made = reports()

    outcomes = stores[0].save_many([made[0], made[1], made[0]])

    assert outcomes == [Outcome.NEW, Outcome.NEW, Outcome.UNCHANGED]
    assert stores[0].count_reports() == 2


def test_nothing_at_once_changes_nothing(stores):
    before = stores[0].revision()

    assert stores[0].save_many([]) == []
    assert stores[0].revision() == before


def test_a_batch_raises_the_revision(stores):
    before = stores[0].revision()
    stores[0].save_many(reports())

    assert stores[0].revision() > before


def test_a_store_knows_whether_anything_in_it_is_real(stores):
    store, other = stores
    assert store.is_synthetic()
    assert not store.has_synthetic()

    made = reports()
    store.save_many(made[:2], synthetic=True)
    assert store.is_synthetic()
    assert store.has_synthetic()

    store.save_many(made[2:4])
    assert not store.is_synthetic()
