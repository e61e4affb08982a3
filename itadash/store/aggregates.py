"""Counts over all reports of a fiscal year, and the order of all agencies.

The screens of the whole country need to know which weak indicators are answered
and where findings are, not the words of half a million measures.
"""

from typing import Any, Final

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from itadash import thai
from itadash.linking import ANSWERS
from itadash.store.schema import agencies, documents, findings, links, measures
from itadash.store.typed import ID, REPEATED, Columns, frame

ORDER: Final[Columns] = {"agency_id": ID}
ANSWERED: Final[Columns] = {"agency_id": ID, "indicator": ID, "measures": ID}
PLANNED: Final[Columns] = {"agency_id": ID, "measures": ID}
FOUND: Final[Columns] = {
    "agency_id": ID,
    "severity": REPEATED,
    "code": REPEATED,
    "findings": ID,
}


def agency_order(connection: Connection) -> pd.DataFrame:
    """Return the number of every agency, in dictionary order of name and province."""
    rows = connection.execute(
        select(agencies.c.id, agencies.c.name, agencies.c.province)
    ).all()
    words = {word or "" for _, *texts in rows for word in texts}
    at = {word: place for place, word in enumerate(thai.in_order(words))}
    ordered = sorted(
        (at[name or ""], at[place or ""], own) for own, name, place in rows
    )
    return frame([(own,) for *_, own in ordered], ORDER)


def answered_indicators(
    connection: Connection, fiscal_year: int | None, *, samples: bool = True
) -> pd.DataFrame:
    """Return one row an agency and indicator that measures of the year answer.

    With `samples` False, reports of samples and synthetic ones are left out.
    """
    wanted = (
        select(documents.c.agency_id, links.c.indicator, func.count())
        .select_from(documents.join(measures).join(links))
        .where(*_counting(fiscal_year, samples=samples), links.c.strength >= ANSWERS)
        .group_by(documents.c.agency_id, links.c.indicator)
    )
    return _framed(connection, wanted, ANSWERED)


def planned_measures(
    connection: Connection, fiscal_year: int | None, *, samples: bool = True
) -> pd.DataFrame:
    """Return one row an agency that has measures of the year, with their number.

    With `samples` False, reports of samples and synthetic ones are left out.
    """
    wanted = (
        select(documents.c.agency_id, func.count())
        .select_from(documents.join(measures))
        .where(*_counting(fiscal_year, samples=samples))
        .group_by(documents.c.agency_id)
    )
    return _framed(connection, wanted, PLANNED)


def finding_counts(connection: Connection, fiscal_year: int | None) -> pd.DataFrame:
    """Return one row an agency, severity and kind of the year's stored findings.

    A table of scores prints no fiscal year: it counts for the one after its scores.
    """
    by = (documents.c.agency_id, findings.c.severity, findings.c.code)
    wanted = (
        select(*by, func.count())
        .select_from(documents.join(findings))
        .where(_about_year(fiscal_year))
        .group_by(*by)
    )
    return _framed(connection, wanted, FOUND)


def _of_year(fiscal_year: int | None) -> ColumnElement[bool]:
    column = documents.c.fiscal_year
    return column.is_(None) if fiscal_year is None else column == int(fiscal_year)


def _counting(fiscal_year: int | None, *, samples: bool) -> list[ColumnElement[bool]]:
    real = [] if samples else [~documents.c.sample, ~documents.c.synthetic]
    return [_of_year(fiscal_year), *real]


def _about_year(fiscal_year: int | None) -> ColumnElement[bool]:
    assessed = documents.c.assessed_year
    before = (
        assessed.is_(None) if fiscal_year is None else assessed == int(fiscal_year) - 1
    )
    if fiscal_year is None:
        return and_(_of_year(None), before)
    return or_(_of_year(fiscal_year), and_(_of_year(None), before))


def _framed(
    connection: Connection, wanted: Select[Any], columns: Columns
) -> pd.DataFrame:
    return frame(connection.execute(wanted).all(), columns)
