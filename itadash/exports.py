"""What is taken home from a store: read for a choice, of the measures no more."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from itadash.analysis import Choice, choosing, chosen, measures_of
from itadash.forms import FormInput, filled
from itadash.store import Store
from itadash.workbook import Stored, WorkbookInput, gathered


def workbook_of(store: Store, choice: Choice, *, made_on: date) -> WorkbookInput:
    """Return what the full workbook of a choice holds."""
    return gathered(stored(store, choice), choice, made_on=made_on)


def stored(store: Store, choice: Choice) -> Stored:
    """Read the frames that an export of the choice needs."""
    everything = store.assessments()
    rows = chosen(everything, choice)
    agencies: Sequence[int] = [int(one) for one in rows["agency_id"].unique()]
    fiscal_year = choice.year + 1 if choice.year else None
    return Stored(
        assessments=everything,
        measures=store.measures(agencies, fiscal_year),
        links=store.links(agencies, fiscal_year),
        scores=store.scores(agencies, choice.year),
        findings=store.findings(agencies),
        documents=store.documents(),
    )


def form_of(store: Store, choice: Choice) -> FormInput:
    """Return the form of an agency and year; the newest year with scores if none.

    The choice must name an agency that has a report of the year.
    """
    rows = chosen(store.assessments(), choice)
    year = choosing.first_year(rows) if choice.year is None else choice.year
    own = chosen(rows, replace(choice, year=year)).iloc[:1]
    row = own.to_dict("records")[0]
    agency = int(row["agency_id"])
    scores = store.scores([agency])
    measures = measures_of(store.measures([agency]), own)
    return filled(row, scores[scores["document_id"] == row["document_id"]], measures)
