"""The two years of a report, its date and its kind.

The fiscal year of the measures stands behind the title of the measures, the assessed
year behind the words for a result; both are voted on, for a report names other years
too. The date is the one in a letter head or under an order, no date of an act.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from itadash import thai
from itadash.model import Kind

FIRST_YEAR, LAST_YEAR = 2550, 2650  # B.E.; other numbers are no years of a round
TITLE_VOTES = 3

# "2024" is C.E. and read as 2567; "พ.ศ. 2024" is a slip and no year at all.
_YEAR = (
    r"(?:พ\.?\s?ศ\.?\s*(?!19|20)|ค\.?\s?ศ\.?\s*)?"
    r"(?P<year>\d{4}|\d{2})(?!\d|[.,]\d)"
)
_FISCAL_WORDS = r"(?:(?:ประจำ|ใน|ของ)?\s*ปี\s*งบประมาณ|ปีงบฯ?|ประจำปี|ปี\s*(?=พ\.?\s?ศ))\s*"
# A bare "ปี 2567" or "พ.ศ. 2567" counts only right behind the title.
_BARE_TITLE = re.compile(
    r"มาตรการ(?:เพื่อ)?ส่งเสริมคุณธรรม(?:และความโปร่งใส)?(?:ภายในหน่วยงาน)?\s*"
    rf"(?:ปี\s*|(?=พ\.?\s?ศ|25\d\d)){_YEAR}(?!\s*[-–])"
)
# Words of a result between the title and a year make it the year of the result; the
# name of the assessment right behind the title does not ("…ความโปร่งใส (ITA)").
_OF_A_RESULT = re.compile(
    "ผล(?!การดำเนิน|การปฏิบัติ|สัมฤทธิ์|ลัพธ์)|ประเมิน(?!ความเสี่ยง)|คู่มือ|(?<![A-Za-z])ITA",
    re.IGNORECASE,
)
_NAMED_ITA = re.compile(r"^(?:ภายในหน่วยงาน)?[\s(]*ITA[\s)]*", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:มาตรการ[^\d]{0,90}?โปร่งใส[^\d]{0,160}?"
    r"|(?:เพื่อ)?ส่งเสริมคุณธรรม[^\d]{0,20}?โปร่งใส[^\d]{0,120}?)"
    rf"{_FISCAL_WORDS}{_YEAR}"
)
# The part of the year that a title may name before its year ("รอบ 6 เดือน").
_PART_OF_YEAR = re.compile(
    r"[(]?\s*(?:(?:รอบ|ระยะ)\s*)?[(]?\d{1,2}\s*เดือน(?:แรก|หลัง)?\s*[)]?"
    r"|[(]?ไตรมาส(?:ที่)?\s*\d\s*[)]?|[(]?ครั้งที่\s*\d\s*[)]?"
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
_ITA_YEAR = re.compile(
    rf"ITA[)\s]{{0,3}}(?:(?:ประจำ|ใน)?\s*ปี(?:งบประมาณ)?\s*|(?=25\d\d)){_YEAR}"
)
# A year of a comparison; it needs words of a result before it.
_YEAR_AND_SCORE = re.compile(
    rf"(?<!กว่า)(?<!จาก)ปี(?:\s*งบประมาณ)?\s*{_YEAR}\s*"
    r"(?:ได้|มี|เท่ากับ|คือ|[:=])\s*(?:คะแนน)?\s*\d{1,3}\.\d+(?!\s*(?:ล้าน|บาท|%))"
)
_OF_A_ROUND = re.compile("ITA|ผลการประเมิน|ผลคะแนน|ผลประเมิน")
_SCORE_BEHIND = re.compile(r"[^\d\n]{0,60}?\d{1,3}\.\d")
_MEASURES = re.compile("มาตรการ")
_NOT_YET = re.compile("คู่มือ|แนวทางการประเมิน|ปฏิทิน|ยกระดับ|เตรียม")

_LETTER_DATE = re.compile(r"^(?:ที่[^/]{0,30}/.{0,30}?(?<!ลง)(?<!เมื่อ))?วันที่[\s.…]*(?=\d)")
_ORDER_DATE = re.compile(r"(?:สั่ง|ประกาศ|ให้ไว้)\s*ณ\s*วันที่[\s.…]*(?=\d)")

# A law that the words before a date cite; the date is then its own.
_CITED_LAW = re.compile(
    r"(?:พระราชบัญญัติ|พระราชกฤษฎีกา|กฎกระทรวง|รัฐธรรมนูญ).{0,90}$", re.DOTALL
)
_RESULTS_TITLE = re.compile(
    r"รายงาน(?:ผล(?!การ(?:วิเคราะห์|ประเมิน)|คะแนน)|ความก้าวหน้า|การดำเนิน|การติดตาม|การกำกับ)"
    r"|สรุปผลการ(?:ดำเนิน|กำกับ|ติดตาม)|ผลการดำเนิน(?:การ|งาน)ตามมาตรการ|^(?:เรื่อง)?ผลการ(?:กำกับ|ติดตาม)"
)
# What stands before a report that is only asked for ("ให้รายงานผลการดำเนินการ").
_ASKED_FOR = re.compile("แผน|ให้|ต้อง|กำหนด|จะ|โดย")
# Who reports to whom, or how often, unless a title begins with the word for report.
_PROMISED = re.compile(r"ทุก(?:รอบ|ไตรมาส|เดือน|ปี|\s?\d)|ต่อ(?:นายก|ผู้บริหาร|คณะ|ปลัด|หัวหน้า)")
_TITLE_BEGINS = re.compile(r"(?:^|เรื่อง|แบบ)[\s:]*$")
_HALF_YEAR = (
    r"(?:รอบ|ระยะ|ช่วง)\s*(?:ที่\s*1\s*)?\(?6\s*เดือน|6\s*เดือนแรก"
    r"|(?<!ราย)(?<!ทุก)ไตรมาส(?:ที่)?\s*\(?[1-3](?!\d)"
)
_PROGRESS = re.compile(rf"{_HALF_YEAR}|ความก้าวหน้า")
_ONLY_HALF_YEAR = re.compile(rf"^[(\s]*(?:ประจำ)?(?:{_HALF_YEAR})")
# The measures' year quoted in the letter, with its half in brackets behind it.
_HALF_OF_TITLE = re.compile(
    rf"(?:มาตรการ|โปร่งใส)[^\n]{{0,80}}?\d{{4}}\s*[(]\s*(?:ประจำ)?(?:{_HALF_YEAR})"
)
_WHOLE_YEAR = re.compile(r"(?<!\d)12\s*เดือน")
_LONGEST_TITLE = 400  # characters; a longer passage is no title
_TITLE_SUBJECT = re.compile("มาตรการ|คุณธรรม|โปร่งใส")
_HEAD_PASSAGES = 8
_HEAD_LINES = 15


def fiscal_year(passages: Sequence[str]) -> int | None:
    """Return the year (B.E.) that the measures are for."""
    text = " ".join(thai.words_joined(passage) for passage in passages)
    text = _PART_OF_YEAR.sub("", text)
    votes: Counter[int] = Counter()
    for match in _TITLE.finditer(text):
        year = _year(match["year"])
        if year and not _of_a_result(match[0]):
            votes[year] += 1 if votes else TITLE_VOTES
    if not votes:
        matches = [*_SHORT_TITLE.finditer(text), *_BARE_TITLE.finditer(text)]
        named = (_year(match["year"]) for match in matches)
        votes.update(year for year in named if year)
    return _most_voted(votes)


def _of_a_result(title: str) -> bool:
    """Tell whether words of a result stand between the title and the year."""
    title = title[max(0, title.rfind("มาตรการ")) :]
    _, _, behind = title.partition("โปร่งใส")
    return bool(_OF_A_RESULT.search(_NAMED_ITA.sub("", behind)))


def assessed_year(passages: Sequence[str], fiscal: int | None) -> int | None:
    """Return the ITA round (B.E.) whose scores are shown or analysed.

    A round cannot come after the year of the measures that answer it, and of several
    it is the one before that year, unless only that year's own has a score.
    """
    text = "\n".join(thai.words_joined(passage) for passage in passages)
    votes: Counter[int] = Counter()
    scored: set[int] = set()
    for year, weight, end in _rounds_named(text):
        has_score = bool(_SCORE_BEHIND.match(text, end))
        if year == fiscal and weight == 1 and not has_score:
            continue  # the round that the measures are for
        if fiscal is None or year <= fiscal:
            votes[year] += weight
            scored |= {year} if has_score else set()
    before = fiscal - 1 if fiscal else None
    if before in votes and (before in scored or fiscal not in scored):
        return before
    if fiscal in scored:
        return fiscal
    return _most_voted(votes)


def _rounds_named(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield each naming of a round: its year, its votes, and where the year ends."""
    for pattern, weight in ((_RESULT, 2), (_YEAR_THEN_SCORE, 2), (_ITA_YEAR, 1)):
        for match in pattern.finditer(text):
            year = _year(match["year"])
            if year and not _is_of_something_else(match, text):
                yield year, weight, match.end("year")
    for match in _YEAR_AND_SCORE.finditer(text):
        year = _year(match["year"])
        if year and _OF_A_ROUND.search(text[max(0, match.start() - 100) : match.end()]):
            yield year, 1, match.end("year")


