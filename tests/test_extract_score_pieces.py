"""Scores of one list that comes in pieces: tables, cards and lines by turns."""

import pytest

from itadash import framework
from itadash.documents.model import Cell, Document, Page, Paragraph, Row, Table
from itadash.extract.grids import grids
from itadash.extract.scores import extract_scores
from itadash.model import Place
from tests.texts import POINTS

NAMES = [one.name for one in framework.indicators()]
TEN = dict(enumerate(POINTS, start=1))
CARDS = [(name, f"{score:.2f}") for name, score in zip(NAMES, POINTS, strict=True)]
NUMBERED = [(f"{at} {name}", score) for at, (name, score) in enumerate(CARDS, start=1)]
TOTAL = f"{framework.total(TEN, 2566):.2f}"


def document(*blocks):
    """Make a document; a text is a paragraph, a list of rows a table."""
    made = [
        Paragraph(block, Place(1, block)) if isinstance(block, str) else _table(block)
        for block in blocks
    ]
    return Document("a.pdf", (Page(1, tuple(made)),))


def _table(rows):
    cells = (tuple(Cell(tuple(text.split("\n"))) for text in row) for row in rows)
    return Table(tuple(Row(row, Place(1)) for row in cells))


def points(*blocks, year=2566):
    text = document(*blocks)
    return {s.indicator: s.score for s in extract_scores(text, grids(text), year)[0]}


def lines(cards):
    return [part for card in cards for part in card]


def test_a_list_that_a_file_gives_as_tables_and_lines_is_one_list():
    passed = [(name, f"{score} ผ่าน") for name, score in NUMBERED]

    assert (
        points(
            passed[:3],
            " ".join(passed[3]),
            passed[4:7],
            " ".join(passed[7]),
            *lines(passed[8:]),
            "คะแนนรวม 80.00 คะแนน",
        )
        == TEN
    )


def test_cards_in_the_cells_of_a_table_are_read():
    cells = ["\n".join(card) for card in CARDS]

    assert points([cells[:5], cells[5:]]) == TEN
    assert points([cells[:4], cells[4:8], cells[8:]]) == TEN


def test_the_last_card_may_stand_alone_under_rows_of_three():
    rows = [
        [card[part] for card in CARDS[at : at + 3]]
        for at in (0, 3, 6)
        for part in (0, 1)
    ]

    assert points(rows, *CARDS[9]) == TEN


def test_a_score_and_the_next_name_in_one_line_are_parted():
    names, scores = zip(*CARDS, strict=True)
    between = [
        f"{score} {name}" for score, name in zip(scores, names[1:], strict=False)
    ]

    assert points(names[0], *between, scores[9]) == TEN
    assert (
        points(
            names[0],
            *lines([(s,) for s in between[:4]]),
            *lines([(scores[4],), *CARDS[5:]]),
        )
        == TEN
    )


def test_two_columns_that_run_into_one_another_are_read():
    said = [f"{name} {score} คะแนน" for name, score in CARDS]
    mixed = [f"{said[at + 5]}{said[at]}" for at in range(3)]

    assert points(*mixed, said[8], said[3], said[9], said[4], "คะแนนรวม 80.00") == TEN


@pytest.mark.parametrize("beside", [("คะแนน",), ("คะแนน", "ระดับ A"), ()])
def test_the_total_over_or_under_cards_is_no_score_of_one(beside):
    cards = lines(CARDS)
    swapped = lines((score, name) for name, score in CARDS)

    assert points(TOTAL, *beside, *cards) == TEN
    assert points(*swapped, TOTAL, *beside) == TEN


@pytest.mark.parametrize("other", ["88.13", "85.00", "60.00"])
def test_a_number_over_cards_that_is_not_their_total_leaves_all_in_doubt(other):
    assert points(other, *lines(CARDS)) == {}


