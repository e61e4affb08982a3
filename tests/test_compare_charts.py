"""Figures that compare: which one is drawn, what it shows, and that labels fit."""

import re
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash import analysis, charts, framework, palette
from itadash.analysis import changes, ranking
from itadash.charts import choice
from itadash.charts.names import clipped, columns_of, short_agency
from itadash.charts.rows import TALL_ROW
from tests.frames import ALL_NINETY, assessment, assessments

LONG = "องค์การบริหารส่วนตำบลหนองบัวโคกสว่างดงพลวงใต้"
LINE = 16  # pixels of a line of 12 px Thai, marks above and below included
COLUMN = 7  # pixels of a column at 12 px
NARROW = 358  # pixels of a figure on a screen of 390


@pytest.mark.parametrize(
    ("agencies", "one", "several", "ten"),
    [
        (1, "places", "places", "places"),
        (2, "ranked", "dots", "dots"),
        (6, "ranked", "dots", "dots"),
        (7, "ranked", "heat", "heat"),
        (40, "ranked", "heat", "heat"),
        (41, "ranked", "heat", "heat"),
        (8325, "ranked", "heat", "heat"),
    ],
)
def test_how_much_is_compared_decides_the_figure(agencies, one, several, ten):
    kinds = [choice.figure_kind(agencies, subjects) for subjects in (1, 4, 10)]

    assert kinds == [one, several, ten]


@pytest.mark.parametrize(("agencies", "subjects"), [(0, 1), (1, 0), (0, 0), (-1, 5)])
def test_of_nothing_there_is_no_figure(agencies, subjects):
    with pytest.raises(ValueError, match="Nothing to draw"):
        choice.figure_kind(agencies, subjects)


@pytest.mark.parametrize(
    ("kind", "agencies", "pages"),
    [
        *(("ranked", n, p) for n, p in ((1, 1), (20, 1), (21, 2), (8325, 417))),
        *(("heat", n, p) for n, p in ((40, 1), (41, 2), (8325, 209))),
        *(("dots", 6, 1), ("places", 1, 1)),
    ],
)
def test_more_than_a_page_holds_goes_on_further_pages(kind, agencies, pages):
    assert choice.pages_of(kind, agencies) == pages


@given(
    st.sampled_from(["ranked", "heat", "dots"]),
    st.integers(0, 500),
    st.integers(-3, 99),
)
def test_the_pages_together_show_every_row_once(kind, agencies, odd):
    pages = range(1, choice.pages_of(kind, agencies) + 1)
    every = list(range(agencies))

    assert [n for p in pages for n in every[choice.window(kind, agencies, p)]] == every
    assert choice.window(kind, agencies, odd) in [
        choice.window(kind, agencies, page) for page in pages
    ]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("เทศบาลตำบลโพหัก", "ทต.โพหัก"),
        ("องค์การบริหารส่วนตำบลหนองเมือง", "อบต.หนองเมือง"),
        ("องค์การบริหารส่วนจังหวัดลพบุรี", "อบจ.ลพบุรี"),
        ("เทศบาลตำบล", "เทศบาลตำบล"),
        ("โรงเรียนวัดป่า", "โรงเรียนวัดป่า"),
        (None, "ไม่ระบุชื่อ"),
    ],
)
def test_a_name_is_short_by_its_type(name, short):
    assert short_agency(name) == short


@given(st.text("กขิีึื่้๊๋ำเแ ะ.abc", max_size=60), st.integers(2, 30))
def test_a_cut_name_fits_and_never_parts_a_letter_from_its_mark(words, columns):
    cut = clipped(words, columns)

    assert columns_of(cut) <= columns
    if cut != words:
        assert cut.endswith("…")
        kept = cut[:-1]
        assert words.startswith(kept)
        following = words[len(kept) :].lstrip(" ")
        assert not kept or columns_of(following[:1]) == 1


