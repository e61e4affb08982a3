"""What can be taken home: the full workbook, its tables as CSV, an agency's form."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from io import BytesIO
from typing import Final

import streamlit as st

from itadash import analysis, exports, forms, naming, workbook
from itadash.analysis import Choice
from itadash.labels import text
from itadash.ui import loading, tables
from itadash.ui.handover import File, Progress, offer

LARGE: Final = 120  # assessments; more take longer than a second
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


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
    everything = analysis.of_agencies(loading.assessments())
    rows = analysis.chosen(everything, chosen)
    return Export(
        chosen,
        rows["agency_id"].nunique(),
        everything["agency_id"].nunique(),
        len(rows),
    )


def export_scope(export: Export) -> None:
    """Say how much the export holds; stop where it holds nothing."""
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
        st.stop()


def workbook_button(export: Export, *, key: str) -> None:
    """Offer the workbook with the tables that are picked."""
    parts = st.pills(
        text("export.parts"),
        workbook.PARTS,
        selection_mode="multi",
        default=workbook.PARTS,
        format_func=_named,
        key="export_parts",
    )
    kept = tuple(part for part in workbook.PARTS if part in parts)
    if not kept:
        st.info(text("export.no_part"), icon=":material/table:")
        return
    file = File(
        text("export.button"),
        f"{_stem(export.choice)}.xlsx",
        tables.EXCEL,
        partial(_workbook, export.choice, kept),
        tables.apology,
        (kept, *_version(export.choice)),
    )
    offer(file, key=key, is_large=export.assessments > LARGE)


def csv_button(export: Export, *, key: str) -> None:
    """Offer one table as CSV, and say what was done to texts like formulas."""
    part = st.radio(
        text("export.table"),
        workbook.PARTS,
        format_func=_named,
        key="csv_table",
        horizontal=True,
    )
    file = File(
        text("export.csv_button"),
        f"{_stem(export.choice)}-{part}.csv",
        "text/csv",
        partial(_csv, export.choice, part),
        lambda words: words.encode("utf-8-sig"),
        _version(export.choice),
    )
    offer(file, key=key, is_large=export.assessments > LARGE)
    st.caption(text("export.csv_note"))


def form_button(choice: Choice, *, key: str) -> None:
    """Offer the report of one agency to go on with, from what is stored."""
    named = loading.agency_labels().get(choice.agency_id or 0, "")
    stem = naming.file_stem(naming.agency_label(named), choice.year)
    file = File(
        text("export.form_button"),
        f"{stem}.docx",
        WORD,
        lambda _: forms.form_bytes(exports.form_of(loading.store(), choice)),
        forms.apology,
    )
    offer(file, key=key)
    st.caption(text("export.form_note"))


def _workbook(choice: Choice, parts: Sequence[str], progress: Progress) -> bytes:
    content = exports.workbook_of(loading.store(), choice, made_on=date.today())
    total = content.rows(parts)
    file = BytesIO()
    workbook.write_workbook(
        content, file, parts=parts, progress=lambda done: progress(done, total)
    )
    return file.getvalue()


def _csv(choice: Choice, part: str, progress: Progress) -> bytes:
    content = exports.workbook_of(loading.store(), choice, made_on=date.today())
    total = content.rows([part])
    file = BytesIO()
    workbook.CsvWriter().write(
        content, part, file, progress=lambda done: progress(done, total)
    )
    return file.getvalue()


def _version(choice: Choice) -> tuple[object, ...]:
    store = loading.store()
    return choice, store.shown, store.revision(), date.today()


def _named(part: str) -> str:
    return text(f"workbook.sheet_name.{part}")


def _stem(choice: Choice) -> str:
    return f"itadash-{choice.year}" if choice.year else "itadash"
