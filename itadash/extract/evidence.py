"""Whether a document is about ITA at all; a lunch menu has tables too."""

import re

from itadash import thai
from itadash.documents.model import Document
from itadash.extract.vocabulary import indicator_named

MIN_INDICATORS = 3
_SUBJECT = re.compile(
    "คุณธรรมและความโปร่งใส|คุณธรรมเเละความโปร่งใส|คุณธรรมความโปร่งใส|(?<![a-z])ita(?![a-z])"
).search


def is_about_ita(document: Document) -> bool:
    """Tell whether a text names the assessment, or at least three indicators."""
    # Lines together, for a wrap may break the words ("คุณธรรมและ / ความโปร่งใส").
    texts = ["\n".join(paragraph.text for paragraph in document.paragraphs)]
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    if any(_SUBJECT(thai.key(text)) for text in texts + cells):
        return True
    named = {indicator_named(text) for text in cells} - {None}
    return len(named) >= MIN_INDICATORS
