"""Scores on cards: names and numbers on lines of their own."""

import pytest

from itadash import framework
from itadash.reading import read_reports
from tests.texts import POINTS, TITLE

NAMES = [one.name for one in framework.indicators()]
CARDS = list(zip(NAMES, POINTS, strict=True))
BY_SCORE = sorted(CARDS, key=lambda card: -card[1])
HEAD = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566"
MEASURES = "มาตรการ\tขั้นตอน\nจัดอบรม\tปีละครั้ง"


def read(*blocks):
    text = "\n\n".join([TITLE, HEAD, *blocks, "สิ้นสุดผล", MEASURES])
    [report] = read_reports(text.encode(), "a.txt")
    return report


def points(report):
    return {score.indicator: score.score for score in report.scores}


WANTED = dict(enumerate(POINTS, start=1))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("cards", [CARDS, BY_SCORE], ids=["in order", "by score"])
def test_a_name_with_its_score_below_is_a_card(cards, gap):
    report = read(gap.join(f"{name}\n{score:.2f}" for name, score in cards))

    assert points(report) == WANTED


@pytest.mark.parametrize("cards", [CARDS, BY_SCORE], ids=["in order", "by score"])
def test_a_score_with_its_name_below_is_a_card_and_no_total(cards):
    report = read("\n\n".join(f"{score:.2f}\n{name}" for name, score in cards))

    assert points(report) == WANTED
    assert report.overall_score is None


def test_words_of_a_card_besides_name_and_score_do_not_matter():
    lines = (f"{name}\n{score:.2f}\nคะแนน\nระดับ A\nผ่านเกณฑ์" for name, score in CARDS)

    assert points(read("\n\n".join(lines))) == WANTED


def test_numbers_that_do_not_take_turns_with_names_are_left_out():
    cards = [f"{name}\n{score:.2f}" for name, score in CARDS]

    assert points(read("91.20", *cards)) == {}
    assert points(read(*cards[:4], "77.00", *cards[4:])) == {}
    assert points(read(*NAMES, *(f"{score:.2f}" for score in POINTS))) == {}


def test_a_name_that_comes_twice_makes_the_cards_doubtful():
    cards = [f"{name}\n{score:.2f}" for name, score in CARDS]

    assert points(read(*cards, cards[0].replace("88.50", "70.00"))) == {}


def test_cards_under_another_year_are_not_of_the_assessed_one():
    cards = [f"{name}\n{score:.2f}" for name, score in CARDS]

    assert points(read("คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2565", *cards)) == {}


def test_two_names_with_numbers_are_no_list_of_scores():
    assert points(read(*(f"{name}\n{score:.2f}" for name, score in CARDS[:2]))) == {}


@pytest.mark.parametrize(
    "mark", ["ตัวชี้วัดที่ {}", "{}", "{}.", "({})", "ข้อ {}", "ตัวชี้วัด {}"]
)
def test_the_number_of_a_card_is_no_score(mark):
    marked = [(mark.format(at), *card) for at, card in enumerate(CARDS, start=1)]
    first = "\n\n".join(f"{no}\n{name}\n{score:.2f}" for no, name, score in marked)
    middle = "\n\n".join(f"{name}\n{no}\n{score:.2f}" for no, name, score in marked)
    last = "\n\n".join(f"{score:.2f}\n{no}\n{name}" for no, name, score in marked)

    assert points(read(first)) == points(read(middle)) == points(read(last)) == WANTED


def test_cards_of_a_page_are_three_boxes_each():
    boxes = "".join(
        f"<div><div>{at}</div><div>{name}</div><div>{score:.2f}</div></div>"
        for at, (name, score) in enumerate(CARDS, start=1)
    )
    page = (
        f"<html><body><h1>{TITLE}</h1><p>{HEAD}</p>{boxes}<p>สิ้นสุดผล</p></body></html>"
    )
    [report] = read_reports(page.encode(), "a.html")

    assert points(report) == WANTED


def test_whole_numbers_alone_are_no_scores_of_cards():
    cards = [f"{at}\n{name}" for at, name in enumerate(NAMES, start=1)]

    assert points(read(*cards)) == {}
