"""Ten bars against the target as SVG, in the units of its own view box."""

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from itadash import framework, naming, palette
from itadash.analysis import MISSING, WEAK
from itadash.labels import text

WIDTH: Final = 700
ROW: Final = 22
HEAD: Final = 20
NAMES: Final = 215  # for the names, left of the bars
VALUES: Final = 150  # for score and state, right of them
_SCALE: Final = (WIDTH - NAMES - VALUES) / 100

_WORDS: Final = {WEAK: "charts.weak", MISSING: "charts.no_data"}
_MARKS: Final = {WEAK: palette.WEAK_MARK, MISSING: ""}
_COLOURS: Final = {WEAK: palette.WEAK, MISSING: palette.NO_DATA}


def drawing(tall: pd.DataFrame, target: float) -> dict[str, Any]:
    """Return what the template draws: sizes, the target's place, and ten rows.

    `tall` are the rows of one agency and year; an indicator without one is missing.
    """
    rows = list(_rows(tall))
    return {
        "width": WIDTH,
        "height": HEAD + ROW * len(rows) + 4,
        "zero": NAMES,
        "head": HEAD,
        "target": NAMES + target * _SCALE,
        "target_label": text("charts.target", target=f"{target:g}"),
        "rows": rows,
    }


def _rows(tall: pd.DataFrame) -> Iterator[dict[str, Any]]:
    known = {int(row["indicator"]): row for row in tall.to_dict("records")}
    for at, one in enumerate(framework.indicators()):
        row = known.get(one.number, {})
        name = naming.short_indicator(one.number)
        state = str(row.get("state", MISSING))
        score = row.get("score") if state != MISSING else None
        yield {
            "top": HEAD + at * ROW,
            "name": text("charts.numbered", number=one.number, name=name),
            "length": 0.0 if score is None else score * _SCALE,
            "colour": _COLOURS.get(state, palette.PASSING),
            "value": _value(score, state),
        }


def _value(score: float | None, state: str) -> str:
    word = text(_WORDS.get(state, "charts.passing"))
    if score is None:
        return word
    mark = _MARKS.get(state, palette.PASSING_MARK)
    return f"{mark} {framework.shown(score)} {word}"
