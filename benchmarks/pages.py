"""What a page of the dashboard costs with the country loaded.

Every page of the navigation is run twice: as it opens, and with one agency chosen.
A rerun over the demo country (8,325 agencies, eight years) is held against the
same page over five agencies, and against an empty page of the same server: same
flags, same frozen memory, same filter bar. Runs are interleaved, each figure is a
median of the time of three reruns on end (Streamlit's collection of garbage after
a rerun is in it). The first page is timed from the start of the process.
"""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks import Result, Row, at_most
from benchmarks.served import EMPTY, TRIVIAL, Reader, dashboard, script_in, served
from itadash.analysis import choosing
from itadash.demo import Settings, default_years
from itadash.demo.country import Country
from itadash.demo.settings import AGENCIES
from itadash.store import open_store

CACHE: Final = Path(__file__).parent / ".cache"
QUICK_AGENCIES, FIVE = 500, 5
FIVE_BAR, EMPTY_BAR, FIRST_BAR = 1.5, 5.0, 3.0
REPEATS, QUICK_REPEATS = 15, 5
ON_END: Final = 3
STARTS, QUICK_STARTS = 9, 3
AT_ONCE: Final = 1_000

Query = dict[str, object]


def run(quick: bool) -> Result:
    country = demo_store(QUICK_AGENCIES if quick else AGENCIES)
    five = demo_store(FIVE)
    repeats = QUICK_REPEATS if quick else REPEATS
    with dashboard(country) as large, dashboard(five) as small:
        rows = _reruns(large, small, _labels(country), _labels(five), repeats)
    rows.append(_first_page(country, QUICK_STARTS if quick else STARTS))
    lines = ["seconds of one rerun; against five agencies and an empty page"]
    return Result(rows, lines)


def demo_store(agencies: int) -> Path:
    """Return a demo store of all years, made once and kept."""
    settings = Settings(agencies, default_years())
    path = CACHE / f"demo-{settings.key}.sqlite"
    if path.exists():
        return path
    CACHE.mkdir(exist_ok=True)
    draft = path.with_suffix(".making")
    draft.unlink(missing_ok=True)
    store = open_store(f"sqlite:///{draft}")
    reports = list(Country(settings).reports())
    for start in range(0, len(reports), AT_ONCE):
        store.save_many(reports[start : start + AT_ONCE], synthetic=True)
    store.close()
    return draft.rename(path)


def _labels(path: Path) -> str:
    """Return the label of an agency that has scores."""
    store = open_store(f"sqlite:///{path}")
    frame = store.assessments()
    store.close()
    scored = frame.loc[frame["has_scores"], "agency_id"].iloc[0]
    return str(choosing.agency_labels(frame)[scored])


def _reruns(
    large: Reader, small: Reader, of_large: str, of_small: str, repeats: int
) -> list[Row]:
    rows = []
    for page in [name for name in large.pages if name != EMPTY]:
        for kind in ("all", "one agency"):
            one = kind == "one agency"
            queries = ({"agency": of_large}, {"agency": of_small}) if one else ({}, {})
            for reader in (large, small):
                reader.begin()  # what was chosen before stays in a session
            calls = _calls(large, small, page, *queries)
            country, five, empty = _medians(calls, repeats)
            name = f"{page or 'overview'}, {kind}"
            rows += [
                at_most(f"{name}: country / five (s)", country, five, FIVE_BAR),
                at_most(f"{name}: country / empty (s)", country, empty, EMPTY_BAR),
            ]
    return rows


def _calls(
    large: Reader, small: Reader, page: str, query: Query, of_small: Query
) -> list[Callable[[], float]]:
    return [
        lambda: large.rerun(page, **query),
        lambda: small.rerun(page, **of_small),
        lambda: large.rerun(EMPTY, **query),
    ]


def _medians(calls: list[Callable[[], float]], repeats: int) -> list[float]:
    for call in calls:
        call()
    taken: list[list[float]] = [[] for _ in calls]
    for _ in range(repeats):
        for call, times in zip(calls, taken, strict=True):
            times.append(sum(call() for _ in range(ON_END)) / ON_END)
    return [median(times) for times in taken]


def _first_page(store: Path, starts: int) -> Row:
    ours, trivial = [], []
    for _ in range(starts):
        ours.append(_start(None, store))
        trivial.append(_start(TRIVIAL, store))
    name = f"first page, median of {starts} starts (s)"
    return at_most(name, median(ours), median(trivial), FIRST_BAR)


def _start(text: str | None, store: Path) -> float:
    with TemporaryDirectory() as folder:
        script = script_in(Path(folder), text)
        start = time.perf_counter()
        with served(script, store) as reader:
            reader.rerun()
            return time.perf_counter() - start
