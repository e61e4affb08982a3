"""Rows of the database as frames whose columns are declared beforehand.

Every column is there, in its order and type, when there are no rows too. Text
that repeats is categorical, a missing number NaN, a missing year <NA>.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

import pandas as pd

Columns = dict[str, str]

ID: Final = "int64"
WHOLE: Final = "Int64"
POINTS: Final = "float64"
FLAG: Final = "bool"
TEXT: Final = "str"
REPEATED: Final = "category"
TIME: Final = "datetime64[us]"
THING: Final = "object"


def frame(rows: Sequence[Sequence[Any]], columns: Columns) -> pd.DataFrame:
    """Return rows as a frame; their values stand in the order of `columns`."""
    values = zip(*rows, strict=True) if rows else iter([()] * len(columns))
    return pd.DataFrame(
        {
            name: _column(list(column), dtype)
            for (name, dtype), column in zip(columns.items(), values, strict=True)
        }
    )


def changed(column: "pd.Series[Any]", change: Callable[[Any], str]) -> "pd.Series[Any]":
    """Return a column with every value that is there changed to a text."""
    return column.map(change, na_action="ignore").astype(TEXT)


def _column(values: list[Any], dtype: str) -> "pd.Series[Any]":
    if dtype == REPEATED:
        return pd.Series(values, dtype=TEXT).astype(REPEATED)
    typed: pd.Series[Any] = pd.Series(values, dtype=dtype)
    return typed
