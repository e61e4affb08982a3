"""What is worth a look in a report: its sums, names, dates, words and measures.

Every check is a small function over the texts of a document and its report that
yields findings and never raises. What needs other documents is found in analysis;
what only the reading of a table knows (copies, scores out of range) in extract.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from itadash.checks.claims import claim_contradicted
from itadash.checks.completeness import incomplete_measure, truncated_text
from itadash.checks.coverage import measure_without_weakness, weak_without_measure
from itadash.checks.dates import date_after_report, date_outside_fiscal_year
from itadash.checks.identity import agency_name_variant, other_agency_named
from itadash.checks.levels import level_mismatch
from itadash.checks.passages import Texts, texts_of
from itadash.checks.places import other_province_named
from itadash.checks.scripts import foreign_script
from itadash.checks.totals import overall_mismatch
from itadash.documents.model import Document
from itadash.model import Finding, Report

__all__ = ["CHECKS", "check"]

MOST = 50  # findings of one check; a flood of them tells no more

CHECKS: tuple[Callable[[Texts, Report], Iterator[Finding]], ...] = (
    overall_mismatch,
    level_mismatch,
    claim_contradicted,
    weak_without_measure,
    measure_without_weakness,
    incomplete_measure,
    agency_name_variant,
    other_agency_named,
    other_province_named,
    foreign_script,
    date_outside_fiscal_year,
    date_after_report,
    truncated_text,
)


def check(document: Document, report: Report, *, alone: bool = True) -> Report:
    """Return the report with the findings of every check behind its own.

    Where a report is not `alone` in its document (a table of many agencies), the
    text around it is nobody's, and only what was read from it is checked.
    """
    texts = texts_of(document) if alone else Texts()
    found = (finding for one in CHECKS for finding in islice(one(texts, report), MOST))
    return replace(report, findings=(*report.findings, *found))