def many(n, name=LONG, **fields):
    rows = []
    for at in range(1, n + 1):
        own = {"agency": f"{name}{at}", "total": 80.0 + at, **fields}
        rows.append(assessment(at, scores={**ALL_NINETY, 9: 60.0 + at}, **own))
    return assessments(*rows)


def dots_of(rows):
    return charts.dot_plot(analysis.tall_scores(rows), title="ชื่อ", target=85.0)


def plot_height(figure):
    margin = figure.layout.margin
    return figure.layout.height - margin.t - margin.b


def label_lines(label):
    return [re.sub("<[^>]*>", "", line) for line in label.split("<br>")]


def figures():
    rows = many(6)
    spreads = ranking.spreads(rows, ranking.subjects(), 1)
    moved = changes.changes(
        pd.concat([many(6, assessed_year=year) for year in (2567, 2568)])
    )
    yield pytest.param(dots_of(rows), id="dots")
    yield pytest.param(
        charts.place_strips(spreads, title="ชื่อ", target=85.0, agency="ก"), id="strips"
    )
    yield pytest.param(
        charts.ranked_bars(ranking.ranked(many(20)), title="ชื่อ", target=85.0),
        id="ranked",
    )
    yield pytest.param(charts.net_changes(moved, title="ชื่อ"), id="changes")


@pytest.mark.parametrize("figure", list(figures()))
def test_long_labels_fit_their_rows_and_leave_half_of_a_phone_to_the_plot(figure):
    labels = [label_lines(label) for label in figure.layout.yaxis.ticktext]
    row = plot_height(figure) / len(labels)

    assert max(map(len, labels)) * LINE <= row
    widest = max(columns_of(line) for lines in labels for line in lines)
    assert widest * COLUMN <= NARROW * 0.55


@pytest.mark.parametrize("figure", list(figures()))
def test_lines_of_the_legend_stand_under_each_other_within_the_figure(figure):
    shifts = [one.yshift for one in figure.layout.annotations if one.name == "legend"]

    assert all(above - below >= LINE for above, below in pairwise(shifts))
    assert all(-shift + LINE <= figure.layout.margin.b for shift in shifts)


@pytest.mark.parametrize("figure", list(figures()))
def test_every_comparing_figure_is_described_in_words(figure):
    assert len(charts.alt(figure)) > 40


def test_the_lead_agency_stands_out_of_the_others():
    figure = dots_of(many(6))

    lead, others = figure.data[-1], figure.data[:-1]
    assert lead.name == f"{LONG}1"
    assert all(lead.marker.size > one.marker.size for one in others)
    assert len({one.marker.symbol for one in others}) == 5
    assert {one.marker.color for one in others} == {palette.QUIET_INK}


def test_the_lead_shows_its_state_by_shape_and_colour_and_its_score_in_words():
    figure = dots_of(many(2))

    lead = figure.data[-1]
    by_row = dict(zip(lead.y, lead.marker.symbol, strict=True))
    colours = dict(zip(lead.y, lead.marker.color, strict=True))
    ninth, first = sorted(by_row)[8], sorted(by_row)[0]
    assert (by_row[ninth], colours[ninth]) == ("triangle-down", palette.WEAK)
    assert (by_row[first], colours[first]) == ("circle", palette.PASSING)
    assert "▼ 61.00" in figure.layout.yaxis.ticktext[8]


def test_equal_scores_of_six_agencies_do_not_hide_each_other():
    figure = dots_of(assessments(*(assessment(at) for at in range(1, 7))))

    heights = sorted(trace.y[0] for trace in figure.data)
    apart = [above - below for below, above in pairwise(heights)]
    assert min(apart) * TALL_ROW >= 5
    assert heights[-1] - heights[0] < 1


def test_more_than_six_agencies_are_not_drawn_as_dots():
    assert len(dots_of(many(9)).data) == 6


def test_a_missing_score_has_no_dot_and_says_so():
    rows = assessments(assessment(1, scores={1: 90.0}), assessment(2))

    figure = dots_of(rows)

    assert len(figure.data[-1].x) == 1
    assert "ไม่มีข้อมูล" in figure.layout.yaxis.ticktext[4]