def _is_of_something_else(match: re.Match[str], text: str) -> bool:
    """Tell whether a year is one of measures, of a guide or of a round to come."""
    if match.re is _ITA_YEAR:
        around = text[max(0, match.start() - 60) : match.end()]
        return bool(_NOT_YET.search(around))
    guide = text[max(0, match.start() - 8) : match.start()].endswith("คู่มือการ")
    return guide or bool(_MEASURES.search(match["between"]))


def report_date(paragraphs: Sequence[str]) -> date | None:
    """Return the document's own date: of its letter head, else under its order."""
    for pattern in (_LETTER_DATE, _ORDER_DATE):
        for paragraph in paragraphs:
            if found := _date_behind(pattern, paragraph):
                return found
    head = (_whole_date(paragraph) for paragraph in paragraphs[:_HEAD_LINES])
    return next((found for found in head if found), None)


def kind(passages: Sequence[str], *, has_measures: bool) -> Kind:
    """Tell a plan from a report of results or of half a year; titles decide.

    A half of the year counts in a title, on a line of its own under it, and in
    brackets where the letter quotes the title.
    """
    if not has_measures:
        return "score_table"
    texts = [thai.words_joined(passage) for passage in passages]
    head = [text for at, text in enumerate(texts) if _is_title(text, at)]
    titles = [text for text in head if _announces_results(text)]
    if not titles:
        return "plan"
    if any(_WHOLE_YEAR.search(text) for text in head):
        return "results"
    half = (
        any(_PROGRESS.search(title) for title in titles)
        or any(_ONLY_HALF_YEAR.match(text) for text in head)
        or any(_HALF_OF_TITLE.search(text) for text in texts)
    )
    return "progress" if half else "results"


