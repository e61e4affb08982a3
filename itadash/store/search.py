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
from itadash.store.schema import documents, links, measure_words, measures
from itadash.store.typed import ID, THING, TIME, WHOLE, Columns, changed, frame

Conditions = list[ColumnElement[bool] | TextClause]

COUNTED_TO: Final = 10_000  # hits of words; more are said as "more than"
MOST_WORDS: Final = 100
FEW_AGENCIES: Final = 200  # whose measures are read faster than an index is asked
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
    `samples` False, made-up reports are left out.
    """

    words: str = ""
    fiscal_year: int | None = None
    agency_ids: tuple[int, ...] | None = None
    unit: str | None = None
    indicator: int | None = None
    samples: bool = True


class Narrowed(TypedDict, total=False):
    """The fields of Wanted beside its words, as a caller names them."""

    fiscal_year: int | None
    agency_ids: tuple[int, ...] | None
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
    hits = select(number.label("id")).select_from(source).where(*conditions)
    total, is_exact = _count(connection, hits, has_words=bool(_split(wanted.words)))
    page = hits.order_by(number).limit(max(limit, 0)).offset(max(offset, 0))
    ids = connection.execute(page).scalars().all()
    rows = frames.measures_by_id(connection, ids)
    return Found(rows.sort_values("measure_id", ignore_index=True), total, is_exact)


def groups(connection: Connection, wanted: Wanted) -> pd.DataFrame:
    """Count what was found by units and period; see GROUPS.

    `units` are joined to one text; `n` are measures, the others those of them that
    print a responsible unit, a period, a result, an outcome.
    """
    source, _, conditions = _asked(connection, wanted)
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
    connection: Connection, wanted: Wanted
) -> tuple[FromClause, ColumnElement[Any], Conditions]:
    """Return where to look, the column of measures' numbers, and the conditions."""
    words = _split(wanted.words)
    source: FromClause = measures.join(documents)
    number: ColumnElement[Any] = measures.c.id
    conditions = _conditions(wanted)
    if not words:
        return source, number, conditions
    source = source.join(measure_words)
    index = [] if _few(wanted) else [one for one in words if _indexed(one)]
    if index and _has_index(connection):
        source = source.join(_INDEX, _INDEX.c.rowid == number)
        number = _INDEX.c.rowid
        conditions.append(_match(index))
        words = [one for one in words if not _indexed(one) or _is_cut(one)]
    return source, number, [*conditions, *(_holds(connection, one) for one in words)]


def _few(wanted: Wanted) -> bool:
    return wanted.agency_ids is not None and len(wanted.agency_ids) <= FEW_AGENCIES


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


def _conditions(wanted: Wanted) -> Conditions:
    conditions: Conditions = [
        frames.chosen(wanted.agency_ids, documents.c.fiscal_year, wanted.fiscal_year)
    ]
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
    if has_words:
        hits = hits.limit(COUNTED_TO + 1)
    counted = select(func.count()).select_from(hits.subquery())
    total = connection.execute(counted).scalar_one()
    is_exact = not has_words or total <= COUNTED_TO
    return min(total, COUNTED_TO) if has_words else total, is_exact
