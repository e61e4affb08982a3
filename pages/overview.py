"""The year at a glance: four tiles, ten bars, levels, and who needs a look."""

import streamlit as st

from itadash import analysis, charts, framework, ui
from itadash.labels import text

choice = ui.current_filters()
view = ui.view(choice)
target = framework.target(choice.year)

st.title(text("overview.title"))
st.caption(ui.scope(view))
ui.demo_hint()
ui.overview_tiles(analysis.overview(view.rows, choice.year, view.answered))
ui.stop_without_scores(view)

means = analysis.indicator_means(view.tall)
bars, looks = st.columns([3, 2], gap="large")
with bars:
    title = text("overview.bars", sense=analysis.weak_title(means))
    ui.chart(
        charts.indicator_bars(means, title=title, target=target), key="indicator_bars"
    )
    st.caption(ui.source_note(view))
    levels = analysis.level_counts(view.own, choice.year)
    title = text("overview.levels")
    ui.chart(charts.level_distribution(levels, title=title), key="levels")
with looks:
    ui.needs_a_look(view)

worst = analysis.worst_first(view.tall)
title = text("overview.heatmap", n=worst["agency_id"].nunique())
ui.chart(charts.score_heatmap(worst, title=title, target=target), key="heatmap")
st.caption(ui.source_note(view))

st.subheader(text("overview.table"))
ui.score_table(view, key="score_table")
