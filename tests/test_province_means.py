"""Means of provinces are shown as what they are and counted as nothing."""

import pytest

from itadash import analysis
from itadash.analysis import choosing
from itadash.gazetteer import PROVINCE_MEAN
from itadash.store import open_store
from tests.builders import TEN_SCORES, build_agency, build_report, build_scores
from tests.frames import assessment, assessments
from tests.test_workbook import gathered

MEAN = assessment(3, 2565, agency_type=PROVINCE_MEAN, agency="ค่าเฉลี่ยจังหวัดน่าน")
ROWS = assessments(assessment(1), assessment(2), MEAN)


def test_a_mean_of_a_province_is_no_agency_among_the_others():
    assert list(analysis.counted(ROWS)["agency_id"]) == [1, 2]
    assert list(analysis.of_agencies(ROWS)["agency_id"]) == [1, 2]


def test_a_real_mean_does_not_make_the_samples_go():
    samples = assessments(assessment(1, sample=True), MEAN)

    assert list(analysis.counted(samples)["agency_id"]) == [1]


def test_a_mean_of_a_province_is_neither_a_type_nor_the_first_year():
    assert choosing.agency_types(ROWS) == ["เทศบาลตำบล"]
    assert choosing.first_year(ROWS) == 2563


def test_the_workbook_counts_agencies_only():
    content = gathered(ROWS)

    assert (content.agencies, content.of_agencies) == (2, 2)


@pytest.mark.parametrize("order", [("plan", "table"), ("table", "plan")])
def test_an_agencys_own_report_is_shown_before_its_row_in_a_table(tmp_path, order):
    agency = build_agency()
    reports = {
        "plan": build_report(agency=agency, overall_score=73.0),
        "table": build_report(
            source="table.csv",
            kind="score_table",
            agency=agency,
            fiscal_year=None,
            overall_score=74.0,
            scores=build_scores(TEN_SCORES),
            measures=(),
        ),
    }
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")

    for name in order:
        store.save(reports[name], content=name.encode())

    rows = store.assessments()
    assert list(rows["total"]) == [73.0]
    store.close()
