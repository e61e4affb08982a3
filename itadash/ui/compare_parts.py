"""Figures, sentences and tables of the page that compares."""

from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from itadash import analysis, charts, framework, naming
from itadash.analysis import comparing, ranking
from itadash.charts import choice
from itadash.charts.names import short_agency
from itadash.labels import text
from itadash.ui import tables
from itadash.ui.comparison import Compared
from itadash.ui.source import plain
from itadash.ui.words import source_of

RANKING_COLUMNS: Final = [
    *("rank", "agency", "score", "gap_words", "n", "ties"),
    *("agency_type", "province", "source"),
]
SPREAD_COLUMNS: Final = [
    *("name", "score", "quarter_words", "low", "first", "median", "third", "high"),
    "n",
]
SPREAD_WIDTHS: Final = {
    **{"name": 190, "score": 65, "quarter_words": 275, "n": 95},
    **{"low": 62, "first": 78, "median": 68, "third": 78, "high": 62},
}


def compare_figure(what: Compared) -> pd.DataFrame:
    """Draw the figure that fits what is compared; return the ranked rows on screen.

    The agencies stand best first, those without a value of the subject last.
    """
    ranked = what.ranked
    kind = choice.figure_kind(1 if what.group else len(what.rows), len(what.subjects))
    order = what.order
    if kind == "ranked":
        order = [int(number) for number in ranked["agency_id"]]
    on_page = order[_window(kind, len(order))]
    shown = ranked[ranked["agency_id"].isin(on_page)].reset_index(drop=True)
    tables.chart(
        lambda: _figure(what, kind, shown, on_page),
        key="compare_figure",
        view=what,
        variant=tuple(on_page),
    )
    _say_source(what)
    return shown


def _window(kind: choice.Kind, n: int) -> slice:
    pages = choice.pages_of(kind, n)
    if pages == 1:
        return slice(0, n)
    # The key changes with the number of pages: a page beyond the last is no value.
    page = st.number_input(
        text("compare.page", pages=f"{pages:,}"),
        *(1, pages),
        key=f"compare_page_{kind}_{pages}",
    )
    found = choice.window(kind, n, int(page))
    st.caption(
        text(
            "compare.window",
            first=f"{found.start + 1:,}",
            last=f"{found.stop:,}",
            n=f"{n:,}",
        )
    )
    return found


def _figure(
    what: Compared, kind: choice.Kind, shown: pd.DataFrame, on_page: list[int]
) -> go.Figure:
    target = framework.target(what.year)
    if kind == "places":
        return _places(what, what.spreads)
    if kind == "ranked":
        title = _ranked_title(what, target, shown)
        leads = what.leads[:1]
        return charts.ranked_bars(shown, title=title, target=target, leads=leads)
    rows = what.rows.set_index("agency_id", drop=False).loc[on_page]
    tall = ranking.long_scores(rows.reset_index(drop=True), what.subjects)
    if kind == "dots":
        title = _dots_title(tall, target)
        return charts.dot_plot(tall, title=title, target=target)
    cells = tall[tall["indicator"] != ranking.TOTAL]
    title = _heat_title(what, target)
    return charts.score_heatmap(cells, title=title, target=target)


def _dots_title(tall: pd.DataFrame, target: float) -> str:
    lead = tall[tall["agency_id"] == tall["agency_id"].iloc[0]]
    known = lead[lead["state"] != analysis.MISSING]
    return text(
        "compare.title_dots_lead",
        agency=short_agency(lead["agency"].iloc[0], 40),
        weak=int((known["state"] == analysis.WEAK).sum()),
        known=len(known),
        target=f"{target:g}",
    )


def _heat_title(what: Compared, target: float) -> str:
    """Tell of all agencies that are compared, not of the page alone."""
    wanted = [one for one in what.subjects if one != ranking.TOTAL]
    scores = np.array([ranking.values(what.rows, one) for one in wanted])
    return text(
        "compare.title_heat",
        weak=f"{np.count_nonzero(scores < target):,}",
        known=f"{np.count_nonzero(~np.isnan(scores)):,}",
        n=f"{len(what.rows):,}",
        target=f"{target:g}",
    )


def _ranked_title(what: Compared, target: float, shown: pd.DataFrame) -> str:
    """Say what the numbers before the names are, where types stand among each other."""
    scores = pd.Series(ranking.values(what.rows, what.subject)).dropna()
    is_mixed = shown["agency_type"].nunique() > 1 and shown["rank"].notna().any()
    return text(
        "compare.title_ranked_types" if is_mixed else "compare.title_ranked",
        subject=comparing.subject_name(what.subject),
        passing=f"{(scores >= target).sum():,}",
        n=f"{len(scores):,}",
        target=f"{target:g}",
    )


