"""What a person did stays, whatever is undone, typed or counted afterwards."""

import pytest

from itadash.corrections.typed import typed_report
from itadash.errors import UndoTooLateError
from itadash.model import Finding
from itadash.store import Outcome, open_store
from tests.builders import build_agency, build_report
from tests.test_store_corrections import everything, saved, whole


@pytest.fixture
def store(tmp_path):
    opened = open_store(f"sqlite:///{tmp_path}/store.sqlite")
    yield opened
    opened.close()


def test_a_correction_made_after_an_import_is_not_lost_by_its_undo(store):
    batch = store.begin_batch("หนึ่งไฟล์")
    number = saved(store, batch_id=batch, state="confirmed")
    store.correct(number, "scores.4.score", 80.03, "ตรวจกับต้นฉบับ")
    before = everything(store)

    with pytest.raises(UndoTooLateError):
        store.undo_batch(batch)

    assert everything(store) == before
    assert store.corrections()["new"].tolist() == [80.03]


def test_once_the_later_correction_is_undone_the_import_can_be_too(store):
    batch = store.begin_batch("หนึ่งไฟล์")
    number = saved(store, batch_id=batch, state="confirmed")
    store.correct(number, "scores.4.score", 80.03, "ตรวจกับต้นฉบับ")
    store.undo_correction(int(store.corrections()["correction_id"].item()))

    store.undo_batch(batch)

    assert store.is_empty()


def test_a_correction_taken_back_after_an_import_stays_taken_back(store):
    number = saved(store)
    store.correct(number, "scores.4.score", 80.03, "ผิด")
    batch = store.begin_batch("ฉบับใหม่")
    store.save(whole(overall_score=71.0), content=b"b", batch_id=batch)
    store.undo_correction(int(store.corrections()["correction_id"].item()))

    with pytest.raises(UndoTooLateError):
        store.undo_batch(batch)


def test_imports_of_one_report_are_undone_in_turn_the_newest_first(store):
    first = store.begin_batch("ก่อน")
    saved(store, batch_id=first)
    before = everything(store)
    second = store.begin_batch("ยืนยัน")
    store.save(whole(), content=b"a", batch_id=second, state="confirmed")
    confirmed = everything(store)

    with pytest.raises(UndoTooLateError):
        store.undo_batch(first)
    assert everything(store) == confirmed

    store.undo_batch(second)
    assert everything(store) == before
    store.undo_batch(first)
    assert store.is_empty()


def test_imports_that_changed_nothing_push_no_undo_out(store):
    batch = store.begin_batch("หนึ่งไฟล์")
    saved(store, batch_id=batch)
    for _ in range(30):
        store.begin_batch("ไม่มีอะไรใหม่")

    assert store.batches()["batch_id"].tolist() == [batch]
    store.undo_batch(batch)
    assert store.is_empty()


def typed(store, points):
    report, content = typed_report(build_agency("ก"), 2564, {1: points}, None, "เว็บ")
    return store.save(report, content=content, state="confirmed")


def test_a_score_typed_again_as_at_first_is_what_counts(store):
    assert [typed(store, one) for one in (80.0, 85.0, 80.0)] == [
        Outcome.NEW,
        Outcome.REPLACED,
        Outcome.REPLACED,
    ]

    assert store.assessments()["i1"].tolist() == [80.0]


def test_a_deleted_report_whose_number_came_back_by_an_undo_is_told(store):
    number = saved(store)
    batch = store.begin_batch("ฉบับใหม่")
    store.save(whole(overall_score=71.0), content=b"b", batch_id=batch)
    store.correct(number, "agency.province", "พะเยา", "ก")
    store.delete_report(number)
    store.undo_batch(batch)
    before = everything(store)

    with pytest.raises(UndoTooLateError):
        store.restore_deleted()

    assert everything(store) == before


def test_findings_of_a_table_of_scores_count_for_the_year_after_its_own(store):
    table = build_report(
        kind="score_table",
        fiscal_year=None,
        assessed_year=2564,
        measures=(),
        findings=(Finding("missing_indicator", "warning", indicator=3),),
    )
    store.save(table, content=b"t")

    assert store.finding_counts(2565)["findings"].sum() == 1
    assert store.finding_counts(2564)["findings"].sum() == 0
