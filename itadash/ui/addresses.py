"""What an address says of a page's own widgets: read in any language, kept on return.

Streamlit writes what a reader sees into the address, hence the words of one language.
Going to another page it drops the choices of the first from the address twice: once
in place, which the browser remembers as a page of its own. Back leads to that one.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Final, TypeVar
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.scriptrunner import get_script_run_ctx

from itadash import labels

# The widgets of each page that are bound to the address, without the filter bar.
OWN: Final[Mapping[str, tuple[str, ...]]] = {
    "compare": ("compare_mode", "compare", "lead", "group", "subjects"),
    "measures": ("q", "plan_year", "unit", "indicator", "found_page"),
    "weak": ("weak_by",),
    "route": ("whole_items",),
    "export": ("every_year",),
}

Code = TypeVar("Code", bound=Hashable)


def keep_on_return(page: StreamlitPage) -> None:
    """Where Back leads to a page without its choices, run again with those it kept.

    A run after Back takes everything from the address; the next one does not.
    """
    own = OWN.get(page.url_path, ())
    kept = any(name in st.session_state for name in own)
    asked = any(name in st.query_params for name in own)
    if _came_back() and kept and not asked:
        st.rerun()


def _came_back() -> bool:
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def take_codes(name: str, codes: Sequence[Code], said: Callable[[Code], str]) -> None:
    """Let an address name what a widget offers by its code or in any language.

    `said` gives the words that the widget shows for a code. The address stays as it
    is: Streamlit is told the words that it would know.
    """
    asked = st.query_params.get_all(name)
    if name in st.session_state or set(asked) <= {said(code) for code in codes}:
        return
    known = _by_words(codes, said)
    words = [said(known[one]) for one in asked if one in known]
    if words:
        _say(name, list(dict.fromkeys(words)))


def _by_words(codes: Sequence[Code], said: Callable[[Code], str]) -> dict[str, Code]:
    known = {str(code): code for code in codes}
    for language in labels.LANGUAGES:
        with labels.speaking(language):
            known |= {said(code): code for code in codes}
    return known


def _say(name: str, words: list[str]) -> None:
    """Tell Streamlit other words for what a first address asks of a widget."""
    context = get_script_run_ctx()
    if context is None:
        return
    address = {one: st.query_params.get_all(one) for one in st.query_params}
    with context.session_state.query_params() as known:
        known.set_initial_query_params(urlencode(address | {name: words}, doseq=True))
