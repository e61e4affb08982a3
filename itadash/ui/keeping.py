"""What is made once of what does not change: frames, words and figures."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from itadash.labels import language
from itadash.ui import loading


@dataclass(frozen=True, kw_only=True)
class Keeping:
    """Something that lives as long as the store does not change, for all sessions.

    What is kept is shared: nobody may write to it.
    """

    _kept: dict[tuple[Any, ...], Any] = field(default_factory=dict, repr=False)

    def kept(self, name: str, build: Callable[[], Any], *variant: object) -> Any:  # noqa: ANN401
        """Return what holds words or figures, built once a language and variant.

        Plotly checks every property it is given: forty agencies take it longer
        than all the rest of a page.
        """
        key = (name, language(), *variant)
        if key not in self._kept:
            self._kept[key] = build()
            loading.settle()
        return self._kept[key]
