"""Much is shown in parts: the rows of a table, the agencies in detail.

Each part says which of how many it is; what is taken home is what is on screen.
"""

from dataclasses import dataclass

import streamlit as st

from itadash.labels import text
from itadash.ui import loading
from itadash.ui.views import MOST_IN_DETAIL, View, view

MOST_ROWS = 100  # of one table on screen


@dataclass(frozen=True)
class Part:
    """Rows from `start` up to `end` (not included) of `n`."""

    start: int
    end: int
    n: int


def part_of(n: int, size: int, *, key: str, of: str) -> Part:
    """Let the reader turn to a part of `n`; of no more than `size` it is all.

    `of` names what is turned over: two pagers may stand on one page.
    """
    if n <= size:
        return Part(0, n, n)
    last = -(-n // size)
    page = st.number_input(
        text("paging.page", of=of, last=f"{last:,}"), 1, last, key=key, width=320
    )
    start = (int(page) - 1) * size
    part = Part(start, min(start + size, n), n)
    words = {"first": f"{start + 1:,}", "last": f"{part.end:,}", "n": f"{n:,}"}
    st.caption(text("paging.rows", **words))
    return part


def in_detail(whole: View, *, by: str) -> View:
    """Return the view with a part of many agencies in detail; of few it is whole.

    `by` is "points", the lowest total first, or "findings", the gravest first.
    """
    if len(whole.order) <= MOST_IN_DETAIL:
        return whole
    order: list[int] = whole.order
    if by == "findings":
        order = whole.kept("by_findings", lambda: by_findings(whole))
    st.info(text(f"paging.by_{by}", n=f"{len(order):,}"), icon=":material/filter_alt:")
    of = text("tile.agencies")
    part = part_of(len(order), MOST_IN_DETAIL, key=f"agencies_by_{by}", of=of)
    chosen = tuple(order[part.start : part.end])
    samples = by == "findings"
    return view(whole.choice, count_samples=samples, in_detail=chosen)


def by_findings(whole: View) -> list[int]:
    """Return the agencies, those with the most errors, then warnings, first."""
    counts = loading.finding_counts(whole.fiscal_year)
    table = counts.pivot_table(
        values="findings",
        index="agency_id",
        columns="severity",
        aggfunc="sum",
        fill_value=0,
        observed=False,
    )
    known = [name for name in ("error", "warning", "info") if name in table]
    ranked = table.reindex(whole.order, fill_value=0)
    if not known:
        return whole.order
    sorted_rows = ranked.sort_values(known, ascending=False, kind="stable")
    return [int(number) for number in sorted_rows.index]
