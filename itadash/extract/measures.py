"""Measures: the rows of the measures tables, joined where a page break cut them."""

import re
from dataclasses import replace

from itadash.extract import numbers, periods
from itadash.extract.calendars import period_column, ticked
from itadash.extract.copies import without_copies
from itadash.extract.drafts import (
    MERGED_FIELDS,
    Draft,
    number_of,
    spread_merged_cells,
    title_of,
)
from itadash.extract.grids import Grid, Line, is_empty_mark, is_page_mark, texts_down
from itadash.extract.headers import CALENDAR
from itadash.extract.privacy import is_private_row, public
from itadash.extract.row_words import is_note, is_total
from itadash.extract.titles import (
    BULLET,
    is_bare_number,
    split_number,
    split_title,
    whole_number,
)
from itadash.extract.units import units
from itadash.extract.vocabulary import indicator_named, instruments_named
from itadash.model import MEASURE_TEXTS, Finding, Instrument, Measure, Place

_COLUMN_LETTER = re.compile(r"^[(][ก-ฮ][)]$")  # "(ก)", "(ข)" under the header


def extract_measures(
    grids: list[Grid], fiscal_year: int | None
) -> tuple[list[Measure], list[Finding]]:
    """Return the measures of all measures tables, each once, and what was found.

    A measure that is printed twice counts once; `duplicate_measures` says so.
    """
    drafts: list[Draft] = []
    for grid in grids:
        if is_measures_table(grid):
            _read(_with_period_of_year(grid, fiscal_year), drafts)
    spread_merged_cells(drafts)
    measures = [_measure(draft, fiscal_year) for draft in drafts if draft.title]
    return without_copies([measure for measure in measures if measure.title])


def is_measures_table(grid: Grid) -> bool:
    """Tell whether a grid lists measures: what to do, and at least one how or who."""
    how_or_who = {*MEASURE_TEXTS, CALENDAR} - {"recommendation"}
    return grid.has("title") and bool(how_or_who & set(grid.columns.values()))


def _with_period_of_year(grid: Grid, fiscal_year: int | None) -> Grid:
    """Return the grid with the column of this year's period as its only one."""
    at = period_column(grid.headers, fiscal_year)
    if not grid.has("period") or (at is not None and grid.columns[at] == "period"):
        return grid
    columns = {n: "other" if f == "period" else f for n, f in grid.columns.items()}
    columns |= {} if at is None else {at: "period"}
    lines = tuple(replace(line, columns=columns) for line in grid.lines)
    return replace(grid, columns=columns, lines=lines)


def _read(grid: Grid, drafts: list[Draft]) -> None:
    last = drafts[-1] if drafts else None
    group = last.group if last and grid.goes_on else None
    part = _next_part(last, goes_on=grid.goes_on)
    instrument = grid.instrument
    names = grid.columns.items()
    months = {at: grid.headers[at] for at, name in names if name == CALENDAR}
    before = len(drafts)
    merged = {name: texts_down(grid.lines, name) for name in MERGED_FIELDS}
    for at, line in enumerate(grid.lines):
        if _says_no_measure(line):
            continue
        if _is_group(line, grid, drafts):
            group = public(line.row.cell(line.row.filled[0]).text.replace("\n", " "))
            instrument = _only(instruments_named(group)) or instrument
        elif _continues(line, drafts, fresh=before == len(drafts)):
            drafts[-1].add(line)
        elif not is_empty_mark(title_of(line)) or whole_number(number_of(line)):
            group = _group_of(line, group)
            draft = _new_draft(line, group, instrument, part)
            draft.months = months
            draft.add(line)
            for name in MERGED_FIELDS:
                draft.inherit(name, merged[name][at])
            drafts.append(draft)


def _says_no_measure(line: Line) -> bool:
    """Tell whether a row is blank, of persons, of numbers only, a total or a note."""
    texts = [line.row.cell(at).text for at in line.row.filled]
    if all(is_bare_number(text) for text in texts) or is_private_row(texts):
        return True
    if len(texts) == 1 and is_page_mark(texts[0]):
        return True
    if all(map(_COLUMN_LETTER.match, texts)) or _holds_a_score(line, texts):
        return True
    leading = (texts[0], line.cell("no").text, line.cell("title").text)
    at_the_left = line.row.filled[0] in (0, line.column("no"), line.column("title"))
    return any(map(is_total, leading)) or (at_the_left and is_note(texts[0]))


