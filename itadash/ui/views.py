"""The frames of one view: what the filter bar lets through, joined and judged.

A view is kept for all sessions as long as the store does not change, and what it
sums up is made once. Of the whole country measures are read for some agencies
only; what is counted over all of them, the database counts.
"""

from dataclasses import astuple, dataclass
from functools import cached_property

import pandas as pd
import streamlit as st

from itadash import analysis
from itadash.analysis import AgencyToSee, Choice, IndicatorToSee, Overview, Rank
from itadash.analysis.findings import all_findings
from itadash.analysis.judged import judged
from itadash.ui import loading
from itadash.ui.keeping import Keeping

MOST_IN_DETAIL = 50  # agencies whose measures and findings are read at once

Looks = tuple[tuple[AgencyToSee, ...], tuple[IndicatorToSee, ...]]


@dataclass(frozen=True)
class View(Keeping):
    """One year of the chosen agencies; shared, so nobody may write to its frames.

    `rows` are their assessments of all years, `own` of the chosen one, `tall` one
    row an indicator of `own`. Samples count in `rows` only while nothing else is
    stored. Measures, links, `answered`, `related` and `idle` are those of the
    agencies `in_detail`, of few agencies all; `judged` is of every agency. Without
    `samples` the measures of made-up reports count no more than their scores.
    """

    choice: Choice
    rows: pd.DataFrame
    own: pd.DataFrame
    in_detail: tuple[int, ...]
    samples: bool = True

    @property
    def has_scores(self) -> bool:
        """Tell whether any score of the year is there."""
        return bool(self.own["has_scores"].any())

    @cached_property
    def has_total(self) -> bool:
        """Tell whether any total of the year is there, printed or computed."""
        return bool(analysis.with_points(self.own)["points"].notna().any())

    @property
    def is_wide(self) -> bool:
        """Tell whether there are more agencies than those in detail."""
        return len(self.order) > len(self.in_detail)

    @property
    def fiscal_year(self) -> int | None:
        """The year (B.E.) of the measures, None where the assessed one is unknown."""
        return self.choice.year + 1 if self.choice.year else None

    @cached_property
    def tall(self) -> pd.DataFrame:
        """One row an agency and indicator."""
        return analysis.tall_scores(self.own)

    @cached_property
    def scored(self) -> pd.DataFrame:
        """The agencies with a score or a total, the lowest total first."""
        rows = analysis.with_points(self.own)
        rows = rows[rows["has_scores"] | rows["points"].notna()]
        return rows.sort_values("points").reset_index(drop=True)

    @cached_property
    def order(self) -> list[int]:
        """The agencies, the lowest total first, those without one last."""
        return _lowest_first(self.own)

    @cached_property
    def of_all_years(self) -> list[int]:
        """The agencies of any year."""
        return [int(number) for number in self.rows["agency_id"].unique()]

    @cached_property
    def planned(self) -> "pd.Series[int]":
        """How many measures each agency has (agency_id), of those that have any."""
        counts = loading.planned_measures(self.fiscal_year, samples=self.samples)
        own = counts[counts["agency_id"].isin(self.own["agency_id"])]
        return own.set_index("agency_id")["measures"]

    @cached_property
    def judged(self) -> pd.DataFrame:
        """Every weak indicator with whether it is answered; no words of measures."""
        return judged(
            analysis.weak_indicators(self.tall),
            loading.answered_indicators(self.fiscal_year, samples=self.samples),
            loading.planned_measures(self.fiscal_year, samples=self.samples),
        )

    @cached_property
    def seen(self) -> Overview:
        """The year at a glance."""
        return analysis.overview(self.rows, self.choice.year, self.judged)

    @cached_property
    def means(self) -> pd.DataFrame:
        """The ten indicators with the means of all agencies."""
        return analysis.indicator_means(self.tall)

    @cached_property
    def levels(self) -> pd.DataFrame:
        """How many agencies have each level."""
        return analysis.level_counts(self.own, self.choice.year)

    @cached_property
    def worst(self) -> pd.DataFrame:
        """The scores of the agencies with the lowest totals, at most 40."""
        return analysis.worst_first(self.tall)

    @cached_property
    def looks(self) -> Looks:
        """What needs a look first."""
        return analysis.needs_a_look(self.tall, self.judged)

    @cached_property
    def rank(self) -> Rank | None:
        """Where the chosen agency stands among its peers."""
        agency, year = self.choice.agency_id, self.choice.year
        if agency is None or year is None:
            return None
        of_year = analysis.chosen(loading.assessments(), Choice(year))
        return analysis.rank(_counted(of_year), agency, year)

    @cached_property
    def peers(self) -> pd.DataFrame | None:
        """The medians of the chosen agency's peers, None where they are too few."""
        agency, year = self.choice.agency_id, self.choice.year
        if agency is None or year is None:
            return None
        of_year = analysis.chosen(loading.assessments(), Choice(year))
        return analysis.peer_medians(
            analysis.tall_scores(_counted(of_year)), agency, year
        )

    @cached_property
    def measures(self) -> pd.DataFrame:
        """The measures of the year after the assessed one."""
        found = loading.measures(self.in_detail, self.fiscal_year)
        if not self.samples:
            found = found[~(found["sample"] | found["synthetic"])]
        return analysis.measures_of(found, self._detailed)

    @cached_property
    def links(self) -> pd.DataFrame:
        """The links of these measures."""
        return loading.links(self.in_detail, self.fiscal_year)

    @cached_property
    def answered(self) -> pd.DataFrame:
        """Weak indicators paired with the measures that answer them."""
        return analysis.answer(self._weak, self.links, self.measures)

    @cached_property
    def related(self) -> pd.DataFrame:
        """Weak indicators paired with measures that bear on them too weakly."""
        return analysis.related(self._weak, self.links, self.measures)

    @cached_property
    def idle(self) -> pd.DataFrame:
        """The measures for what is not weak."""
        tall = analysis.tall_scores(self._detailed)
        return analysis.measures_without_weakness(tall, self.links, self.measures)

    @property
    def findings(self) -> pd.DataFrame:
        """What is to be looked at in the reports in detail, errors first."""
        found: pd.DataFrame = self.kept("findings", self._findings)
        return found

    def _findings(self) -> pd.DataFrame:
        said = [self._detailed["document_id"], self.measures["document_id"]]
        stored = loading.findings(self.in_detail)
        own = stored[stored["document_id"].isin(pd.concat(said).dropna())]
        scores = loading.scores(self.in_detail, self.choice.year)
        return all_findings(own, self.answered, scores)

    @cached_property
    def _detailed(self) -> pd.DataFrame:
        return self.own[self.own["agency_id"].isin(self.in_detail)]

    @cached_property
    def _weak(self) -> pd.DataFrame:
        return analysis.weak_indicators(analysis.tall_scores(self._detailed))


