"""The store itself: one object for saving, deleting and reading back."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final, Unpack

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    exists,
    false,
    func,
    select,
    true,
    update,
)

from itadash.corrections.model import Correction
from itadash.model import Report, State
from itadash.store import (
    bulk,
    filebook,
    frames,
    keeping,
    records,
    reviews,
    snapshots,
)
from itadash.store import search as searching
from itadash.store.changes import Changes
from itadash.store.failures import told_to_the_user
from itadash.store.keeping import Outcome, Version
from itadash.store.schema import documents, files, revision
from itadash.store.search import Found, Narrowed, Wanted
from itadash.store.sqlite import WRITING, without_patience
from itadash.store.summaries import Summaries
from itadash.store.sweeping import bump, drop_documents

AgencyIds = Sequence[int] | None


class Store(Changes, Summaries):
    """Reports, their files and what is said about them; made by `open_store`.

    Every method may raise StoreError when the disk or the database refuses. A
    number that nothing is stored under raises KeyError.
    """

    def __init__(self, engine: Engine, shown: str) -> None:
        self.shown: Final = shown
        self._engine = engine
        self._writer = engine.execution_options(**{WRITING: True})

    def close(self) -> None:
        """Give back all connections; the store can be used again afterwards."""
        self._engine.dispose()

    def save(
        self,
        report: Report,
        *,
        content: bytes,
        sample: bool = False,
        synthetic: bool = False,
        state: State = "read",
        corrections: Sequence[Correction] = (),
        batch_id: int | None = None,
    ) -> Outcome:
        """Store a report as parsed with its file, in one transaction.

        It replaces the stored report of the same agency, year and kind and is
        then *read* again, unless a person accepted it (`state`) or corrections,
        new or of the version before, bear on it. The stored one stays when it says
        the same, when the incoming file was replaced before, when both bear a date
        and the incoming one is the earlier, and when the incoming one is made up
        and the stored one is real. What one `batch_id` stored is undone together.
        """
        version = Version(
            *(report, content, sample, synthetic, state),
            corrections=tuple(corrections),
            batch_id=batch_id,
        )
        with self._writing() as connection:
            return keeping.keep(connection, version)

    def save_many(
        self,
        reports: Sequence[tuple[Report, bytes]],
        *,
        sample: bool = False,
        synthetic: bool = False,
    ) -> list[Outcome]:
        """Store reports with their files as `save` would, in one transaction."""
        versions = [
            Version(one, content, sample, synthetic) for one, content in reports
        ]
        with self._writing() as connection:
            return bulk.keep_many(connection, versions)

    def foretell(self, reports: Sequence[Report], content: bytes) -> list[Outcome]:
        """Return for each report of a real file what saving it would do."""
        with self._reading() as connection:
            return [
                keeping.foretold(connection, Version(report, content))
                for report in reports
            ]

    def set_state(self, document_id: int, state: State) -> None:
        """Note that a person confirmed or corrected a report, or took it back."""
        changed = update(documents).where(documents.c.id == document_id)
        with self._writing() as connection:
            if not connection.execute(changed.values(state=state)).rowcount:
                raise KeyError(document_id)
            bump(connection)

    def delete_report(self, document_id: int) -> None:
        """Delete a report; it can be brought back until the next one is deleted."""
        with self._writing() as connection:
            snapshots.delete_document(connection, document_id)

    def remove_samples(self) -> int:
        """Delete all samples; returns how many reports they were."""
        with self._writing() as connection:
            return drop_documents(connection, documents.c.sample == true())

    def has_samples(self) -> bool:
        """Tell whether any report is a sample."""
        return self._holds(documents.c.sample == true())

    def has_synthetic(self) -> bool:
        """Tell whether any report is synthetic."""
        return self._holds(documents.c.synthetic == true())

    def is_synthetic(self) -> bool:
        """Tell whether nothing but synthetic reports is stored, or nothing at all."""
        return not self._holds(documents.c.synthetic == false())

    def has_file(self, content: bytes) -> bool:
        """Tell whether a file is stored, read to its end or not."""
        return self._holds(files.c.sha256 == keeping.sha256_of(content))

    def _holds(self, which: ColumnElement[bool]) -> bool:
        with self._reading() as connection:
            return bool(connection.execute(select(exists().where(which))).scalar())

    def is_empty(self) -> bool:
        """Tell whether nothing at all is stored."""
        with self._reading() as connection:
            return connection.execute(select(documents.c.id).limit(1)).first() is None

    def revision(self) -> int:
        """Return a number that grows with every change a screen can see."""
        with self._reading() as connection:
            return int(connection.execute(select(revision.c.number)).scalar_one())

    def load_report(self, document_id: int) -> Report:
        """Return a report as it was saved, with its corrections."""
        with self._reading() as connection:
            found = records.read_report(connection, document_id)
        if found is None:
            raise KeyError(document_id)
        return found

    def raw_file(self, sha256: str) -> bytes:
        """Return a file byte for byte."""
        wanted = select(files.c.content).where(files.c.sha256 == sha256)
        with self._reading() as connection:
            content = connection.execute(wanted).scalar()
        if content is None:
            raise KeyError(sha256)
        return bytes(content)

    def count_reports(self) -> int:
        """Return how many reports are stored, superseded ones left out."""
        counted = select(func.count()).select_from(documents)
        with self._reading() as connection:
            return connection.execute(counted).scalar_one()

    def reports_known(self, content: bytes, *, sample: bool = False) -> int:
        """Return how many reports of a file are stored, 0 when it is to be read."""
        sha256 = keeping.sha256_of(content)
        with self._reading() as connection:
            return filebook.reports_known(connection, sha256, sample=sample)

    def mark_read(self, content: bytes) -> None:
        """Note that all reports of a file are saved; see `filebook.mark_read`."""
        with self._writing() as connection:
            filebook.mark_read(connection, keeping.sha256_of(content))

    def measures(
        self, agency_ids: AgencyIds = None, fiscal_year: int | None = None
    ) -> pd.DataFrame:
        """Return one row a measure, with its agency and document."""
        with self._reading() as connection:
            return frames.measures(connection, agency_ids, fiscal_year)

    def search_measures(
        self,
        words: str = "",
        *,
        limit: int = 50,
        offset: int = 0,
        **narrowed: Unpack[Narrowed],
    ) -> Found:
        """Return a page of the measures that hold all words; see `search.Wanted`.

        `narrowed` are its other fields. Raises TooManyWordsError.
        """
        return self.find_measures(Wanted(words, **narrowed), limit, offset)

    def find_measures(self, wanted: Wanted, limit: int, offset: int) -> Found:
        """Return a page of what is wanted; raises TooManyWordsError."""
        with self._reading() as connection:
            return searching.search(connection, wanted, limit, offset)

    def measure_groups(self, wanted: Wanted) -> pd.DataFrame:
        """Count the measures that a search finds by units and period."""
        with self._reading() as connection:
            return searching.groups(connection, wanted)

    def measure_years(self) -> pd.DataFrame:
        """Return the fiscal years that have measures and how many, newest first."""
        with self._reading() as connection:
            return searching.years(connection)

    def links(
        self, agency_ids: AgencyIds = None, fiscal_year: int | None = None
    ) -> pd.DataFrame:
        """Return one row a measure and indicator that it bears on."""
        with self._reading() as connection:
            return frames.links(connection, agency_ids, fiscal_year)

    def scores(
        self, agency_ids: AgencyIds = None, assessed_year: int | None = None
    ) -> pd.DataFrame:
        """Return one row a printed score, out of range or not, of every document."""
        with self._reading() as connection:
            return frames.scores(connection, agency_ids, assessed_year)

    def findings(
        self, agency_ids: AgencyIds = None, fiscal_year: int | None = None
    ) -> pd.DataFrame:
        """Return one row a finding, `parameters` as a dict for its sentence."""
        with self._reading() as connection:
            return frames.findings(connection, agency_ids, fiscal_year)

    def documents(self) -> pd.DataFrame:
        """Return one row a stored report, superseded versions left out."""
        with self._reading() as connection:
            return frames.documents(connection)

    def set_looked_at(self, document_id: int, finding_key: str, *, seen: bool) -> None:
        """Note that a person looked at a finding, or take it back.

        It changes no revision: what the screens have loaded stays good.
        """
        with self._writing() as connection:
            reviews.set_looked_at(connection, document_id, finding_key, seen=seen)

    def looked_at(self, agency_ids: AgencyIds = None) -> pd.DataFrame:
        """Return one row a finding looked at: document_id, finding_key, looked_at."""
        with self._reading() as connection:
            return reviews.looked_at_frame(connection, agency_ids)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told_to_the_user(self.shown), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told_to_the_user(self.shown), self._writer.begin() as connection:
            # On PostgreSQL this row is the write lock; SQLite took its own at BEGIN.
            connection.execute(select(revision.c.number).with_for_update())
            yield connection

    @contextmanager
    def _writing_at_once(self) -> Iterator[Connection]:
        with (
            told_to_the_user(self.shown),
            self._writer.connect() as connection,
            without_patience(connection),
            connection.begin(),
        ):
            numbers = select(revision.c.number)
            connection.execute(numbers.with_for_update(nowait=True))
            yield connection
