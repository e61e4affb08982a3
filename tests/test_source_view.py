"""The way from a number to the printed words, in every kind of file."""

import pytest

from itadash.ui.source import line_with, plain_place

PAGE = [(2, "ก่อน"), (3, "หัวเรื่อง"), (3, "การใช้ งบประมาณ | 83.00"), (4, "หลัง")]


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("a.txt", "18", "บรรทัดที่ 18"),
        ("a.PDF", "3", "หน้า 3"),
        ("a.xlsx", "ITA 2566!A5", "ช่อง ITA 2566!A5"),
        ("a.docx", 7, "บรรทัดที่ 7"),
    ],
)
def test_a_place_is_a_line_a_page_or_a_cell(source, line, said):
    words = plain_place(source, line).replace("\\", "")  # Markdown marks escaped

    assert words == f"ที่มา: {source} {said}"


@pytest.mark.parametrize(
    ("words", "line", "at"),
    [
        ("การใช้งบประมาณ | 83.00", 3, 2),
        ("", 3, 1),
        ("ไม่มีคำนี้", 3, 1),
        ("หลัง", 4, 3),
        ("หลัง", 9, None),
    ],
)
def test_of_many_lines_of_a_page_the_one_with_the_words_is_meant(words, line, at):
    assert line_with(words, line, PAGE) == at
