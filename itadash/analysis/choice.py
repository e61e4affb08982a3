"""Narrow the frames to what a reader chose; None everywhere is everything."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Choice:
    """A reader's filters; `year` is the assessed year (B.E.)."""

    year: int | None = None
    province: str | None = None
    agency_type: str | None = None
    agency_id: int | None = None


def chosen(assessments: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    """Return the assessments that every filter lets through."""
    wanted = {
        "assessed_year": choice.year,
        "province": choice.province,
        "agency_type": choice.agency_type,
        "agency_id": choice.agency_id,
    }
    for column, value in wanted.items():
        if value is not None:
            # A year that is <NA> equals nothing.
            assessments = assessments[(assessments[column] == value).fillna(False)]
    return assessments


def measures_of(measures: pd.DataFrame, assessments: pd.DataFrame) -> pd.DataFrame:
    """Return the measures planned after some assessments: of the year after each.

    A measure or an assessment without a year finds its like in the same agency,
    for both come from one report that prints none.
    """
    pairs = assessments[["agency_id"]].assign(
        fiscal_year=assessments["assessed_year"] + 1
    )
    return measures.merge(
        pairs.drop_duplicates(), on=["agency_id", "fiscal_year"], validate="many_to_one"
    )
