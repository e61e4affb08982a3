"""The first cells of a measure: its number, its name and the list under the name."""

import re

from itadash.extract.row_words import bare_number

BULLET = re.compile(r"^[-–•▪●]")
_NUMBER = re.compile(
    r"^(?:มาตรการที่\s*)?[(]?([0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*)(?:[.)]|(?<=[.][0-9๐-๙])\s)"
    r"[\s.:]*(?![0-9๐-๙])"
)
_NUMBERED_WORD = re.compile(r"^มาตรการที่\s*([0-9๐-๙]{1,2})\s*[.:)]?\s+")
# A list inside the cell: a dash or dot before a word, or an item numbered one.
_INNER_LIST = re.compile(
    r"\s(?:[-–•▪●]\s*(?=[ก-๙A-Za-z(])|[(]?(?:[1๑]|[0-9๐-๙]{1,2}[.][1๑])[.)]\s*(?=[ก-ฮเ-ไ]))"
)
_BARE_NUMBER = re.compile(r"^[(]?[0-9๐-๙][0-9๐-๙.,]*[)]?$")
_WHOLE_NUMBER = re.compile(r"^[(]?([0-9๐-๙]{1,3})[.)]?$")


def split_number(title: str) -> tuple[str | None, str]:
    """Part the number before a name from the name."""
    match = _NUMBERED_WORD.match(title) or _NUMBER.match(title)
    return (match[1], title[match.end() :]) if match else (None, title)


def whole_number(number: str) -> int | None:
    """Read a cell that is a number: "3", "(๓)", "มาตรการที่ 3"; None for 3.1."""
    match = _WHOLE_NUMBER.match(bare_number(number))
    return int(match[1]) if match else None


def is_bare_number(text: str) -> bool:
    """Tell whether a cell holds digits and points only, so that it names nothing."""
    return bool(_BARE_NUMBER.match(bare_number(text)))


def split_title(fragments: list[str]) -> tuple[str, str | None]:
    """Part the name of a measure from the list under it.

    A fragment behind a page break goes on with the name unless a list has begun.
    """
    title, rest = _first_paragraph(fragments[0])
    later = list(fragments[1:])
    while later and not rest and not BULLET.match(later[0]):
        more, rest = _first_paragraph(later.pop(0))
        title = f"{title} {more}"
    return title, "\n".join([*rest, *later]) or None


def _first_paragraph(cell: str) -> tuple[str, list[str]]:
    first, *others = cell.split("\n")
    match = _INNER_LIST.search(first)
    if match is None:
        return first.strip(), others
    return first[: match.start()].strip(), [first[match.start() :].strip(), *others]
