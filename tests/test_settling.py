"""What lives after loading costs later collections of garbage nothing."""

import gc
import weakref

from itadash.ui.loading import settle  # as it is imported: tests run without it


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
