"""The choice of the language: taken before anything speaks, drawn with the filters."""

import streamlit as st

from itadash import labels
from itadash.labels import text

KEY = "lang"


def speak_as_chosen() -> None:
    """Speak as the switch stands, or as the address of a first visit asks.

    The navigation speaks before the switch is drawn: drawn before it, a widget
    would be another one on every page.
    """
    _take_from_address()
    labels.use(st.session_state.get(KEY) or labels.LANGUAGES[0])


def language_switch() -> None:
    """Draw ไทย / English into the sidebar, bound to the address as `lang`."""
    with st.sidebar:
        st.segmented_control(
            text("language.choose"),
            labels.LANGUAGES,
            default=labels.LANGUAGES[0],
            format_func=_own_name,
            required=True,
            key=KEY,
            bind="query-params",
            label_visibility="collapsed",
            on_change=_keep_filters,
        )


def _keep_filters() -> None:
    """Set the filters to what they are: the browser knows them by other words."""
    for name in ("province", "type", "agency"):
        if name in st.session_state:
            st.session_state[name] = st.session_state[name]


def _take_from_address() -> None:
    """Take a language named by its code or its own name, once."""
    known = {_own_name(code): code for code in labels.LANGUAGES}
    asked = st.query_params.get(KEY, "")
    asked = known.get(asked, asked)
    if KEY not in st.session_state and asked in labels.LANGUAGES:
        st.session_state[KEY] = asked


def _own_name(code: str) -> str:
    return text(f"language.{code}")
