"""What was said in Thai is told again in English; what is stored stays Thai."""

import pickle

import pytest

from itadash import labels, reading
from itadash.errors import TooLargeError, UnreadableFileError
from itadash.labels import retold, speaking, text

REPORT = "\n".join(
    [
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใส เทศบาลตำบลตัวอย่าง ปีงบประมาณ 2564",
        "ติดต่อ โทร. 02-123-4567",
    ]
).encode()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("ไฟล์ PDF", "PDF file"),
        ("12 หน้า", "12 pages"),
        ("1,200 ตัวอักษรต่อหน้า", "1,200 letters a page"),
        ("ValueError", "ValueError"),
        ("รายงาน.pdf", "รายงาน.pdf"),
    ],
)
def test_words_of_ours_are_told_again_and_others_stay(words, said):
    with speaking("en"):
        assert retold(words, "format.", "extent.") == said
    assert retold(words, "format.", "extent.") == words


def test_an_error_speaks_the_language_of_the_screen_not_of_its_process():
    raised = TooLargeError(
        name="รายงาน.pdf",
        size=text("extent.pages", count="900"),
        limit=text("extent.pages", count="400"),
    )
    arrived = pickle.loads(pickle.dumps(raised))

    assert "900 หน้า" in str(arrived)
    with speaking("en"):
        assert "has 900 pages, over the limit of 400 pages" in str(arrived)


def test_the_reason_of_an_error_is_told_again_too():
    error = UnreadableFileError(name="ก.txt", reason=text("reason.missing"))

    with speaking("en"):
        assert "(file not found)" in str(error)
    assert isinstance(error, OSError)


@pytest.mark.parametrize("language", labels.LANGUAGES)
def test_what_is_left_out_of_a_file_is_marked_in_thai_whatever_is_spoken(language):
    with speaking(language):
        lines = [words for _, words in reading.printed_lines(REPORT, "ก.txt")]

    assert any(text("privacy.phone") in words for words in lines)
