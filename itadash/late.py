"""Names of a package that are loaded when they are first asked for.

The first page of the dashboard waits for all that is imported before it, and
needs a small part of the house.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def from_homes(
    package: str, homes: Mapping[str, tuple[str, ...]]
) -> Callable[[str], object]:
    """Return the `__getattr__` of a package whose modules hold these names."""
    home_of = {name: home for home, names in homes.items() for name in names}

    def found(name: str) -> object:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        thing: object = getattr(import_module(f"{package}.{home_of[name]}"), name)
        setattr(sys.modules[package], name, thing)  # looked up once
        return thing

    return found
