"""The English words of ours stand beside the Thai ones, key by key."""

import re
import tomllib
from pathlib import Path
from string import Formatter
from threading import Thread

import pytest

from itadash import labels

FOLDER = Path(labels.__file__).parent
THAI_FILES = sorted(path.name for path in FOLDER.glob("th*.toml"))
THAI = labels._sentences("th")
ENGLISH = labels._sentences("en")
# English sentences that name a thing which has no other name than its Thai one.
QUOTING = {"language.th"}


def keys_of(name):
    content = (FOLDER / name).read_text(encoding="utf-8")
    return set(labels._flatten(tomllib.loads(content)))


def placeholders(sentence):
    return sorted(name for _, name, _, _ in Formatter().parse(sentence) if name)


@pytest.mark.parametrize("name", THAI_FILES)
def test_a_thai_file_has_an_english_twin_of_the_same_keys(name):
    assert keys_of(name) == keys_of(name.replace("th", "en", 1))


def test_no_english_file_stands_alone():
    twins = {name.replace("th", "en", 1) for name in THAI_FILES}

    assert {path.name for path in FOLDER.glob("en*.toml")} == twins


def test_a_sentence_takes_the_same_parameters_in_both_languages():
    for key, thai in THAI.items():
        assert placeholders(ENGLISH[key]) == placeholders(thai), key


def test_an_english_sentence_is_there_and_holds_no_thai_letter():
    assert [key for key, sentence in ENGLISH.items() if not sentence.strip()] == []
    thai = {key for key, sentence in ENGLISH.items() if re.search("[ก-๛]", sentence)}
    assert thai == QUOTING


def test_spaces_at_the_ends_join_alike_in_both_languages():
    for key in THAI:
        ends = [sentence != sentence.strip() for sentence in (THAI[key], ENGLISH[key])]
        assert ends[0] == ends[1], key


def test_thai_is_spoken_unless_english_is_chosen():
    assert labels.language() == "th"
    with labels.speaking("en"):
        assert labels.text("framework.no_score") == "No data"
    assert labels.text("framework.no_score") == "ไม่มีข้อมูล"


def test_a_language_holds_for_its_own_thread_only():
    heard = []
    with labels.speaking("en"):
        other = Thread(target=lambda: heard.append(labels.language()))
        other.start()
        other.join()

    assert heard == ["th"]


def test_a_language_without_sentences_is_refused():
    with pytest.raises(ValueError, match="fr"):
        labels.use("fr")
    assert labels.language() == "th"
