"""What this browser session has read and not yet stored; no other one sees it."""

import streamlit as st

from itadash.ingest.preview import Preview

_READ = "import_previews"
_ROUND = "import_round"


def previews() -> list[Preview]:
    """Return the files of this session that wait for a decision."""
    found: list[Preview] = st.session_state.setdefault(_READ, [])
    return found


def put(read: list[Preview]) -> None:
    """Keep what was read, and let go of the uploader's files."""
    st.session_state[_READ] = read
    st.session_state[_ROUND] = uploads() + 1


def drop(gone: list[Preview]) -> None:
    """Let go of files that were stored or thrown away."""
    keys = {one.key for one in gone}
    kept = [one for one in previews() if one.key not in keys]
    st.session_state[_READ] = kept


def uploads() -> int:
    """Return how many times files were read: each gives an empty uploader."""
    return int(st.session_state.get(_ROUND, 0))
