"""The bits of HTML and Markdown that OCR leaves in a text.

Only tags that are known to be markup go; any other "<" is the document's own
("คะแนน <85") and stays.
"""

import html
import re

_BLOCK = re.compile(
    r"</?(?:p|br|hr|li|ol|ul|dl|dt|dd|div|center|pre|h[1-6]|blockquote"
    r"|tr|td|th|table|thead|tbody|tfoot|caption)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"</?(?:a|b|i|u|s|em|strong|span|sup|sub|font|mark|small|big|del|ins|code|img)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")


def paragraphs(cell: str) -> tuple[str, ...]:
    """Split a cell at its block tags; white space in order, tags and entities gone."""
    tagged = _without_comments(cell) if "<" in cell else cell
    plain = html.unescape(_INLINE.sub("", _BLOCK.sub("\n", tagged)))
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    return tuple(line for line in lines if line)


def running_text(line: str) -> str:
    """Return a line of running text without heading marks, tags and entities."""
    return " ".join(paragraphs(_HEADING.sub("", line)))


def _without_comments(cell: str) -> str:
    """Drop "<!-- … -->"; one that is never closed stays and ends the search."""
    kept: list[str] = []
    at = 0
    while (start := cell.find("<!--", at)) >= 0:
        end = cell.find("-->", start + 4)
        if end < 0:
            break
        kept.append(cell[at:start])
        at = end + 3
    return "".join([*kept, cell[at:]])