@pytest.mark.parametrize(
    "beside",
    ["+3.12", "-3.12", "ประเทศ 90.11", "ค่าเฉลี่ยระดับจังหวัด 90.11", "เป้าหมาย 90.00 คะแนน"],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_change_or_anothers_score_on_a_card_is_passed_over(beside, first):
    cards = [
        (name, beside, score) if first else (name, score, beside)
        for name, score in CARDS
    ]

    assert points(*lines(cards)) == TEN


@pytest.mark.parametrize(
    "beside", ["90.11", "เฉลี่ย 90.11", "ประเทศ", "ปี 2565 90.11", "▲ 3.12", "อันดับ 5"]
)
def test_a_second_number_that_could_be_the_score_leaves_a_card_in_doubt(beside):
    assert points(*lines((name, beside, score) for name, score in CARDS)) == {}


@pytest.mark.parametrize(
    "blocks",
    [
        (NUMBERED[:3], "ค่าเป้าหมาย", *lines(NUMBERED[3:])),
        ("ค่าเป้าหมายปี 2567", *(" ".join(card) for card in CARDS[:2]), CARDS[2:]),
        ([(name, score, "70.00") for name, score in CARDS[:5]], *lines(CARDS[5:])),
        (CARDS[:5], *lines((name, "5") for name, _ in CARDS[5:])),
    ],
)
def test_pieces_with_other_words_or_numbers_are_not_put_together(blocks):
    assert len(points(*blocks)) < len(TEN)


def test_two_lists_that_differ_leave_both_in_doubt():
    other = [(name, "70.00") for name, _ in CARDS]
    cells, others = (["\n".join(card) for card in one] for one in (CARDS, other))

    assert points([cells], "ข้อความคั่น", [others]) == {}
    assert points([cells], "ข้อความคั่น", [cells]) == TEN


def test_a_table_that_says_otherwise_leaves_the_pieces_out():
    header = ("ตัวชี้วัด", "คะแนน")
    blocks = ([header, (NAMES[0], "70.00")], "ข้อความคั่น", *lines(CARDS))

    assert points(*blocks) == {1: 70.0}


def test_names_that_stand_between_other_words_leave_the_turns_in_doubt():
    names, scores = zip(*CARDS[:6], strict=True)
    between = [f"{scores[0]} {names[1]}", scores[1], names[2], scores[2], names[3]]

    assert points(names[0], *between) == {}
    assert (
        points(
            "ผลด้าน" + names[0] + "ของเรา", *lines(zip(scores, names[1:], strict=False))
        )
        == {}
    )


OTHERS = [(name, "99.00") for name in NAMES]


@pytest.mark.parametrize(
    "said", ["ค่าเฉลี่ยระดับประเทศ 90.11 คะแนน", "คะแนนระดับประเทศ", "ค่าเป้าหมาย 90.00"]
)
@pytest.mark.parametrize("between", [[], ["รายละเอียดดังนี้"]])
def test_a_line_on_others_between_two_lists_is_of_the_second(said, between):
    assert points(*lines(CARDS), said, *between, *lines(OTHERS)) == TEN
    assert points(said, *between, *lines(OTHERS)) == {}


def test_a_line_on_others_holds_for_the_rest_of_some_cards():
    said = "ค่าเฉลี่ยระดับประเทศ 90.11"

    assert points(*lines(CARDS[:5]), said, *lines(OTHERS[5:])) == dict(
        enumerate(POINTS[:5], start=1)
    )


def test_a_table_of_others_is_not_read_again_as_pieces():
    said = "ภาพรวมระดับประเทศ มีคะแนน 99.00 คะแนน"
    cells = [list(card) for card in OTHERS]

    assert points("คะแนนเฉลี่ยระดับประเทศ", [("ตัวชี้วัด", "คะแนน"), *cells]) == {}
    assert points(said, cells) == {}


def test_cards_under_a_sentence_that_names_an_indicator_are_read():
    said = "หน่วยงานควรพัฒนาการเปิดเผยข้อมูลก่อน"

    assert points(said, *lines(CARDS)) == TEN
    assert points(said, *lines(CARDS[:5])) == dict(enumerate(POINTS[:5], start=1))


def test_a_table_in_halves_without_a_header_is_read():
    assert points([(*CARDS[at], *CARDS[at + 5]) for at in range(5)]) == TEN


def test_a_number_under_the_word_for_a_total_begins_no_turn():
    cards = lines(CARDS)

    assert points("คะแนนรวม", TOTAL, *cards) == TEN
    assert points("คะแนนรวม", TOTAL, *cards[:-1]) == {}
