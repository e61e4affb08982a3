"""The way to the target and to the next level, for one agency."""

import streamlit as st

from itadash import ui

plan = ui.route_plan(ui.one_agency(ui.current_filters(), page="route"))

outcome = st.container()
goals, what_if = st.columns(2, gap="large")
with goals:
    ui.cheapest_routes(plan)
    ui.levels_above(plan)
    ui.route_source(plan)
with what_if:
    scores = ui.route_sliders(plan)
with outcome:
    ui.route_outcome(plan, scores)
