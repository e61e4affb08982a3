"""What lives after loading costs later collections of garbage nothing."""

import gc
import weakref
from threading import Event

import pytest
from streamlit.runtime.scriptrunner import StopException

from itadash import collecting
from itadash.collecting import MANY, settle  # as it is imported: tests run without it


class Node:
    pass


def test_what_lives_is_put_aside():
    settle()

    try:
        assert gc.get_freeze_count() > 10_000
    finally:
        gc.unfreeze()


def test_what_died_after_it_was_put_aside_goes():
    node = Node()
    node.itself = node
    gone = weakref.ref(node)
    settle()
    del node
    settle()

    try:
        assert gone() is None
    finally:
        gc.unfreeze()


def test_the_first_rerun_is_made_and_put_aside_without_a_collection(monkeypatch):
    settled = []
    monkeypatch.setattr(collecting, "settle", lambda: settled.append(gc.isenabled()))
    monkeypatch.setattr(collecting, "_begun", Event())

    with collecting.one_rerun():
        first = gc.isenabled()
        collecting.will_live_on()
    aside = gc.get_freeze_count()
    gc.unfreeze()
    with collecting.one_rerun():
        pass

    assert not first
    assert aside > 10_000
    assert settled == []


@pytest.mark.parametrize(("made", "times"), [(0, 0), (MANY - 1, 0), (MANY, 1)])
def test_later_reruns_settle_where_many_things_live_on(monkeypatch, made, times):
    settled = []
    monkeypatch.setattr(collecting, "settle", lambda: settled.append(gc.isenabled()))
    monkeypatch.setattr(collecting, "_lives_on", [])
    collecting._begun.set()

    with collecting.one_rerun():
        for _ in range(made):
            collecting.will_live_on()
    with collecting.one_rerun():
        pass

    assert settled == [True] * times


def test_a_page_that_stops_is_settled_all_the_same(monkeypatch):
    settled = []
    monkeypatch.setattr(collecting, "settle", lambda: settled.append(True))
    collecting._begun.set()

    def stopping():
        with collecting.one_rerun():
            for _ in range(MANY):
                collecting.will_live_on()
            raise StopException

    with pytest.raises(StopException):
        stopping()

    assert settled
    assert gc.isenabled()
