"""From a number to the printed words: file, line, and the text around it."""

import re
from typing import Any

import pandas as pd
import streamlit as st

from itadash.labels import text
from itadash.ui import loading

LINES_AROUND = 3
LETTERS_COMPARED = 15  # of the quoted words, to find them on a page
LONGEST_QUOTE = 200  # characters of the printed words beside a finding
LONGEST_LINE = 700  # characters of one line shown; rows of tables run very long

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-!|~$:<>&])")


def plain(words: str) -> str:
    """Return text that Markdown shows letter by letter."""
    return _MARKDOWN.sub(r"\\\1", words)


def marked(words: str, deciding: str) -> str:
    """Return text as Markdown, line for line, with the words that decided marked.

    `deciding` is a link's reason: phrases with " · " between them.
    """
    shown = "  \n".join(plain(line) for line in words.split("\n"))
    for phrase in deciding.split(" · "):
        if phrase:
            shown = shown.replace(plain(phrase), f":orange-background[{plain(phrase)}]")
    return shown


def origin(source: str, line: object, words: object) -> str:
    """Say where something stands: file, line and the printed words, as Markdown."""
    where = plain_place(source, line)
    if pd.isna(words) or not words:  # type: ignore[call-overload]
        return where
    return f"{where} · “{plain(str(words)[:LONGEST_QUOTE]).replace(chr(10), ' ')}”"


def plain_place(source: str, line: object) -> str:
    """Say the file and the line, the page of a PDF or the cell of a workbook."""
    place = str(line)
    key = "at" if place.isdecimal() else "cell"
    if key == "at" and source.lower().endswith(".pdf"):
        key = "page"
    return text(f"source.{key}", source=plain(source), line=plain(place))


def around_row(row: "pd.Series[Any]") -> None:
    """Show the printed lines around the place of a row (document, source, line)."""
    if pd.isna(row["line"]):
        st.caption(text("source.no_place"))
        return
    files = loading.documents().set_index("document_id")["sha256"]
    line = str(row["line"])
    with st.container(border=True):
        st.caption(plain_place(str(row["source"]), line))
        place = int(line) if line.isdecimal() else line
        words = "" if pd.isna(row["text"]) else str(row["text"])
        around(str(files[row["document_id"]]), str(row["source"]), place, words)


def around(sha256: str, source: str, line: int | str | None, words: str = "") -> None:
    """Show the lines of a stored file around one of them; see `around_lines`."""
    around_lines(loading.source_lines(sha256, source), line, words)


def around_lines(
    lines: list[tuple[int | str | None, str]], line: int | str | None, words: str = ""
) -> None:
    """Show lines around one of them, that one marked.

    On a page many lines bear one place; the one with the words is meant.
    """
    at = line_with(words, line, lines)
    if at is None:
        st.caption(text("source.not_found"))
        return
    first = max(0, at - LINES_AROUND)
    for here, (number, shown) in enumerate(lines[first : at + LINES_AROUND + 1], first):
        _line(number, shown, marked=here == at)


def line_with(
    words: str, line: int | str | None, lines: list[tuple[int | str | None, str]]
) -> int | None:
    """Return the position of the line with a place and, if any has them, the words."""
    there = [at for at, (number, _) in enumerate(lines) if number == line]
    wanted = "".join(words.split())[:LETTERS_COMPARED]
    holding = (at for at in there if wanted in "".join(lines[at][1].split()))
    return next(holding, there[0] if there else None)


def _line(number: int | str | None, words: str, *, marked: bool) -> None:
    cut = words if len(words) <= LONGEST_LINE else words[:LONGEST_LINE] + " …"
    shown = plain(cut.replace("\n", " "))
    if marked:
        st.markdown(f"**{number}** :orange-background[{shown}]")
    else:
        st.caption(f"{number}  {shown}")
