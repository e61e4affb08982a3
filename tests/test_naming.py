"""Things are called by their English names where English is spoken."""

import re

import pandas as pd
import pytest

from itadash import framework, gazetteer, labels, naming
from itadash.reference import rows

NAMES = {
    "indicator": [one.name for one in framework.indicators()],
    "short_indicator": [one.short_name for one in framework.indicators()],
    "instrument": [row["name"] for row in rows("instruments")],
    "level": framework.level_names(),
    "level_description": [row["description"] for row in rows("levels")],
    "province": [one.name for one in gazetteer.provinces()],
    "region": [one.region for one in gazetteer.provinces()],
    "agency_type": [one.name for one in gazetteer.agency_types()],
}


@pytest.mark.parametrize("subject", NAMES)
def test_every_thing_has_an_english_name_of_its_own(subject):
    thai = set(NAMES[subject])
    with labels.speaking("en"):
        english = {naming.named(name, subject) for name in thai}

    assert len(english) == len(thai)
    assert not any(re.search("[ก-๛]", name) for name in english)
    assert all(english)


@pytest.mark.parametrize("subject", NAMES)
def test_a_name_is_its_own_where_thai_is_spoken(subject):
    assert {naming.named(name, subject) for name in NAMES[subject]} == set(
        NAMES[subject]
    )


def test_one_word_may_name_two_things():
    with labels.speaking("en"):
        assert naming.named("กรุงเทพมหานคร", "province") == "Bangkok"
        assert "Administration" in naming.named("กรุงเทพมหานคร", "agency_type")


def test_a_name_that_is_not_known_stays_as_it_is():
    with labels.speaking("en"):
        assert naming.named("ดาวอังคาร", "province") == "ดาวอังคาร"


@pytest.mark.parametrize("kind", ["str", "object", "category"])
def test_a_frame_is_named_whatever_its_columns_are(kind):
    frame = pd.DataFrame(
        {
            "province": ["พะเยา", None, "พะเยา"],
            "agency": ["ก", "ข", "ค"],
            "i1": [1, 2, 3],
        }
    ).astype({"province": kind})
    with labels.speaking("en"):
        said = naming.named_frame(frame)

    assert said["province"].tolist()[::2] == ["Phayao", "Phayao"]
    assert pd.isna(said["province"].iloc[1])
    assert said["agency"].tolist() == ["ก", "ข", "ค"]
    assert frame["province"].iloc[0] == "พะเยา"
    assert naming.named_frame(frame) is frame


def test_two_categories_of_one_english_name_stay_apart_as_rows():
    frame = pd.DataFrame({"province": ["พะเยา", "Phayao"]}).astype("category")
    with labels.speaking("en"):
        assert naming.named_frame(frame)["province"].tolist() == ["Phayao", "Phayao"]
