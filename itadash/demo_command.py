"""`python -m itadash demo`: fill a store with a made-up country.

It may be stopped and given again: what is stored stays. A store that holds
anything else, or a demo country of other settings, is refused as it is.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from itadash.arguments import ThaiParser, positive
from itadash.demo import Settings, default_years, first_year, last_year
from itadash.demo.settings import AGENCIES, SEED
from itadash.labels import text

if TYPE_CHECKING:
    from itadash.demo.country import Country
    from itadash.model import Report
    from itadash.store import Store

AT_ONCE: Final = 1_000  # reports in one transaction; a stop loses no more
_SPAN: Final = re.compile(r"(\d{4})(?:-(\d{4}))?")


def add_demo(commands: "argparse._SubParsersAction[ThaiParser]") -> None:
    """Add the command to the others."""
    about = text("demo_command.about")
    demo = commands.add_parser("demo", help=about, description=about)
    words = text("demo_command.agencies", n=f"{AGENCIES:,}")
    demo.add_argument(
        "--agencies", type=positive, default=AGENCIES, metavar="N", help=words
    )
    words = text("demo_command.years")
    demo.add_argument("--years", type=years, metavar="A-B", help=words)
    words = text("demo_command.seed", seed=SEED)
    demo.add_argument("--seed", type=positive, default=SEED, metavar="S", help=words)
    words = text("demo_command.store")
    demo.add_argument("--store", required=True, metavar="URL", help=words)
    demo.set_defaults(run=_demo)


def years(value: str) -> tuple[int, ...]:
    """Return the assessed years (B.E.) of "A-B" or "A", within those allowed."""
    first, last = first_year(), last_year()
    match = _SPAN.fullmatch(value)
    start = int(match[1]) if match else 0
    end = int(match[2] or start) if match else 0
    if not first <= start <= end <= last:
        words = text("demo_command.bad_years", first=first, last=last)
        raise argparse.ArgumentTypeError(words)
    return tuple(range(start, end + 1))


def _demo(options: argparse.Namespace) -> int:
    from itadash.demo.country import Country
    from itadash.store import open_store

    chosen = options.years or default_years()
    country = Country(Settings(options.agencies, chosen, options.seed))
    store = open_store(options.store)
    reason = _refusal(store, country)
    if reason:
        _say(text(f"demo_command.{reason}", store=store.shown))
        return 1
    new = _fill(store, country)
    done = {"new": f"{new:,}", "n": f"{len(country):,}", "store": store.shown}
    print(text("demo_command.done", agencies=f"{options.agencies:,}", **done))
    return 0


def _refusal(store: "Store", country: "Country") -> str | None:
    """Return why the store is no place for this country, None where it is one."""
    if not store.is_synthetic():
        return "real"
    _, content = next(country.reports())
    return None if store.is_empty() or store.has_file(content) else "other"


def _fill(store: "Store", country: "Country") -> int:
    """Store all reports and return how many were new."""
    from tqdm import tqdm

    from itadash.store import Outcome

    new = 0
    unit = text("demo_command.unit")
    with tqdm(total=len(country), unit=unit, file=sys.stderr, leave=False) as bar:
        for batch in _batches(country):
            outcomes = store.save_many(batch, synthetic=True)
            new += outcomes.count(Outcome.NEW)
            bar.update(len(batch))
    return new


def _batches(country: "Country") -> "Iterator[list[tuple[Report, bytes]]]":
    reports = country.reports()
    while batch := list(islice(reports, AT_ONCE)):
        yield batch


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
