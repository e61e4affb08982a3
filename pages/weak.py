"""Weak indicators with measures and without, and measures for what is not weak."""

import streamlit as st

from itadash import ui
from itadash.labels import text

choice = ui.current_filters()
view = ui.view(choice)

st.title(text("weak.title"))
st.caption(ui.scope(view))
ui.stop_without_scores(view)
ui.weak_tiles(view)
ui.weak_chart(view, key="weak_chart")
st.caption(ui.source_note(view))
st.info(text("weak.how_linked"), icon=":material/link:")
view = ui.in_detail(view, by="points")

unanswered, answered, idle = st.tabs(ui.weak_tabs(view))
with unanswered:
    ui.unanswered_table(view, key="unanswered")
with answered:
    ui.answered_table(view, key="answered")
with idle:
    ui.measure_table(view.idle, key="idle")

st.subheader(text("weak.by"))
ui.weak_counts(view, key="weak_counts")
