"""One file as it was read: fields, scores and measures beside the printed lines."""

import numpy as np
import pandas as pd
import streamlit as st

from itadash import framework, naming
from itadash.corrections import Correction, field_name, value_at
from itadash.corrections.fields import measure_at
from itadash.errors import ItadashError
from itadash.ingest.preview import Preview
from itadash.labels import text
from itadash.model import Place, Report
from itadash.ui import tables
from itadash.ui.correcting import Change, correction_form, paths, shown_value
from itadash.ui.source import around_lines, plain, plain_place

MOST_ROWS = 200  # agencies of a score table that are listed
MOST_OFFERED = 50
READ = ["field", "value", "line", "text", "changed"]
MEASURES = ["no", "title", "units", "period", "line"]
COLUMNS = ["table", "heading", "taken_for", "rows"]


def report_read(one: Preview, at: int) -> None:
    """Show a report's fields, scores and measures, its source, and the form."""
    report = one.report(at)
    left, right = st.columns([3, 2], gap="large")
    with left:
        picked = _fields(one, at, report)
        _measures(one, report)
    with right:
        _source(one, picked)
        st.markdown(f"**{text('import.edit')}**")
        _edit(one, at, report)


def table_read(one: Preview) -> None:
    """Show how a table of many agencies was understood, then one of them."""
    agencies = {report.agency for report in one.reports}
    rows = f"{len(one.reports):,}"
    st.markdown(text("import.table", rows=rows, agencies=f"{len(agencies):,}"))
    _columns(one)
    listed = pd.DataFrame([_wide(one.report(at)) for at in range(_shown(one))])
    st.caption(text("import.first_rows", n=len(listed), of=rows))
    names = ["agency", "province", "assessed_year", "total"]
    names += [f"i{indicator.number}" for indicator in framework.indicators()]
    tables.table(listed, names, key="import_rows", name="scores")
    at = _one_of(one)
    if at is not None:
        report_read(one, at)


def _shown(one: Preview) -> int:
    return min(len(one.reports), MOST_ROWS)


def _wide(report: Report) -> dict[str, object]:
    agency = report.agency
    scores = {
        f"i{one.number}": value_at(report, f"scores.{one.number}.score")
        for one in framework.indicators()
    }
    return {
        "agency": agency.name,
        "province": agency.province,
        "assessed_year": report.assessed_year,
        "total": report.overall_score,
        **{name: np.nan if v is None else v for name, v in scores.items()},
    }


def _columns(one: Preview) -> None:
    try:
        understood = one.columns()
    except ItadashError as error:
        st.error(str(error), icon=":material/error:")
        return
    frame = pd.DataFrame(
        [
            {
                "table": column.table,
                "heading": column.heading,
                "taken_for": _taken_for(column.field, column.indicator, column.year),
                "rows": f"{column.rows:,}",
            }
            for column in understood
        ],
        columns=COLUMNS,
    )
    with st.expander(text("import.columns", n=len(frame)), expanded=True):
        tables.table(frame, COLUMNS, key="import_columns", name="columns")


def _taken_for(field: str | None, indicator: int | None, year: int | None) -> str:
    if field is None:
        return text("import.field.none")
    said = text(f"import.field.{field}")
    if indicator is not None:
        said = naming.indicator(indicator)
    return f"{said} ({year})" if year else said


def _one_of(one: Preview) -> int | None:
    """Offer the reports of a table, as many as a search finds."""
    searched = st.text_input(text("filter.search"), key="import_search").strip()
    found = [
        at
        for at, report in enumerate(one.reports)
        if searched in (report.agency.name or "")
    ][:MOST_OFFERED]
    return st.selectbox(
        text("import.agency"),
        found,
        index=None,
        placeholder=text("import.choose_one"),
        format_func=lambda at: _named(one.report(at)),
        key="import_agency",
    )


def _named(report: Report) -> str:
    province = naming.named(report.agency.province or "", "province")
    parts = (report.agency.name, province, report.assessed_year)
    return " · ".join(str(part) for part in parts if part)


def _fields(one: Preview, at: int, report: Report) -> Place | None:
    """List header and scores; returns the place of the row that is chosen."""
    edited = {made.path for made in one.edits.get(at, ())}
    chosen = [path for path in paths(report) if not path.startswith("measures.")]
    places = [_place(report, path) for path in chosen]
    frame = pd.DataFrame(
        {
            "field": [field_name(path) for path in chosen],
            "value": [shown_value(path, value_at(report, path)) for path in chosen],
            "line": [_words(place.line) for place in places],
            "text": [_words(place.text) for place in places],
            "changed": [text("import.changed") if p in edited else "" for p in chosen],
        }
    )
    pick = text("import.pick_a_row")
    picked = tables.table(frame, READ, key="import_fields", name="read", pick=pick)
    return None if picked is None else places[picked]


def _words(value: object) -> str | None:
    return None if value in (None, "") else str(value)


def _place(report: Report, path: str) -> Place:
    if path.startswith("scores."):
        number = int(path.split(".")[1])
        own = (score.place for score in report.scores if score.indicator == number)
        return next(own, Place(None))
    return report.overall_place if path == "overall_score" else Place(None)


def _measures(one: Preview, report: Report) -> None:
    st.markdown(f"**{text('import.measures', n=len(report.measures))}**")
    if not report.measures:
        return
    frame = pd.DataFrame(
        [
            {
                "no": str(measure.no or ""),
                "title": measure.title,
                "units": ", ".join(measure.units),
                "period": measure.period,
                "line": _words(measure.place.line),
            }
            for measure in report.measures
        ]
    )
    tables.table(frame, MEASURES, key="import_measures", name="measures")


def _source(one: Preview, place: Place | None) -> None:
    """Show the printed lines around a place, else the beginning of the file."""
    st.markdown(f"**{text('import.source')}**")
    try:
        lines = one.lines()
    except ItadashError as error:
        st.error(str(error), icon=":material/error:")
        return
    with st.container(border=True, height=320):
        if place is None or place.line is None:
            for line, words in lines[:12]:
                st.caption(plain(f"{line}  {words[:300]}"))
            return
        st.caption(plain_place(one.name, place.line))
        around_lines(lines, place.line, place.text)


def _edit(one: Preview, at: int, report: Report) -> None:
    change = correction_form(report, key="import_edit", about=f"{one.key} {at}")
    if change is not None:
        one.edit(at, _made(one.reports[at], change))
        st.rerun()


def _made(parsed: Report, change: Change) -> Correction:
    measure = measure_at(parsed, change.path)
    anchor = measure.title if measure else None
    old = value_at(parsed, change.path)
    return Correction(change.path, old, change.value, change.why, anchor)
