"""How well measures are linked: precision, recall and F1 on labelled measures.

Recall counts the indicators labelled `direct`, precision links that are `direct`
or `also`. The part that is only measured on is only ever printed as totals.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from benchmarks import Result, Row, at_least
from itadash import documents, thai
from itadash.linking import ANSWERS, FLOOR, links
from itadash.model import Link, Measure
from itadash.reading import read_reports

LABELLED = Path(__file__).parent / "linking"
SHARED = Path(__file__).parents[2] / "shared"
FLOORS = (FLOOR, ANSWERS, 0.7)
BARS = {"measure_only": 0.85, "gold": 0.90}
SAME_TITLE = 0.6
OUTCOMES = ("answered", "related", "no link")


@dataclass(frozen=True)
class Case:
    """A measure's links and what a reader says that it bears on."""

    links: tuple[Link, ...]
    direct: frozenset[int]
    also: frozenset[int]


@dataclass(frozen=True)
class Figures:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return 0 where nothing is right."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def run(quick: bool) -> Result:
    parts = {name: _labelled(name) for name in ("tune", "measure_only")}
    if (SHARED / "gold").is_dir():
        parts = {"gold": _gold()} | parts
    rows: list[Row] = []
    lines: list[str] = []
    for name, cases in parts.items():
        rows += _rows(name, cases)
        lines += [f"{name}: {len(cases)} measures", *_confusion(cases), ""]
        lines += [*_by_indicator(cases), ""]
    return Result(rows, lines)


def figures(
    cases: Iterable[Case], floor: float, indicator: int | None = None
) -> Figures:
    """Score the links of at least `floor`, to all indicators or to one."""
    found = wanted = right = given = 0
    for case in cases:
        linked = {x.indicator for x in case.links if x.strength >= floor}
        direct, known = set(case.direct), set(case.direct | case.also)
        if indicator is not None:
            linked, direct = linked & {indicator}, direct & {indicator}
        found, wanted = found + len(linked & direct), wanted + len(direct)
        right, given = right + len(linked & known), given + len(linked)
    return Figures(right / given if given else 1.0, found / wanted if wanted else 1.0)


def _rows(name: str, cases: list[Case]) -> list[Row]:
    rows = []
    for floor in FLOORS:
        scored = figures(cases, floor)
        bar = BARS.get(name) if floor == FLOOR else None
        rows += [
            at_least(f"{name} precision at {floor:g}", scored.precision),
            at_least(f"{name} recall at {floor:g}", scored.recall),
            at_least(f"{name} F1 at {floor:g}", scored.f1, bar),
        ]
    return [*rows, at_least(f"{name} first link direct", _first_direct(cases))]


def _first_direct(cases: list[Case]) -> float:
    firsts = [c.links[0].indicator in c.direct for c in cases if c.links and c.direct]
    return sum(firsts) / len(firsts)


def _confusion(cases: list[Case]) -> list[str]:
    """Count what became of every pair of a measure and one of the ten indicators."""
    counted = Counter(_outcome(case, n) for case in cases for n in range(1, 11))
    lines = [f"{'labelled':12}" + "".join(f"{name:>10}" for name in OUTCOMES)]
    for label in ("direct", "also", "neither"):
        counts = "".join(f"{counted[label, name]:10}" for name in OUTCOMES)
        lines.append(f"{label:12}{counts}")
    return lines


def _outcome(case: Case, number: int) -> tuple[str, str]:
    label = "also" if number in case.also else "neither"
    strength = {x.indicator: x.strength for x in case.links}.get(number, 0.0)
    linked = "related" if strength else "no link"
    return (
        "direct" if number in case.direct else label,
        "answered" if strength >= ANSWERS else linked,
    )


def _by_indicator(cases: list[Case]) -> list[str]:
    lines = [f"{'indicator':12}{'precision':>10}{'recall':>10}{'F1':>10}"]
    for number in range(1, 11):
        one = figures(cases, FLOOR, number)
        lines.append(
            f"{number:<12}{one.precision:10.3f}{one.recall:10.3f}{one.f1:10.3f}"
        )
    return lines


def _labelled(name: str) -> list[Case]:
    with (LABELLED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [_case(row) for row in csv.DictReader(file)]


def _case(row: dict[str, str]) -> Case:
    fields = ("instrument", "group", "description", "steps")
    known = {name: row[name] or None for name in fields}
    measure = Measure(None, row["title"], **known)  # type: ignore[arg-type]
    return Case(links(measure), _numbers(row["direct"]), _numbers(row["also"]))


def _numbers(cell: str) -> frozenset[int]:
    return frozenset(int(number) for number in cell.split("|") if number)


def _gold() -> list[Case]:
    cases = []
    for path in sorted((SHARED / "gold").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        for report in sorted((SHARED / "reports").glob(f"{path.stem}.*")):
            read = read_reports(documents.load(report), report.name)
            measures = [measure for one in read for measure in one.measures]
            wanted = [m for g in record.get("reports", [record]) for m in _graded(g)]
            cases += [_gold_case(one, measures) for one in wanted]
    return cases


def _graded(record: dict[str, list[dict[str, object]]]) -> list[dict[str, object]]:
    return [m for m in record.get("measures", []) if "bears_on" in m]


def _gold_case(wanted: dict[str, object], measures: list[Measure]) -> Case:
    """Pair by title; a measure that was not read has no links."""
    title = thai.key(str(wanted["title"]))
    near = [(_nearness(title, measure), measure) for measure in measures]
    best, measure = max(near, key=lambda pair: pair[0])
    grades = dict(wanted["bears_on"])  # type: ignore[call-overload]
    return Case(
        measure.indicators if best >= SAME_TITLE else (),
        frozenset(int(n) for n, grade in grades.items() if grade == 2),
        frozenset(int(n) for n, grade in grades.items() if grade != 2),
    )


def _nearness(title: str, measure: Measure) -> float:
    return SequenceMatcher(None, title, thai.key(measure.title)).ratio()
