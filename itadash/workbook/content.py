"""What goes into the full workbook: the chosen rows, ready to be written."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from itadash import framework, thai
from itadash.analysis import (
    ANSWERS,
    Choice,
    answer,
    chosen,
    measures_of,
    of_agencies,
    tall_scores,
    weak_indicators,
)
from itadash.labels import text


@dataclass(frozen=True)
class WorkbookInput:
    """The frames of a full workbook with what its cover says of them.

    `assessments` and `measures` are as the store gives them, `answered` comes
    from `analysis.answer`. `of_agencies` is the N of "n of N": all agencies that
    the choice was made from. `filters` are pairs of a name and what was chosen.
    """

    assessments: pd.DataFrame
    answered: pd.DataFrame
    measures: pd.DataFrame
    filters: tuple[tuple[str, str], ...]
    of_agencies: int
    made_on: date
    target: float

    @property
    def agencies(self) -> int:
        """Return the n of "n of N"."""
        return int(self.assessments["agency_id"].nunique())

    @property
    def samples(self) -> int:
        """Count the samples among the assessments."""
        return int(self.assessments["sample"].sum())

    @property
    def synthetic(self) -> int:
        """Count the synthetic rows among the assessments."""
        return int(self.assessments["synthetic"].sum())

    @property
    def sources(self) -> list[str]:
        """Return the names of all files, each once, in order."""
        named = pd.concat([self.assessments["source"], self.measures["source"]])
        return sorted({str(name) for name in named.dropna().unique()})


def gathered(
    everything: pd.DataFrame,
    measures: pd.DataFrame,
    links: pd.DataFrame,
    choice: Choice,
    *,
    made_on: date,
) -> WorkbookInput:
    """Put together what the full workbook shows of a choice.

    `everything` are all assessments of the store; `measures` and `links` may be
    those of the chosen agencies only. Without a year all their measures go in,
    with one those of the fiscal year after it.
    """
    everything = of_agencies(everything)
    rows = _in_order(chosen(everything, choice), ["assessed_year"])
    if choice.year is None:
        own = measures[measures["agency_id"].isin(rows["agency_id"])]
    else:
        own = measures_of(measures, rows)
    weak = weak_indicators(tall_scores(rows))
    by_agency = _in_order(weak.assign(at=range(len(weak))), ["assessed_year", "at"])
    return WorkbookInput(
        assessments=rows,
        answered=answer(by_agency.drop(columns="at"), links, own),
        measures=_with_answered(_in_order(own, ["fiscal_year", "measure_id"]), links),
        filters=_filters(choice, rows),
        of_agencies=int(everything["agency_id"].nunique()),
        made_on=made_on,
        target=framework.target(choice.year or _newest_year(rows)),
    )


def _in_order(rows: pd.DataFrame, then: list[str]) -> pd.DataFrame:
    """Sort by province and agency as a Thai dictionary does, then by columns."""
    keys = rows[["agency_id", *then]].assign(
        province=_dictionary_order(rows["province"]),
        agency=_dictionary_order(rows["agency"]),
    )
    order = keys.sort_values(["province", "agency", "agency_id", *then]).index
    return rows.loc[order].reset_index(drop=True)


def _dictionary_order(names: "pd.Series[str]") -> "pd.Series[float]":
    known = thai.in_order(str(name) for name in names.dropna().unique())
    place = {name: float(at) for at, name in enumerate(known)}
    return names.astype("object").map(place).astype(float)


def _with_answered(measures: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    strong = links[links["strength"] >= ANSWERS].sort_values("indicator")
    once = strong.drop_duplicates(["measure_id", "indicator"])
    numbers = once["indicator"].astype("str").groupby(once["measure_id"])
    listed = numbers.agg(", ".join)
    return measures.assign(answered=measures["measure_id"].map(listed))


def _newest_year(rows: pd.DataFrame) -> int | None:
    newest = rows["assessed_year"].max()
    return None if pd.isna(newest) else int(newest)


def _filters(choice: Choice, rows: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    every = text("workbook.every")
    found = [
        (text("workbook.year"), str(choice.year) if choice.year else every),
        (text("workbook.province"), choice.province or every),
        (text("workbook.agency_type"), choice.agency_type or every),
    ]
    if choice.agency_id is not None:
        names = rows["agency"].dropna().unique()
        found.append((text("workbook.agency"), ", ".join(map(str, names))))
    return tuple(found)
