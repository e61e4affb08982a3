"""The frame of assessments: the whole country, one row an agency and year.

Of several documents that give one agency's scores of one year, the row shows
the one to trust most: a real one before a made-up one, one with scores before
one without, one that a person confirmed or corrected, the one with the most
indicators, the agency's own report before a row of a table, the newest.
"""

from typing import Final

import pandas as pd
from sqlalchemy import Connection, select

from itadash.framework import indicators
from itadash.model import Instrument
from itadash.store.frames import AGENCY, DOCUMENT, OWNER_COLUMNS, OWNERS
from itadash.store.schema import INDICATOR_COLUMNS, assessments, documents
from itadash.store.typed import FLAG, POINTS, REPEATED, TIME, WHOLE, Columns, frame

_STORED: Final[Columns] = {
    **AGENCY,
    "assessed_year": WHOLE,
    **dict.fromkeys(INDICATOR_COLUMNS, POINTS),
    "total": POINTS,
    "computed_total": POINTS,
    "level": REPEATED,
    "level_other": REPEATED,
    "computed_level": REPEATED,
    **DOCUMENT,
    "stored_at": TIME,
}
_INSTRUMENTS: Final[tuple[Instrument, ...]] = ("IIT", "EIT", "OIT")

ASSESSMENTS: Final[Columns] = {
    **AGENCY,
    "assessed_year": WHOLE,
    "year_derived": FLAG,
    "has_scores": FLAG,
    **dict.fromkeys(INDICATOR_COLUMNS, POINTS),
    **{instrument.lower(): POINTS for instrument in _INSTRUMENTS},
    **{
        name: _STORED[name]
        for name in (
            "total",
            "computed_total",
            "level",
            "level_other",
            "computed_level",
        )
    },
    **DOCUMENT,
}


def assessments_frame(connection: Connection) -> pd.DataFrame:
    """Return one row an agency and assessed year, reports without scores too.

    A year that no report prints is the year before that of its measures, marked
    `year_derived`; where that is missing too, it is <NA>. A score out of range
    is NaN, and so is an instrument's mean unless all its indicators are there.
    """
    own = {**assessments.c, "stored_at": documents.c.stored_at} | OWNER_COLUMNS
    wanted = select(*(own[name].label(name) for name in _STORED))
    of_document = assessments.c.document_id == documents.c.id
    joined = OWNERS.join(assessments, of_document)
    rows = connection.execute(wanted.select_from(joined)).all()
    found = _with_means(_with_year(frame(rows, _STORED)))
    return _the_most_trusted(found)[list(ASSESSMENTS)]


def _with_year(found: pd.DataFrame) -> pd.DataFrame:
    before = found["fiscal_year"] - 1
    derived = found["assessed_year"].isna() & before.notna()
    year = found["assessed_year"].fillna(before)
    return found.assign(assessed_year=year, year_derived=derived.astype(FLAG))


def _with_means(found: pd.DataFrame) -> pd.DataFrame:
    """Round to nine places, which takes the binary dust off a mean of 85."""
    has_scores = found[list(INDICATOR_COLUMNS)].notna().any(axis="columns")
    means = {
        instrument.lower(): found[_columns_of(instrument)]
        .mean(axis="columns", skipna=False)
        .round(9)
        for instrument in _INSTRUMENTS
    }
    return found.assign(has_scores=has_scores, **means)


def _columns_of(instrument: Instrument) -> list[str]:
    return [f"i{one.number}" for one in indicators() if one.instrument == instrument]


def _the_most_trusted(found: pd.DataFrame) -> pd.DataFrame:
    trust = pd.DataFrame(
        {
            "agency_id": found["agency_id"],
            "assessed_year": found["assessed_year"],
            "real": ~(found["sample"] | found["synthetic"]),
            "has_scores": found["has_scores"],
            "accepted": found["state"] != "read",
            "indicators": found[list(INDICATOR_COLUMNS)].count(axis="columns"),
            "of_its_own": found["kind"] != "score_table",
            "stored_at": found["stored_at"],
            "document_id": found["document_id"],
        }
    )
    ranked = trust.sort_values(list(trust.columns))
    best = ranked.drop_duplicates(["agency_id", "assessed_year"], keep="last")
    return found.loc[best.index].reset_index(drop=True)
