"""Some rows of one column as what cells hold, and how each of them looks."""

from dataclasses import dataclass, field
from typing import Any, Final, Literal

import numpy as np
import pandas as pd
from pandas.api import types
from xlsxwriter.format import Format

from itadash import framework
from itadash.labels import text
from itadash.workbook.cells import clean, fits, mended
from itadash.workbook.styles import Styles

Kind = Literal["text", "whole", "points", "date"]

# A text that begins so is a formula for a spreadsheet, or becomes one when edited.
TRIGGERS: Final = "=+-@\t"
_TRIGGERING: Final = frozenset(TRIGGERS)
_OLDEST_DATE: Final = pd.Timestamp(1900, 3, 1)  # Excel miscounts the days before
_DAY_ZERO: Final = pd.Timestamp(1899, 12, 30)
_DAY: Final = pd.Timedelta(days=1)


@dataclass(frozen=True)
class Block:
    """Values with their formats; None is an empty cell.

    `whole` are texts that a cell can't hold, by their row in the block.
    """

    values: list[Any]
    looks: list[Format]
    whole: list[tuple[int, str]] = field(default_factory=list)


def block_of(styles: Styles, kind: Kind, values: "pd.Series[Any]") -> Block:
    """Return the cells of a column, each in the form that its kind asks for."""
    if kind == "text":
        return _texts(styles, values)
    if kind == "date":
        return _dates(styles, values)
    return _numbers(styles, kind, values)


def words_of(values: "pd.Series[Any]") -> list[str]:
    """Return a column as texts as they are; missing is the empty one, a flag a word."""
    if types.is_bool_dtype(values):
        yes, no = text("workbook.yes"), text("workbook.no")
        values = values.map({True: yes, False: no})
    if isinstance(values.dtype, pd.CategoricalDtype):
        said = [str(one) for one in values.cat.categories.tolist()]
        return [said[code] if code >= 0 else "" for code in values.cat.codes.tolist()]
    if isinstance(values.dtype, pd.StringDtype):
        return values.fillna("").tolist()
    pairs = zip(values.tolist(), values.notna().tolist(), strict=True)
    return [str(value) if is_known else "" for value, is_known in pairs]


def _texts(styles: Styles, values: "pd.Series[Any]") -> Block:
    raw = words_of(values)
    cleaned = {words: mended(words) for words in set(raw)}  # names come back often
    cut = {words for words, whole in cleaned.items() if not fits(whole)}
    whole = [(at, cleaned[words]) for at, words in enumerate(raw) if words in cut]
    cleaned |= {words: clean(words) for words in cut}
    cells = [cleaned[words] or None for words in raw]
    quoted = {words for words in cleaned.values() if words[:1] in _TRIGGERING}
    looks = [styles.text] * len(cells)
    for at, cell in enumerate(cells if quoted else ()):
        if cell in quoted:
            looks[at] = styles.quoted
    return Block(cells, looks, whole)


def _numbers(styles: Styles, kind: Kind, values: "pd.Series[Any]") -> Block:
    numbers = values.to_numpy(dtype=float, na_value=np.nan)
    looks = [styles.whole if kind == "whole" else styles.points] * len(numbers)
    if kind == "points":
        for row in _lifted(numbers):
            looks[row] = styles.exact
    known = np.isfinite(numbers).tolist()
    pairs = zip(numbers.tolist(), known, strict=True)
    return Block([number if is_known else None for number, is_known in pairs], looks)


def _lifted(numbers: "np.ndarray[Any, np.dtype[np.float64]]") -> list[int]:
    """Return the rows whose number two decimals would lift onto a bar."""
    with np.errstate(invalid="ignore"):
        rounded = np.round(numbers, 2)
        candidates = np.flatnonzero(rounded > numbers).tolist()
    return [
        row
        for row in candidates
        if framework.shown(float(numbers[row])) != f"{rounded[row]:.2f}"
    ]


def _dates(styles: Styles, values: "pd.Series[Any]") -> Block:
    """Return days as Excel counts them; those that it miscounts as texts."""
    days = {value: _day(value) for value in values.unique()}  # a year ends often
    return Block([days[value] for value in values], [styles.date] * len(values))


def _day(value: Any) -> float | str | None:  # noqa: ANN401
    if pd.isna(value):
        return None
    if value < _OLDEST_DATE:
        return str(value.date())
    return float((value - _DAY_ZERO) / _DAY)
