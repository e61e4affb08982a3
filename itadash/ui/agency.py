"""The parts of the agency's page."""

from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from itadash import analysis, charts, naming
from itadash.analysis import Choice
from itadash.labels import text
from itadash.ui import loading, marks, source, tables, views
from itadash.ui.source import plain
from itadash.ui.views import View
from itadash.ui.words import source_of

MOST_BUTTONS = 20  # agencies to choose from without the filter bar
PRINTED_WIDTHS = {"indicator": 40, "name": 190, "score": 68}


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


def _or(value: Any, other: Any) -> Any:  # noqa: ANN401
    return other if pd.isna(value) else value