def test_full_names_stand_in_what_hovering_shows():
    figure = dots_of(many(2))

    assert f"{LONG}1" in figure.data[-1].hovertext[0]
    assert framework.indicator(1).name in figure.data[-1].hovertext[0]


def test_a_strip_shows_the_quartiles_and_the_place_of_the_agency():
    rows = many(5)
    spreads = ranking.spreads(rows, (9,), 1)

    figure = charts.place_strips(spreads, title="ชื่อ", target=85.0, agency="ก")

    whole, middle, median, own = figure.data
    assert list(whole.x)[:2] == [61.0, 65.0]
    assert (middle.base[0], middle.base[0] + middle.x[0]) == (62.0, 64.0)
    assert (median.x[0], own.x[0]) == (63.0, 61.0)
    assert own.marker.symbol[0] == "triangle-down"


def test_a_group_too_small_for_quartiles_shows_the_agency_only():
    spreads = ranking.spreads(many(2), (9,), 1)

    figure = charts.place_strips(spreads, title="ชื่อ", target=85.0, agency="ก")

    assert list(figure.data[0].x) == []
    assert pd.isna(figure.data[1].x[0])
    assert figure.data[3].x[0] == 61.0


def test_ranked_bars_carry_rank_value_and_the_lead_in_bold():
    rows = ranking.ranked(many(3, "เทศบาลตำบลนา"), 9)

    figure = charts.ranked_bars(rows, title="ชื่อ", target=85.0, leads=[3])

    assert list(figure.data[0].x) == [63.0, 62.0, 61.0]
    assert figure.layout.yaxis.ticktext[0] == "1. <b>ทต.นา3</b>"
    assert figure.layout.yaxis.ticktext[1] == "2. ทต.นา2"
    assert figure.data[0].text[0] == "▼ 63.00"


@pytest.mark.parametrize("name", ["<b>ก</b>", "a<br>b"])
def test_a_name_is_drawn_letter_by_letter(name):
    rows = ranking.ranked(assessments(assessment(1, agency=name, total=80.0)))

    figure = charts.ranked_bars(rows, title="ชื่อ", target=85.0)

    assert "&lt;b" in figure.layout.yaxis.ticktext[0]
    assert "&lt;b" in figure.data[0].hovertext[0]


def test_a_change_is_drawn_beside_that_of_the_country():
    rows = assessments(assessment(1, 2567, total=90.0), assessment(1, 2568, total=90.5))

    figure = charts.net_changes(changes.changes(rows), title="ชื่อ")

    nets, country, own = figure.data
    assert list(nets.x)[:2] == [0.77, 0.5]
    assert (list(country.x), list(own.x)) == ([0.77], [0.5])
    assert "+0.50 สุทธิ -0.27" in figure.layout.yaxis.ticktext[0]
    assert "ช้ากว่าทั้งประเทศ 0.27" in own.hovertext[0]


def test_a_heat_map_of_a_few_indicators_has_their_columns_only():
    tall = analysis.tall_scores(many(8))

    figure = charts.score_heatmap(
        tall[tall["indicator"].isin([2, 9])], title="ชื่อ", target=85.0
    )

    assert list(figure.layout.xaxis.ticktext) == ["2", "9"]
    assert all(len(trace.z[0]) == 2 for trace in figure.data)


@pytest.mark.parametrize("rows", [assessments(), assessments(assessment(scores=None))])
def test_figures_of_nothing_are_empty_and_raise_nothing(rows):
    tall = analysis.tall_scores(rows)

    dots_of(rows)
    charts.ranked_bars(ranking.ranked(rows), title="ชื่อ", target=85.0)
    charts.net_changes(changes.changes(rows), title="ชื่อ")
    charts.score_heatmap(tall, title="ชื่อ", target=85.0)
    spreads = ranking.spreads(rows, ranking.subjects(), 1)
    charts.place_strips(spreads, title="ชื่อ", target=85.0, agency="ก")
