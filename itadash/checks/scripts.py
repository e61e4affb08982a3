"""Letters of another script inside a word: what a scan makes of damaged print."""

import re
import unicodedata
from collections.abc import Iterator

from itadash.checks.passages import Passage, Texts, quote
from itadash.model import Finding, Report

AROUND = 30  # letters of a word shown on either side; Thai puts no space between words

# Letters outside Latin (with its extensions) and Thai; the micro sign is a unit.
_FOREIGN = re.compile(r"[^\W\d_A-Za-zª-ɏ\u0e00-\u0e7fḀ-ỿ]")
_OWN_LETTER = re.compile("[A-Za-zก-ฮเ-ๆะาำ]")


def foreign_script(texts: Texts, report: Report) -> Iterator[Finding]:
    """Yield each word once that mixes Thai or Latin with letters of another script.

    A whole word in another script is no damage but a word.
    """
    seen: set[str] = set()
    for passage in texts.passages:
        for word in _mixed_words(passage):
            if word not in seen:
                seen.add(word)
                yield Finding("foreign_script", "warning", place=quote(passage, word))


def is_foreign(text: str) -> bool:
    """Tell whether a text holds a letter that is neither Thai nor Latin."""
    return any(_is_foreign(letter) for letter in _FOREIGN.findall(text))


def _mixed_words(passage: Passage) -> Iterator[str]:
    end = 0
    for match in _FOREIGN.finditer(passage.text):
        if match.start() < end or not _is_foreign(match[0]):
            continue
        start, end = _word_around(passage.text, match.start())
        word = passage.text[start:end]
        if _OWN_LETTER.search(word):
            at = [i for i, letter in enumerate(word) if _is_foreign(letter)]
            yield _whole_letters(word, max(0, at[0] - AROUND), at[-1] + 1 + AROUND)


def _word_around(text: str, at: int) -> tuple[int, int]:
    """Return the ends of the run of letters and marks that holds a letter."""
    start, end = at, at + 1
    while start and _is_of_a_word(text[start - 1]):
        start -= 1
    while end < len(text) and _is_of_a_word(text[end]):
        end += 1
    return start, end


def _is_of_a_word(letter: str) -> bool:
    """Tell letters and the marks upon them from all else."""
    return unicodedata.category(letter)[0] in "LM"


def _whole_letters(word: str, start: int, end: int) -> str:
    """Cut a word between letters, never before a mark that belongs to one."""
    while start and unicodedata.category(word[start])[0] == "M":
        start -= 1
    while end < len(word) and unicodedata.category(word[end])[0] == "M":
        end += 1
    return word[start:end]


def _is_foreign(letter: str) -> bool:
    """Tell a foreign letter; wide and ornamental Latin is Latin still."""
    plain = unicodedata.normalize("NFKC", letter)[:1]
    if unicodedata.category(plain) in ("Lm", "Mn") or not plain.isalpha():
        return False
    name = unicodedata.name(plain, "")
    return not name.startswith(("THAI", "LATIN"))
