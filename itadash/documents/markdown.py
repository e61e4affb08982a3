"""Markdown as plain lines: pipe and HTML tables as tabbed cells, marks of style gone.

A text is Markdown by its tables: a row of pipes over a row of dashes, or HTML tables,
and no cells parted by tabs. Every line keeps its number; the rest is the text reader's.
"""

import html
import re
from collections.abc import Sequence
from itertools import pairwise

from itadash.documents import flow
from itadash.documents import html as pages
from itadash.documents.flow import Bounds
from itadash.documents.model import Paragraph, Row
from itadash.errors import DamagedFileError

Line = tuple[int, str]

# The whole of a cell that is part of the one above; Unicode keeps it for such use.
MERGED = "\ufdd0"

_MIN_COLUMNS = 2
_TAB_BETWEEN_CELLS = re.compile(r"\S[^\S\n]*\t")
_PIPE = re.compile(r"(?<!\\)\|")
_TABLE_BEGINS = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_ENDS = re.compile(r"</table\s{0,9}>", re.IGNORECASE)
_ROW_BEGINS = re.compile(r"<tr\b", re.IGNORECASE)
# A line that only draws: a rule, the line under a title, the fence of a code block.
_DRAWN = re.compile(r"^\s{0,3}(?:[-*_=\s]{3,}|(?:```|~~~)[^`]*)$")
_QUOTE = re.compile(r"^\s{0,3}(?:>\s?){1,9}")
_BULLET = re.compile(r"^(\s*)[*+]\s+")
_CLOSED_HEADING = re.compile(r"^(\s{0,3}#{1,6}\s.*?)\s#{1,6}$")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*)\)")
_ADDRESS_SIGN = re.compile("[/.#]")
_MARKS = (
    re.compile(r"(?<!\\)`([^`]*)`"),
    re.compile(r"(?<!\\)\*{2,3}([^*]+)\*{2,3}"),
    re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]+)\*(?![\w*])"),
    re.compile(r"(?<![^\s(|\"“])_{1,3}(?=[^\s_])([^_]+)_{1,3}(?![^\s)|\"”.,:])"),
    re.compile(r"~~([^~]+)~~"),
    re.compile(r"\\([!-/:-@\[-`{-~])"),
)


def is_markdown(text: str) -> bool:
    """Tell whether a text has tables of Markdown and none of tabbed cells."""
    if _TAB_BETWEEN_CELLS.search(text):
        return False
    if _TABLE_BEGINS.search(text) and _ROW_BEGINS.search(text):
        return _TABLE_ENDS.search(text) is not None
    return "|" in text and any(
        _begins_table(head, under) for head, under in pairwise(text.splitlines())
    )


def plain(lines: Sequence[Line], bounds: Bounds) -> list[Line]:
    """Return the lines of a page with tabbed rows, as the text reader takes them."""
    found: list[Line] = []
    at = 0
    all_closed = True  # behind a table that is never closed none is looked for
    while at < len(lines):
        if all_closed and _TABLE_BEGINS.search(lines[at][1]):
            end = _end_of_html(lines, at)
            all_closed = end is not None
            found += _html_rows(lines[at:end], bounds) if end else []
        else:
            end = _end_of_pipes(lines, at)
            found += _pipe_rows(lines[at:end], bounds) if end else []
        found += [] if end else [(lines[at][0], unmarked(lines[at][1]))]
        at = end or at + 1
    return found


def unmarked(line: str) -> str:
    """Return a line without what Markdown only draws; heading marks stay."""
    if _DRAWN.match(line):
        return ""
    line = _BULLET.sub(r"\1- ", _QUOTE.sub("", line))
    return _inline(_CLOSED_HEADING.sub(r"\1", line)).removesuffix("\\")


def _inline(text: str) -> str:
    text = _LINK.sub(_words_of_link, text)
    for mark in _MARKS:
        text = mark.sub(r"\1", text)
    return text


def _words_of_link(match: re.Match[str]) -> str:
    """Return the words of a link; brackets beside brackets are no link."""
    return match[1] if _ADDRESS_SIGN.search(match[2]) else match[0]


def _cells(line: str) -> list[str]:
    inside = line.strip().removeprefix("|")
    cells = _PIPE.split(inside)
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return [cell.strip() for cell in cells]


def _begins_table(head: str, under: str) -> bool:
    if "|" not in head or not _is_delimiter(under):
        return False
    return len(_cells(head)) == len(_cells(under)) >= _MIN_COLUMNS


def _is_delimiter(line: str) -> bool:
    cells = _cells(line) if "-" in line and "|" in line else []
    return bool(cells) and all(
        "-" in cell and set(cell) <= {"-", ":"} for cell in cells
    )


def _end_of_pipes(lines: Sequence[Line], at: int) -> int | None:
    """Return where the pipe table that begins at a line ends."""
    if at + 1 >= len(lines) or not _begins_table(lines[at][1], lines[at + 1][1]):
        return None
    end = at + 2
    while end < len(lines) and "|" in lines[end][1]:
        end += 1
    return end


def _pipe_rows(lines: Sequence[Line], bounds: Bounds) -> list[Line]:
    """Return the rows as wide as the first; rows of dashes and blank ones are none."""
    columns = len(_cells(lines[0][1]))
    found: list[Line] = []
    for number, line in lines:
        cells = [_inline(cell) for cell in _cells(line)]
        bounds.count("cells", len(cells))
        if any(cells) and not _is_delimiter(line):
            cells += [""] * (columns - len(cells))
            found.append((number, "\t".join(cells)))
    return found


def _end_of_html(lines: Sequence[Line], at: int) -> int | None:
    """Return where the HTML table that begins on a line ends; tables may nest."""
    depth = 0
    for end in range(at, len(lines)):
        line = lines[end][1]
        depth += len(_TABLE_BEGINS.findall(line)) - len(_TABLE_ENDS.findall(line))
        if depth <= 0:
            return end + 1
    return None


def _html_rows(lines: Sequence[Line], bounds: Bounds) -> list[Line]:
    """Return the rows of HTML tables; each stands on the line where it begins."""
    text = "\n".join(line for _, line in lines)
    try:
        items = pages.items(pages.tree(text, "", bounds), bounds)
    except DamagedFileError:
        return [(number, unmarked(line)) for number, line in lines]
    begins = [number for number, line in lines for _ in _ROW_BEGINS.findall(line)]
    first, last = lines[0][0], lines[-1][0]
    found: list[Line] = []
    for block in flow.document(items, "").blocks:
        if isinstance(block, Paragraph):
            found.append((first, html.escape(_inline(block.text))))
        else:
            places = (
                begins if len(begins) == len(block.rows) else [first] * len(block.rows)
            )
            found += [(n, _tabbed(r)) for n, r in zip(places, block.rows, strict=True)]
        found.append((last, ""))
    return found


def _tabbed(row: Row) -> str:
    """Write a row as the text reader takes it: breaks inside cells are tags."""
    texts = ([html.escape(_inline(p)) for p in c.paragraphs] for c in row.cells)
    words = ("<br>".join(text) for text in texts)
    pairs = zip(words, row.cells, strict=True)
    return "\t".join(MERGED if cell.merged else text for text, cell in pairs)
