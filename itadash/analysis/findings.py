"""What is to be looked at: findings of the reports, and of the store as a whole.

Whether a weak indicator is answered depends on all documents of an agency, so that
finding is made anew on every reading; the one a single report was stored with gives
way to it.
"""

from collections.abc import Hashable, Mapping
from typing import Any, Final

import pandas as pd

from itadash import framework
from itadash.records import message

OF_THE_STORE: Final = "weak_without_measure"
SEVERITIES: Final = ("error", "warning", "info")
COLUMNS: Final = [
    "severity",
    "code",
    "message",
    "agency_id",
    "agency",
    "agency_type",
    "province",
    "assessed_year",
    "indicator",
    "measure",
    "suggestion",
    "source",
    "line",
    "text",
    "document_id",
    "sample",
    "synthetic",
]


def all_findings(
    stored: pd.DataFrame, answered: pd.DataFrame, scores: pd.DataFrame
) -> pd.DataFrame:
    """Return one row a finding, errors first; `message` is its Thai sentence.

    `stored` are the findings of the documents, `answered` the weak indicators of
    all their measures, `scores` the printed scores: they give the place.
    """
    own = stored[stored["code"] != OF_THE_STORE]
    open_ones = _unanswered(answered, scores)
    found = pd.concat([own, open_ones], ignore_index=True)
    messages = [
        message(str(code), parameters)
        for code, parameters in zip(found["code"], found["parameters"], strict=True)
    ]
    found = found.assign(message=pd.Series(messages, index=found.index, dtype="str"))
    order = found["severity"].astype("str").map(_place_of_severity)
    found = found.assign(order=order)
    keys = ["order", "agency", "assessed_year", "code", "indicator"]
    return found.sort_values(keys, ignore_index=True)[COLUMNS]


def _place_of_severity(severity: str) -> int:
    return SEVERITIES.index(severity)


def _unanswered(answered: pd.DataFrame, scores: pd.DataFrame) -> pd.DataFrame:
    """Make a finding of every weak indicator whose plans are known and lack it.

    Where no measures of the year are stored nothing is known, hence no finding.
    """
    rows = answered[~answered["has_measure"] & answered["has_report"]]
    places = scores[["document_id", "indicator", "line", "text"]].drop_duplicates(
        ["document_id", "indicator"]
    )
    columns = [name for name in COLUMNS if name in rows.columns]
    kept = rows[[c for c in columns if c not in ("line", "text")] + ["score"]]
    kept = kept.merge(
        places, on=["document_id", "indicator"], how="left", validate="many_to_one"
    )
    parameters: list[Any] = [_parameters(row) for row in kept.to_dict("records")]
    return kept.assign(
        code=OF_THE_STORE, severity="warning", parameters=parameters
    ).astype({"parameters": "object"})


def _parameters(row: Mapping[Hashable, Any]) -> dict[str, object]:
    number = int(row["indicator"])
    name = framework.indicator(number).name
    return {"name": name, "score": framework.shown(row["score"]), "indicator": number}
