"""The part of the store for what a person changes and takes back."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager

import pandas as pd
from sqlalchemy import Connection

from itadash.corrections.model import Value
from itadash.model import Report
from itadash.store import correcting, snapshots
from itadash.store.sweeping import bump, sweep


class Changes(ABC):
    """Corrections, imports and deletions, each with its undo."""

    def correct(self, document_id: int, path: str, new: Value, why: str) -> None:
        """Correct a field; see `correcting.change`."""
        with self._writing() as connection:
            correcting.change(connection, document_id, path, new, why)
            sweep(connection)
            bump(connection)

    def undo_correction(self, correction_id: int) -> None:
        """Take a correction back; the last one brings back the report as read."""
        with self._writing() as connection:
            correcting.undo(connection, correction_id)
            sweep(connection)
            bump(connection)

    def corrections(self, agency_ids: Sequence[int] | None = None) -> pd.DataFrame:
        """Return one row a correction, the newest first; see `correcting.COLUMNS`."""
        with self._reading() as connection:
            return correcting.frame(connection, agency_ids)

    def load_parsed(self, document_id: int) -> Report:
        """Return a report as it was parsed, without corrections."""
        with self._reading() as connection:
            return correcting.parsed_of(connection, document_id)[0]

    def begin_batch(self, label: str) -> int:
        """Begin an import that can be undone as a whole; returns its number."""
        with self._writing() as connection:
            return snapshots.begin_batch(connection, label)

    def batches(self) -> pd.DataFrame:
        """Return one row an import that can be undone; see `snapshots.BATCHES`."""
        with self._reading() as connection:
            return snapshots.batches_frame(connection)

    def undo_batch(self, batch_id: int) -> int:
        """Undo an import; see `snapshots.undo_batch`."""
        with self._writing() as connection:
            return snapshots.undo_batch(connection, batch_id)

    def last_deleted(self) -> str | None:
        """Return the file name of the report that was deleted last, if kept."""
        with self._reading() as connection:
            return snapshots.trash(connection)

    def restore_deleted(self) -> None:
        """Bring back the report that was deleted last; KeyError without one."""
        with self._writing() as connection:
            snapshots.restore_deleted(connection)

    def forget_deleted(self) -> None:
        """Let go for good of the report that was deleted last."""
        with self._writing() as connection:
            snapshots.empty_trash(connection)

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Connection]: ...
