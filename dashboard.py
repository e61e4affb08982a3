"""The frame of every page: navigation, the shared filter bar, the page itself."""

import streamlit as st

from itadash import collecting, ui

with collecting.one_rerun():
    ui.configure()
    page = st.navigation(ui.pages())
    with ui.errors_shown():
        ui.language_switch()
        ui.filter_bar()
        ui.keep_on_return(page)
        ui.sample_mark()
        ui.stop_if_empty(page)
        page.run()
