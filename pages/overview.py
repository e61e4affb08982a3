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
ui.overview_tiles(view.seen)
ui.stop_without_scores(view)

bars, looks = st.columns([3, 2], gap="large")
with bars:
    title = text("overview.bars", sense=analysis.weak_title(view.means))
    ui.chart(
        lambda: charts.indicator_bars(view.means, title=title, target=target),
        key="indicator_bars",
        view=view,
    )
    st.caption(ui.source_note(view))
    title = analysis.levels_title(view.levels, target)
    ui.chart(
        lambda: charts.level_distribution(view.levels, title=title),
        key="levels",
        view=view,
    )
    st.caption(ui.source_note(view))
with looks:
    ui.needs_a_look(view)

title = analysis.heat_title(view.worst, target)
ui.chart(
    lambda: charts.score_heatmap(view.worst, title=title, target=target),
    key="heatmap",
    view=view,
)
st.caption(ui.source_note(view, of=view.worst))

st.subheader(text("overview.table"))
ui.score_table(view, key="score_table")
