"""A real server of the dashboard, and a reader's end of its websocket.

The dashboard is served as it is, with one empty page more in its navigation: what
the frame of every page costs. A rerun is asked for as a browser does, with
Streamlit's own messages, and ends with `script_finished`.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

ROOT = Path(__file__).parents[1]
EMPTY = "empty"
TRIVIAL = "import streamlit as st\n\nst.write('1')\n"
PATIENCE = 120.0  # seconds for a start or a rerun; more is a fault, no figure

_NAVIGATION = "st.navigation(ui.pages())"
_WITH_EMPTY = "st.navigation({**ui.pages(), '+': [st.Page('empty.py')]})"


class Reader:
    """A browser's end; `pages` maps the address of each page to its hash."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._socket = _session(address)
        self.pages: dict[str, str] = {}

    def begin(self) -> None:
        """Begin a new session, in which no filter is set."""
        self.close()
        self._socket = _session(self._address)

    def close(self) -> None:
        """End the session."""
        self._socket.close()

    def rerun(self, page: str = "", **query: object) -> float:
        """Run a page, and return the seconds until the script has finished."""
        message = BackMsg()
        message.rerun_script.query_string = urlencode(query)
        message.rerun_script.page_script_hash = self.pages.get(page, "")
        start = time.perf_counter()
        self._socket.send(message.SerializeToString())
        while not self._has_finished():
            pass
        return time.perf_counter() - start

    def _has_finished(self) -> bool:
        message = ForwardMsg()
        message.ParseFromString(self._socket.recv(PATIENCE))
        kind = message.WhichOneof("type")
        if kind == "navigation":
            found = message.navigation.app_pages
            self.pages = {one.url_pathname: one.page_script_hash for one in found}
        if kind == "delta" and message.delta.new_element.HasField("exception"):
            raise RuntimeError(message.delta.new_element.exception.message)
        if kind != "script_finished":
            return False
        if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            raise RuntimeError("The page does not compile.")
        return message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


@contextmanager
def dashboard(store: Path) -> Iterator[Reader]:
    """Serve the dashboard over a store and give one session of it, warmed up."""
    with TemporaryDirectory() as folder, served(_copy(Path(folder)), store) as reader:
        reader.rerun()
        yield reader


@contextmanager
def served(script: Path, store: Path) -> Iterator[Reader]:
    """Serve a script with our own flags; gives a session that has run nothing."""
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script)]
        + ["--server.port", str(port), "--server.headless", "true"],
        cwd=script.parent,
        env=_environment(store),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        reader = _connected(port, process)
        yield reader
        reader.close()
    finally:
        process.terminate()
        process.wait(timeout=20)


def script_in(folder: Path, text: str | None = None) -> Path:
    """Write the dashboard, or another script, into a folder with our settings."""
    if text is None:
        return _copy(folder)
    (folder / ".streamlit").symlink_to(ROOT / ".streamlit")
    script = folder / "dashboard.py"
    script.write_text(text, encoding="utf-8")
    return script


def _copy(folder: Path) -> Path:
    frame = (ROOT / "dashboard.py").read_text(encoding="utf-8")
    if _NAVIGATION not in frame:
        raise RuntimeError(f"dashboard.py no longer holds {_NAVIGATION}")
    (folder / "pages").symlink_to(ROOT / "pages")
    (folder / "empty.py").write_text("", encoding="utf-8")
    return script_in(folder, frame.replace(_NAVIGATION, _WITH_EMPTY))


def _environment(store: Path) -> dict[str, str]:
    return {
        **os.environ,
        "ITADASH_STORE": f"sqlite:///{store}",
        "PYTHONPATH": str(ROOT),
    }


def _session(address: str) -> ClientConnection:
    return connect(
        address,
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        compression=None,
    )


def _connected(port: int, process: "subprocess.Popen[Any]") -> Reader:
    end = time.monotonic() + PATIENCE
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    while time.monotonic() < end and process.poll() is None:
        try:
            return Reader(address)
        except (OSError, WebSocketException):
            time.sleep(0.02)
    raise RuntimeError("The server did not start.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
