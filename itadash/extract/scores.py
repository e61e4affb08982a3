"""The ten scores, with the improvement text printed beside each.

An indicator is known by its name. Its score stands in the column whose header
says so, or in the only column of numbers that no header explains. Where two places
of a report give one indicator two scores, neither is taken: a wrong score is worse
than a missing one. `missing_indicator` then says what was seen.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from itadash import framework
from itadash.documents.model import Document, Paragraph
from itadash.extract import numbers
from itadash.extract.grids import Grid, Line, is_empty_mark
from itadash.extract.privacy import public
from itadash.extract.score_columns import is_column_of_scores, score_column
from itadash.extract.vocabulary import indicator_at_start, indicator_named
from itadash.model import Finding, Instrument, Place, Score

MIN_CONTRIBUTIONS = 3  # so many scores must all be parts to be taken for parts

_IN_NAME_CELL = re.compile(r"^[:=(]?(?:ได้|คะแนน|ร้อยละ)?([\d.,]+)(?:คะแนน|%)?[)]?$")


@dataclass(frozen=True)
class Reading:
    """An indicator's row as read; `value` is None where nothing certain stands.

    `expected` tells whether its table announces or holds scores at all.
    """

    indicator: int
    value: float | None
    issue: str | None
    place: Place
    expected: bool = False


def extract_scores(
    document: Document, grids: list[Grid], assessed_year: int | None
) -> tuple[list[Score], list[Finding]]:
    """Return the scores in the order of the framework and what was found amiss.

    A score outside 0 to 100 is kept as printed and reported; sums leave it out.
    """
    readings = [r for grid in grids for r in _readings(grid, assessed_year)]
    readings = readings or _in_running_text(document.paragraphs)
    scores: list[Score] = []
    unread: dict[int, Place] = {}
    for indicator in framework.indicators():
        own = [r for r in readings if r.indicator == indicator.number]
        value = _agreed(own)
        if value is None:
            unread[indicator.number] = _unread_place(own)
        else:
            scores.append(_score(indicator, value, own))
    if are_contributions({score.indicator: score.score for score in scores}):
        unread |= {score.indicator: score.place for score in scores}
        scores = []
    expected = bool(scores) or any(r.expected for r in readings)
    return scores, [*out_of_range(scores), *(missing(unread) if expected else [])]


def are_contributions(scores: Mapping[int, float]) -> bool:
    """Tell whether all numbers are so low that they are weighted parts of a total."""
    return len(scores) >= MIN_CONTRIBUTIONS and all(
        0 < value <= _most_it_can_add(number) for number, value in scores.items()
    )


def _most_it_can_add(indicator: int) -> float:
    """Return the points of the total that an indicator of 100 points gives."""
    return float(100 * (framework.point_worth(indicator, None) or 0))


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
    named = [(line, found) for line in grid.lines if (found := _indicator(line, grid))]
    if not named:
        return []
    column = score_column(grid, [line for line, _ in named], assessed_year)
    issues = _issues(grid, named)
    lines = [line for line, _ in named]
    width = max(len(line.row.cells) for line in lines)
    expected = grid.has("score") or any(
        is_column_of_scores(at, lines) for at in range(width)
    )
    return [
        replace(_reading(line, number, own, column, issue), expected=expected)
        for (line, (number, own)), issue in zip(named, issues, strict=True)
    ]


def _reading(
    line: Line, number: int, own: float | None, column: int | None, issue: str | None
) -> Reading:
    text = "" if column is None else line.row.cell(column).text
    value = numbers.score(text) if column is not None else own
    place = Place(line.row.place.line, public(text or line.row.place.text))
    return Reading(number, value, issue, place)


def _indicator(line: Line, grid: Grid) -> tuple[int, float | None] | None:
    """Return the indicator a row names, and a score that stands in the same cell."""
    column = line.column("indicator")
    columns = range(len(line.row.cells)) if column is None else (column,)
    for at in columns:
        if grid.columns.get(at) in ("title", "steps", "issue"):
            continue
        text = line.row.cell(at).text
        if (number := indicator_named(text)) is not None:
            return number, None
        if found := _name_and_score(text):
            return found
    return None


def _name_and_score(text: str) -> tuple[int, float] | None:
    found = indicator_at_start(text)
    if found is None:
        return None
    match = _IN_NAME_CELL.match(found[1])
    value = numbers.score(match[1]) if match and "." in match[1] else None
    return None if value is None else (found[0], value)


def _issues(
    grid: Grid, named: list[tuple[Line, tuple[int, float | None]]]
) -> list[str | None]:
    """Return the improvement text of each row; a merged cell counts for all its rows.

    Text files print a merged cell in its first row and leave the others blank.
    Where the table marks "nothing" with a dash, a blank is always merged; without
    such marks only a text in the first row of an instrument is taken to go down.
    """
    dashes = any(
        (text := line.cell("issue").text) and is_empty_mark(text) for line, _ in named
    )
    found: list[str | None] = []
    section: Instrument | None = None
    above: str | None = None
    for line, (number, _) in named:
        first = framework.indicator(number).instrument != section
        section = framework.indicator(number).instrument
        text = line.cell("issue").text
        if first or text:
            above = None if is_empty_mark(text) else text
            goes_down = first or dashes
        found.append(None if not text and not goes_down else above)
    return found


def _in_running_text(paragraphs: Iterable[Paragraph]) -> list[Reading]:
    """Scores printed as a list, one indicator and its score a line."""
    found: list[Reading] = []
    for paragraph in paragraphs:
        if pair := _name_and_score(paragraph.text):
            found.append(Reading(pair[0], pair[1], None, paragraph.place))
    return found
