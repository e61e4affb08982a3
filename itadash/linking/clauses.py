"""A text's bare letters, without what it excludes or only gives as an example.

"ยกเว้น…", "ไม่รวม…" and "เช่น…" are left out up to the end of their clause: the
next list mark, closing bracket, line or word that begins another clause.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from unicodedata import category

from itadash import thai
from itadash.linking.lexicon import STOP, any_of
from itadash.reference import rows

LONGEST_CLAUSE = 150  # letters; longer ones have lost their end
SHORT = 6  # characters; the marks of longer words need not agree
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
    return _left_out(Clauses(text, letters, places))


def _left_out(whole: Clauses) -> Clauses:
    """Blank the clauses that a negation or an example begins."""
    letters, start = whole.letters, None
    for found, kind in _words_of_clauses(whole):
        if kind in _BEGINS_LEAVING_OUT and start is None:
            start = found.start()
        elif kind == "end" and start is not None:
            letters = _blanked(letters, start, found.start())
            start = None
    if start is not None:
        letters = _blanked(letters, start, len(letters))
    return replace(whole, letters=letters)


def _words_of_clauses(whole: Clauses) -> Iterator[tuple[re.Match[str], str]]:
    """Find the words that begin or end a clause; "ห้ามใช้" holds no "มิใช่"."""
    known, pattern = _clause_words()
    at = 0
    while found := pattern.search(whole.letters, at):
        words, kind = known[found.group()]
        printed = whole.words(*found.span())
        at = found.end()
        if _is_another_word(printed, words):
            at = found.start() + 1
        else:
            yield found, kind


def _is_another_word(printed: str, words: str) -> bool:
    """Tell other marks from missing ones; a scan loses marks before it adds any."""
    if words == STOP or not any(category(letter) == "Mn" for letter in printed):
        return False
    same = thai.key(printed) == thai.key(words)
    return len(words) <= SHORT and not same


def _blanked(letters: str, start: int, end: int) -> str:
    end = min(end, start + LONGEST_CLAUSE)
    return letters[:start] + STOP * (end - start) + letters[end:]


@cache
def _clause_words() -> tuple[dict[str, tuple[str, str]], re.Pattern[str]]:
    """Return the word and kind of each; plain ones only look like another kind."""
    known = {
        thai.bare_letters(row["words"])[0]: (row["words"], row["kind"])
        for row in rows("negations")
    }
    known[STOP] = (STOP, "end")
    return known, any_of(known)
