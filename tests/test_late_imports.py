"""What the first page waits for, and what it must not wait for."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import itadash.corrections
import itadash.ui
from itadash.late import from_homes

ROOT = Path(__file__).parent.parent
# Read, compare, write files or upgrade tables: nothing that a first look needs.
NOT_AT_FIRST = (
    *("alembic", "docx", "jinja2", "lxml", "multiprocessing.spawn", "pypdfium2"),
    *("pythainlp", "rapidfuzz", "xlrd", "xlsxwriter"),
    *("itadash.checks", "itadash.documents", "itadash.extract", "itadash.forms"),
    *("itadash.ingest", "itadash.printing", "itadash.reading", "itadash.workbook"),
)


def loaded(lines):
    """Return the modules of a fresh process after these lines."""
    said = subprocess.run(
        [sys.executable, "-c", f"{lines}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        check=True,
        text=True,
        cwd=ROOT,
    )
    return set(said.stdout.split())


def names_of(script):
    """Return what a script takes from `ui`."""
    tree = ast.parse((ROOT / script).read_text(encoding="utf-8"))
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "ui"
    }


def test_the_first_page_waits_for_no_library_that_it_does_not_use():
    names = names_of("dashboard.py") | names_of("pages/overview.py")
    asked = "\n".join(f"ui.{name}" for name in sorted(names))

    found = loaded(f"from itadash import analysis, charts, framework, ui\n{asked}")

    assert "itadash.ui.views" in found
    assert not found & set(NOT_AT_FIRST)


@pytest.mark.parametrize("package", [itadash.ui, itadash.corrections])
def test_every_name_of_a_package_is_found_in_its_home(package):
    assert {name for name in package.__all__ if not hasattr(package, name)} == set()


def test_the_names_of_ui_are_those_that_a_reader_of_the_code_sees():
    tree = ast.parse((ROOT / "itadash/ui/__init__.py").read_text(encoding="utf-8"))
    seen = {
        alias.name: node.module.removeprefix("itadash.ui.")
        for block in tree.body
        if isinstance(block, ast.If)
        for node in block.body
        for alias in node.names
    }

    homes = itadash.ui._HOMES

    assert {name: home for home, names in homes.items() for name in names} == seen
    assert set(itadash.ui.__all__) == set(seen)


def test_a_name_that_no_module_has_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        from_homes("itadash.ui", {"views": ("view",)})("nothing_of_ours")
