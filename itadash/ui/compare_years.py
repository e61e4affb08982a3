"""How the compared agencies moved over the years, and around their measures."""

from typing import Final

import pandas as pd
import streamlit as st

from itadash import analysis, charts
from itadash.analysis import changes, comparing
from itadash.charts import choice
from itadash.charts.names import short_agency
from itadash.labels import text
from itadash.ui import loading, tables
from itadash.ui.comparison import Compared
from itadash.ui.words import source_of

# What tells the rows apart comes first: of one agency that is not its name.
CHANGE_COLUMNS: Final = [
    *("agency", "change_words", "score_year", "change", "national", "net"),
    *("before", "score"),
]
OWN_CHANGE_COLUMNS: Final = ["score_year", *CHANGE_COLUMNS[1:2], *CHANGE_COLUMNS[3:]]
AROUND_COLUMNS: Final = [
    *("agency", "name", "title"),
    *("score_before", "score_during", "score_after", "change", "fiscal_year"),
]
OWN_AROUND_COLUMNS: Final = [*AROUND_COLUMNS[1:], "agency"]
CHANGE_WIDTHS: Final = {
    **{"agency": 200, "change_words": 290, "score_year": 95},
    **{"change": 90, "national": 75, "net": 65, "before": 70, "score": 65},
}
AROUND_WIDTHS: Final = {
    **{"agency": 180, "name": 130, "title": 310, "fiscal_year": 85},
    **{"score_before": 110, "score_during": 90, "score_after": 110, "change": 90},
}


def compare_changes(what: Compared, shown: pd.DataFrame) -> None:
    """Show how totals moved against the year before, net of the country."""
    st.subheader(text("compare.changes"))
    agencies = what.leads or tuple(int(one) for one in shown["agency_id"])
    moved = what.kept("moved", lambda: _moved(what, agencies), agencies)
    if moved.empty:
        st.info(text("compare.one_year"), icon=":material/info:")
        return
    if len(agencies) <= choice.MOST_DOTS:
        tables.chart(
            lambda: charts.net_changes(moved, title=_changes_title(moved)),
            key="compare_changes",
            view=what,
            variant=agencies,
        )
        st.caption(what.kept("moved_source", lambda: _source(what, moved), agencies))
    tables.table(
        moved,
        OWN_CHANGE_COLUMNS if len(agencies) == 1 else CHANGE_COLUMNS,
        key="compare_change_table",
        name="changes",
        widths=CHANGE_WIDTHS,
    )
    st.caption(text("compare.changes_note"))


def _moved(what: Compared, agencies: tuple[int, ...]) -> pd.DataFrame:
    """Return the known changes, of several agencies those of the year alone."""
    moved = changes.changes(what.counted[what.counted["agency_id"].isin(agencies)])
    known = moved["change"].notna()
    if len(agencies) > 1:
        known &= moved["assessed_year"] == what.year
    moved = moved[known.fillna(False)].reset_index(drop=True)
    pairs = zip(moved["change"], moved["net"], strict=True)
    words = [comparing.change_sentence(*pair) for pair in pairs]
    words_in_rows = pd.Series(words, index=moved.index, dtype="str")
    return moved.assign(change_words=words_in_rows, score_year=moved["assessed_year"])


def _source(what: Compared, moved: pd.DataFrame) -> str:
    """Name the files of the years that are held against each other."""
    own = what.counted["agency_id"].isin(moved["agency_id"])
    years = set(moved["assessed_year"]) | set(moved["assessed_year"] - 1)
    return source_of(what.counted[own & what.counted["assessed_year"].isin(years)])


def _changes_title(moved: pd.DataFrame) -> str:
    last = moved.iloc[-1]
    if moved["agency_id"].nunique() == 1:
        said = comparing.change_sentence(last["change"], last["net"])
        agency, year = short_agency(last["agency"], 40), last["assessed_year"]
        return text("compare.title_change", agency=agency, year=year, sentence=said)
    n, year = len(moved), last["assessed_year"]
    if moved["net"].isna().all():
        up = int((moved["change"] > 0).sum())
        return text("compare.title_changes", year=year, up=up, n=n)
    faster = int((moved["net"] > 0).sum())
    return text("compare.title_changes_net", year=year, faster=faster, n=n)


def compare_around(what: Compared) -> None:
    """Show the scores before and after the years of the picked agencies' measures."""
    if not what.leads:
        return
    st.subheader(text("compare.around"))
    rows = what.kept("around", lambda: _around(what))
    tables.table(
        rows,
        OWN_AROUND_COLUMNS if len(what.leads) == 1 else AROUND_COLUMNS,
        key="compare_around",
        name="around",
        widths=AROUND_WIDTHS,
    )
    st.caption(text("compare.around_note"))


def _around(what: Compared) -> pd.DataFrame:
    tall = analysis.tall_scores(
        what.counted[what.counted["agency_id"].isin(what.leads)]
    )
    answered = analysis.answer(
        analysis.weak_indicators(tall),
        loading.links(what.leads, None),
        loading.measures(what.leads, None),
    )
    found = changes.around_measures(tall, answered)
    rows = found.rename(
        columns={n: f"score_{n}" for n in ("before", "during", "after")}
    )
    return rows.assign(
        name=rows["indicator"].map(comparing.short_subject_name).astype("str")
    )
