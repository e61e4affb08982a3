"""Reading in a process of its own that can be stopped: hostile files end there.

Formats that are unpacked or laid out by a library may take any time and memory. Such
a file is read by a worker with bounds; when it exceeds them the worker is killed, the
file refused with a sentence, and the next file gets a new worker. Plain text is read
here: its readers take time in proportion to its length.
"""

import multiprocessing
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any, Final

from itadash import documents, reading
from itadash.documents.limits import DEFAULT_LIMITS, Limits
from itadash.errors import ItadashError, StoppedReadingError, UnreadableContentError
from itadash.extract.score_table_understood import Understood
from itadash.model import Report

_CALLS: Final = {
    "reports": reading.read_reports,
    "lines": reading.printed_lines,
    "columns": reading.understood_columns,
}


def read_reports(
    content: bytes, name: str, limits: Limits = DEFAULT_LIMITS
) -> list[Report]:
    """Return the reports of a file, as `reading.read_reports`, within bounds.

    Raises StoppedReadingError beyond the bounds, UnreadableContentError where a
    library gave up on damaged content, and what the reader raises.
    """
    if not documents.needs_bounds(content):
        return reading.read_reports(content, name, limits)
    reports: list[Report] = _worker.call("reports", content, name, limits)
    return reports


def printed_lines(
    content: bytes, name: str, limits: Limits = DEFAULT_LIMITS
) -> list[tuple[int | str | None, str]]:
    """Return the lines of a file as `reading.printed_lines`, within bounds."""
    if not documents.needs_bounds(content):
        return reading.printed_lines(content, name, limits)
    lines: list[tuple[int | str | None, str]]
    lines = _worker.call("lines", content, name, limits)
    return lines


def understood_columns(
    content: bytes, name: str, limits: Limits = DEFAULT_LIMITS
) -> list[Understood]:
    """Return the columns as `reading.understood_columns`, within bounds."""
    if not documents.needs_bounds(content):
        return reading.understood_columns(content, name, limits)
    columns: list[Understood] = _worker.call("columns", content, name, limits)
    return columns


@contextmanager
def no_interrupt_inherited() -> Iterator[None]:
    """Keep Ctrl-C from a worker that is starting: it inherits what is blocked here."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Worker:
    """One process that reads a file at a time; made when first needed."""

    def __init__(self) -> None:
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection[Any, Any] | None = None
        self._free = Lock()

    def call(self, what: str, content: bytes, name: str, limits: Limits) -> Any:  # noqa: ANN401
        with self._free:  # two sessions of the dashboard may read at once
            answer = self._answer((what, content, name, limits), name, limits)
        if isinstance(answer, ItadashError):
            raise answer
        return answer

    def _answer(self, question: object, name: str, limits: Limits) -> Any:  # noqa: ANN401
        pipe = self._started()
        stopped = True
        try:
            pipe.send(question)
            if not pipe.poll(limits.seconds):
                return StoppedReadingError(name=name, limit=f"{limits.seconds:g}")
            answer = pipe.recv()
            stopped = False
        except (EOFError, OSError):  # killed, by the system or for its memory
            return StoppedReadingError(name=name, limit=f"{limits.seconds:g}")
        finally:
            if stopped:
                self.stop()
        return answer

    def _started(self) -> "Connection[Any, Any]":
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self.stop()
            context = multiprocessing.get_context("spawn")
            self._pipe, other = context.Pipe()
            self._process = context.Process(target=_serve, args=(other,), daemon=True)
            with no_interrupt_inherited():
                self._process.start()
            other.close()  # else nobody would learn of its end
        return self._pipe

    def stop(self) -> None:
        """Kill the process; the next call starts another."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


_worker: Final = _Worker()


def _serve(pipe: "Connection[Any, Any]") -> None:
    """Answer until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what ends
    with suppress(EOFError, OSError):
        while True:
            what, content, name, limits = pipe.recv()
            _bound_memory(limits)
            pipe.send(_result(what, content, name, limits))


def _result(what: str, content: bytes, name: str, limits: Limits) -> Any:  # noqa: ANN401
    try:
        return _CALLS[what](content, name, limits)
    except ItadashError as error:
        return error
    except MemoryError:
        return StoppedReadingError(name=name, limit=f"{limits.seconds:g}")
    except Exception as error:  # a library's own ways to fail are without number
        return UnreadableContentError(name=name, reason=type(error).__name__)


def _bound_memory(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    with suppress(ValueError, OSError):  # macOS knows the limit and refuses it
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, most))
