from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash import thai
from itadash.remembering import LONGEST_REMEMBERED, forget

THAI_SOUP = st.text(
    st.sampled_from("กดทนอเแาำะิีุู่้๊็์ํๆฯ๑๙0a .\t\n\u00a0\u200b\ufeff\ufffd"), max_size=25
)
ANY_TEXT = THAI_SOUP | st.text(max_size=40)


@pytest.mark.parametrize(
    ("printed", "read"),
    [("๐๑๒๓๔๕๖๗๘๙", "0123456789"), ("๘๕.๕๐ คะแนน", "85.50 คะแนน"), ("85", "85")],
)
def test_thai_digits_are_written_as_arabic_ones(printed, read):
    assert thai.arabic(printed) == read


@pytest.mark.parametrize(
    ("rule", "damaged", "mended"),
    [
        (thai.mend_invisible, "การ\u200bใช้\ufeffอำนาจ", "การใช้อำนาจ"),
        (thai.mend_spaces, "ปี\u00a0งบ\u3000ประมาณ", "ปี งบ ประมาณ"),
        (thai.mend_spaced_marks, "หน้าที ่", "หน้าที่"),
        (thai.mend_spaced_marks, "หน้าท ี ่", "หน้าที่"),
        (thai.mend_spaced_marks, "อ ำนาจ", "อำนาจ"),
        (thai.mend_doubled_marks, "ที่่", "ที่"),
        (thai.mend_doubled_marks, "ผูู้้", "ผู้"),
        (thai.mend_lost_nikhahit, "อ\ufffdานาจ", "อำนาจ"),
        (thai.mend_lost_nikhahit, "น\ufffd้า", "น้ำ"),
        (thai.mend_halved_sara_am, "ด าเนินการ", "ดำเนินการ"),
        (thai.mend_halved_sara_am, "น้ าดื่ม", "น้ำดื่ม"),
        (thai.mend_private_glyphs, "ป\uf702ท\uf70aผ\uf705ญ\uf718", "ปีท่ผ่ญุ"),
        (thai.mend_mark_order, "หน้าท\u0e48\u0e35", "หน้าที่"),
        (thai.mend_mark_order, "ผ\u0e49\u0e39", "ผู้"),
        (thai.mend_sara_am, "อํานาจ", "อำนาจ"),
        (thai.mend_sara_am, "นํ้า", "น้ำ"),
        (thai.mend_sara_am, "น้ํา", "น้ำ"),
        (thai.mend_sara_am, "อํ านาจ", "อำนาจ"),
        (thai.mend_sara_ae, "เเผนงาน", "แผนงาน"),
        (thai.mend_shifted_sara_u, "คณุ ธรรม", "คุณธรรม"),
        (thai.mend_shifted_sara_u, "คณุภาพ", "คุณภาพ"),
    ],
)
def test_a_mending_rule_mends_its_damage(rule, damaged, mended):
    assert rule(damaged) == mended
    assert thai.mend(damaged) == mended


@pytest.mark.parametrize(
    ("rule", "sound"),
    [
        (thai.mend_invisible, "การใช้ อำนาจ\tABC"),
        (thai.mend_spaces, "ปี งบ\tประมาณ\nใหม่"),
        (thai.mend_spaced_marks, "ที่ ทำ การ เปิด ใจ ไป แล้ว โดย"),
        (thai.mend_doubled_marks, "ที่ ผู้ ต่างๆๆ นั้น กก"),
        (thai.mend_lost_nikhahit, "A\ufffdB \ufffd กา\ufffd"),
        (thai.mend_halved_sara_am, "มา ทำ การ งาน ก. า"),
        (thai.mend_private_glyphs, "ปี \uf0b7 ที่"),
        (thai.mend_mark_order, "ที่ ผู้ กลุ่ม เสร็จ สิทธิ์ น้ำ"),
        (thai.mend_sara_am, "อำนาจ บํ"),
        (thai.mend_sara_ae, "แผน เก่า เ เ"),
        (thai.mend_shifted_sara_u, "อนุ กรรมการ มนุษย์ ครุภัณฑ์ คณะ คุณธรรม"),
    ],
)
def test_a_mending_rule_leaves_sound_text_alone(rule, sound):
    assert rule(sound) == sound
    assert thai.mend(sound) == thai.mend_spaces(sound)


