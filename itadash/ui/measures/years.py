"""A year's measures against those of the year before, and whether they were reported.

Only the filter bar narrows what is compared: a search for words would make measures
look dropped that are only worded otherwise.
"""

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from itadash.analysis import carried
from itadash.labels import language, text
from itadash.store.search import Wanted
from itadash.ui import loading, tables
from itadash.ui.measures.asked import Asked
from itadash.ui.tiles import Tile, tiles

MOST_COMPARED = 2_000  # measures of one year: about the agencies of a province
COLUMNS = [
    "agency",
    "fate_word",
    "title",
    "before_title",
    "similarity",
    "reported_word",
    "source",
    "line",
]
SHAPES = {carried.NEW: "+", carried.CARRIED: "=", carried.DROPPED: "–"}


@dataclass(frozen=True)
class Compared:
    """Two years held against each other, in the words of one language; shared.

    `rows` are the COLUMNS of a table, `fates` how many measures have each. Of the
    `measures` of the later year, `known` are those of agencies with a report of
    results, and `reported` those with a result.
    """

    rows: pd.DataFrame
    fates: dict[str, int]
    agencies: int
    measures: int
    known: int
    reported: int


def year_before(asked: Asked, *, key: str) -> None:
    """Show what was carried over, dropped and new, one row a measure."""
    year = asked.wanted.fiscal_year
    if year is None:
        st.info(text("carried.one_year"), icon=":material/compare_arrows:")
        return
    placed = replace(asked.wanted, words="", unit=None, indicator=None)
    store = loading.store()
    compared = _compared(placed, year, language(), store.shown, store.revision())
    if compared is None:
        st.info(text("carried.too_many", most=f"{MOST_COMPARED:,}"))
        return
    _reported(compared, year)
    if compared.rows.empty:
        words = text("carried.nothing", year=year, before=year - 1)
        st.info(words, icon=":material/compare_arrows:")
        return
    _fates(compared, year)
    tables.table(compared.rows, COLUMNS, key=key, name="carried")
    st.caption(_note(compared))


@st.cache_resource(show_spinner=False, max_entries=16, hash_funcs={Wanted: repr})
def _compared(
    placed: Wanted, year: int, spoken: str, shown: str, revision: int
) -> Compared | None:
    """Compare two years of measures once; None where there are too many."""
    after = _measures(placed)
    if after is None:
        return None
    before = _measures(replace(placed, fiscal_year=year - 1))
    if before is None:
        return None
    found = carried.against_year_before(before, after)
    known = after["reported"] != carried.NO_REPORT
    return Compared(
        rows=_worded(found)[COLUMNS],
        fates={fate: int((found["fate"] == fate).sum()) for fate in carried.FATES},
        agencies=int(found["agency_id"].nunique()),
        measures=len(after),
        known=int(known.sum()),
        reported=int((after["reported"] == carried.REPORTED).sum()),
    )


def _measures(wanted: Wanted) -> pd.DataFrame | None:
    """Return each measure once, None where there are too many to compare."""
    found = loading.store().find_measures(wanted, MOST_COMPARED, 0)
    if found.total > MOST_COMPARED:
        return None
    return carried.one_each(found.rows)


def _reported(compared: Compared, year: int) -> None:
    n, known = compared.reported, compared.known
    key = "carried.reported" if known else "carried.no_report"
    others = ""
    if without := compared.measures - known:
        others = text("carried.without_report", n=f"{without:,}")
    said = {"n": f"{n:,}", "of": f"{known:,}", "without": f"{without:,}"}
    st.caption(text(key, **said, year=year, others=others))


def _fates(compared: Compared, year: int) -> None:
    tiles(
        [
            Tile(
                f"{SHAPES[fate]} {text(f'carried.{fate}')}",
                f"{compared.fates[fate]:,}",
                text(f"carried.{fate}_sense", year=year, before=year - 1),
            )
            for fate in carried.FATES
        ]
    )


def _worded(found: pd.DataFrame) -> pd.DataFrame:
    fates = {fate: f"{SHAPES[fate]} {text(f'carried.{fate}')}" for fate in SHAPES}
    states = (carried.REPORTED, carried.NOT_REPORTED, carried.NO_REPORT)
    reported = {state: text(f"carried.state.{state}") for state in states}
    return found.assign(
        fate_word=found["fate"].astype("object").map(fates),
        reported_word=found["reported"].map(reported),
    )


def _note(compared: Compared) -> str:
    return text(
        "carried.note",
        title=f"{carried.SAME_TITLE:.2f}",
        number=f"{carried.SAME_NUMBER_AND_TITLE:.2f}",
        n=f"{compared.agencies:,}",
    )
