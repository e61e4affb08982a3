"""Damaged files of every format: no exception, no score that is not in the text.

Cases are drawn from a seed, evenly over the formats. What the slowest case costs is
held against the median of those of its format that were read: refusing costs nothing.
Every file is read whole once before: what a program loads once is no cost of a file.
"""

from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from benchmarks import Result, Row, at_most
from itadash import documents
from itadash.errors import ItadashError
from tests.damage import damaged, not_printed, packed, reports_of

ROOT = Path(__file__).parent.parent
CASES, QUICK_CASES = 20_000, 1_000
SLOWEST = 50.0  # times the median of the format
SEED = 2568


def run(quick: bool) -> Result:
    corpus = whole_files()
    cases = (QUICK_CASES if quick else CASES) // len(corpus)
    rows, lines = [], []
    for suffix, contents in corpus.items():
        found, complaints = _of_format(suffix, contents, cases)
        rows += found
        lines += complaints
    return Result(rows, [f"seed {SEED}, {cases:,} cases a format", *lines])


def files(suffix: str) -> list[Path]:
    """Return the golden files and samples of a format."""
    golden = (ROOT / "tests" / "files").glob(f"*/report{suffix}")
    samples = (ROOT / "data" / "reports").glob(f"*{suffix}")
    return sorted([*golden, *samples])


def whole_files() -> dict[str, list[bytes]]:
    """Return the files to damage by format; ZIPs of reports are packed here."""
    found = {
        suffix: [path.read_bytes() for path in files(suffix)]
        for suffix in documents.suffixes()
    }
    found[".zip"] = [packed([*found[".txt"][:2], found[".csv"][0]])]
    return {suffix: contents for suffix, contents in found.items() if contents}


def _of_format(
    suffix: str, whole: list[bytes], cases: int
) -> tuple[list[Row], list[str]]:
    random = Random(f"{SEED}{suffix}")
    for one in whole:  # the tables of words are loaded once a program, not once a file
        _case(one, suffix)
    found = [_case(damaged(random.choice(whole), random), suffix) for _ in range(cases)]
    base = median([one.seconds for one in found if one.was_read] or [0])
    of_all = median([one.seconds for one in found])
    slowest = max(one.seconds for one in found)
    complaints = [
        f"{suffix} case {at}: {c}"
        for at, one in enumerate(found)
        if (c := one.complaint)
    ]
    return [
        _none(f"fuzz {suffix} exceptions", sum(bool(one.raised) for one in found)),
        _none(
            f"fuzz {suffix} with a score not printed",
            sum(bool(one.wrong) for one in found),
        ),
        at_most(f"fuzz {suffix} slowest (ms)", slowest * 1000, base * 1000, SLOWEST),
        Row(f"fuzz {suffix} slowest, times the median of all", slowest / of_all),
        Row(f"fuzz {suffix} read", sum(one.was_read for one in found)),
    ], complaints[:5]


@dataclass(frozen=True)
class _Case:
    seconds: float
    was_read: bool
    wrong: list[float] | None = None
    raised: str = ""

    @property
    def complaint(self) -> str:
        return self.raised or (f"not printed: {self.wrong}" if self.wrong else "")


def _case(content: bytes, suffix: str) -> _Case:
    name, start = f"case{suffix}", process_time()
    try:
        reports = reports_of(content, name)
    except ItadashError:
        return _Case(process_time() - start, was_read=False)
    except Exception as error:  # noqa: BLE001, the benchmark counts them all
        return _Case(process_time() - start, False, raised=repr(error)[:200])
    seconds = process_time() - start
    return _Case(seconds, True, not_printed(reports))


def _none(name: str, count: int) -> Row:
    return Row(name, count, bar=0, ok=count == 0)
