"""What a person sees and fills in is about the report in front of him."""

import pytest

from itadash.analysis import Choice
from itadash.labels import text
from itadash.store import open_store
from itadash.ui import views
from tests.builders import build_agency, build_report
from tests.test_import_page import (  # noqa: F401
    OTHER,
    PAGE,
    PLAN,
    a_server_that_runs,
    edit,
    empty_url,
    upload,
)
from tests.test_pages import opened, words


def offered(app, path):
    return app.text_input(key=f"import_edit_value_{path}").value


@pytest.mark.usefixtures("empty_url")
def test_what_stands_in_one_file_is_not_offered_for_another():
    app = upload(opened(PAGE), ("plan.txt", PLAN), ("other.txt", OTHER))
    keys = app.selectbox(key="review_file")
    first, second = [one.key for one in app.session_state["import_previews"]]
    app = keys.set_value(first).run()
    one = offered(app, "agency.name")
    app.text_input(key="import_edit_why_agency.name").set_value("ตรวจแล้ว").run()

    app = app.selectbox(key="review_file").set_value(second).run()

    assert not app.exception
    other = next(p for p in app.session_state["import_previews"] if p.key == second)
    assert offered(app, "agency.name") == other.reports[0].agency.name != one
    assert app.text_input(key="import_edit_why_agency.name").value == ""


@pytest.mark.usefixtures("empty_url")
def test_a_value_that_was_changed_is_offered_as_it_now_is():
    app = upload(opened(PAGE), ("plan.txt", PLAN))

    app = edit(app, "import_edit", "scores.10.score", "๒๕.๕๐")

    assert not app.exception
    assert offered(app, "scores.10.score") == "25.50"
    assert app.text_input(key="import_edit_why_scores.10.score").value == ""


def both_real_and_sample(url):
    """An agency with a real table of scores and a sample of a plan; another sample."""
    store = open_store(url)
    own = build_agency("ก")
    table_row = build_report(
        kind="score_table",
        fiscal_year=None,
        assessed_year=2563,
        agency=own,
        measures=(),
    )
    store.save(table_row, content=b"real")
    store.save(build_report(agency=own, scores=()), content=b"sample", sample=True)
    store.save(build_report(agency=build_agency("ข")), content=b"more", sample=True)
    store.close()


def test_coverage_counts_no_samples_once_there_is_something_real(store_url):
    both_real_and_sample(store_url)

    app = opened("checks", year="2563")

    assert not app.exception
    counts = {"scores": 1, "totals": 0, "plan": 0, "progress": 0, "results": 0}
    assert text("coverage.all", n=1, fiscal=2564, **counts) in words(app)


def test_the_plan_of_a_sample_answers_no_real_weakness(store_url):
    both_real_and_sample(store_url)
    view = views.view(Choice(2563))

    assert len(view.judged) > 0
    assert not view.judged["has_measure"].any()
    assert not view.judged["has_report"].any()
    assert not view.answered["has_measure"].any()
    assert view.planned.empty
    alone = views.view(Choice(2563), count_samples=True)
    assert alone.planned.sum() > 0
