"""What to look at in the reports, with the words it stands on."""

import streamlit as st

from itadash import ui
from itadash.labels import text

choice = ui.current_filters()
view = ui.view(choice, count_samples=True)

st.title(text("checks.title"))
st.caption(ui.scope(view))
ui.stop_if_nothing(view)
ui.finding_totals(view)
view = ui.in_detail(view, by="findings")
found = ui.found(view)
shown = ui.finding_filter(found)
ui.finding_table(shown, key="findings")
ui.correction_history(view)
ui.coverage_table(view)
