"""Figures for the screens: one function a question, a frame in, a figure out.

They draw the columns they are given and decide nothing; words come from
`labels`, colours from `palette`. Every figure carries its own description, for
those who cannot see it: `alt(figure)`.
"""

from itadash.charts.bars import indicator_bars
from itadash.charts.calendar import unit_calendar
from itadash.charts.choice import figure_kind
from itadash.charts.dots import dot_plot
from itadash.charts.dressing import dressed
from itadash.charts.heatmap import score_heatmap
from itadash.charts.layout import FONT, alt
from itadash.charts.levels import level_distribution
from itadash.charts.net_changes import net_changes
from itadash.charts.ranked import ranked_bars
from itadash.charts.strips import place_strips
from itadash.charts.weak import weak_by_indicator
from itadash.charts.years import year_lines

__all__ = [
    "FONT",
    "alt",
    "dot_plot",
    "figure_kind",
    "dressed",
    "indicator_bars",
    "level_distribution",
    "net_changes",
    "place_strips",
    "ranked_bars",
    "score_heatmap",
    "unit_calendar",
    "weak_by_indicator",
    "year_lines",
]
