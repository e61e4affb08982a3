"""What reading a report costs, against splitting the same text into words.

Reading is parse, link and check. Warm, one core, no disk; the median of runs that
take turns, so that a busy machine slows both sides alike.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

from pythainlp.tokenize import word_tokenize

from benchmarks import Result, Row, at_most
from itadash.reading import read_reports

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT.parent / "shared" / "reports", ROOT / "data" / "reports")
BAR = 8.0
REPEATS, QUICK_REPEATS = 31, 9
BASE = 'word_tokenize(text, engine="nlpo3")'


def run(quick: bool) -> Result:
    folder = next(folder for folder in FOLDERS if folder.is_dir())
    repeats = QUICK_REPEATS if quick else REPEATS
    rows = [_row(path, repeats) for path in sorted(folder.glob("*.txt"))]
    value, base = (sum(getattr(r, name) for r in rows) for name in ("value", "base"))
    rows.append(at_most("parse all (ms)", value, base, BAR))
    return Result(rows, [f"base: {BASE} over the same text, milliseconds of one core"])


def _row(path: Path, repeats: int) -> Row:
    content = path.read_bytes()
    text = content.decode("utf-8")
    value, base = _in_turns(
        partial(read_reports, content, path.name),
        partial(word_tokenize, text, engine="nlpo3"),
        repeats,
    )
    return at_most(f"parse {path.stem.split('_')[0]} (ms)", value, base, BAR)


def _in_turns(
    one: Callable[[], object], other: Callable[[], object], repeats: int
) -> tuple[float, float]:
    """Return the median milliseconds of each, the first warm-up left out."""
    both = [(_milliseconds(one), _milliseconds(other)) for _ in range(repeats + 1)]
    ones, others = zip(*both[1:], strict=True)
    return median(ones), median(others)


def _milliseconds(call: Callable[[], object]) -> float:
    start = process_time()
    call()
    return (process_time() - start) * 1000
