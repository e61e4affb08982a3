"""Whether a document is about ITA at all; a lunch menu has tables too."""

import re

from itadash import thai
from itadash.documents.model import Document, Row
from itadash.extract.vocabulary import (
    LONGEST_HEADER,
    indicator_named,
    instruments_named,
)

MIN_INDICATORS = 3
INSTRUMENTS = 3
# The heads of the ten columns where an export codes the indicators by instrument.
_CODES = frozenset(("i1", "i2", "i3", "i4", "i5", "e1", "e2", "e3", "o1", "o2"))
_SUBJECT = re.compile(
    "คุณธรรมและความโปร่งใส|คุณธรรมเเละความโปร่งใส|คุณธรรมความโปร่งใส|(?<![a-z])ita(?![a-z])"
).search


def is_about_ita(document: Document) -> bool:
    """Tell whether a text names the assessment, three indicators or instruments.

    The title of a sheet counts as text, and a header with the codes of all ten; numbers
    alone prove nothing.
    """
    # Lines together, for a wrap may break the words ("คุณธรรมและ / ความโปร่งใส").
    texts = ["\n".join(paragraph.text for paragraph in document.paragraphs)]
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    titles = {_title(row.place.line) for t in document.tables for row in t.rows}
    if any(_SUBJECT(thai.key(text)) for text in [*texts, *cells, *titles]):
        return True
    if any(_has_all_codes(row) for t in document.tables for row in t.rows):
        return True
    if len({indicator_named(text) for text in cells} - {None}) >= MIN_INDICATORS:
        return True
    short = [text for text in cells if len(text) <= LONGEST_HEADER]
    alone = [named for text in short if len(named := instruments_named(text)) == 1]
    return len({one for named in alone for one in named}) == INSTRUMENTS


def _has_all_codes(row: Row) -> bool:
    if len(row.cells) < len(_CODES):
        return False
    return {cell.text.strip().lower() for cell in row.cells} >= _CODES


def _title(line: int | str | None) -> str:
    """Return the title of a sheet from a place in it ("ITA 2566!A5")."""
    return line.rpartition("!")[0] if isinstance(line, str) else ""
