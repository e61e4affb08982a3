"""What a page's own widgets have in the address: in any language, kept on return."""

import ast
from pathlib import Path

import pytest

from itadash import labels, ui
from itadash.analysis.comparing import short_subject_name
from itadash.labels import text
from itadash.ui import addresses
from tests.test_pages import PHO_HAK, opened

ROOT = Path(ui.__file__).parents[2]
OF_THE_BAR = {"year"}  # its other filters are named by a variable


def in_english(key):
    with labels.speaking("en"):
        return text(key)


def named(call, name):
    return next((one.value for one in call.keywords if one.arg == name), None)


def bound_keys():
    """Find the keys of all widgets that are bound to the address."""
    for path in (*ROOT.glob("itadash/ui/**/*.py"), *ROOT.glob("pages/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and named(node, "bind"):
                key = named(node, "key")
                if isinstance(key, ast.Constant):
                    yield key.value


def test_every_bound_widget_of_a_page_is_known_to_be_kept():
    known = {name for names in addresses.OWN.values() for name in names}

    assert set(bound_keys()) - OF_THE_BAR == known - {"found_page"}


@pytest.mark.parametrize("spoken", labels.LANGUAGES)
@pytest.mark.parametrize(
    "asked",
    ["peers", text("compare.mode_peers"), in_english("compare.mode_peers")],
)
def test_an_address_picks_the_mode_by_code_or_words_of_any_language(
    sample_url, spoken, asked
):
    app = opened("compare", compare_mode=asked, lang=spoken)

    assert not app.exception
    assert app.button_group(key="compare_mode").value == "peers"


@pytest.mark.parametrize(
    ("page", "key", "asked", "value"),
    [
        ("weak", "weak_by", "by_unit", "by_unit"),
        ("weak", "weak_by", in_english("weak.by_unit"), "by_unit"),
        ("compare", "group", in_english("compare.group_province"), "province"),
        ("compare", "subjects", [short_subject_name(9), text("compare.total")], [9, 0]),
        ("compare", "subjects", ["9", "0"], [9, 0]),
    ],
)
def test_an_address_sets_the_buttons_of_a_page(sample_url, page, key, asked, value):
    lead = {"compare_mode": "peers", "lead": PHO_HAK} if key == "group" else {}

    app = opened(page, lang="en", **{key: asked}, **lead)

    assert not app.exception
    assert app.button_group(key=key).value == value


@pytest.mark.parametrize(
    ("key", "asked", "value"),
    [
        ("indicator", "9", 9),
        ("indicator", "9. การเปิดเผยข้อมูล", 9),
        ("plan_year", text("measures.every_year"), 0),
        ("plan_year", "0", 0),
    ],
)
def test_an_address_sets_the_lists_of_the_measures(sample_url, key, asked, value):
    app = opened("measures", lang="en", **{key: asked})

    assert not app.exception
    assert app.selectbox(key=key).value == value
