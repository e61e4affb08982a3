"""A ZIP of reports: every file in it is a report of its own."""

import contextlib
import io
import json
import zipfile

import pytest

from itadash.cli import main
from itadash.documents import files_in
from itadash.documents.limits import Limits
from itadash.errors import (
    DamagedFileError,
    EmptyFileError,
    ItadashError,
    NestedArchiveError,
    TooLargeError,
)
from itadash.ingest import ingest
from itadash.store import open_store
from tests.texts import RESULT, TITLE, score_table

REPORT = "\n\n".join([TITLE, RESULT, score_table()])
OTHER = REPORT.replace("ทุ่งสมมุติ", "บ้านสมมุติ")


def packed(files):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def names(content, limits=None):
    return [name for name, _ in files_in(content, "ก.zip", limits or Limits())]


def test_a_file_that_is_no_zip_is_itself():
    assert list(files_in(b"abc", "a.txt")) == [("a.txt", b"abc")]


def test_every_file_of_a_zip_is_given_under_its_own_name():
    content = packed({"b.txt": "2", "ปี 2566/a.txt": "1"})

    assert list(files_in(content, "ก.zip")) == [
        ("ก.zip/b.txt", b"2"),
        ("ก.zip/ปี 2566/a.txt", b"1"),
    ]


def test_names_that_are_paths_out_of_the_folder_lead_nowhere():
    content = packed({"../../etc/a.txt": "1", "/b.txt": "2", "..\\c.txt": "3"})

    assert names(content) == ["ก.zip/etc/a.txt", "ก.zip/c.txt", "ก.zip/b.txt"]


def test_names_in_the_code_page_of_thai_windows_are_read():
    thai = "รายงาน.txt".encode("cp874").decode("cp437")

    assert names(packed({thai: "1"})) == ["ก.zip/รายงาน.txt"]


def test_folders_and_what_systems_leave_behind_are_no_reports():
    content = packed(
        {"a/": "", "__MACOSX/a.txt": "", "a/.DS_Store": "", "a/b.txt": "1"}
    )

    assert names(content) == ["ก.zip/a/b.txt"]


def test_a_zip_in_a_zip_is_refused_and_the_rest_goes_on():
    found = dict(files_in(packed({"a.zip": packed({"x": "1"}), "b.txt": "2"}), "ก.zip"))

    assert isinstance(found["ก.zip/a.zip"], NestedArchiveError)
    assert found["ก.zip/b.txt"] == b"2"


@pytest.mark.parametrize(
    ("files", "limits", "error"),
    [
        ({}, {}, EmptyFileError),
        ({"a.txt": "0" * 3_000_000}, {}, TooLargeError),
        ({str(at): "" for at in range(9)}, {"parts": 8}, TooLargeError),
        ({"a.txt": "abc", "b.txt": "abc"}, {"unpacked_bytes": 5}, TooLargeError),
    ],
    ids=["empty", "bomb", "many", "large"],
)
def test_a_zip_beyond_its_bounds_is_refused_before_it_is_unpacked(files, limits, error):
    with pytest.raises(error):
        list(files_in(packed(files), "ก.zip", Limits(**limits)))


def test_a_zip_that_was_cut_is_refused_by_its_name(tmp_path, capsys):
    path = tmp_path / "ขาด.zip"
    path.write_bytes(packed({"a.txt": REPORT})[:-30])

    assert main(["parse", str(path)]) == 1
    assert "ขาด.zip" in capsys.readouterr().err


def test_a_damaged_file_in_a_zip_is_refused_alone():
    content = bytearray(packed({"a.txt": REPORT, "b.txt": "2"}))
    content[60:90] = b"\0" * 30

    found = dict(files_in(bytes(content), "ก.zip"))

    assert isinstance(found["ก.zip/a.txt"], DamagedFileError)
    assert found["ก.zip/b.txt"] == b"2"


def test_parse_reads_the_reports_of_a_zip(tmp_path, capsys):
    path = tmp_path / "ก.zip"
    path.write_bytes(packed({"a.txt": REPORT, "b.txt": OTHER, "เมนู.txt": "ข้าวผัด"}))

    assert main(["parse", str(path)]) == 1

    printed = capsys.readouterr()
    sources = [one["source"] for one in json.loads(printed.out)]
    assert sources == ["ก.zip/a.txt", "ก.zip/b.txt"]
    assert "ก.zip/เมนู.txt" in printed.err


def test_ingest_stores_each_report_of_a_zip_with_its_own_file(tmp_path):
    (tmp_path / "ก.zip").write_bytes(packed({"a.txt": REPORT, "b.txt": OTHER, "c": ""}))
    store = open_store(f"sqlite:///{tmp_path}/store.sqlite")
    seen = []

    summary = ingest([tmp_path], store, progress=lambda *done: seen.append(done))

    assert (summary.new, [name for name, _ in summary.refused]) == (2, ["ก.zip/c"])
    kept = {store.raw_file(sha) for sha in store.documents()["sha256"]}
    assert kept == {REPORT.encode(), OTHER.encode()}
    assert seen[-1][:2] == (3, 3)
    again = ingest([tmp_path], store)
    assert (again.new, again.unchanged) == (0, 2)


@pytest.mark.parametrize("at", range(4, 400, 19))
def test_a_zip_cut_anywhere_gives_files_or_a_sentence(at):
    content = packed({"a.txt": REPORT})[:at]

    with contextlib.suppress(ItadashError):
        assert list(files_in(content, "ก.zip"))
