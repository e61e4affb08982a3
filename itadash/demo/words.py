"""The words that made-up reports are put together from; they are reference data."""

from functools import cache

from itadash.reference import rows


@cache
def words(kind: str) -> tuple[str, ...]:
    """Return the words of a kind in the order of `demo_words.csv`."""
    return tuple(row["words"] for row in rows("demo_words") if row["kind"] == kind)


def pattern(kind: str) -> str:
    """Return the one text of a kind that has no other."""
    (found,) = words(kind)
    return found


@cache
def titles() -> dict[int, tuple[str, ...]]:
    """Return the titles of measures by the indicator they are meant for."""
    found: dict[int, tuple[str, ...]] = {}
    for row in rows("demo_measures"):
        number = int(row["indicator"])
        found[number] = (*found.get(number, ()), row["title"])
    return found
