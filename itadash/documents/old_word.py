"""Read Word 97–2003 files (.doc) by LibreOffice, where it is installed.

LibreOffice writes the file anew as .docx in a folder of its own, with a profile of
its own: nobody's settings are read, no macro runs, and what it started is stopped
with it when it takes too long.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from itadash.documents import docx
from itadash.documents.limits import Limits
from itadash.documents.model import Document
from itadash.errors import DamagedFileError, NoConverterError, StoppedReadingError
from itadash.labels import text as label

_PROGRAMS: Final = ("soffice", "libreoffice")
_SHARE_OF_TIME: Final = 0.8  # the rest is left to read what comes out


def read(content: bytes, name: str, limits: Limits) -> Document:
    """Read an old Word file.

    Raises NoConverterError without LibreOffice, StoppedReadingError,
    DamagedFileError and what the reader of .docx raises.
    """
    program = next((path for one in _PROGRAMS if (path := shutil.which(one))), None)
    if program is None:
        raise NoConverterError(name=name)
    with tempfile.TemporaryDirectory(prefix="itadash-") as folder:
        converted = _converted(program, content, name, Path(folder), limits)
    return docx.read(converted, name, limits)


def _converted(
    program: str, content: bytes, name: str, folder: Path, limits: Limits
) -> bytes:
    (folder / "report.doc").write_bytes(content)
    seconds = limits.seconds * _SHARE_OF_TIME
    if not _ends_in_time(_command(program, folder), seconds):
        raise StoppedReadingError(name=name, limit=f"{seconds:g}")
    made = folder / "report.docx"
    if not made.exists():
        raise DamagedFileError(name=name, found=label("format.doc"))
    return made.read_bytes()


def _command(program: str, folder: Path) -> list[str]:
    profile = (folder / "profile").as_uri()
    switches = ["--headless", "--norestore", "--nolockcheck", "--nodefault"]
    target = ["--convert-to", "docx", "--outdir", str(folder)]
    own = f"-env:UserInstallation={profile}"
    return [program, *switches, own, *target, str(folder / "report.doc")]


def _ends_in_time(command: list[str], seconds: float) -> bool:
    running = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        running.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _stop(running)
    return True


def _stop(running: "subprocess.Popen[bytes]") -> None:
    """Kill the program with what it has started; it may be gone already."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(running.pid, signal.SIGKILL)
    running.kill()
    running.wait()
