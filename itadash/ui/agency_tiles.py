"""The tiles of the agency's page: of scores, of a total alone, or of measures."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from itadash import analysis, framework, naming
from itadash.analysis.ranking import RIVALS
from itadash.labels import text
from itadash.ui import loading, source
from itadash.ui.tiles import Tile, tiles
from itadash.ui.views import View

# Points between printed and recomputed total; rounding explains it.
MAY_DIFFER: Final = 0.01


def agency_tiles(view: View) -> None:
    """Draw four tiles: of scores, of a total without scores, or of measures."""
    if view.has_scores:
        row = _row(view)
        tiles(view.kept("tiles", lambda: _score_tiles(view, row)))
        _say_mismatch(row)
        _say_rank(view)
    elif view.has_total:
        _of_a_total(view)
    else:
        st.info(text("agency.measures_only"), icon=":material/info:")
        tiles(_measure_tiles(view.measures))


def _row(view: View) -> "pd.Series[Any]":
    row: pd.Series[Any] = view.kept(
        "row", lambda: analysis.with_points(view.own).iloc[0]
    )
    return row


def _of_a_total(view: View) -> None:
    """Say that only a total is known, show it, and where it is printed."""
    st.info(text("agency.total_only"), icon=":material/info:")
    row = _row(view)
    tiles([_total(row), _level(row), _weak_unknown(view), _planned(view)])
    _say_rank(view)
    documents = loading.documents()
    own = documents[documents["document_id"] == row["document_id"]]
    names = {"overall_line": "line", "overall_text": "text"}
    for _, printed in own.rename(columns=names).iterrows():
        source.around_row(printed)


def _weak_unknown(view: View) -> Tile:
    label = text("tile.weak", target=f"{view.tall['target'].max():g}")
    return Tile(label, text("framework.no_score"), text("tile.total_only"))


def _planned(view: View) -> Tile:
    n = len(view.measures)
    sense = text("tile.in_report" if n else "card.no_report")
    value = str(n) if n else text("framework.no_score")
    return Tile(text("tile.measures"), value, sense)


def _score_tiles(view: View, row: "pd.Series[Any]") -> list[Tile]:
    return [_total(row), _level(row), _weak(view), _unanswered(view)]


def _total(row: "pd.Series[Any]") -> Tile:
    year = None if pd.isna(row["assessed_year"]) else int(row["assessed_year"])
    gap = framework.target(year) - row["points"]
    if pd.isna(gap):
        missing = text("framework.no_score")
        return Tile(text("tile.total"), missing, text("tile.not_all_ten"))
    label = "tile.total_computed" if row["points_computed"] else "tile.total"
    side = "below" if gap > 0 else "above"
    sense = text(f"tile.{side}", gap=framework.shown(abs(gap)))
    value = framework.shown(row["points"])
    return Tile(text(label), value, sense, "red" if gap > 0 else "green")


def _level(row: "pd.Series[Any]") -> Tile:
    printed, computed = _named_level(row["level"]), _named_level(row["computed_level"])
    value = printed or computed or text("framework.no_score")
    if pd.isna(row["computed_total"]):
        return Tile(text("tile.level"), str(value), text("tile.not_computed"))
    sense = text(
        "tile.computed",
        level=computed or text("framework.no_score"),
        total=f"{row['computed_total']:.3f}",
    )
    return Tile(text("tile.level"), str(value), sense)


def _weak(view: View) -> Tile:
    weak = analysis.weak_indicators(view.tall)
    known = int((view.tall["state"] != analysis.MISSING).sum())
    label = text("tile.weak", target=f"{view.tall['target'].max():g}")
    value = text("tile.n_of", n=len(weak), of=known)
    if weak.empty:
        return Tile(label, value, text("tile.all_pass"), "green")
    worst = weak.iloc[0]
    name = naming.short_indicator(int(worst["indicator"]))
    sense = text("tile.worst", name=name, score=framework.shown(worst["score"]))
    return Tile(label, value, sense)


def _unanswered(view: View) -> Tile:
    open_ones = view.answered[~view.answered["has_measure"]]
    numbers = [int(number) for number in open_ones["indicator"].unique()]
    label = text("tile.unanswered")
    if not numbers:
        return Tile(label, "0", text("tile.all_answered"), "green")
    name = naming.short_indicator(numbers[0])
    more = len(numbers) - 1
    sense = text("tile.and_more", name=name, n=more) if more else name
    return Tile(label, str(len(numbers)), sense, "red")


def _measure_tiles(measures: pd.DataFrame) -> list[Tile]:
    total = len(measures)
    found = [Tile(text("tile.measures"), str(total), text("tile.in_report"))]
    for name in ("responsible", "period", "result"):
        n = int(measures[name].notna().sum())
        value = text("tile.n_of", n=n, of=total)
        found.append(Tile(text(f"tile.has_{name}"), value, _completeness(n, total)))
    return found


def _completeness(n: int, total: int) -> str:
    if not total:
        return text("framework.no_score")
    return text("tile.complete" if n == total else "tile.incomplete")


def _say_mismatch(row: "pd.Series[Any]") -> None:
    printed, computed = row["total"], row["computed_total"]
    if pd.isna(printed) or pd.isna(computed):
        return
    gap = abs(printed - computed)
    if gap > MAY_DIFFER:
        words = text(
            "agency.mismatch",
            printed=f"{printed:.2f}",
            computed=f"{computed:.3f}",
            gap=f"{gap:.3f}",
        )
        st.warning(words, icon=":material/difference:")


def _say_rank(view: View) -> None:
    if view.choice.agency_id is None or view.choice.year is None:
        return
    rank = view.rank
    if rank is None or rank.n < RIVALS:
        st.caption(text("agency.no_rank"))
        return
    key = "agency.rank_tied" if rank.ties else "agency.rank"
    st.caption(
        text(
            key,
            rank=rank.rank,
            n=f"{rank.n:,}",
            ties=rank.ties,
            type=_type(rank.agency_type),
        )
    )


def _type(name: Any) -> str:  # noqa: ANN401
    return "" if pd.isna(name) else naming.named(str(name), "agency_type")


def _named_level(name: Any) -> str | None:  # noqa: ANN401
    return None if pd.isna(name) else naming.named(str(name), "level")
