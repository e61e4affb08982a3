"""Letters of other scripts inside a word."""

import pytest
from checked import found, quoted
from hypothesis import given
from hypothesis import strategies as st

from itadash.checks.scripts import is_foreign


@pytest.mark.parametrize("word", ["ประकाศ", "ตำบลراجเข้", "ІTA", "ทุจริตの", "ข้อมูลດີ"])
def test_a_word_with_letters_of_another_script_is_quoted(word):
    [words] = quoted("foreign_script", f"ตามที่ได้รับ {word} แล้ว")

    assert words == word


@pytest.mark.parametrize(
    "text",
    [
        "เว็บไซต์ภาษาจีน 中文 และภาษาลาว ພາສາລາວ",
        "ฝุ่น 50 µg ต่อ ลบ.ม. ที่ 25 °C พื้นที่ 3 m²",
        "E-Service ＩＴＡ 𝐈𝐓𝐀 café naïve №5",
        "ประชุมครั้งที่ ๓ ☐ ผ่าน ✓ ไม่ผ่าน",
        "อ�านาจ เเละ ท\u200bุจริต",
    ],
)
def test_words_of_their_own_and_signs_are_no_foreign_letters_in_a_word(text):
    assert not found("foreign_script", text)


def test_a_word_is_listed_once_with_its_first_line():
    first, second = "มีประकाศ", "ดูมีประकाศ อีก"

    findings = found("foreign_script", first, f"มีประकाศ ซ้ำ {second}")

    assert [finding.place.line for finding in findings] == [1, 3]


def test_a_long_run_of_letters_is_shown_around_the_damage_only():
    [words] = quoted("foreign_script", "ก" * 900 + "क" + "ข" * 900)

    assert len(words) < 100


@given(st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B)))
def test_thai_is_never_foreign(text):
    assert not is_foreign(text)
