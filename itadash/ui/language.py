"""The choice of the language: taken before anything speaks, drawn with the filters.

The address names it as `lang`. The switch is not bound to the address by Streamlit,
which would write the words on the buttons there.
"""

import streamlit as st

from itadash import labels
from itadash.labels import text

KEY = "lang"
THAI, *_ = labels.LANGUAGES
# The widgets that show words for their values.
_IN_WORDS = (
    *("province", "type", "agency"),
    *("compare_mode", "compare", "lead", "group", "subjects"),
    *("weak_by", "plan_year", "indicator"),
)


def speak_as_chosen() -> None:
    """Speak as the switch stands, or as the address of a first visit asks.

    The navigation speaks before the switch is drawn: drawn before it, a widget
    would be another one on every page.
    """
    asked = st.query_params.get(KEY)
    if KEY not in st.session_state and asked in labels.LANGUAGES:
        st.session_state[KEY] = asked
    labels.use(st.session_state.get(KEY) or THAI)


def language_switch() -> None:
    """Draw ไทย / English into the sidebar and name the chosen one in the address."""
    with st.sidebar:
        chosen = st.segmented_control(
            text("language.choose"),
            labels.LANGUAGES,
            default=None if KEY in st.session_state else THAI,
            format_func=lambda code: text(f"language.{code}"),
            required=True,
            key=KEY,
            label_visibility="collapsed",
            on_change=_keep_filters,
            persist_state="session",
        )
    _name_in_address(chosen or THAI)


def _name_in_address(chosen: str) -> None:
    """Write the language into the address, Thai by leaving it out; once a change."""
    named = st.query_params.get(KEY)
    if chosen == THAI and named is not None:
        del st.query_params[KEY]
    elif chosen not in (THAI, named):
        st.query_params[KEY] = chosen


def _keep_filters() -> None:
    """Set the filters to what they are: the browser knows them by other words."""
    for name in _IN_WORDS:
        if name in st.session_state:
            st.session_state[name] = st.session_state[name]
