"""From the bytes of a file to its reports: the way through the house in one line.

documents -> extract -> linking -> checks. Raises ItadashError, and only that, for
whatever a user can hand in.
"""

from itadash import documents
from itadash.checks import check
from itadash.documents.limits import DEFAULT_LIMITS, Limits
from itadash.errors import NoItaContentError, UnreadScoresError
from itadash.extract import extract
from itadash.extract.privacy import public_lines
from itadash.extract.score_table_understood import Understood
from itadash.extract.score_table_understood import understood_columns as understood
from itadash.extract.unread import seems_to_hold_scores
from itadash.labels import speaking
from itadash.linking import link
from itadash.model import Report
from itadash.remembering import forget

PARSER_VERSION = 4  # raised when the same bytes give other records


@speaking("th")  # what is stored is said in Thai, whatever the screen speaks
def read_reports(
    content: bytes, name: str, limits: Limits = DEFAULT_LIMITS
) -> list[Report]:
    """Return the reports of a file, one for each agency and year in it.

    Raises NoItaContentError for a readable file without scores or measures, as
    UnreadScoresError where scores seem to be there.
    """
    forget()
    document = documents.read(content, name, limits)
    reports = extract(document)
    if not reports:
        unread = seems_to_hold_scores(document)
        raise UnreadScoresError(name=name) if unread else NoItaContentError(name=name)
    # What the text says around the tables is checked once, for its own report.
    alone = len({report.agency for report in reports}) == 1
    return [
        check(document, link(report), alone=alone and at == 0)
        for at, report in enumerate(reports)
    ]


@speaking("th")
def printed_lines(
    content: bytes, name: str, limits: Limits = DEFAULT_LIMITS
) -> list[tuple[int | str | None, str]]:
    """Return (place, text) of every line of a file, as a reader may see it.

    Names of persons, signatures, phone and id numbers are left out and marked.
    """
    return public_lines(documents.read(content, name, limits))


def understood_columns(
    content: bytes, name: str, limits: Limits = DEFAULT_LIMITS
) -> list[Understood]:
    """Return how the columns of a file's score tables were understood."""
    return understood(documents.read(content, name, limits))
