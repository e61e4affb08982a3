"""The commands of `python -m itadash`; see README for what each prints.

Results go to standard output, sentences for the user to standard error. Exit 0 when
every file was read, 1 when any was not, 2 for wrong usage.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from itadash import documents
from itadash.arguments import ThaiParser, positive
from itadash.demo_command import add_demo
from itadash.errors import ItadashError
from itadash.export_command import add_export
from itadash.guard import read_reports
from itadash.labels import text
from itadash.records import report_record

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from pandas import DataFrame

    from itadash.store import Store


STOPPED = 130  # the exit code of a command that was interrupted


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Thai needs UTF-8 on Windows consoles too
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except ItadashError as error:
        _say(str(error))
        return 1
    except KeyboardInterrupt:  # what is stored stays; the same command goes on
        _say(text("cli.stopped"))
        return STOPPED
    except BrokenPipeError:  # the reader of a pipe has seen enough
        sys.stderr.close()
        return 1
    return code


def _parse(options: argparse.Namespace) -> int:
    records = []
    refused = 0
    for name, content in _files(options.files):
        try:
            if isinstance(content, ItadashError):
                raise content
            reports = read_reports(content, name)
            records += [report_record(report) for report in reports]
        except ItadashError as error:
            refused += 1
            _say(str(error))
    print(json.dumps(records, ensure_ascii=False, indent=1))
    return 1 if refused else 0


def _files(paths: "Iterable[Path]") -> "Iterator[tuple[str, bytes | ItadashError]]":
    """Yield every file, those in a ZIP too; an error where one can't be opened."""
    for path in paths:
        try:
            yield from documents.files_in(documents.load(path), path.name)
        except ItadashError as error:
            yield path.name, error


def _ingest(options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from itadash.ingest import ingest
    from itadash.store import default_url, exists, open_store

    url = options.store or default_url()
    is_new = not exists(url)
    store = open_store(url)
    if is_new:  # a slip in the address must not go unseen
        _say(text("cli.made", store=store.shown))
    with tqdm(unit=text("cli.unit"), file=sys.stderr, leave=False) as bar:

        def progress(done: int, total: int, name: str) -> None:
            bar.total = total
            bar.set_postfix_str(name, refresh=False)
            bar.update(done - bar.n)

        summary = ingest(
            options.paths, store, workers=options.workers, progress=progress
        )
    for name, report in summary.replacements:
        _say(text("cli.replaced", name=name, report=report))
    for _, sentence in summary.refused:
        _say(sentence)
    print(
        text(
            "cli.summary",
            new=summary.new,
            replaced=summary.replaced,
            unchanged=summary.unchanged,
            refused=len(summary.refused),
        )
    )
    return 1 if summary.refused else 0


def _check(options: argparse.Namespace) -> int:
    from itadash.store import default_url, exists, open_store

    url = options.store or default_url()
    if not exists(url):  # opening would make an empty one
        _say(text("export_command.no_store"))
        return 1
    found = _findings(open_store(url), options)
    for row in found.to_dict("records"):
        print(_finding_line(row))
    _say(text("check_command.done", n=f"{len(found):,}"))
    return 1 if (found["severity"] == "error").any() else 0


def _findings(store: "Store", options: argparse.Namespace) -> "DataFrame":
    """Read what is to be looked at, of the agencies and the year of the options."""
    from itadash import analysis
    from itadash.analysis.findings import all_findings

    own = analysis.chosen(store.assessments(), analysis.Choice(options.year))
    if options.agency:
        own = own[own["agency"].astype("str") == options.agency]
    agencies = own["agency_id"].unique().tolist()
    measures = analysis.measures_of(store.measures(agencies), own)
    weak = analysis.weak_indicators(analysis.tall_scores(own))
    answered = analysis.answer(weak, store.links(agencies), measures)
    stored = store.findings(agencies)
    documents = [*own["document_id"].dropna(), *measures["document_id"]]
    scores = store.scores(agencies)
    return all_findings(stored[stored["document_id"].isin(documents)], answered, scores)


def _finding_line(row: "Mapping[Hashable, object]") -> str:
    """One finding a line: severity, agency, file and line, sentence, words."""
    has_line = isinstance(row["line"], str)
    place = f"{row['source']}:{row['line']}" if has_line else row["source"]
    parts = [row["severity"], row["agency"], row["assessed_year"], place]
    words = f" “{row['text']}”" if isinstance(row["text"], str) and row["text"] else ""
    known = (str(part) for part in parts if str(part) not in ("None", "nan", "<NA>"))
    line = " · ".join(known) + f" · {row['message']}{words}"
    return " ".join(line.split())  # a cell may hold lines of its own


def _parser() -> ThaiParser:
    parser = ThaiParser("python -m itadash", description=text("cli.about"))
    commands = parser.add_subparsers(required=True, metavar=text("cli.command"))
    about = text("cli.parse")
    parse = commands.add_parser("parse", help=about, description=about)
    parse.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parse.set_defaults(run=_parse)
    about = text("cli.ingest")
    ingest = commands.add_parser("ingest", help=about, description=about)
    ingest.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    ingest.add_argument("--store", metavar="URL", help=text("cli.store"))
    ingest.add_argument(
        "--workers", type=positive, default=1, metavar="N", help=text("cli.workers")
    )
    ingest.set_defaults(run=_ingest)
    _add_check(commands)
    add_export(commands)
    add_demo(commands)
    return parser


def _add_check(commands: "argparse._SubParsersAction[ThaiParser]") -> None:
    about = text("check_command.about")
    check = commands.add_parser("check", help=about, description=about)
    check.add_argument("--store", metavar="URL", help=text("cli.store"))
    check.add_argument("--agency", metavar="NAME", help=text("check_command.agency"))
    words = text("export_command.year")
    check.add_argument("--year", type=positive, metavar="Y", help=words)
    check.set_defaults(run=_check)


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
