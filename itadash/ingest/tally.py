"""What became of the files and reports of a run."""

from dataclasses import dataclass, field

from itadash.labels import text
from itadash.model import Report
from itadash.store import Outcome


@dataclass(frozen=True)
class Summary:
    """What became of the reports, and of the files that were refused.

    `refused` holds the name of each such file and the sentence that says why,
    `replacements` the file that replaced a report and what report it was.
    """

    new: int = 0
    replaced: int = 0
    unchanged: int = 0
    refused: tuple[tuple[str, str], ...] = ()
    replacements: tuple[tuple[str, str], ...] = field(default=(), compare=False)


@dataclass
class Tally:
    """A summary in the making."""

    counts: dict[Outcome, int] = field(
        default_factory=lambda: dict.fromkeys(Outcome, 0)
    )
    refused: list[tuple[str, str]] = field(default_factory=list)
    replacements: list[tuple[str, str]] = field(default_factory=list)

    def saved(self, name: str, report: Report, outcome: Outcome) -> None:
        """Count what the store made of a report of the file `name`."""
        self.counts[outcome] += 1
        if outcome is Outcome.REPLACED:
            self.replacements.append((name, _described(report)))

    def summary(self) -> Summary:
        """Return what has been counted so far."""
        counted = {outcome.value: number for outcome, number in self.counts.items()}
        return Summary(
            **counted,
            refused=tuple(self.refused),
            replacements=tuple(self.replacements),
        )


def _described(report: Report) -> str:
    """Name a report as a reader knows it: whose, of what kind, for which year."""
    year = report.fiscal_year or report.assessed_year
    kind = text(f"workbook.kind.{report.kind}")
    return " ".join(str(part) for part in (report.agency.name, kind, year) if part)
