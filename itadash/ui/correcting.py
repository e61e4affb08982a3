"""The form that changes one field, and the history of what was changed."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from itadash import framework, gazetteer, naming
from itadash.corrections import (
    HEADER,
    MEASURE_FIELDS,
    Value,
    entered,
    field_name,
    reason,
    value_at,
    written,
)
from itadash.corrections.entering import KINDS
from itadash.errors import ItadashError
from itadash.labels import text
from itadash.model import Report
from itadash.ui import loading, tables
from itadash.ui.frame import errors_shown
from itadash.ui.source import plain

MOST_MEASURES = 100  # whose fields are offered
MOST_UNDONE_OFFERED = 20
_NAMED: Mapping[str, naming.Subject] = {
    "agency.type": "agency_type",
    "agency.province": "province",
    "level": "level",
}
HISTORY = ["made_at", "agency", "field", "old", "new", "why", "undone", "source"]


@dataclass(frozen=True)
class Change:
    """What a person filled in: a field, its new value, and why."""

    path: str
    value: Value
    why: str


def paths(report: Report) -> list[str]:
    """Return the fields of a report that can be changed, in reading order."""
    scores = [f"scores.{one.number}.score" for one in framework.indicators()]
    measures = [
        f"measures.{at}.{name}"
        for at in range(min(len(report.measures), MOST_MEASURES))
        for name in MEASURE_FIELDS
    ]
    return [*HEADER, *scores, *measures]


def correction_form(
    report: Report, *, key: str, about: str, first: str | None = None
) -> Change | None:
    """Draw the form; returns what was filled in once it is sent and holds.

    `about` names the report: what was typed for another one is not offered for it.
    `first` is the field that the form begins with.
    """
    offered = paths(report)
    if st.session_state.get(f"{key}_field", offered[0]) not in offered:
        del st.session_state[f"{key}_field"]
    path = st.selectbox(
        text("correct.field"),
        offered,
        index=offered.index(first) if first in offered else 0,
        format_func=field_name,
        key=f"{key}_field",
    )
    before = value_at(report, path)
    st.caption(text("correct.now", value=plain(shown_value(path, before))))
    _begin_anew(key, path, f"{about} {before!r}", written(before))
    with st.form(f"{key}_form", border=False):
        typed = _value_input(path, before, key=f"{key}_value_{path}")
        why = st.text_input(text("correct.why"), key=f"{key}_why_{path}")
        sent = st.form_submit_button(
            text("correct.save"), key=f"{key}_save", icon=":material/edit:"
        )
    if not sent:
        return None
    try:
        return Change(path, entered(path, typed), reason(why))
    except ItadashError as error:
        st.error(str(error), icon=":material/error:")
        return None


def _begin_anew(key: str, path: str, stands: str, value: str) -> None:
    """Empty the form where another report or value stands than when it was filled."""
    is_filled = st.session_state.pop(f"{key}_filled", None) == path
    mark = f"{key}_stands_{path}"
    if st.session_state.get(mark) == stands:
        return
    st.session_state[mark] = stands
    if not is_filled:
        st.session_state[f"{key}_value_{path}"] = value
        st.session_state[f"{key}_why_{path}"] = ""


def fill(key: str, path: str, value: str) -> None:
    """Fill the form of a key, for a person to look at and send (a callback)."""
    st.session_state[f"{key}_field"] = path
    st.session_state[f"{key}_value_{path}"] = value
    st.session_state[f"{key}_why_{path}"] = text("correct.as_suggested")
    st.session_state[f"{key}_filled"] = path


def shown_value(path: str, value: object) -> str:
    """Return a value of a field as a reader knows it."""
    if value is None or value == []:
        return text("framework.no_score")
    if path == "kind":
        return text(f"workbook.kind.{value}")
    if isinstance(value, int | float | str):
        return (
            naming.named(written(value), _NAMED[path])
            if path in _NAMED
            else written(value)
        )
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _value_input(path: str, before: Value, *, key: str) -> str:
    options = _options(path)
    now = written(before)
    if not options:
        return st.text_input(text("correct.new"), key=key)
    options = options if now in options else [now, *options]
    return st.selectbox(
        text("correct.new"),
        options,
        format_func=lambda one: shown_value(path, one or None),
        key=key,
    )


def _options(path: str) -> list[str]:
    """Return the values that a field takes, none where it takes any words."""
    if path == "kind":
        return list(KINDS)
    if path == "level":
        return ["", *dict.fromkeys(framework.level_names())]
    if path == "agency.type":
        return ["", *(one.name for one in gazetteer.agency_types())]
    if path == "agency.province":
        return ["", *(one.name for one in gazetteer.provinces())]
    return []


def history(document_ids: "pd.Series[int]", *, key: str) -> None:
    """List the corrections of some reports; one that stands can be undone."""
    every = loading.store().corrections()
    # Most stores hold none, and documents are many.
    made = every if every.empty else every[every["document_id"].isin(document_ids)]
    st.subheader(text("correct.history", n=len(made)))
    if made.empty:
        st.caption(text("correct.none"))
        return
    tables.table(worded(made), HISTORY, key=key, name="corrections")
    _undo(made[made["undone_at"].isna()].head(MOST_UNDONE_OFFERED), key=key)


def worded(made: pd.DataFrame) -> pd.DataFrame:
    """Return corrections with words for their fields, values and times."""
    rows = made.to_dict("records")
    return made.assign(
        field=[field_name(row["path"]) for row in rows],
        old=[shown_value(row["path"], row["old"]) for row in rows],
        new=[shown_value(row["path"], row["new"]) for row in rows],
        made_at=[moment(row["made_at"]) for row in rows],
        undone=[
            text("correct.undone") if pd.notna(r["undone_at"]) else "" for r in rows
        ],
    )


def moment(at: pd.Timestamp) -> str:
    """Return a time of the store (UTC) as Thai date and time."""
    local = at + pd.Timedelta(hours=7)
    return f"{local.day}/{local.month}/{local.year + 543} {local:%H:%M}"


def _undo(standing: pd.DataFrame, *, key: str) -> None:
    if standing.empty:
        return
    told: dict[int, str] = {
        int(row["correction_id"]): f"{row['field']} · {row['old']} → {row['new']}"
        for row in worded(standing).to_dict("records")
    }
    chosen = st.selectbox(
        text("correct.choose_undo"),
        list(told),
        format_func=lambda number: told[number],
        key=f"{key}_undo",
    )
    st.button(
        text("correct.undo"),
        key=f"{key}_undo_go",
        icon=":material/undo:",
        on_click=_take_back,
        args=(chosen,),
    )


def _take_back(correction_id: int) -> None:
    """Undo a correction (a callback: the page below shows what holds then)."""
    with errors_shown():
        try:
            loading.store().undo_correction(correction_id)
        except KeyError:
            st.toast(text("correct.gone"), icon=":material/error:")
            return
        st.toast(text("correct.undone_now"), icon=":material/check:")
