"""Damage to files as it happens and as someone might do it, drawn from a seed."""

import copy
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from lxml import etree

from itadash import documents, thai
from itadash.documents import bundle
from itadash.errors import ItadashError
from itadash.model import Report
from itadash.reading import read_reports

MARKS = (
    *("\t", "\u0e48", "\u0e4d", "\ufffd", "-", " ", "<p>", "๙", "|", "\f", "(", "25"),
    *("\u200b", "\u00a0", "<", "&", "=", '"', "๘๕.๐๐", "100"),
)


_IN_XML = tuple(mark for mark in MARKS if mark.isprintable())
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_WIDE_THAI = re.compile(rb"[\x01-\x5b]\x0e(?=[\x01-\x5b]\x0e)")
_NO_ZIP_ANY_MORE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, ValueError),
    *(OSError, RuntimeError, EOFError, KeyError),  # an earlier damage hit its bytes
)


def damaged(content: bytes, random: Random) -> bytes:
    """Return the file with one to four damages: of its lines, parts or bytes."""
    for _ in range(random.randint(1, 4)):
        content = random.choice(_kinds_of_damage(content))(content, random)
    return content


def _kinds_of_damage(content: bytes) -> list[Callable[[bytes, Random], bytes]]:
    if content.startswith(b"PK"):
        return [*[_part_damaged] * 12, _bytes_flipped, _cut]
    if content.startswith(b"%PDF"):
        return [*[_stream_damaged] * 12, _bytes_flipped, _doubled, _cut]
    if content.startswith(b"\xd0\xcf"):
        return [*[_letter_changed] * 8, *[_bytes_flipped] * 4, _doubled, _cut]
    return [*[_lines_damaged] * 12, _bytes_flipped, _cut]


def _bytes_flipped(content: bytes, random: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 12)) if changed else 0):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _letter_changed(content: bytes, random: Random) -> bytes:
    """Put another mark for one Thai letter in two bytes, as old Excel stores text."""
    spots = [one.start() for one in _WIDE_THAI.finditer(content)]
    if not spots:
        return _bytes_flipped(content, random)
    at = random.choice(spots)
    mark = random.choice([one for one in MARKS if len(one) == 1])
    return content[:at] + mark.encode("utf-16-le") + content[at + 2 :]


def _cut(content: bytes, random: Random) -> bytes:
    return content[: random.randrange(len(content) + 1)]


def _doubled(content: bytes, random: Random) -> bytes:
    start = random.randrange(len(content) + 1)
    piece = content[start : start + random.randint(1, 400)]
    return content[:start] + piece * random.randint(2, 6) + content[start:]


def _lines_damaged(content: bytes, random: Random) -> bytes:
    lines = content.decode("utf-8", "surrogateescape").split("\n")
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    cells = lines[at].split("\t" if "\t" in lines[at] else "|")
    spot = random.randrange(len(lines[at]) + 1)
    what = random.randrange(6)
    if what == 0:
        lines[at], lines[other] = lines[other], lines[at]
    elif what == 1:
        lines.insert(other, lines[at])
    elif what == 2 and len(lines) > 1:
        del lines[at]
    elif what == 3:
        del cells[random.randrange(len(cells))]
        lines[at] = "\t".join(cells)
    elif what == 4:
        lines[at] = lines[at][:spot] + random.choice(MARKS) + lines[at][spot:]
    else:
        lines[at : at + 1] = [lines[at][:spot], lines[at][spot:]]
    return "\n".join(lines).encode("utf-8", "surrogateescape")


