"""The bits of HTML and Markdown that OCR leaves in a text.

Only tags that are known to be markup go; any other "<" is the document's own
("คะแนน <85") and stays.
"""

import html
import re

_BLOCK = re.compile(
    r"</?(?:p|br|li|ol|ul|div|tr|td|th|table|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_INLINE = re.compile(
    r"</?(?:b|i|u|em|strong|span|sup|sub|font|s|mark)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")


def paragraphs(cell: str) -> tuple[str, ...]:
    """Split a cell at its block tags; white space in order, tags and entities gone."""
    plain = html.unescape(_INLINE.sub("", _BLOCK.sub("\n", cell)))
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    return tuple(line for line in lines if line)


def running_text(line: str) -> str:
    """Return a line of running text without heading marks, tags and entities."""
    return " ".join(paragraphs(_HEADING.sub("", line)))
