"""The agencies of the demo country: real provinces and types, made-up places."""

from typing import Final

import numpy as np

from itadash import gazetteer
from itadash.demo.settings import Settings
from itadash.demo.words import pattern, words
from itadash.model import Agency
from itadash.reference import rows

CAPITAL: Final = "กรุงเทพมหานคร"  # has no local governments of these types
_OF_PROVINCE: Final = "องค์การบริหารส่วนจังหวัด"
_SPREAD: Final = 0.5  # of the logarithm of how many agencies a province has


def agencies(settings: Settings) -> list[Agency]:
    """Return the agencies, no two of one type, name, district and province.

    Each province has one provincial organization at most, marked as made up in
    its name, for there is a real one; of the other types every place is invented.
    """
    rng = np.random.default_rng([settings.seed, 1])
    kinds = _kinds(settings.agencies)
    homes = _homes(kinds, rng)
    taken: set[tuple[str, str]] = set()
    found = []
    for kind, province in zip(kinds, homes, strict=True):
        if kind == _OF_PROVINCE:
            name = pattern("made_up").format(name=f"{kind}{province}")
            found.append(Agency(name, kind, None, province))
        else:
            found.append(_of_a_place(kind, province, taken, rng))
    return found


def _kinds(n: int) -> list[str]:
    """Share `n` agencies out by type, by the largest remainders."""
    table = [(row["name"], int(row["agencies"])) for row in rows("demo_agency_types")]
    every = sum(count for _, count in table)
    whole = {name: n * count // every for name, count in table}
    # Of provincial organizations there are as many as provinces, never more.
    whole[_OF_PROVINCE] = min(whole[_OF_PROVINCE], len(_provinces()))
    by_remainder = sorted(table, key=lambda one: -(n * one[1] % every))
    others = [name for name, _ in by_remainder if name != _OF_PROVINCE]
    for at in range(n - sum(whole.values())):
        whole[others[at % len(others)]] += 1
    return [name for name, _ in table for _ in range(whole[name])]


def _provinces() -> list[str]:
    return [one.name for one in gazetteer.provinces() if one.name != CAPITAL]


def _homes(kinds: list[str], rng: np.random.Generator) -> list[str]:
    provinces = _provinces()
    weights = np.exp(rng.normal(0, _SPREAD, len(provinces)))
    order = rng.permutation(len(provinces))
    drawn = rng.choice(len(provinces), len(kinds), p=weights / weights.sum())
    n = kinds.count(_OF_PROVINCE)  # they stand first
    drawn[:n] = order[:n]
    return [provinces[at] for at in drawn]


def _of_a_place(
    kind: str, province: str, taken: set[tuple[str, str]], rng: np.random.Generator
) -> Agency:
    """Draw a name until the province has none like it of this type."""
    while True:
        parts = [_one_of(words(f"place_{part}"), rng) for part in _PARTS]
        name = f"{kind}{''.join(parts)}"
        if (name, province) not in taken:
            taken.add((name, province))
            return Agency(name, kind, _one_of(words("district"), rng), province)


_PARTS: Final = ("first", "middle", "last")


def _one_of(choices: tuple[str, ...], rng: np.random.Generator) -> str:
    return choices[int(rng.integers(len(choices)))]
