"""Damaged files of every format: no exception, no score that is not in the text.

Cases are drawn from a seed, evenly over the formats; what a case costs is held
against the median of its format.
"""

from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from benchmarks import Result, Row, at_most
from itadash import documents
from tests.damage import damaged, scores_not_printed

ROOT = Path(__file__).parent.parent
CASES, QUICK_CASES = 20_000, 1_000
SLOWEST = 50.0  # times the median of the format
SEED = 2568


def run(quick: bool) -> Result:
    corpus = {suffix: files(suffix) for suffix in documents.suffixes()}
    corpus = {suffix: paths for suffix, paths in corpus.items() if paths}
    cases = (QUICK_CASES if quick else CASES) // len(corpus)
    rows, lines = [], []
    for suffix, paths in corpus.items():
        found, complaints = _of_format(suffix, paths, cases)
        rows += found
        lines += complaints
    return Result(rows, [f"seed {SEED}, {cases:,} cases a format", *lines])


def files(suffix: str) -> list[Path]:
    """Return the golden files and samples of a format."""
    golden = (ROOT / "tests" / "files").glob(f"*/report{suffix}")
    samples = (ROOT / "data" / "reports").glob(f"*{suffix}")
    return sorted([*golden, *samples])


def _of_format(
    suffix: str, paths: list[Path], cases: int
) -> tuple[list[Row], list[str]]:
    random = Random(f"{SEED}{suffix}")
    whole = [path.read_bytes() for path in paths]
    raised, wrong, times, complaints = 0, 0, [], []
    for case in range(cases):
        at = random.randrange(len(whole))
        content = damaged(whole[at], random)
        start = process_time()
        try:
            wrong += bool(scores_not_printed(content, f"case{suffix}"))
        except Exception as error:  # noqa: BLE001, the benchmark counts them all
            raised += 1
            complaints.append(f"{suffix} case {case} of {paths[at]}: {error!r}"[:200])
        times.append(process_time() - start)
    return [
        _none(f"fuzz {suffix} exceptions", raised),
        _none(f"fuzz {suffix} with a score not printed", wrong),
        at_most(
            f"fuzz {suffix} slowest (ms)",
            max(times) * 1000,
            median(times) * 1000,
            SLOWEST,
        ),
    ], complaints[:5]


def _none(name: str, count: int) -> Row:
    return Row(name, count, bar=0, ok=count == 0)
