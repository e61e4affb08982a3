"""Lines that a scan broke beside a vowel or tone mark, put together again.

"การปฏ", "ิ" and "บัติ" on three lines are one word. No line of Thai begins with a
mark, so it goes to the letter at the end of the line before; where a line holds
marks only, the words after it go on as well.
"""

import re
from collections.abc import Iterable

LONGEST_JOINED = 2000  # characters; a longer line was none before it was broken

_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
# Vowels that stand behind their letter begin no line either.
_BEGINS_WITHIN = re.compile(f"[ \u00a0]*(?=[{_MARK}\u0e30\u0e32\u0e33\u0e45])")
_ONLY_MARKS = re.compile(f"[ \u00a0]*[{_MARK}\u0e32\u0e33]{{1,3}}[ \u00a0]*$")
_OPEN_END = re.compile(f"[ก-ฮ][{_MARK}]{{0,2}}$")
_ANY = re.compile(f"[\r\n][ \u00a0]*[{_MARK}\u0e30\u0e32\u0e33\u0e45]")
# Behind a mark a word goes on, or its score follows; "2. " begins another item.
_GOES_ON = re.compile(r"[ \u00a0]*(?:[ก-ฮะ-ฺเ-๎]|[0-9๐-๙]{1,3}[.,][0-9๐-๙]|\t)")
_THAI_LETTER = re.compile("[ก-ฮะ-ฺเ-๎]")

Line = tuple[int, str]


def has_broken_lines(text: str) -> bool:
    """Tell whether any line begins with what can begin none."""
    return bool(_ANY.search(text))


def joined(lines: Iterable[Line]) -> list[Line]:
    """Return the lines, broken ones as one with the number of the first."""
    whole: list[Line] = []
    blank: list[Line] = []  # blank lines since the last line with words
    goes_on: int | None = None  # blank lines before the marks that a word goes on from
    for number, text in lines:
        if not text.strip():
            blank.append((number, text))
        elif _belongs(whole, text, goes_on, len(blank)):
            marks = bool(_ONLY_MARKS.match(text))
            before = whole[-1][1]
            whole[-1] = (whole[-1][0], _one(before, text))
            goes_on, blank = (len(blank) if marks else None), []
        else:
            whole += [*blank, (number, text)]
            goes_on, blank = None, []
    return [*whole, *blank]


def _belongs(whole: list[Line], text: str, goes_on: int | None, blank: int) -> bool:
    """Tell whether a line is the rest of the one above; a blank line may part them.

    Behind marks it goes on no further down than the marks stood. A blank line ends a
    table.
    """
    if blank > (0 if "\t" in text else 1):
        return False
    if not whole or len(whole[-1][1]) + len(text) > LONGEST_JOINED:
        return False
    if _BEGINS_WITHIN.match(text):
        return bool(_OPEN_END.search(whole[-1][1].rstrip(" \u00a0")[-3:]))
    return goes_on is not None and blank <= goes_on and bool(_GOES_ON.match(text))


def _one(before: str, text: str) -> str:
    """Join two parts; between a letter and a number stays a space."""
    rest = text.lstrip(" \u00a0")
    parted = not _THAI_LETTER.match(rest) and not rest.startswith("\t")
    return before.rstrip(" \u00a0") + (" " if parted else "") + rest
