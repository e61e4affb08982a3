import math
from itertools import pairwise

import pytest

from itadash import analysis, charts, framework, palette
from tests.frames import ALL_NINETY, assessment, assessments, with_score


def bars_of(rows, **options):
    return charts.indicator_bars(
        analysis.tall_scores(rows), title="ชื่อ", target=85.0, **options
    )


def bar(figure):
    return figure.data[0]


def cell_of(figure, column):
    """Return the one heat map trace that fills a cell of the first row."""
    filled = [one for one in figure.data if one.z[0][column] is not None]
    assert len(filled) == 1
    return filled[0]


def luminance(colour):
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("score", "colour", "shown"),
    [
        (84.99, palette.WEAK, "▼ 84.99"),
        (84.996, palette.WEAK, "▼ 84.99"),
        (85.0, palette.PASSING, "● 85.00"),
        (85.01, palette.PASSING, "● 85.01"),
        (math.nan, palette.NO_DATA, "ไม่มีข้อมูล"),
    ],
)
def test_a_bar_says_its_state_by_colour_shape_and_number(score, colour, shown):
    drawn = bar(bars_of(with_score(score)))

    assert drawn.marker.color[0] == colour
    assert drawn.text[0] == shown


def test_only_a_bar_without_data_is_hatched():
    drawn = bar(bars_of(with_score(math.nan, number=3)))

    assert list(drawn.marker.pattern.shape) == ["", "", "/"] + [""] * 7


def test_the_bars_stand_in_the_order_of_the_framework_the_first_on_top():
    figure = bars_of(assessments(assessment(scores={10: 25.0, 1: 90.0})))

    low, high = figure.layout.yaxis.range
    assert list(bar(figure).y) == list(range(1, 11))
    assert low > high
    assert figure.layout.yaxis.ticktext[9].startswith("10. ")


def test_a_value_stands_at_the_base_of_its_bar_beside_a_very_short_one():
    drawn = bar(bars_of(with_score(5.0)))

    assert drawn.insidetextanchor == "start"
    assert list(drawn.textposition)[:2] == ["outside", "inside"]


def test_the_target_is_a_dashed_line_with_its_label_above_the_plot():
    figure = bars_of(with_score(80.0))

    line = next(one for one in figure.layout.shapes if one.name == "target")
    label = next(one for one in figure.layout.annotations if one.name == "target")
    assert (line.x0, line.x1, line.line.dash) == (85.0, 85.0, "dash")
    assert line.line.color == palette.TARGET
    assert "เป้า 85" in label.text
    assert (label.y, label.yref, label.yanchor) == (1, "paper", "bottom")


def test_thin_lines_part_the_instruments():
    figure = bars_of(with_score(80.0))

    at = [one.y0 for one in figure.layout.shapes if one.name == "instrument"]
    assert at == [5.5, 8.5]


def test_the_axis_runs_from_0_to_100():
    assert list(bars_of(with_score(80.0)).layout.xaxis.range) == [0, 100]


def test_peers_are_marks_of_their_own_colour():
    rows = assessments(*(assessment(at, scores={1: 70.0 + at}) for at in range(5)))
    peers = analysis.peer_medians(analysis.tall_scores(rows), 0, 2563)

    marks = bars_of(with_score(80.0), peers=peers).data[1]

    assert (list(marks.x), list(marks.y)) == ([72.5], [1])
    assert marks.marker.line.color == palette.PEERS


def test_means_of_many_agencies_draw_with_the_same_function():
    tall = analysis.tall_scores(assessments(assessment(1), assessment(2)))

    figure = charts.indicator_bars(
        analysis.indicator_means(tall), title="ชื่อ", target=85.0
    )

    assert list(bar(figure).x) == [90.0] * 10
    assert "2 หน่วยงาน" in bar(figure).hovertext[0]


def test_a_title_is_taken_literally():
    figure = charts.indicator_bars(
        analysis.tall_scores(with_score(80.0)), title="<a href='x'>ก</a>", target=85.0
    )

    assert "<a" not in figure.layout.title.text


def test_a_long_title_is_broken_at_its_spaces():
    title = "หน่วยงานในจังหวัดเดียวกัน เทียบกับหน่วยงานประเภทเดียวกัน ในปีเดียวกัน"
    figure = charts.indicator_bars(
        analysis.tall_scores(with_score(80.0)), title=title, target=85.0
    )

    assert figure.layout.title.text.replace("<br>", " ") == f"<b>{title}</b>"
    assert "<br>" in figure.layout.title.text


