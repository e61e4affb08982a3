"""The two years of a report, its date and its kind.

The fiscal year of the measures stands behind the title of the measures, the assessed
year behind the words for a result; both are voted on, for a report names other years
too. The date is the one in a letter head or under an order, no date of an act.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from itadash import thai
from itadash.model import Kind

FIRST_YEAR, LAST_YEAR = 2550, 2650  # B.E.; other numbers are no years of a round
TITLE_VOTES = 3

_YEAR = r"(?:พ\.?\s?ศ\.?\s*)?(\d{4}|\d{2})(?![\d.,])"
_FOUR_OR_TWO = r"(?:พ\.?\s?ศ\.?\s*)?(\d{4}|\d{2})(?![\d.,]|\s*[-–])"
_FISCAL_WORDS = r"(?:(?:ประจำ|ใน|ของ)?\s*ปี\s*งบประมาณ|ปีงบฯ?|ประจำปี)\s*"
# A bare "ปี 2567" or "พ.ศ. 2567" counts only right behind the title.
_BARE_TITLE = re.compile(
    r"มาตรการ(?:เพื่อ)?ส่งเสริมคุณธรรม(?:และความโปร่งใส)?(?:ภายในหน่วยงาน)?\s*"
    rf"(?:ปี\s*|(?=พ\.?\s?ศ)){_FOUR_OR_TWO}"
)
_OF_THE_RESULT = re.compile("(?:จาก|ตาม)(?:คู่มือ|ผล)|คู่มือการ", re.IGNORECASE)
_TITLE = re.compile(
    rf"มาตรการ[^\d]{{0,90}}?โปร่งใส[^\d]{{0,160}}?{_FISCAL_WORDS}{_YEAR}"
    rf"|(?:เพื่อ)?ส่งเสริมคุณธรรม[^\d]{{0,20}}?โปร่งใส[^\d]{{0,120}}?{_FISCAL_WORDS}{_YEAR}"
)
# A title cut short; asked only where no fuller one names a year.
_SHORT_TITLE = re.compile(rf"มาตรการ\s*{_FISCAL_WORDS}{_YEAR}")
_RESULT = re.compile(
    r"(?:ผล(?:คะแนน)?(?:การ)?ประเมิน|ผลคะแนน|วิเคราะห์ผล)(?P<between>[^\d\n]{0,160}?)"
    rf"(?:(?:ประจำ|ใน)?\s*ปี(?:\s*งบประมาณ|งบฯ)?|ปี)\s*{_YEAR}"
)
_YEAR_THEN_SCORE = re.compile(
    rf"(?<!กว่า)(?<!จาก)ปี(?:\s*งบประมาณ)?\s*{_YEAR}(?P<between>[^\d\n]{{0,90}}?)"
    r"(?:ผล(?:คะแนน)?(?:การ)?ประเมิน|ผลคะแนน|ได้คะแนน|มีคะแนน)[^\d\n]{0,60}?\d{1,3}\.\d"
)
_ITA_YEAR = re.compile(rf"ITA[)\s]{{0,3}}(?:(?:ประจำ|ใน)?\s*ปี(?:งบประมาณ)?)\s*{_YEAR}")
_MEASURES = re.compile("มาตรการ")
_NOT_YET = re.compile("คู่มือ|แนวทางการประเมิน|ปฏิทิน|ยกระดับ|เตรียม")

_LETTER_DATE = re.compile(r"^(?:ที่[^/]{0,30}/.{0,30}?(?<!ลง)(?<!เมื่อ))?วันที่[\s.…]*(?=\d)")
_ORDER_DATE = re.compile(r"(?:สั่ง|ประกาศ|ให้ไว้)\s*ณ\s*วันที่[\s.…]*(?=\d)")

_RESULTS_TITLE = re.compile(
    r"รายงาน(?:ผล(?!การ(?:วิเคราะห์|ประเมิน)|คะแนน)|ความก้าวหน้า|การดำเนิน|การติดตาม)|สรุปผลการดำเนิน"
    r"|ผลการดำเนิน(?:การ|งาน)ตามมาตรการ"
)
_PROGRESS = re.compile(r"รอบ\s*(?:ที่\s*1\s*)?\(?6\s*เดือน|6\s*เดือนแรก|ความก้าวหน้า")
# The title quoted in the letter, with its half of the year behind it.
_HALF_OF_TITLE = re.compile(r"โปร่งใส[^\n]{0,80}[(]\s*รอบ\s*[6๖]\s*เดือน")
_WHOLE_YEAR = re.compile(r"(?<!\d)12\s*เดือน")
_LONGEST_TITLE = 400  # characters; a longer passage is no title
_TITLE_SUBJECT = re.compile("มาตรการ|คุณธรรม|โปร่งใส")
_HEAD_PASSAGES = 8


def fiscal_year(passages: Sequence[str]) -> int | None:
    """Return the year (B.E.) that the measures are for."""
    text = " ".join(thai.words_joined(passage) for passage in passages)
    votes: Counter[int] = Counter()
    for match in _TITLE.finditer(text):
        year = _year(match[1] or match[2])
        if year and not _of_a_result(match[0]):
            votes[year] += 1 if votes else TITLE_VOTES
    if not votes:
        matches = [*_SHORT_TITLE.finditer(text), *_BARE_TITLE.finditer(text)]
        named = (_year(match[1]) for match in matches)
        votes.update(year for year in named if year)
    return _most_voted(votes)


def _of_a_result(title: str) -> bool:
    """Tell whether words of a result stand between the title and the year."""
    ends = title.rfind("โปร่งใส")
    behind = title[ends:]
    return bool(_OF_THE_RESULT.search(behind)) and "มาตรการ" not in behind


def assessed_year(passages: Sequence[str], fiscal: int | None) -> int | None:
    """Return the ITA round (B.E.) whose scores are shown or analysed.

    A round cannot come after the year of the measures that answer it.
    """
    text = "\n".join(thai.words_joined(passage) for passage in passages)
    votes: Counter[int] = Counter()
    results = [(m, m[2]) for m in _RESULT.finditer(text)]
    results += [(m, m[1]) for m in _YEAR_THEN_SCORE.finditer(text)]
    for match, digits in results:
        year = _year(digits)
        guide = text[max(0, match.start() - 8) : match.start()].endswith("คู่มือการ")
        if year and not guide and not _MEASURES.search(match["between"]):
            votes[year] += 2
    for match in _ITA_YEAR.finditer(text):
        year = _year(match[1])
        if year and not _NOT_YET.search(text[max(0, match.start() - 60) : match.end()]):
            votes[year] += 1
    fitting = {y: n for y, n in votes.items() if fiscal is None or y <= fiscal}
    return _most_voted(Counter(fitting))


def report_date(paragraphs: Sequence[str]) -> date | None:
    """Return the document's own date: of its letter head, else under its order."""
    for pattern in (_LETTER_DATE, _ORDER_DATE):
        for paragraph in paragraphs:
            if found := _date_behind(pattern, paragraph):
                return found
    return None


