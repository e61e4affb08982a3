"""How scores are made: indicators, weights, levels, sources, and their limits."""

import streamlit as st

from itadash import ui
from itadash.labels import text

ui.stand_in_frame()
st.title(text("method.title"))
st.markdown(text("method.about"))
ui.method_sections()
