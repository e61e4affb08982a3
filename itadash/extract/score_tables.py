"""Tables of many agencies: one report for each agency and year.

A row is an agency, or a column is where the table lies on its side. Rows that name
no agency for certain are left out and counted in a finding of the first report.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from itadash import framework, gazetteer
from itadash.documents.model import Document, Page, Paragraph, Table
from itadash.extract import score_table_long as long
from itadash.extract import score_table_rows as rows
from itadash.extract.privacy import public
from itadash.extract.score_table_agencies import (
    Named,
    is_summary,
    is_typed_name,
    named,
    province_in,
)
from itadash.extract.score_table_cells import Entry, Sheet, on_its_side, upright
from itadash.extract.score_table_columns import (
    Column,
    columns,
    is_agency_word,
    year_in,
    years_in,
)
from itadash.extract.scores import missing, out_of_range
from itadash.model import Finding, Place, Report, Score

MIN_AGENCIES = 2  # a column without a heading needs two names to be one of agencies
MOST_HEADER_ROWS = 12
MIN_INDICATORS = 3  # so many columns vouch for names without a type
MIN_TYPED_SHARE = 0.5
LONGEST_CAPTION = 300  # characters of a text over a table that are looked at
MOST_CAPTIONS = 12
MOST_QUOTED = 3


@dataclass(frozen=True)
class _Over:
    """What stands over a table: its caption, and the year and province it tells."""

    caption: str = ""
    year: int | None = None
    province: str | None = None


@dataclass(frozen=True)
class _Last:
    """The table before: its width, its column of agencies, its columns, its head."""

    width: int
    at: int
    told: list[Column]
    over: _Over


@dataclass
class _Found:
    """Lines of all tables by agency and year, and rows that were left out."""

    lines: dict[tuple[object, int | None], rows.Line] = field(default_factory=dict)
    skipped: list[Entry] = field(default_factory=list)

    def add_all(self, lines: Iterable[rows.Line]) -> None:
        """Keep lines; what a second print of the same row says otherwise goes."""
        for line in lines:
            known = self.lines.setdefault((line.agency, line.year), line)
            if known is not line:
                _join(known, line)


def score_reports(document: Document) -> list[Report]:
    """Return a report for each agency and year in the tables of a document."""
    found = _Found()
    last: _Last | None = None
    for page in document.pages:
        for over, table in tables_of(page):
            last = _read(upright(table), over, found, last)
    reports = [_report(document.name, line) for line in found.lines.values()]
    return _with_skipped(reports, found.skipped)


def tables_of(page: Page) -> Iterator[tuple[_Over, Table]]:
    """Yield each table with what stands over it: nearest words first."""
    above: list[str] = []
    for block in page.blocks:
        if isinstance(block, Paragraph):
            above = [block.text[:LONGEST_CAPTION], *above[: MOST_CAPTIONS - 1]]
        elif block.rows:
            yield _over([*above, _sheet_title(block)]), block


def _sheet_title(table: Table) -> str:
    line = table.rows[0].place.line
    return line.rpartition("!")[0] if isinstance(line, str) else ""


def _over(texts: Sequence[str]) -> _Over:
    """Return the year and province of the nearest text that names any.

    A text that names two years says of neither which is meant, and ends the search.
    """
    year = next((year_in(text) for text in texts if years_in(text)), None)
    provinces = (province_in(text) or _province(text) for text in texts)
    return _Over(" ".join(texts), year, next((one for one in provinces if one), None))


def _province(title: str) -> str | None:
    """Return the province that a whole title is ("ตราด", "ตราด 2564")."""
    known = gazetteer.province(title.rstrip(" 0123456789"))
    return known.name if known else None


def _read(sheet: Sheet, over: _Over, found: _Found, last: _Last | None) -> _Last | None:
    """Read one table; returns what a table that goes on without a header needs."""
    for laid in (sheet, on_its_side(sheet)):
        start = start_of(laid)
        if start is None or start[1] == 0:
            continue
        told = columns(laid[: start[1]], over.caption)
        if has_points(told) or long.is_long(laid[start[1] :], told, start[0]):
            _read_rows(laid[start[1] :], start[0], told, over, found)
            return _Last(len(laid[0]), start[0], told, over)
    if last is None or last.width != len(sheet[0]):
        return None
    if not is_typed_name(sheet[0][last.at].text):
        return None
    _read_rows(sheet, last.at, last.told, last.over, found)
    return last


def has_points(told: Sequence[Column]) -> bool:
    """Tell whether any column holds scores or totals."""
    return any(one.field in ("indicator", *rows.TOTALS) for one in told)


def start_of(sheet: Sheet) -> tuple[int, int] | None:
    """Return (agency column, first row of an agency); None where there are none."""
    for row, entries in enumerate(sheet[:MOST_HEADER_ROWS]):
        for at, entry in enumerate(entries):
            if is_agency_word(entry.text):
                return _first_under(sheet, row, at)
    counted = [
        (sum(is_typed_name(row[at].text) for row in sheet), -at)
        for at in range(len(sheet[0]))
    ]
    most, column = max(counted)
    if most < MIN_AGENCIES:
        return None
    at = -column
    first = next(n for n, row in enumerate(sheet) if is_typed_name(row[at].text))
    return at, first


def _first_under(sheet: Sheet, header: int, at: int) -> tuple[int, int] | None:
    """Return the first row under the word for agencies that names anything."""
    for row in range(header + 1, len(sheet)):
        text = sheet[row][at].text
        if not sheet[row][at].empty and not is_agency_word(text):
            return at, row
    return None


def _read_rows(
    body: Sheet, at: int, told: Sequence[Column], over: _Over, found: _Found
) -> None:
    names = long.names_column(body, told, at)
    parts = names is not None and long.holds_parts(body, told, names)
    typed = _vouched(body, at, told)
    province = over.province
    above: tuple[Named, Sequence[Entry]] | None = None
    for row in body:
        filled = [entry for entry in row if not entry.empty]
        if not filled or is_agency_word(row[at].text):
            continue
        if len(filled) == 1:
            province = province_in(filled[0].text) or province
            continue
        merged = names is not None and row[at].empty and above is not None
        agency = (
            above[0] if merged and above else _agency(row, at, told, province, above)
        )
        if agency is None or not (agency.typed or typed):
            if _has_numbers(row, told) and not is_summary(row[at].text):
                found.skipped.append(filled[0] if row[at].empty else row[at])
            above = None
            continue
        dated = above[1] if merged and above and not _cell(row, told, "year") else row
        above, year = (agency, dated), _year(dated, told, over)
        if names is None:
            found.add_all(rows.lines(row, told, agency, year))
        elif not parts:
            found.add_all(long.line_of(row, told, names, agency, year))


def _vouched(body: Sheet, at: int, told: Sequence[Column]) -> bool:
    """Tell whether names without a type can be trusted to be agencies."""
    texts = [row[at].text for row in body if not row[at].empty]
    typed = sum(is_typed_name(text) for text in texts)
    indicators = {one.indicator for one in told if one.indicator}
    return typed >= MIN_TYPED_SHARE * len(texts) or len(indicators) >= MIN_INDICATORS


def _agency(
    row: Sequence[Entry],
    at: int,
    told: Sequence[Column],
    province: str | None,
    above: tuple[Named, Sequence[Entry]] | None,
) -> Named | None:
    """Return a row's agency; a blank under a name in another year is merged."""
    if row[at].empty and above is not None:
        now, before = _cell(row, told, "year"), _cell(above[1], told, "year")
        return above[0] if now and now != before else None
    kind, district = _cell(row, told, "type"), _cell(row, told, "district")
    own = _cell(row, told, "province") or province or ""
    return named(row[at].text, kind, district, own)


