"""From a finding on the checks page to a corrected value, and back."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from itadash.labels import text
from itadash.store import open_store
from tests.test_import_page import edit
from tests.test_pages import opened, table, words

MENDING = """
import pandas as pd
import streamlit as st
from itadash.analysis.findings import all_findings
from itadash.ui import loading
from itadash.ui.mending import finding_correction

found = loading.store().findings()
found = found.assign(finding_key="abcdefabcdef99")
finding_correction(found[found["code"] == {code!r}].iloc[{at}])
"""


@pytest.fixture
def mending(sample_url):
    """The form under a finding; AppTest cannot choose a row of a table."""

    def shown(code, at=0):
        page = MENDING.format(code=code, at=at)
        return AppTest.from_string(page, default_timeout=60).run()

    return shown


def key_of(app):
    (field,) = (one.key for one in app.selectbox if one.key.endswith("_field"))
    return field.removesuffix("_field")


def test_two_reports_with_one_finding_have_a_form_each(mending, sample_url):
    found = open_store(sample_url).findings()
    code = found.groupby("code", observed=True)["document_id"].nunique().idxmax()
    of_code = found[found["code"] == code]["document_id"]
    other = int((of_code != of_code.iloc[0]).to_numpy().argmax())
    assert of_code.nunique() > 1

    one, another = (mending(code, at) for at in (0, other))

    assert key_of(one) != key_of(another)


def test_a_suggestion_fills_the_form_and_changes_nothing(mending, sample_url):
    app = mending("overall_mismatch")
    store = open_store(sample_url)
    before = store.revision()

    suggested = [one for one in app.button if "_suggested_" in one.key]
    app = suggested[0].click().run()

    assert not app.exception
    assert store.revision() == before
    key = key_of(app)
    path = app.selectbox(key=f"{key}_field").value
    assert app.text_input(key=f"{key}_value_{path}").value in suggested[0].label
    assert text("correct.as_suggested") in [one.value for one in app.text_input]

    app = app.button(key=f"{key}_save").click().run()

    made = store.corrections().iloc[0]
    assert made["path"] == path
    states = store.documents().set_index("document_id")["state"]
    assert states[made["document_id"]] == "corrected"


def test_a_correction_is_listed_and_undone_on_the_checks_page(sample_url):
    store = open_store(sample_url)
    documents = store.documents()
    of_001 = documents["source"].str.startswith("001")
    number = int(documents[of_001]["document_id"].iloc[0])
    before = store.load_report(number)
    store.correct(number, "scores.10.score", 100.0, "ตรวจกับหน้าเว็บ")

    app = opened("checks", year="2563")

    assert not app.exception
    assert text("correct.history", n=1) in words(app)
    row = table(app, "corrections").iloc[0]
    assert (row["old"], row["new"]) == ("25.00", "100.00")

    app = app.button(key="corrections_undo_go").click().run()

    assert not app.exception
    assert store.load_report(number) == before
    assert table(app, "corrections")["undone"].item() == text("correct.undone")


def test_a_correction_taken_by_another_report_is_a_sentence(mending, sample_url):
    store = open_store(sample_url)
    found = store.findings()
    row = found[found["code"] == "overall_mismatch"].iloc[0]
    report = store.load_report(int(row["document_id"]))
    store.save(replace(report, kind="results"), content=b"other", sample=True)
    app = mending("overall_mismatch")

    key = key_of(app)
    app = app.selectbox(key=f"{key}_field").set_value("kind").run()
    app.selectbox(key=f"{key}_value_kind").set_value("results")
    app.text_input(key=f"{key}_why_kind").set_value("ก")
    app = app.button(key=f"{key}_save").click().run()

    assert not app.exception
    assert "โปรด" in app.error[0].value


def test_a_person_s_name_in_a_reason_is_left_out(mending, sample_url):
    app = mending("overall_mismatch")

    app = edit(app, key_of(app), "overall_score", "70", "โทร 081-234-5678")

    assert not app.exception
    assert "081" not in open_store(sample_url).corrections()["why"].item()
