"""Bring reports in: read, look, mend, accept; undo; type a score; delete."""

import streamlit as st

from itadash import ui
from itadash.labels import text

ui.current_filters()
st.title(text("import.title"))
ui.upload()
ui.review()
ui.imports_made()
ui.typing_form()
ui.stored_reports()
