"""What can be chosen in a frame of assessments, and how it is named.

Vectorised passes over the frame of the whole country; the frame is not changed.
"""

import pandas as pd

from itadash import gazetteer, thai
from itadash.analysis.totals import of_agencies
from itadash.labels import text
from itadash.model import Agency


def years(assessments: pd.DataFrame) -> list[int]:
    """Return the assessed years (B.E.) of the frame, newest first."""
    found = assessments["assessed_year"].dropna().unique()
    return sorted((int(year) for year in found), reverse=True)


def first_year(assessments: pd.DataFrame) -> int | None:
    """Return the newest year that has agencies' scores; else the newest at all."""
    agencies = of_agencies(assessments)
    scored = years(agencies[agencies["has_scores"]])
    return next(iter(scored or years(assessments)), None)


def provinces(assessments: pd.DataFrame) -> list[str]:
    """Return the provinces of the frame in Thai dictionary order."""
    found = _values(assessments["province"])
    order = [one.name for one in gazetteer.provinces()]  # stands in that order
    if found <= set(order):  # the first page need not load what sorts Thai
        return [name for name in order if name in found]
    return thai.in_order(found)


def agency_types(assessments: pd.DataFrame) -> list[str]:
    """Return the types of agency in the frame, in the order of the gazetteer."""
    found = _values(of_agencies(assessments)["agency_type"])
    order = [kind.name for kind in gazetteer.agency_types()]
    known = [name for name in order if name in found]
    return [*known, *thai.in_order(found - set(order))]


def agency_labels(assessments: pd.DataFrame) -> "pd.Series[str]":
    """Return a label for each agency_id, unique in the frame.

    Two agencies of one name are told apart by province, district and, where the
    reports print neither, by their number.
    """
    agencies = assessments.drop_duplicates("agency_id").set_index("agency_id")
    name = agencies["agency"].astype("str").fillna(text("agency.unnamed"))
    place = agencies["province"].astype("str").fillna(text("agency.no_province"))
    label = name.where(~name.duplicated(keep=False), name + " · " + place)
    number = pd.Series(label.index.astype("str"), index=label.index)
    return label.where(~label.duplicated(keep=False), label + " #" + number)


def without_unused_categories(frame: pd.DataFrame) -> pd.DataFrame:
    """Drop categories no row has: the browser would get every name of the country."""
    categorical = frame.select_dtypes("category").columns
    return frame.assign(
        **{name: frame[name].cat.remove_unused_categories() for name in categorical}
    )


def _values(column: "pd.Series[str]") -> set[str]:
    return {str(value) for value in column.dropna().unique()}


def agency_of(assessments: pd.DataFrame, agency_id: int) -> Agency:
    """Return an agency as the store knows it; KeyError for none of that number."""
    rows = assessments[assessments["agency_id"] == agency_id]
    if rows.empty:
        raise KeyError(agency_id)
    row = rows.iloc[0]
    parts = ("agency", "agency_type", "district", "province")
    return Agency(*(str(row[p]) if pd.notna(row[p]) else None for p in parts))


def documents_named(documents: pd.DataFrame, searched: str) -> pd.DataFrame:
    """Return the documents whose agency or file bears the words, newest first."""
    agency = documents["agency"].astype("str")
    named = agency.str.contains(searched, regex=False).fillna(value=False)
    filed = documents["source"].str.contains(searched, regex=False)
    return documents[named | filed].sort_values("document_id", ascending=False)
