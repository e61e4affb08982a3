"""Forms of the texts of one report, remembered while it is read and then dropped."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, TypeVar

REMEMBERED: Final = 4096  # texts of one report in a form that code compares
LONGEST_REMEMBERED: Final = 2000  # characters; longer texts are few

Form = TypeVar("Form")
_dropping: list[Callable[[], None]] = []


def remembered(form: Callable[[str], Form]) -> Callable[[str], Form]:
    """Remember what a function makes of a text; a dozen readers ask for the same.

    What it gives is shared, so it must not be something that can be changed.
    """
    known = lru_cache(maxsize=REMEMBERED)(form)
    _dropping.append(known.cache_clear)

    @wraps(form)
    def of(text: str) -> Form:
        return known(text) if len(text) <= LONGEST_REMEMBERED else form(text)

    return of


def forget() -> None:
    """Drop all that is remembered of a report; call it before the next is read."""
    for drop in _dropping:
        drop()
