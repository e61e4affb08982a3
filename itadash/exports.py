"""What is taken home from a store: read for a choice, of the measures no more."""

from collections.abc import Sequence
from datetime import date

from itadash.analysis import Choice, chosen
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
