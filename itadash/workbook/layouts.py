"""The sheets of the full workbook: which columns, in which order, in which words."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from itadash import framework
from itadash.labels import text
from itadash.workbook.content import WorkbookInput
from itadash.workbook.sheets import Column, Kind

REMARK: Final = "remark"
WEAK_COUNT: Final = "weak_count"

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
    "level": "text",
    "level_other": "text",
    "computed_level": "text",
    WEAK_COUNT: "whole",
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
_MADE_UP: Final = {"sample": "sample", "synthetic": "synthetic"}


def scores_sheet(content: WorkbookInput) -> tuple[pd.DataFrame, list[Column]]:
    """Return one row an agency and year; the weak are counted by a formula."""
    flags = {**_MADE_UP, "year_derived": "year_derived"}
    rows = _worded(content.assessments, flags).assign(**{WEAK_COUNT: np.nan})
    numbered = [
        Column(f"i{one.number}", f"{one.number}. {one.name}", "points")
        for one in framework.indicators()
    ]
    return rows, [
        *_titled({**_AGENCY, "assessed_year": "whole"}),
        *numbered,
        *_titled(_SCORES),
    ]


def answered_sheet(content: WorkbookInput) -> tuple[pd.DataFrame, list[Column]]:
    """Return one row a weak indicator and measure, those without any too."""
    rows = content.answered
    names = {one.number: one.name for one in framework.indicators()}
    status = np.select(
        [rows["has_measure"], rows["has_report"]],
        [text("workbook.has_measure"), text("workbook.no_measure")],
        text("workbook.no_report"),
    )
    made_up = {
        flag: rows[flag] | rows[f"measure_{flag}"].fillna(False).astype(bool)
        for flag in _MADE_UP
    }
    worded = _worded(rows.assign(**made_up), _MADE_UP, ["kind"])
    named = worded.assign(name=rows["indicator"].map(names), status=status)
    return named, _titled(_ANSWERED)


def measures_sheet(content: WorkbookInput) -> tuple[pd.DataFrame, list[Column]]:
    """Return one row a measure, with the indicators it answers."""
    return _worded(content.measures, _MADE_UP), _titled(_MEASURES)


def with_remarks(rows: pd.DataFrame, flags: Mapping[str, str]) -> pd.DataFrame:
    """Add the marks of each row; `flags` name a column and the word for True."""
    said = np.full(len(rows), "", dtype=object)
    for column, key in flags.items():
        flagged = rows[column].fillna(False).to_numpy(bool)
        said[flagged & (said != "")] += " · "
        said[flagged] += text(f"workbook.mark.{key}")
    return rows.assign(**{REMARK: said})


def _worded(
    rows: pd.DataFrame, flags: Mapping[str, str], codes: Sequence[str] = _CODES
) -> pd.DataFrame:
    """Add the marks, and put words in the place of the codes."""
    worded = {code: _translated(rows[code], f"workbook.{code}") for code in codes}
    return with_remarks(rows, flags).assign(**worded)


def _translated(codes: "pd.Series[Any]", key: str) -> "pd.Series[Any]":
    known = {code: text(f"{key}.{code}") for code in codes.dropna().unique()}
    return codes.astype("object").map(known)


def _titled(kinds: Mapping[str, Kind]) -> list[Column]:
    return [
        Column(name, text(f"workbook.column.{name}"), kind)
        for name, kind in kinds.items()
    ]
