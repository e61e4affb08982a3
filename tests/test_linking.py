import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import MODULES
from benchmarks.__main__ import main as run_benchmarks
from benchmarks.linking_quality import Case, figures
from itadash import framework
from itadash.linking import ANSWERS, FLOOR, link, links
from itadash.linking.lexicon import topics
from itadash.model import Link, Measure
from itadash.reference import rows
from tests.builders import build_measure, build_report

ASPECTS = [
    (1, "มุ่งผลสำเร็จของงานและรับผิดชอบต่อหน้าที่"),
    (2, "เผยแพร่แผนการใช้จ่ายงบประมาณ"),
    (3, "เลื่อนขั้นเงินเดือนตามผลงาน"),
    (4, "ขออนุญาตก่อนยืมครุภัณฑ์"),
    (5, "คุ้มครองผู้แจ้งเบาะแส"),
    (6, "ต้อนรับผู้รับบริการด้วยรอยยิ้ม"),
    (7, "ตอบข้อซักถามทาง Facebook"),
    (8, "ยื่นคำขอออนไลน์ผ่านระบบ E-Service"),
    (9, "เปิดเผยข้อมูลพื้นฐานของหน่วยงาน"),
    (10, "ประกาศนโยบาย No Gift Policy"),
]


def answered(measure):
    return [x.indicator for x in links(measure) if x.strength >= ANSWERS]


def strength(measure, indicator):
    return {x.indicator: x.strength for x in links(measure)}.get(indicator, 0.0)


@pytest.mark.parametrize("number", range(1, 11))
def test_a_measure_answers_only_the_indicator_that_its_title_names(number):
    name = framework.indicator(number).name
    measure = Measure(None, f"ส่งเสริม{name}ให้ดีขึ้น")

    assert answered(measure) == [number]
    assert links(measure)[0].reason == name


def test_a_title_that_names_two_indicators_answers_both():
    measure = Measure(None, "แก้ไขการใช้อำนาจและการใช้ทรัพย์สินของราชการ")

    assert answered(measure) == [3, 4]


def test_what_comes_from_doing_duties_does_not_name_the_indicator():
    title = "ประกาศนโยบายไม่รับของขวัญทุกชนิดจากการปฏิบัติหน้าที่ (No Gift Policy)"

    assert answered(Measure(None, title)) == [10]


def test_a_word_that_only_looks_alike_hides_none_that_begins_inside_it():
    title = "มาตรการให้ผู้มีส่วนได้ส่วนเสียมีส่วนร่วม"  # "ยมี" is not "ยืม"

    assert answered(Measure(None, title)) == [8]


@pytest.mark.parametrize(
    "title", ["พัฒนาเว็บไซต์หน่วยงาน", "ปรับปรุงเว็บไซด์", "จัดทำเว็บไซต์ของเทศบาล"]
)
def test_a_website_made_or_mended_answers_communication(title):
    assert answered(Measure(None, title)) == [7]


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("ห้ามใช้อำนาจเอื้อประโยชน์แก่พวกพ้อง", 3),  # no "มิใช่"
        ("ชมรมเอื้ออาทร ประกาศนโยบาย No Gift Policy", 10),  # no "อาทิ"
    ],
)
def test_words_with_other_marks_exclude_nothing(title, number):
    assert answered(Measure(None, title)) == [number]


@pytest.mark.parametrize(
    "title",
    [
        "บริหารความเสี่ยงด้านภัยแล้ง",
        "เผยแพร่ความรู้เรื่องโรคไข้เลือดออกทางเว็บไซต์",
        "รับสมัครนักเรียนศูนย์พัฒนาเด็กเล็ก",
    ],
)
def test_words_that_prove_little_answer_nothing_beside_something_else(title):
    assert answered(Measure(None, title)) == []


def test_strong_words_answer_beside_something_else():
    title = "ความโปร่งใสในการจัดซื้อจัดจ้างงานก่อสร้างถนน"

    assert answered(Measure(None, title)) == [2]


def test_a_group_that_names_an_indicator_outweighs_words_of_the_title():
    measure = Measure(None, "ตอบข้อซักถาม", group="ตัวชี้วัดที่ ๓ การใช้อำนาจ")

    assert answered(measure) == [3]


def test_a_name_in_the_title_counts_more_than_one_in_group_or_description():
    name = framework.indicator(3).name
    measures = [
        Measure(None, name),
        Measure(None, "อื่น", group=name),
        Measure(None, "อื่น", description=name),
    ]

    strengths = [strength(measure, 3) for measure in measures]

    assert strengths == sorted(set(strengths), reverse=True)
    assert min(strengths) >= ANSWERS


