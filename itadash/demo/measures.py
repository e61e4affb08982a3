"""Measures of one made-up report, most of them for what is weak."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from random import Random
from typing import Final

from itadash.demo.words import pattern, titles, words
from itadash.linking import links
from itadash.model import Link, Measure

_FEWEST, _MOST = 5, 11
_FORGOTTEN: Final = 0.2  # share of indicators that no measure is meant for
_KEPT_UP: Final = 3.0  # points lost that a perfect indicator counts as
_NO_UNIT, _NO_PERIOD, _NO_RESULT, _CUT = 0.05, 0.05, 0.1, 0.004
_SECOND_UNIT: Final = 0.3
_OPEN: Final = " ("  # what a page break leaves of a bracket
_BUDDHIST: Final = 543


@dataclass(frozen=True)
class _Period:
    words: str | None
    start: date | None = None
    end: date | None = None


def measures(
    lost: list[float], fiscal_year: int, rng: Random, *, with_results: bool
) -> list[Measure]:
    """Return measures of a fiscal year (B.E.) with their links.

    `lost` holds the points each of the ten indicators lacks to 100, by number:
    the more, the likelier a measure for it.
    """
    aims = [0.0 if rng.random() < _FORGOTTEN else _KEPT_UP + one for one in lost]
    wanted = rng.choices(range(1, len(lost) + 1), aims, k=rng.randint(_FEWEST, _MOST))
    names = dict.fromkeys(rng.choice(titles()[number]) for number in wanted)
    return [
        _measure(no, name, fiscal_year, rng, with_results=with_results)
        for no, name in enumerate(names, 1)
    ]


def _measure(
    no: int, name: str, fiscal_year: int, rng: Random, *, with_results: bool
) -> Measure:
    title = rng.choice(words("opening")) + name
    steps = rng.choice(words("steps"))
    found = Measure(no, title, steps=steps, indicators=_links(title, steps))
    if rng.random() < _CUT:
        found = replace(found, steps=steps + _OPEN + rng.choice(words("unit")))
    units = _units(rng)
    period = _period(fiscal_year, rng)
    result = None
    if with_results and rng.random() >= _NO_RESULT:
        result = rng.choice(words("result"))
    return replace(
        found,
        responsible=", ".join(units) or None,
        units=units,
        period=period.words,
        period_start=period.start,
        period_end=period.end,
        result=result,
    )


@cache
def _links(title: str, steps: str) -> tuple[Link, ...]:
    """Ask the real linker, once for each text that occurs."""
    return links(Measure(None, title, steps=steps))


def _units(rng: Random) -> tuple[str, ...]:
    if rng.random() < _NO_UNIT:
        return ()
    n = 2 if rng.random() < _SECOND_UNIT else 1
    return tuple(rng.sample(words("unit"), n))


def _period(fiscal_year: int, rng: Random) -> _Period:
    if rng.random() < _NO_PERIOD:
        return _Period(None)
    kind = rng.choice(("year", "year", "months", "quarter"))
    printed = pattern(f"period_{kind}").format(
        fiscal=fiscal_year, assessed=fiscal_year - 1
    )
    year = fiscal_year - _BUDDHIST
    if kind == "quarter":
        return _Period(printed, date(year, 1, 1), date(year, 3, 31))
    return _Period(printed, date(year - 1, 10, 1), date(year, 9, 30))
