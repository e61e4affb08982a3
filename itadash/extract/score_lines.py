"""Scores in running text: an indicator and its score a line, or all in one line.

Between the name and the number only words such as "ได้คะแนน" may stand, so that a
change, a target or another year is never taken for the score.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from itadash import reference, thai
from itadash.documents.model import Paragraph
from itadash.extract.asides import without_asides
from itadash.extract.captions import LONGEST_CAPTION
from itadash.extract.numbers import YEAR
from itadash.extract.row_words import compares
from itadash.extract.score_tails import (
    FILLER,
    NUMBER,
    OUT_OF_100,
    ends_list,
    judges,
    leaders_marked,
    says_another,
    without_phrases,
    without_section,
)
from itadash.extract.vocabulary import indicator_at_start, numbers_by_name
from itadash.model import Place

MIN_IN_ONE_LINE = 3  # so many names with numbers make a line a list of scores
LONGEST_SECTION = 80  # characters of a line that names the next instrument only

_NUMBER = rf"(?P<number>{NUMBER})"
_BEHIND_NAME = re.compile(
    rf"^(?:[(](?:iit|eit|oit)[)])?(?:…(?!คะแนน))?[:=(–-]?(?:{FILLER}){{0,6}}[:=]?…?{_NUMBER}"
    rf"{OUT_OF_100}…?(?:คะแนน|%)?…?{OUT_OF_100}[)]?"
    r"(?:[(:]?(?:ระดับ|เกณฑ์)?[(:]?(?:aa|[a-f])(?![a-z])[)]{0,2})?(?P<tail>.*)$"
)
_IN_LINE = re.compile(
    rf"^\s*(?:[(]\s?(?:iit|eit|oit)\s?[)])?\s?(?:…\s?(?!คะแนน))?[:=(–-]?\s?(?:(?:{FILLER})\s?){{0,6}}[:=]?\s?(?:…\s?)?{_NUMBER}"
    r"(?P<rest>.*)$",
    re.DOTALL,
)
# What may stand between a score and the name behind it.
_GLUE = re.compile(
    r"^(?:\s|คะแนน|%|/\s?100(?![\d.])|[),;/•…–-]|และ|ตัวชี้วัด|ย่อย|ด้าน|ข้อ|ที่|[(]?\d{1,2}[.)]|(?<=ที่)\s?\d{1,2}\s)*$"
)
_AROUND_POINT = re.compile(r"\s*[.,]\s*")
_ANNOUNCES = re.compile("ผลการประเมิน|คะแนน")
_CHANGE = re.compile("เพิ่มขึ้น|ลดลง")
_TITLE = re.compile("มาตรการ|รายงาน|แผน")

Pair = tuple[int, float]


@dataclass(frozen=True)
class _Listed:
    """The scores read in a paragraph, and how many names it has."""

    pairs: list[Pair]
    names: int
    place: Place = Place(None)
    begins_as_list: bool = False


def name_and_score(text: str) -> Pair | None:
    """Read a text that is one indicator's name and its score."""
    text = leaders_marked(text)
    found = indicator_at_start(text)
    match = _BEHIND_NAME.match(found[1]) if found else None
    if found is None or match is None or not judges(match["tail"]):
        return None
    if not _is_unbroken(match["number"], text):
        return None
    return found[0], _points(match["number"])


def _points(number: str) -> float:
    return float(number.replace(",", "."))


def _is_unbroken(number: str, text: str) -> bool:
    """Tell whether no blank parts the digits of a number but beside its point.

    "66.2 5" may be 66.25, or 66.2 and a number of something else.
    """
    printed = _AROUND_POINT.sub(".", thai.arabic(thai.mend(text)))
    wanted = re.escape(number.replace(",", "."))
    return bool(re.search(rf"(?<!\d){wanted}(?!\d)", printed))


