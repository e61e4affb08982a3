"""The choice of the language, drawn before everything that speaks."""

import streamlit as st

from itadash import labels
from itadash.labels import text

KEY = "lang"


def language_switch() -> None:
    """Draw ไทย / English into the sidebar and speak the chosen one from here on.

    It is bound to the address as `lang`; there "th" and "en" do as well as the
    words on the buttons.
    """
    _take_from_address()
    labels.use(st.session_state.get(KEY) or labels.LANGUAGES[0])
    with st.sidebar:
        chosen = st.segmented_control(
            text("language.choose"),
            labels.LANGUAGES,
            default=labels.LANGUAGES[0],
            format_func=lambda code: text(f"language.{code}"),
            required=True,
            key=KEY,
            bind="query-params",
            label_visibility="collapsed",
            on_change=_keep_filters,
        )
    labels.use(chosen or labels.LANGUAGES[0])


def _keep_filters() -> None:
    """Set the filters to what they are: the browser knows them by other words."""
    for name in ("province", "type", "agency"):
        if name in st.session_state:
            st.session_state[name] = st.session_state[name]


def _take_from_address() -> None:
    asked = st.query_params.get(KEY)
    if KEY not in st.session_state and asked in labels.LANGUAGES:
        st.session_state[KEY] = asked
