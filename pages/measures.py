"""All measures: found by their words, through the year, against the year before."""

import streamlit as st

from itadash import ui
from itadash.labels import text

st.title(text("measures.title"))
asked = ui.measure_search(ui.current_filters())
ui.found_measures(asked, key="found")

st.subheader(text("measures.completeness"))
ui.measure_completeness(asked)
st.subheader(text("measures.calendar_title"))
ui.measure_calendar(asked, key="calendar")
st.subheader(text("carried.title"))
ui.year_before(asked, key="carried")
