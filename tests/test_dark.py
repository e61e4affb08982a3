"""Colours by day and by night: one meaning each, text that can be read."""

import re
import tomllib
from pathlib import Path

import pytest

from itadash import palette
from itadash.analysis import indicator_means, tall_scores
from itadash.charts import alt, dressed, indicator_bars, score_heatmap
from tests.frames import with_score

CONFIG = Path(__file__).parents[1] / ".streamlit" / "config.toml"
READABLE = 4.5
CAPTION = 0.6  # how much of the ink Streamlit leaves to a caption
TINTS = [one for one in vars(palette).values() if isinstance(one, palette.Tint)]
# Text and the ground it stands on.
PAIRS = [
    *((ink, palette.PAPER) for ink in (palette.INK, palette.QUIET_INK, palette.TARGET)),
    *((palette.PAPER, ground) for ground in (palette.PASSING, palette.WEAK)),
    (palette.INK, palette.NO_DATA),
    *((tint.ink, tint.ground) for tint in TINTS),
]


def light(colour):
    """The relative luminance of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def faded(ink, paper, share=CAPTION):
    """The colour of a half transparent ink on a paper."""
    parts = [
        round(
            int(ink[at : at + 2], 16) * share
            + int(paper[at : at + 2], 16) * (1 - share)
        )
        for at in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02X}" for part in parts)


def night(colour):
    return palette.BY_NIGHT[colour]


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_is_readable_by_day_and_by_night(ink, ground):
    assert contrast(ink, ground) >= READABLE
    assert contrast(night(ink), night(ground)) >= READABLE


def test_every_colour_has_a_twin_of_its_own():
    names = [one for one in vars(palette).values() if isinstance(one, str)]
    colours = {one for one in names if re.fullmatch("#[0-9A-F]{6}", one)}
    tints = {colour for tint in TINTS for colour in (tint.ground, tint.ink)}

    assert colours | tints == set(palette.BY_NIGHT)
    assert len(set(palette.BY_NIGHT.values())) == len(palette.BY_NIGHT)


@pytest.mark.parametrize("mark", [palette.PASSING, palette.WEAK, palette.PEERS])
def test_marks_stand_out_from_the_paper(mark):
    assert contrast(mark, palette.PAPER) >= 3
    assert contrast(night(mark), night(palette.PAPER)) >= 3


@pytest.mark.parametrize(("theme", "twin"), [("light", str), ("dark", night)])
def test_the_screen_has_the_colours_of_the_charts(theme, twin):
    given = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][theme]

    assert given["backgroundColor"] == twin(palette.PAPER)
    assert given["primaryColor"] == twin(palette.PASSING)
    grounds = (given["secondaryBackgroundColor"], given["sidebar"]["backgroundColor"])
    for ground in (given["backgroundColor"], *grounds):
        assert contrast(given["textColor"], ground) >= READABLE


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_captions_are_readable_where_streamlit_fades_them(theme):
    given = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][theme]
    paper = given["backgroundColor"]

    assert contrast(faded(given["textColor"], paper), paper) >= READABLE


def figures():
    tall = tall_scores(with_score(60.0, 3))
    yield indicator_bars(indicator_means(tall), title="ก", target=85)
    yield score_heatmap(tall, title="ก", target=85)


def colours_of(figure):
    by_itself = figure.to_plotly_json()
    by_itself["layout"].pop("template", None)
    return {one.upper() for one in re.findall("#[0-9A-Fa-f]{6}", str(by_itself))}


def test_a_figure_by_night_has_colours_of_the_night_only():
    for figure in figures():
        by_night = dressed(figure, dark=True)

        assert colours_of(figure) <= set(palette.BY_NIGHT)
        assert colours_of(by_night) == {night(one) for one in colours_of(figure)}
        assert alt(by_night) == alt(figure)
        assert by_night.layout.height == figure.layout.height
        assert len(by_night.data) == len(figure.data)


def test_a_figure_by_day_stays_as_it_is():
    for figure in figures():
        assert dressed(figure, dark=False) is figure
