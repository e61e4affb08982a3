"""A link opens one view whichever language wrote its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash import gazetteer, labels, naming
from tests.builders import build_agency, build_report
from tests.test_pages import filters_of, opened, save

NAME = "เทศบาลตำบลชื่อซ้ำ"
PROVINCES = [one.name for one in gazetteer.provinces()]


@pytest.fixture
def crowded_url(store_url):
    """Store more agencies than are offered at once, one of each province."""
    for province in PROVINCES:
        agency = build_agency(NAME, province=province)
        save(store_url, build_report(agency=agency, source=f"{province}.md"))
    return store_url


@given(
    name=st.sampled_from([NAME, "อบต.ก", labels.text("agency.unnamed")]),
    place=st.sampled_from([*PROVINCES, labels.text("agency.no_province"), None]),
    number=st.none() | st.integers(1, 99999),
)
def test_a_label_shown_in_english_leads_back_to_the_thai_one(name, place, number):
    label = " · ".join(filter(None, [name, place]))
    label += "" if number is None else f" #{number}"

    with labels.speaking("en"):
        assert naming.thai_label(naming.agency_label(label)) == label


@pytest.mark.parametrize("said", ["ยะลา", "Yala"])
@pytest.mark.parametrize("page", ["overview", "agency", "compare"])
def test_an_english_page_finds_the_agency_of_an_address_among_many(
    crowded_url, page, said
):
    app = opened(page, lang="en", agency=f"{NAME} · {said}")

    assert not app.exception
    assert filters_of(app)["agency"] == f"{NAME} · ยะลา"


@pytest.mark.parametrize("said", ["ยะลา", "Yala"])
def test_an_english_page_picks_the_agencies_of_an_address_among_many(crowded_url, said):
    app = opened("compare", lang="en", compare=f"{NAME} · {said}")

    assert not app.exception
    assert app.multiselect(key="compare").value == [f"{NAME} · ยะลา"]


@pytest.mark.parametrize("said", ["ยะลา", "Yala"])
def test_an_english_page_takes_the_lead_of_an_address_among_many(crowded_url, said):
    with labels.speaking("en"):
        peers = labels.text("compare.mode_peers")
    app = opened("compare", lang="en", lead=f"{NAME} · {said}", compare_mode=peers)

    assert not app.exception
    assert app.selectbox(key="lead").value == f"{NAME} · ยะลา"


def test_the_switch_keeps_what_is_picked_to_compare(crowded_url):
    app = opened("compare", compare=f"{NAME} · ยะลา")

    app = app.button_group(key="lang").set_value("en").run()
    assert app.multiselect(key="compare").value == [f"{NAME} · ยะลา"]
    app = app.button_group(key="lang").set_value("th").run()
    assert app.multiselect(key="compare").value == [f"{NAME} · ยะลา"]
