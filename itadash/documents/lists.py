"""The numbers and marks of lists in web pages, as a browser prints them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from itadash.documents import numerals

Element = Any  # lxml has no types of its own

BULLET = "•"
_STYLES: dict[str, Callable[[int], str]] = {
    "decimal": numerals.decimal,
    "decimal-leading-zero": numerals.padded,
    "thai": numerals.thai,
    "lower-alpha": numerals.letter,
    "lower-latin": numerals.letter,
    "upper-alpha": numerals.capital,
    "upper-latin": numerals.capital,
    "lower-roman": numerals.roman,
    "upper-roman": numerals.capital_roman,
}
_TYPES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_MARKS = {"disc", "circle", "square"}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)")


@dataclass
class Counter:
    """Counts the items of one list; `style` is a name of CSS."""

    style: str
    next: int = 1
    step: int = 1

    @classmethod
    def of(cls, element: Element) -> "Counter":
        """Begin a list; one without order has a bullet."""
        if element.tag != "ol":
            return cls(_style(element) or "disc")
        step = -1 if element.get("reversed") is not None else 1
        usual = 1 if step > 0 else len(list(element.iterchildren("li")))
        return cls(
            _style(element) or "decimal", _whole(element.get("start"), usual), step
        )

    def mark(self, item: Element) -> str:
        """Return the mark of the next item, "" where it has none."""
        number = _whole(item.get("value"), self.next)
        self.next = number + self.step
        style = _style(item) or self.style
        if style in _MARKS:
            return BULLET
        make = _STYLES.get(style)
        return f"{make(number)}." if make else ""


def _style(element: Element) -> str | None:
    """Return the style that an element names itself, as CSS calls it."""
    match = _STYLE.search((element.get("style") or "").lower())
    words = match[1].split() if match else []
    named = [word for word in words if word in _STYLES or word in (*_MARKS, "none")]
    if named:
        return named[0]
    kind = element.get("type") or ""
    return _TYPES.get(kind, kind.lower() if kind.lower() in _MARKS else None)


def _whole(text: str | None, usual: int) -> int:
    match = re.match(r"\s*(-?[0-9]{1,6})\s*$", text or "")
    return int(match[1]) if match else usual
