"""Cards of weak indicators and of measures, in the report's own words."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from itadash import analysis, framework, naming
from itadash.labels import text
from itadash.model import MEASURE_TEXTS
from itadash.ui.source import marked, plain, plain_place
from itadash.ui.views import View

Row = Mapping[Hashable, Any]

# About how high things stand, in pixels: bars and printed scores, lines of years.
_FIGURES_HIGH, _YEARS_HIGH = 800, 700
_CARD_HIGH, _ANSWER_HIGH = 190, 130

# The fields of a measure in the order in which a reader asks for them.
_FIELDS = ("description", *MEASURE_TEXTS)


def weak_cards(view: View, issues: Mapping[int, str]) -> None:
    """Draw cards of the weakest indicators, as many as stand beside the figures."""
    beside, *_ = _places(view)
    if not beside:
        st.success(text("card.none_weak"), icon=":material/check_circle:")
    for row in beside:
        _weak_card(row, view, issues)


def more_weak_cards(view: View, issues: Mapping[int, str]) -> None:
    """Draw the cards of the other weak indicators in two columns, widest gap first."""
    _, left, right = _places(view)
    if not left:
        return
    for column, rows in zip(st.columns(2, gap="large"), (left, right), strict=True):
        with column:
            for row in rows:
                _weak_card(row, view, issues)


def _places(view: View) -> list[list[Row]]:
    """Return the weak indicators beside the figures, and left and right under them."""
    found: list[list[Row]] = view.kept("weak_cards", lambda: _placed(view))
    return found


def _placed(view: View) -> list[list[Row]]:
    weak: list[Row] = list(analysis.weak_indicators(view.tall).to_dict("records"))
    room = _FIGURES_HIGH
    if view.rows.loc[view.rows["has_scores"], "assessed_year"].nunique() > 1:
        room += _YEARS_HIGH
    return shared_out(weak, [_height(row, view) for row in weak], room)


def shared_out(
    rows: Sequence[Row], heights: Sequence[int], room: int
) -> list[list[Row]]:
    """Share rows out in their order: until the room is full, then to two columns."""
    first = 0
    while first < len(rows) and room > 0:
        room -= heights[first]
        first += 1
    ends = range(first + 1, len(rows) + 1)
    half = min(ends, key=lambda n: _uneven(heights[first:n], heights[n:]), default=0)
    return [list(rows[:first]), list(rows[first:half]), list(rows[max(first, half) :])]


def _uneven(left: Sequence[int], right: Sequence[int]) -> int:
    return abs(sum(left) - sum(right))


def _height(row: Row, view: View) -> int:
    answers = view.answered[view.answered["indicator"] == int(row["indicator"])]
    return _CARD_HIGH + _ANSWER_HIGH * int(answers["has_measure"].sum())


def _weak_card(row: Row, view: View, issues: Mapping[int, str]) -> None:
    with st.container(border=True):
        _in_card(row, view, issues.get(int(row["indicator"])))


def _in_card(row: Row, view: View, issue: str | None) -> None:
    number = int(row["indicator"])
    name = naming.numbered(number)
    st.markdown(f"**{name}**  \n:red[▼ **{framework.shown(row['score'])}**]")
    st.caption(_sense(row))
    if issue:
        with st.expander(text("card.issue")):
            st.markdown(marked(issue, ""))
    answers = view.answered[view.answered["indicator"] == number]
    has_report = bool(answers["has_report"].any())
    _answers(answers[answers["has_measure"]], has_report=has_report)
    _related(view.related[view.related["indicator"] == number])


def _sense(row: Row) -> str:
    gap = text("card.gap", gap=framework.shown(row["gap"]))
    if pd.isna(row["worth"]):
        return gap
    worth = text("card.worth", worth=f"{row['worth']:.2f}")
    return f"{gap} · {worth}"


def _answers(answers: pd.DataFrame, *, has_report: bool) -> None:
    if answers.empty:
        key = "card.unanswered" if has_report else "card.no_report"
        st.markdown(f":red-badge[:material/flag: {text(key)}]")
    for measure in answers.to_dict("records"):
        st.markdown(f":green-badge[{_strength(measure)}] {_title(measure)}")
        st.caption(_who_and_when(measure))


def _related(related: pd.DataFrame) -> None:
    if related.empty:
        return
    with st.expander(text("card.related", n=len(related))):
        for measure in related.to_dict("records"):
            st.markdown(f":gray-badge[{_strength(measure)}] {_title(measure)}")
            st.caption(_who_and_when(measure))


def _strength(measure: Row) -> str:
    return text("card.strength", strength=f"{measure['strength']:.2f}")


def _title(measure: Row) -> str:
    number: str = f"{int(measure['no'])}. " if pd.notna(measure["no"]) else ""
    return plain(f"{number}{measure['title']}").replace("\n", " ")


def _who_and_when(measure: Row) -> str:
    """Say why a measure is linked, who does it, when, and whether it has a result."""
    parts = [text("card.reason", reason=plain(str(measure["reason"])))]
    for name in ("units", "period"):
        parts.append(plain(_or_missing(measure[name]).replace("\n", " ")))
    result: str = "card.has_result" if pd.notna(measure["result"]) else "card.no_result"
    return " · ".join([*parts, text(result)])


def measure_cards(measures: pd.DataFrame) -> None:
    """Draw every measure in full, folded, in the order of the report."""
    for measure in measures.to_dict("records"):
        with st.expander(_title(measure)):
            measure_in_full(measure)


def measure_in_full(measure: Row, deciding: str = "") -> None:
    """Draw all that a report says of a measure, the deciding words marked."""
    place = [measure.get(name) for name in ("instrument", "group_heading")]
    said = [plain(str(part)) for part in place if part is not None and pd.notna(part)]
    if said:
        st.caption(" · ".join(said))
    for name in _FIELDS:
        if not pd.isna(measure[name]):
            words = marked(measure[name], deciding)
            st.markdown(f"**{text(f'field.{name}')}**  \n{words}")
    missing = [n for n in ("responsible", "period", "result") if pd.isna(measure[n])]
    if missing:
        names = ", ".join(text(f"field.{name}") for name in missing)
        st.caption(text("card.missing", fields=names))
    st.caption(plain_place(str(measure["source"]), measure["line"]))


def _or_missing(value: Any) -> str:  # noqa: ANN401
    return text("framework.no_score") if pd.isna(value) or not value else str(value)
