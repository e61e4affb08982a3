"""Measures found by their words, and counted by what they say.

Words are compared without white space, Thai digits as Arabic ones, the two ways of
writing sara am and sara ae as one. A trigram index finds words of three characters
or more; shorter ones, and the measures of a few agencies, are read through.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypedDict

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Text,
    TextClause,
    and_,
    column,
    exists,
    func,
    select,
    table,
    text,
    type_coerce,
)

from itadash.errors import TooManyWordsError
from itadash.linking import ANSWERS
from itadash.store import frames
from itadash.store.columns import storable
from itadash.store.schema import agencies, documents, links, measure_words, measures
from itadash.store.typed import ID, THING, TIME, WHOLE, Columns, changed, frame

Conditions = list[ColumnElement[bool] | TextClause]
Asked = tuple[FromClause, ColumnElement[Any], Conditions]

COUNTED_TO: Final = 10_000  # hits of words; more are said as "more than"
LISTED: Final = 300  # few hits are counted by listing them: one question, not two
MOST_WORDS: Final = 100
SHORTEST_INDEXED: Final = 3
LONGEST_INDEXED: Final = 200  # characters of a word asked of the index

GROUPS: Final[Columns] = {
    "units": THING,
    "period_start": TIME,
    "period_end": TIME,
    "n": ID,
    "responsible": ID,
    "period": ID,
    "result": ID,
    "outcome": ID,
}
_COUNTED: Final = ("responsible", "period", "result", "outcome")

_UNSEEN: Final = re.compile("[\\s\u200b\ufeff\u00ad\x1f]+")
_DIGITS: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_LOWER: Final = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"
)

# SQLite's index is no table of ours: it belongs to the migration that makes it.
_INDEX: Final = table("measure_search", column("rowid"), column("words"))


@dataclass(frozen=True)
class Wanted:
    """What a search asks for; None everywhere is everything.

    `unit` is a canonical unit, `indicator` one that the measures answer; with
    `samples` False, reports of samples and synthetic ones are left out.
    """

    words: str = ""
    fiscal_year: int | None = None
    province: str | None = None
    agency_type: str | None = None
    agency_id: int | None = None
    unit: str | None = None
    indicator: int | None = None
    samples: bool = True


class Narrowed(TypedDict, total=False):
    """The fields of Wanted beside its words, as a caller names them."""

    fiscal_year: int | None
    province: str | None
    agency_type: str | None
    agency_id: int | None
    unit: str | None
    indicator: int | None
    samples: bool


@dataclass(frozen=True)
class Found:
    """One page of measures, columns as in `frames.MEASURES`, and how many there are.

    `total` is exact up to COUNTED_TO; beyond it `is_exact` is False and there are
    more than `total`.
    """

    rows: pd.DataFrame
    total: int
    is_exact: bool


def search(connection: Connection, wanted: Wanted, limit: int, offset: int) -> Found:
    """Return a page of what was found, in the order in which it was stored."""
    source, number, conditions = _asked(connection, wanted)
    hits = select(number).select_from(source).where(*conditions).order_by(number)
    first, last = max(offset, 0), max(offset, 0) + max(limit, 0)
    ids = connection.scalars(hits.limit(max(last, LISTED) + 1)).all()
    total, is_exact = len(ids), True
    if total > max(last, LISTED):
        total, is_exact = _count(connection, hits, has_words=bool(wanted.words.strip()))
    rows = frames.measures_by_id(connection, ids[first:last])
    return Found(rows.sort_values("measure_id", ignore_index=True), total, is_exact)


def groups(connection: Connection, wanted: Wanted) -> pd.DataFrame:
    """Count what was found by units and period; see GROUPS.

    `units` are joined to one text; `n` are measures, the others those of them that
    print a responsible unit, a period, a result, an outcome.
    """
    source, _, conditions = _asked(connection, wanted, reads_measures=True)
    by = [measures.c[name] for name in ("units", "period_start", "period_end")]
    counts = [
        func.count().label("n"),
        *(func.count(measures.c[name]).label(name) for name in _COUNTED),
    ]
    asked = select(*by, *counts).select_from(source).where(*conditions).group_by(*by)
    found = frame(connection.execute(asked).all(), GROUPS)
    return found.assign(units=changed(found["units"], ", ".join).fillna(""))


def years(connection: Connection) -> pd.DataFrame:
    """Return fiscal_year (B.E., <NA> where none is printed) and n, newest first."""
    year = documents.c.fiscal_year
    asked = select(year, func.count()).select_from(documents.join(measures))
    rows = connection.execute(asked.group_by(year)).all()
    found = frame(rows, {"fiscal_year": WHOLE, "n": ID})
    return found.sort_values("fiscal_year", ascending=False, ignore_index=True)


def folded(words: str) -> str:
    """Return words as the triggers of the store write them."""
    bare = _UNSEEN.sub("", words).translate(_DIGITS).translate(_LOWER)
    return storable(bare).replace("\u0e4d\u0e32", "ำ").replace("เเ", "แ")


def _split(words: str) -> list[str]:
    """Return the words to be found, those within others left out.

    Raises TooManyWordsError for more than anybody types.
    """
    each = dict.fromkeys(folded(word) for word in words.split())
    each.pop("", None)
    if len(each) > MOST_WORDS:
        raise TooManyWordsError(words=f"{len(each):,}", most=MOST_WORDS)
    return [one for one in each if not any(one != o and one in o for o in each)]


def _asked(
    connection: Connection, wanted: Wanted, *, reads_measures: bool = False
) -> Asked:
    """Return where to look, the column of measures' numbers, and the conditions.

    Only the tables that a condition needs are looked into: of a common word every
    hit is joined with each of them.
    """
    words, conditions = _split(wanted.words), _conditions(wanted)
    source, number, read = _sought(connection, wanted, words)
    if source is _INDEX and (conditions or reads_measures):
        source = source.join(measures, measures.c.id == number)
    if _is_narrowed(wanted):
        source = source.join(documents, documents.c.id == measures.c.document_id)
        source = source.join(agencies, agencies.c.id == documents.c.agency_id)
    if read:
        source = source.join(measure_words, measure_words.c.measure_id == number)
    if number is _INDEX.c.rowid:
        conditions.append(_match([one for one in words if _indexed(one)]))
    return source, number, [*conditions, *(_holds(connection, one) for one in read)]


def _sought(
    connection: Connection, wanted: Wanted, words: list[str]
) -> tuple[FromClause, ColumnElement[Any], list[str]]:
    """Choose between the index and the measures; the words still to be read."""
    is_indexed = any(map(_indexed, words)) and not _few(wanted)
    if not (is_indexed and _has_index(connection)):
        return measures, measures.c.id, words
    read = [one for one in words if not _indexed(one) or _is_cut(one)]
    return _INDEX, _INDEX.c.rowid, read


def _few(wanted: Wanted) -> bool:
    """Tell whether reading all measures is faster than asking the index."""
    return wanted.agency_id is not None or wanted.province is not None


def _indexed(word: str) -> bool:
    return len(word) >= SHORTEST_INDEXED


def _is_cut(word: str) -> bool:
    return len(word) > LONGEST_INDEXED


def _has_index(connection: Connection) -> bool:
    if connection.dialect.name != "sqlite":
        return False
    found = text("SELECT 1 FROM sqlite_master WHERE name = 'measure_search'")
    return connection.execute(found).first() is not None


def _match(words: Sequence[str]) -> TextClause:
    """Each word is a phrase in quotes, so that nothing in it is an operator."""
    phrases = ('"' + one[:LONGEST_INDEXED].replace('"', '""') + '"' for one in words)
    return text("measure_search MATCH :phrases").bindparams(phrases=" ".join(phrases))


def _holds(connection: Connection, word: str) -> ColumnElement[bool]:
    """Look into the words; SQLite's LIKE refuses a long pattern, its instr none."""
    if connection.dialect.name == "sqlite":
        return func.instr(measure_words.c.words, word) > 0
    return measure_words.c.words.contains(word, autoescape=True)


