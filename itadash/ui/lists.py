"""The lists of the overview and of the weak indicators' page."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from itadash import analysis, framework, naming
from itadash.analysis.judged import open_counts
from itadash.labels import text
from itadash.ui import addresses, tables, weak
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
COUNTED = {
    "by_agency": ("agency", "province", "weak", "without_measure", "measures"),
    "by_indicator": ("name", "weak", "without_measure", "agencies", "measures"),
    "by_unit": ("unit", "weak", "measures", "agencies"),
}
UNANSWERED_COLUMNS = ["agency", "name", "score", "gap", "why", "source"]


def needs_a_look(view: View) -> None:
    """Draw the agencies and indicators that need a look first, in sentences."""
    agencies, indicators = view.looks
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
    tables.table(view.scored, SCORE_COLUMNS, key=key, name="scores")


def measure_table(measures: pd.DataFrame, *, key: str) -> None:
    """Show measures, one a row."""
    tables.table(measures, MEASURE_COLUMNS, key=key, name="measures")


def weak_tabs(view: View) -> list[str]:
    """Return the titles of the three lists with their numbers."""
    return [
        text("weak.unanswered", n=f"{_weak_count(view, answered=False):,}"),
        text("weak.answered", n=f"{_weak_count(view, answered=True):,}"),
        text(
            "weak.idle_of_shown" if view.is_wide else "weak.idle",
            n=f"{len(view.idle):,}",
            shown=f"{len(view.in_detail):,}",
        ),
    ]


def unanswered_table(view: View, *, key: str) -> None:
    """Show the weak indicators that no measure answers."""
    rows = view.kept("unanswered", lambda: _unanswered(view))
    picked = tables.table(
        rows,
        UNANSWERED_COLUMNS,
        key=key,
        name="unanswered",
        pick=text("weak.pick_a_score"),
    )
    if picked is not None:
        weak.printed_score(rows.iloc[picked], key=f"{key}_agency")


def _unanswered(view: View) -> pd.DataFrame:
    rows = _named(view.judged[~view.judged["has_measure"]])
    planned = text("card.unanswered")
    why = rows["has_report"].map({True: planned, False: text("card.no_report")})
    return rows.assign(why=why).reset_index(drop=True)


def answered_table(view: View, *, key: str) -> None:
    """Show the weak indicators with the measures that answer them."""
    say_part(view)
    rows = view.kept("answered", lambda: _answered(view))
    picked = tables.table(
        rows, ANSWERED_COLUMNS, key=key, name="answered", pick=text("weak.pick_a_row")
    )
    if picked is not None:
        with st.container(border=True):
            _in_full(rows.iloc[picked].to_dict())
        weak.to_agency(int(rows["agency_id"].iloc[picked]), key=f"{key}_agency")


def say_part(view: View) -> None:
    """Say of how many agencies a table holds the measures, where not of all."""
    if view.is_wide:
        shown, n = f"{len(view.in_detail):,}", f"{len(view.order):,}"
        st.caption(text("weak.part", shown=shown, n=n))


def _answered(view: View) -> pd.DataFrame:
    return _named(view.answered[view.answered["has_measure"]]).reset_index(drop=True)


def _in_full(row: dict[Hashable, Any]) -> None:
    """Show a measure with the words that linked it to the indicator marked."""
    reason = str(row["reason"])
    st.markdown(f"**{marked(str(row['title']), reason)}**")
    linked = text("weak.linked", name=row["name"], strength=f"{row['strength']:.2f}")
    st.caption(plain(linked))
    measure_in_full({**row, "source": row["measure_source"]}, reason)


def weak_counts(view: View, *, key: str) -> None:
    """Count weak indicators by agency, by indicator or by responsible unit."""
    addresses.take_codes("weak_by", list(COUNTED), _count_name)
    by = st.segmented_control(
        text("weak.by"),
        list(COUNTED),
        default="by_agency",
        format_func=_count_name,
        required=True,
        key="weak_by",
        bind="query-params",
        label_visibility="collapsed",
    )
    if by == "by_unit":
        say_part(view)
    counts = view.kept(f"counted {by}", lambda: _counts(view, str(by)))
    columns = [name for name in COUNTED[by] if name in counts]
    pick = text("weak.pick_an_agency") if by == "by_agency" else ""
    picked = tables.table(counts, columns, key=key, name=by, pick=pick)
    if picked is not None:
        weak.to_agency(int(counts["agency_id"].iloc[picked]), key=f"{key}_agency")


def _count_name(by: str) -> str:
    return text(f"weak.{by}")


def _counts(view: View, by: str) -> pd.DataFrame:
    """Count weak indicators; units and numbers of measures only where all are read."""
    if by == "by_unit":
        units = analysis.by_unit(view.answered)
        named = units.assign(unit=units["unit"].fillna(text("weak.no_unit")))
        return named[["unit", "weak", "measures", "agencies"]]
    columns = ["agency_id", "agency", "province"] if by == "by_agency" else ["name"]
    if view.is_wide:
        return open_counts(_named(view.judged), columns)
    return analysis.count_by(_named(view.answered), columns)


def _weak_count(view: View, *, answered: bool) -> int:
    return int((view.judged["has_measure"] == answered).sum())


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    names = {one.number: naming.numbered(one.number) for one in framework.indicators()}
    return rows.assign(name=rows["indicator"].map(names))