def test_an_instrument_as_heading_names_no_indicator():
    measure = Measure(None, "อื่น", group="แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)")

    assert links(measure) == ()


@pytest.mark.parametrize(("number", "title"), ASPECTS)
def test_words_of_an_aspect_answer_its_indicator(number, title):
    assert number in answered(Measure(None, title))


def test_two_topics_in_a_title_answer_the_indicators_of_both():
    measure = Measure(None, "บริหารงานบุคคลเป็นธรรม ไม่มีผลประโยชน์ทับซ้อน")

    assert set(answered(measure)) == {3, 10}


def test_words_in_the_title_weigh_more_than_in_description_or_steps():
    words = "ตรวจนับครุภัณฑ์"
    measures = [
        Measure(None, words),
        Measure(None, "มาตรการที่ 1", description=words),
        Measure(None, "มาตรการที่ 1", steps=words),
    ]

    strengths = [strength(measure, 4) for measure in measures]

    assert strengths == sorted(set(strengths), reverse=True)


def test_steps_answer_nothing_where_the_title_has_a_topic_of_its_own():
    measure = Measure(None, "จัดซื้อจัดจ้าง", steps="ตอบข้อซักถามทาง Facebook")

    assert answered(measure) == [2]


def test_steps_decide_where_the_title_names_no_topic():
    measure = Measure(None, "มาตรการที่ 3", steps="๑. ตรวจนับครุภัณฑ์ ๒. คุมการใช้รถราชการ")

    assert answered(measure) == [4]


@pytest.mark.parametrize(
    "steps", ["ประชาสัมพันธ์ทางเว็บไซต์", "จัดประชุมและอบรมด้วยความโปร่งใส", "เผยแพร่ทางสื่อออนไลน์"]
)
def test_generic_words_of_the_steps_prove_nothing(steps):
    assert links(Measure(None, "มาตรการที่ 3", steps=steps)) == ()


def test_a_title_about_something_else_leaves_the_steps_unheard():
    measure = Measure(None, "ขุดลอกคลองส่งน้ำ", steps="ตรวจรับพัสดุตามระเบียบ")

    assert links(measure) == ()


@pytest.mark.parametrize(
    "title",
    ["จัดประชุม", "ปลูกต้นไม้หน้าที่ทำการ", "แก้ไขปัญหายาเสพติด", "ป้องกันโรค", "ปีงบประมาณ ๒๕๖๔"],
)
def test_a_measure_about_no_indicator_has_no_link(title):
    assert links(Measure(None, title, instrument="IIT")) == ()


@pytest.mark.parametrize("word", ["ไม่รวม", "ยกเว้น", "ไม่เกี่ยวกับ", "มิใช่", "เช่น", "อาทิ "])
def test_what_is_excluded_or_only_an_example_does_not_count(word):
    measure = Measure(None, f"จัดซื้อจัดจ้าง {word}การใช้รถราชการ")

    assert strength(measure, 2) >= ANSWERS
    assert strength(measure, 4) == 0


@pytest.mark.parametrize(
    "text",
    [
        "- เช่น กล้วย\n- ตรวจนับครุภัณฑ์",
        "งาน (ยกเว้นภาษี) ตรวจนับครุภัณฑ์",
        "เช่น กล้วย เป็นต้น ตรวจนับครุภัณฑ์",
        "ไม่รวมงานอื่น แต่ตรวจนับครุภัณฑ์",
        "วันอาทิตย์ตรวจนับครุภัณฑ์",
        "เช่นเดียวกับปีก่อน ตรวจนับครุภัณฑ์",
    ],
)
def test_an_exclusion_ends_with_its_clause(text):
    assert strength(Measure(None, text), 4) >= ANSWERS


def test_the_section_alone_makes_no_link():
    assert links(Measure(None, "จัดประชุม", instrument="EIT")) == ()


def test_the_section_puts_its_own_indicator_first():
    inside = Measure(None, "ลดการใช้ดุลพินิจ", instrument="IIT")
    outside = Measure(None, "ลดการใช้ดุลพินิจ", instrument="EIT")

    assert links(inside)[0].indicator == 1
    assert links(outside)[0].indicator == 6


