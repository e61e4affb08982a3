"""The sheets of single facts: findings, scores for pivots, printed scores."""

from typing import Final

import numpy as np

from itadash import analysis, framework, naming
from itadash.labels import text
from itadash.records import kind_name
from itadash.workbook.blocks import Kind
from itadash.workbook.content import WorkbookInput
from itadash.workbook.layouts import (
    COUNTS,
    MADE_UP,
    REMARK,
    Layout,
    letter,
    titled,
    with_formula,
    worded,
)
from itadash.workbook.styles import TARGET_NAME

IS_WEAK: Final = "is_weak"

_FINDINGS: Final[dict[str, Kind]] = {
    "agency": "text",
    "agency_type": "text",
    "province": "text",
    "assessed_year": "whole",
    "severity": "text",
    "code": "text",
    "message": "text",
    "indicator": "whole",
    "suggestion": "text",
    "text": "text",
    "source": "text",
    "line": "text",
    REMARK: "text",
}
_TIDY: Final[dict[str, Kind]] = {
    "agency": "text",
    "agency_type": "text",
    "district": "text",
    "province": "text",
    "assessed_year": "whole",
    "indicator": "whole",
    "name": "text",
    "instrument": "text",
    "score": "points",
    IS_WEAK: "whole",
    "worth": "points",
    "points": "points",
    COUNTS: "text",
    "source": "text",
    REMARK: "text",
}
_PRINTED: Final[dict[str, Kind]] = {
    "agency": "text",
    "province": "text",
    "assessed_year": "whole",
    "indicator": "whole",
    "name": "text",
    "score": "points",
    "text": "text",
    "source": "text",
    "line": "text",
    "sha256": "text",
    "kind": "text",
    "state": "text",
    "parser_version": "text",
    REMARK: "text",
}


def findings_sheet(content: WorkbookInput) -> Layout:
    """Return one row a finding, errors first, with the words it stands on."""
    said = worded(content.findings, codes=["severity"])
    kinds = said["code"].astype("object").map(kind_name)
    return said.assign(code=kinds), titled(_FINDINGS)


def tidy_sheet(content: WorkbookInput) -> Layout:
    """Return one row an agency, year and indicator, for pivots.

    Reports without any score are left out; a score that is missing beside others
    stands as an empty cell. 1 and 0 tell weak from passing: their sum counts the
    weak, their mean is the share.
    """
    scored = content.assessments[content.assessments["has_scores"]]
    tall = analysis.tall_scores(scored)
    names = {one.number: naming.indicator(one.number) for one in framework.indicators()}
    counts = np.repeat(scored["counts"].to_numpy(bool), len(names))
    weak = (tall["score"] < content.target).astype(float)
    marked = worded(tall, {**MADE_UP, "year_derived": "year_derived"}, codes=[])
    rows = marked.assign(
        name=tall["indicator"].map(names),
        counts=counts,
        **{IS_WEAK: weak.where(tall["score"].notna())},
    )
    columns = titled(_TIDY)
    score = f"{letter(columns, 'score')}{{row}}"
    formula = f'=IF({score}="","",IF({score}<{TARGET_NAME},1,0))'
    return rows, with_formula(columns, IS_WEAK, formula)


def printed_sheet(content: WorkbookInput) -> Layout:
    """Return one row a printed score: its file, place, words and the file's hash."""
    rows = worded(content.printed)
    names = {one.number: naming.indicator(one.number) for one in framework.indicators()}
    named = rows["indicator"].astype("Int64").map(names)
    return rows.assign(name=named.fillna(text("workbook.total"))), titled(_PRINTED)
