"""The full workbook: what goes in, how much it is, and the button."""

from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from itadash import analysis, workbook
from itadash.analysis import Choice
from itadash.exports import workbook_of
from itadash.labels import text
from itadash.ui import loading, tables


@dataclass(frozen=True)
class Export:
    """A choice and how many agencies, assessments and measures it holds."""

    choice: Choice
    agencies: int
    of_agencies: int
    assessments: int


def export_of(choice: Choice, *, every_year: bool) -> Export:
    """Return what a choice would export; nothing is built yet."""
    chosen = replace(choice, year=None) if every_year else choice
    everything = loading.assessments()
    rows = analysis.chosen(everything, chosen)
    return Export(
        chosen,
        rows["agency_id"].nunique(),
        everything["agency_id"].nunique(),
        len(rows),
    )


def workbook_button(export: Export, *, key: str) -> None:
    """Offer the workbook, built on the click; say so where there is nothing."""
    st.caption(
        text(
            "export.scope",
            n=f"{export.agencies:,}",
            of=f"{export.of_agencies:,}",
            rows=f"{export.assessments:,}",
        )
    )
    if not export.agencies:
        st.info(text("state.nothing_found"), icon=":material/filter_alt_off:")
        return
    st.download_button(
        text("export.button"),
        lambda: _workbook(export.choice),
        file_name=_file_name(export.choice),
        mime=tables.EXCEL,
        key=key,
        on_click="ignore",
        type="primary",
        icon=":material/download:",
    )


def _workbook(choice: Choice) -> bytes:
    content = workbook_of(loading.store(), choice, made_on=date.today())
    return workbook.workbook_bytes(content)


def _file_name(choice: Choice) -> str:
    return f"itadash-{choice.year}.xlsx" if choice.year else "itadash.xlsx"