def kind(passages: Sequence[str], *, has_measures: bool) -> Kind:
    """Tell a plan from a report of results or of half a year; titles decide."""
    if not has_measures:
        return "score_table"
    head = [
        text
        for at, text in enumerate(thai.words_joined(passage) for passage in passages)
        if text.startswith("เรื่อง")
        or (at < _HEAD_PASSAGES and len(text) <= _LONGEST_TITLE)
    ]
    titles = [text for text in head if _TITLE_SUBJECT.search(text)]
    if not any(_RESULTS_TITLE.search(title) for title in titles):
        return "plan"
    if any(_WHOLE_YEAR.search(text) for text in head):
        return "results"
    joined = [thai.words_joined(text) for text in passages]
    named = [text for text in joined if _TITLE_SUBJECT.search(text)]
    half = any(_PROGRESS.search(text) for text in [*head, *named])
    return "progress" if half else "results"


def _date_behind(pattern: re.Pattern[str], paragraph: str) -> date | None:
    text = thai.words_joined(paragraph)
    match = pattern.search(text)
    if match is None:
        return None
    printed = next(
        (d for d in thai.find_dates(text[match.end() :]) if d.start == 0 and d.day),
        None,
    )
    if printed is None or printed.year is None or printed.day is None:
        return None
    return _calendar_day(printed.year, printed.month, printed.day)


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year - 543, month, day)
    except ValueError:
        return None


def _year(digits: str) -> int | None:
    year = thai.buddhist_year(digits)
    return year if year and FIRST_YEAR <= year <= LAST_YEAR else None


def _most_voted(votes: Counter[int]) -> int | None:
    """Return the year with the most votes; the later one where two have as many."""
    return max(votes, key=lambda year: (votes[year], year)) if votes else None
