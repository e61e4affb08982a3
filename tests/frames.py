"""Small frames with the columns and types of the store's, for tests."""

from typing import Any

import pandas as pd

from itadash.store.frames import DOCUMENTS, FINDINGS, LINKS, MEASURES, SCORES
from itadash.store.national import ASSESSMENTS
from itadash.store.typed import Columns, frame

ALL_NINETY = dict.fromkeys(range(1, 11), 90.0)
DEFAULTS: dict[str, Any] = {
    "agency_type": "เทศบาลตำบล",
    "year_derived": False,
    "source": "plan.txt",
    "kind": "plan",
    "state": "read",
    "sample": False,
    "synthetic": False,
    "document_id": 1,
}


def assessment(
    agency_id: int = 1,
    year: int | None = 2563,
    scores: dict[int, float] | None = ALL_NINETY,
    **fields: Any,
) -> dict[str, Any]:
    """Return one row; `scores` None is a report of measures only."""
    points = {f"i{number}": score for number, score in (scores or {}).items()}
    own = {
        "agency_id": agency_id,
        "agency": f"เทศบาลตำบลที่ {agency_id}",
        "assessed_year": year,
        "fiscal_year": None if year is None else year + 1,
        "has_scores": bool(scores),
    }
    return {**DEFAULTS, **own, **points, **fields}


def assessments(*rows: dict[str, Any]) -> pd.DataFrame:
    return _framed(rows, ASSESSMENTS)


def with_score(score: float, number: int = 1, **fields: Any) -> pd.DataFrame:
    """Return one agency at ninety everywhere but in one indicator."""
    return assessments(assessment(scores={**ALL_NINETY, number: score}, **fields))


def measure(measure_id: int = 1, agency_id: int = 1, **fields: Any) -> dict[str, Any]:
    own = {
        "measure_id": measure_id,
        "agency_id": agency_id,
        "agency": f"เทศบาลตำบลที่ {agency_id}",
        "fiscal_year": 2564,
        "position": measure_id,
        "no": measure_id,
        "title": f"มาตรการที่ {measure_id}",
        "units": "สำนักปลัด, กองคลัง",
    }
    return {**DEFAULTS, **own, **fields}


def measures(*rows: dict[str, Any]) -> pd.DataFrame:
    return _framed(rows, MEASURES)


def links(*triples: tuple[int, int, float], **fields: Any) -> pd.DataFrame:
    """Return links of measure, indicator and strength; of agency 1 in 2564."""
    own = {"agency_id": 1, "fiscal_year": 2564, "reason": "คำที่ตัดสิน", **fields}
    rows = [
        {"measure_id": measure_id, "indicator": indicator, "strength": strength, **own}
        for measure_id, indicator, strength in triples
    ]
    return _framed(rows, LINKS)


def printed(*rows: dict[str, Any]) -> pd.DataFrame:
    """Return printed scores; a row says what differs from the score of agency 1."""
    own = {
        **DEFAULTS,
        "agency_id": 1,
        "agency": "เทศบาลตำบลที่ 1",
        "assessed_year": 2563,
        "fiscal_year": 2564,
        "position": 0,
        "indicator": 1,
        "instrument": "IIT",
        "name": "การปฏิบัติหน้าที่",
        "score": 90.0,
        "line": "12",
        "text": "๙๐.๐๐ คะแนน",
    }
    return _framed([{**own, **row} for row in rows], SCORES)


def findings(*rows: dict[str, Any]) -> pd.DataFrame:
    own = {
        **DEFAULTS,
        "finding_id": 1,
        "agency_id": 1,
        "agency": "เทศบาลตำบลที่ 1",
        "assessed_year": 2563,
        "fiscal_year": 2564,
        "position": 0,
        "code": "missing_indicator",
        "severity": "warning",
        "parameters": {"count": 9},
        "text": "คะแนน",
    }
    return _framed([{**own, **row} for row in rows], FINDINGS)


def documents(*rows: dict[str, Any]) -> pd.DataFrame:
    own = {
        **DEFAULTS,
        "agency_id": 1,
        "agency": "เทศบาลตำบลที่ 1",
        "assessed_year": 2563,
        "fiscal_year": 2564,
        "sha256": "ab" * 32,
        "parser_version": "1",
        "measures": 0,
        "superseded": 0,
    }
    return _framed([{**own, **row} for row in rows], DOCUMENTS)


def _framed(rows: Any, columns: Columns) -> pd.DataFrame:
    return frame([[row.get(name) for name in columns] for row in rows], columns)
