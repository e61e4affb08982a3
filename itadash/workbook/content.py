"""What goes into the full workbook: the chosen rows, ready to be written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from itadash import framework, naming, thai
from itadash.analysis import (
    ANSWERS,
    Choice,
    answer,
    choosing,
    chosen,
    counted,
    measures_of,
    of_agencies,
    tall_scores,
    weak_indicators,
    with_points,
)
from itadash.analysis.findings import all_findings
from itadash.labels import text


@dataclass(frozen=True)
class Stored:
    """Frames as the store gives them.

    `assessments` are all of the store; the others may be those of the chosen
    agencies only.
    """

    assessments: pd.DataFrame
    measures: pd.DataFrame
    links: pd.DataFrame
    scores: pd.DataFrame
    findings: pd.DataFrame
    documents: pd.DataFrame


@dataclass(frozen=True)
class WorkbookInput:
    """The frames of a full workbook with what its cover says of them.

    `assessments` say with `counts` whether they count in means, and with `points`
    the total that counts. `answered` comes from `analysis.answer`, `findings` from
    `analysis.findings`; `printed` are scores with their places. `year` is the one
    that the summary is of; `of_agencies` is the N of "n of N": all agencies that
    the choice was made from. `filters` are pairs of a name and what was chosen.
    """

    assessments: pd.DataFrame
    answered: pd.DataFrame
    measures: pd.DataFrame
    findings: pd.DataFrame
    printed: pd.DataFrame
    filters: tuple[tuple[str, str], ...]
    of_agencies: int
    made_on: date
    year: int | None
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

    def rows(self, parts: Sequence[str]) -> int:
        """Estimate the rows that the sheets of these parts have together."""
        scored = int(self.assessments["has_scores"].sum())
        of = {
            "scores": len(self.assessments),
            "answered": len(self.answered),
            "measures": len(self.measures),
            "findings": len(self.findings),
            "tidy": scored * len(framework.indicators()),
            "printed": len(self.printed),
        }
        return sum(of[part] for part in parts)

    @property
    def sources(self) -> list[str]:
        """Return the names of all files, each once, in order."""
        named = pd.concat([self.assessments["source"], self.measures["source"]])
        return sorted({str(name) for name in named.dropna().unique()})


def gathered(stored: Stored, choice: Choice, *, made_on: date) -> WorkbookInput:
    """Put together what the full workbook shows of a choice.

    Without a year all measures of the chosen agencies go in, with one those of
    the fiscal year after it.
    """
    everything = of_agencies(stored.assessments)
    marked = everything.assign(counts=everything.index.isin(counted(everything).index))
    rows = with_points(_in_order(chosen(marked, choice), ["assessed_year"]))
    own = _measures_of(stored.measures, rows, choice)
    tall = tall_scores(rows)
    weak = weak_indicators(tall)
    by_agency = _in_order(weak.assign(at=range(len(weak))), ["assessed_year", "at"])
    answered = answer(by_agency.drop(columns="at"), stored.links, own)
    year = choice.year or choosing.first_year(rows)
    return WorkbookInput(
        assessments=rows,
        answered=answered,
        measures=_with_answered(
            _in_order(own, ["fiscal_year", "measure_id"]), stored.links
        ),
        findings=_findings(stored, rows, own, answered),
        printed=_printed(stored, rows),
        filters=_filters(choice, rows),
        of_agencies=int(everything["agency_id"].nunique()),
        made_on=made_on,
        year=year,
        target=framework.target(year),
    )


def _measures_of(
    measures: pd.DataFrame, rows: pd.DataFrame, choice: Choice
) -> pd.DataFrame:
    if choice.year is None:
        return measures[measures["agency_id"].isin(rows["agency_id"])]
    return measures_of(measures, rows)


def _findings(
    stored: Stored, rows: pd.DataFrame, own: pd.DataFrame, answered: pd.DataFrame
) -> pd.DataFrame:
    """Return the findings of the documents that the other sheets are made of."""
    documents = pd.concat([rows["document_id"], own["document_id"]]).unique()
    said = stored.findings[stored.findings["document_id"].isin(documents)]
    return all_findings(said, answered, stored.scores)


def _printed(stored: Stored, rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row a printed score and one a printed total, with their file."""
    own = stored.documents[stored.documents["document_id"].isin(rows["document_id"])]
    totals = own.rename(
        columns={
            "overall_score": "score",
            "overall_line": "line",
            "overall_text": "text",
        }
    )
    of_file = own[["document_id", "sha256", "parser_version"]]
    said = stored.scores[stored.scores["document_id"].isin(own["document_id"])]
    printed = said.merge(of_file, on="document_id", validate="many_to_one")
    both = pd.concat([printed, totals[totals["score"].notna()]], ignore_index=True)
    years = rows[["document_id", "assessed_year"]].drop_duplicates("document_id")
    known = both.drop(columns="assessed_year").merge(
        years, on="document_id", validate="many_to_one"
    )
    return _in_order(known, ["assessed_year", "document_id", "indicator"])


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
    listed: dict[int, str] = {}
    once = strong[["measure_id", "indicator"]].drop_duplicates()
    for measure, number in zip(*(once[name].tolist() for name in once), strict=True):
        listed[measure] = (
            f"{listed[measure]}, {number}" if measure in listed else f"{number}"
        )
    answered = [listed.get(measure) for measure in measures["measure_id"].tolist()]
    return measures.assign(answered=pd.Series(answered, measures.index, dtype="str"))


def _filters(choice: Choice, rows: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    every = text("workbook.every")
    found = [
        (text("workbook.year"), str(choice.year) if choice.year else every),
        (text("workbook.province"), _named(choice.province, "province")),
        (text("workbook.agency_type"), _named(choice.agency_type, "agency_type")),
    ]
    if choice.agency_id is not None:
        names = rows["agency"].dropna().unique()
        found.append((text("workbook.agency"), ", ".join(map(str, names))))
    return tuple(found)


def _named(chosen: str | None, subject: Literal["province", "agency_type"]) -> str:
    return naming.named(chosen, subject) if chosen else text("workbook.every")
