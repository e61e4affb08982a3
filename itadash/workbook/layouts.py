"""The sheets of the full workbook: which columns, in which order, in which words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
import pandas as pd
from xlsxwriter.utility import xl_col_to_name

from itadash import framework, naming
from itadash.labels import text
from itadash.workbook.blocks import Kind
from itadash.workbook.content import WorkbookInput
from itadash.workbook.sheets import Column
from itadash.workbook.styles import TARGET_NAME

Layout = tuple[pd.DataFrame, list[Column]]

REMARK: Final = "remark"
WEAK_COUNT: Final = "weak_count"
COUNTS: Final = "counts"
FIRST_SCORE, LAST_SCORE = "i1", "points"  # the block that is coloured

_AGENCY: Final[dict[str, Kind]] = {
    "agency": "text",
    "agency_type": "text",
    "district": "text",
    "province": "text",
}
_SCORES: Final[dict[str, Kind]] = {
    "iit": "points",
    "eit": "points",
    "oit": "points",
    "total": "points",
    "computed_total": "points",
    "points": "points",
    "level": "text",
    "level_other": "text",
    "computed_level": "text",
    WEAK_COUNT: "whole",
    COUNTS: "text",
    "fiscal_year": "whole",
    "kind": "text",
    "state": "text",
    "source": "text",
    REMARK: "text",
}
_ANSWERED: Final[dict[str, Kind]] = {
    "agency": "text",
    "agency_type": "text",
    "province": "text",
    "assessed_year": "whole",
    "indicator": "whole",
    "name": "text",
    "instrument": "text",
    "score": "points",
    "gap": "points",
    "worth": "points",
    "status": "text",
    "title": "text",
    "strength": "points",
    "reason": "text",
    "units": "text",
    "period": "text",
    "result": "text",
    "kind": "text",
    "measure_source": "text",
    "line": "text",
    REMARK: "text",
}
_MEASURES: Final[dict[str, Kind]] = {
    **_AGENCY,
    "fiscal_year": "whole",
    "kind": "text",
    "no": "whole",
    "title": "text",
    "description": "text",
    "answered": "text",
    "steps": "text",
    "responsible": "text",
    "units": "text",
    "period": "text",
    "period_start": "date",
    "period_end": "date",
    "result": "text",
    "outcome": "text",
    "follow_up": "text",
    "recommendation": "text",
    "state": "text",
    "source": "text",
    "line": "text",
    REMARK: "text",
}
_CODES: Final = ("kind", "state")
MADE_UP: Final = {"sample": "sample", "synthetic": "synthetic"}


def scores_sheet(content: WorkbookInput) -> Layout:
    """Return one row an agency and year; the weak are counted by a formula."""
    flags = {**MADE_UP, "year_derived": "year_derived"}
    rows = worded(content.assessments, flags)
    numbered = [
        Column(f"i{one.number}", naming.numbered(one.number), "points")
        for one in framework.indicators()
    ]
    columns = [
        *titled({**_AGENCY, "assessed_year": "whole"}),
        *numbered,
        *titled(_SCORES),
    ]
    first, last = letter(columns, "i1"), letter(columns, numbered[-1].name)
    scores = f"{first}{{row}}:{last}{{row}}"
    count = f'=IF(COUNT({scores})=0,"",COUNTIF({scores},"<"&{TARGET_NAME}))'
    counts = _weak_counts(rows, content.target)
    return rows.assign(**{WEAK_COUNT: counts}), with_formula(columns, WEAK_COUNT, count)


def answered_sheet(content: WorkbookInput) -> Layout:
    """Return one row a weak indicator and measure, those without any too."""
    rows = content.answered
    names = {one.number: naming.indicator(one.number) for one in framework.indicators()}
    status = np.select(
        [rows["has_measure"], rows["has_report"]],
        [text("workbook.has_measure"), text("workbook.no_measure")],
        text("workbook.no_report"),
    )
    made_up = {
        flag: rows[flag] | rows[f"measure_{flag}"].fillna(False).astype(bool)
        for flag in MADE_UP
    }
    said = worded(rows.assign(**made_up), MADE_UP, ["kind"])
    named = said.assign(name=rows["indicator"].map(names), status=status)
    columns = titled(_ANSWERED)
    below = f"{TARGET_NAME}-{letter(columns, 'score')}{{row}}"
    reached = text("workbook.summary.reached")  # by a target that was put lower
    gap = f'=IF({below}>0,ROUND({below},9),"{reached}")'
    return named, with_formula(columns, "gap", gap)


def measures_sheet(content: WorkbookInput) -> Layout:
    """Return one row a measure, with the indicators it answers."""
    return worded(content.measures, MADE_UP), titled(_MEASURES)


def letter(columns: Sequence[Column], name: str) -> str:
    """Return the letter of a column by its name."""
    at = next(at for at, column in enumerate(columns) if column.name == name)
    return str(xl_col_to_name(at))


def with_formula(columns: Sequence[Column], name: str, formula: str) -> list[Column]:
    """Put a formula into one of the columns; the frame holds its values."""
    return [replace(c, formula=formula) if c.name == name else c for c in columns]


def with_remarks(rows: pd.DataFrame, flags: Mapping[str, str]) -> pd.DataFrame:
    """Add the marks of each row; `flags` name a column and the word for True."""
    said = np.full(len(rows), "", dtype=object)
    for column, key in flags.items():
        flagged = rows[column].fillna(False).to_numpy(bool)
        said[flagged & (said != "")] += " · "
        said[flagged] += text(f"workbook.mark.{key}")
    return rows.assign(**{REMARK: said})


def worded(
    rows: pd.DataFrame,
    flags: Mapping[str, str] = MADE_UP,
    codes: Sequence[str] = _CODES,
) -> pd.DataFrame:
    """Add the marks, and put words in the place of the codes."""
    said = {code: translated(rows[code], f"workbook.{code}") for code in codes}
    return naming.named_frame(with_remarks(rows, flags).assign(**said))


def translated(codes: "pd.Series[Any]", key: str) -> "pd.Series[Any]":
    """Return the words for codes; `key` is where the labels stand."""
    known = {code: text(f"{key}.{code}") for code in codes.dropna().unique()}
    return codes.astype("object").map(known)


def titled(kinds: Mapping[str, Kind]) -> list[Column]:
    """Return columns with the headings of their names."""
    return [
        Column(name, text(f"workbook.column.{name}"), kind)
        for name, kind in kinds.items()
    ]


def _weak_counts(rows: pd.DataFrame, target: float) -> "pd.Series[float]":
    """Count the weak indicators of each row; missing where no score is known."""
    scores = rows[[f"i{one.number}" for one in framework.indicators()]]
    weak = (scores < target).sum(axis="columns").astype(float)
    return weak.where(scores.notna().any(axis="columns"))
