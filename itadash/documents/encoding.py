"""Bytes to text: UTF-8, UTF-16 and Windows-874, which Thai Windows still writes.

The encoding is told by the bytes. Bytes that are Thai text in none of the three
are refused: a wrong guess would store letters that nobody printed.
"""

import codecs
import re
import string

from itadash.errors import NotThaiTextError
from itadash.thai import thai_letters

# These give a meaning to nearly all bytes; only mostly Thai text can be trusted.
_GUESSED = ("cp874", "utf-16-le", "utf-16-be")
MIN_THAI_SHARE = 0.4
# Of a table of scores most characters are digits and say nothing of its language.
_NO_LETTERS = frozenset(string.digits + string.punctuation + string.whitespace + "\xa0")
# A NUL, or letters for private use that Thai Windows never wrote (it used U+F700 up).
_NO_TEXT = re.compile("[\0\ue000-\uf6ff]")
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
        if _is_text(text) and (encoding not in _GUESSED or _mostly_thai(text)):
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
    return _NO_TEXT.search(text) is None


def _mostly_thai(text: str) -> bool:
    letters = sum(character not in _NO_LETTERS for character in text)
    return letters > 0 and thai_letters(text) / letters >= MIN_THAI_SHARE
