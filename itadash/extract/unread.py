"""Whether a text that gave no report seems to hold scores all the same.

Asked only of a file that is refused, so that the refusal can say what would help.
"""

import re
from collections.abc import Sequence

from itadash import thai
from itadash.documents.model import Document, Table
from itadash.extract import numbers
from itadash.extract.evidence import MIN_INDICATORS, is_about_ita
from itadash.extract.vocabulary import numbers_by_name

LINES_BEHIND = 12  # lines under the last name in which its number may stand

_POINTS = re.compile(r"(?<![\d.,])(?:\d{2}[.,]\d{1,2}|100[.,]0{1,2})(?![\d.,]*\d)")
_NUMBERED = re.compile(r"ตัวชี้วัด(?:ที่)?\s*(10|[1-9])(?!\d)")


def seems_to_hold_scores(document: Document) -> bool:
    """Tell whether names of three indicators and as many scores stand together."""
    if not is_about_ita(document):
        return False
    texts = [paragraph.text for paragraph in document.paragraphs]
    return any(map(_in_table, document.tables)) or _in_lines(texts)


def _in_table(table: Table) -> bool:
    texts = [cell.text for row in table.rows for cell in row.cells if cell.text]
    return _enough(_named(texts), sum(map(_scores_in, texts)))


def _in_lines(texts: Sequence[str]) -> bool:
    naming = [at for at, text in enumerate(texts) if _named([text])]
    if not naming:
        return False
    near = texts[naming[0] : naming[-1] + 1 + LINES_BEHIND]
    return _enough(_named(near), sum(map(_scores_in, near)))


def _enough(names: set[int], scores: int) -> bool:
    return len(names) >= MIN_INDICATORS and scores >= MIN_INDICATORS


def _named(texts: Sequence[str]) -> set[int]:
    """Return the indicators that some texts name, by word or as "ตัวชี้วัดที่ 3"."""
    text = "\n".join(texts)
    words = thai.key(text)
    named = {number for name, number in numbers_by_name().items() if name in words}
    return named | {int(number) for number in _NUMBERED.findall(thai.arabic(text))}


def _scores_in(text: str) -> int:
    """Count the numbers of a text that look like scores."""
    if numbers.looks_like_score(text):
        return 1
    return len(_POINTS.findall(thai.arabic(text)))
