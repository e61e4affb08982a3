"""The records that every part of the house speaks in.

Frozen and plain: they hold what a report says and where it says it, and decide
nothing. Years are Buddhist (B.E.), scores are points from 0 to 100, dates are
Gregorian. Missing is None, never an empty string or a zero.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Kind = Literal["plan", "progress", "results", "score_table"]
Instrument = Literal["IIT", "EIT", "OIT"]
Severity = Literal["error", "warning", "info"]
State = Literal["read", "confirmed", "corrected"]


@dataclass(frozen=True)
class Place:
    """Where something stands: a line of a text, a page, or "sheet!cell"."""

    line: int | str | None
    text: str = ""


NOWHERE = Place(None)


@dataclass(frozen=True)
class Agency:
    """An agency as one report names it; a part that is not printed is None."""

    name: str | None
    type: str | None = None
    district: str | None = None
    province: str | None = None


@dataclass(frozen=True)
class Score:
    """One indicator's score, with the improvement text printed for it."""

    indicator: int
    instrument: Instrument
    name: str
    score: float
    issue: str | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Link:
    """An indicator that a measure bears on; `reason` is the words that decided."""

    indicator: int
    strength: float
    reason: str


# What a measures table says of each measure beside its name, in reading order.
MEASURE_TEXTS = (
    "steps",
    "responsible",
    "period",
    "result",
    "outcome",
    "follow_up",
    "recommendation",
)


@dataclass(frozen=True)
class Measure:
    """One row of a measures table, rows that a page break cut already joined."""

    no: int | None
    title: str
    description: str | None = None
    instrument: Instrument | None = None
    group: str | None = None
    steps: str | None = None
    responsible: str | None = None
    units: tuple[str, ...] = ()
    period: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    result: str | None = None
    outcome: str | None = None
    follow_up: str | None = None
    recommendation: str | None = None
    indicators: tuple[Link, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Finding:
    """Something to look at: a code, its parameters and the words it stands on.

    The sentence a reader sees is made from code and parameters by `labels`.
    """

    code: str
    severity: Severity
    parameters: tuple[tuple[str, str | int | float], ...] = ()
    indicator: int | None = None
    measure: int | None = None
    suggestion: str | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Report:
    """What one document says about one agency and year.

    `fiscal_year` is the year of the measures, `assessed_year` the ITA round whose
    scores it shows; `overall_score` and `level` are as printed, `computed_score`
    (three decimals) and `computed_level` follow from the ten indicators.
    """

    source: str
    kind: Kind
    agency: Agency
    fiscal_year: int | None = None
    assessed_year: int | None = None
    report_date: date | None = None
    overall_score: float | None = None
    level: str | None = None
    level_other: str | None = None
    computed_score: float | None = None
    computed_level: str | None = None
    scores: tuple[Score, ...] = ()
    measures: tuple[Measure, ...] = ()
    findings: tuple[Finding, ...] = ()
    overall_place: Place = field(default=NOWHERE, compare=False, repr=False)
