"""The full workbook, for the agencies and years of the filter bar."""

import streamlit as st

from itadash import ui
from itadash.labels import text

st.title(text("export.title"))
st.markdown(text("export.sheets"))
every_year = st.toggle(text("export.every_year"), key="every_year", bind="query-params")
export = ui.export_of(ui.current_filters(), every_year=every_year)
ui.export_scope(export)
ui.workbook_button(export, key="download_workbook")
st.caption(text("export.safe"))
st.subheader(text("export.csv"))
ui.csv_button(export, key="download_csv")
