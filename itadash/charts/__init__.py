"""Figures for the screens: one function a question, a frame in, a figure out.

They draw the columns they are given and decide nothing; words come from
`labels`, colours from `palette`. Every figure carries its own description, for
those who cannot see it: `alt(figure)`.
"""

from itadash.charts.bars import indicator_bars
from itadash.charts.calendar import unit_calendar
from itadash.charts.heatmap import score_heatmap
from itadash.charts.layout import FONT, alt
from itadash.charts.levels import level_distribution
from itadash.charts.weak import weak_by_indicator
from itadash.charts.years import year_lines

__all__ = [
    "FONT",
    "alt",
    "indicator_bars",
    "level_distribution",
    "score_heatmap",
    "unit_calendar",
    "weak_by_indicator",
    "year_lines",
]
