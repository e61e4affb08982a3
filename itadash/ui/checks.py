"""The data checks: findings by severity and kind, each with its printed words."""

import pandas as pd
import streamlit as st

from itadash.analysis.findings import SEVERITIES, all_findings
from itadash.labels import text
from itadash.ui import loading, source, tables
from itadash.ui.views import View

COLUMNS = ["severity", "message", "agency", "text", "source", "line", "suggestion"]


def found(view: View) -> pd.DataFrame:
    """Return the findings of the view's agencies, errors first."""
    numbers = tuple(int(number) for number in view.own["agency_id"].unique())
    documents = pd.concat([view.own["document_id"], view.measures["document_id"]])
    stored = loading.findings(numbers)
    own = stored[stored["document_id"].isin(documents.dropna())]
    scores = loading.scores(numbers, view.choice.year)
    return all_findings(own, view.answered, scores)


def finding_filter(findings: pd.DataFrame) -> pd.DataFrame:
    """Offer the severities with their counts; return the rows of the chosen ones."""
    counts = findings["severity"].astype("str").value_counts()
    chosen = st.pills(
        text("checks.severity"),
        SEVERITIES,
        selection_mode="multi",
        default=SEVERITIES,
        format_func=lambda name: text(f"severity.{name}", n=int(counts.get(name, 0))),
        key="severity",
    )
    return findings[findings["severity"].isin(chosen)].reset_index(drop=True)


def finding_table(findings: pd.DataFrame, *, key: str) -> None:
    """List findings; a chosen row shows the printed lines around its place."""
    if findings.empty:
        st.success(text("checks.none"), icon=":material/check_circle:")
        return
    worded = findings.assign(
        severity=findings["severity"].astype("str").map(lambda s: text(f"mark.{s}"))
    )
    picked = tables.table(
        worded, COLUMNS, key=key, name="findings", pick=text("checks.pick_a_row")
    )
    if picked is not None:
        source.around_row(findings.iloc[picked])


def finding_list(view: View) -> None:
    """List the findings of one agency as sentences with their printed words."""
    shown = found(view)
    st.subheader(text("agency.findings", n=len(shown)))
    if shown.empty:
        st.caption(text("agency.no_findings"))
    for row in shown.to_dict("records"):
        mark = text(f"mark.{row['severity']}")
        st.markdown(f"- {mark} · {source.plain(row['message'])}")
        if pd.notna(row["line"]):
            st.caption(source.origin(row["source"], row["line"], row["text"]))
