"""The printed level against the printed total, by the scale of its year."""

from collections.abc import Iterator
from decimal import Decimal

from itadash import framework
from itadash.checks.passages import Texts
from itadash.model import Finding, Report

LAST_LETTER_YEAR = 2565  # letters printed for later years are read on its scale
INSTRUMENTS = 3


def level_mismatch(texts: Texts, report: Report) -> Iterator[Finding]:
    """Yield a finding for a printed level that its printed total cannot have.

    A total rounded onto a bar that the ten indicators do not reach may bear the
    level under that bar.
    """
    if report.overall_score is None or report.assessed_year is None:
        return
    for printed in (report.level, report.level_other):
        if printed is None or (printed == report.computed_level and _fits(report)):
            continue
        possible = _possible(printed, report)
        if possible and printed not in possible:
            yield Finding(
                "level_mismatch",
                "warning",
                (
                    ("printed", printed),
                    ("total", f"{report.overall_score:.2f}"),
                    ("level", " / ".join(possible)),
                ),
                place=report.overall_place,
            )


def _fits(report: Report) -> bool:
    """Tell whether the recomputed total rounds to the printed one."""
    if report.computed_score is None or report.overall_score is None:
        return False
    gap = Decimal(str(report.computed_score)) - Decimal(str(report.overall_score))
    return abs(gap) <= Decimal("0.005")


def _possible(printed: str, report: Report) -> list[str]:
    """Return the levels that the printed total can have; none where not to be told.

    A level hangs on the means of the instruments; one that is unknown may reach it.
    """
    year = report.assessed_year or 0
    if framework.is_letter(printed):
        year = min(year, LAST_LETTER_YEAR)
    scale = framework.levels(year)
    total = Decimal(str(report.overall_score))
    means = framework.instrument_means({s.indicator: s.score for s in report.scores})
    possible: list[str] = []
    for one in scale if printed in {level.name for level in scale} else ():
        bar = one.minimum_instrument
        if total >= one.minimum_total and not (
            bar is not None and any(mean < bar for mean in means.values())
        ):
            possible.append(one.name)
            if bar is None or len(means) == INSTRUMENTS:
                break
    return possible
