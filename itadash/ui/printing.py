"""The page of an agency to take home on paper."""

from datetime import date

import streamlit as st

from itadash import printing
from itadash.labels import text
from itadash.ui.checks import found
from itadash.ui.handover import File, Progress, offer
from itadash.ui.views import View


def print_button(view: View, *, key: str) -> None:
    """Offer the agency's page as HTML that prints on A4."""
    year = view.choice.year

    def build(_progress: Progress) -> bytes:
        return printing.agency_page(sheet_of(view, date.today()))

    file = File(
        text("print.button"),
        f"itadash-{year}.html" if year else "itadash.html",
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
