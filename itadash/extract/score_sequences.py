"""Scores listed in order without a name beside each.

"ตัวชี้วัดที่ 1 … ตัวชี้วัดที่ 10" with a number behind each, ten numbers under "ตัวชี้วัดที่ 1-10",
or names and then as many numbers "ตามลำดับ". Numbering may begin again with each
instrument, so numbers alone tell an indicator only where all ten are there in order.
"""

import re
from collections.abc import Iterator, Sequence

from itadash import framework, thai
from itadash.documents.model import Paragraph
from itadash.extract.numbers import YEAR
from itadash.extract.row_words import compares
from itadash.extract.score_lines import (
    MIN_IN_ONE_LINE,
    Pair,
    announces,
    is_glue,
    is_section,
    means_the_year,
    names_in,
)
from itadash.extract.score_tails import (
    FILLER,
    NUMBER,
    ends_list,
    judges,
    leaders_marked,
    says_another,
)
from itadash.model import Place

_VALUE = rf"(?:{NUMBER}|100(?![.,]?\d))"
_VALUES = re.compile(
    rf"{_VALUE}(?:\s?(?:คะแนน|%)?[\s,;/|•]{{0,3}}(?:และ\s?)?{_VALUE})*"
)
_ONE_VALUE = re.compile(_VALUE)
_FILLERS = re.compile(FILLER)
_COUNTED = re.compile(
    r"ตัวชี้วัด(?:ที่)?\s?(?P<no>\d{1,2})\s?[.):=–-]?\s?"
    rf"(?:(?:{FILLER})\s?){{0,6}}[:=]?\s?(?:…\s?)?(?P<number>{_VALUE})"
)
_ONE_TO_TEN = re.compile(
    r"(?:ตัวชี้วัด|ด้าน)(?:ที่)?\s?1\s?(?:[-–—]|ถึง)\s?(?:(?:ตัวชี้วัด)?ที่\s?)?10(?!\d)"
    r"(?P<between>[^\d]{0,60})"
)
_IN_ORDER = re.compile(r"^\s?(?:คะแนน|%)?\s?ตามลาดับ")
_ENDS = re.compile(r"^\s?(?:คะแนน|%)?\s?[.]?$")
_LINK = re.compile("ได้แก่|ดังนี้|ประกอบด้วย|ตามลาดับ|คือ|ของ|หน่วยงาน|แต่ละ|ราย|สรุป|[:()]")


def scores_in_sequence(
    paragraphs: Sequence[Paragraph], assessed_year: int | None
) -> Iterator[tuple[int, float, Place]]:
    """Yield indicator, score and place; counted ones may stand on lines in a row."""
    meant = True
    counted: list[tuple[int, float, Place]] = []
    for paragraph in paragraphs:
        text = thai.words_joined(paragraph.text)
        line = leaders_marked(text.replace("ำ", "า").lower())
        found = _counted(line)
        if not found and is_section(text):
            continue
        if not found:
            meant = means_the_year(text, assessed_year) if announces(text) else meant
        if not meant or (YEAR.search(text) and not means_the_year(text, assessed_year)):
            counted = []
            continue
        pairs = found or _in_order(line)
        begins = bool(found) and found[0][0] == 1
        counted = counted if found and not begins else []
        counted += [(number, score, paragraph.place) for number, score in pairs]
        if not found or len(counted) == len(framework.indicators()):
            yield from _all_ten(counted) if found else counted
            counted = []


def _all_ten(
    counted: list[tuple[int, float, Place]],
) -> list[tuple[int, float, Place]]:
    wanted = [indicator.number for indicator in framework.indicators()]
    return counted if [number for number, _, _ in counted] == wanted else []


def _counted(line: str) -> list[Pair]:
    """Read "ตัวชี้วัดที่ 1 91.23 ตัวชี้วัดที่ 2 84.17"; nothing else may stand between."""
    matches = list(_COUNTED.finditer(line))
    if not matches or not _of_itself(line[: matches[0].start()]):
        return []
    ends = [*(match.start() for match in matches[1:]), len(line)]
    rests = [line[m.end() : end] for m, end in zip(matches, ends, strict=True)]
    last = is_glue(rests[-1]) or judges(thai.key(rests[-1])) or ends_list(rests[-1])
    if not last or not all(map(is_glue, rests[:-1])):
        return []
    return [(int(match["no"]), _points(match["number"])) for match in matches]


def _in_order(line: str) -> list[Pair]:
    """Read numbers behind "ตัวชี้วัดที่ 1-10" or behind as many names."""
    if match := _ONE_TO_TEN.search(line):
        numbers = [indicator.number for indicator in framework.indicators()]
        before, between = line[: match.start()], match["between"]
        at, must_say = match.end(), False
    else:
        names = names_in(line)
        numbers = [number for number, _, _ in names]
        if len(set(numbers)) != len(names) or len(names) < MIN_IN_ONE_LINE:
            return []
        gaps = zip(names, names[1:], strict=False)
        if not all(is_glue(line[one[2] : other[1]]) for one, other in gaps):
            return []
        values = _ONE_VALUE.search(line, names[-1][2])
        at, must_say = (values.start() if values else len(line)), True
        before, between = line[: names[0][1]], line[names[-1][2] : at]
    return _paired(line, at, numbers, must_say) if _is_own(before, between) else []


def _is_own(before: str, between: str) -> bool:
    return _of_itself(before) and not _FILLERS.sub("", _LINK.sub("", between)).strip()


def _paired(line: str, at: int, numbers: list[int], must_say: bool) -> list[Pair]:
    run = _VALUES.match(line, at)
    values = _ONE_VALUE.findall(run[0]) if run else []
    if run is None or len(values) != len(numbers):
        return []
    rest = line[run.end() :]
    said = bool(_IN_ORDER.match(rest))
    if not said and (must_say or not (_ENDS.match(rest) or ends_list(rest))):
        return []
    return [(n, _points(value)) for n, value in zip(numbers, values, strict=True)]


def _of_itself(words: str) -> bool:
    """Tell whether words before a list turn to no change, aim or other's scores."""
    words = re.sub(r"\d+(?:\.\d+)?|งบประมาณ", "", YEAR.sub("", words))
    return not says_another(_FILLERS.sub("", words)) and not compares(words)


def _points(number: str) -> float:
    return float(number.replace(",", "."))
