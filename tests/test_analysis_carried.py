"""A measure of last year is found again by its title; what is gone or new is said."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash.analysis import carried
from itadash.store import frames
from itadash.store.typed import frame


def measures(*rows, year=2565, kind="plan"):
    """Build measures from (agency, no, title) or (agency, no, title, result)."""
    found = []
    for at, (agency, number, title, *result) in enumerate(rows, 1):
        found.append(
            {
                "measure_id": year * 100 + at + (50 if kind != "plan" else 0),
                "agency_id": agency,
                "agency": f"หน่วยงาน {agency}",
                "document_id": year * 10 + agency + (5 if kind != "plan" else 0),
                "kind": kind,
                "fiscal_year": year,
                "no": number,
                "title": title,
                "result": result[0] if result else None,
                "sample": False,
                "synthetic": False,
                "position": at,
            }
        )
    values = [[row.get(name) for name in frames.MEASURES] for row in found]
    return frame(values, frames.MEASURES)


def fates(before, after):
    found = carried.against_year_before(
        carried.one_each(before), carried.one_each(after)
    )
    return list(zip(found["fate"], found["title"], strict=True))


def test_measures_are_carried_over_dropped_or_new():
    before = measures((1, 1, "อบรมคุณธรรมบุคลากร"), (1, 2, "ติดตั้งกล้องวงจรปิด"), year=2564)
    after = measures((1, 1, "อบรมคุณธรรมแก่บุคลากร"), (1, 2, "เผยแพร่แผนจัดซื้อจัดจ้าง"))

    assert fates(before, after) == [
        ("new", "เผยแพร่แผนจัดซื้อจัดจ้าง"),
        ("carried", "อบรมคุณธรรมแก่บุคลากร"),
        ("dropped", "ติดตั้งกล้องวงจรปิด"),
    ]


def test_years_and_white_space_in_a_title_do_not_count():
    before = measures((1, 1, "แผนป้องกันการทุจริต ปี 2564"), year=2564)
    after = measures((1, 9, "แผนป้องกัน การทุจริต ปี ๒๕๖๕"))

    found = carried.pairs(after, before)

    assert found["similarity"].tolist() == [1.0]


@pytest.mark.parametrize(
    ("same_letters", "same_number", "is_one"),
    [(79, False, False), (80, False, True), (64, True, False), (65, True, True)],
)
def test_how_alike_two_titles_have_to_be(same_letters, same_number, is_one):
    before = measures((1, 1, "ก" * 100), year=2564)
    after = measures(
        (1, 1 if same_number else 2, "ก" * same_letters + "ข" * (100 - same_letters)),
    )

    assert len(carried.pairs(after, before)) == is_one


def test_a_missing_number_equals_no_other():
    before = measures((1, None, "ก" * 100), year=2564)
    after = measures((1, None, "ก" * 70 + "ข" * 30))

    assert carried.pairs(after, before).empty


def test_measures_of_two_agencies_are_never_one():
    before = measures((1, 1, "อบรม"), (2, 1, "อื่น"), year=2564)
    after = measures((2, 1, "อบรม"), (1, 1, "ต่างไป"))

    assert {fate for fate, _ in fates(before, after)} == {"new", "dropped"}


def test_an_agency_without_a_report_of_one_year_is_not_compared():
    before = measures((1, 1, "อบรม"), year=2564)
    after = measures((2, 1, "อบรม"))

    assert fates(before, after) == []


def test_nothing_at_all_is_compared_to_nothing():
    assert fates(measures(year=2564), measures()) == []


def test_a_report_of_results_says_which_planned_measures_were_reported():
    plan = measures((1, 1, "อบรมบุคลากร"), (1, 2, "เปิดช่องทางร้องเรียน"))
    results = measures((1, 1, "อบรมบุคลากร", "อบรมแล้ว"), kind="results")

    found = carried.one_each(pd.concat([plan, results], ignore_index=True))

    assert found["title"].tolist() == ["อบรมบุคลากร", "เปิดช่องทางร้องเรียน"]
    assert found["reported"].tolist() == ["reported", "not_reported"]


def test_what_only_the_report_of_results_names_stays():
    plan = measures((1, 1, "อบรมบุคลากร"))
    results = measures((1, 1, "ติดตั้งกล้อง", "ติดแล้ว"), kind="results")

    found = carried.one_each(pd.concat([plan, results], ignore_index=True))

    assert found["kind"].tolist() == ["plan", "results"]
    assert found["reported"].tolist() == ["not_reported", "reported"]


def test_without_a_report_of_results_nothing_is_known_of_results():
    found = carried.one_each(measures((1, 1, "อบรม")))

    assert found["reported"].tolist() == ["no_report"]


ROWS = st.lists(
    st.tuples(
        st.integers(1, 3),
        st.none() | st.integers(1, 4),
        st.text(st.sampled_from("กขค 2564"), max_size=8),
    ),
    max_size=8,
)


@given(ROWS, ROWS)
def test_every_measure_has_one_fate(before, after):
    old, new = measures(*before, year=2564), measures(*after)
    both = set(old["agency_id"]) & set(new["agency_id"])

    found = carried.against_year_before(carried.one_each(old), carried.one_each(new))

    counts = found["fate"].value_counts()
    known = found.dropna(subset=["measure_id"])["measure_id"]
    assert known.is_unique
    assert counts["carried"] + counts["new"] == new["agency_id"].isin(both).sum()
    assert counts["carried"] + counts["dropped"] == old["agency_id"].isin(both).sum()
