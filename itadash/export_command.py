"""`python -m itadash export`: a workbook, one table as CSV, or a ready form.

The kind follows from the ending of the file's name; the form is asked for by
`--form`. Nothing is written where there is nothing to write.
"""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from itadash.arguments import (
    ThaiParser,
    agency_type,
    export_path,
    form_path,
    positive,
    province,
)
from itadash.labels import text

if TYPE_CHECKING:
    from itadash.analysis import Choice
    from itadash.store import Store

# The tables by the names that the command line takes; `workbook.PARTS` in order.
TABLES: Final = ("scores", "answered", "measures", "findings", "tidy", "printed")


def add_export(commands: "argparse._SubParsersAction[ThaiParser]") -> None:
    """Add the command to the others."""
    about = text("export_command.about")
    export = commands.add_parser("export", help=about, description=about)
    export.add_argument(
        "file",
        type=export_path,
        nargs="?",
        metavar="FILE.xlsx|FILE.csv",
        help=text("export_command.file"),
    )
    form = text("export_command.form")
    export.add_argument("--form", type=form_path, metavar="FILE.docx", help=form)
    export.add_argument(
        "--blank-scores", action="store_true", help=text("export_command.blank")
    )
    export.add_argument("--store", metavar="URL", help=text("cli.store"))
    words = text("export_command.agency")
    export.add_argument("--agency", metavar="NAME", help=words)
    kinds = {"year": positive, "province": province, "type": agency_type}
    for name, kind in kinds.items():
        words = text(f"export_command.{name}")
        export.add_argument(f"--{name}", type=kind, metavar=name[0].upper(), help=words)
    words = text("export_command.table", names=", ".join(TABLES))
    export.add_argument("--table", choices=TABLES, help=words)
    export.set_defaults(run=_export, usage=export)


def _export(options: argparse.Namespace) -> int:
    from itadash.store import default_url, exists, open_store

    _check_usage(options)
    if options.blank_scores:
        return _blank(options.file)
    url = options.store or default_url()
    if not exists(url):  # opening would make an empty one
        _say(text("export_command.no_store"))
        return 1
    store = open_store(url)
    choice = _choice(store, options)
    if choice is None:
        _say(text("export_command.nothing"))
        return 1
    if options.form:
        return _form(store, choice, options.form)
    return _tables(store, choice, options)


def _check_usage(options: argparse.Namespace) -> None:
    """Exit with 2 unless there is one thing to write; a form is of one agency."""
    if bool(options.file) == bool(options.form):
        options.usage.error(text("export_command.one_file"))
    if options.blank_scores and (options.form or _is_csv(options.file)):
        options.usage.error(text("export_command.blank_is_a_workbook"))
    if options.table and not (options.file and _is_csv(options.file)):
        options.usage.error(text("export_command.table_is_csv"))
    if options.form and not options.agency:
        options.usage.error(text("export_command.whose"))


def _is_csv(path: Path) -> bool:
    return path.suffix.lower() == ".csv"


def _choice(store: "Store", options: argparse.Namespace) -> "Choice | None":
    """Return what the options choose, None where no stored report is of it."""
    from itadash.analysis import Choice, chosen

    choice = Choice(options.year, options.province, options.type)
    rows = chosen(store.assessments(), choice)
    if options.agency is None:
        return None if rows.empty else choice
    own = rows[rows["agency"].astype("str") == options.agency]["agency_id"].unique()
    if len(own) > 1:  # of two agencies of one name the province tells them apart
        _say(text("export_command.several", n=len(own)))
    if len(own) != 1:
        return None
    return Choice(options.year, options.province, options.type, int(own[0]))


def _tables(store: "Store", choice: "Choice", options: argparse.Namespace) -> int:
    from itadash.exports import workbook_of
    from itadash.workbook import CsvWriter, write_workbook

    content = workbook_of(store, choice, made_on=date.today())
    writer = CsvWriter()

    def write(file: BinaryIO) -> None:
        if _is_csv(options.file):
            writer.write(content, options.table or TABLES[0], file)
        else:
            write_workbook(content, file)

    if not _saved(options.file, write):
        return 1
    done = text(
        "export_command.done", name=options.file.name, n=f"{content.agencies:,}"
    )
    print(done)
    if writer.neutralised:
        _say(text("export_command.neutralised", n=f"{writer.neutralised:,}"))
    return 0


def _form(store: "Store", choice: "Choice", path: Path) -> int:
    from itadash.exports import form_of
    from itadash.forms import write_form

    content = form_of(store, choice)
    if not _saved(path, lambda file: write_form(content, file)):
        return 1
    print(text("export_command.form_done", name=path.name, agency=content.agency))
    return 0


def _blank(path: Path) -> int:
    from itadash.workbook import blank_scores_bytes

    if not _saved(path, lambda file: file.write(blank_scores_bytes())):
        return 1
    print(text("export_command.blank_done", name=path.name))
    return 0


def _saved(path: Path, write: Callable[[BinaryIO], object]) -> bool:
    try:
        with path.open("wb") as file:
            write(file)
    except OSError as error:
        reason = error.strerror or str(error)
        _say(text("export_command.unwritable", name=path.name, reason=reason))
        return False
    return True


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
