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
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_THAI_CHARSETS = (b"windows-874", b"cp874", b"x-cp874", b"tis-620", b"iso-8859-11")
_TAG = re.compile(r"<[^<>]*>")
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


def decode_page(content: bytes, name: str) -> str:
    """Return the text of a web page; its tags say nothing of the language.

    UTF-8 shows itself. A page that is not, and calls itself Thai or is mostly Thai
    without its tags, is Windows-874; raises NotThaiTextError for any other.
    """
    if content.startswith(tuple(_MARKS)) or b"\0" in content[:4096]:
        return decode(content, name)
    for encoding in ("utf-8", "cp874"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text) and (encoding == "utf-8" or _is_thai_page(content, text)):
            return text
    raise NotThaiTextError(name=name)


def _is_thai_page(content: bytes, text: str) -> bool:
    declared = _CHARSET.search(content[:4096])
    if declared and declared[1].lower() in _THAI_CHARSETS:
        return True
    for name in ("script", "style"):
        text = _without(text, f"<{name}", f"</{name}")
    return _mostly_thai(_TAG.sub("", text))


def _without(text: str, begin: str, end: str) -> str:
    """Drop all between two words of a page; what is never closed stays."""
    searched = text.lower() if len(text.lower()) == len(text) else text
    kept: list[str] = []
    at = 0
    while (start := searched.find(begin, at)) >= 0:
        stop = searched.find(end, start)
        if stop < 0:
            break
        kept.append(text[at:start])
        at = stop + len(end)
    return "".join([*kept, text[at:]])


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
