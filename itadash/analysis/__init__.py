"""Frames for the screens: gaps, means, answers, ranks and peers.

Pure functions over the frames of `store`; nothing here reads, draws or stores.
Missing stays missing: a score that is not there is neither weak nor passing and
counts in no mean. Rules (target, weights, levels) come from `framework`.
"""

from itadash.analysis.answers import (
    answer,
    by_unit,
    count_by,
    measures_without_weakness,
    related,
)
from itadash.analysis.attention import (
    AgencyToSee,
    IndicatorToSee,
    needs_a_look,
    worst_first,
)
from itadash.analysis.choice import Choice, chosen, measures_of
from itadash.analysis.overview import Change, Overview, overview
from itadash.analysis.scores import (
    MISSING,
    PASSING,
    WEAK,
    indicator_means,
    level_counts,
    tall_scores,
    weak_indicators,
)
from itadash.analysis.sentences import (
    heat_title,
    levels_title,
    sentence,
    weak_title,
    years_title,
)
from itadash.analysis.standing import Rank, peer_medians, rank
from itadash.analysis.totals import counted, of_agencies, with_points
from itadash.linking import ANSWERS

__all__ = [
    "ANSWERS",
    "MISSING",
    "PASSING",
    "WEAK",
    "AgencyToSee",
    "Change",
    "Choice",
    "IndicatorToSee",
    "Overview",
    "Rank",
    "answer",
    "by_unit",
    "chosen",
    "count_by",
    "counted",
    "of_agencies",
    "heat_title",
    "indicator_means",
    "level_counts",
    "levels_title",
    "measures_of",
    "measures_without_weakness",
    "needs_a_look",
    "overview",
    "peer_medians",
    "rank",
    "related",
    "sentence",
    "tall_scores",
    "weak_indicators",
    "weak_title",
    "with_points",
    "worst_first",
    "years_title",
]
