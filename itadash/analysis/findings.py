"""What is to be looked at: findings of the reports, and of the store as a whole.

Whether a weak indicator is answered depends on all documents of an agency, so that
finding is made anew on every reading; the one a single report was stored with gives
way to it.
"""

import json
from collections.abc import Hashable, Mapping
from hashlib import sha256
from typing import Any, Final

import pandas as pd

from itadash import framework
from itadash.records import message, suggestion

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
    "finding_key",
]


def all_findings(
    stored: pd.DataFrame, answered: pd.DataFrame, scores: pd.DataFrame
) -> pd.DataFrame:
    """Return one row a finding, errors first; `message` is its sentence.

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
    found = found.assign(
        message=pd.Series(messages, index=found.index, dtype="str"),
        finding_key=_keys(found),
        suggestion=found["suggestion"].map(suggestion, na_action="ignore"),
    )
    order = found["severity"].astype("str").map(_place_of_severity)
    found = found.assign(order=order)
    keys = ["order", "agency", "assessed_year", "code", "indicator"]
    return found.sort_values(keys, ignore_index=True)[COLUMNS]


def with_looks(findings: pd.DataFrame, looked_at: pd.DataFrame) -> pd.DataFrame:
    """Add `seen`: whether a person has looked at the finding.

    `looked_at` holds document_id and finding_key of those.
    """
    if looked_at.empty:
        return findings.assign(seen=False)
    keys = ["document_id", "finding_key"]
    known = looked_at[keys].drop_duplicates().astype({"finding_key": "str"})
    merged = findings.merge(known, on=keys, how="left", indicator="seen")
    return merged.assign(seen=merged["seen"] == "both")


def count_kinds(findings: pd.DataFrame) -> dict[str, int]:
    """Return how many findings there are of each kind, the most frequent first."""
    counts = findings["code"].astype("str").value_counts()
    return {str(code): int(count) for code, count in counts.items()}


def _keys(found: pd.DataFrame) -> "pd.Series[str]":
    """Return a key for each finding that is the same wherever it says the same."""
    rows = found[["code", "indicator", "measure", "parameters", "text"]]
    keys = [_key(tuple(row)) for row in rows.itertuples(index=False)]
    return pd.Series(keys, index=found.index, dtype="str")


def _key(parts: tuple[object, ...]) -> str:
    plain = [None if _is_missing(part) else part for part in parts]
    words = json.dumps(plain, sort_keys=True, ensure_ascii=False, default=str)
    return sha256(words.encode("utf-8", "backslashreplace")).hexdigest()


def _is_missing(part: object) -> bool:
    return not isinstance(part, dict) and bool(pd.isna(part))  # type: ignore[call-overload]


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
