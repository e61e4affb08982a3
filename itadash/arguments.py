"""What the commands are called with, and the Thai sentence for a wrong call."""

import argparse
import re
import sys
from pathlib import Path
from typing import Final, NoReturn

from itadash import gazetteer
from itadash.labels import text

# What argparse says in English, and the label that says it in Thai.
_DETAILS: Final = (
    ("missing", re.compile("the following arguments are required: (?P<what>.+)")),
    ("unknown", re.compile("unrecognized arguments: (?P<what>.+)")),
    ("choice", re.compile(".+?: invalid choice: '(?P<what>.*?)'")),
    ("no_value", re.compile("argument (?P<what>.+?): expected")),
)


class ThaiParser(argparse.ArgumentParser):
    """A parser of arguments that says in Thai what was wrong with a call."""

    def error(self, message: str) -> NoReturn:
        """Print usage and one sentence to standard error, and exit with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, text("cli.wrong_usage", detail=_in_thai(message)) + "\n")


def _in_thai(message: str) -> str:
    """Translate the four usual mistakes; what our own types say is Thai already."""
    for name, pattern in _DETAILS:
        if match := pattern.match(message):
            return text(f"usage.{name}", what=match["what"])
    return message.removeprefix("argument ")


def positive(value: str) -> int:
    """Return a whole number of at least one."""
    number = int(value) if value.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(text("cli.positive"))
    return number


def export_path(value: str) -> Path:
    """Return the path of an export, which must end in .xlsx or .csv."""
    if not value.lower().endswith((".xlsx", ".csv")):
        raise argparse.ArgumentTypeError(text("export_command.suffix"))
    return Path(value)


def form_path(value: str) -> Path:
    """Return the path of a form, which must end in .docx."""
    if not value.lower().endswith(".docx"):
        raise argparse.ArgumentTypeError(text("export_command.form_suffix"))
    return Path(value)


def province(value: str) -> str:
    """Return the full name; what no list knows is looked for as it is typed."""
    known = gazetteer.province(value)
    return known.name if known else value


def agency_type(value: str) -> str:
    """Return the full name of a type; others are looked for as they are typed."""
    known = gazetteer.agency_type(value)
    return known.name if known else value
