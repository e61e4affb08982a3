"""Facts of the domain, read from the CSV files in `data/reference`.

Every row names its source by a key of `sources.csv`. The files belong to the
program: one that is missing or odd is a mistake of ours and raises.
"""

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "data" / "reference"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `<name>.csv` in file order; an empty cell is "".

    A missing file raises FileNotFoundError, a row with a cell too many or too
    few raises ValueError.
    """
    path = FOLDER / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file)
    for number, line in enumerate(lines, start=2):
        if len(line) != len(header):
            raise ValueError(f"{path.name} row {number}: {len(line)} cells.")
    return tuple(dict(zip(header, line, strict=True)) for line in lines)


def in_force(name: str, year: int) -> tuple[dict[str, str], ...]:
    """Return the rows of `<name>.csv` whose from_year to to_year hold `year`.

    Years are Buddhist, both ends count; an empty to_year is still in force.
    """
    return tuple(
        row
        for row in rows(name)
        if int(row["from_year"]) <= year <= int(row["to_year"] or year)
    )


def alternatives(words: Iterable[str]) -> str:
    """Return words as alternatives of a pattern; the longest first, so that it wins."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def listed(cell: str) -> tuple[str, ...]:
    """Return the parts of a cell that holds several, split at "|"."""
    return tuple(cell.split("|")) if cell else ()
