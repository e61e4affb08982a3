import pytest

from itadash import framework
from itadash.linking import link, links
from itadash.model import Measure
from tests.builders import build_measure, build_report

ANSWERED = 0.5


@pytest.mark.parametrize("number", range(1, 11))
def test_a_measure_answers_the_indicator_that_its_title_names(number):
    name = framework.indicator(number).name

    strongest = links(Measure(None, f"ส่งเสริม{name}ให้ดีขึ้น"))[0]

    assert strongest.indicator == number
    assert strongest.strength >= ANSWERED
    assert strongest.reason == name


def test_a_name_in_the_title_counts_more_than_one_in_group_or_description():
    name = framework.indicator(3).name
    measures = [
        Measure(None, name),
        Measure(None, "อื่น", group=name),
        Measure(None, "อื่น", description=name),
    ]

    strengths = [links(measure)[0].strength for measure in measures]

    assert strengths == sorted(strengths, reverse=True)
    assert len(set(strengths)) == 3
    assert min(strengths) >= ANSWERED


def test_the_section_alone_makes_its_indicators_related_and_not_answered():
    found = links(Measure(None, "จัดประชุม", instrument="EIT"))

    assert [one.indicator for one in found] == [6, 7, 8]
    assert all(0 < one.strength < ANSWERED for one in found)


def test_a_measure_that_names_nothing_bears_on_nothing():
    assert links(Measure(None, "จัดประชุม")) == ()


def test_links_run_from_the_strongest_to_the_weakest():
    found = links(Measure(None, "การใช้งบประมาณ", instrument="IIT"))

    assert found[0].indicator == 2
    assert [x.strength for x in found] == sorted(
        (x.strength for x in found), reverse=True
    )


def test_damaged_letters_hide_no_name():
    assert links(Measure(None, "ควบคุมการใช้อ ํานาจ"))[0].indicator == 3


def test_linking_changes_nothing_but_the_links():
    report = build_report(measures=(build_measure("การเปิดเผยข้อมูล", indicators=()),))

    linked = link(report)

    assert linked.measures[0].indicators[0].indicator == 9
    assert link(linked) == linked
    assert report.measures[0].indicators == ()
