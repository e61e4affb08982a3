"""A person's corrections: applied after parsing, kept, and undone exactly."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from itadash.corrections import Correction
from itadash.errors import SameReportError
from itadash.model import Agency, Finding
from itadash.store import Outcome, open_store
from tests.builders import (
    TEN_SCORES,
    build_agency,
    build_measure,
    build_report,
    build_scores,
)

CHANGES = some.one_of(
    some.tuples(
        some.sampled_from([f"scores.{n}.score" for n in range(1, 11)]),
        some.none() | some.floats(0, 100),
    ),
    some.tuples(some.just("overall_score"), some.none() | some.floats(0, 100)),
    some.tuples(
        some.sampled_from(["fiscal_year", "assessed_year"]),
        some.none() | some.integers(2560, 2570),
    ),
    some.tuples(
        some.sampled_from(["agency.district", "agency.province", "level"]),
        some.none() | some.sampled_from(["ราชบุรี", "พะเยา", "A"]),
    ),
    some.tuples(some.just("kind"), some.sampled_from(["plan", "results"])),
    some.tuples(some.just("report_date"), some.none() | some.just("2021-01-10")),
    some.tuples(
        some.sampled_from(["measures.0.title", "measures.0.period"]),
        some.sampled_from(["ประกาศงบประมาณ", "ไตรมาส 2"]),
    ),
    some.tuples(
        some.just("measures.0.units"),
        some.lists(some.sampled_from(["กองคลัง", "กองช่าง"]), max_size=2),
    ),
)


@pytest.fixture
def store(tmp_path):
    opened = open_store(f"sqlite:///{tmp_path}/store.sqlite")
    yield opened
    opened.close()


def whole(**fields):
    """A report whose recomputed values agree with its scores, as parsing gives it."""
    return build_report(**({"computed_score": 73.254, "computed_level": "C"} | fields))


def saved(store, report=None, content=b"a", **how):
    store.save(report or whole(), content=content, **how)
    return int(store.documents()["document_id"].iloc[-1])


def everything(store):
    """All frames, without numbers that rows get when they are written."""
    numbers = ["measure_id", "finding_id", "agency_id"]
    frames = (
        *(store.assessments(), store.scores(), store.measures(), store.links()),
        *(store.findings(), store.documents()),
    )
    return [
        frame.drop(columns=numbers, errors="ignore").to_csv(index=False)
        for frame in frames
    ]


def state(store):
    return store.documents()["state"].item()


def codes(store, number):
    return [finding.code for finding in store.load_report(number).findings]


@given(
    changes=some.lists(CHANGES, min_size=1, max_size=5),
    before=some.sampled_from(["read", "confirmed"]),
    order=some.randoms(use_true_random=False),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_undoing_every_correction_brings_all_frames_back(
    tmp_path_factory, changes, before, order
):
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('s')}/store.sqlite")
    report = whole(findings=(Finding("foreign_script", "info"),))
    number = saved(store, report, state=before)
    frames = everything(store)

    for path, value in changes:
        store.correct(number, path, value, "ตรวจกับต้นฉบับ")
    made = store.corrections()
    still = made[made["undone_at"].isna()]["correction_id"].tolist()
    order.shuffle(still)
    for correction in still:
        store.undo_correction(correction)

    assert store.load_report(number) == report
    assert everything(store) == frames
    assert len(store.corrections()) == len(changes)
    store.close()


@given(changes=some.lists(CHANGES, min_size=1, max_size=4))
@settings(max_examples=30)
def test_the_same_file_read_again_keeps_every_correction(tmp_path_factory, changes):
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('s')}/store.sqlite")
    number = saved(store)
    for path, value in changes:
        store.correct(number, path, value, "ตรวจแล้ว")
    frames = everything(store)

    assert store.save(whole(), content=b"a") == Outcome.UNCHANGED
    assert everything(store) == frames

    better = whole(findings=(Finding("foreign_script", "info"),))
    assert store.save(better, content=b"a") == Outcome.REPLACED
    corrected = store.load_report(number)
    assert store.count_reports() == 1
    assert corrected.scores == store.load_report(number).scores
    assert "foreign_script" in codes(store, number)
    assert "correction_not_matching" not in codes(store, number)
    store.close()


def test_a_corrected_score_is_in_every_frame_and_in_the_total(store):
    number = saved(store)
    before = store.assessments().iloc[0]

    store.correct(number, "scores.10.score", 100.0, "พิมพ์ผิด")

    row = store.assessments().iloc[0]
    assert (row["i10"], row["state"]) == (100.0, "corrected")
    assert row["computed_total"] == pytest.approx(before["computed_total"] + 10, abs=1)
    assert row["computed_total"] > before["computed_total"]
    scores = store.scores()
    assert scores[scores["indicator"] == 10]["score"].item() == 100.0
    assert store.load_parsed(number) == whole()


def test_what_was_read_stays_beside_the_correction(store):
    number = saved(store)

    store.correct(number, "scores.4.score", 80.03, "เทียบกับหน้า 2")

    one = store.corrections().iloc[0]
    assert (one["path"], one["old"], one["new"]) == ("scores.4.score", 78.25, 80.03)
    assert one["why"] == "เทียบกับหน้า 2"


def test_a_total_that_was_mended_is_no_mismatch_any_more(store):
    number = saved(store, whole(overall_score=95.0))
    store.correct(number, "overall_score", 94.0, "ก")
    assert "overall_mismatch" in codes(store, number)

    store.correct(
        number, "overall_score", store.load_report(number).computed_score, "ข"
    )

    assert "overall_mismatch" not in codes(store, number)


def test_a_missing_score_that_is_typed_in_is_missing_no_more(store):
    nine = {n: score for n, score in TEN_SCORES.items() if n != 4}
    gap = Finding("missing_indicator", "warning", indicator=4)
    number = saved(
        store, whole(scores=build_scores(nine), computed_score=None, findings=(gap,))
    )

    store.correct(number, "scores.4.score", 78.25, "อยู่ในภาพ")

    report = store.load_report(number)
    assert [score.indicator for score in report.scores] == list(range(1, 11))
    assert report.computed_score is not None
    assert "missing_indicator" not in codes(store, number)


def test_a_correction_that_no_longer_matches_is_said_and_not_applied(store):
    number = saved(store)
    store.correct(number, "scores.4.score", 80.03, "ก")

    newer = whole(scores=build_scores(TEN_SCORES | {4: 79.0}))
    store.save(newer, content=b"newer")

    assert store.scores().query("indicator == 4")["score"].item() == 79.0
    found = store.findings()
    stale = found[found["code"] == "correction_not_matching"].iloc[0]
    assert stale["parameters"]["read"] == "79.00"
    assert state(store) == "read"


def test_a_newer_version_that_says_the_right_value_needs_no_correction(store):
    number = saved(store)
    store.correct(number, "scores.4.score", 80.03, "ก")

    store.save(whole(scores=build_scores(TEN_SCORES | {4: 80.03})), content=b"newer")

    assert "correction_not_matching" not in codes(store, number)
    assert state(store) == "read"


def test_a_correction_of_a_measure_is_for_that_measure_only(store):
    one, other = build_measure("ก"), build_measure("ข")
    number = saved(store, whole(measures=(one, other)))
    store.correct(number, "measures.0.units", ["กองช่าง"], "ก")

    store.save(whole(measures=(other, one)), content=b"newer")

    assert set(store.measures()["units"]) == {"สำนักปลัด, กองคลัง"}
    assert "correction_not_matching" in codes(store, number)


def test_a_province_told_by_a_person_moves_the_report_and_finds_it_again(store):
    number = saved(store)

    store.correct(number, "agency.province", "ราชบุรี", "มีในหนังสือส่ง")

    assert list(store.assessments()["province"]) == ["ราชบุรี"]
    assert store.save(whole(), content=b"a") == Outcome.UNCHANGED
    assert store.count_reports() == 1


def test_another_file_of_the_printed_key_is_no_version_of_the_corrected_report(store):
    number = saved(store)
    store.correct(number, "fiscal_year", 2566, "พิมพ์ปีผิด")

    assert store.save(whole(), content=b"another") == Outcome.NEW
    assert store.count_reports() == 2


def test_a_correction_onto_another_report_is_refused_and_changes_nothing(store):
    saved(store, whole(kind="results"), content=b"results")
    number = saved(store)
    frames = everything(store)

    with pytest.raises(SameReportError):
        store.correct(number, "kind", "results", "ก")

    assert everything(store) == frames
    assert store.corrections().empty


def test_a_second_correction_of_a_field_stands_for_the_first(store):
    number = saved(store)
    store.correct(number, "scores.4.score", 80.0, "ก")
    store.correct(number, "scores.4.score", 81.0, "ข")

    made = store.corrections()
    assert made["undone_at"].notna().tolist() == [False, True]
    assert made["old"].tolist() == [78.25, 78.25]

    store.undo_correction(int(made["correction_id"].iloc[0]))
    assert store.load_report(number) == whole()


def test_corrections_come_with_what_a_person_accepts(store):
    made = Correction("agency.province", None, "ราชบุรี", "ก")

    number = saved(store, corrections=[made], state="confirmed")

    assert state(store) == "corrected"
    assert store.load_report(number).agency == build_agency(province="ราชบุรี")
    assert store.documents()["agency_id"].nunique() == 1
    store.undo_correction(int(store.corrections()["correction_id"].item()))
    assert (state(store), store.load_report(number)) == ("confirmed", whole())


def test_accepting_what_is_stored_already_confirms_it(store):
    number = saved(store)

    assert store.save(whole(), content=b"a", state="confirmed") == Outcome.UNCHANGED
    assert (state(store), number) == ("confirmed", only_number(store))


def only_number(store):
    return int(store.documents()["document_id"].item())


def test_a_nameless_report_gets_its_name(store):
    number = saved(store, whole(agency=Agency(None)))

    store.correct(number, "agency.name", "เทศบาลตำบลใหม่", "ก")

    assert list(store.assessments()["agency"]) == ["เทศบาลตำบลใหม่"]


def test_a_correction_of_nothing_is_a_key_error(store):
    number = saved(store)
    for change in ((99, "level", "A"), (number, "no.such", 1)):
        with pytest.raises(KeyError):
            store.correct(*change, "ก")
    with pytest.raises(KeyError):
        store.undo_correction(1)
