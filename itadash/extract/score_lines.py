"""Scores in running text: an indicator and its score a line, or all in one line.

Between the name and the number only words such as "ได้คะแนน" may stand, so that a
change, a target or another year is never taken for the score.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from itadash import framework, thai
from itadash.documents.model import Paragraph
from itadash.extract.row_words import compares
from itadash.extract.score_columns import LONGEST_CAPTION
from itadash.extract.vocabulary import indicator_at_start
from itadash.model import Place

MIN_IN_ONE_LINE = 3  # so many names with numbers make a line a list of scores

_FILLER = "ได้|มี|ผล|ค่า|คะแนน|เฉลี่ย|รวม|ร้อยละ|เท่ากับ|คิดเป็น|อยู่ที่|จำนวน"
_NUMBER = r"(?P<number>\d{1,3}\.\d{1,2})(?!\d)"
_LEVEL = (
    r"(?:[(]?(?:ไม่)?ผ่าน(?:เกณฑ์|การประเมิน|ดีเยี่ยม|ดี)?[)]?)?"
    r"(?:[(]?(?:ซึ่ง)?(?:อยู่ใน)?(?:ระดับ|เกณฑ์)?[(:]?(?:aa|[a-f]|ผ่านดีเยี่ยม|ผ่านดี|ผ่าน)[)]{0,2})?"
)
_BEHIND_NAME = re.compile(
    rf"^(?:[(](?:iit|eit|oit)[)])?[:=(–-]?(?:{_FILLER}){{0,6}}[:=]?{_NUMBER}(?:คะแนน|%)?[)]?{_LEVEL}$"
)
_IN_LINE = re.compile(
    rf"^\s*(?:[(]\s?(?:iit|eit|oit)\s?[)])?\s?[:=(–-]?\s?(?:(?:{_FILLER})\s?){{0,6}}[:=]?\s?{_NUMBER}"
    r"(?P<rest>.*)$",
    re.DOTALL,
)
# What may stand between a score and the name behind it.
_GLUE = re.compile(
    r"^(?:\s|คะแนน|%|[),;/•–-]|และ|ตัวชี้วัด|ย่อย|ด้าน|ข้อ|ที่|[(]?\d{1,2}[.)]|(?<=ที่)\s?\d{1,2}\s)*$"
)
_ANNOUNCES = re.compile("ผลการประเมิน|คะแนน")
_CHANGE = re.compile("เพิ่มขึ้น|ลดลง")
_TITLE = re.compile("มาตรการ|รายงาน|แผน")
_YEAR = re.compile(r"(?<!\d)25\d\d(?!\d)")

Pair = tuple[int, float]


def name_and_score(text: str) -> Pair | None:
    """Read a text that is one indicator's name and its score."""
    found = indicator_at_start(text)
    match = _BEHIND_NAME.match(found[1]) if found else None
    return (found[0], float(match["number"])) if found and match else None


def scores_in_text(
    paragraphs: Iterable[Paragraph], assessed_year: int | None
) -> Iterator[tuple[int, float, Place]]:
    """Return indicator, score and place of all scores printed as a list.

    A list under words that announce another year, several years, a target or a
    change is left out.
    """
    meant = True
    for paragraph in paragraphs:
        text = thai.words_joined(paragraph.text)
        one = name_and_score(paragraph.text)
        pairs = [one] if one else _all_in_line(text)
        if not one and announces(text):
            meant = means_the_year(text, assessed_year)
        if meant:
            for number, score in pairs:
                yield number, score, paragraph.place


def means_the_year(text: str, assessed_year: int | None) -> bool:
    """Tell whether words announce scores of the year; the next is of the measures."""
    years = {int(year) for year in _YEAR.findall(text)}
    if assessed_year is None:
        of_year = len(years) <= 1
    else:
        of_year = not years or assessed_year in years <= {
            assessed_year,
            assessed_year + 1,
        }
    return of_year and not _CHANGE.search(text) and not compares(text)


def announces(text: str) -> bool:
    """Tell whether words say what the list under them holds, a bare year too."""
    short = len(text) <= LONGEST_CAPTION and not _TITLE.search(text)
    says = bool(_YEAR.search(text)) or "เป้าหมาย" in text or compares(text)
    return bool(_ANNOUNCES.search(text)) or (short and says)


def _all_in_line(words: str) -> list[Pair]:
    """Read several indicators in one paragraph, each name with its score behind.

    Words that are neither score nor glue leave out the score before them and the
    name behind them.
    """
    line = words.replace("ำ", "า").lower()
    names = list(_name_pattern().finditer(line))
    if len(names) < MIN_IN_ONE_LINE:
        return []
    ends = [*(match.start() for match in names[1:]), len(line)]
    found: list[Pair] = []
    for match, end in zip(names, ends, strict=True):
        behind = _IN_LINE.match(line[match.end() : end])
        if behind and _GLUE.match(_without_level(behind["rest"])):
            number = _numbers_of_names()[match[0]]
            found.append((number, float(behind["number"])))
    return found if len(found) >= MIN_IN_ONE_LINE else []


def _without_level(rest: str) -> str:
    return re.sub(r"[(]\s?(?:ไม่)?ผ่าน(?:เกณฑ์)?\s?[)]", "", rest)


@cache
def _numbers_of_names() -> dict[str, int]:
    return {
        thai.key(name): number
        for number, names in framework.indicator_names().items()
        for name in names
    }


@cache
def _name_pattern() -> re.Pattern[str]:
    """Names in full; within a longer word, or in that of a form, they are none."""
    names = sorted(_numbers_of_names(), key=len, reverse=True)
    return re.compile(rf"(?<!แบบวัด)(?<!แบบตรวจ)(?:{'|'.join(map(re.escape, names))})")
