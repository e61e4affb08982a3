"""Numbers as reports print them.

Only a text that is a number, at most with the level it means, counts as a score;
what could be read in two ways ("1,234", "85.5/100") is left unread.
"""

import re

from itadash import thai

_SCORE = re.compile(
    r"^(?:ร้อยละ|ได้|คะแนน)?\s*(?P<whole>-?\d{1,3})(?:\s?(?:[.]|,(?!\s?\d{3}))\s?(?P<part>\d{1,4}))?"
    r"\s*(?:คะแนน|%|เปอร์เซ็นต์)?"
    r"(?:\s*[(]?(?:ไม่)?ผ่าน(?:เกณฑ์|ดีเยี่ยม|ดี)?[)]?)?(?:\s*[(]?ระดับ\s*[A-F]{1,2}[)]?|\s*[(](?:AA|[A-F])[)])?$"
)
# A Buddhist year of these times, standing alone, in Arabic digits.
YEAR = re.compile(r"(?<!\d)25\d\d(?!\d)")
# Signs that a reader puts beside a score; they add nothing to it.
_SIGNS = "●▼▲✓✔✗✘* "


def score(text: str) -> float | None:
    """Read a cell that holds one score; None where it holds anything else.

    The value is as printed and may lie outside 0 to 100.
    """
    match = _SCORE.match(thai.arabic(thai.mend(text)).strip(_SIGNS + "\n"))
    return float(f"{match['whole']}.{match['part'] or 0}") if match else None


def looks_like_score(text: str) -> bool:
    """Tell whether a cell is a score with decimals or the word for points."""
    return score(text) is not None and (
        "คะแนน" in text or bool(re.search(r"[\d๐-๙]\s?[.,]\s?[\d๐-๙]", text))
    )
