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
    r"^[\s•*-]*(?:(?:(?:จัด)?อยู่ใน)?ระดับ(?:ผล)?(?:การประเมิน|คะแนน|ที่ได้)?|(?:จัด)?อยู่ในเกณฑ์"
    r"|ผลการประเมิน(?:ใน)?(?:ภาพรวม)?\s?(?=[:(]))"
    r"\s?(?:[(][A-Za-z ]{1,30}[)])?[\s:=]*(.{1,40})$"
)
_LEVEL_WORD = re.compile(
    r"^(?:(?:(?:จัด)?อยู่ใน)?ระดับ(?:ผล)?(?:การประเมิน|คะแนน|ที่ได้)?|(?:จัด)?อยู่ในเกณฑ์)\s?:?$"
)
_LETTER_FIRST = re.compile(r"^(?:ระดับ\s*)?(AA|[A-F])\s*[(/,–-]\s*([ก-๎]+)\s*[)]?$")
_WORDS_FIRST = re.compile(
    r"^(?:ระดับ\s*)?([ก-๎]+)\s*[(/,–-]\s*(?:ระดับ\s*)?(AA|[A-F])\s*[)]?$"
)
_NOT_PASSED = re.compile(r"^ไม่ผ่าน(?:เกณฑ์)?\s*[(/,–-]\s*([ก-๎]+)\s*[)]?$")
_BESIDE_WORDS = re.compile(
    r"\s?[\"”]?\s?[(/,–-]\s?(?:ระดับ\s?)?(AA|[A-F])(?![A-Za-z+ก-๎])"
)
_WORDS_BESIDE = re.compile(r"\s?[\"”]?\s?[(/,–-]\s?[\"“]?([ก-๎]+)")
_QUOTES = " “”\".'"
_STATED = re.compile("(?<!ไม่)(?:อยู่ใน|ได้)$")  # right before the word for level
_OPENS = re.compile(r"[(:,;\"“]\s*$")


def level_behind(text: str) -> Level:
    """Return letter and words of the level reached in the text behind a total."""
    reached = _before_an_aim(text)
    words = _reached(_words_pattern(), reached)
    if letter := _beside(words, reached):
        return letter, _text(words)
    found = _reached(_LETTER, reached)
    both = _WORDS_BESIDE.match(reached, found.end()) if found else None
    if both and both[1] in framework.level_names():
        return _text(found), both[1]
    return _text(found), _text(words)


def level_before(text: str) -> Level:
    """Return the level named before a total, where nothing makes it another one."""
    if re.search(_options("aim", "under", "over"), text.replace("ไม่ผ่าน", "")):
        return None, None
    words = _words_pattern().search(text)
    if "ไม่ผ่าน" in text:  # takes no level away that says no less
        return None, None if words is None or _passes(words[1]) else words[1]
    return _beside(words, text) or letter_in(text), _text(words)


def level_then_points(before: str) -> int | None:
    """Return where "ได้ระดับ A ด้วยคะแนน" at the end of a text begins."""
    match = _level_then_points().search(before)
    return match.start() if match else None


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
    if any(found := _agreed(list(_in_lines(document))) or (None, None)):
        return found
    for line, grid in lines:
        first = line.row.filled[:1]
        if first and names_the_level(line.row.cell(first[0]).text):
            letter, words = level_in_row(line, grid, year)
            if letter or words:
                return letter, words
    return None, None


def _in_lines(document: Document) -> Iterator[Level]:
    """Yield the level of each line that gives one and nothing else."""
    for text in _with_their_words(document):
        match = _LEVEL_LINE.match(text)
        if match and any(level := _alone(match[1])):
            yield level


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
    if all(level := _on_both_scales(thai.tidy(text))):
        return level
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


def _alone(text: str) -> Level:
    """Return the level that a text is, on one scale or both."""
    bare = text.strip(_QUOTES)
    if any(level := _on_both_scales(bare)):
        return level
    missed = _NOT_PASSED.match(bare)
    words = missed[1] if missed else bare
    known = words in framework.level_names() and not (missed and _passes(words))
    if framework.is_letter(words):
        return words, None
    return None, words if known else None


def _on_both_scales(text: str) -> Level:
    """Return letter and words of a text that is both, whichever comes first."""
    for pattern, letter, words in ((_LETTER_FIRST, 1, 2), (_WORDS_FIRST, 2, 1)):
        match = pattern.match(text)
        if match and match[words] in framework.level_names():
            return match[letter], match[words]
    return None, None


def _beside(words: re.Match[str] | None, text: str) -> str | None:
    """Return the letter right behind the words for a level: "ผ่านดี (A)"."""
    match = _BESIDE_WORDS.match(text, words.end()) if words else None
    return match[1] if match else None


def _text(match: re.Match[str] | None) -> str | None:
    return match[1] if match else None


def _reached(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Find the first level that no words before it say was missed."""
    for match in pattern.finditer(text):
        before = text[: match.start()]
        if not (framework.is_letter(match[1]) or _passes(match[1])):
            before = before.replace("ไม่ผ่าน", "")  # such a level says no less
        if not re.search(_options("under", "over"), before):
            return match
        if _STATED.search(before) or match[0].startswith("อยู่ใน"):
            return match
        opens = _OPENS.search(before) or match[0][0] in '(:"“'
        missed = re.search(_options("under"), before)
        if opens and not (missed and _passes(match[1])):
            return match
    return None


def _passes(level: str) -> bool:
    """Tell whether a level lies wholly at or above the target."""
    least = (row for row in reference.rows("levels") if row["level"] == level)
    return any(float(row["minimum_total"]) >= framework.target(None) for row in least)


@cache
def _level_then_points() -> re.Pattern[str]:
    names = reference.alternatives(framework.level_names())
    return re.compile(
        r"(?<!ไม่)(?:ได้รับ|ได้|อยู่ใน)(?:ผล)?(?:การประเมิน)?\s?ระดับ(?:ผล)?(?:การประเมิน)?\s?[:\"“(]?\s?"
        rf"(?:{names})\s?[\"”)]?\s?(?:[(/][^)\d]{{1,20}}[)]?\s?)?"
        r"(?:ด้วย|ที่)(?:ค่า|ผล)?คะแนน(?:รวม|เฉลี่ย){0,2}\s?(?:ร้อยละ)?\s?$"
    )


@cache
def _words_pattern() -> re.Pattern[str]:
    names = [n for n in framework.level_names() if not framework.is_letter(n)]
    options = reference.alternatives(names)
    return re.compile(
        rf"(?:ระดับ(?:(?:ผล)?(?:การประเมิน|คะแนน))?|อยู่ในเกณฑ์|ผลการประเมิน|[(:\"“])"
        rf"\s*(?:(?:คือ|เป็น)\s*)?[:\"“(]?\s*({options})(?!เกณฑ์|การ)"
        rf"(?![ก-ฮเ-ไ]*เกณฑ์)"
    )


@cache
def _options(*uses: str) -> re.Pattern[str]:
    rows = reference.rows("total_words")
    return re.compile("|".join(re.escape(r["words"]) for r in rows if r["use"] in uses))