def _is_title(text: str, at: int) -> bool:
    short_head = at < _HEAD_PASSAGES and len(text) <= _LONGEST_TITLE
    return text.startswith("เรื่อง") or short_head


def _announces_results(text: str) -> bool:
    """Tell whether a title is one of a report of results, not of one to be written."""
    match = _RESULTS_TITLE.search(text)
    if match is None or not _TITLE_SUBJECT.search(text):
        return False
    before, behind = text[: match.start()], text[match.end() :]
    if _PROMISED.search(behind) and not _TITLE_BEGINS.search(before):
        return False
    return not _ASKED_FOR.search(before)


def _whole_date(paragraph: str) -> date | None:
    """Return the date that a line of a letter head holds and nothing else."""
    text = thai.words_joined(paragraph)
    dates = thai.find_dates(text)
    alone = len(dates) == 1 and (dates[0].start, dates[0].end) == (0, len(text))
    return _calendar_date(dates[0]) if alone else None


def _date_behind(pattern: re.Pattern[str], paragraph: str) -> date | None:
    text = thai.words_joined(paragraph)
    match = pattern.search(text)
    if match is None or _CITED_LAW.search(text[: match.start()]):
        return None
    behind = thai.find_dates(text[match.end() :])
    printed = next((d for d in behind if d.start == 0 and d.day), None)
    return _calendar_date(printed) if printed else None


def _calendar_date(printed: thai.PrintedDate) -> date | None:
    if printed.year is None or printed.day is None:
        return None
    try:
        return date(printed.year - 543, printed.month, printed.day)
    except ValueError:
        return None


def _year(digits: str) -> int | None:
    year = thai.buddhist_year(digits)
    return year if year and FIRST_YEAR <= year <= LAST_YEAR else None


def _most_voted(votes: Counter[int]) -> int | None:
    """Return the year with the most votes; the later one where two have as many."""
    return max(votes, key=lambda year: (votes[year], year)) if votes else None
