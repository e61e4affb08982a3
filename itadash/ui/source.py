"""From a number to the printed words: file, line, and the text around it."""

import re

import streamlit as st

from itadash.labels import text
from itadash.model import Place
from itadash.ui import loading

LINES_AROUND = 3
LONGEST_LINE = 700  # characters of one line shown; rows of tables run very long

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-!|~$:<>&])")


def plain(words: str) -> str:
    """Return text that Markdown shows letter by letter."""
    return _MARKDOWN.sub(r"\\\1", words)


def origin(source: str, place: Place) -> str:
    """Say where something stands: file, line and the printed words."""
    where = text("source.at", source=source, line=place.line)
    return f"{where} · “{place.text}”" if place.text else where


def around(sha256: str, source: str, line: int | str | None) -> None:
    """Show the lines of a file around one of them, that one marked."""
    lines = loading.source_lines(sha256, source)
    at = next((i for i, (number, _) in enumerate(lines) if number == line), None)
    if at is None:
        st.caption(text("source.not_found"))
        return
    first = max(0, at - LINES_AROUND)
    for number, words in lines[first : at + LINES_AROUND + 1]:
        _line(number, words, marked=number == line)


def _line(number: int | str | None, words: str, *, marked: bool) -> None:
    cut = words if len(words) <= LONGEST_LINE else words[:LONGEST_LINE] + " …"
    shown = plain(cut.replace("\n", " "))
    if marked:
        st.markdown(f"**{number}** :orange-background[{shown}]")
    else:
        st.caption(f"{number}  {shown}")
