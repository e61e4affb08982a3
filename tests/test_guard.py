"""Files that libraries unpack are read by a process that can be stopped."""

import multiprocessing
import pickle

import pytest

from itadash import documents, guard, reading
from itadash.documents.limits import Limits
from itadash.errors import (
    ItadashError,
    NoItaContentError,
    StoppedReadingError,
    TooLargeError,
    UnsupportedFormatError,
)
from tests.texts import RESULT, TITLE, score_table

TEXT = "\n\n".join([TITLE, RESULT, score_table()]).encode()


@pytest.fixture
def unpacked(monkeypatch):
    """Send every file to the worker, as if a library had to unpack it."""
    monkeypatch.setattr(documents, "needs_bounds", lambda content: True)
    yield
    guard._worker.stop()


def test_plain_text_is_read_without_a_worker():
    before = multiprocessing.active_children()

    assert guard.read_reports(TEXT, "a.txt") == reading.read_reports(TEXT, "a.txt")
    assert multiprocessing.active_children() == before


def test_a_format_that_nobody_reads_is_refused_without_a_worker():
    before = multiprocessing.active_children()

    with pytest.raises(UnsupportedFormatError):
        guard.read_reports(b"\x89PNG\r\n\x1a\n" * 9, "a.png")

    assert multiprocessing.active_children() == before


def test_a_worker_gives_the_same_reports_and_lines(unpacked):
    assert guard.read_reports(TEXT, "a.txt") == reading.read_reports(TEXT, "a.txt")
    assert guard.printed_lines(TEXT, "a.txt") == reading.printed_lines(TEXT, "a.txt")
    assert len(multiprocessing.active_children()) == 1


def test_an_error_of_the_worker_arrives_as_what_it_is(unpacked):
    with pytest.raises(NoItaContentError, match=r"เมนู\.txt"):
        guard.read_reports("ข้าวผัด".encode(), "เมนู.txt")


def test_a_file_beyond_its_time_is_refused_and_the_next_is_read(unpacked):
    with pytest.raises(StoppedReadingError, match=r"ช้า\.pdf"):
        guard.read_reports(TEXT, "ช้า.pdf", Limits(seconds=0))

    assert guard.read_reports(TEXT, "a.txt")


def test_a_file_beyond_its_memory_is_refused_and_the_next_is_read(unpacked):
    big = TEXT + b"\n" + b"ab cd\n" * 150_000
    little = Limits(memory_bytes=1)

    with pytest.raises(StoppedReadingError):
        guard.read_reports(big, "a.txt", little)

    assert guard.read_reports(TEXT, "a.txt")


def test_a_worker_that_was_killed_is_followed_by_another(unpacked):
    guard.read_reports(TEXT, "a.txt")
    for worker in multiprocessing.active_children():
        worker.kill()
        worker.join()

    assert guard.read_reports(TEXT, "a.txt")


def test_every_error_goes_from_one_process_to_another_unchanged():
    error = TooLargeError(name="ก.pdf", size="3 MB", limit="2 MB")

    copy = pickle.loads(pickle.dumps(error))

    assert (type(copy), str(copy)) == (TooLargeError, str(error))
    assert isinstance(copy, ItadashError)