def test_levels_are_drawn_best_first_the_low_ones_marked():
    counts = analysis.level_counts(assessments(assessment(level="C")), 2563)

    figure = charts.level_distribution(counts, title="ระดับ")

    assert list(figure.layout.yaxis.ticktext)[:4] == ["AA ●", "A ●", "B ▼", "C ▼"]
    assert list(bar(figure).x) == [0, 0, 0, 1, 0, 0, 0]


def test_agencies_without_a_level_are_drawn_hatched_when_there_are_any():
    rows = assessments(assessment(1, level="C"), assessment(2, scores=None))

    figure = charts.level_distribution(analysis.level_counts(rows, 2563), title="ระดับ")

    assert bar(figure).marker.pattern.shape[-1] == "/"
    assert figure.layout.yaxis.ticktext[-1] == "ไม่มีข้อมูล"


@pytest.mark.parametrize(
    ("score", "trace", "shown"),
    [
        (84.99, "weak_near", "84.99"),
        (80.0, "weak_off", "80.00"),
        (70.0, "weak_far", "70.00"),
        (0.0, "weak_far", "0.00"),
        (85.0, "passing", "85.00"),
        (95.0, "passing_far", "95.00"),
        (100.0, "passing_far", "100.00"),
        (math.nan, "missing", "–"),
    ],
)
def test_a_cell_of_the_heat_map_has_one_step_and_its_value(score, trace, shown):
    tall = analysis.tall_scores(with_score(score))

    drawn = cell_of(charts.score_heatmap(tall, title="ชื่อ", target=85.0), 0)

    assert drawn.name == trace
    assert drawn.text[0][0].endswith(shown)
    assert ("▼" in drawn.text[0][0]) == trace.startswith("weak")


def test_no_more_than_forty_agencies_are_on_the_heat_map():
    rows = assessments(*(assessment(at, total=float(at)) for at in range(45)))
    worst = analysis.worst_first(analysis.tall_scores(rows), limit=45)

    figure = charts.score_heatmap(worst, title="ชื่อ", target=85.0)

    names = [one.text for one in figure.layout.annotations if one.name == "agency"]
    assert len(names) == 40
    assert names[0] == "เทศบาลตำบลที่ 0 · 0.00"


def test_years_without_a_score_are_not_on_the_axis():
    rows = assessments(assessment(year=2563), assessment(year=2564, scores=None))

    figure = charts.year_lines(analysis.tall_scores(rows), title="ปี", target=85.0)

    assert list(figure.layout.xaxis.tickvals) == [2563]
    assert len(figure.data) == 10


def test_the_line_of_an_indicator_marks_the_years_below_the_target():
    rows = assessments(
        assessment(year=2563, scores={**ALL_NINETY, 1: 84.99}),
        assessment(year=2564, scores={**ALL_NINETY, 1: 85.0}),
    )

    line = charts.year_lines(analysis.tall_scores(rows), title="ปี", target=85.0).data[0]

    assert list(line.x) == [2563, 2564]
    assert list(line.marker.symbol) == ["triangle-down", "circle"]


def test_panels_of_one_column_do_not_overlap():
    figure = charts.year_lines(
        analysis.tall_scores(with_score(80.0)), title="ปี", target=85.0
    )

    left = [figure.layout[f"yaxis{n if n > 1 else ''}"].domain for n in range(1, 11, 2)]
    assert all(upper[0] > lower[1] for upper, lower in pairwise(left))


@pytest.mark.parametrize("rows", [assessments(), with_score(80.0)])
def test_every_figure_describes_itself(rows):
    tall = analysis.tall_scores(rows)
    figures = [
        charts.indicator_bars(tall, title="ก", target=85.0),
        charts.level_distribution(analysis.level_counts(rows, 2563), title="ก"),
        charts.score_heatmap(tall, title="ก", target=85.0),
        charts.year_lines(tall, title="ก", target=85.0),
    ]

    assert all(charts.alt(figure) for figure in figures)
    assert all("Sarabun" in figure.layout.font.family for figure in figures)


def test_the_description_of_the_bars_names_every_indicator_and_what_is_weak():
    said = charts.alt(bars_of(with_score(80.0, number=4)))

    assert all(one.name in said for one in framework.indicators())
    assert "การใช้ทรัพย์สินของราชการ 80.00 ต่ำกว่าเป้า" in said


@pytest.mark.parametrize(
    "tint",
    [value for value in vars(palette).values() if isinstance(value, palette.Tint)],
)
def test_text_is_readable_on_every_tint(tint):
    assert contrast(tint.ground, tint.ink) >= 4.5


@pytest.mark.parametrize("ground", [palette.PASSING, palette.WEAK])
def test_white_text_is_readable_on_every_bar(ground):
    assert contrast(ground, palette.PAPER) >= 4.5
