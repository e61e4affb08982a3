"""What is to be looked at, across documents, and what has been."""

from itadash.analysis import answer, tall_scores, weak_indicators
from itadash.analysis.findings import all_findings, count_kinds, with_looks
from itadash.model import Finding, Place
from itadash.store import open_store
from tests.builders import build_measure, build_report


def finding(points=870.0, line=16):
    parameters = (("name", "การใช้งบประมาณ"), ("score", points))
    place = Place(line, f"{points} คะแนน")
    return Finding("score_out_of_range", "error", parameters, indicator=2, place=place)


def found(tmp_path, *reports):
    store = open_store(f"sqlite:///{tmp_path}/store.sqlite")
    for at, report in enumerate(reports):
        store.save(report, content=f"{report.source} {at}".encode())
    own = store.assessments()
    weak = weak_indicators(tall_scores(own))
    answered = answer(weak, store.links(), store.measures())
    return store, all_findings(store.findings(), answered, store.scores())


def test_a_finding_has_the_same_key_in_the_next_version_of_its_report(tmp_path):
    _, before = found(tmp_path, build_report(findings=(finding(),)))

    _, after = found(
        tmp_path, build_report(findings=(finding(line=99),), overall_score=70.0)
    )

    key = before.set_index("code")["finding_key"]["score_out_of_range"]
    assert after.set_index("code")["finding_key"]["score_out_of_range"] == key


def test_findings_that_say_different_things_have_different_keys(tmp_path):
    _, rows = found(tmp_path, build_report(findings=(finding(870.0), finding(880.0))))

    assert rows["finding_key"].is_unique
    assert len(rows) > 2


def test_what_was_looked_at_is_marked_and_nothing_else(tmp_path):
    store, rows = found(tmp_path, build_report(findings=(finding(),)))
    first = rows.iloc[0]
    store.set_looked_at(int(first["document_id"]), first["finding_key"], seen=True)

    looked = with_looks(rows, store.looked_at())

    assert looked["seen"].tolist() == [True] + [False] * (len(rows) - 1)
    assert with_looks(rows, store.looked_at([]))["seen"].any() is not True
    assert looked["finding_key"].tolist() == rows["finding_key"].tolist()


def test_the_same_words_in_another_report_are_still_to_be_looked_at(tmp_path):
    one = build_report(findings=(finding(),))
    other = build_report(findings=(finding(),), fiscal_year=2569, assessed_year=2568)
    store, rows = found(tmp_path, one, other)
    same = rows[rows["code"] == "score_out_of_range"]
    assert same["finding_key"].nunique() == 1

    first = int(same["document_id"].iloc[0])
    store.set_looked_at(first, same["finding_key"].iloc[0], seen=True)

    assert with_looks(same, store.looked_at())["seen"].sum() == 1


def test_without_findings_nothing_is_seen_and_nothing_breaks(tmp_path):
    store, rows = found(
        tmp_path, build_report(scores=(), overall_score=None, level=None)
    )
    none = rows.iloc[:0]

    assert with_looks(none, store.looked_at())["seen"].tolist() == []
    assert count_kinds(none) == {}


def test_kinds_are_counted_the_most_frequent_first(tmp_path):
    two = (finding(870.0), finding(880.0))
    measures = (build_measure(indicators=()),)
    _, rows = found(tmp_path, build_report(findings=two, measures=measures))

    counts = count_kinds(rows)

    assert counts["score_out_of_range"] == 2
    assert list(counts.values()) == sorted(counts.values(), reverse=True)
