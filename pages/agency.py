"""One agency: its scores against the target, its weak points, its printed words."""

import streamlit as st

from itadash import analysis, charts, framework, ui
from itadash.labels import text

choice = ui.one_agency(ui.current_filters())
view = ui.view(choice, count_samples=True)
target = framework.target(choice.year)

ui.agency_head(view)
ui.agency_tiles(view)

if view.has_scores:
    bars, cards = st.columns([3, 2], gap="large")
    with bars:
        title = analysis.weak_title(view.tall)
        ui.chart(
            lambda: charts.indicator_bars(
                view.tall, title=title, target=target, peers=view.peers
            ),
            key="indicator_bars",
            view=view,
        )
        st.caption(ui.source_note(view, beside_peers=True))
        ui.years_chart(view, target)
        st.subheader(text("agency.printed"))
        ui.printed_scores(view)
    with cards:
        st.subheader(text("agency.weak"))
        ui.weak_cards(view, ui.issues(view))
    ui.more_weak_cards(view, ui.issues(view))

st.subheader(text("agency.measures", year=ui.year_of_measures(view)))
ui.measure_cards(view.measures)
ui.measure_table(view.measures, key="measure_table")
ui.finding_list(view)
st.subheader(text("print.title"))
ui.print_button(view, key="download_print")
st.subheader(text("export.form"))
ui.form_button(choice, key="download_form")
