"""A refusal says where scores seem to stand that could not be read for certain."""

import pytest

from itadash import framework
from itadash.errors import NoItaContentError, UnreadScoresError
from itadash.reading import read_reports
from itadash.workbook import blank_scores_bytes
from tests.texts import POINTS, TITLE, table

NAMES = [one.name for one in framework.indicators()]
PAIRS = list(zip(NAMES, POINTS, strict=True))


def refusal(*blocks):
    content = "\n\n".join([TITLE, *blocks]).encode()
    with pytest.raises(NoItaContentError) as raised:
        read_reports(content, "report.txt")
    return raised.value


@pytest.mark.parametrize(
    "block",
    [
        "ค่าเป้าหมายรายตัวชี้วัด\n\n" + "\n".join(f"{n} {p:.2f} คะแนน" for n, p in PAIRS),
        "ค่าเป้าหมายทั่วประเทศ\n\n"
        + table("ตัวชี้วัด\tคะแนน", *((n, f"{p:.2f}") for n, p in PAIRS)),
        "ค่าเฉลี่ยทั่วประเทศ "
        + " ".join(f"ตัวชี้วัดที่ {n} {p:.2f}" for n, p in enumerate(POINTS, 1)),
    ],
    ids=["list", "table", "numbered"],
)
def test_scores_that_are_not_certain_are_said_to_be_there_with_a_cure(block):
    found = refusal(block)

    assert isinstance(found, UnreadScoresError)
    assert "ตัวชี้วัด" in str(found)
    assert "--blank-scores" in str(found)


@pytest.mark.parametrize(
    "blocks",
    [
        (", ".join(NAMES),),
        ("ตัวชี้วัดที่ 1 ได้ 95.12 และตัวชี้วัดที่ 2 ได้ 88.10 สูงกว่าเดิม",),
        ("\n".join(NAMES), *(["ความเห็น"] * 30), "งบประมาณ 45.10 46.20 47.30 ล้านบาท"),
    ],
    ids=["names", "two", "far"],
)
def test_names_alone_or_numbers_far_away_are_no_scores(blocks):
    assert not isinstance(refusal(*blocks), UnreadScoresError)


def test_a_blank_score_table_is_not_said_to_hold_scores():
    with pytest.raises(NoItaContentError) as raised:
        read_reports(blank_scores_bytes(), "blank.xlsx")

    assert not isinstance(raised.value, UnreadScoresError)
