"""Compare what two files of one report were read as, field by field."""

from collections.abc import Iterable, Iterator
from typing import Any

# Where something stands differs from format to format.
PLACES = {"line", "source"}


def differences(
    record: Any, other: Any, *, without: Iterable[str] = (), at: str = ""
) -> list[str]:
    """Return "path: one | other" for every field that differs.

    Text is compared without white space; `without` names fields left out.
    """
    left_out = PLACES | set(without)
    return list(_between(record, other, left_out, at))


def _between(one: Any, other: Any, left_out: set[str], at: str) -> Iterator[str]:
    if isinstance(one, dict) and isinstance(other, dict):
        for name in sorted({*one, *other} - left_out):
            path = f"{at}.{name}" if at else name
            yield from _between(one.get(name), other.get(name), left_out, path)
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, pair in enumerate(zip(one, other, strict=True)):
            yield from _between(*pair, left_out, f"{at}[{number}]")
    elif _bare(one) != _bare(other):
        yield f"{at}: {one!r} | {other!r}"


def _bare(value: Any) -> Any:
    return "".join(value.split()) if isinstance(value, str) else value
