"""What the prose says about passing 85, against the scores."""

import pytest
from builders import build_scores
from checked import found

# IIT 87.0 passes, EIT 83.0 and OIT 60.0 fail; indicator 6 alone passes in EIT.
POINTS = dict.fromkeys(range(1, 6), 87.0) | {
    6: 90.0,
    7: 80.0,
    8: 79.0,
    9: 85.0,
    10: 35.0,
}


def claims(text: str, **fields):
    report = {"scores": build_scores(POINTS)} | fields
    return found("claim_contradicted", text, **report)


@pytest.mark.parametrize(
    "text",
    [
        "แบบวัดที่ผ่านเกณฑ์เป้าหมาย (๘๕ คะแนนขึ้นไป) คือ IIT และ EIT ซึ่งสะท้อนผลงาน",
        "แบบวัดที่มีคะแนนต่ำกว่าเกณฑ์ (ร้อยละ ๘๕) ได้แก่ แบบวัด IIT จึงต้องปรับปรุง",
        "แบบวัด EIT มีคะแนนผ่านเกณฑ์ ๘๕ คะแนน",
        "จากผลคะแนน IIT มีคะแนนต่ำกว่าเกณฑ์ที่กำหนดคือ ๘๕.๐๐ คะแนน",
        "ตัวชี้วัดที่ไม่ผ่านเกณฑ์ คือ คุณภาพการดำเนินงาน และประสิทธิภาพการสื่อสาร",
        "ตัวชี้วัดประสิทธิภาพการสื่อสาร ได้ ๘๐.๐๐ คะแนน ผ่านเกณฑ์ที่กำหนด",
        "ทุกตัวชี้วัดผ่านเกณฑ์ ๘๕ คะแนน",
        "ทั้ง ๑๐ ตัวชี้วัดมีคะแนนสูงกว่าเกณฑ์",
        "การเปิดเผยข้อมูลได้คะแนนต่ำกว่า ๘๕ คะแนน",
    ],
)
def test_a_claim_that_the_scores_deny_is_quoted(text):
    [finding] = claims(text)

    assert finding.place.line == 1


@pytest.mark.parametrize(
    "text",
    [
        "แบบวัดที่ผ่านเป้าหมาย (๘๕ คะแนนขึ้นไป) คือ แบบวัด IIT"
        " ส่วนแบบวัดที่ได้คะแนนต่ำกว่าเป้าหมาย (ร้อยละ ๘๕) คือ EIT OIT",
        "ผลคะแนน EIT มีบางประเด็นที่ผ่านเกณฑ์ และมีบางประเด็นที่ต้องแก้",
        "ควรพัฒนาให้แบบวัด EIT มีคะแนนผ่านเกณฑ์ ๘๕ คะแนน",
        "เพื่อให้ทุกตัวชี้วัดผ่านเกณฑ์ ๘๕ คะแนน",
        "ทุกตัวชี้วัดต้องผ่านเกณฑ์",
        "หน่วยงานร้อยละ ๘๐ ต้องผ่านเกณฑ์ ๘๕ คะแนนขึ้นไป",
        "ปี ๒๕๖๒ แบบวัด EIT มีคะแนนผ่านเกณฑ์",
        "แบบวัด EIT มีคะแนนผ่านเกณฑ์ร้อยละ ๘๐",
        "แบบวัด EIT มีคะแนนต่ำกว่าเกณฑ์",
        "ตัวชี้วัดที่ผ่านเกณฑ์ คือ คุณภาพการดำเนินงาน",
        "การเปิดเผยข้อมูลได้คะแนนผ่านเกณฑ์",  # 85.00 exactly
        "ตัวชี้วัดในแบบวัด EIT ที่ผ่านเกณฑ์มีหนึ่งตัว",
        "ตัวชี้วัดที่ต่ำกว่าเกณฑ์ ได้แก่ ประสิทธิภาพการสื่อสาร ตัวชี้วัดที่ผ่านเกณฑ์ ได้แก่ คุณภาพการดำเนินงาน",
        "ยกเว้นแบบวัด EIT ผ่านเกณฑ์",
        "การปฏิบัติหน้าที่ ต่ำกว่าเกณฑ์เฉลี่ยของประเทศ",
        "แบบวัด EIT ผ่านเกณฑ์การอบรมทุกคน",
        "ไม่พบว่าตัวชี้วัดการปฏิบัติหน้าที่ต่ำกว่าเกณฑ์ ๘๕",
        "คาดหวังว่า OIT ผ่านเกณฑ์ ๘๕ คะแนน",
        "มีแนวโน้มว่า EIT ผ่านเกณฑ์ ๘๕ คะแนน ในปีหน้า",
    ],
)
def test_true_claims_wishes_other_bars_and_other_years_are_no_contradiction(text):
    assert not claims(text)


def test_without_scores_no_claim_is_denied():
    assert not claims("ทุกตัวชี้วัดผ่านเกณฑ์", scores=())


def test_the_indicator_of_a_denied_claim_is_named():
    [finding] = claims("ตัวชี้วัดประสิทธิภาพการสื่อสารมีคะแนนผ่านเกณฑ์")

    assert finding.indicator == 7


def test_a_quoted_claim_begins_with_a_whole_word():
    before = "ในการประชุมประจำเดือนที่ผ่านมา (ITA) พบว่าคะแนนของหน่วยงาน"
    [finding] = claims(f"{before}ตัวชี้วัดการเปิดเผยข้อมูลต่ำกว่าเกณฑ์")

    assert finding.place.text.startswith("(ITA) พบว่าคะแนน")


def test_an_instrument_is_named_as_one_in_the_sentence_of_its_claim():
    [finding] = claims("แบบวัด EIT มีคะแนนผ่านเกณฑ์ ๘๕ คะแนน")

    assert dict(finding.parameters)["name"] == "แบบวัด EIT"


@pytest.mark.parametrize(("points", "count"), [(84.99, 1), (85.0, 0), (85.01, 0)])
def test_passing_means_85_or_more(points, count):
    scores = build_scores({7: points})

    assert len(claims("ประสิทธิภาพการสื่อสารมีคะแนนผ่านเกณฑ์", scores=scores)) == count