def _part_damaged(content: bytes, random: Random) -> bytes:
    """Damage one file inside a ZIP: its text between tags, or its bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {one: archive.read(one) for one in archive.namelist()}
    except _NO_ZIP_ANY_MORE:
        return _bytes_flipped(content, random)
    if not parts:
        return content
    name = random.choice(sorted(parts))
    parts[name] = _damage_of(parts[name], random)(parts[name], random)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, inside in parts.items():
            archive.writestr(one, inside)
    return target.getvalue()


def _damage_of(part: bytes, random: Random) -> Callable[[bytes, Random], bytes]:
    as_text = _tags_damaged if part.lstrip().startswith(b"<") else _lines_damaged
    return random.choice((*[as_text] * 7, _bytes_flipped))


def _stream_damaged(content: bytes, random: Random) -> bytes:
    """Damage one packed stream of a PDF: what it draws, or what its glyphs mean."""
    packed = [one for one in _STREAM.finditer(content) if _unpacked(one[1])]
    if not packed:
        return _bytes_flipped(content, random)
    stream = random.choice(packed)
    lines = _unpacked(stream[1]).split(b"\n")
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    what = random.randrange(4)
    if what == 0:
        del lines[at]
    elif what == 1:
        lines.insert(other, lines[at])
    elif what == 2:
        lines[at], lines[other] = lines[other], lines[at]
    else:
        lines[at] = _bytes_flipped(lines[at], random)
    inside = zlib.compress(b"\n".join(lines)).ljust(len(stream[1]))
    return content[: stream.start(1)] + inside + content[stream.end(1) :]


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""


def _tags_damaged(content: bytes, random: Random) -> bytes:
    """Drop, double or move an element, or change its text; XML stays XML."""
    try:
        root = etree.fromstring(content)
    except (etree.XMLSyntaxError, ValueError):
        return _bytes_flipped(content, random)
    inner = [one for one in root.iter() if one.getparent() is not None]
    if not inner:
        return content
    one, other = random.choice(inner), random.choice(inner)
    what = random.randrange(4)
    if what == 0 and one not in other.iterancestors():
        other.addnext(one)
    elif what == 1:
        one.addnext(copy.deepcopy(one))
    elif what == 2:
        one.getparent().remove(one)
    else:
        one.text = (one.text or "") + random.choice(_IN_XML)
    return etree.tostring(root)


def packed(contents: list[bytes]) -> bytes:
    """Return a ZIP of reports."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for at, content in enumerate(contents):
            archive.writestr(f"report{at}", content)
    return target.getvalue()


def scores_not_printed(content: bytes, name: str) -> list[float] | None:
    """Read a file and return the scores and totals that stand nowhere in its text.

    A file that is refused gives None; anything but ItadashError is let through.
    """
    try:
        reports = reports_of(content, name)
    except ItadashError:
        return None
    return not_printed(reports)


def reports_of(content: bytes, name: str) -> list[tuple[bytes, list[Report]]]:
    """Read a file, or the files in a ZIP, each with its reports.

    Of a ZIP what can't be read is left out; raises ItadashError where nothing can.
    """
    found: list[tuple[bytes, list[Report]]] = []
    refused: ItadashError | None = None
    for member, inside in bundle.files_in(content, name):
        try:
            if isinstance(inside, ItadashError):
                raise inside
            found.append((inside, read_reports(inside, member)))
        except ItadashError as error:
            refused = error
    if refused and not found:
        raise refused
    return found


def not_printed(read: list[tuple[bytes, list[Report]]]) -> list[float]:
    """Return the scores and totals of reports that stand nowhere in a file's text."""
    wrong = []
    for content, reports in read:
        printed = printed_numbers(text_of(content, reports[0].source))
        totals = [one.overall_score for one in reports if one.overall_score is not None]
        given = [score.score for one in reports for score in one.scores] + totals
        wrong += [value for value in given if value not in printed]
    return wrong


def text_of(content: bytes, name: str) -> str:
    """Return all text of a document, a paragraph or cell a line."""
    document = documents.read(content, name)
    cells = (c.text for t in document.tables for row in t.rows for c in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def printed_numbers(text: str) -> set[float]:
    """Return the numbers of a text, as they stand and with blanks in them closed."""
    text = " ".join(text.split())
    joined = re.sub(r"\s*([.,])\s*", r"\1", thai.mend(thai.arabic(text)))
    found = re.findall(r"-?\d{1,3}(?:[.,]\d+)?", f"{thai.arabic(text)} {joined}")
    return {float(number.replace(",", ".")) for number in found}
