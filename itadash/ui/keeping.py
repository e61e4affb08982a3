"""What is made once of what does not change: frames, words and figures."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from itadash import collecting
from itadash.labels import language

_NOTHING: Final = object()
MOST_KEPT: Final = 64  # pages and variants of one thing; the oldest goes first


@dataclass(frozen=True, kw_only=True)
class Keeping:
    """Something that lives as long as the store does not change, for all sessions.

    What is kept is shared: nobody may write to it.
    """

    _kept: OrderedDict[tuple[Any, ...], Any] = field(
        default_factory=OrderedDict, repr=False
    )

    def kept(self, name: str, build: Callable[[], Any], *variant: object) -> Any:  # noqa: ANN401
        """Return what holds words or figures, built once a language and variant.

        Plotly checks every property it is given: forty agencies take it longer
        than all the rest of a page.
        """
        key = (name, language(), *variant)
        known = self._kept.get(key, _NOTHING)  # another session may take it away
        if known is not _NOTHING:
            return known
        made = build()
        if len(self._kept) >= MOST_KEPT:
            self._kept.popitem(last=False)
        self._kept[key] = made
        collecting.will_live_on()
        return made
