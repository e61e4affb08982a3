import pytest

from itadash.analysis.findings import OF_THE_STORE, all_findings
from itadash.cli import main
from itadash.model import Finding, Link, Place
from itadash.store import open_store
from tests.builders import TEN_SCORES, build_measure, build_report, build_scores

WEAK_FOUR = {**dict.fromkeys(range(1, 11), 90.0), 4: 80.03}
OUT_OF_RANGE = Finding(
    "score_out_of_range",
    "error",
    (("name", "การใช้งบประมาณ"), ("score", 870.0)),
    indicator=2,
    place=Place(16, "๘๗๐.๐๐ คะแนน"),
)


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'store.sqlite'}"


def save(url, *reports):
    store = open_store(url)
    for at, report in enumerate(reports):
        store.save(report, content=str(at).encode())
    store.close()


def plan(*linked, **fields):
    links = tuple(Link(number, 0.9, "คำ") for number in linked)
    measure = build_measure(indicators=links)
    return build_report(
        scores=build_scores(WEAK_FOUR), measures=(measure,), findings=(), **fields
    )


def printed(url, capsys, *options):
    code = main(["check", "--store", url, *options])
    return code, capsys.readouterr().out.splitlines()


def test_a_weak_indicator_that_no_measure_answers_is_printed(url, capsys):
    save(url, plan(1))

    code, lines = printed(url, capsys)

    assert code == 0
    assert ["การใช้ทรัพย์สินของราชการ" in line for line in lines] == [True]


def test_a_weak_indicator_that_is_answered_is_not_printed(url, capsys):
    save(url, plan(4))

    assert printed(url, capsys) == (0, [])


def test_a_measure_of_another_document_answers_too(url, capsys):
    results = build_report(
        kind="results",
        scores=(),
        measures=(build_measure(indicators=(Link(4, 0.8, "คำ"),)),),
        findings=(),
        assessed_year=None,
    )
    save(url, plan(1), results)

    assert printed(url, capsys) == (0, [])


def test_without_any_report_of_measures_nothing_is_said_of_plans(url, capsys):
    scores = build_scores(WEAK_FOUR)
    save(url, build_report(scores=scores, measures=(), findings=()))

    assert printed(url, capsys) == (0, [])


def test_an_error_makes_the_command_fail_and_comes_first(url, capsys):
    report = build_report(
        scores=build_scores(WEAK_FOUR), measures=(), findings=(OUT_OF_RANGE,)
    )
    save(url, report)

    code, lines = printed(url, capsys)

    assert code == 1
    assert lines[0].startswith("error · ")
    assert "๘๗๐.๐๐ คะแนน" in lines[0]


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--year", "2563"], 1),
        (["--year", "2599"], 0),
        (["--agency", "ไม่มีหน่วยงานนี้"], 0),
    ],
)
def test_the_findings_are_narrowed_by_year_and_agency(url, capsys, options, count):
    save(url, plan(1))

    assert len(printed(url, capsys, *options)[1]) == count


def test_a_finding_is_one_line_whatever_the_lines_of_its_cell(url, capsys):
    torn = Finding("truncated_text", "info", place=Place(9, "(ก\nข) จัดทำ\n\nค"))
    save(url, build_report(findings=(torn,), measures=()))

    _, lines = printed(url, capsys)

    assert ["(ก ข) จัดทำ ค" in line for line in lines] == [True]


def test_check_makes_no_store_where_there_is_none(tmp_path, capsys):
    missing = tmp_path / "none.sqlite"

    assert main(["check", "--store", f"sqlite:///{missing}"]) == 1

    assert not missing.exists()
    assert capsys.readouterr().err


def test_the_finding_stored_with_a_report_gives_way_to_that_of_the_store(url):
    old = Finding(OF_THE_STORE, "warning", (("name", "ก"), ("score", "1")), indicator=4)
    report = build_report(scores=build_scores(TEN_SCORES), findings=(old,))
    save(url, report)
    store = open_store(url)

    found = all_findings(
        store.findings(), store.measures().head(0).pipe(_no_answers), store.scores()
    )

    assert found.empty


def _no_answers(_measures):
    from itadash.analysis import answer, tall_scores, weak_indicators
    from tests import frames

    weak = weak_indicators(tall_scores(frames.assessments(frames.assessment())))
    return answer(weak, frames.links(), frames.measures())


def test_a_report_without_a_year_prints_none_in_its_findings(url, capsys):
    finding = Finding("no_indicator_scores", "info")
    save(url, build_report(assessed_year=None, fiscal_year=None, findings=(finding,)))

    _, lines = printed(url, capsys)

    assert lines
    assert not any("None" in line or "nan" in line for line in lines)
