"""Files into the store: many at once, safe to stop and to repeat.

Files are taken in sorted order and only a few are held at a time. Parsing may go
to worker processes; saving stays here, each report in a transaction of its own.
A file counts as read when all its reports are saved, so that a run that was
stopped goes on where it ended.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from itadash import documents
from itadash.errors import (
    ItadashError,
    StoreError,
    UnreadableFileError,
    WorkersLostError,
)
from itadash.labels import text
from itadash.model import Report
from itadash.reading import read_reports
from itadash.store import Outcome, Store

Progress = Callable[[int, int, str], None]

_CHUNK_FILES: Final = 50
_CHUNK_BYTES: Final = 8_000_000
_CHUNKS_AHEAD: Final = 2  # for each worker: one in work, one waiting


@dataclass(frozen=True)
class Summary:
    """What became of the reports, and of the files that were refused.

    `refused` holds the name of each such file and the sentence that says why.
    """

    new: int = 0
    replaced: int = 0
    unchanged: int = 0
    refused: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class _Unread:
    """A file that is to be parsed."""

    name: str
    content: bytes


@dataclass(frozen=True)
class _Done:
    """A file that needs no parsing: stored before, or refused for `sentence`."""

    name: str
    known_reports: int = 0
    sentence: str | None = None


@dataclass(frozen=True)
class _Parsed:
    """A file with its reports, or with the sentence it was refused for."""

    file: _Unread
    reports: tuple[Report, ...] = ()
    sentence: str | None = None

    @property
    def name(self) -> str:
        return self.file.name


@dataclass
class _Tally:
    counts: dict[Outcome, int] = field(
        default_factory=lambda: dict.fromkeys(Outcome, 0)
    )
    refused: list[tuple[str, str]] = field(default_factory=list)

    def summary(self) -> Summary:
        counted = {outcome.value: number for outcome, number in self.counts.items()}
        return Summary(**counted, refused=tuple(self.refused))


def ingest(
    paths: Iterable[Path],
    store: Store,
    *,
    workers: int = 1,
    sample: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Read files and folders into the store.

    Of a folder, the files of a readable kind are taken; a file named outright is
    tried whatever its name. A file that is refused does not stop the others; a
    store that can't be written raises StoreError. `progress` gets the files
    done, all files, and the name of the last one.
    """
    found = list(_files_under(paths))
    opened = (_open(path, store, sample) for path in found)
    return _take_in(opened, len(found), store, workers, sample, progress)


def ingest_contents(
    files: Sequence[tuple[str, bytes]],
    store: Store,
    *,
    sample: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Read files that are in memory already (name, bytes), as `ingest` does."""
    opened = (_look_up(name, content, store, sample) for name, content in files)
    return _take_in(opened, len(files), store, 1, sample, progress)


def _files_under(paths: Iterable[Path]) -> Iterator[Path | _Done]:
    for path in paths:
        yield from _files_in_folder(path) if path.is_dir() else [path]


def _files_in_folder(folder: Path) -> Iterator[Path | _Done]:
    unreadable: list[_Done] = []

    def note(error: OSError) -> None:
        unreadable.append(_refused_folder(Path(error.filename)))

    for root, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(documents.suffixes()) and name[0] != ".":
                yield Path(root, name)
    yield from unreadable


def _refused_folder(folder: Path) -> _Done:
    name = _writable(folder.name)
    error = UnreadableFileError(name=name, reason=text("reason.forbidden"))
    return _Done(name, sentence=str(error))


def _open(path: Path | _Done, store: Store, sample: bool) -> _Unread | _Done:
    if isinstance(path, _Done):
        return path
    try:
        content = documents.load(path)
    except ItadashError as error:
        return _Done(_writable(path.name), sentence=_writable(str(error)))
    return _look_up(path.name, content, store, sample)


def _look_up(name: str, content: bytes, store: Store, sample: bool) -> _Unread | _Done:
    name = _writable(name)
    known = store.reports_known(content, sample=sample)
    return _Done(name, known_reports=known) if known else _Unread(name, content)


def _writable(words: str) -> str:
    """Return a name that can be printed: a file system may hold bytes no text has."""
    return words.encode("utf-8", "replace").decode("utf-8")


def _take_in(
    opened: Iterable[_Unread | _Done],
    total: int,
    store: Store,
    workers: int,
    sample: bool,
    progress: Progress | None,
) -> Summary:
    tally = _Tally()
    with closing(_parsed(opened, total, workers)) as parsed:
        for done, item in enumerate(parsed, start=1):
            if isinstance(item, _Done):
                _count(item, tally)
            else:
                _save(item, store, sample, tally)
            if progress is not None:
                progress(done, total, item.name)
    return tally.summary()


def _count(item: _Done, tally: _Tally) -> None:
    tally.counts[Outcome.UNCHANGED] += item.known_reports
    if item.sentence is not None:
        tally.refused.append((item.name, item.sentence))


def _save(item: _Parsed, store: Store, sample: bool, tally: _Tally) -> None:
    """Save a file's reports; one that can't be stored refuses the rest of its file."""
    if item.sentence is not None:
        tally.refused.append((item.name, item.sentence))
        return
    content = item.file.content
    try:
        for report in item.reports:
            tally.counts[store.save(report, content=content, sample=sample)] += 1
    except StoreError:
        raise
    except ItadashError as error:
        tally.refused.append((item.name, str(error)))
        return
    store.mark_read(content)


def _parsed(
    opened: Iterable[_Unread | _Done], total: int, workers: int
) -> Generator[_Parsed | _Done]:
    if workers == 1:
        for item in opened:
            yield _parse(item)
        return
    try:
        yield from _parsed_by_workers(opened, total, workers)
    except BrokenProcessPool as error:
        raise WorkersLostError from error


def _parse(item: _Unread | _Done) -> _Parsed | _Done:
    if isinstance(item, _Done):
        return item
    try:
        return _Parsed(item, tuple(read_reports(item.content, item.name)))
    except ItadashError as error:
        return _Parsed(item, sentence=str(error))


def _parse_chunk(chunk: list[_Unread | _Done]) -> list[_Parsed | _Done]:
    return [_parse(item) for item in chunk]


def _parsed_by_workers(
    opened: Iterable[_Unread | _Done], total: int, workers: int
) -> Iterator[_Parsed | _Done]:
    """Yield in the order of the files; what is not yet saved stays a few chunks."""
    pool = ProcessPoolExecutor(
        workers, multiprocessing.get_context("spawn"), _leave_interrupts_to_the_parent
    )
    waiting: deque[Future[list[_Parsed | _Done]]] = deque()
    try:
        for chunk in _chunks(opened, _files_a_chunk(total, workers)):
            with _no_interrupt_inherited():
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


@contextmanager
def _no_interrupt_inherited() -> Iterator[None]:
    """Keep Ctrl-C from a worker that is starting: it inherits what is blocked here."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _chunks(
    opened: Iterable[_Unread | _Done], files: int
) -> Iterator[list[_Unread | _Done]]:
    chunk: list[_Unread | _Done] = []
    size = 0
    for item in opened:
        chunk.append(item)
        size += len(item.content) if isinstance(item, _Unread) else 0
        if len(chunk) >= files or size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
