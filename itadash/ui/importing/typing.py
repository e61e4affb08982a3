"""A score typed in by hand with its source, for agencies whose report prints none."""

from functools import partial

import streamlit as st

from itadash import framework, gazetteer, naming
from itadash.analysis import choosing
from itadash.corrections import entered
from itadash.corrections.entering import as_year
from itadash.corrections.typed import typed_report
from itadash.errors import ItadashError, SameReportError
from itadash.labels import text
from itadash.model import Agency, Report
from itadash.ui import loading
from itadash.ui.filters import MOST_OFFERED
from itadash.ui.source import plain

_PARTS = ("type", "district", "province")


def typing_form() -> None:
    """Draw the form; what holds is stored at once, confirmed, and can be undone."""
    with st.expander(text("typed.title"), icon=":material/keyboard:"):
        st.caption(text("typed.note"))
        known = _known_agency()
        with st.form("typed", clear_on_submit=False):
            agency = known or _new_agency()
            year = st.text_input(text("typed.year"), key="typed_year")
            points = _scores()
            total = st.text_input(text("typed.total"), key="typed_total")
            source = st.text_input(
                text("typed.source"), key="typed_source", help=text("typed.source_help")
            )
            sent = st.form_submit_button(
                text("typed.save"), key="typed_save", icon=":material/save:"
            )
        if sent:
            _save(agency, year, points, total, source)


def _known_agency() -> Agency | None:
    """Offer stored agencies, as many as a search finds; None for a new one."""
    labels = loading.agency_labels()
    if labels.empty:
        return None
    searched = st.text_input(text("filter.search"), key="typed_search").strip()
    store = loading.store()
    told = _agencies_named(searched, store.shown, store.revision())
    chosen = st.selectbox(
        text("typed.agency"),
        list(told),
        index=None,
        format_func=lambda number: naming.agency_label(told[number]),
        placeholder=text("typed.new_agency"),
        key="typed_agency",
    )
    return None if chosen is None else choosing.agency_of(loading.assessments(), chosen)


@st.cache_resource(show_spinner=False, max_entries=64)
def _agencies_named(searched: str, shown: str, revision: int) -> dict[int, str]:
    """Return the labels, by number, of the first agencies that a search finds."""
    labels = loading.agency_labels()
    found = labels[labels.str.contains(searched, regex=False)].head(MOST_OFFERED)
    return dict(zip(map(int, found.index), found.astype("str"), strict=True))


def _new_agency() -> Agency:
    name = st.text_input(text("correction.field.agency_name"), key="typed_name")
    kinds = [one.name for one in gazetteer.agency_types()]
    provinces = [one.name for one in gazetteer.provinces()]
    kind = st.selectbox(
        text("correction.field.agency_type"),
        kinds,
        index=None,
        format_func=partial(naming.named, subject="agency_type"),
        placeholder=text("import.choose_one"),
        key="typed_type",
    )
    district = st.text_input(
        text("correction.field.agency_district"), key="typed_district"
    )
    province = st.selectbox(
        text("correction.field.agency_province"),
        provinces,
        index=None,
        format_func=partial(naming.named, subject="province"),
        placeholder=text("import.choose_one"),
        key="typed_province",
    )
    return Agency(name.strip() or None, kind, district.strip() or None, province)


def _scores() -> dict[int, str]:
    """Draw a field a score, row by row: the tab key and a phone go from 1 to 10."""
    typed: dict[int, str] = {}
    numbers = [one.number for one in framework.indicators()]
    for first in range(0, len(numbers), 2):
        for number, column in zip(numbers[first:], st.columns(2), strict=False):
            label, key = naming.numbered(number), f"typed_{number}"
            typed[number] = column.text_input(label, key=key)
    return typed


def _save(
    agency: Agency, year: str, points: dict[int, str], total: str, source: str
) -> None:
    try:
        report, content = typed_report(*_values(agency, year, points, total), source)
        _refuse_a_table(report)
        store = loading.store()
        batch_id = store.begin_batch(report.source)
        store.save(report, content=content, state="confirmed", batch_id=batch_id)
    except ItadashError as error:
        st.error(str(error), icon=":material/error:")
        return
    st.toast(text("typed.saved", name=plain(report.source)), icon=":material/check:")
    st.rerun()


def _values(
    agency: Agency, year: str, points: dict[int, str], total: str
) -> tuple[Agency, int, dict[int, float], float | None]:
    """Return what was typed as values; raises InvalidCorrectionError."""
    name = None if agency.name is None else str(entered("agency.name", agency.name))
    district = entered("agency.district", agency.district or "")
    place = (str(district) if district else None, agency.province)
    agency = Agency(name, agency.type, *place)
    typed = {n: entered(f"scores.{n}.score", words) for n, words in points.items()}
    scores = {n: float(value) for n, value in typed.items() if isinstance(value, float)}
    whole = entered("overall_score", total)
    return agency, as_year(year), scores, whole if isinstance(whole, float) else None


def _refuse_a_table(report: Report) -> None:
    """Refuse to replace a score table by typing: its values can be corrected."""
    documents = loading.documents()
    same = documents[
        (documents["kind"] == "score_table")
        & (documents["agency"] == report.agency.name)
        & (documents["assessed_year"] == report.assessed_year)
        & (documents["source"] != report.source)
    ]
    for name, column in zip(
        _PARTS, ("agency_type", "district", "province"), strict=True
    ):
        own = getattr(report.agency, name)
        same = same[same[column].isna() if own is None else same[column] == own]
    if not same.empty:
        raise SameReportError(name=same["source"].iloc[0])
