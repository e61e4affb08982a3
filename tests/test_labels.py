import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from itadash import labels

ROOT = Path(__file__).parent.parent
FILES = [
    *sorted((ROOT / "itadash").rglob("*.py")),
    *sorted((ROOT / "pages").glob("*.py")),
    *(path for path in [ROOT / "dashboard.py"] if path.exists()),
]
SENTENCES = labels._sentences("th")
ENGLISH = labels._sentences("en")
# The findings of the contract that are raised today come from the source itself.
SEVERITIES = {"error", "warning", "info"}


def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def calls(path):
    """Calls of `labels.text` in a file, whatever name it was imported under."""
    tree = tree_of(path)
    names = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "itadash.labels"
        for alias in node.names
        if alias.name == "text"
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names:
            yield node


def constant_calls():
    for path in FILES:
        for call in calls(path):
            if call.args and isinstance(call.args[0], ast.Constant):
                yield f"{path.relative_to(ROOT)}:{call.lineno}", call


def placeholders(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def lacks(call):
    """Tell whether a call names no sentence of ours, or fills it in part only."""
    sentence = SENTENCES.get(call.args[0].value)
    given = {keyword.arg for keyword in call.keywords}
    return sentence is None or not (None in given or placeholders(sentence) <= given)


def test_a_sentence_that_the_code_asks_for_exists_and_gets_its_parameters():
    found = list(constant_calls())

    assert len(found) > 500
    assert [
        f"{where} {call.args[0].value}" for where, call in found if lacks(call)
    ] == []


def test_a_key_that_is_put_together_begins_like_one_that_exists():
    for path in FILES:
        for call in calls(path):
            if isinstance(call.args[0], ast.JoinedStr):
                first = call.args[0].values[0]
                start = first.value if isinstance(first, ast.Constant) else ""
                assert any(key.startswith(start) for key in SENTENCES), path


def is_thai(sentence):
    words = re.sub(r"\{[^{}]*\}", "", sentence)
    return re.search("[ก-๛]", words) or not re.search("[A-Za-z]{4,}", words)


def test_every_sentence_is_thai():
    foreign = {key for key, sentence in SENTENCES.items() if not is_thai(sentence)}

    assert foreign == {"language.en"}  # a language is called by its own name


def test_every_sentence_can_be_filled_in():
    for key, sentence in SENTENCES.items():
        assert all(name.isidentifier() for name in placeholders(sentence)), key


def codes_of_findings():
    for path in FILES:
        for node in ast.walk(tree_of(path)):
            named = isinstance(node, ast.Call) and getattr(node.func, "id", "")
            if named == "Finding" and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value, node.args[1].value


@pytest.mark.parametrize(("code", "severity"), sorted(set(codes_of_findings())))
def test_every_finding_has_a_sentence_and_a_severity(code, severity):
    assert labels.has(f"finding.{code}")
    assert severity in SEVERITIES


def test_every_error_has_a_sentence_with_a_cure():
    from itadash import errors

    classes = [one for one in vars(errors).values() if hasattr(one, "code")]

    for one in classes:
        assert "โปรด" in SENTENCES[f"error.{one.code}"]


def test_every_format_that_is_refused_has_a_name():
    from itadash.documents import signatures

    kinds = {name for _, name in signatures._SIGNATURES} | {"html", "bmp"}

    assert all(labels.has(f"format.{kind}") for kind in kinds)


def test_no_key_stands_in_two_files_of_sentences():
    folder = Path(labels.__file__).parent
    counted = [
        len(labels._flatten(labels.tomllib.loads(path.read_text(encoding="utf-8"))))
        for path in folder.glob("th*.toml")
    ]

    assert sum(counted) == len(SENTENCES)


def test_a_key_that_is_missing_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        labels.text("no.such.key")
