"""What the prose says about passing 85, against the scores.

Read are three forms: "ตัวชี้วัดที่ต่ำกว่าเกณฑ์ คือ …", "แบบวัด EIT มีคะแนนผ่านเกณฑ์" and
"ทุกตัวชี้วัดผ่านเกณฑ์". Wishes, other years and other bars are no such claims.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from itadash import framework, thai
from itadash.checks.passages import Passage, Texts, quote
from itadash.checks.words import any_of, options
from itadash.model import Finding, Report

BEFORE, BEHIND = 60, 200  # characters around a verdict that hold its subject
ROUNDING = 0.005  # a mean printed as 85.00 may be 84.995

_CLAUSE = re.compile(r"[\n;]|ส่วน(?=แบบวัด|ตัวชี้วัด|เครื่องมือ)|แต่|ทั้งนี้")
_CRITERION = re.compile(
    r"^(?:[\s()\[\]:=]|ที่|กำหนด|เป้าหมาย|ขั้นต่ำ|มาตรฐาน|การประเมิน|การ|ประเมิน|ค่า|คือ|ร้อยละ|คะแนน|ตั้งแต่"
    r"|ไม่น้อยกว่า|ไว้)*+(?P<bar>\d{1,3}(?:\.\d+)?)\s*(?P<unit>คะแนน|%|เปอร์เซ็นต์|[)]|$|ขึ้นไป|[ก-ฮเ-ไ\s])"
)
_LIST = re.compile(
    r"^[^\n]{0,50}?(?:คือ|ได้แก่|ประกอบด้วย)\s*(?!\s*\d|ร้อยละ)(?P<list>[^\n]+)"
)
_LISTED_NOUN = re.compile("(?P<noun>แบบวัด|เครื่องมือ|ตัวชี้วัด)(?:ที่|ซึ่ง)[ก-๎\\s]{0,25}$")
_ALL = re.compile(
    r"(?:ทุก(?:ๆ)?|ครบทุก|ทั้ง\s*(?:10|สิบ)\s*|ทั้งหมด\s*(?:10|สิบ)?\s*)(?P<noun>ตัวชี้วัด)"
    r"|(?:ทุก(?:ๆ)?|ครบทุก|ทั้ง\s*(?:3|สาม)\s*)(?P<other>แบบวัด|เครื่องมือ)"
)


@dataclass(frozen=True)
class _Verdict:
    """A word for passing or failing, with what stands before and behind it."""

    passes: bool
    before: str
    behind: str
    words: str


Subject = str | int  # an instrument, or the number of an indicator


def claim_contradicted(texts: Texts, report: Report) -> Iterator[Finding]:
    """Yield each sentence on passing or failing that the scores contradict."""
    values = _values(report)
    if not values:
        return
    seen: set[tuple[Subject, bool]] = set()
    for passage in texts.passages:
        if "เกณฑ์" not in passage.squeezed and "85" not in passage.squeezed:
            continue
        for verdict in _verdicts(passage, report):
            wrong = [s for s in _subjects(verdict) if _is_wrong(s, verdict, values)]
            if wrong and (wrong[0], verdict.passes) not in seen:
                seen.add((wrong[0], verdict.passes))
                yield _finding(passage, verdict, wrong[0], values)


def _values(report: Report) -> dict[Subject, float]:
    scores = {score.indicator: score.score for score in report.scores}
    values: dict[Subject, float] = {
        number: score for number, score in scores.items() if framework.valid(score)
    }
    for instrument, mean in framework.instrument_means(scores).items():
        values[instrument] = float(mean)
    return values


def _verdicts(passage: Passage, report: Report) -> Iterator[_Verdict]:
    text, target = passage.joined, framework.target(report.assessed_year)
    for match in _verdict_pattern().finditer(text):
        before = _CLAUSE.split(text[max(0, match.start() - BEFORE) : match.start()])[-1]
        behind = text[match.end() : match.end() + BEHIND]
        if _says_so(before, report) and _is_about(behind, match[0], target):
            yield _Verdict(match["fails"] is None, before, behind, match[0])


def _says_so(before: str, report: Report) -> bool:
    """Tell whether a verdict is stated, of this year, and not wished or supposed."""
    years = {int(year) for year in re.findall(r"(?<!\d)25\d\d(?!\d)", before)}
    other_year = bool(years) and report.assessed_year not in years
    return not other_year and not any_of("claim_wish").search(before)


def _is_about(behind: str, words: str, target: float) -> bool:
    """Tell whether the bar is the target; one without a number is taken for it."""
    inside = re.search(r"\d+(?:\.\d+)?", words)
    if inside:
        return float(inside[0]) == target
    bar = _CRITERION.match(behind)
    if bar is None and _other_bar().match(behind):
        return False
    return bar is None or float(bar["bar"]) == target


def _subjects(verdict: _Verdict) -> list[Subject]:
    """Return what a verdict is on; only what can be told for certain."""
    if noun := _LISTED_NOUN.search(verdict.before):
        listed = _LIST.match(verdict.behind)
        if listed is None:
            return []
        words = re.split(options("claim_end"), listed["list"])[0]
        return _listed(words, indicators=noun["noun"] == "ตัวชี้วัด")
    if every := list(_ALL.finditer(verdict.before)):
        rest = verdict.before[every[-1].end() :]
        indicators = every[-1]["noun"] is not None
        return _every(indicators=indicators) if _is_filler(rest) else []
    return _named_before(verdict.before)


def _every(*, indicators: bool) -> list[Subject]:
    if indicators:
        return [indicator.number for indicator in framework.indicators()]
    return list(framework.instrument_names())


def _listed(words: str, *, indicators: bool) -> list[Subject]:
    """Return the indicators, or the instruments, that a list names."""
    found: list[Subject] = []
    rest = words
    for pattern, subject in _names(indicators=indicators):
        if pattern.search(rest):
            found.append(subject)
            rest = pattern.sub("|", rest)
    return found


def _named_before(before: str) -> list[Subject]:
    """Return the one subject that stands right before a verdict."""
    for indicators in (False, True):
        for pattern, subject in _names(indicators=indicators):
            matches = list(pattern.finditer(before))
            if matches and _is_filler(before[matches[-1].end() :]):
                return [subject]
    return []


def _is_filler(words: str) -> bool:
    return bool(_filler().fullmatch(words))


def _is_wrong(
    subject: Subject, verdict: _Verdict, values: dict[Subject, float]
) -> bool:
    value = values.get(subject)
    if value is None:
        return False
    target = framework.target(None)
    if verdict.passes:
        return value < target - ROUNDING
    return value >= target


def _finding(
    passage: Passage, verdict: _Verdict, subject: Subject, values: dict[Subject, float]
) -> Finding:
    number = subject if isinstance(subject, int) else None
    name = framework.indicator(number).name if number else f"แบบวัด {subject}"
    parameters = (("name", name), ("score", framework.shown(values[subject])))
    before = _whole_words(verdict.before)
    said = f"{before}{verdict.words}{verdict.behind[:BEFORE]}"
    place = quote(passage, said.strip())
    return Finding(
        "claim_contradicted", "warning", parameters, indicator=number, place=place
    )


def _whole_words(before: str) -> str:
    """Return words cut at their start from the first space on, if one is near."""
    cut, space, rest = before.partition(" ")
    near = len(before) == BEFORE and space and len(cut) < BEFORE // 2
    return rest if near else before


@cache
def _other_bar() -> re.Pattern[str]:
    """Words behind "the bar" that tell of another one than the target."""
    return re.compile(rf"[\s(]*(?:{options('claim_other_bar')})")


@cache
def _verdict_pattern() -> re.Pattern[str]:
    bar = r"(?:เกณฑ์|ค่าเป้าหมาย|เป้าหมาย|ร้อยละ\s*85|85)"
    under = rf"(?:{options('claim_fail')})\s*{bar}|ไม่ผ่าน\s*{bar}"
    return re.compile(
        rf"(?P<fails>{under})|(?:(?<!ไม่)ผ่าน|{options('claim_pass')})\s*{bar}"
    )


@cache
def _filler() -> re.Pattern[str]:
    """Words that may stand between a subject and what is said of it."""
    return re.compile(rf"(?:{options('claim_filler')}|[\s()=:,.\d]|IIT|EIT|OIT)*+")


@cache
def _names(*, indicators: bool) -> tuple[tuple[re.Pattern[str], Subject], ...]:
    """Patterns of all names with their subjects, the longest name first."""
    pairs: Iterable[tuple[str, Subject]]
    if indicators:
        names = framework.indicator_names().items()
        pairs = [(name, number) for number, every in names for name in every]
    else:
        tools = framework.instrument_names().items()
        pairs = [(name, tool) for tool, every in tools for name in every]
        pairs = [*pairs, *((rf"{tool}", tool) for tool, _ in tools)]
    ordered = sorted(pairs, key=lambda pair: -len(pair[0]))
    return tuple((_name(thai.mend(name)), subject) for name, subject in ordered)


def _name(name: str) -> re.Pattern[str]:
    if name.isascii():
        return re.compile(rf"(?<![A-Za-z]){name}(?![A-Za-z])")
    return re.compile(re.escape(name))
