"""Records for tests, whole and plausible, with only what matters spelled out."""

from datetime import date
from typing import Any

from itadash.framework import indicator
from itadash.model import (
    Agency,
    Finding,
    Link,
    Measure,
    Place,
    Report,
    Score,
)

TEN_SCORES = {
    1: 88.5,
    2: 80.0,
    3: 86.0,
    4: 78.25,
    5: 85.0,
    6: 90.0,
    7: 85.5,
    8: 84.99,
    9: 60.0,
    10: 50.0,
}


def build_agency(name: str = "เทศบาลตำบลตัวอย่าง", **parts: Any) -> Agency:
    return Agency(name, parts.pop("type", "เทศบาลตำบล"), **parts)


def build_score(number: int, points: float, **fields: Any) -> Score:
    known = indicator(number)
    return Score(number, known.instrument, known.name, points, **fields)


def build_scores(points: dict[int, float]) -> tuple[Score, ...]:
    return tuple(
        build_score(number, value, place=Place(10 + number, f"{value} คะแนน"))
        for number, value in points.items()
    )


def build_measure(title: str = "เผยแพร่ข้อมูลทุกไตรมาส", **fields: Any) -> Measure:
    usual: dict[str, Any] = {
        "no": 1,
        "steps": "รวบรวมแล้วประกาศ",
        "responsible": "สำนักปลัด กองคลัง",
        "units": ("สำนักปลัด", "กองคลัง"),
        "period": "ปีงบประมาณ 2564",
        "period_start": date(2020, 10, 1),
        "period_end": date(2021, 9, 30),
        "indicators": (Link(9, 0.8, "เผยแพร่ข้อมูล"),),
        "place": Place(32, title),
    }
    return Measure(title=title, **(usual | fields))


def build_finding(code: str = "missing_indicator", **fields: Any) -> Finding:
    usual: dict[str, Any] = {"severity": "warning", "parameters": (("count", 9),)}
    return Finding(code, **(usual | fields))


def build_report(**fields: Any) -> Report:
    """Build a plan for 2564 with ten scores of 2563 and one measure."""
    usual: dict[str, Any] = {
        "source": "plan.txt",
        "kind": "plan",
        "agency": build_agency(),
        "fiscal_year": 2564,
        "assessed_year": 2563,
        "overall_score": 73.0,
        "level": "C",
        "scores": build_scores(TEN_SCORES),
        "measures": (build_measure(),),
        "overall_place": Place(4, "73.00 คะแนน"),
    }
    return Report(**(usual | fields))