def test_purchases_listed_as_published_data_answer_disclosure():
    measure = Measure(None, "จัดซื้อจัดจ้าง", instrument="OIT")

    assert answered(measure) == [9]
    assert "OIT" in links(measure)[0].reason
    assert 0 < strength(measure, 2) < ANSWERS


@pytest.mark.parametrize(
    ("damaged", "number"),
    [
        ("ควบคุมการใช้อ ํานาจ", 3),
        ("คุมการใช้อ\ufffdานาจ", 3),
        ("เเก้ไขปัญหาทุจรติ", 5),
        ("ดูแลทรพัย์ สิน", 4),
    ],
)
def test_damaged_letters_hide_no_word(damaged, number):
    assert number in answered(Measure(None, damaged))


@pytest.mark.parametrize(
    "title", ["ปลูกข้าว", "ความสามารถของเรา", "รอบสำนักงาน", "a monitor"]
)
def test_words_that_only_look_alike_without_marks_are_others(title):
    assert links(Measure(None, title)) == ()


def test_the_reason_is_the_words_as_printed():
    (strongest, *_) = links(Measure(None, "ดูแลรถ ราชการ ให้ดี"))

    assert strongest.indicator == 4
    assert strongest.reason == "รถ ราชการ"


def test_words_that_stand_again_prove_no_more():
    once = strength(Measure(None, "พัสดุ"), 2)

    assert strength(Measure(None, "พัสดุ พัสดุ พัสดุ"), 2) == once


def test_an_indicator_that_is_only_touched_is_related_and_not_answered():
    found = links(Measure(None, "ประกาศงดรับของขวัญ"))

    assert found[0].indicator == 10
    assert {x.indicator for x in found[1:]} == {1, 5, 6}
    assert all(FLOOR <= x.strength < ANSWERS for x in found[1:])


@given(
    st.text(max_size=60),
    st.none() | st.text(alphabet="กข่้ำ์เแ�ํา () -.1๑เช่นยกเว้นทุจริต\n", max_size=80),
    st.sampled_from([None, "IIT", "EIT", "OIT"]),
)
def test_whatever_is_written_links_are_in_order_and_within_bounds(
    title, steps, section
):
    measure = Measure(None, title + "ร้องเรียนทุจริต", steps=steps, instrument=section)

    found = links(measure)

    assert found == links(measure)
    assert all(FLOOR <= x.strength <= 1 and x.reason for x in found)
    assert all(a.strength >= b.strength for a, b in pairwise(found))
    assert len({x.indicator for x in found}) == len(found)


def test_linking_changes_nothing_but_the_links():
    report = build_report(measures=(build_measure("การเปิดเผยข้อมูล", indicators=()),))

    linked = link(report)

    assert linked.measures[0].indicators[0].indicator == 9
    assert link(linked) == linked
    assert report.measures[0].indicators == ()


def test_every_word_of_the_lexicon_has_a_known_topic_and_a_weight():
    known = topics().keys()

    assert {row["topic"] for row in rows("lexicon")} <= known
    assert all(0 < float(row["weight"]) <= 1 for row in rows("lexicon"))


def test_only_words_of_the_lexicon_are_damped():
    words = {row["words"] for row in rows("lexicon")}

    assert {row["words"] for row in rows("generic_words")} <= words


def test_recall_counts_direct_labels_and_precision_also_those_that_may_be_linked():
    found = (Link(1, 0.9, ""), Link(2, 0.6, ""), Link(3, 0.4, ""))
    case = Case(found, direct=frozenset({1, 4}), also=frozenset({2}))

    assert figures([case], 0.3).recall == 0.5
    assert figures([case], 0.3).precision == pytest.approx(2 / 3)
    assert figures([case], 0.5).precision == 1


def test_a_link_on_a_measure_that_bears_on_nothing_is_wrong():
    case = Case((Link(1, 0.9, ""),), direct=frozenset(), also=frozenset())

    assert figures([case], 0.5).precision == 0


def test_the_benchmark_prints_one_object_a_row(capsys):
    code = run_benchmarks(["linking", "--quick", "--json"])

    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert code == 0
    assert {*printed[0]} == {"name", "value", "base", "ratio", "bar", "ok"}
    assert any(row["name"] == "measure_only F1 at 0.3" for row in printed)


def test_a_benchmark_that_does_not_exist_is_wrong_usage(capsys):
    with pytest.raises(SystemExit, match="2"):
        run_benchmarks(["no-such"])

    said = capsys.readouterr().err
    assert all(name in said for name in MODULES)
