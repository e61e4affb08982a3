"""Files into reports, here or in worker processes, in the order of the files."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Final

from itadash.errors import ItadashError, WorkersLostError
from itadash.guard import no_interrupt_inherited, read_reports
from itadash.model import Report

_CHUNK_FILES: Final = 50
_CHUNK_BYTES: Final = 8_000_000
_CHUNKS_AHEAD: Final = 2  # for each worker: one in work, one waiting


@dataclass(frozen=True)
class Unread:
    """A file that is to be parsed."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Done:
    """A file that needs no parsing: stored before, or refused for `sentence`."""

    name: str
    known_reports: int = 0
    sentence: str | None = None


@dataclass(frozen=True)
class Parsed:
    """A file with its reports, or with the sentence it was refused for."""

    file: Unread
    reports: tuple[Report, ...] = ()
    sentence: str | None = None

    @property
    def name(self) -> str:
        """Return the name of the file."""
        return self.file.name


def parsed(
    opened: Iterable[Unread | Done], total: int, workers: int
) -> Generator[Parsed | Done]:
    """Yield every file parsed, in the order given; what needs no parsing goes by.

    Raises WorkersLostError where a worker process died.
    """
    if workers == 1:
        for item in opened:
            yield _parse(item)
        return
    try:
        yield from _parsed_by_workers(opened, total, workers)
    except BrokenProcessPool as error:
        raise WorkersLostError from error


def _parse(item: Unread | Done) -> Parsed | Done:
    if isinstance(item, Done):
        return item
    try:
        return Parsed(item, tuple(read_reports(item.content, item.name)))
    except ItadashError as error:
        return Parsed(item, sentence=str(error))


def _parse_chunk(chunk: list[Unread | Done]) -> list[Parsed | Done]:
    return [_parse(item) for item in chunk]


def _parsed_by_workers(
    opened: Iterable[Unread | Done], total: int, workers: int
) -> Iterator[Parsed | Done]:
    """Yield in the order of the files; what is not yet saved stays a few chunks."""
    pool = ProcessPoolExecutor(
        workers, multiprocessing.get_context("spawn"), _leave_interrupts_to_the_parent
    )
    waiting: deque[Future[list[Parsed | Done]]] = deque()
    try:
        for chunk in _chunks(opened, _files_a_chunk(total, workers)):
            with no_interrupt_inherited():
                waiting.append(pool.submit(_parse_chunk, chunk))
            if len(waiting) >= workers * _CHUNKS_AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _files_a_chunk(total: int, workers: int) -> int:
    """Of few files every worker gets its share."""
    return max(1, min(_CHUNK_FILES, total // (workers * _CHUNKS_AHEAD)))


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches every process of a terminal; the parent decides what ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _chunks(
    opened: Iterable[Unread | Done], files: int
) -> Iterator[list[Unread | Done]]:
    chunk: list[Unread | Done] = []
    size = 0
    for item in opened:
        chunk.append(item)
        size += len(item.content) if isinstance(item, Unread) else 0
        if len(chunk) >= files or size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
