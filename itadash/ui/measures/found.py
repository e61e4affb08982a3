"""The measures that a search finds, a page at a time, with their printed words."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from itadash.labels import text
from itadash.store import Found
from itadash.ui import loading, source, tables
from itadash.ui.cards import measure_in_full
from itadash.ui.lists import MEASURE_COLUMNS
from itadash.ui.measures.asked import Asked
from itadash.ui.source import plain

PAGE = 25
MOST_PAGES = 400  # as many as `search.COUNTED_TO` hits fill
MOST_EXPORTED = 2_000  # rows of one file; more take longer than a second
COLUMNS = [
    "agency",
    "fiscal_year",
    "no",
    "title",
    "units",
    "period",
    "result",
    "source",
]


def found_measures(asked: Asked, *, key: str) -> None:
    """Show a page of what was found, a chosen row in full; end the page on nothing."""
    page = _shown_page(asked, key)
    found = loading.search_measures(asked.wanted, PAGE, (page - 1) * PAGE)
    if found.rows.empty:
        st.info(text("measures.none"), icon=":material/search_off:")
        st.stop()
    st.caption(_scope(found, page))
    rows = found.rows
    pick = text("measures.pick_a_row")
    picked = tables.table(rows, MEASURE_COLUMNS, key=key, name="measures", pick=pick)
    _every_row_button(asked, found, key=f"{key}_every")
    if picked is not None:
        _in_full(rows.iloc[picked])


def _shown_page(asked: Asked, key: str) -> int:
    """Draw the pager where there is more than a page; keep within what was found."""
    pages = min(-(-asked.total // PAGE), MOST_PAGES)
    if pages < 2:
        return 1
    return min(st.pagination(pages, key=f"{key}_page", bind="query-params"), pages)


def _scope(found: Found, page: int) -> str:
    first = (page - 1) * PAGE + 1
    key = "measures.scope" if found.is_exact else "measures.scope_more"
    last = first + len(found.rows) - 1
    return text(key, first=f"{first:,}", last=f"{last:,}", n=f"{found.total:,}")


def _every_row_button(asked: Asked, found: Found, *, key: str) -> None:
    if found.total <= len(found.rows):
        return
    n = min(found.total, MOST_EXPORTED)
    tables.late_excel_button(
        lambda: loading.search_measures(asked.wanted, MOST_EXPORTED, 0).rows,
        MEASURE_COLUMNS,
        label=text("measures.every_row", n=f"{n:,}", of=f"{found.total:,}"),
        key=key,
        name="measures",
    )


def _in_full(row: "pd.Series[Any]") -> None:
    measure: dict[Hashable, Any] = row.to_dict()
    with st.container(border=True):
        st.markdown(f"**{plain(str(measure['title']))}**")
        said = [measure["agency"], measure["province"]]
        st.caption(plain(" · ".join(str(one) for one in said if pd.notna(one))))
        measure_in_full(measure)
    st.caption(text("measures.printed"))
    source.around_row(row)
