"""A table of one row on its own agency: that agency's report, told a second time.

What the text around it does not say (year, place, total, level) the row does, but
only where both are known to speak of the same agency, year and scores.
"""

from dataclasses import replace

from itadash.model import Agency, Report


def say_more(listed: list[Report], own: list[Report]) -> bool:
    """Tell whether rows of agencies say more than the text around them."""
    if len(listed) != 1 or not own or not own[0].scores:
        return bool(listed)
    return listed[0].agency.name != own[0].agency.name


def with_own_row(own: list[Report], listed: list[Report]) -> list[Report]:
    """Return the reports, the first one with what its only row says besides."""
    if len(own) != 1 or len(listed) != 1 or not _same(own[0], listed[0]):
        return own
    report, row = own[0], listed[0]
    filled = replace(
        report,
        agency=_placed(report.agency, row.agency),
        assessed_year=report.assessed_year or row.assessed_year,
    )
    if report.overall_score is None and report.level is None:
        filled = replace(
            filled,
            overall_score=row.overall_score,
            level=row.level,
            level_other=row.level_other,
            overall_place=row.overall_place,
        )
    return [filled]


def _same(report: Report, row: Report) -> bool:
    """Tell whether both are of one agency and year and no score differs."""
    if report.agency.name != row.agency.name:
        return False
    if row.assessed_year is None or report.assessed_year not in (
        None,
        row.assessed_year,
    ):
        return False
    of_row = {score.indicator: score.score for score in row.scores}
    return all(of_row.get(one.indicator) == one.score for one in report.scores)


def _placed(own: Agency, row: Agency) -> Agency:
    return replace(
        own,
        type=own.type or row.type,
        district=own.district or row.district,
        province=own.province or row.province,
    )
