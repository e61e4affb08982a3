"""The part of the store for what is counted over all reports of a year."""

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager

import pandas as pd
from sqlalchemy import Connection

from itadash.store import aggregates


class Counts(ABC):
    """Counts over all reports of a fiscal year; see `aggregates`."""

    def answered_indicators(
        self, fiscal_year: int | None, *, samples: bool = True
    ) -> pd.DataFrame:
        """Return one row an agency and indicator that measures of a year answer."""
        with self._reading() as connection:
            return aggregates.answered_indicators(
                connection, fiscal_year, samples=samples
            )

    def planned_measures(
        self, fiscal_year: int | None, *, samples: bool = True
    ) -> pd.DataFrame:
        """Return one row an agency that has measures of a year, with their number."""
        with self._reading() as connection:
            return aggregates.planned_measures(connection, fiscal_year, samples=samples)

    def finding_counts(self, fiscal_year: int | None) -> pd.DataFrame:
        """Return one row an agency, severity and kind of a year's findings."""
        with self._reading() as connection:
            return aggregates.finding_counts(connection, fiscal_year)

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]: ...
