"""The house as `architecture.md` lays it out: imports go one way, rooms stay small."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# From the ground up; a part imports from its own floor or a lower one.
FLOORS = (
    (
        *(
            "late",
            "remembering",
            "collecting",
            "model",
            "errors",
            "labels",
            "reference",
            "gazetteer",
            "national",
        ),
        *("framework", "naming", "thai"),
    ),
    ("documents",),
    ("extract",),
    ("linking",),
    ("checks",),
    ("reading", "records", "corrections"),
    ("guard", "demo"),
    ("store",),
    ("ingest",),
    ("analysis",),
    ("palette", "charts", "workbook", "forms", "printing"),
    ("exports",),
    ("ui",),
    ("arguments", "export_command", "demo_command", "cli", "__main__"),
)
FLOOR_OF = {part: at for at, floor in enumerate(FLOORS) for part in floor}
# Frames go in, figures and workbooks come out.
KNOW_NO_STORE = ("charts", "workbook", "forms", "printing")
ONLY_IN = {
    "pythainlp": ("itadash/thai.py",),
    "sqlalchemy": ("itadash/store/",),
    "alembic": ("itadash/store/",),
    "streamlit": ("itadash/ui/", "itadash/ui.py", "pages/", "dashboard.py"),
}
# The worker behind the libraries' readers: whatever they raise, the batch goes on.
# Behind a download: what is raised there, the browser would save as a broken file.
CATCHES_ALL = ("itadash/guard.py", "itadash/ui/handover.py")
MOST_LINES = 300

MODULES = sorted((ROOT / "itadash").rglob("*.py"))
SCREENS = [*sorted((ROOT / "pages").glob("*.py")), ROOT / "dashboard.py"]
FILES = [path for path in (*MODULES, *SCREENS) if path.exists()]


def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def name(path):
    return path.relative_to(ROOT).as_posix()


def imported(path):
    """Every module that a file imports, inside functions too, as dotted names."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part(path):
    return path.relative_to(ROOT / "itadash").parts[0].removesuffix(".py")


def parts_imported(path):
    names = (module.split(".") for module in imported(path))
    return {
        n[1] for n in names if n[0] == "itadash" and len(n) > 1 and n[1] in FLOOR_OF
    }


def test_every_module_has_its_floor():
    assert {part(path) for path in MODULES} <= {*FLOOR_OF, "__init__"}


def test_imports_never_go_up():
    for path in MODULES:
        floor = FLOOR_OF.get(part(path), 0)
        above = {one for one in parts_imported(path) if FLOOR_OF[one] > floor}
        assert not above, name(path)


def test_charts_and_workbook_know_no_store():
    for path in MODULES:
        if part(path) in KNOW_NO_STORE:
            reading = {"store", "ingest", "reading"} & parts_imported(path)
            assert not reading, name(path)


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_imported_in_its_own_room_only(library):
    importers = {
        name(path)
        for path in FILES
        if any(module.split(".")[0] == library for module in imported(path))
    }

    assert all(one.startswith(ONLY_IN[library]) for one in importers), importers


def test_formats_know_nothing_of_ita_and_ita_nothing_of_formats():
    for path in MODULES:
        if part(path) == "extract":
            modules = {m for m in imported(path) if m.startswith("itadash.documents")}
            assert all(m.startswith("itadash.documents.model") for m in modules)


def test_a_module_has_no_more_than_300_lines():
    for path in FILES:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= MOST_LINES, name(path)


def test_no_except_catches_everything():
    for path in FILES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ExceptHandler):
                caught = getattr(node.type, "id", "")
                assert node.type is not None, name(path)
                assert caught != "BaseException", name(path)
                assert caught != "Exception" or name(path) in CATCHES_ALL, name(path)
