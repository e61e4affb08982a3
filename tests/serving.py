"""A real server of the dashboard for tests: its own port, its own store."""

import atexit
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
LONGEST_START = 90  # seconds; a cold two-core machine needs about ten


@contextmanager
def server(store: Path, log: Path) -> Iterator[str]:
    """Serve the dashboard over a store; gives its address, ends with the block."""
    port = _free_port()
    with log.open("wb") as output:
        process = subprocess.Popen(
            _command(port),
            cwd=ROOT,
            env={**os.environ, "ITADASH_STORE": f"sqlite:///{store}"},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_until_healthy(address, process, log)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def _command(port: int) -> list[str]:
    options = ["--server.port", str(port), "--server.headless", "true"]
    return [sys.executable, "-m", "streamlit", "run", "dashboard.py", *options]


def _wait_until_healthy(
    address: str, process: subprocess.Popen[bytes], log: Path
) -> None:
    end = time.monotonic() + LONGEST_START
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"The server did not start:\n{log.read_text()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def chromium() -> dict[str, Any]:
    """Return how Playwright starts the system's Chromium; it downloads none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    switches = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    return {"executable_path": path, "args": switches}


@cache
def browser() -> "Browser":
    """Return the Chromium of this process: Playwright starts once, or not again."""
    from playwright.sync_api import sync_playwright

    playwright = sync_playwright().start()
    started = playwright.chromium.launch(**chromium())
    atexit.register(playwright.stop)
    atexit.register(started.close)
    return started
