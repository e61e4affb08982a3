"""One row of a score table into reports: one for each year that its columns tell.

A value that could be two things is left out: two columns of one indicator that
disagree, numbers so low that they are weighted parts, a total that two columns
print differently.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from itadash import framework, thai
from itadash.extract import numbers, years
from itadash.extract.contributions import are_low
from itadash.extract.score_table_agencies import Named
from itadash.extract.score_table_cells import Entry
from itadash.extract.score_table_columns import Column
from itadash.model import Agency, Place

TOTALS = ("total", "sum", "points")  # fields of totals, the surest first
_LONG_NUMBER = re.compile(r"^-?\d{1,3}\.\d{5,17}$")
_LETTER = re.compile(r"^(?:ระดับ|เกรด)?\s*(AA|[A-F])(?![A-Za-z+])")
_LETTER_BEHIND = re.compile(
    r"[(]\s*(?:ระดับ\s*)?(AA|[A-F])\s*[)]|ระดับ\s*(AA|[A-F])(?![A-Za-z+])"
)
_PASSED = ("ผ่าน", "ผ่านเกณฑ์", "ไม่ผ่าน", "ไม่ผ่านเกณฑ์")


@dataclass
class Line:
    """What one row says of one agency and year; `unread` lie in doubt."""

    agency: Agency
    year: int | None
    place: Place
    scores: dict[int, tuple[float, Place]] = field(default_factory=dict)
    unread: dict[int, Place] = field(default_factory=dict)
    total: tuple[float, Place] | None = None
    disputed: bool = False
    letter: str | None = None
    words: str | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether neither a score nor a total was read."""
        return not self.scores and not self.unread and self.total is None


def lines(
    row: Sequence[Entry],
    columns: Sequence[Column],
    named: Named,
    year: int | None,
) -> Iterator[Line]:
    """Yield what a row says, year by year; `year` is that of columns without one."""
    place = next((entry.place for entry in row if not entry.empty), row[0].place)
    by_year: dict[int | None, list[Column]] = {}
    for column in columns:
        if column.field in ("indicator", "level", *TOTALS):
            by_year.setdefault(column.year or year, []).append(column)
    for one, own in sorted(by_year.items(), key=lambda item: item[0] or 0):
        line = _line(row, own, Line(named.agency, one, place))
        if not line.says_nothing:
            yield line


def year_of(text: str) -> int | None:
    """Read a cell of a column of years (B.E. or C.E.); None for anything else."""
    digits = thai.arabic(text).strip().removesuffix(".0")
    digits = re.sub(r"^(?:ปี(?:งบประมาณ)?)?\s*(?:พ\.ศ\.)?\s*", "", digits)
    if not re.fullmatch(r"\d{4}", digits):
        return None
    year = thai.buddhist_year(digits)
    return year if year and years.FIRST_YEAR <= year <= years.LAST_YEAR else None


def _line(row: Sequence[Entry], columns: Sequence[Column], line: Line) -> Line:
    for indicator in framework.indicators():
        own = [row[c.at] for c in columns if c.indicator == indicator.number]
        read_indicator(line, indicator.number, own)
    if are_low({n: value for n, (value, _) in line.scores.items()}):
        line.unread |= {number: place for number, (_, place) in line.scores.items()}
        line.scores = {}
    line.total = _total(row, columns)
    for column in columns:
        if column.field == "level" or _holds_a_level(column, row[column.at]):
            _read_level(line, row[column.at].text)
    if line.total is not None and line.letter is None:
        _read_level_behind(line)
    return line


def _total(
    row: Sequence[Entry], columns: Sequence[Column]
) -> tuple[float, Place] | None:
    """Return the total by the surest words; None where two of them disagree."""
    for words in TOTALS:
        found = values([row[c.at] for c in columns if c.field == words])
        if found:
            alone = len({value for value, _ in found}) == 1
            return found[0] if alone and framework.valid(found[0][0]) else None
    return None


def read_indicator(line: Line, number: int, entries: Sequence[Entry]) -> None:
    """Take a value that all columns agree on, weighted parts beside it left out."""
    read = values(entries)
    if len({value for value, _ in read}) > 1:
        most = float(100 * (framework.point_worth(number, None) or 0))
        read = [one for one in read if one[0] > most]
    if len({value for value, _ in read}) == 1:
        line.scores[number] = read[0]
    elif any(not entry.empty for entry in entries):
        words = " / ".join(entry.text for entry in entries)
        line.unread[number] = Place(entries[0].place.line, words)


def values(entries: Sequence[Entry]) -> list[tuple[float, Place]]:
    """Return the numbers among cells, each with its place."""
    read = ((_number(entry.text), entry) for entry in entries)
    return [
        (value, Place(entry.place.line, entry.text))
        for value, entry in read
        if value is not None
    ]


def _number(text: str) -> float | None:
    """Read a score; a computed mean in a sheet may show more than four decimals."""
    plain = thai.arabic(text).strip()
    return float(plain) if _LONG_NUMBER.match(plain) else numbers.score(text)


def _holds_a_level(column: Column, entry: Entry) -> bool:
    """Tell whether a result is a level; a bare "ผ่าน" only says that 85 is reached."""
    return column.field == "points" and thai.key(entry.text) not in _PASSED


def _read_level(line: Line, text: str) -> None:
    """Take a letter and the words of a level; two that disagree leave none."""
    words = thai.tidy(thai.mend(text))
    letter = _LETTER.match(words) or _LETTER_BEHIND.search(words)
    if letter:
        line.letter = next(group for group in letter.groups() if group)
    bare = thai.key(_LETTER_BEHIND.sub("", _LETTER.sub("", words))).strip("()[]:-/")
    line.words = _level_words().get(bare.removeprefix("ระดับ"), line.words)


def _read_level_behind(line: Line) -> None:
    match = _LETTER_BEHIND.search(line.total[1].text) if line.total else None
    if match:
        line.letter = match[1] or match[2]


def _level_words() -> Mapping[str, str]:
    names = [name for name in framework.level_names() if not framework.is_letter(name)]
    return {thai.key(name): name for name in names}