def view(
    choice: Choice,
    *,
    count_samples: bool = False,
    in_detail: tuple[int, ...] | None = None,
) -> View:
    """Return the view of a choice; an agency's own page counts samples too.

    `in_detail` names the agencies whose measures are read: by default all, of
    many the 50 with the lowest totals.
    """
    store = loading.store()
    key = (astuple(choice), count_samples, in_detail)
    return _view(*key, store.shown, store.revision())


@st.cache_resource(show_spinner=False, max_entries=16)
def _view(
    wanted: tuple[int | str | None, ...],
    count_samples: bool,
    in_detail: tuple[int, ...] | None,
    shown: str,
    revision: int,
) -> View:
    choice = Choice(*wanted)  # type: ignore[arg-type]
    rows = _rows(choice, count_samples=count_samples)
    own = analysis.chosen(rows, choice)
    if in_detail is None:
        in_detail = tuple(_lowest_first(own)[:MOST_IN_DETAIL])
    samples = count_samples or loading.only_made_up()
    return View(choice, rows, own, in_detail, samples)


def _counted(rows: pd.DataFrame) -> pd.DataFrame:
    """Leave out what does not count in the store, whatever the rows are of."""
    agencies = analysis.of_agencies(rows)
    if loading.only_made_up():
        return agencies
    return agencies[~(agencies["sample"] | agencies["synthetic"])]


def _rows(choice: Choice, *, count_samples: bool) -> pd.DataFrame:
    every_year = Choice(None, choice.province, choice.agency_type, choice.agency_id)
    rows = analysis.chosen(loading.assessments(), every_year)
    if not count_samples:
        return _counted(rows)
    # The mean of a province is seen on its own only.
    return rows if choice.agency_id is not None else analysis.of_agencies(rows)


def _lowest_first(own: pd.DataFrame) -> list[int]:
    by_total = analysis.with_points(own).sort_values(["points", "agency_id"])
    return [int(number) for number in by_total["agency_id"].unique()]
