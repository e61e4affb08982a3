"""Titles printed over several lines, each a paragraph of its own.

"ผลการประเมินคุณธรรมและความโปร่งใส" over "ประจำปีงบประมาณ พ.ศ. 2564" is one title: the
first line says of what, the last one of which year. Only short lines near the top are
read so; a line with a year or a number, or a sentence, ends the title above it.
"""

import re
from collections.abc import Iterable

from itadash import thai

HEAD = 20  # passages from the top in which titles stand
MOST_ABOVE = 4  # lines of a title over the one with its year
LONGEST_LINE = 150  # characters; a longer passage is prose
LONGEST_YEAR_LINE = 110

_YEAR = re.compile(
    r"(?:(?:ประจำ|ใน|ของ)?ปี\s*(?:งบประมาณ|งบฯ?)?\s*(?:พ\.?\s?ศ\.?)?|พ\.?\s?ศ\.?)\s*(?:25|20)\d\d(?!\d)"
)
_SUBJECT = re.compile(
    "ผลการประเมิน|การประเมินคุณธรรม|ผลคะแนน|วิเคราะห์ผล|คุณธรรมและความโปร่งใส|(?<![A-Za-z])ITA"
)
# Words that begin a title of their own; before its year it needs no line above.
_OTHER_SUBJECT = re.compile(
    "ผล|มาตรการ|รายงาน|แผน|คู่มือ|โครงการ|ประกาศ|คำสั่ง|หนังสือ|พระราชบัญญัติ|ระเบียบ"
)
_BEHIND_YEAR = re.compile(
    r"^[\s)]*(?:$|[(]|รอบ|ไตรมาส|ครั้งที่|ของ|เทศบาล|องค์การ|อบ[ตจ]|อำเภอ|จังหวัด)"
)
_NO_TITLE = re.compile(
    r"^[\s(]*(?:\d|เรียน|ถึง|อ้างถึง|สิ่งที่ส่ง|ตามที่|ตาม|ด้วย|เนื่องจาก|จาก|เพื่อ|ที่\s|วันที่|[-•*])"
)
_SENTENCE = re.compile(r"(?:ดังนี้|ต่อไปนี้|แล้ว|นั้น|[:.;,])$|พบว่า|ปรากฏ|\d")


def titles_joined(passages: Iterable[str]) -> list[str]:
    """Join the lines of a title to the line with its year."""
    joined: list[str] = []
    for text in passages:
        near_top = len(joined) <= HEAD and len(text) <= LONGEST_LINE
        start = _title_above(joined) if near_top and _says_only_the_year(text) else None
        if start is None:
            joined.append(text)
        else:
            joined[start:] = [" ".join([*joined[start:], text])]
    return joined


def _says_only_the_year(text: str) -> bool:
    """Tell whether a short line gives a year and no subject of its own."""
    words = thai.words_joined(text)
    year = _YEAR.search(words) if len(words) <= LONGEST_YEAR_LINE else None
    if year is None or _NO_TITLE.match(words):
        return False
    before, behind = words[: year.start()], words[year.end() :]
    alone = not _OTHER_SUBJECT.search(before) and not re.search(r"\d", before)
    return alone and bool(_BEHIND_YEAR.match(behind)) and not re.search(r"\d\.", behind)


def _title_above(passages: list[str]) -> int | None:
    """Return where the title that ends here begins; its first line says of what."""
    start = None
    for at in range(len(passages) - 1, max(-1, len(passages) - 1 - MOST_ABOVE), -1):
        words = thai.words_joined(passages[at])
        if len(words) > LONGEST_LINE or _NO_TITLE.match(words):
            break
        if _SENTENCE.search(words):
            break
        start = at if _SUBJECT.search(words) else start
    return start
