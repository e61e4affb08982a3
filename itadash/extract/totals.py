"""Numbers in running text that are the printed total of a report.

A number is the total when the words before it say so and no words near it make it a
threshold, an instrument, another survey, an aim or the country's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from itadash import framework, thai
from itadash.documents.model import Block, Document, Paragraph
from itadash.extract.levels import level_before, level_behind, level_then_points
from itadash.extract.privacy import public
from itadash.extract.total_subjects import (
    agency_before_its_place,
    ends_in_own_name,
    is_no_result_behind,
    is_of_a_province,
    is_of_another,
    is_of_something_else,
    is_supposed,
    names_an_indicator,
    without_counts,
    without_own_place,
    words_for,
)
from itadash.extract.vocabulary import indicator_at_start, instruments_named
from itadash.model import Agency, Place

BEFORE, BEHIND = 90, 60  # characters around a number that say what it is
SUBJECT = 45  # characters before the words for a total that say whose it is

# A stray mark between digits ("9-5.42", "9�5.42") may stand where a digit was lost.
_BEGINS = r"(?<![\d.,/])(?<!\d[^\s\dก-ฮ:=)])"
_NUMBER = re.compile(
    rf"{_BEGINS}(\d{{1,3}}(?:\.\s?\d{{1,3}}))(?![\d/]|\.\d)\s*(คะแนน|%)?"
    rf"|{_BEGINS}(\d{{2,3}})\s*(คะแนน)"
)
# "81.33/100", "81.33 จาก 100 คะแนน", "คะแนนเต็ม 100 คะแนน ได้ 81.33"
_FULL_MARKS = re.compile(
    r"(?:\s*/\s*|(?:จาก)?\s*(?:คะแนน)?เต็ม\s*|จาก\s*)100(?:\.0+)?(?![\d.])\s*(?:คะแนน)?(?:เต็ม)?"
)
_YEAR_DIGITS = r"(?:พ\.ศ\.\s*)?(25\d\d|[67]\d(?!\d))"
_YEAR = re.compile(
    rf"(?:ปี(?:งบประมาณ|งบฯ?)?|พ\.ศ\.|ITA(?=\s*25))\s*{_YEAR_DIGITS}(?![.\d])"
)
_YEAR_BEHIND = re.compile(
    rf"^\s*(?:คะแนน)?[\s(]*(?:ใน|ของ|ประจำ)?ปี(?:งบประมาณ)?\s*{_YEAR_DIGITS}(?![.\d])"
)
# One more year of a comparison: "… ปี 2566 ได้ 85.12".
_NEXT_YEAR = re.compile(
    r"^[\s,;:)(]*(?:คะแนน)?[\s,;)(]*(?:และ|ส่วน)?(?:ใน)?ปี(?:งบประมาณ)?\s*"
    rf"{_YEAR_DIGITS}[\s)]*(?:ที่)?(?:ได้|มี)?(?:ผล)?(?:คะแนน)?(?:เท่ากับ|คือ|อยู่ที่|เป็น)?[\s:=]*$"
)
_ITA_THEN = re.compile(
    rf"ITA[)\s]*(?:(?:ประจำ|ใน)?ปี(?:งบประมาณ)?\s*)?(?:{_YEAR_DIGITS})?\s*"
    r"(?:ได้|มี|เท่ากับ|คือ|อยู่ที่|[:=])"
)
_ITA_BEFORE = 25  # characters before "ITA 2566 :" that may make it a threshold
_BARE_LINE = re.compile(
    r"^[\s:=(-]*(?:(?:ได้|เท่ากับ|อยู่ที่|คิดเป็น|คือ)\s?)?(?:ร้อยละ\s?)?\d{1,3}\.\s?\d{1,3}(?![\d/]|\.\d)"
)
_YEAR_LINE = re.compile(
    rf"^[\s•*-]*(?:ใน)?ปี(?:งบประมาณ)?\s*{_YEAR_DIGITS}[^\d]{{0,40}}\d+\.\d"
)
_LEADS_ON = re.compile(
    rf"^(?:รวม|เฉลี่ย){{0,2}}[\s:=]*(?:ITA)?[)\s]*(?:ใน)?(?:ภาพรวม)?(?:(?:ของ|ระดับ)?หน่วยงาน)?\s*"
    rf"(?:(?:ประจำ|ใน)?ปี(?:งบประมาณ)?\s*{_YEAR_DIGITS})?\s*(?:ได้|เท่ากับ|คือ|อยู่ที่)?[\s:=]*$"
)
_LEVEL_BELOW = re.compile(r"(?:อยู่|อยู่ใน|ระดับ(?:ผล)?(?:การประเมิน|คะแนน)?)[\s:]*$")
_THRESHOLD_BEHIND = re.compile(r"^\s*(?:คะแนน)?\s*(?:ขึ้นไป|ของหน่วยงาน|เต็ม)")
_OTHER_UNIT = re.compile(r"^\s*(?:ล้าน|บาท|แห่ง|คน|ราย|ข้อ|วัน|ชั่วโมง|น\.)")
LEAST_BARE = 20  # a lower number without a unit is one of a section ("2.1 มาตรการ")
_LIST_BEHIND = re.compile(r"^[\s,]*(?:และ)?\s*\d{1,3}\.\d|^[^\d]{0,10}ตามลำดับ")
# "85.00 - 94.99", "85 ถึง 94.99", "85.00 แต่ไม่ถึง 95": a band of the scale.
_BAND_BEHIND = re.compile(
    r"^\s*(?:คะแนน|%)?\s*(?:(?:[-–—~]{1,2}|จนถึง|ถึง|แต่)\s*"
    r"(?:(?:ไม่|ถึง|เกิน|น้อย|ต่ำ|กว่า|หรือ|เท่ากับ|ร้อยละ|[<≤=])\s*){0,6}\d{2,3}(?!\d)"
    r"|หรือ(?:มาก|สูง|น้อย|ต่ำ)กว่า|ลงมา)"
)
_TAKEN_AWAY = (_THRESHOLD_BEHIND, _LIST_BEHIND, _OTHER_UNIT, _BAND_BEHIND)
_STEP = re.compile(
    r"(?:จาก|ขึ้น|ลง|อีก|กว่า|(?<![-=])[≥≤<>]=?"
    r"|(?<![\d.])\d{1,3}(?:\.\d{1,2})?\s*(?:คะแนน\s*)?(?:[-–—~]|ถึง))\s*$"
)
_RANK = re.compile(
    r"(?:อันดับ|ลำดับ)(?:ที่)?\s*\d{1,5}\s*(?:(?:ของ|ใน)(?:ระดับ)?(?:อำเภอ|จังหวัด|ประเทศ|ภาค))?"
)


@dataclass(frozen=True)
class Candidate:
    """A number that may be the total, with the level and the year said with it."""

    total: float
    letter: str | None
    words: str | None
    year: int | None
    place: Place


@dataclass(frozen=True)
class _Number:
    """A number of a text with the words before it, back to the number before.

    `year` is the last one printed before it. `year_follows` tells a text that prints
    years behind its numbers ("85.12 ในปี 2566").
    """

    match: re.Match[str]
    text: str
    before: str
    first: bool
    year: str | None
    year_follows: bool

    @property
    def value(self) -> float:
        return float((self.match[1] or self.match[3]).replace(" ", ""))

    @property
    def looks_like_a_score(self) -> bool:
        """Tell whether decimals, with the word for points if low, make it a score."""
        decimals, unit = self.match[1], self.match[2]
        return bool(decimals) and (bool(unit) or self.value >= LEAST_BARE)

    @property
    def behind(self) -> str:
        return self.text[self.match.end() : self.match.end() + BEHIND]


def totals_in_text(document: Document, agency: Agency) -> list[Candidate]:
    """Return every number of the running text that its words call the total.

    A number said of another agency than the one given is none.
    """
    return [
        found
        for paragraph, text in _with_lines_beside(document)
        for found in _in_paragraph(paragraph, text, agency)
    ]


def _with_lines_beside(document: Document) -> Iterator[tuple[Paragraph, str]]:
    """Yield each paragraph and its text with the words that lines beside it share."""
    led = list(_with_lead(document))
    following = [paragraph for paragraph, _ in led[1:]]
    for (paragraph, lead), below in zip(led, [*following, None], strict=False):
        text = _prepared(paragraph.text)
        text = without_own_place(f"{lead} {text}") if lead else text
        if below and _LEVEL_BELOW.search(text):
            text = f"{text} {_until_number(_prepared(below.text))[:BEHIND]}"
        yield paragraph, text


def _with_lead(document: Document) -> Iterator[tuple[Paragraph, str]]:
    """Yield each paragraph with the words for a total that end the line above it.

    Lines that begin with a year share those words. Of several lines that begin with
    a number none is known to be the total. The name of an agency that ends a line
    goes with the rest of its address below.
    """
    lead, above = "", ""
    for at, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph):
            lead, above = "", ""
            continue
        text = _prepared(block.text)
        if _YEAR_LINE.match(text):
            lead = lead or _leading_words(_prepared(above))
        elif _BARE_LINE.match(text) and not _of_a_list(
            document.blocks[at + 1 : at + 2]
        ):
            lead = _leading_words(_prepared(above))
        else:
            lead = agency_before_its_place(above, block.text)
        yield block, lead
        above = block.text


def _of_a_list(blocks: Sequence[Block]) -> bool:
    """Tell whether the next line begins with a number too, or names an indicator."""
    return any(
        isinstance(block, Paragraph)
        and (_BARE_LINE.match(_prepared(block.text)) or indicator_at_start(block.text))
        for block in blocks
    )


def _leading_words(text: str) -> str:
    """Return the end of a line that leads on to a number on the next one."""
    near = text[-BEFORE:]
    said = list(words_for("total").finditer(near))
    return near if said and _LEADS_ON.match(near[said[-1].end() :]) else ""


def without_full_marks(text: str) -> str:
    """Return "81.33" for "81.33/100" and for "81.33 จาก 100 คะแนน"."""
    return _FULL_MARKS.sub(" ", thai.words_joined(text)).strip()


def _prepared(text: str) -> str:
    """Return a text as it is searched: without full marks and the own address."""
    return without_own_place(_RANK.sub(" ", without_full_marks(text)))


def _in_paragraph(paragraph: Paragraph, text: str, agency: Agency) -> list[Candidate]:
    found: list[Candidate] = []
    accepted = False
    for number in _numbers(text):
        if not number.first and _NEXT_YEAR.match(number.before):
            said = 0 if accepted else None
        else:
            said = _said_before(number.before)
        candidate = _candidate(number, said, paragraph.place)
        if candidate and is_of_another(number.before, agency):
            candidate = None
        elif said is None:
            candidate = _in_own_line(number, agency, paragraph.place)
        accepted = candidate is not None
        found += [candidate] if candidate else []
    return found


def _numbers(text: str) -> Iterator[_Number]:
    start, year, follows = 0, None, False
    for match in _NUMBER.finditer(text):
        printed = _YEAR.findall(text[start : match.start()])
        year = printed[-1] if printed else year
        follows = follows or (not start and not printed)
        before = text[max(start, match.start() - BEFORE) : match.start()]
        yield _Number(match, text, before, not start, year, follows)
        start = match.end()


def _candidate(number: _Number, said: int | None, place: Place) -> Candidate | None:
    """Read one number; a level before it is its own where it is the first number."""
    if said is None or not framework.valid(number.value):
        return None
    behind = number.behind
    if any(p.match(behind) for p in _TAKEN_AWAY) or is_no_result_behind(behind):
        return None
    letter, words = level_behind(_until_number(behind))
    if not (letter or words):
        letter, words = level_before(number.before[0 if number.first else said :])
    if not (number.looks_like_a_score or letter or words):
        return None
    quoted = Place(place.line, public(place.text))
    return Candidate(number.value, letter, words, _year_of(number), quoted)


def _in_own_line(number: _Number, agency: Agency, place: Place) -> Candidate | None:
    """Read a number between the agency's own name and the level that it reached."""
    before = number.before
    if not ends_in_own_name(before, agency) or words_for("not", "other").search(before):
        return None
    if instruments_named(before) or names_an_indicator(before):
        return None
    found = _candidate(number, len(before), place)
    return found if found and (found.letter or found.words) else None


