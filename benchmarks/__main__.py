"""`python -m benchmarks [NAME…] [--quick] [--json]`: print figures and their bars.

Exit 0 when every figure with a bar reaches it, 1 when one does not.
"""

import argparse
import json
import sys
from dataclasses import asdict

from benchmarks import MODULES, Result, Row, benchmark


def main(arguments: list[str] | None = None) -> int:
    options = _options(arguments)
    rows = []
    for name in options.names or MODULES:
        result = benchmark(name)(options.quick)
        rows += result.rows
        _print(name, result, as_json=options.json)
    return 1 if any(row.ok is False for row in rows) else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MODULES))
    parser.add_argument("--quick", action="store_true", help="fewer repeats")
    parser.add_argument("--json", action="store_true", help="one JSON object a row")
    options = parser.parse_args(arguments)
    for name in options.names:
        if name not in MODULES:
            parser.error(f"no benchmark {name!r}; there are {', '.join(MODULES)}")
    return options


def _print(name: str, result: Result, *, as_json: bool) -> None:
    if as_json:
        for row in result.rows:
            print(json.dumps(asdict(row), ensure_ascii=False))
        return
    print(f"== {name}")
    for line in result.lines:
        print(line)
    for row in result.rows:
        print(_line(row))


def _line(row: Row) -> str:
    measured = f"{row.value:10.4f}"
    if row.ratio is not None:
        measured += f"  / {row.base:.4f} = {row.ratio:.2f}"
    if row.bar is not None:
        measured += f"  (bar {row.bar:g}: {'reached' if row.ok else 'MISSED'})"
    return f"{row.name:44}{measured}"


if __name__ == "__main__":
    sys.exit(main())
