"""Any address opens some page: filters known, unknown and hostile, in any mixture."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itadash.labels import text
from itadash.ui.addresses import OWN as OWN_OF_PAGES
from tests.navigation import PAGES
from tests.test_pages import NONG_MUEANG, PHO_HAK, choose, filters_of, on, opened

HOSTILE = [
    "",
    "ไม่มีจังหวัดนี้",
    "9999",
    "-1",
    "1e999",
    "NaN",
    "2563.5",
    "๒๕๖๓",
    "'; DROP TABLE documents; --",
    "<script>alert(1)</script>",
    "{0.__class__}",
    "=1+1",
    "../../etc/passwd",
    "\u202e\u0000\ufeff",
    "ก" * 5000,
]
KNOWN = {
    "year": ["2563", "2564", "2567"],
    "province": ["ลพบุรี", "ชัยภูมิ"],
    "type": ["เทศบาลตำบล", "องค์การบริหารส่วนตำบล"],
    "agency": [PHO_HAK, NONG_MUEANG],
    "lang": ["th", "en"],
}
NARROWED = {"province": "ลพบุรี", "type": "องค์การบริหารส่วนตำบล"}


def values(name):
    return st.one_of(st.sampled_from(KNOWN[name]), st.sampled_from(HOSTILE), st.text())


addresses = st.fixed_dictionaries({}, optional={name: values(name) for name in KNOWN})


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("page", PAGES)
@given(query=addresses)
def test_no_address_breaks_a_page(sample_url, page, query):
    app = opened(page, **query)

    assert not app.exception
    assert not app.error
    assert app.title


# What the controls of a page take, by their keys; some of it belongs to others.
OWN = {
    "compare_mode": ["agencies", "peers", text("compare.mode_peers")],
    "compare": [[PHO_HAK], [PHO_HAK, NONG_MUEANG], [NONG_MUEANG] * 9],
    "lead": [PHO_HAK, NONG_MUEANG],
    "group": ["type", "province", "nearest", text("compare.group_nearest")],
    "subjects": [["0"], ["1", "9"], [str(n) for n in range(12)]],
    "q": ["สินบน", "๒๕๖๔", "%", '"', "ก ข ค"],
    "plan_year": ["0", "2564", "2599"],
    "unit": ["สำนักปลัด", "ไม่มีหน่วยนี้"],
    "indicator": ["1", "10", "11"],
    "found_page": ["1", "2", "999"],
    "weak_by": ["by_unit", "by_indicator"],
    "whole_items": ["true", "false"],
    "every_year": ["true"],
}


def controls(page):
    """Draw what a page's own controls may be asked for, and the filter bar's too."""
    drawn = {
        name: st.one_of(st.sampled_from(OWN[name]), st.sampled_from(HOSTILE))
        for name in OWN_OF_PAGES[page]
    }
    filters = {name: st.sampled_from(KNOWN[name]) for name in KNOWN}
    return st.fixed_dictionaries({}, optional=drawn | filters)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("page", OWN_OF_PAGES)
@given(data=st.data())
def test_no_mixture_of_a_pages_controls_breaks_it(sample_url, page, data):
    app = opened(page, **data.draw(controls(page)))

    assert not app.exception
    assert not app.error
    assert app.title


def test_every_control_in_an_address_is_drawn():
    assert set(OWN) == {name for names in OWN_OF_PAGES.values() for name in names}


@pytest.mark.parametrize("page", [page for page in PAGES if page != "overview"])
def test_filters_survive_a_change_to_any_page_and_back(sample_url, page):
    app = choose(opened(), **NARROWED)

    there = filters_of(on(app, page))
    back = filters_of(on(app, "overview"))

    assert {name: there[name] for name in NARROWED} == NARROWED
    assert {name: back[name] for name in NARROWED} == NARROWED


@pytest.mark.parametrize("page", PAGES)
def test_an_address_opens_any_page_with_its_filters(sample_url, page):
    app = opened(page, year="2563", **NARROWED)

    found = filters_of(app)
    assert {name: found[name] for name in NARROWED} == NARROWED
    assert found["year"] == 2563
