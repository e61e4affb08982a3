"""The header of a table: the words over each column and the field they announce."""

import re
from collections.abc import Mapping

from itadash import thai
from itadash.documents.model import Row
from itadash.extract.calendars import MIN_PARTS, part_of_year
from itadash.extract.vocabulary import header_field, heading

CALENDAR = "calendar"
_REPEATED = ("score", CALENDAR)  # fields that may stand over several columns
_SECOND_CHOICE = {
    "title": "steps",
    "score": "score",
    "issue": "recommendation",
    CALENDAR: CALENDAR,
}
_MEASURES = ("title", "name", "steps", "responsible", "period")
_DONE = ("result", "outcome", "follow_up")
_SUBJECTS = ("title", "indicator", "issue", "person")
# Without a subject "ผลลัพธ์" may stand over anything, scores too.
_OF_ANY_TABLE = ("no", "other", "score", "instrument", CALENDAR)
_QUARTERS = ["1", "2", "3", "4"]
_PERCENT = re.compile("ร้อยละ|%|เปอร์เซ็น|เปอร์เซนต์")
_POINTS = re.compile("คะแนน|ผล|ประเมิน")
_YEAR = re.compile(r"^(?:ปี)?(?:งบประมาณ)?(?:พ\.?ศ\.?)?25\d\d$")


def header_words(header: Row | None) -> dict[int, str]:
    """Return the words over each column."""
    if header is None:
        return {}
    return {at: cell.text.replace("\n", " ") for at, cell in enumerate(header.cells)}


def fields_of(words: Mapping[int, str]) -> dict[int, str]:
    """Give each column its field; a second column of one kind gets its next best.

    "ชื่อมาตรการ" is the title for certain, so "มาตรการ" beside it holds the number.
    """
    named = {at: _field(text) for at, text in words.items()}
    fields = _of_indicators(_without_shares(named, words), words)
    if list(fields.values()).count(CALENDAR) < MIN_PARTS:  # one month is content
        fields = {at: name for at, name in fields.items() if name != CALENDAR}
    if "name" in fields.values():
        names = {"title": "no", "name": "title"}
        fields = {at: names.get(name or "", name) for at, name in fields.items()}
    columns: dict[int, str] = {}
    for at, name in fields.items():
        if name in columns.values():
            name = _SECOND_CHOICE.get(name or "", "other")
            if name not in _REPEATED and name in columns.values():
                name = "other"
        if name is not None:
            columns[at] = name
    if set(columns.values()).isdisjoint(_SUBJECTS):
        return {at: name for at, name in columns.items() if name in _OF_ANY_TABLE}
    return columns


def _without_shares(
    fields: dict[int, str | None], words: Mapping[int, str]
) -> dict[int, str | None]:
    """Tell percents of people who answered, beside how many they are, from scores."""
    found = {at: None if name == "count" else name for at, name in fields.items()}
    if "count" not in fields.values():
        return found
    return {
        at: "other" if name in (None, "score") and _is_share(words[at]) else name
        for at, name in found.items()
    }


def _is_share(header: str) -> bool:
    return bool(_PERCENT.search(header)) and not _POINTS.search(header)


def _of_indicators(
    fields: dict[int, str | None], words: Mapping[int, str]
) -> dict[int, str | None]:
    """Tell the names of indicators from their numbers, and both from topics.

    "ตัวชี้วัดที่" holds the number where names stand beside it, else the name as well. A
    topic is the indicator's name only where scores stand beside and no indicator.
    """
    there = set(fields.values())
    alone = there.isdisjoint({"indicator", "indicator_name", *_MEASURES})
    topical = "topic" in there and "score" in there and alone
    names = {"indicator_name": "indicator"}
    if "indicator_name" in there or topical:
        names |= {"indicator": "other", "indicator_no": "no"}
    names |= {"indicator_no": "no" if "indicator" in there else "indicator"} | names
    if topical:
        names["topic"] = "indicator"
    found = {at: names.get(name or "", name) for at, name in fields.items()}
    return {
        at: header_field(words[at]) if name == "topic" else name
        for at, name in found.items()
    }


def _field(text: str) -> str | None:
    return CALENDAR if part_of_year(text) else heading(text)


def words_below(words: Mapping[int, str], row: Row) -> dict[int, str]:
    """Return the words of a second header row; none where a row is content.

    Months, quarters and the fields under a heading that spans them stand by
    themselves; years, and the numbers of quarters, go on with what spans them.
    """
    below = {at: row.cell(at).text.replace("\n", " ") for at in row.filled}
    if len(below) < MIN_PARTS:
        return {}
    above = _spanning(words, min(below))
    months = all(part_of_year(text) for text in below.values())
    if months and header_field(above) in _DONE:  # what was done, not what is planned
        return {at: f"{above} {text}" for at, text in below.items()}
    if months or _is_spanned(words, below):
        return below
    printed = [thai.key(text) for text in below.values()]
    if "ไตรมาส" in above and printed == _QUARTERS:
        return {at: f"ไตรมาส {text}" for at, text in below.items()}
    if all(map(_YEAR.match, printed)):
        return {at: f"{_spanning(words, at)} {text}" for at, text in below.items()}
    return {}


def _is_spanned(words: Mapping[int, str], below: Mapping[int, str]) -> bool:
    """Tell whether fields stand under blanks, and under the word that spans them."""
    blank = [at for at in below if not words.get(at)]
    spanning = [at for at in below if words.get(at)]
    return (
        bool(blank)
        and all(header_field(text) for text in below.values())
        and all(at + 1 in blank for at in spanning)
    )


def words_of_both(above: Mapping[int, str], words: Mapping[int, str]) -> dict[int, str]:
    """Return a header's words; its blanks go on with the header right above it."""
    return {at: text or above.get(at, "") for at, text in words.items()}


def _spanning(words: Mapping[int, str], column: int) -> str:
    left = [words[at] for at in range(column, -1, -1) if words.get(at)]
    return left[0] if left else ""