def _is_narrowed(wanted: Wanted) -> bool:
    """Tell whether a condition is about documents or agencies."""
    by = (wanted.fiscal_year, wanted.province, wanted.agency_type, wanted.agency_id)
    return not wanted.samples or any(value is not None for value in by)


def _conditions(wanted: Wanted) -> Conditions:
    equal = (
        (documents.c.fiscal_year, wanted.fiscal_year),
        (agencies.c.province, wanted.province),
        (agencies.c.type, wanted.agency_type),
        (agencies.c.id, wanted.agency_id),
    )
    conditions: Conditions = [its == value for its, value in equal if value is not None]
    if not wanted.samples:
        conditions.append(and_(~documents.c.sample, ~documents.c.synthetic))
    if wanted.unit is not None:
        quoted = json.dumps(storable(wanted.unit), ensure_ascii=False)
        units = type_coerce(measures.c.units, Text)
        conditions.append(units.contains(quoted, autoescape=True))
    if wanted.indicator is not None:
        conditions.append(_answers(wanted.indicator))
    return conditions


def _answers(indicator: int) -> ColumnElement[bool]:
    return exists().where(
        links.c.measure_id == measures.c.id,
        links.c.indicator == indicator,
        links.c.strength >= ANSWERS,
    )


def _count(
    connection: Connection, hits: Select[Any], *, has_words: bool
) -> tuple[int, bool]:
    """Count all; of words only so many, for common ones stand in every report."""
    hits = hits.order_by(None)
    if has_words:
        hits = hits.limit(COUNTED_TO + 1)
    counted = select(func.count()).select_from(hits.subquery())
    total = connection.execute(counted).scalar_one()
    if not has_words or total <= COUNTED_TO:
        return total, True
    return COUNTED_TO, False
