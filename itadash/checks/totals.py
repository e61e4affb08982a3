"""The printed total against the ten indicators it is made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from itadash import framework, thai
from itadash.checks.passages import Texts
from itadash.labels import text
from itadash.model import Finding, Place, Report
from itadash.reference import rows

# Ten rounded scores move the total by 0.005 at most, its own rounding by as much.
TOLERANCE = Decimal("0.01")

_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?")


def overall_mismatch(texts: Texts, report: Report) -> Iterator[Finding]:
    """Yield a finding where printed and recomputed total lie over 0.01 apart."""
    values = {score.indicator: score.score for score in report.scores}
    total = framework.total(values, report.assessed_year)
    if total is None or report.overall_score is None:
        return
    gap = abs(_exact(report.overall_score) - total)
    if gap <= TOLERANCE:
        return
    shown = framework.shown_total(total, report.assessed_year)
    yield Finding(
        "overall_mismatch",
        "warning",
        (
            ("printed", f"{report.overall_score:.2f}"),
            ("computed", f"{shown:.3f}"),
            ("gap", f"{gap:.3f}"),
        ),
        suggestion="; ".join(one.sentence for one in reconciling(report)) or None,
        place=report.overall_place,
    )


@dataclass(frozen=True)
class Misreading:
    """A number that may have been misread; `indicator` is None for the total."""

    indicator: int | None
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """Say what would be read instead."""
        change = {"before": self.before, "after": self.after}
        if self.indicator is None:
            return text("finding.digit_of_total", **change)
        name = framework.indicator(self.indicator).name
        return text("finding.digit_of_score", name=name, **change)


def reconciling(report: Report) -> list[Misreading]:
    """Return every change of one digit into a look-alike that closes the gap."""
    values = {score.indicator: score.score for score in report.scores}
    total = framework.total(values, report.assessed_year)
    if total is None or report.overall_score is None:
        return []
    printed = _exact(report.overall_score)
    if abs(printed - total) <= TOLERANCE:
        return []
    found = [
        Misreading(None, before, after)
        for before, after in _misreadings(printed, report.overall_place)
        if abs(Decimal(after) - total) <= TOLERANCE
    ]
    for score in report.scores:
        worth = framework.point_worth(score.indicator, report.assessed_year)
        for before, after in _misreadings(_exact(score.score), score.place):
            change = (Decimal(after) - Decimal(before)) * (worth or 0)
            if abs(total + change - printed) <= TOLERANCE:
                found.append(Misreading(score.indicator, before, after))
    return found


def _misreadings(value: Decimal, place: Place) -> Iterator[tuple[str, str]]:
    """Yield (as printed, with one digit changed), Arabic digits, 0 to 100 only."""
    script = "thai" if re.search("[๐-๙]", place.text) else "arabic"
    printed = _as_printed(value, place)
    for at, digit in enumerate(printed):
        for other in _alike(script).get(digit, ""):
            changed = f"{printed[:at]}{other}{printed[at + 1 :]}"
            if framework.valid(Decimal(changed)) and changed[0] != "0":
                yield printed, changed


def _as_printed(value: Decimal, place: Place) -> str:
    """Return the value with the decimals of its place, with two where not found."""
    for match in _NUMBER.finditer(thai.arabic(place.text).replace(",", ".")):
        if Decimal(match[0]) == value:
            return match[0]
    return f"{value:.2f}"


def _exact(value: float) -> Decimal:
    return Decimal(str(value))


@cache
def _alike(script: str) -> dict[str, str]:
    """Digits and those they are taken for, both ways."""
    found: dict[str, str] = {}
    for row in rows("lookalike_digits"):
        if row["script"] == script:
            for one, other in (
                (row["digit"], row["like"]),
                (row["like"], row["digit"]),
            ):
                found[one] = found.get(one, "") + other
    return found
