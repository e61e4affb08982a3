"""Every word of ours that a user sees, kept as data beside this file.

TOML files `th*.toml` and `en*.toml` of the same keys, one key a sentence. Nothing
here decides anything; a missing key is a mistake of ours and raises KeyError.
The language holds for one thread or task; where none is chosen it is Thai.
"""

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any, Final

LANGUAGES: Final = ("th", "en")

_chosen: ContextVar[str] = ContextVar("language", default="th")


def language() -> str:
    """Return the language that is spoken here and now: "th" or "en"."""
    return _chosen.get()


def use(chosen: str) -> None:
    """Speak a language from now on; one that is not ours raises ValueError."""
    _chosen.set(_known(chosen))


@contextmanager
def speaking(chosen: str) -> Iterator[None]:
    """Speak a language within the block; one that is not ours raises ValueError."""
    before = _chosen.set(_known(chosen))
    try:
        yield
    finally:
        _chosen.reset(before)


def text(key: str, **parameters: object) -> str:
    """Return the sentence of `key` ("page.name") with its parameters filled in."""
    return _sentences(language())[key].format(**parameters)


def has(key: str) -> bool:
    """Tell whether a sentence of this key exists."""
    return key in _sentences(language())


def retold(words: str, *beginnings: str) -> str:
    """Return words that were said in Thai, in the language spoken now.

    `beginnings` are those of the keys by which they may have been said. What was
    stored or sent as words comes back so; words of no such key stay as they are.
    """
    if language() == "th":
        return words
    for key, shape in _shapes(beginnings):
        if found := shape.fullmatch(words):
            inner = {k: retold(v, *beginnings) for k, v in found.groupdict().items()}
            return text(key, **inner)
    return words


def _known(chosen: str) -> str:
    if chosen not in LANGUAGES:
        raise ValueError(f"No sentences in {chosen!r}.")
    return chosen


@cache
def _shapes(beginnings: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the Thai sentences of some keys as patterns that give the parameters."""
    return tuple(
        (key, re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(sentence))))
        for key, sentence in _sentences("th").items()
        if key.startswith(beginnings)
    )


@cache
def _sentences(spoken: str) -> dict[str, str]:
    """All TOML files of a language, flattened to dotted keys."""
    flat: dict[str, str] = {}
    for path in sorted(Path(__file__).parent.glob(f"{spoken}*.toml")):
        flat |= _flatten(tomllib.loads(path.read_text(encoding="utf-8")))
    return flat


def _flatten(tree: dict[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in tree.items():
        if isinstance(value, dict):
            flat |= _flatten(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = str(value)
    return flat
