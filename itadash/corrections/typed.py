"""Scores that a person typed in, as a report with a file of their own.

The file is a small CSV of what was typed, with its source; its name says so
wherever a figure names its file.
"""

import csv
from collections.abc import Mapping
from datetime import UTC, datetime
from io import StringIO

from itadash import framework
from itadash.corrections.entering import reason
from itadash.errors import InvalidCorrectionError
from itadash.extract import computed
from itadash.extract.scores import missing
from itadash.labels import text
from itadash.model import NOWHERE, Agency, Place, Report, Score


def typed_report(
    agency: Agency,
    assessed_year: int,
    points: Mapping[int, float],
    total: float | None,
    source: str,
) -> tuple[Report, bytes]:
    """Return the report and the bytes of its file.

    Its moment stands in the file: what is typed again as it once was is newer than
    what was typed in between. Raises InvalidCorrectionError without a name, a score
    or a source.
    """
    said = reason(source, field="typed.source")
    if not agency.name or not (points or total is not None):
        field = text("correction.field.agency_name" if points else "typed.scores")
        rule = text("correction.rule.not_empty")
        raise InvalidCorrectionError(field=field, rule=rule)
    place = Place(2, text("typed.by_hand", source=said))
    scores = [_score(number, points[number], place) for number in sorted(points)]
    shown, level = computed(scores, assessed_year)
    unread = {one.number: NOWHERE for one in framework.indicators()}
    gaps = {n: where for n, where in unread.items() if n not in points}
    report = Report(
        source=text("typed.file", agency=agency.name, year=assessed_year),
        kind="score_table",
        agency=agency,
        assessed_year=assessed_year,
        overall_score=total,
        computed_score=shown,
        computed_level=level,
        scores=tuple(scores),
        findings=tuple(missing(gaps) if points else ()),
        overall_place=place if total is not None else NOWHERE,
    )
    return report, _csv(report, said)


def _score(number: int, points: float, place: Place) -> Score:
    known = framework.indicator(number)
    return Score(number, known.instrument, known.name, points, None, place)


def _csv(report: Report, source: str) -> bytes:
    agency = report.agency
    scores = {score.name: f"{score.score!r}" for score in report.scores}
    total = report.overall_score
    moment = datetime.now(UTC).isoformat(sep=" ")
    row = {
        text("typed.column.agency"): agency.name or "",
        text("typed.column.agency_type"): agency.type or "",
        text("typed.column.province"): agency.province or "",
        text("typed.column.district"): agency.district or "",
        text("typed.column.assessed_year"): str(report.assessed_year),
        **scores,
        text("typed.column.total"): "" if total is None else repr(total),
        text("typed.column.source"): text("typed.by_hand", source=source),
        text("typed.column.moment"): moment,
    }
    written = StringIO()
    writer = csv.DictWriter(written, list(row))
    writer.writeheader()
    writer.writerow(row)
    return written.getvalue().encode("utf-8-sig")
