"""The ten scores, with the improvement text printed beside each.

An indicator is known by its name. Its score stands in the column whose header
says so, or in the only column of numbers that no header explains. Where two places
of a report give one indicator two scores, neither is taken: a wrong score is worse
than a missing one. `missing_indicator` then says what was seen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from itadash import framework
from itadash.documents.model import Document, Paragraph
from itadash.extract import numbers
from itadash.extract.asides import sums_up_to_others
from itadash.extract.contributions import MIN_CONTRIBUTIONS, are_low, columns_of_parts
from itadash.extract.grids import Grid, Line, is_empty_mark, texts_down
from itadash.extract.privacy import public
from itadash.extract.row_words import says_no_issue
from itadash.extract.score_cards import scores_on_cards
from itadash.extract.score_columns import is_column_of_scores, score_column
from itadash.extract.score_lines import name_and_score, scores_in_text
from itadash.extract.score_pieces import scores_in_pieces
from itadash.extract.score_sequences import scores_in_sequence
from itadash.extract.transposed import indicators_across, scores_across
from itadash.extract.vocabulary import bare_name, indicator_named
from itadash.model import Finding, Instrument, Place, Score


@dataclass(frozen=True)
class Reading:
    """An indicator's row as read; `value` is None where nothing certain stands.

    `expected` tells whether its table announces or holds scores at all, `parts`
    whether it held nothing but weighted parts of a total.
    """

    indicator: int
    value: float | None
    issue: str | None
    place: Place
    expected: bool = False
    parts: bool = False


def extract_scores(
    document: Document, grids: list[Grid], assessed_year: int | None
) -> tuple[list[Score], list[Finding]]:
    """Return the scores in the order of the framework and what was found amiss.

    A score outside 0 to 100 is kept as printed and reported; sums leave it out.
    """
    readings = [r for grid in grids for r in _readings(grid, assessed_year)]
    if not any(r.expected or r.value is not None for r in readings):
        readings = _in_running_text(document.paragraphs, assessed_year)
    readings += _in_pieces(document, readings, assessed_year)
    scores: list[Score] = []
    unread: dict[int, Place] = {}
    for indicator in framework.indicators():
        own = [r for r in readings if r.indicator == indicator.number]
        value = _agreed(own)
        if value is None:
            unread[indicator.number] = _unread_place(own)
        else:
            scores.append(_score(indicator, value, own))
    if _are_contributions(scores, parts_seen=any(r.parts for r in readings)):
        unread |= {score.indicator: score.place for score in scores}
        scores = []
    expected = bool(scores) or any(r.expected for r in readings)
    return scores, [*out_of_range(scores), *(missing(unread) if expected else [])]


def _are_contributions(scores: list[Score], *, parts_seen: bool) -> bool:
    """Tell whether all numbers are so low that they are weighted parts of a total.

    Two are enough beside a table of such parts.
    """
    values = {score.indicator: score.score for score in scores}
    return are_low(values, 1 if parts_seen else MIN_CONTRIBUTIONS)


def _score(
    indicator: framework.Indicator, value: float, readings: list[Reading]
) -> Score:
    first = next(r for r in readings if r.value == value)
    issue = next((r.issue for r in readings if r.issue), None)
    return Score(
        indicator.number,
        indicator.instrument,
        indicator.name,
        value,
        public(issue) if issue else None,
        first.place,
    )


def _agreed(readings: list[Reading]) -> float | None:
    values = {r.value for r in readings if r.value is not None}
    return values.pop() if len(values) == 1 else None


def _unread_place(readings: list[Reading]) -> Place:
    """Where a score should stand; the words of all places that disagree."""
    if not readings:
        return Place(None)
    words = " / ".join(dict.fromkeys(r.place.text for r in readings))
    return replace(readings[0].place, text=words)


def out_of_range(scores: list[Score]) -> list[Finding]:
    """Return a finding for each score outside 0 to 100."""
    return [
        Finding(
            "score_out_of_range",
            "error",
            (("name", score.name), ("score", score.score)),
            indicator=score.indicator,
            place=score.place,
        )
        for score in scores
        if not framework.valid(score.score)
    ]


def missing(unread: dict[int, Place]) -> list[Finding]:
    """Return a finding for each indicator without a score that is certain."""
    return [
        Finding(
            "missing_indicator",
            "warning",
            (("name", framework.indicator(number).name),),
            indicator=number,
            place=place,
        )
        for number, place in sorted(unread.items())
    ]


def _readings(grid: Grid, assessed_year: int | None) -> list[Reading]:
    found = [(line, own) for line in grid.lines if (own := _indicator(line, grid))]
    named = [(line, own) for line, own in found if not indicators_across(line)]
    if found and not named:
        return _readings_across(grid, assessed_year)
    if not named:
        return []
    lines = [line for line, _ in named]
    parts = columns_of_parts(grid, [(line, number) for line, (number, _) in named])
    column = score_column(grid, lines, assessed_year, without=parts)
    values = {number: _value(line, own, column) for line, (number, own) in named}
    if sums_up_to_others(grid.heading, values, assessed_year):
        return []
    issues = _issues(named, grid)
    width = max(len(line.row.cells) for line in lines)
    expected = grid.has("score") or any(
        is_column_of_scores(at, lines) for at in range(width)
    )
    only_parts = bool(parts) and column is None
    return [
        replace(
            _reading(line, number, own, column, issue),
            expected=expected,
            parts=only_parts,
        )
        for (line, (number, own)), issue in zip(named, issues, strict=True)
    ]


def indicator_lines(grid: Grid) -> list[Line]:
    """Return the rows that name one indicator each."""
    return [
        line
        for line in grid.lines
        if _indicator(line, grid) and not indicators_across(line)
    ]


def _readings_across(grid: Grid, assessed_year: int | None) -> list[Reading]:
    return [
        Reading(number, value, None, _place(line, text), expected=True)
        for number, value, text, line in scores_across(grid, assessed_year)
    ]


def _reading(
    line: Line, number: int, own: float | None, column: int | None, issue: str | None
) -> Reading:
    text = "" if column is None else line.row.cell(column).text
    value = _value(line, own, column)
    return Reading(number, value, issue, _place(line, text))


def _value(line: Line, own: float | None, column: int | None) -> float | None:
    return own if column is None else numbers.score(line.row.cell(column).text)


def _place(line: Line, text: str) -> Place:
    return Place(line.row.place.line, public(text or line.row.place.text))


def _indicator(line: Line, grid: Grid) -> tuple[int, float | None] | None:
    """Return the indicator a row names, and a score that stands in the same cell."""
    column = line.column("indicator")
    everywhere = range(len(line.row.cells))
    only_number = column is not None and _is_number(line.row.cell(column).text)
    for at in everywhere if column is None or only_number else (column,):
        if grid.columns.get(at) in ("title", "steps", "issue"):
            continue
        text = line.row.cell(at).text
        if (number := indicator_named(text)) is not None:
            return number, None
        if found := name_and_score(text):
            return found
    return None


def _is_number(text: str) -> bool:
    """Tell whether a cell says which indicator it is by number only: "ตัวชี้วัดที่ 1"."""
    return bool(text) and not bare_name(text)


def _issues(
    named: list[tuple[Line, tuple[int, float | None]]], grid: Grid
) -> list[str | None]:
    """Return the improvement text of each row; a merged cell counts for all its rows.

    Text files print a merged cell in its first row and leave the others blank.
    Where the table marks "nothing" with a dash or a word, a blank is always merged;
    without such marks only a text in the first row of an instrument goes down.
    Where the format itself tells merged cells, they are all that there are.
    """
    if any(line.cell("issue").merged for line in grid.lines):
        told = dict(
            zip(map(id, grid.lines), texts_down(grid.lines, "issue"), strict=True)
        )
        texts = [told[id(line)] for line, _ in named]
        return [None if text is None or _is_no_issue(text) else text for text in texts]
    marked = any(
        (text := line.cell("issue").text) and _is_no_issue(text) for line, _ in named
    )
    found: list[str | None] = []
    section: Instrument | None = None
    above: str | None = None
    for line, (number, _) in named:
        first = framework.indicator(number).instrument != section
        section = framework.indicator(number).instrument
        text = line.cell("issue").text
        if first or text:
            above = None if _is_no_issue(text) else text
            goes_down = first or marked
        found.append(None if not text and not goes_down else above)
    return found


def _is_no_issue(text: str) -> bool:
    return is_empty_mark(text) or says_no_issue(text)


def _in_pieces(
    document: Document, readings: list[Reading], assessed_year: int | None
) -> list[Reading]:
    """Return all ten where some are missing and the others are the same."""
    numbers_read = [indicator.number for indicator in framework.indicators()]
    read = {n: _agreed([r for r in readings if r.indicator == n]) for n in numbers_read}
    if None not in read.values():
        return []
    found = scores_in_pieces(document, assessed_year)
    if any(read[number] not in (None, value) for number, value, _ in found):
        return []
    return _of_text(found)


def _in_running_text(
    paragraphs: Sequence[Paragraph], assessed_year: int | None
) -> list[Reading]:
    """Scores printed as a list or as cards, not as a table."""
    found = list(scores_in_text(paragraphs, assessed_year))
    found = found or list(scores_in_sequence(paragraphs, assessed_year))
    found = found or list(scores_on_cards(paragraphs, assessed_year))
    return _of_text(found)


def _of_text(found: Iterable[tuple[int, float, Place]]) -> list[Reading]:
    return [
        Reading(number, value, None, Place(place.line, public(place.text)))
        for number, value, place in found
    ]
