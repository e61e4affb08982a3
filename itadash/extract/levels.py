"""The level of a report: letters and words, and whether it is the one reached.

"ไม่ผ่านเกณฑ์ระดับ A" and "ตั้งเป้าระดับผ่านดี" name levels that were not reached; a level
behind such words counts only where it says that it is the agency's own.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from itadash import framework, reference, thai
from itadash.documents.model import Document
from itadash.extract import numbers
from itadash.extract.grids import Grid, Line
from itadash.extract.row_words import names_the_level
from itadash.extract.score_columns import columns_of_year, have_slipped, score_column

Level = tuple[str | None, str | None]  # letter and words

_LETTER = re.compile(
    r"(?:ระดับ|เกรด|เกณฑ์)[^\dก-๎A-Za-z]{0,6}(?:คะแนน|ผลการประเมิน)?[^\dก-๎A-Za-z]{0,6}"
    r"(?:(?:คือ|เป็น)\s?)?(AA|[A-F])(?![A-Za-z+])"
)
_LEVEL_LINE = re.compile(
    r"^[\s•*-]*(?:(?:อยู่ใน)?ระดับ(?:ผล)?(?:การประเมิน|คะแนน|ที่ได้)?|ผลการประเมิน\s?(?=[:(]))"
    r"\s?(?:[(][A-Za-z ]{1,30}[)])?[\s:=]*(AA|[A-F]|[ก-๎]+)$"
)
_LEVEL_WORD = re.compile("^ระดับ(?:ผล)?(?:การประเมิน|คะแนน|ที่ได้)?$")
_BOTH_SCALES = re.compile(r"^(?:ระดับ\s*)?(AA|[A-F])\s*[(/,–-]\s*([ก-๎]+)\s*[)]?$")
_STATED = re.compile("(?<!ไม่)(?:อยู่ใน|ได้)$")  # right before the word for level
_OPENS = re.compile(r"[(:,;\"“]\s*$")


def level_behind(text: str) -> Level:
    """Return letter and words of the level reached in the text behind a total."""
    reached = _before_an_aim(text)
    return _reached(_LETTER, reached), _reached(_words_pattern(), reached)


def level_before(text: str) -> Level:
    """Return the level named before a total, where nothing makes it another one."""
    if re.search(_options("aim", "under", "over"), text):
        return None, None
    return letter_in(text), words_in(text)


def letter_in(text: str) -> str | None:
    """Return the letter behind a word for level."""
    match = _LETTER.search(text)
    return match[1] if match else None


def words_in(text: str) -> str | None:
    """Find a level in words behind the word for level; "ผ่านเกณฑ์" alone is none."""
    match = _words_pattern().search(text)
    return match[1] if match else None


def bare_letter(texts: Iterable[str]) -> str | None:
    """Return the letter of the first cell that holds nothing else."""
    return next((t.strip() for t in texts if framework.is_letter(t.strip())), None)


def levels_apart(
    document: Document, lines: Iterable[tuple[Line, Grid]], year: int | None
) -> Level:
    """Find letter and words in a line or a row that gives the level alone."""
    for text in _with_their_words(document):
        if match := _LEVEL_LINE.match(text):
            said = f"ระดับ {match[1]}"
            letter, words = letter_in(said), words_in(said)
            if letter or words == match[1]:
                return letter, words
    for line, grid in lines:
        first = line.row.filled[:1]
        if first and names_the_level(line.row.cell(first[0]).text):
            letter, words = level_in_row(line, grid, year)
            if letter or words:
                return letter, words
    return None, None


def level_in_row(line: Line, grid: Grid, year: int | None) -> Level:
    """Return the level that a row gives in the columns of the year.

    Where these name several it is the one in the column of the scores.
    """
    held = {at: level_in_cell(line.row.cell(at).text) for at in line.row.filled[1:]}
    held = {at: level for at, level in held.items() if any(level)}
    if not held or have_slipped(grid, held):
        return None, None
    own = columns_of_year(grid, held, [line], year)
    if agreed := _agreed([held[at] for at in own]):
        return agreed
    scored = [one for one in grid.lines if _holds_a_number(one)]
    column = score_column(grid, scored, year) if scored else None
    return held[column] if column in own else (None, None)


def level_in_cell(text: str) -> Level:
    """Return the level that a cell of a table names, on one scale or both."""
    match = _BOTH_SCALES.match(thai.tidy(text))
    if match and match[2] in framework.level_names():
        return match[1], match[2]
    letter = bare_letter([text]) or letter_in(text)
    return letter, words_in(f"({thai.tidy(text)})")


def _agreed(levels: list[Level]) -> Level | None:
    """Return the only letter and the only words; None where there are two of one."""
    letters = {letter for letter, _ in levels if letter}
    words = {words for _, words in levels if words}
    if len(letters) > 1 or len(words) > 1:
        return None
    return next(iter(letters), None), next(iter(words), None)


def _holds_a_number(line: Line) -> bool:
    texts = (line.row.cell(at).text for at in line.row.filled[1:])
    return any(map(numbers.looks_like_score, texts))


def _with_their_words(document: Document) -> Iterator[str]:
    """Yield every line; one below the bare word for level together with it."""
    above = ""
    for paragraph in document.paragraphs:
        line = thai.words_joined(paragraph.text)
        yield f"{above} {line}" if _LEVEL_WORD.match(above) else line
        above = line


def _before_an_aim(text: str) -> str:
    match = re.search(_options("aim"), text)
    return text[: match.start()] if match else text


def _reached(pattern: re.Pattern[str], text: str) -> str | None:
    """Return the first level that no words before it say was missed."""
    for match in pattern.finditer(text):
        before = text[: match.start()]
        if not (framework.is_letter(match[1]) or _passes(match[1])):
            before = before.replace("ไม่ผ่าน", "")  # such a level says no less
        if not re.search(_options("under", "over"), before):
            return match[1]
        if _STATED.search(before) or match[0].startswith("อยู่ใน"):
            return match[1]
        opens = _OPENS.search(before) or match[0][0] in '(:"“'
        missed = re.search(_options("under"), before)
        if opens and not (missed and _passes(match[1])):
            return match[1]
    return None


def _passes(level: str) -> bool:
    """Tell whether a level lies wholly at or above the target."""
    least = (row for row in reference.rows("levels") if row["level"] == level)
    return any(float(row["minimum_total"]) >= framework.target(None) for row in least)


@cache
def _words_pattern() -> re.Pattern[str]:
    names = [n for n in framework.level_names() if not framework.is_letter(n)]
    options = "|".join(sorted((re.escape(n) for n in names), key=len, reverse=True))
    return re.compile(
        rf"(?:ระดับ(?:(?:ผล)?(?:การประเมิน|คะแนน))?|อยู่ในเกณฑ์|ผลการประเมิน|[(:\"“])"
        rf"\s*(?:(?:คือ|เป็น)\s*)?[:\"“(]?\s*({options})(?!เกณฑ์|การ)"
        rf"(?![ก-ฮเ-ไ]*เกณฑ์)"
    )


@cache
def _options(*uses: str) -> re.Pattern[str]:
    rows = reference.rows("total_words")
    return re.compile("|".join(re.escape(r["words"]) for r in rows if r["use"] in uses))
