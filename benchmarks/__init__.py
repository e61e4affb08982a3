"""What the README's figures come from; each benchmark is one function and one line.

Speeds are ratios to a base measured in the same run, never seconds.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module


@dataclass(frozen=True)
class Row:
    """One figure; `ratio` to `base` where there is one, `bar` where one is set."""

    name: str
    value: float
    base: float | None = None
    ratio: float | None = None
    bar: float | None = None
    ok: bool | None = None


@dataclass(frozen=True)
class Result:
    """The figures of one benchmark, and lines of text that explain them."""

    rows: list[Row]
    lines: list[str] = field(default_factory=list)


Benchmark = Callable[[bool], Result]

# Name on the command line: module with `run(quick)`. A new benchmark is a line here.
MODULES = {
    "export": "benchmarks.export_size",
    "fuzz": "benchmarks.fuzz",
    "linking": "benchmarks.linking_quality",
    "pages": "benchmarks.pages",
    "parse": "benchmarks.parse_speed",
    "search": "benchmarks.search_speed",
}


def benchmark(name: str) -> Benchmark:
    """Return one benchmark; its module is imported only when it is asked for."""
    run: Benchmark = import_module(MODULES[name]).run
    return run


def at_least(name: str, value: float, bar: float | None = None) -> Row:
    """Return a row that is right when the value reaches the bar."""
    return Row(name, value, bar=bar, ok=None if bar is None else value >= bar)


def at_most(name: str, value: float, base: float, bar: float) -> Row:
    """Return a row that is right when value / base does not pass the bar."""
    return Row(name, value, base, value / base, bar, value / base <= bar)
