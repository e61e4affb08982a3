# ruff: noqa: E501 - running text stands on one line, as in a report
"""Scores behind leading dots, and scores in order without a name beside each."""

import time

import pytest

from itadash import framework
from itadash.extract.grids import grids
from itadash.extract.scores import extract_scores
from tests.texts import POINTS, document

NAMES = [one.name for one in framework.indicators()]
TEN = dict(enumerate(POINTS, start=1))
SCORES = [f"{points:.2f}" for points in POINTS]
LISTED = list(enumerate(zip(NAMES, SCORES, strict=True), start=1))
NUMBERS = ", ".join(SCORES)


def points(*blocks, year=2566):
    text = document(*blocks)
    return {s.indicator: s.score for s in extract_scores(text, grids(text), year)[0]}


def lines(pattern, between="\n"):
    return between.join(pattern.format(at=at, n=n, p=p) for at, (n, p) in LISTED)


@pytest.mark.parametrize(
    "leader",
    [
        "..............",
        ". . . . . . . .",
        "…………",
        "______",
        "·······",
        "--------",
        "–––––",
        "\t........\t",
        "\t",
    ],
)
@pytest.mark.parametrize("pattern", ["{at}) {n} LEADER {p} คะแนน", "{n}LEADER{p}"])
def test_leading_dots_are_no_words(pattern, leader):
    assert points(lines(pattern.replace("LEADER", leader))) == TEN


@pytest.mark.parametrize(
    "pattern",
    [
        "{at}. {n} ได้ ......{p}...... คะแนน",
        "{n} ได้คะแนน …………{p}…………",
        "{n} ........ ได้ {p} คะแนน",
        "{n} ........ {p} คะแนน (ผ่าน)",
    ],
)
def test_a_score_filled_in_on_a_dotted_line_is_read(pattern):
    assert points(lines(pattern)) == TEN
    assert points(lines(pattern, " ")) in (TEN, {})


@pytest.mark.parametrize(
    "pattern",
    [
        "{n} ........ คะแนน {p} คะแนน",
        "{n} ได้ ........ เป้าหมาย {p} คะแนน",
        "{n} ............ 12",
        "{n} ............ คะแนน",
        "{n} ... {p}",
        "{n} ........ เพิ่มขึ้น {p}",
        "{n} ........ {p} ........ 71.00",
    ],
)
def test_a_blank_to_fill_in_and_another_number_are_no_score(pattern):
    assert points(lines(pattern)) == {}


@pytest.mark.parametrize(
    "pattern",
    [
        "{n} {p}/100",
        "{at}. {n} ได้ {p} คะแนน (จาก 100 คะแนน)",
        "{n} {p} (คะแนนเต็ม 100)",
        "{n} ........ {p}/100 คะแนน",
    ],
)
def test_what_a_score_is_out_of_leaves_it_a_score(pattern):
    assert points(lines(pattern)) == TEN


@pytest.mark.parametrize("pattern", ["{n} {p}/1000", "{n} {p}/40", "{n} {p} (จาก 40)"])
def test_points_out_of_another_number_are_no_score(pattern):
    assert points(lines(pattern)) == {}


@pytest.mark.parametrize(
    "pattern",
    [
        "ตัวชี้วัดที่ {at} {p}",
        "ตัวชี้วัดที่ {at} : {p} คะแนน,",
        "ตัวชี้วัดที่ {at} ได้ร้อยละ {p}",
        "ตัวชี้วัดที่ {at} ได้คะแนน {p} คะแนน และ",
        "ตัวชี้วัดที่ {at} ........ {p}",
    ],
)
@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
def test_ten_counted_indicators_with_a_number_each_are_the_ten(pattern, between):
    listed = lines(pattern, between).removesuffix("และ").removesuffix(",")

    assert points(listed) == TEN
    assert points(f"มีผลดังนี้ {listed}" if between == " " else listed) == TEN


def test_the_heads_of_instruments_may_stand_between_counted_lines():
    listed = lines("ตัวชี้วัดที่ {at} {p} คะแนน").split("\n")
    parted = ["IIT", *listed[:5], "EIT", *listed[5:8], "OIT", *listed[8:]]

    assert points("\n".join(parted)) == TEN


@pytest.mark.parametrize(
    "listed",
    [
        " ".join(f"{at}) {p}" for at, p in enumerate(SCORES, 1)),
        " ".join(f"ตัวชี้วัดที่ {at} {p}" for at, p in enumerate(SCORES[:9], 1)),
        " ".join(f"ตัวชี้วัดที่ {at} {p}" for at, p in enumerate(SCORES, 2)),
        lines("ตัวชี้วัดที่ {at} เป้าหมาย {p}", " "),
        lines("ตัวชี้วัดที่ {at} ปี 2565 {p}", " "),
        lines("ตัวชี้วัดที่ {at} 70.00 {p}", " "),
        "คะแนนเฉลี่ยระดับประเทศ " + lines("ตัวชี้วัดที่ {at} {p}", " "),
        "ปี 2560 " + lines("ตัวชี้วัดที่ {at} {p}", " "),
        " ".join(f"ตัวชี้วัดที่ {at} {p}" for at, p in enumerate(SCORES[:5], 1))
        + " ".join(f"ตัวชี้วัดที่ {at} {p}" for at, p in enumerate(SCORES[5:], 1)),
    ],
)
def test_other_numbered_lists_are_no_scores(listed):
    assert points(listed) == {}


