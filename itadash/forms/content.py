"""What a form of one agency and year holds, from the frames of the store."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import pandas as pd

from itadash import framework, reference, thai
from itadash.labels import speaking, text

Row = Mapping[Hashable, Any]

# A plan says what is to be done, later reports what came of it.
_ORDER: Final = ("plan", "progress", "results", "score_table")
FIELDS: Final = (
    *("group_heading", "description", "steps", "responsible", "period"),
    *("follow_up", "result", "outcome", "recommendation"),
)


@dataclass(frozen=True)
class FormScore:
    """One indicator with what is known of it."""

    number: int
    name: str
    instrument: str
    score: float | None
    issue: str | None


@dataclass(frozen=True)
class FormMeasure:
    """One measure; `said` are its texts by field, those that are known."""

    no: int | None
    title: str
    said: Mapping[str, str]


@dataclass(frozen=True)
class FormInput:
    """A form: whose it is, the two years, scores, measures and topics.

    `topics` are those that the analysis of the year must cover, each with the
    weak indicators that belong to it.
    """

    agency: str
    place: str
    assessed_year: int | None
    fiscal_year: int | None
    total: float | None
    level: str | None
    target: float
    scores: tuple[FormScore, ...]
    measures: tuple[FormMeasure, ...]
    topics: tuple[tuple[str, tuple[str, ...]], ...]
    synthetic: bool = False

    @property
    def weak(self) -> list[FormScore]:
        """Return the indicators below the target."""
        return [s for s in self.scores if s.score is not None and s.score < self.target]


@speaking("th")
def filled(row: Row, scores: pd.DataFrame, measures: pd.DataFrame) -> FormInput:
    """Put together a form from an assessment, its printed scores and its measures.

    `measures` are those of the fiscal year after it, of all documents: a measure
    that stands in a plan and in a report of results is one.
    """
    year = _known(row["assessed_year"], int)
    ten = _ten(row, scores)
    target = framework.target(year)
    weak = {s.number: s.name for s in ten if s.score is not None and s.score < target}
    fiscal_year = None if year is None else year + 1
    total = _known(row["total"], float)
    return FormInput(
        agency=_known(row["agency"], str) or text("form.gap"),
        place=_place(row),
        assessed_year=year,
        fiscal_year=fiscal_year,
        total=_known(row["computed_total"], float) if total is None else total,
        level=_known(row["level"], str) or _known(row["computed_level"], str),
        target=target,
        scores=ten,
        measures=_joined(measures),
        topics=_topics(fiscal_year, weak),
        synthetic=bool(row["synthetic"]),
    )


def _ten(row: Row, scores: pd.DataFrame) -> tuple[FormScore, ...]:
    said = scores.dropna(subset=["issue"]).drop_duplicates("indicator")
    issues = dict(zip(said["indicator"], said["issue"], strict=True))
    return tuple(
        FormScore(
            one.number,
            one.name,
            one.instrument,
            _known(row[f"i{one.number}"], float),
            issues.get(one.number),
        )
        for one in framework.indicators()
    )


def _joined(measures: pd.DataFrame) -> tuple[FormMeasure, ...]:
    """Join the prints of one measure; the plan's words come first.

    A document prints a measure once: two rows of one document are two measures.
    """
    kinds = measures["kind"].astype("str").map(_ORDER.index)
    ordered = measures.assign(order=kinds).sort_values(["order", "measure_id"])
    found: list[FormMeasure] = []
    prints: list[set[int]] = []
    for row in ordered.to_dict("records"):
        measure, document = _measure(row), int(row["document_id"])
        same = (
            at
            for at, one in enumerate(found)
            if document not in prints[at] and _is_same(one, measure)
        )
        at = next(same, len(found))
        if at == len(found):
            found.append(measure)
            prints.append(set())
        found[at] = replace(found[at], said={**measure.said, **found[at].said})
        prints[at].add(document)
    return tuple(found)


def _measure(row: Row) -> FormMeasure:
    said = {name: str(row[name]) for name in FIELDS if not pd.isna(row[name])}
    return FormMeasure(_known(row["no"], int), str(row["title"]), said)


def _is_same(one: FormMeasure, other: FormMeasure) -> bool:
    """Tell whether number and title agree and the groups do not contradict."""
    groups = {each.said.get("group_heading") for each in (one, other)} - {None}
    return (
        one.no == other.no
        and thai.key(one.title) == thai.key(other.title)
        and len({thai.key(group or "") for group in groups}) < 2
    )


def _topics(
    fiscal_year: int | None, weak: Mapping[int, str]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if fiscal_year is None:
        return ()
    return tuple(
        (
            topic["name"],
            tuple(
                weak[int(number)]
                for number in reference.listed(topic["indicators"])
                if int(number) in weak
            ),
        )
        for topic in reference.in_force("analysis_topics", fiscal_year)
    )


def _place(row: Row) -> str:
    gap = text("form.gap")
    parts = {
        "agency.district": _known(row["district"], str) or gap,
        "agency.province": _known(row["province"], str) or gap,
    }
    return " ".join(text(key, name=name) for key, name in parts.items())


def _known(value: Any, kind: Any) -> Any:  # noqa: ANN401
    return None if pd.isna(value) else kind(value)
