"""The lists of the overview and of the weak indicators' page."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from itadash import analysis, framework
from itadash.labels import text
from itadash.ui import tables, weak
from itadash.ui.cards import measure_in_full
from itadash.ui.source import marked, plain
from itadash.ui.views import View

SCORE_COLUMNS = [
    "agency",
    "agency_type",
    "province",
    "total",
    "computed_total",
    "level",
    *(f"i{one.number}" for one in framework.indicators()),
    "source",
]
MEASURE_COLUMNS = [
    "agency",
    "fiscal_year",
    "no",
    "title",
    "units",
    "period",
    "result",
    "source",
    "line",
]
ANSWERED_COLUMNS = [
    "agency",
    "name",
    "score",
    "gap",
    "title",
    "strength",
    "reason",
    "units",
    "period",
    "result",
    "measure_source",
    "line",
]
UNANSWERED_COLUMNS = ["agency", "name", "score", "gap", "why", "source"]


def needs_a_look(view: View) -> None:
    """Draw the agencies and indicators that need a look first, in sentences."""
    agencies, indicators = analysis.needs_a_look(view.tall, view.answered)
    st.subheader(text("overview.look"))
    sentences = [analysis.sentence(agency) for agency in agencies]
    sentences += [analysis.sentence(indicator) for indicator in indicators]
    for sentence in sentences:
        st.markdown(f"- {plain(sentence)}")
    if not agencies:
        st.success(text("card.none_weak"), icon=":material/check_circle:")
    st.caption(text("overview.look_note"))


def score_table(view: View, *, key: str) -> None:
    """Show all scored agencies of the view, worst total first."""
    scored = analysis.with_points(view.own[view.own["has_scores"]])
    rows = scored.sort_values("points").reset_index(drop=True)
    tables.table(rows, SCORE_COLUMNS, key=key, name="scores")


def measure_table(measures: pd.DataFrame, *, key: str) -> None:
    """Show measures, one a row."""
    tables.table(measures, MEASURE_COLUMNS, key=key, name="measures")


def weak_tabs(view: View) -> list[str]:
    """Return the titles of the three lists with their numbers."""
    counts = {
        "unanswered": _weak_count(view, answered=False),
        "answered": _weak_count(view, answered=True),
        "idle": len(view.idle),
    }
    return [text(f"weak.{name}", n=f"{n:,}") for name, n in counts.items()]


def unanswered_table(view: View, *, key: str) -> None:
    """Show the weak indicators that no measure answers."""
    rows = _named(view.answered[~view.answered["has_measure"]])
    planned = text("card.unanswered")
    why = rows["has_report"].map({True: planned, False: text("card.no_report")})
    rows = rows.assign(why=why).reset_index(drop=True)
    picked = tables.table(
        rows,
        UNANSWERED_COLUMNS,
        key=key,
        name="unanswered",
        pick=text("weak.pick_a_score"),
    )
    if picked is not None:
        weak.printed_score(rows.iloc[picked], key=f"{key}_agency")


def answered_table(view: View, *, key: str) -> None:
    """Show the weak indicators with the measures that answer them."""
    rows = _named(view.answered[view.answered["has_measure"]]).reset_index(drop=True)
    picked = tables.table(
        rows, ANSWERED_COLUMNS, key=key, name="answered", pick=text("weak.pick_a_row")
    )
    if picked is not None:
        with st.container(border=True):
            _in_full(rows.iloc[picked].to_dict())
        weak.to_agency(int(rows["agency_id"].iloc[picked]), key=f"{key}_agency")


def _in_full(row: dict[Hashable, Any]) -> None:
    """Show a measure with the words that linked it to the indicator marked."""
    reason = str(row["reason"])
    st.markdown(f"**{marked(str(row['title']), reason)}**")
    linked = text("weak.linked", name=row["name"], strength=f"{row['strength']:.2f}")
    st.caption(plain(linked))
    measure_in_full({**row, "source": row["measure_source"]}, reason)


def weak_counts(view: View, *, key: str) -> None:
    """Count weak indicators by agency, by indicator or by responsible unit."""
    by = st.segmented_control(
        text("weak.by"),
        ["by_agency", "by_indicator", "by_unit"],
        default="by_agency",
        format_func=lambda name: text(f"weak.{name}"),
        required=True,
        key="weak_by",
        bind="query-params",
        label_visibility="collapsed",
    )
    if by == "by_unit":
        units = analysis.by_unit(view.answered)
        named = units.assign(unit=units["unit"].fillna(text("weak.no_unit")))
        columns = ["unit", "weak", "measures", "agencies"]
        tables.table(named, columns, key=key, name="by_unit")
        return
    if by == "by_indicator":
        counts = analysis.count_by(_named(view.answered), ["indicator", "name"])
        columns = ["name", "weak", "without_measure", "agencies", "measures"]
        tables.table(counts, columns, key=key, name="by_indicator")
        return
    counts = analysis.count_by(view.answered, ["agency_id", "agency", "province"])
    columns = ["agency", "province", "weak", "without_measure", "measures"]
    pick = text("weak.pick_an_agency")
    picked = tables.table(counts, columns, key=key, name="by_agency", pick=pick)
    if picked is not None:
        weak.to_agency(int(counts["agency_id"].iloc[picked]), key=f"{key}_agency")


def _weak_count(view: View, *, answered: bool) -> int:
    rows = view.answered[view.answered["has_measure"] == answered]
    return len(rows.drop_duplicates(["agency_id", "assessed_year", "indicator"]))


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    names = {one.number: f"{one.number}. {one.name}" for one in framework.indicators()}
    return rows.assign(name=rows["indicator"].map(names))