def test_every_mending_rule_has_its_own_test():
    tested = {
        mark.args[1][at][0]
        for test in (test_a_mending_rule_mends_its_damage,)
        for mark in test.pytestmark
        for at in range(len(mark.args[1]))
    }

    assert set(thai.MENDING_RULES) == tested


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text):
    for clean in (thai.mend, thai.tidy, thai.key, thai.words_joined):
        assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_mending_is_every_rule_in_turn(text):
    in_turn = reduce(lambda mended, rule: rule(mended), thai.MENDING_RULES, text)

    assert thai.mend(text) == in_turn


@given(ANY_TEXT)
def test_tidying_changes_nothing_but_white_space(text):
    assert "".join(thai.tidy(text).split()) == "".join(text.split())


@given(ANY_TEXT)
def test_a_key_holds_no_white_space_and_no_thai_digit(text):
    key = thai.key(text)

    assert not any(c.isspace() or c in thai.THAI_DIGITS for c in key)


def test_tidy_text_keeps_its_lines_and_loses_empty_ones():
    assert thai.tidy("  หนึ่ง\u00a0 สอง \n \n\tสาม") == "หนึ่ง สอง\nสาม"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ตำรำง", "ตาราง"),
        ("การ ใช้อำนาจ", "การใช้ อํานาจ"),
        ("ข้อ ๑๐", "ข้อ10"),
        ("ITA", "ita"),
        ("ด าเนินงาน", "ดำเนินงาน"),
    ],
)
def test_two_prints_of_one_word_have_one_key(one, other):
    assert thai.key(one) == thai.key(other)


def test_a_vowel_on_a_line_of_its_own_comes_back_to_its_letter():
    assert thai.words_joined("ผลการด\n ํ\nาเนินงาน ท\nี\n่ดี") == "ผลการดำเนินงานที่ดี"


def test_joined_words_keep_the_spaces_beside_numbers():
    assert thai.words_joined("ปีงบ\nประมาณ ๒๕๖๔ ได้ 85") == "ปีงบประมาณ 2564 ได้ 85"


@pytest.mark.parametrize(
    ("digits", "year"),
    [
        ("2564", 2564),
        ("64", 2564),
        ("๖๔", 2564),
        ("2021", 2564),
        ("2400", 2400),
        ("1900", 2443),
        ("1899", None),
        ("1234", None),
    ],
)
def test_a_printed_year_is_read_as_buddhist(digits, year):
    assert thai.buddhist_year(digits) == year


@pytest.mark.parametrize(
    ("printed", "day", "month", "year"),
    [
        ("๕ มกราคม ๒๕๖๔", 5, 1, 2564),
        ("5 มกราคม พ.ศ. 2564", 5, 1, 2564),
        ("๕ เดือน มกราคม พ.ศ.๒๕๖๔", 5, 1, 2564),
        ("๑๐ เม.ย. ๖๕", 10, 4, 2565),
        ("๑๐เม.ย.๖๕", 10, 4, 2565),
        ("10 เม.ย 2565", 10, 4, 2565),
        ("1 ต.ค.63", 1, 10, 2563),
        ("31 ธ.ค. 2020", 31, 12, 2563),
        ("กันยายน 2564", None, 9, 2564),
        ("ก.ย. 64", None, 9, 2564),
        ("ตุลาคม", None, 10, None),
        ("๑/๑๐/๒๕๖๓", 1, 10, 2563),
        ("30/09/64", 30, 9, 2564),
    ],
)
def test_a_date_is_read_in_every_usual_form(printed, day, month, year):
    [found] = thai.find_dates(printed)

    assert (found.day, found.month, found.year) == (day, month, year)
    assert (found.start, found.end) == (0, len(printed))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "32 มกราคม 2564",
        "งบประมาณ 2564",
        "ม.ค",
        "เลขที่ 12/2564",
        "1/13/2564",
        "บพ.ศ.",
    ],
)
def test_what_is_no_date_is_not_read_as_one(text):
    dates = [d for d in thai.find_dates(text) if d.day is not None]

    assert dates == []


def test_an_abbreviated_month_is_not_seen_inside_a_word():
    assert thai.find_dates("สมช.ค.ร.ม. อก.พ.") == []


def test_names_are_sorted_as_a_dictionary_does():
    assert thai.in_order(["อบต", "แม่", "กา", "เกาะ"]) == ["กา", "เกาะ", "แม่", "อบต"]


def test_letters_of_the_thai_block_are_counted():
    assert thai.thai_letters("กา๑ a1") == 3


@pytest.mark.parametrize("times", [1, LONGEST_REMEMBERED])
def test_a_form_is_the_same_whether_it_is_remembered_or_made_anew(times):
    text = "ค ะเเนน ๘๕ " * times
    before = thai.key(text), thai.words_joined(text)

    forget()

    assert (thai.key(text), thai.words_joined(text)) == before
