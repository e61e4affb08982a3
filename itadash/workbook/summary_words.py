"""The titles of the summary's charts: sentences with numbers, made by formulas.

A chart's title that names a cell follows it, so that another target changes the
sentence too. Each carries its value, for programs that do not calculate.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd
from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from itadash.labels import text
from itadash.workbook.styles import TARGET_NAME

_HOLE: Final = "\x00"  # no label holds it


Part = tuple[str, object]  # a formula with its value


@dataclass(frozen=True)
class LiveWords:
    """A sentence with where it stands, as charts take it."""

    cell: str
    words: str


@dataclass(frozen=True)
class Counted:
    """The parts of the sentences: formulas with their values."""

    weak_means: tuple[str, int]
    means: tuple[str, int]
    weak: tuple[str, int]
    scores: tuple[str, int]
    target: float
    levels: int


def counted(
    indicators: pd.DataFrame, target: float, first: int, levels: int
) -> Counted:
    """Return what the sentences count; `first` is the line of the first indicator."""
    last = first + len(indicators) - 1
    below = int((indicators["mean"] < target).sum())
    return Counted(
        (f'COUNTIF(D{first}:D{last},"<"&{TARGET_NAME})', below),
        (f"COUNT(D{first}:D{last})", int(indicators["mean"].notna().sum())),
        (f"SUM(F{first}:F{last})", int(indicators["weak"].sum())),
        (f"SUM(C{first}:C{last})", int(indicators["n"].sum())),
        target,
        levels,
    )


def write_words(
    sheet: Worksheet, look: Format, at: tuple[int, int], what: Counted
) -> dict[str, LiveWords]:
    """Write the sentences one under the other; `at` is row and column of the first."""
    target = (TARGET_NAME, f"{what.target:g}")
    parts: dict[str, dict[str, Part]] = {
        "target": {"target": target},
        "means": {"target": target, "weak": what.weak_means, "n": what.means},
        "weak": {"target": target, "weak": what.weak, "n": what.scores},
        "levels": {"n": (str(what.levels), what.levels)},
    }
    found = {}
    for row, (key, named) in enumerate(parts.items(), at[0]):
        formula, words = _sentence(f"workbook.chart.{key}", named)
        sheet.write_formula(row, at[1], f"={formula}", look, words)
        cell = xl_rowcol_to_cell(row, at[1], row_abs=True, col_abs=True)
        found[key] = LiveWords(f"={quote_sheetname(sheet.get_name())}!{cell}", words)
    return found


def _sentence(label: str, named: Mapping[str, Part]) -> tuple[str, str]:
    """Return a sentence as a formula, and what the formula gives."""
    holes = {name: f"{_HOLE}{formula}{_HOLE}" for name, (formula, _) in named.items()}
    values = {name: str(value) for name, (_, value) in named.items()}
    return _joined(text(label, **holes)), text(label, **values)


def _joined(sentence: str) -> str:
    """Return a formula that joins words and, between holes, formulas."""
    pieces = enumerate(sentence.split(_HOLE))
    quoted = (
        f"({piece})" if at % 2 else '"' + piece.replace('"', '""') + '"'
        for at, piece in pieces
    )
    return "&".join(one for one in quoted if one != '""')
