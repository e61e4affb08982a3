"""The parts of the agency's page."""

from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from itadash import analysis, charts, framework, naming
from itadash.analysis import Choice
from itadash.labels import text
from itadash.ui import loading, marks, source, tables, views
from itadash.ui.source import plain
from itadash.ui.tiles import Tile, tiles
from itadash.ui.views import View
from itadash.ui.words import source_of

MOST_BUTTONS = 20  # agencies to choose from without the filter bar
PRINTED_WIDTHS = {"indicator": 40, "name": 190, "score": 68}
MAY_DIFFER = 0.01  # points between printed and recomputed total; rounding explains it


def one_agency(choice: Choice, *, page: str = "agency") -> Choice:
    """Return the choice of one agency and a year it has; ask where none is chosen.

    `page` names the page ("nav.<page>") whose title stands over what is asked.
    """
    seen = views.view(choice, count_samples=True)
    rows = seen.rows
    if rows.empty:
        _nothing_found(page)
    if choice.agency_id is None and len(seen.of_all_years) != 1:
        _ask_for_one(seen.own, page)
    agency = choice.agency_id or int(rows["agency_id"].iloc[0])
    own = rows[rows["agency_id"] == agency]
    return replace(choice, agency_id=agency, year=_year_of(own, choice.year))


def _year_of(own: pd.DataFrame, year: int | None) -> int | None:
    """Return the chosen year where the agency has it, else its newest."""
    years = [int(one) for one in own["assessed_year"].dropna().unique()]
    if year in years or not years:
        return year if years else None
    return max(years)


def _nothing_found(page: str) -> None:
    st.title(text(f"nav.{page}"))
    st.info(text("state.nothing_found"), icon=":material/filter_alt_off:")
    st.stop()


def _ask_for_one(rows: pd.DataFrame, page: str) -> None:
    if rows.empty:
        _nothing_found(page)
    st.title(text(f"nav.{page}"))
    st.info(text("agency.choose"), icon=":material/account_balance:")
    labels = loading.agency_labels()
    for number in rows["agency_id"].unique()[:MOST_BUTTONS]:
        st.button(
            naming.agency_label(labels[number]),
            key=f"open_{number}",
            on_click=_choose,
            args=(int(number),),
            icon=":material/arrow_forward:",
            type="tertiary",
        )
    st.stop()


def _choose(agency_id: int) -> None:
    st.session_state["agency"] = loading.agency_labels()[agency_id]


def agency_head(view: View) -> None:
    """Draw name, type, place, years and state."""
    row = view.own.iloc[0]
    st.title(plain(str(_or(row["agency"], text("agency.unnamed")))))
    district = _or(row["district"], None)
    province = _or(row["province"], None)
    place = [
        text("agency.district", name=district) if district else "",
        _province(province),
    ]
    parts = [
        _type(row["agency_type"]),
        " ".join(p for p in place if p) or text("agency.no_place"),
        _years(row),
        text(f"state.{row['state']}"),
    ]
    said = " · ".join(plain(str(part)) for part in parts if part)
    if row["synthetic"] or row["sample"]:
        marks.marked_caption("synthetic" if row["synthetic"] else "sample", said)
    else:
        st.caption(said)


def _years(row: "pd.Series[Any]") -> str:
    if pd.isna(row["assessed_year"]):
        return text("agency.no_year")
    key = "agency.derived_year" if row["year_derived"] else "agency.year"
    return text(key, year=row["assessed_year"])


def agency_tiles(view: View) -> None:
    """Draw four tiles: of scores, or of measures where the report has no scores."""
    if not view.has_scores:
        st.info(text("agency.measures_only"), icon=":material/info:")
        tiles(_measure_tiles(view.measures))
        return
    row = view.kept("row", lambda: analysis.with_points(view.own).iloc[0])
    tiles(view.kept("tiles", lambda: _score_tiles(view, row)))
    _say_mismatch(row)
    _say_rank(view)


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
        sense = text("tile.complete" if n == total else "tile.incomplete")
        value = text("tile.n_of", n=n, of=total)
        found.append(Tile(text(f"tile.has_{name}"), value, sense))
    return found


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
    if rank is None or rank.n < 2:
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


def peers(choice: Choice) -> pd.DataFrame | None:
    """Return the medians of the agency's peers, None where they are too few."""
    return views.view(choice, count_samples=True).peers


def years_chart(view: View, target: float) -> None:
    """Draw the years of an agency, where it has scores of more than one."""
    scored = view.rows[view.rows["has_scores"]]
    if scored["assessed_year"].nunique() < 2:
        return

    def build() -> go.Figure:
        tall = analysis.tall_scores(scored)
        title = analysis.years_title(tall)
        return charts.year_lines(tall, title=title, target=target)

    tables.chart(build, key="year_lines", view=view)
    st.caption(view.kept("years_source", lambda: source_of(scored)))


def issues(view: View) -> dict[int, str]:
    """Return the report's own improvement text for each indicator."""
    scores = _scores(view)
    said = scores.dropna(subset=["issue"])
    return dict(zip(said["indicator"], said["issue"], strict=True))


def printed_scores(view: View) -> None:
    """List the scores with the printed words; a chosen row shows the lines around."""
    scores = _scores(view)
    if scores.empty:
        return
    picked = tables.table(
        scores,
        ["indicator", "name", "score", "text", "line", "source"],
        key="printed_scores",
        name="scores",
        pick=text("agency.pick_a_row"),
        widths=PRINTED_WIDTHS,
    )
    if picked is not None:
        source.around_row(scores.iloc[picked])


def _scores(view: View) -> pd.DataFrame:
    found: pd.DataFrame = view.kept("printed_scores", lambda: _printed(view))
    return found


def _printed(view: View) -> pd.DataFrame:
    scores = loading.scores((view.choice.agency_id or 0,), view.choice.year)
    own = scores["document_id"].isin(view.own["document_id"])
    return scores[own].reset_index(drop=True)


def _province(name: str | None) -> str:
    if not name:
        return ""
    return text("agency.province", name=naming.named(name, "province"))


def _type(name: Any) -> str:  # noqa: ANN401
    return "" if pd.isna(name) else naming.named(str(name), "agency_type")


def _named_level(name: Any) -> str | None:  # noqa: ANN401
    return None if pd.isna(name) else naming.named(str(name), "level")


def _or(value: Any, other: Any) -> Any:  # noqa: ANN401
    return other if pd.isna(value) else value
