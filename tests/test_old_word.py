"""Word 97–2003 files, by LibreOffice where it is installed."""

import shutil
import subprocess
import time

import pytest

from itadash import documents
from itadash.documents import old_word
from itadash.documents.limits import Limits
from itadash.errors import ItadashError, NoConverterError, StoppedReadingError
from itadash.reading import read_reports
from itadash.records import report_record
from tests.same_records import differences
from tests.test_golden import SAMPLES
from tests.writers import docx as writer

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
NO_WORD = OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le") + b"\0" * 600
needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed here"
)


def as_doc(content, folder):
    """Write a .docx anew as .doc."""
    (folder / "report.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = ["--convert-to", "doc", "--outdir", str(folder)]
    source = str(folder / "report.docx")
    subprocess.run(["soffice", "--headless", profile, *target, source], check=True)
    return (folder / "report.doc").read_bytes()


def test_without_libreoffice_the_cure_is_told(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)

    with pytest.raises(NoConverterError, match=r"\.docx"):
        documents.read(NO_WORD, "เก่า.doc")


@needs_office
def test_an_old_word_file_reads_as_the_new_one(tmp_path):
    path = SAMPLES / "003_nongmueang_2564.txt"
    new = writer.written(documents.read(path.read_bytes(), path.name))
    [report] = read_reports(new, "report.docx")

    [same] = read_reports(as_doc(new, tmp_path), "report.doc")

    assert differences(report_record(report), report_record(same)) == []


@needs_office
def test_what_is_no_word_file_inside_is_refused_or_holds_nothing():
    with pytest.raises(ItadashError):
        read_reports(NO_WORD, "เก่า.doc")


def test_a_conversion_that_takes_too_long_is_stopped(tmp_path, monkeypatch):
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nsleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setattr(old_word.shutil, "which", lambda name: str(slow))
    start = time.monotonic()

    with pytest.raises(StoppedReadingError, match=r"เก่า\.doc"):
        documents.read(NO_WORD, "เก่า.doc", Limits(seconds=0.5))

    assert time.monotonic() - start < 30
