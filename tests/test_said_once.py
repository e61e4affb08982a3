"""What one page says must not contradict what it, or the next one, says."""

import pytest

from itadash import documents, framework, naming
from itadash.analysis import ranking
from itadash.corrections.entering import as_year, reason
from itadash.errors import InvalidCorrectionError, NotAsNamedError, NotThaiTextError
from itadash.labels import text
from tests.builders import build_agency, build_measure, build_report, build_scores
from tests.frames import assessment, assessments
from tests.test_pages import figure, opened, save, table, words

NOISE = bytes(range(128, 256)) * 40


def said(app):
    return words(app).replace("\\", "")


def of_type(name, kind, total=90.0, **fields):
    agency = build_agency(name, type=kind)
    return build_report(agency=agency, overall_score=total, **fields)


def test_who_is_alone_in_a_type_has_no_rank_in_any_place(store_url):
    save(store_url, build_report())

    app = opened("compare")

    assert text("compare.no_rank") in words(app)
    assert table(app, "compare_ranking")["rank"].isna().all()


def test_two_of_a_type_are_ranked():
    rows = assessments(assessment(1, total=90.0), assessment(2, total=80.0))

    assert ranking.ranked(rows)["rank"].tolist() == [1, 2]


def test_a_chart_of_several_types_says_what_its_numbers_are(store_url):
    save(
        store_url,
        of_type("เทศบาลตำบลหนึ่ง", "เทศบาลตำบล", 91.0),
        of_type("เทศบาลตำบลสอง", "เทศบาลตำบล", 89.0),
        of_type("องค์การบริหารส่วนตำบลสาม", "อบต.", 95.0),
    )

    app = opened("compare", subjects=text("compare.total"))
    layout = figure(app, "compare_figure")["layout"]

    key = text("compare.title_ranked_types", subject="", passing="", n="", target="")
    assert key.partition("(")[2] in layout["meta"]["alt"]
    assert layout["yaxis"]["ticktext"][0].startswith("อบต.")


def test_the_route_says_why_its_total_is_not_the_printed_one(store_url):
    computed = {"computed_score": 75.046, "computed_level": "B"}
    save(store_url, build_report(overall_score=75.05, **computed))

    app = opened("route")

    plain = text("route.computed", printed="75.05", computed="{").partition("{")[0]
    assert plain in said(app)


def test_the_route_says_nothing_where_both_totals_agree(store_url):
    total = framework.total(dict(enumerate([90.0] * 10, start=1)), 2563)
    ninety = build_scores(dict.fromkeys(range(1, 11), 90.0))
    save(store_url, build_report(scores=ninety, overall_score=float(total)))

    plain = text("route.computed", printed="90.00", computed="{").partition("{")[0]
    assert plain not in said(opened("route"))


def test_indicators_that_lie_level_are_both_named(store_url):
    weak = build_scores({4: 50.0, 10: 50.0})
    save(store_url, build_report(scores=weak, measures=()))

    alt = figure(opened("weak"), "weak_chart")["layout"]["meta"]["alt"]

    names = [naming.short_indicator(number) for number in (4, 10)]
    assert text("weak.finding_tied", names=", ".join(names), n=1) in alt


def test_nobody_is_told_of_nought_more_measures(store_url):
    save(store_url, build_report())

    assert "อีก 0 " not in said(opened("measures"))


def test_the_strength_of_a_link_has_its_name_beside_it(store_url):
    save(store_url, build_report(measures=(build_measure(),)))

    assert text("card.strength", strength="0.80") in said(opened("agency"))


def test_a_score_without_a_source_is_refused_by_the_name_of_the_field():
    with pytest.raises(InvalidCorrectionError) as refused:
        reason("", field="typed.source")

    assert str(refused.value).startswith(text("typed.source"))


def test_a_year_that_must_be_there_is_not_said_to_be_free():
    with pytest.raises(InvalidCorrectionError) as refused:
        as_year("")

    rule = text("correction.rule.year", first=2550, last=2650).split(" 2650")[1]
    assert rule not in str(refused.value)


def test_scores_are_typed_from_the_first_to_the_tenth(store_url):
    save(store_url, build_report())

    typed = [one.key for one in opened("import").text_input]

    ten = [f"typed_{number}" for number in range(1, 11)]
    assert [key for key in typed if key in ten] == ten


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx", "XLS"])
def test_noise_that_is_named_as_a_document_is_said_to_be_damaged(ending):
    with pytest.raises(NotAsNamedError):
        documents.read(NOISE, f"bad.{ending}")


def test_noise_that_is_named_as_text_is_asked_for_as_text():
    with pytest.raises(NotThaiTextError):
        documents.read(NOISE, "bad.txt")


@pytest.mark.parametrize(
    ("label", "year", "stem"),
    [
        ("เทศบาลตำบลตัวอย่าง (ลพบุรี)", 2563, "itadash-เทศบาลตำบลตัวอย่าง-ลพบุรี-2563"),
        ('../a<b>:"c"|?*', 2563, "itadash-a-b-c-2563"),
        ("", None, "itadash"),
        ("ก" * 300, 2563, f"itadash-{'ก' * 60}-2563"),
    ],
)
def test_a_file_is_named_after_its_agency_and_year(label, year, stem):
    assert naming.file_stem(label, year) == stem
