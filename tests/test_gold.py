"""The five real reports against their gold records; they stand outside the project."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
TOOL = SHARED / "tools" / "evaluate.py"
# What issue 2 asks for; a figure that is not named here belongs to a later one.
BARS = {
    "files parsed": 1.0,
    "reports right": 1.0,
    "header": 1.0,
    "scores found": 1.0,
    "scores right": 1.0,
    "issues attached": 1.0,
    "measures found": 1.0,
    "measures right": 1.0,
    "instrument": 1.0,
    "periods": 1.0,
    "text tidy": 1.0,
    "titles": 0.95,
    "units": 0.95,
    "group": 0.95,
    "cells in place": 0.99,
    "cells clean": 0.99,
}

pytestmark = pytest.mark.skipif(
    not TOOL.exists(), reason="the real reports (../shared) are not on this machine"
)


@cache
def figures():
    done = subprocess.run(
        [
            *(sys.executable, str(TOOL), str(SHARED / "gold"), str(SHARED / "reports")),
            *("--json", "--", sys.executable, "-m", "itadash", "parse"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", BARS)
def test_the_reading_of_the_real_reports_reaches_its_bar(name):
    assert figures()[name]["share"] >= BARS[name]
