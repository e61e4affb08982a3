"""Measures: the rows of the measures tables, joined where a page break cut them."""

import re
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from itadash import thai
from itadash.extract import periods
from itadash.extract.copies import TEXT_FIELDS, differences
from itadash.extract.grids import Grid, Line, is_empty_mark
from itadash.extract.privacy import is_private_row, public
from itadash.extract.units import units
from itadash.extract.vocabulary import instruments_named
from itadash.model import Finding, Instrument, Measure, Place

MIN_COPY_LIKENESS = 90  # of 100: two prints of one measure differ by scanning slips

_GLANCED_LETTERS = 4  # without marks, which scans lose first
_DIGITS = re.compile(r"\d+")
_BULLET = re.compile(r"^[-–•▪●]")
_NUMBER = re.compile(
    r"^(?:มาตรการที่\s*)?[(]?([0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*)(?:[.)]|(?<=[.][0-9๐-๙])\s)"
    r"[\s.:]*(?![0-9๐-๙])"
)
_NUMBERED_WORD = re.compile(r"^มาตรการที่\s*([0-9๐-๙]{1,2})\s*[.:)]?\s+")
# A list inside the cell: a dash or dot before a word, or an item numbered one.
_INNER_LIST = re.compile(
    r"\s(?:[-–•▪●]\s*(?=[ก-๙A-Za-z(])|[(]?(?:[1๑]|[0-9๐-๙]{1,2}[.][1๑])[.)]\s*(?=[ก-ฮเ-ไ]))"
)
_WHOLE_NUMBER = re.compile(r"^[(]?([0-9๐-๙]{1,3})[.)]?$")


@dataclass
class _Draft:
    """A measure while its rows are being joined."""

    number: str
    group: str | None
    instrument: Instrument | None
    place: Place
    title: list[str] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)

    def add(self, line: Line) -> None:
        self.title += [] if is_empty_mark(_title(line)) else [_title(line)]
        for name in TEXT_FIELDS:
            if text := line.text(name):
                self.texts.setdefault(name, []).append(text)


def extract_measures(
    grids: list[Grid], fiscal_year: int | None
) -> tuple[list[Measure], list[Finding]]:
    """Return the measures of all measures tables, each once, and what was found.

    A measure that is printed twice counts once; `duplicate_measures` says so.
    """
    drafts: list[_Draft] = []
    for grid in grids:
        if is_measures_table(grid):
            _read(grid, drafts)
    measures = [_measure(draft, fiscal_year) for draft in drafts if draft.title]
    return _without_copies([measure for measure in measures if measure.title])


def is_measures_table(grid: Grid) -> bool:
    """Tell whether a grid lists measures: what to do, and at least one how or who."""
    return grid.has("title") and bool(
        set(TEXT_FIELDS) & set(grid.columns.values()) - {"recommendation"}
    )


def _read(grid: Grid, drafts: list[_Draft]) -> None:
    group = drafts[-1].group if drafts and grid.goes_on else None
    instrument = grid.instrument
    before = len(drafts)
    for line in grid.lines:
        if _says_no_measure(line):
            continue
        if _is_group(line, grid, drafts):
            group = public(line.row.cell(line.row.filled[0]).text.replace("\n", " "))
            instrument = _only(instruments_named(group)) or instrument
        elif _continues(line, drafts, fresh=before == len(drafts)):
            drafts[-1].add(line)
        elif not is_empty_mark(_title(line)):
            group = _group_of(line, group)
            drafts.append(_new_draft(line, group, instrument))


def _says_no_measure(line: Line) -> bool:
    """Tell whether a row is blank, of persons, or numbers its columns: "(1)", "(2)"."""
    texts = [line.row.cell(at).text for at in line.row.filled]
    numbers_only = len(texts) > 1 and all(_WHOLE_NUMBER.match(text) for text in texts)
    return not texts or numbers_only or is_private_row(texts)


def _new_draft(line: Line, group: str | None, instrument: Instrument | None) -> _Draft:
    place = Place(line.row.place.line, public(line.row.place.text))
    draft = _Draft(line.cell("no").text, group, instrument, place)
    draft.add(line)
    return draft


def _group_of(line: Line, group: str | None) -> str | None:
    """Return the group; a column that names the indicator stands for a heading row.

    A blank there is a merged cell: the indicator above goes on.
    """
    named = line.text("indicator")
    return public(named.replace("\n", " ")) if named else group


def _only(named: set[Instrument]) -> Instrument | None:
    return next(iter(named)) if len(named) == 1 else None


def _title(line: Line) -> str:
    return line.cell("title").text


def _is_group(line: Line, grid: Grid, drafts: list[_Draft]) -> bool:
    """Tell whether a row has words at its left end or in the title column only.

    A list mark there means the cell above goes on; so does a row without a number
    right after a page break, where the table has no headings at all.
    """
    filled = line.row.filled
    if len(filled) != 1 or filled[0] not in (0, line.column("title")):
        return False
    text = line.row.cell(filled[0]).text
    if _BULLET.match(text) or _WHOLE_NUMBER.match(text):
        return False
    cut = line.after_break and bool(drafts) and grid.goes_on
    return not cut or drafts[-1].group is not None or bool(instruments_named(text))


