"""What is saved is what is loaded."""

import sys
from dataclasses import asdict
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from itadash.errors import ReportNotStorableError
from itadash.model import Agency, Finding, Link, Measure, Place, Report, Score
from itadash.store import Outcome, open_store
from tests.builders import build_finding, build_measure, build_report

words = some.text(
    some.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12
)
maybe_words = some.none() | words
whole = some.integers(-(2**62), 2**62)
numbers = some.floats(allow_nan=False)
maybe_number = some.none() | numbers
maybe_day = some.none() | some.dates()
instruments = some.sampled_from(["IIT", "EIT", "OIT"])
places = some.builds(Place, some.none() | whole | words, words)
scores = some.builds(
    Score, whole, instruments, words, numbers, maybe_words, place=places
)
measures = some.builds(
    Measure,
    no=some.none() | whole,
    title=words,
    description=maybe_words,
    instrument=some.none() | instruments,
    group=maybe_words,
    steps=maybe_words,
    responsible=maybe_words,
    units=some.lists(words, max_size=3).map(tuple),
    period=maybe_words,
    period_start=maybe_day,
    period_end=maybe_day,
    result=maybe_words,
    outcome=maybe_words,
    follow_up=maybe_words,
    recommendation=maybe_words,
    indicators=some.lists(some.builds(Link, whole, numbers, words), max_size=3).map(
        tuple
    ),
    place=places,
)
findings = some.builds(
    Finding,
    code=words,
    severity=some.sampled_from(["error", "warning", "info"]),
    parameters=some.lists(some.tuples(words, words | whole | numbers), max_size=3).map(
        tuple
    ),
    indicator=some.none() | whole,
    measure=some.none() | whole,
    suggestion=maybe_words,
    place=places,
)
reports = some.builds(
    Report,
    source=words,
    kind=some.sampled_from(["plan", "progress", "results", "score_table"]),
    agency=some.builds(Agency, maybe_words, maybe_words, maybe_words, maybe_words),
    fiscal_year=some.none() | whole,
    assessed_year=some.none() | whole,
    report_date=maybe_day,
    overall_score=maybe_number,
    level=maybe_words,
    level_other=maybe_words,
    computed_score=maybe_number,
    computed_level=maybe_words,
    scores=some.lists(scores, max_size=3).map(tuple),
    measures=some.lists(measures, max_size=3).map(tuple),
    findings=some.lists(findings, max_size=3).map(tuple),
    overall_place=places,
)
one_store = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60
)


@pytest.fixture
def store(tmp_path):
    with_tables = open_store(f"sqlite:///{tmp_path}/store.sqlite")
    yield with_tables
    with_tables.close()


def save_alone(store, report, content=b"file"):
    """Save a report as the only one, and return its number."""
    for document_id in store.documents()["document_id"]:
        store.delete_report(document_id)
    assert store.save(report, content=content) == Outcome.NEW
    return int(store.documents()["document_id"].item())


@given(report=reports)
@one_store
def test_a_saved_report_is_loaded_as_it_was_places_included(store, report):
    document_id = save_alone(store, report)

    assert asdict(store.load_report(document_id)) == asdict(report)


@given(report=reports)
@one_store
def test_saving_any_report_twice_changes_nothing(store, report):
    document_id = save_alone(store, report)
    revision = store.revision()

    again = store.save(report, content=b"file")

    assert (again, store.revision()) == (Outcome.UNCHANGED, revision)
    assert list(store.documents()["document_id"]) == [document_id]


@given(report=reports)
@one_store
def test_every_frame_can_be_made_of_any_report(store, report):
    save_alone(store, report)

    assert len(store.assessments()) == 1
    assert len(store.measures()) == len(report.measures)
    assert len(store.scores()) == len(report.scores)
    assert len(store.findings()) == len(report.findings)


@pytest.mark.parametrize("odd", ["\0", chr(0xD800), chr(0xDCFF)])
def test_text_no_database_takes_is_stored_as_a_sign_of_its_own(store, odd):
    measure = build_measure(f"ก{odd}ข", units=(f"ก{odd}",), place=Place(f"{odd}!A1"))
    report = build_report(
        source=f"{odd}.txt",
        agency=Agency(f"อบต.{odd}"),
        measures=(measure,),
        findings=(build_finding(parameters=(("words", odd),)),),
    )

    document_id = save_alone(store, report)

    loaded = store.load_report(document_id)
    assert loaded.agency.name == "อบต.\ufffd"
    assert loaded.measures[0].title == "ก\ufffdข"
    assert loaded.measures[0].units == ("ก\ufffd",)
    assert loaded.findings[0].parameters == (("words", "\ufffd"),)
    assert store.save(report, content=b"file") == Outcome.UNCHANGED


def test_a_number_too_long_for_a_column_refuses_its_report_only(store):
    endless = build_report(measures=(build_measure(no=10**30),))

    with pytest.raises(ReportNotStorableError):
        store.save(endless, content=b"file")

    assert store.is_empty()
    assert store.save(build_report(), content=b"file") == Outcome.NEW


def test_the_file_is_kept_byte_for_byte(store):
    content = bytes(range(256)) * 100
    store.save(build_report(), content=content)

    sha256 = store.documents()["sha256"].item()

    assert store.raw_file(sha256) == content


def test_a_line_keeps_being_a_number_or_a_text(store):
    rows = (build_measure(place=Place(7)), build_measure(place=Place("7")))
    document_id = save_alone(store, build_report(measures=rows))

    lines = [measure.place.line for measure in store.load_report(document_id).measures]

    assert lines == [7, "7"]


def test_days_at_both_ends_of_the_calendar_are_kept(store):
    measure = build_measure(period_start=date.min, period_end=date.max)
    document_id = save_alone(store, build_report(measures=(measure,)))

    loaded = store.load_report(document_id).measures[0]

    assert (loaded.period_start, loaded.period_end) == (date.min, date.max)


def test_a_number_that_nothing_is_stored_under_is_a_key_error(store):
    for ask in (store.load_report, store.delete_report):
        with pytest.raises(KeyError):
            ask(sys.maxsize)
    with pytest.raises(KeyError):
        store.raw_file("0" * 64)
