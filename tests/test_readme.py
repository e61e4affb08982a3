"""The README and the configuration say and do what the product promises."""

import tomllib
from pathlib import Path

import pytest

from itadash import documents, framework
from itadash.labels import text

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))


@pytest.mark.parametrize("suffix", documents.suffixes())
def test_every_format_that_is_read_stands_in_the_readme(suffix):
    assert f"`{suffix}`" in README


@pytest.mark.parametrize("page", sorted((ROOT / "pages").glob("*.py")))
def test_every_screen_stands_in_the_readme(page):
    assert text(f"nav.{page.stem}") in README


@pytest.mark.parametrize("indicator", framework.indicators())
def test_every_indicator_stands_in_the_readme(indicator):
    assert f"| {indicator.number} | {indicator.name} |" in README


@pytest.mark.parametrize("picture", ["docs/agency-1440.png"])
def test_the_picture_of_the_readme_is_there(picture):
    assert f"({picture})" in README
    assert (ROOT / picture).stat().st_size > 10_000


def test_the_readme_gives_the_two_commands_and_windows_lines():
    for line in ("make run", "make test", r".venv\Scripts\python -m streamlit run"):
        assert line in README


def test_ci_calls_the_test_command_of_the_readme():
    assert "make test" in (ROOT / ".ci" / "run").read_text()


@pytest.mark.parametrize(
    ("section", "option", "value"),
    [
        ("server", "address", "127.0.0.1"),
        ("browser", "gatherUsageStats", False),
        ("client", "toolbarMode", "viewer"),
        ("client", "disableDataExport", True),
        ("client", "showErrorDetails", "none"),
    ],
)
def test_defaults_are_safe_and_quiet(section, option, value):
    assert CONFIG[section][option] == value


def test_the_theme_names_thai_fonts():
    fonts = CONFIG["theme"]["font"]

    assert {"Sarabun", "'Noto Sans Thai'", "Loma"} <= {
        name.strip() for name in fonts.split(",")
    }