def _continues(line: Line, drafts: list[_Draft], *, fresh: bool) -> bool:
    """Tell whether a row goes on with the measure above.

    It does when its leading cells are empty or begin with a list mark, or when it
    has neither the number that its neighbours have nor anyone responsible nor a
    period of its own.
    """
    if not drafts:
        return False
    title, number = _title(line), line.cell("no").text
    if is_empty_mark(number) and (is_empty_mark(title) or _BULLET.match(title)):
        return True
    numbered = bool(_split_number(drafts[-1].title[0])[0] or drafts[-1].number)
    has_number = bool(_split_number(title)[0]) or not is_empty_mark(number)
    has_own = line.text("responsible") or line.text("period")
    return numbered and not has_number and not has_own and line.after_break and fresh


def _measure(draft: _Draft, fiscal_year: int | None) -> Measure:
    in_title, words = _split_number(draft.title[0])
    title, description = _split_title([words, *draft.title[1:]])
    texts = {name: public("\n".join(parts)) for name, parts in draft.texts.items()}
    start, end = periods.bounds(texts.get("period"), fiscal_year)
    return Measure(
        no=_whole(draft.number) or _whole(in_title or ""),
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
        period=texts.get("period"),
        result=texts.get("result"),
        outcome=texts.get("outcome"),
        follow_up=texts.get("follow_up"),
        recommendation=texts.get("recommendation"),
    )


def _split_number(title: str) -> tuple[str | None, str]:
    match = _NUMBERED_WORD.match(title) or _NUMBER.match(title)
    return (match[1], title[match.end() :]) if match else (None, title)


def _whole(number: str) -> int | None:
    match = _WHOLE_NUMBER.match(number.strip())
    return int(match[1]) if match else None


def _split_title(fragments: list[str]) -> tuple[str, str | None]:
    """Part the name of a measure from the list under it.

    A fragment behind a page break goes on with the name unless a list has begun.
    """
    title, rest = _first_paragraph(fragments[0])
    later = list(fragments[1:])
    while later and not rest and not _BULLET.match(later[0]):
        more, rest = _first_paragraph(later.pop(0))
        title = f"{title} {more}"
    return title, "\n".join([*rest, *later]) or None


def _first_paragraph(cell: str) -> tuple[str, list[str]]:
    first, *others = cell.split("\n")
    match = _INNER_LIST.search(first)
    if match is None:
        return first.strip(), others
    return first[: match.start()].strip(), [first[match.start() :].strip(), *others]


def _without_copies(measures: list[Measure]) -> tuple[list[Measure], list[Finding]]:
    """Part first prints from copies; only measures alike at a glance are compared."""
    kept: list[Measure] = []
    copies: list[tuple[int, Measure]] = []
    alike_at_a_glance: dict[tuple[object, ...], list[int]] = {}
    for measure in measures:
        seen = alike_at_a_glance.setdefault(_glance(measure), [])
        original = next((at for at in seen if _is_copy(measure, kept[at])), None)
        if original is None:
            seen.append(len(kept))
            kept.append(measure)
        else:
            copies.append((original, measure))
    return kept, _copies_found(kept, copies)


def _glance(measure: Measure) -> tuple[object, ...]:
    """Return what all prints of one measure share, as cheap to compare as to make."""
    beginning = thai.bare_letters(measure.title)[0][:_GLANCED_LETTERS]
    return measure.no, beginning, _digits(measure)


def _digits(measure: Measure) -> tuple[str, ...]:
    return tuple(_DIGITS.findall(thai.arabic(measure.title)))


def _is_copy(one: Measure, other: Measure) -> bool:
    """Tell whether two are one; a scan reads two prints a little apart.

    What is printed must not contradict: a measure may differ from the next in its
    number, its year, its unit, its period or its group alone.
    """
    return (
        one.no == other.no
        and _digits(one) == _digits(other)
        and not any(map(_contradict, _facts(one), _facts(other)))
        and _alike(one.title, other.title)
        and _alike(one.steps, other.steps)
    )


def _facts(measure: Measure) -> tuple[object, ...]:
    group = thai.bare_letters(measure.group)[0] if measure.group else None
    period = (measure.period_start, measure.period_end)
    return measure.instrument, group, measure.units, period if any(period) else None


def _contradict(one: object, other: object) -> bool:
    """Tell whether both are printed and differ; what is not printed is silent."""
    return bool(one) and bool(other) and one != other


def _alike(one: str | None, other: str | None) -> bool:
    return fuzz.ratio(thai.key(one or ""), thai.key(other or "")) >= MIN_COPY_LIKENESS


def _copies_found(
    kept: list[Measure], copies: list[tuple[int, Measure]]
) -> list[Finding]:
    if not copies:
        return []
    at, first = copies[0]
    found = [part for at, copy in copies for part in differences(kept[at], copy)]
    return [
        Finding(
            "duplicate_measures",
            "info",
            parameters=(("count", len(copies)),),
            measure=at,
            place=replace(first.place, text="; ".join(found) or first.title),
        )
    ]