def _cell(row: Sequence[Entry], told: Sequence[Column], name: str) -> str:
    own = [row[one.at] for one in told if one.field == name]
    return own[0].text if len(own) == 1 and not own[0].empty else ""


def _year(row: Sequence[Entry], told: Sequence[Column], over: _Over) -> int | None:
    if any(one.field == "year" for one in told):
        return rows.year_of(_cell(row, told, "year"))
    return over.year


def _has_numbers(row: Sequence[Entry], told: Sequence[Column]) -> bool:
    points = [one.at for one in told if one.field in ("indicator", *rows.TOTALS)]
    return any(not row[at].empty for at in points)


def _join(known: rows.Line, other: rows.Line) -> None:
    """Add what another print of an agency's year says; drop what it contradicts."""
    for number, (value, place) in other.scores.items():
        if number not in known.scores and number not in known.unread:
            known.scores[number] = value, place
        elif number in known.scores and known.scores[number][0] != value:
            known.unread[number] = known.scores.pop(number)[1]
    totals = {one.total[0] for one in (known, other) if one.total is not None}
    known.disputed |= len(totals) > 1
    known.total = None if known.disputed else known.total or other.total
    known.letter = known.letter or other.letter
    known.words = known.words or other.words


def _report(source: str, line: rows.Line) -> Report:
    scores = [_score(number, *line.scores[number]) for number in sorted(line.scores)]
    total, place = line.total or (None, line.place)
    return Report(
        source=source,
        kind="score_table",
        agency=line.agency,
        assessed_year=line.year,
        overall_score=total,
        level=line.letter or line.words,
        level_other=line.words if line.letter else None,
        scores=tuple(scores),
        findings=tuple(_findings(scores, line)),
        overall_place=place,
    )


def _score(number: int, value: float, place: Place) -> Score:
    known = framework.indicator(number)
    return Score(number, known.instrument, known.name, value, None, place)


def _findings(scores: list[Score], line: rows.Line) -> list[Finding]:
    if not scores and not line.unread:
        return []  # a total alone is all that the table prints
    there = {score.indicator for score in scores}
    unread = {
        one.number: line.unread.get(one.number, line.place)
        for one in framework.indicators()
        if one.number not in there
    }
    return [*out_of_range(scores), *missing(unread)]


def _with_skipped(reports: list[Report], skipped: list[Entry]) -> list[Report]:
    """Say in the first report how many rows named no agency for certain."""
    if not reports or not skipped:
        return reports
    words = public(" / ".join(entry.text for entry in skipped[:MOST_QUOTED]))
    finding = Finding(
        "rows_not_read",
        "info",
        (("count", len(skipped)),),
        place=Place(skipped[0].place.line, words),
    )
    first = replace(reports[0], findings=(*reports[0].findings, finding))
    return [first, *reports[1:]]
