"""The demo country: the same again from the same seed, and plausible."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from itadash import framework, gazetteer
from itadash.checks import check
from itadash.demo import Settings, default_years, first_year, last_year
from itadash.demo.country import Country
from itadash.demo.places import CAPITAL, agencies
from itadash.demo.scores import scores
from itadash.documents.model import Document
from itadash.extract import computed
from itadash.linking import ANSWERS, links
from itadash.model import Measure
from itadash.reading import read_reports

WHOLE = Settings(8_325, default_years())
SMALL = Settings(40, (2565, 2566, 2567))


@pytest.fixture(scope="module")
def made():
    return [report for report, _ in Country(SMALL).reports()]


@pytest.fixture(scope="module")
def points():
    return scores(WHOLE).points


def totals(points):
    worths = [float(framework.point_worth(n, 2567)) for n in range(1, 11)]
    return points @ np.array(worths)


def test_the_same_settings_give_the_same_reports_and_files():
    assert list(Country(SMALL).reports()) == list(Country(SMALL).reports())


def test_another_seed_gives_another_country():
    other = replace(SMALL, seed=2)

    assert agencies(SMALL) != agencies(other)
    assert not np.array_equal(
        scores(SMALL).points, scores(other).points, equal_nan=True
    )


def test_a_report_can_be_made_alone():
    country = Country(SMALL)

    assert country.report(3, 1) == Country(SMALL).report(3, 1)
    assert country.report(3, 1)[0].assessed_year == 2566


def test_years_are_those_with_ten_indicators_and_national_results():
    assert first_year() == 2562
    assert last_year() == max(r.year for r in framework.national_results()) + 1
    assert len(default_years()) == 8
    assert all(framework.weights(year) for year in default_years())


def test_agencies_have_real_provinces_and_types_in_real_shares():
    found = agencies(WHOLE)
    kinds = Counter(one.type for one in found)
    provinces = {one.name for one in gazetteer.provinces()} - {CAPITAL}

    assert len(found) == 8_325
    assert {one.province for one in found} == provinces
    assert set(kinds) <= {one.name for one in gazetteer.agency_types()}
    assert kinds["องค์การบริหารส่วนจังหวัด"] == 76
    assert 0.6 < kinds["องค์การบริหารส่วนตำบล"] / len(found) < 0.75
    assert 0.2 < kinds["เทศบาลตำบล"] / len(found) < 0.35


def test_no_two_agencies_are_the_same_and_none_bears_a_real_name():
    found = agencies(WHOLE)
    provincial = [a for a in found if a.type == "องค์การบริหารส่วนจังหวัด"]

    assert len({(a.type, a.name, a.district, a.province) for a in found}) == len(found)
    assert len({a.province for a in provincial}) == len(provincial)
    assert all(a.name.endswith("(สมมุติ)") for a in provincial)
    assert all(a.district.endswith("สมมุติ") for a in found if a not in provincial)


@pytest.mark.parametrize("n", [1, 2, 7, 60, 8_325])
def test_as_many_agencies_are_made_as_asked(n):
    assert len(agencies(Settings(n, (2567,)))) == n


@pytest.mark.parametrize(
    "result", [r for r in framework.national_results() if r.mean], ids=lambda r: r.year
)
def test_mean_and_share_at_the_target_are_those_of_the_country(points, result):
    at = WHOLE.years.index(result.year)
    found = totals(points)[:, at]
    found = found[~np.isnan(found)]

    assert found.mean() == pytest.approx(result.mean, abs=1)
    if result.passed_share:
        share = 100 * (found >= framework.target(result.year)).mean()
        assert share == pytest.approx(result.passed_share, abs=3)


def test_scores_have_two_decimals_and_none_is_out_of_range(points):
    known = points[~np.isnan(points)]

    assert known.min() >= 0
    assert known.max() <= 100
    assert (known == 100).any()
    assert np.array_equal(known, np.round(known, 2))


def test_scores_of_an_agency_go_together_and_last(points):
    of_year = points[:, 5, :]
    whole = of_year[~np.isnan(of_year).any(axis=1)]
    within = np.corrcoef(whole[:, :5].T)[np.triu_indices(5, 1)]
    total = totals(points)
    both = total[~np.isnan(total[:, 4:6]).any(axis=1)]

    assert within.min() > 0.3
    assert 0.5 < np.corrcoef(both[:, 4], both[:, 5])[0, 1] < 0.95


def test_some_years_are_missing_some_scores_and_some_agencies_have_none():
    found = scores(WHOLE)
    missing = np.isnan(found.points)

    assert 0.005 < 1 - found.reported.mean() < 0.03
    assert 0.02 < missing.all(axis=(1, 2)).mean() < 0.04
    partly = missing.any(axis=2) & ~missing.all(axis=2)
    assert 0.005 < partly.mean() < 0.03


def test_computed_total_and_level_follow_the_rules_of_the_year(made):
    for report in made:
        total, level = computed(list(report.scores), report.assessed_year)
        assert (report.computed_score, report.computed_level) == (total, level)
        assert (report.overall_score is None) == (total is None)


def test_a_few_totals_and_levels_are_misprinted_and_found():
    country = Country(Settings(400, (2565, 2566)))
    reports = [report for report, _ in country.reports()]
    codes = Counter(f.code for r in reports for f in r.findings)

    assert 0.002 < codes["overall_mismatch"] / len(reports) < 0.03
    assert 0.001 < codes["level_mismatch"] / len(reports) < 0.03
    assert {"incomplete_measure", "truncated_text", "no_indicator_scores"} <= set(codes)


def test_findings_are_those_of_the_real_checks(made):
    for report in made:
        bare = replace(
            report, findings=tuple(f for f in report.findings if f.code == NO_SCORES)
        )
        assert report == check(Document("", ()), bare, alone=False)


NO_SCORES = "no_indicator_scores"


def test_links_are_those_of_the_real_linker(made):
    for measure in made[0].measures + made[-1].measures:
        bare = Measure(None, measure.title, steps=measure.steps)
        assert measure.indicators == links(bare)


def test_measures_number_about_eight_and_some_lack_a_cell(made):
    every = [measure for report in made for measure in report.measures]
    answering = [m for m in every if any(i.strength >= ANSWERS for i in m.indicators)]

    assert 5 < len(every) / len(made) < 9
    assert len(answering) / len(every) > 0.9
    assert 0 < sum(not m.units for m in every) / len(every) < 0.1
    assert 0 < sum(m.period is None for m in every) / len(every) < 0.1
    results = [m for r in made if r.kind == "results" for m in r.measures]
    assert 0 < sum(m.result is None for m in results) / len(results) < 0.25


def test_every_number_leads_to_the_line_of_a_file_that_says_it_is_synthetic(made):
    report, content = next(Country(SMALL).reports())
    lines = content.decode("cp874").split("\n")

    assert "ข้อมูลสังเคราะห์" in lines[0]
    for score in report.scores:
        assert score.name in lines[score.place.line - 1]
        assert score.place.text == f"{score.score:.2f}"
        assert score.place.text in lines[score.place.line - 1]
    for measure in report.measures:
        assert measure.title in lines[measure.place.line - 1]
    assert lines[report.overall_place.line - 1] == report.overall_place.text


def test_the_reader_reads_from_the_file_what_the_report_says():
    country = Country(SMALL)
    for report, content in list(country.reports())[::12]:
        (read,) = read_reports(content, report.source)
        assert read.agency == report.agency
        assert read.scores == report.scores
        assert read.overall_score == report.overall_score
        assert (read.assessed_year, read.level) == (report.assessed_year, report.level)
        assert [m.title for m in read.measures] == [m.title for m in report.measures]
        assert [m.period_start for m in read.measures] == [
            m.period_start for m in report.measures
        ]
