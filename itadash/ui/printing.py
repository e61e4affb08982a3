"""The page of an agency to take home on paper."""

from datetime import date

import streamlit as st

from itadash import naming, printing
from itadash.labels import text
from itadash.ui import loading
from itadash.ui.checks import found
from itadash.ui.handover import File, Progress, offer
from itadash.ui.views import View


def print_button(view: View, *, key: str) -> None:
    """Offer the agency's page as HTML that prints on A4."""
    named = loading.agency_labels().get(view.choice.agency_id or 0, "")
    stem = naming.file_stem(naming.agency_label(named), view.choice.year)

    def build(_progress: Progress) -> bytes:
        return printing.agency_page(sheet_of(view, date.today()))

    file = File(
        text("print.button"),
        f"{stem}.html",
        "text/html",
        build,
        printing.apology,
    )
    offer(file, key=key)
    st.caption(text("print.note"))


def sheet_of(view: View, made_on: date) -> printing.AgencySheet:
    """Return what is printed of a view of one agency."""
    return printing.AgencySheet(
        row=view.own.head(1),
        tall=view.tall,
        answered=view.answered,
        measures=view.measures,
        findings=found(view),
        made_on=made_on,
    )
