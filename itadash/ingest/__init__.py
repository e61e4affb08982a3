"""Files into the store: many at once, safe to stop and to repeat.

Files are taken in sorted order and only a few are held at a time. Parsing may go
to worker processes; saving stays here, each report in a transaction of its own.
A file counts as read when all its reports are saved, so that a run that was
stopped goes on where it ended.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from itadash import documents
from itadash.errors import ItadashError, StoreError, UnreadableFileError
from itadash.ingest.parsing import Done, Parsed, Unread, parsed
from itadash.ingest.tally import Summary, Tally
from itadash.labels import text
from itadash.store import Outcome, Store

__all__ = ["Progress", "Summary", "ingest", "ingest_contents"]

Progress = Callable[[int, int, str], None]

_NO_REPORTS = (".", "~$", "readme")


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
    opened = (one for path in found for one in _open(path, store, sample))
    return _take_in(opened, len(found), store, workers, sample, progress)


def ingest_contents(
    files: Sequence[tuple[str, bytes]],
    store: Store,
    *,
    sample: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Read files that are in memory already (name, bytes), as `ingest` does."""
    opened = (
        one for name, content in files for one in _look_up(name, content, store, sample)
    )
    return _take_in(opened, len(files), store, 1, sample, progress)


def _files_under(paths: Iterable[Path]) -> Iterator[Path | Done]:
    for path in paths:
        yield from _files_in_folder(path) if path.is_dir() else [path]


def _files_in_folder(folder: Path) -> Iterator[Path | Done]:
    unreadable: list[Done] = []

    def note(error: OSError) -> None:
        unreadable.append(_refused_folder(Path(error.filename)))

    for root, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if _may_be_a_report(name):
                yield Path(root, name)
    yield from unreadable


def _may_be_a_report(name: str) -> bool:
    """Tell by its name whether a file of a folder is read.

    One that is hidden, or that Word keeps beside an open file, is none; nor is the
    note on what the folder holds.
    """
    name = name.lower()
    return name.endswith(documents.suffixes()) and not name.startswith(_NO_REPORTS)


def _refused_folder(folder: Path) -> Done:
    name = _writable(folder.name)
    error = UnreadableFileError(name=name, reason=text("reason.forbidden"))
    return Done(name, sentence=str(error))


def _open(path: Path | Done, store: Store, sample: bool) -> Iterator[Unread | Done]:
    if isinstance(path, Done):
        yield path
        return
    try:
        content = documents.load(path)
    except ItadashError as error:
        yield _refused(path.name, error)
        return
    yield from _look_up(path.name, content, store, sample)


def _look_up(
    name: str, content: bytes, store: Store, sample: bool
) -> Iterator[Unread | Done]:
    """Yield the file, or each file in a ZIP, that is not yet stored."""
    try:
        for part, inner in documents.files_in(content, _writable(name)):
            if isinstance(inner, ItadashError):
                yield _refused(part, inner)
                continue
            known = store.reports_known(inner, sample=sample)
            yield Done(part, known_reports=known) if known else Unread(part, inner)
    except StoreError:
        raise
    except ItadashError as error:
        yield _refused(name, error)


def _refused(name: str, error: ItadashError) -> Done:
    return Done(_writable(name), sentence=_writable(str(error)))


def _writable(words: str) -> str:
    """Return a name that can be printed: a file system may hold bytes no text has."""
    return words.encode("utf-8", "replace").decode("utf-8")


def _take_in(
    opened: Iterable[Unread | Done],
    total: int,
    store: Store,
    workers: int,
    sample: bool,
    progress: Progress | None,
) -> Summary:
    tally = Tally()
    with closing(parsed(opened, total, workers)) as files:
        for done, item in enumerate(files, start=1):
            if isinstance(item, Done):
                _count(item, tally)
            else:
                _save(item, store, sample, tally)
            if progress is not None:
                progress(done, max(done, total), item.name)  # a ZIP holds many
    return tally.summary()


def _count(item: Done, tally: Tally) -> None:
    tally.counts[Outcome.UNCHANGED] += item.known_reports
    if item.sentence is not None:
        tally.refused.append((item.name, item.sentence))


def _save(item: Parsed, store: Store, sample: bool, tally: Tally) -> None:
    """Save a file's reports; one that can't be stored refuses the rest of its file."""
    if item.sentence is not None:
        tally.refused.append((item.name, item.sentence))
        return
    content = item.file.content
    try:
        for report in item.reports:
            outcome = store.save(report, content=content, sample=sample)
            tally.saved(item.name, report, outcome)
    except StoreError:
        raise
    except ItadashError as error:
        tally.refused.append((item.name, str(error)))
        return
    store.mark_read(content)