def _said_before(before: str) -> int | None:
    """Where the words for a total begin, unless other words take the number away."""
    said = list(words_for("total").finditer(before))
    start = near_from = said[-1].start() if said else -1
    for match in _ITA_THEN.finditer(before):
        if match.start() > start and not before[match.end() :].strip():
            start, near_from = match.start(), max(0, match.start() - _ITA_BEFORE)
    if (stated := level_then_points(before)) is not None and stated > start:
        start = near_from = stated
    subject = max(0, start - SUBJECT)
    if start < 0 or is_of_something_else(before[subject:start]):
        return None
    if is_of_a_province(before, subject) or is_supposed(before[:start]):
        return None
    near = before[near_from:].replace("อยู่ในเกณฑ์", "")
    near = without_counts(near)
    if _STEP.search(near) or words_for("not", "other").search(near):
        return None
    if instruments_named(near) or names_an_indicator(near):
        return None
    return start


def _year_of(number: _Number) -> int | None:
    """Return the year said with a number, else the last one in the text before it."""
    behind = _YEAR_BEHIND.match(number.behind)
    if behind and (number.year_follows or not _YEAR.search(number.before)):
        return thai.buddhist_year(behind[1])
    return thai.buddhist_year(number.year) if number.year else None


def _until_number(text: str) -> str:
    match = re.search(r"\d", text)
    return text[: match.start()] if match else text
