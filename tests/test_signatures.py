import io
import zipfile

import pytest

from itadash import documents
from itadash.documents.archive import Archive
from itadash.documents.limits import Limits
from itadash.documents.signatures import has_endless_directory, kind
from itadash.errors import (
    DamagedFileError,
    EncryptedFileError,
    TooDenseError,
    TooLargeError,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("word/document.xml", "docx"),
        ("word/document2.xml", "docx"),
        ("xl/workbook.xml", "xlsx"),
        ("xl/workbook.bin", "xlsb"),
        ("ppt/presentation.xml", "pptx"),
        ("notes/word/document.xml", "zip"),
        ("word/document.xml.bak", "zip"),
    ],
)
def test_a_zip_is_told_by_the_names_in_its_directory(part, found):
    assert kind(packed({"[Content_Types].xml": "", part: "x"})) == found


@pytest.mark.parametrize(("word", "found"), [("text", "odt"), ("spreadsheet", "ods")])
def test_an_open_document_is_told_by_the_type_it_names(word, found):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{word}")
        archive.writestr("content.xml", "x")

    assert kind(buffer.getvalue()) == found


def test_a_zip_without_its_end_is_broken_at_any_length():
    content = packed({"word/document.xml": "ก" * 500})

    assert {kind(content[:at]) for at in range(4, len(content) - 22)} == {"broken_zip"}


def test_a_zip_that_came_half_is_damaged_and_to_be_downloaded_again():
    content = packed({"word/document.xml": "ก" * 500})

    with pytest.raises(DamagedFileError, match="โปรดดาวน์โหลดอีกครั้ง"):
        documents.read(content[:-40], "a.docx")


def test_a_file_with_a_password_is_told_from_an_old_word_file():
    locked = OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")

    assert (kind(locked), kind(OLE + b"\0" * 500)) == ("encrypted", "ole")
    with pytest.raises(EncryptedFileError, match="รหัสผ่าน"):
        documents.read(locked, "a.docx")


@pytest.mark.parametrize(
    "limits",
    [Limits(parts=1), Limits(part_bytes=2_000_000), Limits(unpacked_bytes=2_000_000)],
)
def test_a_zip_that_declares_more_than_the_limit_is_not_unpacked(limits):
    content = packed({"a.xml": "x" * 10, "b.xml": bytes(3_000_000)})

    with pytest.raises(TooLargeError):
        Archive(content, "a.docx", "", limits)


def test_a_directory_without_end_is_refused_before_it_is_looked_through(monkeypatch):
    listed = packed({f"{at}.txt": "" for at in range(21)} | {"word/document.xml": ""})
    monkeypatch.setattr(zipfile, "ZipFile", None)  # what opens it now fails

    with pytest.raises(TooLargeError, match="2 ไฟล์ย่อย"):
        Archive(listed, "a.zip", "", Limits(parts=2))
    assert has_endless_directory(listed, Limits(parts=2))
    assert not has_endless_directory(listed, Limits(parts=3))


def test_a_zip_needs_bounds_and_its_directory_is_not_looked_at(monkeypatch):
    content = packed({"word/document.xml": "x"})
    monkeypatch.setattr(zipfile, "ZipFile", None)

    assert documents.needs_bounds(content)


def test_a_part_that_unpacks_too_far_is_a_bomb():
    with pytest.raises(TooDenseError, match=r"แน่นผิดปกติ .*3 MB.* โปรดเปิดด้วยโปรแกรมเดิม"):
        Archive(packed({"a.xml": bytes(3_000_000)}), "a.docx", "", Limits())


def test_a_directory_that_lies_about_a_size_is_damage():
    content = packed({"a.xml": "ก" * 1000})
    lying = content.replace((3000).to_bytes(4, "little"), (10).to_bytes(4, "little"))

    with pytest.raises(DamagedFileError):
        Archive(lying, "a.docx", "", Limits()).read("a.xml")
