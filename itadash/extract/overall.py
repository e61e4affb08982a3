"""The printed total and level of a report.

A number is the total when the words before it say so and no words near it make it
a threshold, an instrument, another year or the country. Two different totals that
nothing tells apart are both left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from itadash import framework, thai
from itadash.documents.model import Document, Paragraph, Row
from itadash.extract import numbers
from itadash.extract.grids import Grid, Line
from itadash.extract.privacy import public
from itadash.extract.score_columns import score_column
from itadash.extract.vocabulary import instruments_named
from itadash.model import Place

BEFORE, BEHIND = 90, 60  # characters around a number that say what it is

_TOTAL_WORDS = re.compile(
    "ผลคะแนน|คะแนนรวม|คะแนนเฉลี่ย|คะแนนภาพรวม|ภาพรวม|ได้คะแนน|มีคะแนน|ค่าคะแนน|คะแนนที่ได้"
    "|ผลการประเมิน|คะแนนการประเมิน|คะแนนประเมิน|ผลประเมิน|คะแนน ITA|คะแนนITA"
)
_NUMBER = re.compile(
    r"(?<![\d.,/])(\d{1,3}(?:\.\s?\d{1,3}))(?![\d/]|\.\d)\s*(คะแนน|%)?"
    r"|(?<![\d.,/])(\d{2,3})\s*(คะแนน)"
)
_NOT_THE_TOTAL = re.compile(
    "เกณฑ์|เป้าหมาย|ไม่ต่ำกว่า|ต่ำกว่า|ไม่น้อยกว่า|ประเทศ|จังหวัดมี|ของจังหวัด|เพิ่มขึ้น|ลดลง"
    "|ประเทศ|อปท|กลุ่ม|อำเภอ|ระดับจังหวัด|ทุกแห่ง|คาดหวัง|ตั้งเป้า|คาดว่า|ตัวชี้วัดที่|แบบวัด|LPA"
    "|ความพึงพอใจ|โรงเรียน|อันดับ|จากเดิม|มากกว่า|น้อยกว่า|คะแนนเต็ม|เต็ม|ตั้งแต่|น้ำหนัก|สูงสุด|ต่ำสุด"
)
_THRESHOLD_BEHIND = re.compile(r"^\s*(?:คะแนน)?\s*(?:ขึ้นไป|ของหน่วยงาน|เต็ม)")
_YEAR = re.compile(r"(?:ปี|ปีงบประมาณ|พ\.ศ\.)\s*(?:พ\.ศ\.\s*)?(25\d\d)")
_LETTER = re.compile(
    r"(?:ระดับ|เกรด|เกณฑ์)[^\dก-๎A-Za-z]{0,6}(?:คะแนน|ผลการประเมิน)?[^\dก-๎A-Za-z]{0,6}"
    r"(AA|[A-F])(?![A-Za-z+])"
)
_TOTAL_ROW = re.compile(
    "^(?:ผล)?(?:คะแนน|ค่าคะแนน)?(?:การประเมิน)?(?:รวม|เฉลี่ย|ภาพรวม)+(?:ทั้งหมด|ทั้งสิ้น)?"
    "(?:คะแนน)?(?:ita)?$|^ผลคะแนน(?:ita)?$|^ผลการประเมิน(?:ita|รวม|ภาพรวม)?$|^คะแนนita$"
)
_LEVEL_LINE = re.compile(
    r"^(?:อยู่ใน)?ระดับ(?:ผล)?(?:การประเมิน|คะแนน|ที่ได้)?[\s:=]*(AA|[A-F]|[ก-๎]+)$"
)
_LEVEL_ROW = re.compile("^ระดับ(?:ผล)?(?:การประเมิน|คะแนน|ที่ได้)?$|^ผลการประเมินระดับ$")


@dataclass(frozen=True)
class Overall:
    """Total and level as printed; `letter` and `words` are the two scales."""

    total: float | None = None
    letter: str | None = None
    words: str | None = None
    place: Place = Place(None)

    @property
    def level(self) -> str | None:
        """The letter where a letter is printed, else the words."""
        return self.letter or self.words

    @property
    def level_other(self) -> str | None:
        """The words, where both scales are printed."""
        return self.words if self.letter else None


@dataclass(frozen=True)
class _Candidate:
    total: float
    letter: str | None
    words: str | None
    year: int | None
    place: Place


def find_overall(
    document: Document, grids: Sequence[Grid], assessed_year: int | None
) -> Overall:
    """Return the printed total and level of the assessed year."""
    candidates = [c for p in document.paragraphs for c in _in_paragraph(p)]
    lines = [(line, grid) for grid in grids for line in grid.lines]
    candidates += [c for one in lines if (c := _in_row(*one, assessed_year))]
    candidates = [c for c in candidates if c.year in (None, assessed_year)]
    chosen = _chosen(candidates)
    letter, words = _levels_apart(document, [line.row for line, _ in lines])
    if chosen is None:
        return Overall(None, letter, words)
    same = [c for c in candidates if c.total == chosen.total]
    return Overall(
        chosen.total,
        next((c.letter for c in same if c.letter), letter),
        next((c.words for c in same if c.words), words),
        chosen.place,
    )


def _chosen(candidates: list[_Candidate]) -> _Candidate | None:
    """Return the only total, or the only one that stands beside a level."""
    for group in (candidates, [c for c in candidates if c.letter or c.words]):
        if len({c.total for c in group}) == 1:
            return group[0]
    return None


def _in_paragraph(paragraph: Paragraph) -> list[_Candidate]:
    text = thai.words_joined(paragraph.text)
    found: list[_Candidate] = []
    start = 0
    for match in _NUMBER.finditer(text):
        before = text[max(start, match.start() - BEFORE) : match.start()]
        first = not start
        start = match.end()
        if candidate := _candidate(text, match, before, paragraph.place, first):
            found.append(candidate)
    return found


def _candidate(
    text: str, match: re.Match[str], before: str, place: Place, first: bool
) -> _Candidate | None:
    """Read one number; a level before it is its own where it is the first number."""
    value = float((match[1] or match[3]).replace(" ", ""))
    said = _said_before(before)
    if said is None or not framework.valid(value):
        return None
    behind = text[match.end() : match.end() + BEHIND]
    if _THRESHOLD_BEHIND.match(behind):
        return None
    years = _YEAR.findall(text[: match.start()])
    around = before[0 if first else said :] + " " + _until_number(behind)
    letter, words = _letter_in(around), _words_in(around)
    if not (match[1] and "." in match[1]) and not (letter or words):
        return None
    quoted = Place(place.line, public(place.text))
    return _Candidate(value, letter, words, int(years[-1]) if years else None, quoted)


def _said_before(before: str) -> int | None:
    """Where the words for a total begin, unless other words take the number away."""
    matches = list(_TOTAL_WORDS.finditer(before))
    if not matches:
        return None
    near = before[matches[-1].start() :]
    if _NOT_THE_TOTAL.search(near.replace("อยู่ในเกณฑ์", "")) or instruments_named(near):
        return None
    if any(thai.key(name) in thai.key(near) for name in _indicator_names()):
        return None
    return matches[-1].start()


def _indicator_names() -> list[str]:
    return [indicator.name for indicator in framework.indicators()]


def _until_number(text: str) -> str:
    match = re.search(r"\d", text)
    return text[: match.start()] if match else text


def _letter_in(text: str) -> str | None:
    match = _LETTER.search(text)
    return match[1] if match else None


def _words_in(text: str) -> str | None:
    """Find a level in words behind the word for level; "ผ่านเกณฑ์" alone is none."""
    names = [n for n in framework.level_names() if not framework.is_letter(n)]
    options = "|".join(sorted((re.escape(n) for n in names), key=len, reverse=True))
    match = re.search(
        rf"(?:ระดับ|อยู่ในเกณฑ์|ผลการประเมิน|[(:\"“])\s*[:\"“(]?\s*({options})(?!เกณฑ์|การ)"
        rf"(?![ก-ฮเ-ไ]*เกณฑ์)",
        text,
    )
    return match[1] if match else None


def _in_row(line: Line, grid: Grid, year: int | None) -> _Candidate | None:
    """Read a row of a table that sums up the others, in the column of the scores."""
    row = line.row
    texts = [cell.text for cell in row.cells if cell.paragraphs]
    if not texts or not _TOTAL_ROW.match(thai.key(texts[0]).rstrip(":")):
        return None
    column = score_column(grid, [line], year)
    given = texts[1:] if column is None else [row.cell(column).text]
    values = [numbers.score(text) for text in given]
    read = [value for value in values if value is not None and framework.valid(value)]
    if len(read) != 1:
        return None
    rest = " ".join(f"({thai.tidy(text)})" for text in texts[1:])
    letter = _bare_letter(texts[1:]) or _letter_in(rest)
    place = Place(row.place.line, public(row.place.text))
    return _Candidate(read[0], letter, _words_in(rest), None, place)


def _bare_letter(texts: list[str]) -> str | None:
    return next((t.strip() for t in texts if framework.is_letter(t.strip())), None)


def _levels_apart(document: Document, rows: list[Row]) -> tuple[str | None, str | None]:
    """Find letter and words in a line or a row that gives the level alone."""
    for paragraph in document.paragraphs:
        if match := _LEVEL_LINE.match(thai.words_joined(paragraph.text)):
            said = f"ระดับ {match[1]}"
            letter, words = _letter_in(said), _words_in(said)
            if letter or words == match[1]:
                return letter, words
    for row in rows:
        texts = [cell.text for cell in row.cells if cell.paragraphs]
        if len(texts) > 1 and _LEVEL_ROW.match(thai.key(texts[0]).rstrip(":")):
            rest = " ".join(f"({text})" for text in texts[1:])
            return _bare_letter(texts[1:]), _words_in(rest)
    return None, None
