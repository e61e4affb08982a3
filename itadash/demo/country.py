"""The reports of the demo country, one an agency and year."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from math import isnan
from random import Random
from typing import Final

from itadash import framework
from itadash.checks import check
from itadash.demo.measures import measures
from itadash.demo.places import agencies
from itadash.demo.printing import printed
from itadash.demo.scores import Scores, scores
from itadash.demo.settings import Settings
from itadash.demo.words import pattern, words
from itadash.documents.model import Document
from itadash.extract import computed
from itadash.model import Agency, Finding, Report, Score
from itadash.reference import rows

_WITH_RESULTS: Final = 0.3  # share of reports that tell results; the rest are plans
_MISPRINTED, _OTHER_LEVEL = 0.015, 0.01
_ISSUE: Final = 0.7  # share of weak scores with a word about what to mend
_LOST_WHERE_UNKNOWN: Final = 12.0


class Country:
    """All that follows from the settings; reports are made one by one."""

    def __init__(self, settings: Settings) -> None:
        self.settings: Final = settings

    @cached_property
    def agencies(self) -> list[Agency]:
        """The agencies; their position is their number in `report`."""
        return agencies(self.settings)

    @cached_property
    def scores(self) -> Scores:
        """The scores of all agencies and years."""
        return scores(self.settings)

    def __len__(self) -> int:
        """Return how many reports there are."""
        return int(self.scores.reported.sum())

    def reports(self) -> Iterator[tuple[Report, bytes]]:
        """Yield every report with the text file it stands in."""
        for number in range(self.settings.agencies):
            for at in range(len(self.settings.years)):
                if self.scores.reported[number, at]:
                    yield self.report(number, at)

    def report(self, number: int, at: int) -> tuple[Report, bytes]:
        """Return the report of one agency and the year at a position."""
        year = self.settings.years[at]
        rng = Random(f"{self.settings.seed} {number} {year}")  # noqa: S311
        points = [float(one) for one in self.scores.points[number, at]]
        kind = "results" if rng.random() < _WITH_RESULTS else "plan"
        report = Report(
            source=_file_name(year + 1, number),
            kind="results" if kind == "results" else "plan",
            agency=self.agencies[number],
            fiscal_year=year + 1,
            assessed_year=year,
            scores=_scores(points, year, rng),
        )
        report = _with_total(report, rng)
        lost = [_LOST_WHERE_UNKNOWN if isnan(one) else 100 - one for one in points]
        found = measures(lost, year + 1, rng, with_results=kind == "results")
        report = replace(report, measures=tuple(found))
        mark = pattern("print_mark").format(key=self.settings.key)
        placed, content = printed(report, mark)
        return _checked(placed), content


def _file_name(fiscal_year: int, number: int) -> str:
    return pattern("print_file").format(fiscal=fiscal_year, number=f"{number + 1:05d}")


def _scores(points: list[float], year: int, rng: Random) -> tuple[Score, ...]:
    found = []
    for one, value in zip(framework.indicators(), points, strict=True):
        if isnan(value):
            continue
        weak = framework.is_weak(value, year)
        issue = rng.choice(words("issue")) if rng.random() < _ISSUE else None
        own = issue if weak else None
        found.append(Score(one.number, one.instrument, one.name, value, own))
    return tuple(found)


def _with_total(report: Report, rng: Random) -> Report:
    """Add total and level by the rules of the year; a few of them misprinted."""
    total, level = computed(list(report.scores), report.assessed_year)
    found = replace(report, computed_score=total, computed_level=level)
    if total is None:
        return found
    shown = float(framework.shown(total))
    if rng.random() < _MISPRINTED:
        shown = _misprint(shown, rng)
    if rng.random() < _OTHER_LEVEL:
        level = rng.choice([one.name for one in framework.levels(report.assessed_year)])
    return replace(found, overall_score=shown, level=level)


def _misprint(total: float, rng: Random) -> float:
    """Take one digit behind the point for one that looks like it."""
    whole, decimals = f"{total:.2f}".split(".")
    at = rng.randrange(len(decimals))
    alike = [
        row["like"]
        for row in rows("lookalike_digits")
        if row["script"] == "arabic" and row["digit"] == decimals[at]
    ]
    other = rng.choice(alike) if alike else decimals[at]
    return float(f"{whole}.{decimals[:at]}{other}{decimals[at + 1 :]}")


def _checked(report: Report) -> Report:
    """Return the report with the findings that an ingest of it would give."""
    found = () if report.scores else (Finding("no_indicator_scores", "info"),)
    bare = replace(report, findings=found)
    return check(Document(report.source, ()), bare, alone=False)