def _places(what: Compared, spreads: pd.DataFrame) -> go.Figure:
    agency = _name(what, what.leads[0]) if what.leads else None
    return charts.place_strips(
        spreads,
        title=_places_title(spreads, agency),
        target=framework.target(what.year),
        agency=agency,
    )


def _places_title(spreads: pd.DataFrame, agency: str | None) -> str:
    known = spreads[spreads["median"].notna()]
    if agency is None:
        target = known["target"].max()
        below = int((known["median"] < known["target"]).sum())
        counts = {"below": below, "known": len(known), "target": f"{target:g}"}
        return text("compare.title_medians", **counts)
    scored = known[known["score"].notna()]
    if scored.empty:
        return text("compare.title_no_places", agency=agency)
    below = int((scored["score"] < scored["median"]).sum())
    return text("compare.title_places", agency=agency, below=below, known=len(scored))


def _name(what: Compared, agency_id: int) -> str:
    names = what.rows.loc[what.rows["agency_id"] == agency_id, "agency"]
    return short_agency(names.iloc[0], 40)


def compare_sentences(what: Compared) -> None:
    """Say of each picked agency its rank, its distance to the target, its quarter."""
    for sentence in what.kept("sentences", lambda: _sentences(what)):
        st.markdown(sentence)


def _sentences(what: Compared) -> list[str]:
    leads = what.ranked[what.ranked["agency_id"].isin(what.leads)]
    known = {row["agency_id"]: row for row in leads.to_dict("records")}
    return [_sentence(what, agency, known.get(agency)) for agency in what.leads]


def _sentence(what: Compared, agency: int, row: dict[Any, Any] | None) -> str:
    said = [text("framework.no_score")]
    if row is not None:
        rank = comparing.rank_sentence(row, subject=what.subject)
        said = [rank, comparing.gap_sentence(row["score"], row["target"])]
    return f"- **{plain(_name(what, agency))}** {plain(' · '.join(said))}"


def compare_ranking(what: Compared, shown: pd.DataFrame) -> None:
    """Show the ranks of the agencies on screen, with n and ties."""
    st.subheader(text("compare.ranking", subject=comparing.subject_name(what.subject)))
    target = framework.target(what.year)
    words = [comparing.gap_sentence(score, target) for score in shown["score"]]
    rows = shown.assign(gap_words=pd.Series(words, index=shown.index, dtype="str"))
    tables.table(rows, RANKING_COLUMNS, key="compare_ranking", name="ranking")
    missing = len(what.rows) - len(what.ranked)
    if missing:
        st.caption(text("compare.without_value", n=f"{missing:,}"))
    st.caption(text("compare.ranking_note"))


def compare_distribution(what: Compared) -> None:
    """Show quartiles of the group, and the lead agency's place in it."""
    st.subheader(text("compare.distribution"))
    if what.spreads["median"].isna().all():
        st.info(text("compare.no_quarter"), icon=":material/info:")
        return
    if what.group is None:  # else it is the page's first figure
        tables.chart(
            lambda: _places(what, what.spreads), key="compare_places", view=what
        )
        _say_group(what)
    rows = what.kept("spreads", lambda: _spreads_in_words(what.spreads))
    columns = [
        name
        for name in SPREAD_COLUMNS
        if what.leads or name not in ("score", "quarter_words")
    ]
    tables.table(
        rows,
        columns,
        key="compare_spreads",
        name="distribution",
        widths=SPREAD_WIDTHS,
    )


def _spreads_in_words(spreads: pd.DataFrame) -> pd.DataFrame:
    quarters = [None if pd.isna(one) else str(one) for one in spreads["quarter"]]
    return spreads.assign(
        name=[comparing.subject_name(int(one)) for one in spreads["indicator"]],
        quarter_words=[comparing.quarter_sentence(one) for one in quarters],
    )


def _say_source(what: Compared) -> None:
    """Name the files behind the figure, n, and what a score is not."""
    rows = what.spread if what.group else what.rows
    st.caption(what.kept("source", lambda: source_of(rows)))


def _say_group(what: Compared) -> None:
    """Name the group that the quartiles are of, and what they come from."""
    if what.leads and not what.group:
        type_name = naming.named(what.lead_type or "", "agency_type")
        agency = plain(_name(what, what.leads[0]))
        n = f"{len(what.spread):,}"
        words = text("compare.group_of_lead", agency=agency, type=type_name, n=n)
        st.caption(words)
    st.caption(what.kept("source of quartiles", lambda: source_of(what.spread)))
