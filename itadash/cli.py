"""The commands of `python -m itadash`; see README for what each prints.

Results go to standard output, sentences for the user to standard error. Exit 0 when
every file was read, 1 when any was not, 2 for wrong usage.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from itadash import documents
from itadash.errors import ItadashError
from itadash.labels import text
from itadash.reading import read_reports
from itadash.records import report_record


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
    except BrokenPipeError:  # the reader of a pipe has seen enough
        sys.stderr.close()
        return 1
    return code


def _parse(options: argparse.Namespace) -> int:
    records = []
    refused = 0
    for path in options.files:
        try:
            reports = read_reports(documents.load(path), path.name)
            records += [report_record(report) for report in reports]
        except ItadashError as error:
            refused += 1
            _say(str(error))
    print(json.dumps(records, ensure_ascii=False, indent=1))
    return 1 if refused else 0


def _ingest(options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from itadash.ingest import ingest
    from itadash.store import default_url, open_store

    store = open_store(options.store or default_url())
    with tqdm(unit=text("cli.unit"), file=sys.stderr, leave=False) as bar:

        def progress(done: int, total: int, name: str) -> None:
            bar.total = total
            bar.set_postfix_str(name, refresh=False)
            bar.update(done - bar.n)

        summary = ingest(
            options.paths, store, workers=options.workers, progress=progress
        )
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m itadash", description=text("cli.about"))
    commands = parser.add_subparsers(required=True, metavar=text("cli.command"))
    parse = commands.add_parser("parse", help=text("cli.parse"))
    parse.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parse.set_defaults(run=_parse)
    ingest = commands.add_parser("ingest", help=text("cli.ingest"))
    ingest.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    ingest.add_argument("--store", metavar="URL", help=text("cli.store"))
    ingest.add_argument(
        "--workers", type=_positive, default=1, metavar="N", help=text("cli.workers")
    )
    ingest.set_defaults(run=_ingest)
    return parser


def _positive(value: str) -> int:
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError(text("cli.positive"))
    return number


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