def _holds_a_score(line: Line, texts: list[str]) -> bool:
    """Tell whether a row is of a score table: an indicator's name and its score."""
    named = indicator_named(line.cell("title").text) is not None
    return named and any(map(numbers.looks_like_score, texts))


def _next_part(last: Draft | None, *, goes_on: bool) -> tuple[int, int]:
    """Count tables, and the parts of one that goes on behind a page break."""
    if last is None:
        return 0, 0
    return (last.table, last.part + 1) if goes_on else (last.table + 1, 0)


def _new_draft(
    line: Line,
    group: str | None,
    instrument: Instrument | None,
    at: tuple[int, int],
) -> Draft:
    place = Place(line.row.place.line, public(line.row.place.text))
    return Draft(number_of(line), group, instrument, place, *at)


def _group_of(line: Line, group: str | None) -> str | None:
    """Return the group; a column that names the indicator stands for a heading row.

    A blank there is a merged cell: the indicator above goes on.
    """
    named = line.text("indicator")
    return public(named.replace("\n", " ")) if named else group


def _only(named: set[Instrument]) -> Instrument | None:
    return next(iter(named)) if len(named) == 1 else None


def _is_group(line: Line, grid: Grid, drafts: list[Draft]) -> bool:
    """Tell whether a row has words at its left end or in the title column only.

    A list mark there means the cell above goes on; so does a row without a number
    right after a page break, where the table has no headings at all.
    """
    filled = line.row.filled
    if len(filled) > 2 and len({line.row.cell(at).text for at in filled}) == 1:
        return True  # a merged cell that its format repeats in every column
    if len(filled) != 1 or filled[0] not in (0, line.column("title")):
        return False
    text = line.row.cell(filled[0]).text
    if BULLET.match(text) or is_bare_number(text):
        return False
    cut = line.after_break and bool(drafts) and grid.goes_on
    return not cut or drafts[-1].group is not None or bool(instruments_named(text))


def _continues(line: Line, drafts: list[Draft], *, fresh: bool) -> bool:
    """Tell whether a row goes on with the measure above.

    It does when its leading cells are empty or begin with a list mark, or when it
    has neither the number that its neighbours have nor anyone responsible nor a
    period of its own.
    """
    if not drafts:
        return False
    title, number = title_of(line), number_of(line)
    if drafts[-1].is_named_again(title):
        return number in ("", drafts[-1].number)
    if is_empty_mark(number) and (is_empty_mark(title) or BULLET.match(title)):
        return True
    above = drafts[-1].title
    numbered = bool(above and (split_number(above[0])[0] or drafts[-1].number))
    has_number = bool(split_number(title)[0]) or not is_empty_mark(number)
    has_own = line.text("responsible") or line.text("period")
    return numbered and not has_number and not has_own and line.after_break and fresh


def _measure(draft: Draft, fiscal_year: int | None) -> Measure:
    in_title, words = split_number(draft.title[0])
    title, description = split_title([words, *draft.title[1:]])
    texts = {name: public("\n".join(parts)) for name, parts in draft.texts.items()}
    period = texts.get("period")
    start, end = periods.bounds(period, fiscal_year)
    if not period:
        period, (start, end) = ticked(draft.months, draft.ticks, fiscal_year)
    return Measure(
        no=whole_number(draft.number) or whole_number(in_title or ""),
        title=public(title),
        description=public(description) if description else None,
        instrument=draft.instrument,
        group=draft.group,
        units=units(texts.get("responsible")),
        period_start=start,
        period_end=end,
        place=draft.place,
        steps=texts.get("steps"),
        responsible=texts.get("responsible"),
        period=period,
        result=texts.get("result"),
        outcome=texts.get("outcome"),
        follow_up=texts.get("follow_up"),
        recommendation=texts.get("recommendation"),
    )
