"""The part of the store for what is asked of all agencies at once."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress

import pandas as pd
from sqlalchemy import Connection

from itadash.errors import StoreError
from itadash.store import aggregates, national, read_models
from itadash.store.typed import Columns


class Summaries(ABC):
    """Frames of the whole country; of a large store they are made once a change."""

    def assessments(self) -> pd.DataFrame:
        """Return one row an agency and assessed year; see `national`."""
        return self._kept(
            "assessments", national.ASSESSMENTS, national.assessments_frame
        )

    def agency_order(self) -> pd.DataFrame:
        """Return one row an agency, in Thai dictionary order of their names."""
        return self._kept("agency order", aggregates.ORDER, aggregates.agency_order)

    def answered_indicators(
        self, fiscal_year: int | None, *, samples: bool = True
    ) -> pd.DataFrame:
        """Return one row an agency and indicator that measures of a year answer."""
        return self._kept(
            _named("answered", fiscal_year, samples=samples),
            aggregates.ANSWERED,
            lambda connection: aggregates.answered_indicators(
                connection, fiscal_year, samples=samples
            ),
        )

    def planned_measures(
        self, fiscal_year: int | None, *, samples: bool = True
    ) -> pd.DataFrame:
        """Return one row an agency that has measures of a year, with their number."""
        return self._kept(
            _named("planned", fiscal_year, samples=samples),
            aggregates.PLANNED,
            lambda connection: aggregates.planned_measures(
                connection, fiscal_year, samples=samples
            ),
        )

    def finding_counts(self, fiscal_year: int | None) -> pd.DataFrame:
        """Return one row an agency, severity and kind of a year's findings."""
        return self._kept(
            _named("findings", fiscal_year),
            aggregates.FOUND,
            lambda connection: aggregates.finding_counts(connection, fiscal_year),
        )

    def _kept(
        self, name: str, columns: Columns, make: Callable[[Connection], pd.DataFrame]
    ) -> pd.DataFrame:
        with self._reading() as connection:
            made_from = read_models.stamp(connection)
            found = read_models.kept(connection, name, made_from, columns)
            if found is not None:
                return found
            made = make(connection)
        if len(made) >= read_models.WORTH_KEEPING:
            # A store that is being written, or may not be, gives its answer too.
            with suppress(StoreError), self._writing_at_once() as connection:
                read_models.keep(connection, name, made_from, made)
        return made

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]:
        """Return a connection for reading."""

    @abstractmethod
    def _writing_at_once(self) -> AbstractContextManager[Connection]:
        """Return a connection in a transaction; StoreError while another writes."""


def _named(frame: str, fiscal_year: int | None, *, samples: bool = True) -> str:
    return f"{frame} {fiscal_year}" if samples else f"{frame} {fiscal_year} no samples"
