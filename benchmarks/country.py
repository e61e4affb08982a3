"""A made-up country for benchmarks: frames as the store gives them, no store."""

from collections.abc import Callable, Iterable
from itertools import cycle, islice
from typing import Any

import pandas as pd

from itadash import framework, gazetteer
from itadash.store.frames import DOCUMENTS, FINDINGS, LINKS, MEASURES, SCORES
from itadash.store.national import ASSESSMENTS
from itadash.store.typed import Columns, frame
from itadash.workbook import Stored

Facts = dict[str, Any]
Make = Callable[[Facts, int], Facts]

MEASURES_EACH, FINDINGS_EACH = 10, 3
_WORDS = (
    "ประชาชนทราบขั้นตอนและระยะเวลาของงานบริการ",
    "มอบหมายให้งานประชาสัมพันธ์เผยแพร่ข้อมูลบนเว็บไซต์ทุกไตรมาส",
    "ตรวจสอบพัสดุประจำปีแล้วรายงานผลต่อผู้บริหาร",
    "เปิดช่องทางรับเรื่องร้องเรียนและแจ้งผลภายในสิบห้าวัน",
)


def country(agencies: int, year: int) -> Stored:
    """Return one assessment, ten measures and ten printed scores an agency."""
    owners = [_owner(at, year) for at in range(1, agencies + 1)]
    return Stored(
        assessments=_framed(map(_assessment, owners), ASSESSMENTS),
        measures=_framed(_many(owners, _measure, MEASURES_EACH), MEASURES),
        links=_framed(_many(owners, _link, MEASURES_EACH), LINKS),
        scores=_framed(_many(owners, _score, len(framework.indicators())), SCORES),
        findings=_framed(_many(owners, _finding, FINDINGS_EACH), FINDINGS),
        documents=_framed(map(_document, owners), DOCUMENTS),
    )


def _owner(at: int, year: int) -> Facts:
    provinces = gazetteer.provinces()
    kind = "เทศบาลตำบล" if at % 3 else "องค์การบริหารส่วนตำบล"
    return {
        "agency_id": at,
        "agency": f"{kind}บ้านสมมุติที่ {at}",
        "agency_type": kind,
        "district": f"อำเภอที่ {at % 900}",
        "province": provinces[at % len(provinces)].name,
        "document_id": at,
        "source": f"รายงาน_{at}.pdf",
        "kind": "plan",
        "fiscal_year": year + 1,
        "state": "read",
        "sample": False,
        "synthetic": False,
        "assessed_year": year,
    }


def _points(owner: Facts, number: int) -> float:
    return round(60 + (owner["agency_id"] * 37 + number * 911) % 4_000 / 100, 2)


def _assessment(owner: Facts) -> Facts:
    points = {f"i{number}": _points(owner, number) for number in range(1, 11)}
    total = float(
        framework.total({n: points[f"i{n}"] for n in range(1, 11)}, 2567) or 0
    )
    return {
        **owner,
        **points,
        **dict.fromkeys(("iit", "eit", "oit"), round(total, 2)),
        "year_derived": False,
        "has_scores": True,
        "total": round(total, 2),
        "computed_total": round(total, 3),
        "level": "ผ่าน",
        "computed_level": "ผ่าน",
    }


def _measure(owner: Facts, at: int) -> Facts:
    number = owner["agency_id"] * MEASURES_EACH + at
    return {
        **owner,
        "measure_id": number,
        "position": at,
        "no": at + 1,
        "title": f"มาตรการ{_text(number, 1)}ครั้งที่ {number}",
        "steps": _text(number, 6),
        "responsible": "สำนักปลัด กองคลัง",
        "units": "สำนักปลัด, กองคลัง",
        "period": "ปีงบประมาณ พ.ศ. 2568",
        "period_start": pd.Timestamp(2024, 10, 1),
        "period_end": pd.Timestamp(2025, 9, 30),
        "result": _text(number + 1, 3),
        "recommendation": _text(number + 2, 1),
        "line": str(30 + at),
        "text": _text(number, 2),
    }


def _link(owner: Facts, at: int) -> Facts:
    return {
        "measure_id": owner["agency_id"] * MEASURES_EACH + at,
        "agency_id": owner["agency_id"],
        "fiscal_year": owner["fiscal_year"],
        "indicator": at + 1,
        "strength": 0.4 + at % 5 / 8,
        "reason": _WORDS[at % len(_WORDS)],
    }


def _score(owner: Facts, at: int) -> Facts:
    one = framework.indicators()[at]
    points = _points(owner, one.number)
    return {
        **owner,
        "position": at,
        "indicator": one.number,
        "instrument": one.instrument,
        "name": one.name,
        "score": points,
        "line": str(12 + at),
        "text": f"{points:.2f} คะแนน",
    }


def _finding(owner: Facts, at: int) -> Facts:
    return {
        **owner,
        "finding_id": owner["agency_id"] * FINDINGS_EACH + at,
        "position": at,
        "code": "incomplete_measure",
        "severity": "info",
        "parameters": {"title": _WORDS[at], "parts": "ระยะเวลา"},
        "measure": at,
        "line": str(30 + at),
        "text": _text(owner["agency_id"] + at, 1),
    }


def _document(owner: Facts) -> Facts:
    return {
        **owner,
        "sha256": f"{owner['agency_id']:064x}",
        "parser_version": "1",
        "overall_score": _points(owner, 3),
        "overall_line": "4",
        "overall_text": "คะแนนรวม",
        "measures": MEASURES_EACH,
        "superseded": 0,
    }


def _text(at: int, times: int) -> str:
    start = at % len(_WORDS)
    return " ".join(islice(cycle(_WORDS[start:] + _WORDS[:start]), times))


def _many(owners: list[Facts], make: Make, times: int) -> list[Facts]:
    return [make(owner, at) for owner in owners for at in range(times)]


def _framed(rows: Iterable[Facts], columns: Columns) -> pd.DataFrame:
    return frame([[row.get(name) for name in columns] for row in rows], columns)