@pytest.mark.parametrize(
    "listed",
    [
        f"ผลคะแนนรายตัวชี้วัด 1-10 : {' '.join(SCORES)}",
        f"คะแนนตัวชี้วัดที่ 1 - 10 ได้แก่ {NUMBERS} ตามลำดับ คะแนนรวม 80.00 คะแนน",
        f"คะแนนตัวชี้วัดที่ 1 ถึงตัวชี้วัดที่ 10 คือ {NUMBERS} คะแนน ตามลำดับ",
        f"ตัวชี้วัดที่ 1 ถึง 10 มีคะแนนดังนี้ {' / '.join(SCORES)}",
        f"ปีงบประมาณ 2566 ตัวชี้วัดที่ 1–10 ได้คะแนน {NUMBERS} คะแนนรวม 80.00",
        f"มีคะแนนดังนี้ {', '.join(NAMES)} ได้คะแนน {NUMBERS} ตามลำดับ",
        f"{' '.join(NAMES)} มีคะแนนเท่ากับ {NUMBERS} คะแนน ตามลำดับ ซึ่งผ่านเกณฑ์",
        f"{lines('ตัวชี้วัดที่ {at} {n}', ' และ')} ได้ร้อยละ {NUMBERS} ตามลำดับ",
    ],
)
def test_numbers_in_the_order_of_the_indicators_are_their_scores(listed):
    assert points(listed) == TEN


def test_names_and_numbers_in_order_may_stand_in_any_order_of_their_own():
    names = ", ".join(reversed(NAMES))
    numbers = ", ".join(reversed(SCORES))

    assert points(f"{names} ได้คะแนน {numbers} ตามลำดับ") == TEN


@pytest.mark.parametrize(
    "listed",
    [
        f"คะแนนตัวชี้วัดที่ 1-10 ได้แก่ {', '.join(SCORES[:9])} ตามลำดับ",
        f"คะแนนตัวชี้วัดที่ 1-10 ได้แก่ {NUMBERS}, 80.00 ตามลำดับ",
        f"คะแนนตัวชี้วัดที่ 1-10 ได้แก่ {NUMBERS} เพิ่มขึ้นจากปีก่อน",
        f"คะแนนตัวชี้วัดที่ 1-5 ได้แก่ {', '.join(SCORES[:5])} ตามลำดับ",
        f"ค่าเป้าหมายตัวชี้วัดที่ 1-10 ได้แก่ {NUMBERS} ตามลำดับ",
        f"คะแนนตัวชี้วัดที่ 1-10 เพิ่มขึ้น {NUMBERS} ตามลำดับ",
        f"คะแนนตัวชี้วัดที่ 1-10 ของจังหวัดน่าน {NUMBERS} ตามลำดับ",
        f"ตัวชี้วัดที่ 1-10 ปี 2565 ได้แก่ {NUMBERS} ตามลำดับ",
        f"{', '.join(NAMES)} ได้คะแนน {NUMBERS}",
        f"{', '.join(NAMES[:9])} ได้คะแนน {NUMBERS} ตามลำดับ",
        f"{', '.join(NAMES)} เพิ่มขึ้น {NUMBERS} ตามลำดับ",
        f"{', '.join(NAMES)} น้ำหนัก {NUMBERS} ตามลำดับ",
        f"{', '.join([*NAMES[:9], NAMES[0]])} ได้คะแนน {NUMBERS} ตามลำดับ",
        f"คะแนนตัวชี้วัดที่ 1-10 ได้แก่ {', '.join(['1,234.50', *SCORES[1:]])} ตามลำดับ",
        f"คะแนนตัวชี้วัดที่ 1-10 ได้แก่ {', '.join(['100,50', *SCORES[2:]])} ตามลำดับ",
    ],
)
def test_numbers_that_do_not_answer_the_names_one_by_one_are_left_out(listed):
    assert points(listed) == {}


@pytest.mark.parametrize(
    "tail",
    [
        "ซึ่งเกณฑ์เป้าหมายกำหนดไว้ 85 คะแนน",
        "สอบถามโทร 054-000000",
        "คะแนนรวม 80.00 ระดับ B",
        "คะแนน ภาพรวม 80.00 คะแนน",
        "โดยคะแนนเฉลี่ยรวม 80.00",
        "หมายเหตุ ข้อมูลจากระบบ",
    ],
)
def test_words_on_another_subject_leave_the_last_score_of_a_line(tail):
    assert points(f"{lines('{n} {p}', ' ')} {tail}") == TEN


@pytest.mark.parametrize(
    "tail",
    ["เป็นค่าเป้าหมาย", "ในปี 2560", "เพิ่มขึ้นจาก 70.00", "จากเดิม 80.00", "บาท", "80.00"],
)
def test_words_on_the_last_number_itself_leave_it_out(tail):
    found = points(f"{lines('{n} {p}', ' ')} {tail}")

    assert found.get(10) is None


@pytest.mark.parametrize(
    "text",
    [
        "." * 50_000,
        ". " * 25_000,
        "การใช้อำนาจ" + "…" * 20_000,
        "ตัวชี้วัดที่ 1-10 " + "91.23, " * 8_000,
        "ตัวชี้วัดที่ 1 91.23 " * 4_000,
    ],
)
def test_endless_lists_and_leaders_cost_no_time(text):
    start = time.process_time()
    points(text)

    assert time.process_time() - start < 5
