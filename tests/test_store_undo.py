"""Imports and deletions are undone as a whole, exactly."""

import signal

import pytest

from itadash.errors import UndoTooLateError
from itadash.store import Outcome, open_store
from tests.builders import build_agency, build_report
from tests.test_store_corrections import everything, saved, whole
from tests.test_store_processes import start

IMPORT_UNTIL_KILLED = """
import sys
from itadash.store import open_store
from tests.builders import build_agency, build_report
store = open_store(sys.argv[1])
batch = store.begin_batch("ชุดใหญ่")
for number in range(100_000):
    report = build_report(agency=build_agency(f"แห่งที่ {number}"))
    store.save(report, content=b"%d" % number, batch_id=batch, state="confirmed")
    print(number, flush=True)
"""


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/store.sqlite"


@pytest.fixture
def store(url):
    opened = open_store(url)
    yield opened
    opened.close()


def test_an_import_is_undone_as_a_whole(store):
    number = saved(store, state="confirmed")
    store.correct(number, "scores.4.score", 80.03, "ก")
    store.set_looked_at(number, "abc", seen=True)
    before = everything(store)
    batch = store.begin_batch("สองไฟล์")
    other = whole(agency=build_agency("ข"))

    newer = whole(overall_score=71.0)
    assert store.save(newer, content=b"b", batch_id=batch) == Outcome.REPLACED
    assert store.save(other, content=b"c", batch_id=batch) == Outcome.NEW
    listed = store.batches().iloc[0]
    assert (listed["added"], listed["changed"]) == (1, 1)

    assert store.undo_batch(batch) == 2
    assert everything(store) == before
    assert store.looked_at()["finding_key"].tolist() == ["abc"]
    assert store.corrections()["new"].tolist() == [80.03]
    assert store.load_parsed(number) == whole()
    assert store.batches().empty
    # The file of the version that went was let go of, so it is new to the store.
    assert store.save(newer, content=b"b") == Outcome.REPLACED


def test_an_undone_import_leaves_an_empty_store(store):
    batch = store.begin_batch("หนึ่งไฟล์")
    store.save(whole(), content=b"a", batch_id=batch)

    store.undo_batch(batch)

    assert store.is_empty()
    assert store.assessments().empty


def test_a_file_twice_in_one_import_is_undone_to_the_beginning(store):
    batch = store.begin_batch("สองฉบับ")
    store.save(whole(), content=b"a", batch_id=batch)
    store.save(whole(overall_score=71.0), content=b"b", batch_id=batch)

    assert store.undo_batch(batch) == 1
    assert store.is_empty()


@pytest.mark.parametrize("versions", [1, 2])
def test_a_report_deleted_meanwhile_does_not_count_as_undone(store, versions):
    batch = store.begin_batch("หนึ่งไฟล์")
    for at in range(versions):
        report = whole(overall_score=70.0 + at)
        store.save(report, content=bytes([at]), batch_id=batch)
    store.delete_report(int(store.documents()["document_id"].item()))

    assert store.undo_batch(batch) == 0
    assert store.is_empty()


def test_what_a_deleted_version_replaced_comes_back_and_counts(store):
    store.save(whole(), content=b"a")
    batch = store.begin_batch("หนึ่งไฟล์")
    store.save(whole(overall_score=71.0), content=b"b", batch_id=batch)
    store.delete_report(int(store.documents()["document_id"].item()))

    assert store.undo_batch(batch) == 1
    assert store.count_reports() == 1


def test_a_confirmation_is_undone_with_its_import(store):
    saved(store)
    before = everything(store)
    batch = store.begin_batch("ยืนยัน")

    store.save(whole(), content=b"a", batch_id=batch, state="confirmed")
    store.undo_batch(batch)

    assert everything(store) == before


def test_a_sample_that_a_real_report_replaced_comes_back(store):
    saved(store, content=b"sample", sample=True)
    before = everything(store)
    batch = store.begin_batch("จริง")

    store.save(whole(), content=b"real", batch_id=batch)
    store.undo_batch(batch)

    assert everything(store) == before
    assert store.raw_file(store.documents()["sha256"].item()) == b"sample"


def test_what_came_later_stops_an_undo_and_loses_nothing(store):
    batch = store.begin_batch("ก่อน")
    store.save(whole(), content=b"a", batch_id=batch)
    store.save(whole(overall_score=71.0), content=b"b")
    before = everything(store)

    with pytest.raises(UndoTooLateError):
        store.undo_batch(batch)

    assert everything(store) == before


def test_an_undone_import_is_gone(store):
    with pytest.raises(KeyError):
        store.undo_batch(7)


def test_a_deleted_report_comes_back_with_everything(store):
    number = saved(store)
    store.save(whole(overall_score=71.0), content=b"b")
    store.correct(number, "agency.province", "พะเยา", "ก")
    before = everything(store)

    store.delete_report(number)
    assert (store.is_empty(), store.last_deleted()) == (True, "plan.txt")
    store.restore_deleted()

    assert everything(store) == before
    assert store.last_deleted() is None
    assert store.raw_file(store.documents()["sha256"].item()) == b"b"


def test_only_the_last_deletion_is_kept(store):
    first = saved(store)
    second = saved(store, whole(agency=build_agency("ข"), source="b.txt"), b"b")
    store.delete_report(first)
    store.delete_report(second)

    store.restore_deleted()

    assert store.documents()["source"].tolist() == ["b.txt"]
    with pytest.raises(KeyError):
        store.restore_deleted()


def test_a_report_imported_again_stands_against_its_deleted_self(store):
    store.delete_report(saved(store))
    saved(store)

    with pytest.raises(UndoTooLateError):
        store.restore_deleted()

    assert store.count_reports() == 1


def test_what_saving_would_do_is_told_and_not_done(store):
    saved(store)
    reports = [whole(), whole(overall_score=71.0), whole(agency=build_agency("ข"))]

    told = store.foretell(reports[:1], b"a") + store.foretell(reports[1:], b"b")

    assert told == [Outcome.UNCHANGED, Outcome.REPLACED, Outcome.NEW]
    assert store.count_reports() == 1


def test_an_import_that_was_killed_is_whole_and_can_be_undone(url, store):
    process = start(IMPORT_UNTIL_KILLED, url)
    lines = [process.stdout.readline() for _ in range(5)]
    process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    process.communicate()

    stored = store.count_reports()
    assert stored >= len(lines)
    assert set(store.measures().groupby("document_id").size()) == {1}
    batch = store.batches().iloc[0]
    assert batch["added"] == stored
    assert store.undo_batch(int(batch["batch_id"])) == stored
    assert store.is_empty()


def test_a_plain_save_belongs_to_no_import(store):
    store.save(build_report(), content=b"a")

    assert store.batches().empty
