"""A text's bare letters, without what it excludes or only gives as an example.

"ยกเว้น…", "ไม่รวม…" and "เช่น…" are left out up to the end of their clause: the
next list mark, closing bracket, line or word that begins another clause.
"""

import re
from dataclasses import dataclass
from functools import cache
from unicodedata import category

from itadash import thai
from itadash.linking.lexicon import STOP, any_of
from itadash.reference import rows

LONGEST_CLAUSE = 150  # letters; longer ones have lost their end
_ITEM = re.compile(r"(?:^|(?<=\s))(?:\(?[\d๐-๙]{1,2}[.)]|[-•–])|\)|\n")
_BEGINS_LEAVING_OUT = ("negation", "example")


@dataclass(frozen=True)
class Clauses:
    """A text as printed, its bare letters, and where each of them stands."""

    printed: str
    letters: str
    places: list[int]

    def words(self, start: int, end: int) -> str:
        """Return the printed words between two of the bare letters."""
        stop = self.places[end - 1] + 1
        while stop < len(self.printed) and category(self.printed[stop]) == "Mn":
            stop += 1
        return self.printed[self.places[start] : stop]


def clauses(text: str) -> Clauses:
    """Return what the text speaks of; items are parted by STOP."""
    parted = _ITEM.sub(lambda mark: STOP * len(mark.group()), text)
    letters, places = thai.bare_letters(parted)
    return Clauses(text, _left_out(letters), places)


def _left_out(letters: str) -> str:
    """Blank the clauses that a negation or an example begins."""
    kinds, pattern = _clause_words()
    start = None
    for found in pattern.finditer(letters):
        kind = kinds[found.group()]
        if kind in _BEGINS_LEAVING_OUT and start is None:
            start = found.start()
        elif kind == "end" and start is not None:
            letters = _blanked(letters, start, found.start())
            start = None
    return letters if start is None else _blanked(letters, start, len(letters))


def _blanked(letters: str, start: int, end: int) -> str:
    end = min(end, start + LONGEST_CLAUSE)
    return letters[:start] + STOP * (end - start) + letters[end:]


@cache
def _clause_words() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return the kind of each word; plain ones only look like another kind."""
    kinds = {thai.bare_letters(r["words"])[0]: r["kind"] for r in rows("negations")}
    kinds[STOP] = "end"
    return kinds, any_of(kinds)
