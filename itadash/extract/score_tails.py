"""Words around a score in a sentence: what leaves it a score and what does not.

"ซึ่งต่ำกว่าเกณฑ์" judges a score, "เพิ่มขึ้นจาก" makes it a change, "เป้าหมาย" an aim. Only
words that begin a judgement may follow, and nothing of years, changes or others.
"""

import re
from functools import cache

from itadash import framework, reference, thai
from itadash.extract.row_words import compares, next_subjects

FILLER = "ได้|มี|ผล|ค่า|คะแนน|เฉลี่ย|รวม|ร้อยละ|เท่ากับ|คิดเป็น|อยู่ที่|จำนวน|จานวน"
NUMBER = r"\d{1,3}(?:\.\d{1,2}|,\d{2})(?!\d)"

OUT_OF_100 = (  # of a `thai.key`
    r"(?:/100(?:\.0{1,2})?(?![\d.])|[(](?:จาก|(?:จาก)?คะแนนเต็ม|เต็ม)100(?:คะแนน)?[)])?"
)
# A row of dots or lines that leads from a name to its number.
_LEADER = re.compile(
    r"(?:[.]\s?){4,}|(?:…\s?){2,}|(?:[·‥_]\s?){3,}|(?:-\s?){4,}|(?:[–—]\s?){3,}"
)
_TWO_SIGNS = re.compile(r"[.…·‥_–—-]\s?[.…·‥_–—-]")
LEADER = "…"

_JUDGES = re.compile(
    r"^[,;(–-]?(?:ซึ่ง|ถือ|(?:จัด)?อยู่ใน|(?:ต่ำ|ต่า|สูง|น้อย|มาก)กว่า|(?:ไม่)?ผ่าน|ไม่ถึง|เกิน"
    r"|เป็น|จึง|ควร|ต้อง|จาเป็น|จำเป็น|ยัง|แต่|และ|โดย|นับ|แสดง|ตามเกณฑ์|บรรลุ|ระดับ"
    r"|ประเด็น|เนื่องจาก|เพราะ|สะท้อน|ผู้(?:รับบริการ|มีส่วนได้|ตอบ)|บุคลากร|พบว่า|ทั้งนี้|ปัญหา|สาเหตุ"
    r"|ข้อ(?:บกพร่อง|ค[าำ]ถาม)|จุด(?:อ่อน|ที่)|กล่าวคือ)"
)
_ANOTHER = re.compile(
    r"\d|เพิ่มขึ้น|ลดลง|เหลือ|เดิม|(?:สูง|ดี)ขึ้นจาก|ต่[ำา]ลง|เทียบ|ต่าง|เป้า|คาด|หาก|ถ้า|จะได้|ประมาณ"
    r"|ก่อน|ที่ผ่านมา|ที่แล้ว|ถัดไป|ปีหน้า|เฉลี่ย|ประเทศ|จังหวัด|อ[ำา]เภอ|เต็ม|น้[ำา]หนัก|ถ่วง|ตนเอง|บาท|เป็นเงิน|ตามแผน"
)
_PASS_MARK = re.compile(r"(?<![\d.])85(?:\.0{1,2})?(?![\d.]*\d)")
_PHRASE = re.compile(
    r"[(]?\s?(?:ซึ่ง|ถือว่า|และ)?\s?(?:"
    r"(?:ต่า|สูง|น้อย|มาก)กว่าเกณฑ์|(?:ไม่)?ผ่านเกณฑ์|เกินเกณฑ์|ไม่ถึงเกณฑ์|(?<=[(])(?:ไม่)?ผ่าน(?=\s?[)])"
    r"|(?:จัด)?อยู่ใน(?:ระดับ|เกณฑ์)\s?(?:aa|[a-f]|ผ่านดีเยี่ยม|ผ่านดี|ผ่าน|ดีเยี่ยม|ดีมาก|ดี)(?![a-z])"
    r")(?:การประเมิน|ที่กาหนด|มาตรฐาน)?(?:\s?ร้อยละ)?(?:\s?85(?:\.0{1,2})?(?![\d.]*\d))?\s?[)]?"
)


def leaders_marked(text: str) -> str:
    """Return a text with each row of leading dots as one sign."""
    if not _TWO_SIGNS.search(text):
        return text
    return _LEADER.sub(f" {LEADER} ", text)


def ends_list(rest: str) -> bool:
    """Tell whether words behind the last score of a list begin a subject of their own.

    The total, where to ask, the pass mark: the score before them is none of these.
    """
    return bool(_next_subject().match(thai.key(rest)))


def judges(tail: str) -> bool:
    """Tell whether words behind a score (a `thai.key`) only judge it."""
    rest = _PASS_MARK.sub("", tail)
    return not rest or bool(
        _JUDGES.match(rest) and not _ANOTHER.search(rest) and not compares(rest)
    )


def says_another(words: str) -> bool:
    """Tell whether words turn to changes, aims, other years or others' scores."""
    return bool(_ANOTHER.search(_PASS_MARK.sub("", words)))


def without_phrases(words: str) -> str:
    """Return words between two scores without those that judge the first."""
    return _PHRASE.sub(" ", words)


def without_section(words: str) -> str:
    """Return words between two scores without those that begin an instrument."""
    return _section().sub(" ", words)


@cache
def _next_subject() -> re.Pattern[str]:
    words = reference.alternatives(next_subjects())
    return re.compile(
        rf"^(?:คะแนน(?!รวม|เฉลี่ย|ภาพรวม)|%)?[,;.]?(?:และ|โดย|ซึ่ง|ทั้งนี้)?(?:มี|ได้)?(?:{words})"
    )


@cache
def _section() -> re.Pattern[str]:
    names = [n for names in framework.instrument_names().values() for n in names]
    words = reference.alternatives({thai.key(name) for name in names})
    one = rf"(?:(?<![a-z])(?:iit|eit|oit)(?![a-z])|{words})"
    return re.compile(
        r"(?:(?:และ|ส่วน|สาหรับ|ใน|ของ|ด้าน)\s?){0,3}(?:(?:แบบวัด|แบบตรวจ|แบบ|เครื่องมือ)\s?)?"
        rf"{one}(?:\s?[(]?\s?{one}\s?[)]?)?\s?(?:(?:มี|จานวน)\s?){{0,2}}"
        r"(?:\d{1,2}\s?(?:ตัวชี้วัด|ด้าน)\s?)?"
        rf"(?:(?:(?:{FILLER})\s?){{0,6}}{NUMBER}\s?(?:คะแนน|%)?)?\s?"
        r"(?:ได้แก่|ประกอบด้วย|คือ|มี)?\s?:?"
    )
