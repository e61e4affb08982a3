"""The printed total and level of a report.

Running text (`totals`) and rows that sum up a table give candidates. Two different
totals that neither year nor level tells apart are both left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from itadash import framework, thai
from itadash.documents.model import Document
from itadash.extract import numbers
from itadash.extract.grids import Grid, Line
from itadash.extract.levels import bare_letter, letter_in, levels_apart, words_in
from itadash.extract.privacy import public
from itadash.extract.score_columns import score_column
from itadash.extract.totals import Candidate, totals_in_text, without_full_marks
from itadash.model import Agency, Place

_TOTAL_ROW = re.compile(
    "^(?:ผล)?(?:คะแนน|ค่าคะแนน)?(?:การประเมิน)?(?:รวม|เฉลี่ย|ภาพรวม)+(?:ทั้งหมด|ทั้งสิ้น)?"
    "(?:คะแนน)?(?:ita)?$|^ผลคะแนน(?:ita)?$|^ผลการประเมิน(?:ita|รวม|ภาพรวม)?$|^คะแนนita$"
)


@dataclass(frozen=True)
class Overall:
    """Total and level as printed; `letter` and `words` are the two scales."""

    total: float | None = None
    letter: str | None = None
    words: str | None = None
    place: Place = Place(None)

    @property
    def level(self) -> str | None:
        """The letter where a letter is printed, else the words."""
        return self.letter or self.words

    @property
    def level_other(self) -> str | None:
        """The words, where both scales are printed."""
        return self.words if self.letter else None


def find_overall(
    document: Document,
    grids: Sequence[Grid],
    assessed_year: int | None,
    agency: Agency,
) -> Overall:
    """Return the printed total and level of an agency in the assessed year."""
    candidates = totals_in_text(document, agency)
    lines = [(line, grid) for grid in grids for line in grid.lines]
    candidates += [c for one in lines if (c := _in_row(*one, assessed_year))]
    candidates = [c for c in candidates if c.year in (None, assessed_year)]
    chosen = _chosen(candidates)
    letter, words = levels_apart(document, [line.row for line, _ in lines])
    if chosen is None:
        return Overall(None, letter, words)
    same = [c for c in candidates if c.total == chosen.total]
    return Overall(
        chosen.total,
        next((c.letter for c in same if c.letter), letter),
        next((c.words for c in same if c.words), words),
        chosen.place,
    )


def _chosen(candidates: list[Candidate]) -> Candidate | None:
    """Return the only total, or the only one said with its year or a level."""
    dated = [c for c in candidates if c.year]
    levelled = [c for c in dated or candidates if c.letter or c.words]
    for group in (candidates, dated, levelled):
        if len({c.total for c in group}) == 1:
            return group[0]
    return None


def _in_row(line: Line, grid: Grid, year: int | None) -> Candidate | None:
    """Read a row of a table that sums up the others, in the column of the scores."""
    row = line.row
    texts = [cell.text for cell in row.cells if cell.paragraphs]
    if not texts or not _TOTAL_ROW.match(thai.key(texts[0]).rstrip(":")):
        return None
    column = score_column(grid, [line], year)
    given = texts[1:] if column is None else [row.cell(column).text]
    values = [numbers.score(without_full_marks(text)) for text in given]
    read = [value for value in values if value is not None and framework.valid(value)]
    if len(read) != 1:
        return None
    rest = " ".join(f"({thai.tidy(text)})" for text in texts[1:])
    letter = bare_letter(texts[1:]) or letter_in(rest)
    place = Place(row.place.line, public(row.place.text))
    return Candidate(read[0], letter, words_in(rest), None, place)