def scores_in_text(
    paragraphs: Iterable[Paragraph], assessed_year: int | None
) -> Iterator[tuple[int, float, Place]]:
    """Return indicator, score and place of all scores printed as a list.

    A list under words that announce another year, several years, a target or a
    change is left out.
    """
    meant = True
    run: list[_Listed] = []
    for paragraph in paragraphs:
        text = thai.words_joined(paragraph.text)
        one = name_and_score(paragraph.text)
        listed = _Listed([one], 1, paragraph.place) if one else _all_in_line(text)
        listed = replace(listed, place=paragraph.place)
        if not one and announces(text):
            meant = means_the_year(text, assessed_year)
        of_year = one or not YEAR.search(text) or means_the_year(text, assessed_year)
        if meant and of_year and listed.pairs:
            run.append(listed)
        elif not is_section(text):
            yield from _of_run(run)
            run = []
    yield from _of_run(run)


def _of_run(run: list[_Listed]) -> Iterator[tuple[int, float, Place]]:
    """Yield the scores of paragraphs in a row.

    Fewer than three in a paragraph count beside a list only, and if all are read.
    """
    beside = any(len(one.pairs) >= MIN_IN_ONE_LINE for one in run)
    for one in run:
        whole = beside and one.begins_as_list and len(one.pairs) == one.names
        alone = one.names == 1 or len(one.pairs) >= MIN_IN_ONE_LINE
        if alone or whole:
            for number, score in one.pairs:
                yield number, score, one.place


def is_section(text: str) -> bool:
    """Tell whether a short line names an instrument and nothing more."""
    line = text.replace("ำ", "า").lower()
    short = len(text) <= LONGEST_SECTION
    return short and bool(_GLUE.match(without_section(line)))


def means_the_year(text: str, assessed_year: int | None) -> bool:
    """Tell whether words announce scores of the year; the next is of the measures."""
    years = {int(year) for year in YEAR.findall(text)}
    if assessed_year is None:
        of_year = len(years) <= 1
    else:
        of_year = not years or assessed_year in years <= {
            assessed_year,
            assessed_year + 1,
        }
    return of_year and not _CHANGE.search(text) and not compares(without_asides(text))


def announces(text: str) -> bool:
    """Tell whether words say what the list under them holds, a bare year too."""
    short = len(text) <= LONGEST_CAPTION and not _TITLE.search(text)
    says = bool(YEAR.search(text)) or "เป้าหมาย" in text or compares(text)
    return bool(_ANNOUNCES.search(text)) or (short and says)


def _all_in_line(words: str) -> _Listed:
    """Read several indicators in one paragraph, each name with its score behind.

    Words that are neither score nor glue leave out the score before them; where they
    turn to another year, an aim or a change, all names behind them too.
    """
    line = leaders_marked(words.replace("ำ", "า").lower())
    names = list(_name_pattern().finditer(line))
    ends = [*(match.start() for match in names[1:]), len(line)][: len(names)]
    pairs: list[Pair] = []
    for match, end in zip(names, ends, strict=True):
        behind = _IN_LINE.match(line[match.end() : end])
        rest = behind["rest"] if behind else line[match.end() : end]
        others_read = len(pairs) == len(names) - 1 >= MIN_IN_ONE_LINE - 1
        last = end == len(line) and (
            judges(thai.key(rest)) or (others_read and ends_list(rest))
        )
        if behind and (last or is_glue(rest)):
            pairs.append((numbers_by_name()[match[0]], _points(behind["number"])))
        elif says_another(_without_numbering(rest)):
            break
    begins = bool(names) and is_glue(line[: names[0].start()])
    return _Listed(pairs, max(len(names), 2), begins_as_list=begins)


def names_in(line: str) -> list[tuple[int, int, int]]:
    """Return each indicator named in full, and where its name begins and ends.

    The line is in small letters without sara am, as the names are.
    """
    names = _name_pattern().finditer(line)
    return [(numbers_by_name()[m[0]], m.start(), m.end()) for m in names]


def is_glue(rest: str) -> bool:
    """Tell whether words say nothing but that another indicator follows."""
    return bool(_GLUE.match(without_section(without_phrases(rest))))


def _without_numbering(rest: str) -> str:
    return re.sub(r"\d{1,3}(?:\.\d{1,2})?(?!\d)", "", without_section(rest))


@cache
def _name_pattern() -> re.Pattern[str]:
    """Names in full; within a longer word, or in that of a form, they are none."""
    names = reference.alternatives(numbers_by_name())
    return re.compile(rf"(?<!แบบวัด)(?<!แบบตรวจ)(?:{names})")
