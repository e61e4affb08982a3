"""Every word of ours that a user sees, kept as data beside this file.

One TOML file a language, one key a sentence. Nothing here decides anything;
a missing key is a mistake of ours and raises KeyError.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGE = "th"


def text(key: str, **parameters: object) -> str:
    """Return the sentence of `key` ("page.name") with its parameters filled in."""
    return _sentences(LANGUAGE)[key].format(**parameters)


def has(key: str) -> bool:
    """Tell whether a sentence of this key exists."""
    return key in _sentences(LANGUAGE)


@cache
def _sentences(language: str) -> dict[str, str]:
    """All TOML files of a language, flattened to dotted keys."""
    flat: dict[str, str] = {}
    for path in sorted(Path(__file__).parent.glob(f"{language}*.toml")):
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
