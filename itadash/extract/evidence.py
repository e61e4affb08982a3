"""Whether a document is about ITA at all; a lunch menu has tables too."""

import re

from itadash import thai
from itadash.documents.model import Document
from itadash.extract.vocabulary import (
    LONGEST_HEADER,
    indicator_named,
    instruments_named,
)

MIN_INDICATORS = 3
INSTRUMENTS = 3
_SUBJECT = re.compile(
    "คุณธรรมและความโปร่งใส|คุณธรรมเเละความโปร่งใส|คุณธรรมความโปร่งใส|(?<![a-z])ita(?![a-z])"
).search


def is_about_ita(document: Document) -> bool:
    """Tell whether a text names the assessment, three indicators or instruments.

    The title of a sheet counts as text; numbers alone prove nothing.
    """
    # Lines together, for a wrap may break the words ("คุณธรรมและ / ความโปร่งใส").
    texts = ["\n".join(paragraph.text for paragraph in document.paragraphs)]
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    titles = {_title(row.place.line) for t in document.tables for row in t.rows}
    if any(_SUBJECT(thai.key(text)) for text in [*texts, *cells, *titles]):
        return True
    if len({indicator_named(text) for text in cells} - {None}) >= MIN_INDICATORS:
        return True
    short = [text for text in cells if len(text) <= LONGEST_HEADER]
    alone = [named for text in short if len(named := instruments_named(text)) == 1]
    return len({one for named in alone for one in named}) == INSTRUMENTS


def _title(line: int | str | None) -> str:
    """Return the title of a sheet from a place in it ("ITA 2566!A5")."""
    return line.rpartition("!")[0] if isinstance(line, str) else ""
