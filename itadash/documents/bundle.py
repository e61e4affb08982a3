"""A ZIP of reports: each file in it is a report of its own."""

from collections.abc import Iterator
from contextlib import suppress

from itadash.documents import signatures
from itadash.documents.archive import Archive
from itadash.documents.limits import DEFAULT_LIMITS, Limits
from itadash.errors import EmptyFileError, ItadashError, NestedArchiveError
from itadash.labels import text as label

_NOBODYS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")


def files_in(
    content: bytes, name: str, limits: Limits = DEFAULT_LIMITS
) -> Iterator[tuple[str, bytes | ItadashError]]:
    """Yield (name, content) of a file, or of every file in a ZIP of reports.

    A file in a ZIP is named "reports.zip/report.docx"; an error stands in place of
    a content that can't be had. Raises what `Archive` raises for the ZIP itself.
    """
    if not content.startswith(b"PK") or signatures.kind(content) != "zip":
        yield name, content
        return
    archive = Archive(content, name, label("format.zip"), limits)
    wanted = sorted(part for part in archive.names if _is_a_report(part))
    if not wanted:
        raise EmptyFileError(name=name)
    for part in wanted:
        shown = f"{name}/{_readable(part)}"
        yield shown, _unpacked(archive, part, shown)


def _unpacked(archive: Archive, part: str, shown: str) -> bytes | ItadashError:
    try:
        content = archive.read(part) or b""
    except ItadashError as error:
        return error
    if signatures.kind(content) == "zip":
        return NestedArchiveError(name=shown)
    return content


def _is_a_report(part: str) -> bool:
    """Tell whether a name is of a file that a person put there."""
    steps = part.replace("\\", "/").split("/")
    hidden = any(step.startswith(".") and step.strip(".") for step in steps)
    return bool(steps[-1]) and not hidden and not set(steps) & set(_NOBODYS)


def _readable(part: str) -> str:
    """Return the name to show; Thai Windows packs names in its own code page."""
    with suppress(UnicodeError):  # a name in UTF-8 is read right already
        part = part.encode("cp437").decode("cp874")
    steps = part.replace("\\", "/").split("/")
    return "/".join(step for step in steps if step.strip("."))
