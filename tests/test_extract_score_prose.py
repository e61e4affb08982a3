# ruff: noqa: E501 - running text stands on one line, as in a report
"""Scores in sentences: words behind a score, several scores in a paragraph or two."""

import time

import pytest

from itadash import framework
from itadash.extract.grids import grids
from itadash.extract.scores import extract_scores
from tests.texts import POINTS, document

NAMES = [one.name for one in framework.indicators()]
TEN = dict(enumerate(POINTS, start=1))
LISTED = list(enumerate(zip(NAMES, (f"{p:.2f}" for p in POINTS), strict=True), start=1))


def points(*blocks, year=2566):
    text = document(*blocks)
    return {s.indicator: s.score for s in extract_scores(text, grids(text), year)[0]}


def lines(pattern):
    return "\n\n".join(pattern.format(at=at, n=n, p=p) for at, (n, p) in LISTED)


@pytest.mark.parametrize(
    "tail",
    [
        "ซึ่งต่ำกว่าเกณฑ์",
        "ซึ่งต่ำกว่าเกณฑ์ที่กำหนดร้อยละ 85",
        "ต่ำกว่าเกณฑ์ 85 คะแนน ควรปรับปรุง",
        "ซึ่งผ่านเกณฑ์การประเมิน",
        "ผ่านเกณฑ์ที่กำหนด",
        "ไม่ผ่านเกณฑ์ จึงต้องพัฒนา",
        "ซึ่งควรเผยแพร่ข้อมูลให้เป็นปัจจุบัน",
        "ถือว่าอยู่ในระดับที่น่าพอใจ",
        "อยู่ในระดับ A ซึ่งถือว่าดี",
        "คะแนน อยู่ในระดับดีมาก",
        "คะแนน ซึ่งเป็นตัวชี้วัดที่ควรรักษาระดับไว้",
        "(ผ่าน) ถือเป็นจุดแข็งของหน่วยงาน",
        "จัดอยู่ในระดับผ่านดี",
        "เป็นคะแนนต่ำสุด",
        "ประเด็นที่ควรแก้คือ บุคลากรบางส่วนให้บริการไม่เท่าเทียม",
        "เนื่องจากผู้รับบริการเห็นว่าใช้เวลานาน",
        "เพราะยังไม่ได้เผยแพร่แผน",
        "สะท้อนว่าบุคลากรยังไม่ทราบแผน",
        "ผู้มีส่วนได้เสียเห็นว่าการสื่อสารยังไม่ทั่วถึง",
    ],
)
@pytest.mark.parametrize("head", ["ตัวชี้วัดที่ {at} {n} ได้ร้อยละ {p} ", "{at}) {n} ได้ {p} "])
def test_words_behind_a_score_that_judge_it_do_not_matter(head, tail):
    assert points(lines(head + tail)) == TEN


@pytest.mark.parametrize(
    "tail",
    [
        "ซึ่งเพิ่มขึ้นจากปีก่อน",
        "เพิ่มขึ้นจาก 70.00",
        "ลดลงเหลือ 60.00",
        "ลดลงเหลือน้อย",
        "ซึ่งเป็นเป้าหมายของปีถัดไป",
        "ซึ่งเป็นค่าคาดหวัง",
        "ในปี 2565",
        "ซึ่งเป็นผลของปี 2565",
        "ซึ่งเป็นคะแนนของปีที่ผ่านมา",
        "จากเดิม 60.00",
        "ซึ่งเป็นค่าเฉลี่ยระดับประเทศ",
        "ซึ่งเป็นค่าเฉลี่ยของจังหวัด",
        "ซึ่งควรได้ 90.00",
        "บาท",
        "ครั้ง ซึ่งผ่านเกณฑ์",
        "ตามแผนพัฒนาท้องถิ่น",
        "เป็นเงินงบประมาณ",
        "เนื่องจากเพิ่มขึ้นจากเดิม",
        "ประเด็นที่ควรแก้คือให้ได้ 85.50 ในปีหน้า",
    ],
)
def test_words_behind_a_score_that_make_it_another_thing_leave_it_out(tail):
    assert points(lines("ตัวชี้วัดที่ {at} {n} ได้ร้อยละ {p} " + tail)) == {}


IIT = (
    "แบบวัด IIT ได้แก่ การปฏิบัติหน้าที่ 88.50 การใช้งบประมาณ 80.00 การใช้อำนาจ 86.25 "
    "การใช้ทรัพย์สินของราชการ 78.00 และการแก้ไขปัญหาการทุจริต 85.00"
)
EIT = "คุณภาพการดำเนินงาน 90.00 ประสิทธิภาพการสื่อสาร 85.50 การปรับปรุงระบบการทำงาน 84.99"
OIT = "การเปิดเผยข้อมูล 60.00 และการป้องกันการทุจริต 50.00"


@pytest.mark.parametrize(
    "gap",
    [
        " ส่วนแบบวัด {} ได้แก่ ",
        " สำหรับแบบ {} มี ",
        " ส่วน {} ประกอบด้วย ",
        " และเครื่องมือ {} คือ ",
        " แบบวัด {} จำนวน 3 ตัวชี้วัด ได้แก่ ",
        " ส่วนแบบวัด {} ได้คะแนนเฉลี่ย 77.25 คะแนน ได้แก่ ",
        " {}: ",
    ],
)
def test_the_name_of_the_next_instrument_parts_no_list(gap):
    assert points(IIT + gap.format("EIT") + EIT + gap.format("OIT") + OIT) == TEN


@pytest.mark.parametrize(
    "head",
    ["ส่วนแบบวัด OIT ได้แก่ ", "OIT: ", "แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) ได้แก่ ", ""],
)
def test_an_instrument_of_two_in_a_paragraph_of_its_own_belongs_to_the_list(head):
    assert points(IIT, "แบบวัด EIT ได้แก่ " + EIT, head + OIT) == TEN
    assert points(IIT, "แบบวัด EIT", EIT, "แบบวัด OIT", OIT) == TEN


def test_two_names_without_a_list_beside_them_are_none():
    assert points(OIT) == {}
    assert points(IIT, "ในการนี้ได้จัดประชุมเพื่อหารือร่วมกัน", OIT).keys() == {1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    "gap",
    [
        " ส่วนแบบวัด OIT ปี 2565 ได้แก่ ",
        " ส่วนแบบวัด OIT ลดลงเหลือ ",
        " เป้าหมายของแบบวัด OIT ได้แก่ ",
    ],
)
def test_another_thing_told_of_the_next_instrument_is_left_out(gap):
    found = points(IIT + gap + OIT)

    assert not {9, 10} & found.keys()
    assert not {9, 10} & points(IIT, gap.strip() + " " + OIT).keys()


def test_a_pair_beside_a_list_with_other_words_is_left_out():
    assert (
        not {9, 10}
        & points(IIT, "การเปิดเผยข้อมูล 60.00 จากเดิม การป้องกันการทุจริต 50.00").keys()
    )


@pytest.mark.parametrize("text", ["ส่วน" * 8000, "12 " * 8000, "แบบวัด EIT 3 " * 3000])
def test_long_words_between_scores_are_read_in_time(text):
    started = time.perf_counter()
    points(IIT + text + OIT)

    assert time.perf_counter() - started < 5
