"""The data checks: findings by severity and kind, each with its printed words."""

import pandas as pd
import streamlit as st

from itadash.analysis.findings import (
    SEVERITIES,
    count_kinds,
    with_looks,
)
from itadash.labels import text
from itadash.records import kind_name
from itadash.ui import loading, source, tables
from itadash.ui.mending import finding_correction
from itadash.ui.views import View

COLUMNS = [
    *("severity", "look", "message", "agency"),
    *("text", "source", "line", "suggestion"),
]


def found(view: View) -> pd.DataFrame:
    """Return the findings of the view's agencies, errors first."""
    return with_looks(view.findings, loading.looked_at(view.in_detail))


def finding_totals(view: View) -> None:
    """Say how many findings all reports hold, where only a part is listed."""
    if not view.is_wide:
        return
    st.markdown(view.kept("finding_totals", lambda: _totals(view)))


def _totals(view: View) -> str:
    counts = loading.finding_counts(view.fiscal_year)
    own = counts[counts["agency_id"].isin(view.own["agency_id"])]
    sums = own.groupby("severity", observed=False)["findings"].sum()
    words = [
        text(f"severity.{name}", n=f"{int(sums.get(name, 0)):,}") for name in SEVERITIES
    ]
    return text("paging.findings", counts=" · ".join(words))


def finding_filter(findings: pd.DataFrame) -> pd.DataFrame:
    """Offer severities, kinds and what is not yet looked at; return the chosen rows."""
    kept = findings[_of_severity(findings) & _of_kind(findings) & _not_seen(findings)]
    return kept.reset_index(drop=True)


def _of_severity(findings: pd.DataFrame) -> "pd.Series[bool]":
    counts = findings["severity"].astype("str").value_counts()
    chosen = st.pills(
        text("checks.severity"),
        SEVERITIES,
        selection_mode="multi",
        default=SEVERITIES,
        format_func=lambda name: text(f"severity.{name}", n=int(counts.get(name, 0))),
        key="severity",
    )
    return findings["severity"].isin(chosen)


def _of_kind(findings: pd.DataFrame) -> "pd.Series[bool]":
    counts = count_kinds(findings)
    chosen = st.multiselect(
        text("checks.kind"),
        list(counts),
        format_func=lambda code: f"{kind_name(code)} ({counts[code]})",
        placeholder=text("checks.every_kind"),
        key="finding_kind",
    )
    return findings["code"].isin(chosen or list(counts))


def _not_seen(findings: pd.DataFrame) -> "pd.Series[bool]":
    n = int(findings["seen"].sum())
    hide = st.toggle(text("checks.hide_seen", n=n), key="hide_seen", disabled=not n)
    return ~(findings["seen"] & hide)


def finding_table(findings: pd.DataFrame, *, key: str) -> None:
    """List findings; a chosen row shows the printed lines around its place."""
    if findings.empty:
        st.success(text("checks.none"), icon=":material/check_circle:")
        return
    worded = findings.assign(
        severity=findings["severity"].astype("str").map(lambda s: text(f"mark.{s}")),
        look=findings["seen"].map({True: text("checks.seen"), False: ""}),
    )
    picked = tables.table(
        worded, COLUMNS, key=key, name="findings", pick=text("checks.pick_a_row")
    )
    if picked is not None:
        _in_full(findings.iloc[picked])


def _in_full(finding: pd.Series) -> None:
    """Show the whole sentence, what would reconcile it, and its printed lines."""
    st.markdown(f"**{source.plain(finding['message'])}**")
    if pd.notna(finding["suggestion"]):
        suggestion = source.plain(finding["suggestion"])
        st.markdown(text("checks.suggestion", suggestion=suggestion))
    _look_button(finding)
    source.around_row(finding)
    finding_correction(finding)


def _look_button(finding: pd.Series) -> None:
    """Offer to mark a finding as looked at, or to take the mark back."""
    seen = bool(finding["seen"])
    st.button(
        text("checks.unmark" if seen else "checks.mark"),
        icon=":material/undo:" if seen else ":material/check:",
        key="look",
        on_click=loading.set_looked_at,
        args=(int(finding["document_id"]), str(finding["finding_key"])),
        kwargs={"seen": not seen},
    )


def finding_list(view: View) -> None:
    """List the findings of one agency as sentences with their printed words."""
    shown = found(view)
    st.subheader(text("agency.findings", n=len(shown)))
    if shown.empty:
        st.caption(text("agency.no_findings"))
    for row in shown.to_dict("records"):
        mark = text(f"mark.{row['severity']}")
        mark += f" · {text('checks.seen')}" if row["seen"] else ""
        st.markdown(f"{mark} · {source.plain(row['message'])}")
        if pd.notna(row["line"]):
            st.caption(source.origin(row["source"], row["line"], row["text"]))
