"""The column types of the store, and what becomes of text no database takes.

NUL (PostgreSQL refuses it, SQLite's functions stop at it) and lone surrogates
(no UTF-8) are stored as U+FFFD, the sign for "something unreadable stood here".
The file itself is kept byte for byte, so nothing is lost by it.
"""

import json
import re
from math import isnan
from typing import Any

from sqlalchemy import Text, TypeDecorator
from sqlalchemy.engine import Dialect

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(words: str) -> str:
    """Return the words with NUL and lone surrogates replaced by U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", words)


class Words(TypeDecorator[str]):
    """Text of a report, made storable on the way in."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Replace what the database can't take."""
        return None if value is None else storable(value)


class Json(TypeDecorator[Any]):
    """A small value (list, text or number) as JSON text; None stays NULL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ANN401
        """Write Thai as Thai, so that the column can be read by eye."""
        if value is None:
            return None
        return json.dumps(storable_in(value), ensure_ascii=False)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ANN401
        """Return what was stored, tuples as lists."""
        return None if value is None else json.loads(value)


def storable_in(value: Any) -> Any:  # noqa: ANN401
    """Return a nested value as the store gives it back: no NaN, lists for tuples."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {key: storable_in(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [storable_in(item) for item in value]
    return None if isinstance(value, float) and isnan(value) else value
