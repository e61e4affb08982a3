"""From a finding to the value it is about: mending it, and what was mended."""

import pandas as pd
import streamlit as st

from itadash.checks.totals import reconciling
from itadash.corrections.fields import path_of
from itadash.errors import ItadashError
from itadash.labels import text
from itadash.model import Report
from itadash.ui import loading
from itadash.ui.correcting import correction_form, fill, history
from itadash.ui.source import plain
from itadash.ui.views import View


def finding_correction(finding: pd.Series) -> None:
    """Offer to correct the value that a finding is about, in its own report."""
    document_id = int(finding["document_id"])
    try:
        report = loading.store().load_report(document_id)
    except KeyError:
        st.error(text("import.gone"), icon=":material/error:")
        return
    # Another report may have a finding that says the same.
    key = f"mend_{document_id}_{finding['finding_key'][:12]}"
    with st.expander(text("correct.title"), icon=":material/edit:"):
        if finding["code"] == "overall_mismatch":
            _suggestions(report, key)
        first = path_of(
            str(finding["code"]),
            _whole(finding["indicator"]),
            _whole(finding["measure"]),
        )
        change = correction_form(report, key=key, about=key, first=first)
    if change is None:
        return
    try:
        loading.store().correct(document_id, change.path, change.value, change.why)
    except KeyError:
        st.error(text("import.gone"), icon=":material/error:")
        return
    except ItadashError as error:
        st.error(str(error), icon=":material/error:")
        return
    st.toast(text("correct.saved"), icon=":material/check:")
    st.rerun()


def correction_history(view: View) -> None:
    """List the corrections in the reports of the view's agencies, with undo."""
    history(view.kept("documents", lambda: _documents(view)), key="corrections")


def _documents(view: View) -> "pd.Series[int]":
    documents = loading.documents()
    own = documents["agency_id"].isin(view.rows["agency_id"])
    return documents.loc[own, "document_id"]


def _suggestions(report: Report, key: str) -> None:
    """Offer what would reconcile the total: a click fills the form and no more."""
    for at, one in enumerate(reconciling(report)):
        path = (
            "overall_score"
            if one.indicator is None
            else f"scores.{one.indicator}.score"
        )
        st.button(
            text("correct.use_suggestion", suggestion=plain(one.sentence)),
            key=f"{key}_suggested_{at}",
            on_click=fill,
            args=(key, path, one.after),
            icon=":material/auto_fix_high:",
        )


def _whole(value: object) -> int | None:
    return None if pd.isna(value) else int(value)  # type: ignore[call-overload]
