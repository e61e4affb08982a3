"""What a report prints of others: the country's mean, a neighbour, a rehearsal.

A table or list under such a caption, and a column under such a header, is taken away
before scores are read, whatever else its columns say. A caption that names the agency
itself, or weighs its scores against others', is no such caption.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from itadash import thai
from itadash.documents.model import (
    EMPTY_CELL,
    Block,
    Document,
    Page,
    Paragraph,
    Row,
)
from itadash.extract import numbers
from itadash.extract.agency import named_own
from itadash.extract.asides import without_asides
from itadash.extract.captions import (
    adds_year,
    is_comparison,
    is_only_a_year,
    is_section,
    states_a_score,
    year_of_caption,
)
from itadash.extract.grids import Grid, Line
from itadash.extract.mentions import may_name_any, mentions_in
from itadash.extract.row_words import says
from itadash.extract.score_lines import announces
from itadash.extract.scores import indicator_lines
from itadash.extract.vocabulary import indicator_at_start, words_before_indicator
from itadash.model import Agency
from itadash.remembering import remembered

LONGEST_CAPTION = 160  # characters; a longer text is prose
_PROVINCIAL = thai.key("องค์การบริหารส่วนจังหวัด")  # a type of agency, no province

_OF_NUMBERS = (None, "score", "other")  # fields of columns that may hold scores
_LETTER = re.compile("[A-Za-zก-๎]")
_OF_SCORES = re.compile("คะแนน|ผลการประเมิน|ผลประเมิน|ตาราง|(?<![a-z])ita(?![a-z])")


def is_of_others(caption: str, agency: Agency) -> bool:
    """Tell whether words announce what is no result of the agency."""
    if len(caption) > 2 * LONGEST_CAPTION or not _may_be_of_others(caption):
        return False
    caption = without_asides(caption)
    if not caption or len(caption) > LONGEST_CAPTION or states_a_score(caption):
        return False
    words = thai.key(caption).replace(_PROVINCIAL, "")
    if says("no_result", words):
        return True
    own = named_own(caption, agency)
    if any(own) or says("against", words):
        return False
    mean = "เฉลี่ย" in words and says("group", words)
    return mean or says("others", words) or (bool(own) and _is_caption(caption))


@remembered
def _may_be_of_others(caption: str) -> bool:
    """Tell at little cost whether a text holds any word that could say so."""
    words = thai.key(caption)
    of_others = "เฉลี่ย" in words or says("others", words) or says("no_result", words)
    return of_others or may_name_any(caption)


def _is_caption(text: str) -> bool:
    """Tell a caption from a signature: it is of scores, or the agency comes first."""
    found = mentions_in(text)
    first = bool(found) and not _LETTER.search(text[: found[0].start])
    return first or bool(_OF_SCORES.search(thai.key(text)))


def own_grids(grids: Iterable[Grid], agency: Agency) -> list[Grid]:
    """Return the tables that are the agency's, without the columns of others."""
    parts = (part for grid in grids for part in _parted(grid, agency))
    own = (part for part in parts if not is_of_others(part.heading, agency))
    return [_without_others(grid, agency) for grid in own]


def _parted(grid: Grid, agency: Agency) -> Iterator[Grid]:
    """Part a table of indicators at rows that say of whom or when the next are."""
    heads = {
        at: said
        for at, line in enumerate(grid.lines)
        if (said := _said_alone(line)) and _parts_a_table(said, agency)
    }
    if not heads or not indicator_lines(grid):
        yield grid
        return
    begins = [0, *heads]
    for at, end in zip(begins, [*begins[1:], len(grid.lines)], strict=True):
        said = heads.get(at, "")
        joined = f"{grid.heading} {said}".strip()
        heading = joined if not said or adds_year(grid.heading, said) else said
        if lines := grid.lines[at:end]:
            yield replace(grid, heading=heading, lines=lines)


def _parts_a_table(text: str, agency: Agency) -> bool:
    year = is_only_a_year(text) or year_of_caption(text) is not None
    other = is_of_others(text, agency) or is_comparison(text)
    return year or other or any(named_own(text, agency))


def _said_alone(line: Line) -> str:
    """Return the words of a row that has words in its first cell only."""
    return line.row.cell(0).text if line.row.filled == (0,) else ""


def without_lists_of_others(document: Document, agency: Agency) -> Document:
    """Return a document whose running text lists no scores of others.

    The lines that announce them stay, for they part one list from the next.
    """
    pages: list[Page] = []
    of_others = False
    for page in document.pages:
        own: list[Block] = []
        for block in page.blocks:
            if isinstance(block, Paragraph):
                of_others = _is_under_others(block.text, agency, above=of_others)
            if not (of_others and isinstance(block, Paragraph) and _lists(block.text)):
                own.append(block)
        pages.append(Page(page.number, tuple(own)))
    return Document(document.name, tuple(pages))


def _is_under_others(text: str, agency: Agency, *, above: bool) -> bool:
    """Tell whether a line announces others or goes on under such a line."""
    lead = words_before_indicator(text[:LONGEST_CAPTION])
    if is_of_others(lead, agency):
        return True
    if not above or any(named_own(text[:LONGEST_CAPTION], agency)):
        return False
    begins = indicator_at_start(text) is not None or is_section(text)
    return begins or _is_points(text) or not announces(thai.words_joined(text))


def _lists(text: str) -> bool:
    """Tell whether a line holds an indicator's name or a score."""
    return words_before_indicator(text) != text or _is_points(text)


def _is_points(text: str) -> bool:
    return numbers.score(text) is not None or thai.key(text) == thai.key("คะแนน")


def _without_others(grid: Grid, agency: Agency) -> Grid:
    """Empty the columns of numbers under words that announce others.

    A table on its side loses the rows that begin with such words.
    """
    rows = indicator_lines(grid)
    if not rows:
        kept = [one for one in grid.lines if not is_of_others(_label(one), agency)]
        return replace(grid, lines=tuple(kept))
    over = grid.lines[: next(n for n, one in enumerate(grid.lines) if one is rows[0])]
    width = max(len(one.row.cells) for one in rows)
    columns = {
        at
        for at in range(width)
        if grid.columns.get(at) in _OF_NUMBERS
        and any(is_of_others(words, agency) for words in _words_over(at, grid, over))
    }
    if not columns:
        return grid
    lines = [replace(one, row=_emptied(one.row, columns)) for one in grid.lines]
    headers = {at: "" if at in columns else w for at, w in grid.headers.items()}
    return replace(grid, headers=headers, lines=tuple(lines))


def _label(line: Line) -> str:
    return line.row.cell(line.row.filled[0]).text if line.row.filled else ""


def _words_over(column: int, grid: Grid, over: Iterable[Line]) -> list[str]:
    cells = [line.row.cell(column).text for line in over]
    return [grid.headers.get(column, ""), *cells]


def _emptied(row: Row, columns: Collection[int]) -> Row:
    cells = [EMPTY_CELL if at in columns else cell for at, cell in enumerate(row.cells)]
    return replace(row, cells=tuple(cells))
