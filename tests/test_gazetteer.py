from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.corpus import provinces as thai_provinces

from itadash.gazetteer import (
    agency_type,
    agency_types,
    province,
    provinces,
    type_of,
)


def test_the_provinces_are_those_of_thailand():
    assert {one.name for one in provinces()} == thai_provinces()
    assert len(provinces()) == 77


def test_letter_codes_agree_with_the_corpus_but_for_bangkok():
    codes = {row["name_th"]: row["abbr_th"] for row in thai_provinces(details=True)}

    differ = {one.name for one in provinces() if one.abbreviation != codes[one.name]}

    assert differ == {"กรุงเทพมหานคร"}
    assert len({one.abbreviation for one in provinces()}) == 77


def test_the_six_regions_have_their_provinces():
    assert Counter(one.region for one in provinces()) == {
        "เหนือ": 9,
        "ตะวันออกเฉียงเหนือ": 20,
        "กลาง": 22,
        "ตะวันออก": 7,
        "ตะวันตก": 5,
        "ใต้": 14,
    }


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ลพบุรี", "ลพบุรี"),
        ("จังหวัดลพบุรี", "ลพบุรี"),
        ("จังหวัด ลพบุรี ", "ลพบุรี"),
        ("จ.ลพบุรี", "ลพบุรี"),
        ("\u200bจ. ลพ\u200bบุรี", "ลพบุรี"),
        ("จ.จันทบุรี", "จันทบุรี"),
        ("ล\u0e4d\u0e32ปาง", "ลำปาง"),
        ("จังหวัดเเพร่", "แพร่"),
        ("กทม.", "กรุงเทพมหานคร"),
        ("กทม", "กรุงเทพมหานคร"),
        ("กรุงเทพฯ", "กรุงเทพมหานคร"),
        ("อยุธยา", "พระนครศรีอยุธยา"),
        ("ศรีษะเกษ", "ศรีสะเกษ"),
    ],
)
def test_a_province_is_found_by_its_usual_spellings(written, name):
    found = province(written)

    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("written", ["", "จังหวัด", "จ.", "ลบ", "ลพ", "นคร", "ลพบุร"])
def test_a_province_is_never_guessed(written):
    assert province(written) is None


@pytest.mark.parametrize("one", provinces(), ids=lambda one: one.name_en)
def test_no_province_hides_behind_another(one):
    assert province(one.name) == one
    assert province(f"จ.{one.name}") == one


@given(st.text())
def test_any_text_may_be_asked_for(text):
    province(text)
    agency_type(text)
    type_of(text)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("อบต.", "องค์การบริหารส่วนตำบล"),
        ("อบต", "องค์การบริหารส่วนตำบล"),
        ("อ.บ.ต.", "องค์การบริหารส่วนตำบล"),
        ("องค์การบริหารส่วนต\u0e4d\u0e32บล", "องค์การบริหารส่วนตำบล"),
        ("อบจ.", "องค์การบริหารส่วนจังหวัด"),
        ("ทต.", "เทศบาลตำบล"),
        ("ทม.", "เทศบาลเมือง"),
        ("ทน.", "เทศบาลนคร"),
        ("เทศบาล นคร", "เทศบาลนคร"),
        ("เมืองพัทยา", "เมืองพัทยา"),
        ("กทม.", "กรุงเทพมหานคร"),
    ],
)
def test_a_type_is_found_by_name_and_abbreviation(written, name):
    found = agency_type(written)

    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "written", ["", "เทศบาล", "องค์การบริหารส่วน", "จังหวัด", "โรงเรียน"]
)
def test_what_is_no_type_or_may_be_several_is_none(written):
    assert agency_type(written) is None


def test_no_spelling_belongs_to_two_types():
    for one in agency_types():
        assert all(agency_type(text) == one for text in (one.name, *one.variants))


def test_types_come_in_display_order():
    assert [one.short_name for one in agency_types()] == [
        *("อบจ.", "ทน.", "ทม.", "ทต.", "อบต."),
        *("พัทยา", "กทม."),
    ]


@pytest.mark.parametrize(
    ("full_name", "name"),
    [
        ("องค์การบริหารส่วนตำบลหนองเมือง", "องค์การบริหารส่วนตำบล"),
        ("องค์การบริหารส่วนจังหวัดยโสธร", "องค์การบริหารส่วนจังหวัด"),
        ("เทศบาลตำบลโพหัก", "เทศบาลตำบล"),
        ("เทศบาลเมืองบ้านสวน", "เทศบาลเมือง"),
        ("เทศบาลนครสกลนคร", "เทศบาลนคร"),
        ("เทศบาล ตำบล โพหัก", "เทศบาลตำบล"),
        ("เมืองพัทยา", "เมืองพัทยา"),
        ("สำนักงานเทศบาลตำบลโพหัก", None),
        ("จังหวัดแพร่", None),
        ("", None),
    ],
)
def test_a_full_name_begins_with_its_type(full_name, name):
    assert type_of(full_name) == name
