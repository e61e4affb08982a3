"""The numbers of lists that Word makes itself: "๑.", "1.2", "(ก)"."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from itadash.documents import numerals
from itadash.documents.docx.package import (
    Element,
    child,
    children,
    is_on,
    value,
    whole,
)

BULLET = "•"
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": numerals.decimal,
    "decimalZero": numerals.padded,
    "thaiNumbers": numerals.thai,
    "thaiLetters": numerals.thai_letter,
    "lowerLetter": numerals.letter,
    "upperLetter": numerals.capital,
    "lowerRoman": numerals.roman,
    "upperRoman": numerals.capital_roman,
}
_DASHES = {"-", "–", "—"}
_LEVEL_NUMBER = re.compile(r"%([1-9])")
_LEVELS = 9
_LONGEST_TEXT = 60  # of a number with what stands around it; Word's box holds fewer


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None  # the level (from 1) that begins it anew; 0 for none
    arabic_only: bool = False
    style: str | None = None


NO_LEVEL = Level("none")


@dataclass(frozen=True)
class _List:
    """A list of the text: the kind it is of, and its own levels and beginnings."""

    kind: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Counts the lists of a document while it is read from the top."""

    def __init__(self, part: Element | None) -> None:
        """Read the definitions of numbering.xml, which may be missing."""
        kinds = {} if part is None else _kinds(part)
        self._lists = {} if part is None else _lists(part, kinds)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level_of_style(self, number_id: str, style: str) -> int | None:
        """Return the level that a list gives to a style of paragraphs."""
        found = self._lists.get(number_id)
        levels = found.levels if found else {}
        return next((at for at, one in levels.items() if one.style == style), None)

    def next_number(self, number_id: str, at: int) -> str:
        """Return the number of the next paragraph of a list, "" where it has none."""
        found = self._lists.get(number_id)
        if found is None or not 0 <= at < _LEVELS:
            return ""
        self._step(number_id, found, at)
        return self._printed(found, at)

    def _step(self, number_id: str, found: _List, at: int) -> None:
        counts = self._counts.setdefault(found.kind, {})
        begins = at in found.starts and (number_id, at) not in self._begun
        self._begun.add((number_id, at))
        if begins:
            counts[at] = found.starts[at]
        elif at in counts:
            counts[at] += 1
        else:
            counts[at] = found.levels.get(at, NO_LEVEL).start
        for deeper in [one for one in counts if one > at]:
            restart = found.levels.get(deeper, NO_LEVEL).restart
            if restart is None or 0 <= at < restart:
                del counts[deeper]

    def _printed(self, found: _List, at: int) -> str:
        level = found.levels.get(at, NO_LEVEL)
        if level.format == "none" and not _LEVEL_NUMBER.search(level.text):
            return level.text.strip()
        if level.format == "bullet":
            return level.text if level.text in _DASHES else BULLET
        counts = self._counts[found.kind]

        def number(match: re.Match[str]) -> str:
            one = int(match[1]) - 1
            its = found.levels.get(one, NO_LEVEL)
            make = _FORMATS.get(its.format)
            if level.arabic_only:
                make = numerals.decimal
            return make(counts.get(one, its.start)) if make else ""

        if level.format not in _FORMATS:
            return ""  # a number in words or signs is better missing than wrong
        return _LEVEL_NUMBER.sub(number, level.text).strip()


def _kinds(part: Element) -> dict[str, dict[int, Level]]:
    """Return the levels of every abstract list; one may point to another's style."""
    kinds: dict[str, dict[int, Level]] = {}
    styles: dict[str, str] = {}
    linked: dict[str, str] = {}
    for one in children(part, "abstractNum"):
        identity = value(one, "abstractNumId") or ""
        kinds[identity] = _levels(one)
        if style := value(child(one, "styleLink")):
            styles[style] = identity
        if style := value(child(one, "numStyleLink")):
            linked[identity] = style
    for identity, style in linked.items():
        kinds[identity] = kinds.get(styles.get(style, ""), kinds[identity])
    return kinds


def _lists(part: Element, kinds: dict[str, dict[int, Level]]) -> dict[str, _List]:
    found: dict[str, _List] = {}
    for one in children(part, "num"):
        kind = value(child(one, "abstractNumId")) or ""
        levels, starts = dict(kinds.get(kind, {})), {}
        for override in children(one, "lvlOverride"):
            at = whole(value(override, "ilvl"))
            levels |= _levels(override)
            if (start := child(override, "startOverride")) is not None:
                starts[at] = whole(value(start), 1)
        found[value(one, "numId") or ""] = _List(kind, levels, starts)
    return found


def _levels(parent: Element) -> dict[int, Level]:
    return {whole(value(one, "ilvl")): _level(one) for one in children(parent, "lvl")}


def _level(one: Element) -> Level:
    restart = value(child(one, "lvlRestart"))
    formats = [*children(one, "numFmt"), *_alternative_formats(one)]
    return Level(
        format=value(formats[0]) or "decimal" if formats else "decimal",
        text=(value(child(one, "lvlText")) or "")[:_LONGEST_TEXT],
        start=whole(value(child(one, "start")), 1),
        restart=None if restart is None else whole(restart),
        arabic_only=is_on(child(one, "isLgl")),
        style=value(child(one, "pStyle")),
    )


def _alternative_formats(one: Element) -> list[Element]:
    """Return the format for readers that do not know the newest ones."""
    found = child(one, "AlternateContent", "Fallback", "numFmt")
    return [] if found is None else [found]
