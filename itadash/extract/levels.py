"""The level of a report: letters and words, and whether it is the one reached.

"ไม่ผ่านเกณฑ์ระดับ A" and "ตั้งเป้าระดับผ่านดี" name levels that were not reached; a level
behind such words counts only where it says that it is the agency's own.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from itadash import framework, reference, thai
from itadash.documents.model import Document, Row

Level = tuple[str | None, str | None]  # letter and words

_LETTER = re.compile(
    r"(?:ระดับ|เกรด|เกณฑ์)[^\dก-๎A-Za-z]{0,6}(?:คะแนน|ผลการประเมิน)?[^\dก-๎A-Za-z]{0,6}"
    r"(AA|[A-F])(?![A-Za-z+])"
)
_LEVEL_LINE = re.compile(
    r"^[\s•*-]*(?:(?:อยู่ใน)?ระดับ(?:ผล)?(?:การประเมิน|คะแนน|ที่ได้)?|ผลการประเมิน\s?(?=[:(]))"
    r"\s?(?:[(][A-Za-z ]{1,30}[)])?[\s:=]*(AA|[A-F]|[ก-๎]+)$"
)
_LEVEL_WORD = re.compile("^ระดับ(?:ผล)?(?:การประเมิน|คะแนน|ที่ได้)?$")
_LEVEL_ROW = re.compile("^ระดับ(?:ผล)?(?:การประเมิน|คะแนน|ที่ได้)?$|^ผลการประเมินระดับ$")
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


def levels_apart(document: Document, rows: Iterable[Row]) -> Level:
    """Find letter and words in a line or a row that gives the level alone."""
    for line in _with_their_words(document):
        if match := _LEVEL_LINE.match(line):
            said = f"ระดับ {match[1]}"
            letter, words = letter_in(said), words_in(said)
            if letter or words == match[1]:
                return letter, words
    for row in rows:
        texts = [cell.text for cell in row.cells if cell.paragraphs]
        if len(texts) > 1 and _LEVEL_ROW.match(thai.key(texts[0]).rstrip(":")):
            rest = " ".join(f"({text})" for text in texts[1:])
            return bare_letter(texts[1:]), words_in(rest)
    return None, None


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
        rf"(?:ระดับ|อยู่ในเกณฑ์|ผลการประเมิน|[(:\"“])\s*[:\"“(]?\s*({options})(?!เกณฑ์|การ)"
        rf"(?![ก-ฮเ-ไ]*เกณฑ์)"
    )


@cache
def _options(*uses: str) -> re.Pattern[str]:
    rows = reference.rows("total_words")
    return re.compile("|".join(re.escape(r["words"]) for r in rows if r["use"] in uses))
