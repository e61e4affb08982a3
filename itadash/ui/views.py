"""The frames of one view: what the filter bar lets through, joined and judged."""

from dataclasses import dataclass, replace

import pandas as pd

from itadash import analysis
from itadash.analysis import Choice
from itadash.ui import loading


@dataclass(frozen=True)
class View:
    """One year of the chosen agencies.

    `rows` are their assessments of all years, `own` of the chosen one, `tall` one
    row an indicator of `own`. `answered` pairs its weak indicators with measures,
    `idle` holds the measures for what is not weak. Samples count in `rows` only
    while nothing else is stored.
    """

    choice: Choice
    rows: pd.DataFrame
    own: pd.DataFrame
    tall: pd.DataFrame
    measures: pd.DataFrame
    links: pd.DataFrame
    answered: pd.DataFrame
    related: pd.DataFrame
    idle: pd.DataFrame

    @property
    def has_scores(self) -> bool:
        """Tell whether any score of the year is there."""
        return bool(self.own["has_scores"].any())


def view(choice: Choice, *, count_samples: bool = False) -> View:
    """Return the view of a choice; an agency's own page counts samples too."""
    everything = loading.assessments()
    base = everything if count_samples else analysis.counted(everything)
    if choice.agency_id is None:  # the mean of a province is seen on its own only
        base = analysis.of_agencies(base)
    rows = analysis.chosen(base, replace(choice, year=None))
    own = analysis.chosen(rows, choice)
    tall = analysis.tall_scores(own)
    agencies = tuple(int(number) for number in own["agency_id"].unique())
    measures = analysis.measures_of(loading.measures(agencies, None), own)
    links = loading.links(agencies, None)
    weak = analysis.weak_indicators(tall)
    return View(
        choice,
        rows,
        own,
        tall,
        measures,
        links,
        analysis.answer(weak, links, measures),
        analysis.related(weak, links, measures),
        analysis.measures_without_weakness(tall, links, measures),
    )
