"""Provinces and types of local government, found by any usual spelling.

Names are compared by `thai.key` without dots, so white space and damaged marks do
not matter. A name that is not in the lists is None, never the nearest one.
"""

from dataclasses import dataclass
from functools import cache

from itadash import thai
from itadash.reference import listed, rows

PROVINCE_PREFIXES = ("", "จังหวัด", "จ.")
# What stands as type on a row that is the mean of a province's agencies. It is no
# type of agency: no average, count or rank takes it in.
PROVINCE_MEAN = "ค่าเฉลี่ยจังหวัด"
_OTHER_WORDS_FOR_MEANS = ("province_average", "ค่าเฉลี่ยหน่วยงานในจังหวัด")


@dataclass(frozen=True)
class Province:
    """A province; `abbreviation` is its code in the numbers of official letters.

    `region` is one of the six regions that the Royal Institute uses.
    """

    name: str
    name_en: str
    abbreviation: str
    region: str


@dataclass(frozen=True)
class AgencyType:
    """A type of local government; `variants` are other ways to write its name."""

    name: str
    name_en: str
    short_name: str
    variants: tuple[str, ...]
    display_order: int


@cache
def provinces() -> tuple[Province, ...]:
    """Return the 77 provinces, Bangkok among them, in Thai dictionary order."""
    return tuple(_province(row) for row in rows("provinces"))


def province(name: str) -> Province | None:
    """Return the province of a name, with or without จังหวัด or จ. before it."""
    return _provinces_by_key().get(_key(name))


@cache
def agency_types() -> tuple[AgencyType, ...]:
    """Return the types of local government in display order."""
    found = (
        AgencyType(
            row["name"],
            row["name_en"],
            row["short_name"],
            listed(row["variants"]),
            int(row["display_order"]),
        )
        for row in rows("agency_types")
    )
    return tuple(sorted(found, key=lambda one: one.display_order))


def agency_type(text: str) -> AgencyType | None:
    """Return the type that a text is a name or abbreviation of (อบต., ทต. …).

    A bare เทศบาล is None: it may be any of three.
    """
    return _types_by_key().get(_key(text))


def is_province_mean(kind: str) -> bool:
    """Tell whether the words for a type say that a row is a province's mean."""
    return kind in (PROVINCE_MEAN, *_OTHER_WORDS_FOR_MEANS)


def type_of(full_name: str) -> str | None:
    """Return the full type that a full agency name begins with, else None."""
    name = _key(full_name)
    found = (one.name for one in agency_types() if name.startswith(_key(one.name)))
    return max(found, key=len, default=None)


@cache
def _provinces_by_key() -> dict[str, Province]:
    return {
        _key(prefix + name): _province(row)
        for row in rows("provinces")
        for name in (row["name"], *listed(row["variants"]))
        for prefix in PROVINCE_PREFIXES
    }


@cache
def _types_by_key() -> dict[str, AgencyType]:
    return {
        _key(name): one for one in agency_types() for name in (one.name, *one.variants)
    }


def _province(row: dict[str, str]) -> Province:
    return Province(row["name"], row["name_en"], row["abbreviation"], row["region"])


def _key(text: str) -> str:
    """Return what two spellings of one name share: อบต. and อ.บ.ต. have one key."""
    return thai.key(text).replace(".", "")
