"""Bytes to text: UTF-8, UTF-16 and Windows-874, which Thai Windows still writes.

The encoding is told by the bytes. Bytes that are Thai text in none of the three
are refused: a wrong guess would store letters that nobody printed.
"""

import codecs

from itadash.errors import NotThaiTextError
from itadash.thai import thai_letters

# Windows-874 gives a meaning to most bytes; only mostly Thai text can be trusted.
MIN_THAI_SHARE = 0.4
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def decode(content: bytes, name: str) -> str:
    """Return the text of a file; raises NotThaiTextError where it is not text."""
    for encoding in _candidates(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text) and (encoding != "cp874" or _mostly_thai(text)):
            return text
    raise NotThaiTextError(name=name)


def _candidates(content: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return (encoding,)
    if b"\0" in content[:4096]:  # UTF-16 without a mark: spaces and line ends show it
        return ("utf-16-le", "utf-16-be")
    return ("utf-8", "cp874")


def _is_text(text: str) -> bool:
    return "\0" not in text and not any("\ue000" <= c <= "\uf6ff" for c in text[:4096])


def _mostly_thai(text: str) -> bool:
    letters = sum(not character.isspace() for character in text)
    return letters > 0 and thai_letters(text) / letters >= MIN_THAI_SHARE
