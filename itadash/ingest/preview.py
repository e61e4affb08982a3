"""Files read for a person to look at: nothing is stored before it is accepted."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from itadash import documents
from itadash.corrections import Correction, corrected
from itadash.errors import ItadashError, StoreError
from itadash.extract.score_table_understood import Understood
from itadash.guard import printed_lines, understood_columns
from itadash.ingest.parsing import Done, Parsed, Unread, parsed
from itadash.labels import text
from itadash.model import Finding, Report
from itadash.store import Outcome, Store

MOST_FILES: Final = 50  # at once; for more there is the command `ingest`
MOST_PARTS: Final = 200  # files in memory, those inside a ZIP counted
Progress = Callable[[int, int, str], None]


@dataclass
class Preview:
    """A file that was read and not stored, with what a person changed in it.

    `sentence` says why it was refused. `outcomes` and `edits` go with `reports`.
    """

    name: str
    content: bytes
    reports: tuple[Report, ...] = ()
    sentence: str | None = None
    outcomes: list[Outcome] = field(default_factory=list)
    edits: dict[int, tuple[Correction, ...]] = field(default_factory=dict)
    _lines: list[tuple[int | str | None, str]] | None = None
    _columns: list[Understood] | None = None

    @cached_property
    def key(self) -> str:
        """Tell this file from all others."""
        return hashlib.sha256(self.content + self.name.encode()).hexdigest()[:12]

    def report(self, at: int) -> Report:
        """Return a report with what was changed in it."""
        made = self.edits.get(at)
        return corrected(self.reports[at], made) if made else self.reports[at]

    def edit(self, at: int, made: Correction) -> None:
        """Change a field; what was read there takes an earlier change back."""
        others = tuple(o for o in self.edits.get(at, ()) if o.path != made.path)
        same = made.new == made.old
        self.edits[at] = others if same else (*others, made)

    def findings(self) -> list[tuple[int, Finding]]:
        """Return what is worth a look in any of the reports."""
        every = range(len(self.reports))
        return [(at, one) for at in every for one in self.report(at).findings]

    def has_errors(self) -> bool:
        """Tell whether the file was refused or must be mended first."""
        if self.sentence is not None:
            return True
        return any(one.severity == "error" for _, one in self.findings())

    def lines(self) -> list[tuple[int | str | None, str]]:
        """Return the printed lines, persons left out; read when first asked for."""
        if self._lines is None:
            self._lines = printed_lines(self.content, self.name)
        return self._lines

    def columns(self) -> list[Understood]:
        """Return how the columns of score tables were understood."""
        if self._columns is None:
            self._columns = understood_columns(self.content, self.name)
        return self._columns


@dataclass(frozen=True)
class Accepted:
    """What accepting stored: the import to undo it by, and counts by outcome."""

    batch_id: int
    counts: dict[Outcome, int]
    refused: tuple[tuple[str, str], ...] = ()


def previews(
    files: Sequence[tuple[str, bytes]], store: Store, progress: Progress
) -> list[Preview]:
    """Read files (name, bytes) and those inside ZIPs, each content once."""
    found: list[Preview] = []
    opened = _unread(files)
    for done, item in enumerate(parsed(opened, len(files), 1), start=1):
        found.append(_preview(item, store))
        progress(done, max(done, len(files)), item.name)
    return found


def accept(store: Store, chosen: Sequence[Preview], progress: Progress) -> Accepted:
    """Store what a person accepted as one import, a report at a time.

    A file whose report can't be stored is named in `refused`; the others go on.
    """
    label = ", ".join(one.name for one in chosen[:3])
    label += text("import.and_more", n=len(chosen) - 3) if len(chosen) > 3 else ""
    batch_id = store.begin_batch(label)
    counts = dict.fromkeys(Outcome, 0)
    refused: list[tuple[str, str]] = []
    total = sum(len(one.reports) for one in chosen)
    done = 0
    for one in chosen:
        try:
            for outcome in _stored(store, one, batch_id):
                counts[outcome] += 1
                done += 1
                progress(done, total, one.name)
        except StoreError:
            raise
        except ItadashError as error:
            refused.append((one.name, str(error)))
    return Accepted(batch_id, counts, tuple(refused))


def _stored(store: Store, one: Preview, batch_id: int) -> Iterator[Outcome]:
    for at, report in enumerate(one.reports):
        yield store.save(
            report,
            content=one.content,
            state="confirmed",
            corrections=one.edits.get(at, ()),
            batch_id=batch_id,
        )
    store.mark_read(one.content)


def _unread(files: Sequence[tuple[str, bytes]]) -> Iterator[Unread | Done]:
    """Yield each content once; a ZIP with too many files is cut with a sentence."""
    seen: set[bytes] = set()
    for name, content in files:
        try:
            for part, inner in documents.files_in(content, _writable(name)):
                if len(seen) >= MOST_PARTS:
                    yield Done(part, sentence=text("import.too_many", n=MOST_PARTS))
                    return
                if isinstance(inner, ItadashError):
                    yield Done(part, sentence=_writable(str(inner)))
                    continue
                digest = hashlib.sha256(inner).digest()
                if digest in seen:
                    yield Done(part, sentence=text("import.twice", name=part))
                    continue
                seen.add(digest)
                yield Unread(part, inner)
        except ItadashError as error:
            yield Done(_writable(name), sentence=_writable(str(error)))


def _preview(item: Parsed | Done, store: Store) -> Preview:
    if isinstance(item, Done):
        return Preview(item.name, b"", sentence=item.sentence)
    if item.sentence is not None:
        return Preview(item.name, b"", sentence=item.sentence)
    content = item.file.content
    told = store.foretell(item.reports, content)
    return Preview(item.name, content, item.reports, outcomes=told)


def _writable(words: str) -> str:
    """Return a name that can be shown: a browser may send bytes no text has."""
    return words.encode("utf-8", "replace").decode("utf-8")
