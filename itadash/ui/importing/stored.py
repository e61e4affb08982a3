"""What is stored: imports with their undo, reports with their deletion."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from itadash import naming
from itadash.analysis import choosing
from itadash.errors import ItadashError
from itadash.labels import language, text
from itadash.ui import loading, tables
from itadash.ui.correcting import moment
from itadash.ui.filters import MOST_OFFERED
from itadash.ui.source import plain

# Agencies of one name stand in several provinces.
PLACED = ["agency", "province"]
STORED = [*PLACED, "kind", "fiscal_year", "assessed_year", "state", "source"]


@dataclass(frozen=True)
class Listed:
    """The first of the `n` reports that a search finds, in words of one language.

    `rows` are the STORED columns, `told` names each by its number; both are shared.
    """

    n: int
    rows: pd.DataFrame
    told: dict[int, str]


def imports_made() -> None:
    """List the last imports; any of them can be undone as a whole."""
    made = loading.store().batches()
    if made.empty:
        return
    told: dict[int, str] = {
        int(row["batch_id"]): _told(row) for row in made.to_dict("records")
    }
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left:
        chosen = st.selectbox(
            text("import.made"),
            list(told),
            format_func=lambda n: told[n],
            key="undo_which",
        )
    with right:
        if st.button(
            text("import.undo"),
            key="undo_import",
            icon=":material/undo:",
            width="stretch",
        ):
            _undo(chosen)


def _told(row: dict[object, object]) -> str:
    return text(
        "import.one_made",
        at=moment(pd.Timestamp(str(row["made_at"]))),
        name=row["label"],
        added=row["added"],
        changed=row["changed"],
    )


def _undo(batch_id: int) -> None:
    try:
        count = loading.store().undo_batch(batch_id)
    except KeyError:
        st.error(text("import.gone"), icon=":material/error:")
        return
    except ItadashError as error:
        st.error(str(error), icon=":material/error:")
        return
    key = "import.undone" if count else "import.undone_nothing"
    st.toast(text(key, n=count), icon=":material/check:")
    st.rerun()


def stored_reports() -> None:
    """List stored reports, as many as a search finds; one can be deleted."""
    documents = loading.documents()
    st.subheader(text("import.reports", n=f"{len(documents):,}"))
    _restore()
    if documents.empty:
        st.caption(text("import.no_reports"))
        return
    searched = st.text_input(text("import.search"), key="stored_search").strip()
    store = loading.store()
    listed = _listed(searched, language(), store.shown, store.revision())
    found = {"shown": len(listed.rows), "n": f"{listed.n:,}"}
    st.caption(text("import.found", **found))
    tables.table(listed.rows, STORED, key="stored_reports", name="reports")
    _delete(listed.told)


@st.cache_resource(show_spinner=False, max_entries=64)
def _listed(searched: str, spoken: str, shown: str, revision: int) -> Listed:
    """Search the stored reports once: it takes a pass over all of the country's."""
    found = choosing.documents_named(loading.documents(), searched)
    rows = naming.named_frame(_worded(found.head(MOST_OFFERED)))
    told = {int(row["document_id"]): _named(row) for row in rows.to_dict("records")}
    return Listed(len(found), choosing.without_unused_categories(rows[STORED]), told)


def _worded(shown: pd.DataFrame) -> pd.DataFrame:
    kinds = shown["kind"].astype("str").map(lambda kind: text(f"workbook.kind.{kind}"))
    states = shown["state"].astype("str").map(lambda state: text(f"state.{state}"))
    return shown.assign(kind=kinds, state=states)


def _delete(told: dict[int, str]) -> None:
    chosen = st.selectbox(
        text("import.delete_which"),
        list(told),
        index=None,
        placeholder=text("import.choose_one"),
        format_func=lambda number: told[number],
        key="delete_which",
    )
    if chosen is None:
        return
    sure = st.checkbox(
        text("import.delete_sure", name=plain(told[chosen])), key=f"sure_{chosen}"
    )
    if st.button(
        text("import.delete"),
        key="delete",
        disabled=not sure,
        icon=":material/delete:",
    ):
        _delete_now(chosen)


def _named(row: dict[object, object]) -> str:
    year = row["fiscal_year"] if pd.notna(row["fiscal_year"]) else row["assessed_year"]  # type: ignore[call-overload]
    parts = (*(row[name] for name in PLACED), row["kind"], year, row["source"])
    return " · ".join(str(part) for part in parts if pd.notna(part))  # type: ignore[call-overload]


def _delete_now(document_id: int) -> None:
    try:
        loading.store().delete_report(document_id)
    except KeyError:
        st.error(text("import.gone"), icon=":material/error:")
        return
    st.toast(text("import.deleted"), icon=":material/check:")
    st.rerun()


def _restore() -> None:
    """Offer to bring back what was deleted last, or to let go of it for good."""
    name = loading.store().last_deleted()
    if name is None:
        return
    st.info(text("import.in_trash", name=plain(name)), icon=":material/restore:")
    if st.button(text("import.restore"), key="restore", icon=":material/undo:"):
        _restore_now()
    with st.expander(text("import.forget")):
        _forget(name)


def _forget(name: str) -> None:
    """Let go of the deleted report for good, after a second thought."""
    # Another report of the same file may be deleted next: it is asked about anew.
    revision = loading.store().revision()
    sure = st.checkbox(
        text("import.forget_sure", name=plain(name)), key=f"forget_sure_{revision}"
    )
    if st.button(
        text("import.forget"),
        key="forget",
        disabled=not sure,
        icon=":material/delete_forever:",
    ):
        loading.store().forget_deleted()
        st.toast(text("import.forgotten", name=plain(name)), icon=":material/check:")
        st.rerun()


def _restore_now() -> None:
    try:
        loading.store().restore_deleted()
    except KeyError:
        st.error(text("import.gone"), icon=":material/error:")
        return
    except ItadashError as error:
        st.error(str(error), icon=":material/error:")
        return
    st.toast(text("import.restored"), icon=":material/check:")
    st.rerun()
