"""What the words right above a table say of it: its year, and whether it compares.

A caption says its year for certain where it announces results. Any other short line
counts only for a year before the assessed one, for it may be the year of the measures.
"""

import re

from itadash import thai
from itadash.documents.model import Row
from itadash.extract import years
from itadash.extract.row_words import compares
from itadash.extract.titles import BULLET
from itadash.extract.vocabulary import BRACKETS, indicator_named, instruments_named

LONGEST_CAPTION = 80  # characters; a longer text above a table is prose

# All as a `thai.key`: no spaces, Arabic digits, small letters, sara aa for sara am.
_YEAR_WORD = r"(?:ปี(?:งบประมาณ|งบฯ?)?(?:พ\.?ศ\.?|ค\.?ศ\.?)?)"
_YEAR = re.compile(
    rf"(?<!\d)(25\d\d)(?!\d)|(?:{_YEAR_WORD}|ita[)]?|ค\.ศ\.)(20[1-4]\d)(?!\d)"
    rf"|{_YEAR_WORD}(\d\d)(?![\d.])"
)
_PREFIX = (
    r"^[-–•*#(]*(?:(?:ข้อ)?(?:ที่)?\d{1,2}(?:\.\d{1,2}){0,3}[.)]*)?"
    r"(?:(?:ตาราง|แผนภูมิ|แผนภาพ|ภาพ|กราฟ|รูป|ส่วน|ตอน)(?:ที่)?(?!25\d\d)[\d.()-]{0,8})?[:.–-]?"
    r"(?:แสดง|สรุป|รายงาน|ข้อมูล|รายละเอียด|เปรียบเทียบ|ภาพรวม|ระดับ|ค่า){0,3}"
)
_RESULTS = re.compile(
    rf"{_PREFIX}(?:คะแนน|ผล(?!การดาเนิน|การปฏิบัติ|การวิเคราะห์|งาน|ลัพธ์|สัมฤทธิ์|ผลิต))"
)
_SAYS_MORE = re.compile("คะแนน|ผล|เฉลี่ย|มาตรการ|เป้าหมาย|(?<![a-z])ita(?![a-z])")
_AIMS = re.compile(rf"{_PREFIX}(?:การ)?(?:กาหนด|ตั้ง)?เป้าหมาย")
_BEHIND_YEAR_WORD = re.compile(rf"(?:{_YEAR_WORD}|ita[)]?)\d\d")
# Years that are only a measure of others: "สูงกว่าปี 2564".
_WEIGHED = re.compile(rf"(?:กว่า|จาก|กับ|เทียบ)(?:ใน|ของ)?{_YEAR_WORD}?2[05]\d\d")
_OF_MEASURES = re.compile("มาตรการ|แผน(?!ภูมิ|ภาพ)|คู่มือ|ปฏิทิน|แนวทาง|ยกระดับ|เตรียม|โครงการ")
_ONLY_A_YEAR = re.compile(
    rf"^[(]?(?:ประจา|ของ|ใน|สาหรับ|ผล|ita|fy)?(?:{_YEAR_WORD}|พ\.?ศ\.?|ค\.?ศ\.?)?"
    rf"(?:(?:25|20)\d\d|(?<=ปี)\d\d|(?<=งบ)\d\d)(?:[(](?:คะแนน|ร้อยละ|%)[)])?[)]?$"
)
# Decimals that say a score, not the number of a table or passage.
_SCORE_SAID = re.compile(
    r"(?<!ที่)(?<![\d.])(?<=[^\d.\s])\s{0,3}\d{2,3}\.\d{1,2}(?![\d.])"
)
_ANNOUNCES = re.compile("ดังนี้|ดังต่อไปนี้|ดังตาราง|ตารางที่|ราย(?:ตัวชี้วัด|ด้าน)|แยก|จำแนก|ได้แก่|:$")


def headings_cut(rows: list[Row], *, of_scores: bool) -> tuple[list[Row], list[str]]:
    """Part rows from the headings of the header below, where no blank line does.

    A line without a tab right before it is one; over a table of scores so is every
    row with words in its first cell only, for captions are merged over all columns.
    """
    begins = len(rows)
    while begins and of_scores and _is_caption(rows[begins - 1]):
        begins -= 1
    if begins == len(rows) and rows and len(rows[-1].cells) == 1:
        begins -= not BULLET.match(rows[-1].cell(0).text)
    return rows[:begins], [row.cell(0).text for row in rows[begins:]]


def _is_caption(row: Row) -> bool:
    return row.filled == (0,) and not indicator_named(row.cell(0).text)


def year_of_caption(heading: str, assessed: int | None = None) -> int | None:
    """Return the only year (B.E.) that a caption says its table is of."""
    words = thai.key(heading)
    found = _years_in(words)
    if len(found) != 1 or _OF_MEASURES.search(words) or _WEIGHED.search(words):
        return None
    year = found.pop()
    if _RESULTS.match(words):
        return year
    if not assessed or year > assessed or states_a_score(heading):
        return None
    short = len(heading) <= LONGEST_CAPTION
    return year if short and _BEHIND_YEAR_WORD.search(words) else None


def is_only_a_year(text: str) -> bool:
    """Tell whether a line or header says a year and nothing else."""
    return bool(_ONLY_A_YEAR.match(thai.key(text)))


def adds_year(caption: str, line: str) -> bool:
    """Tell whether a line gives the caption above it the year that it lacks."""
    short = len(caption) <= LONGEST_CAPTION and not _years_in(thai.key(caption))
    return short and is_only_a_year(line) and not states_a_score(caption)


def is_section(line: str) -> bool:
    """Tell whether a short line names an instrument under a caption that goes on."""
    words = thai.key(line)
    says_more = _SAYS_MORE.search(words) and not states_a_score(line)
    named = len(line) <= LONGEST_CAPTION and bool(instruments_named(line))
    return named and not says_more and not _years_in(words)


def is_comparison(heading: str) -> bool:
    """Tell whether a caption, no sentence, announces targets, changes or others."""
    short = len(heading) <= LONGEST_CAPTION
    others = compares(heading) or bool(_AIMS.match(thai.key(heading)))
    return short and others and not states_a_score(heading)


def states_a_score(caption: str) -> bool:
    """Tell whether words say a score themselves and announce none: "ได้ 87.57 คะแนน"."""
    words = BRACKETS.sub("", thai.arabic(thai.mend(caption)))
    return bool(_SCORE_SAID.search(words)) and not _ANNOUNCES.search(words)


def _years_in(words: str) -> set[int]:
    """Return every year (B.E.) of a round that words name."""
    digits = (next(filter(None, match.groups())) for match in _YEAR.finditer(words))
    named = {thai.buddhist_year(one) or 0 for one in digits}
    return {year for year in named if years.FIRST_YEAR <= year <= years.LAST_YEAR}
