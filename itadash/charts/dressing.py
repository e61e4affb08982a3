"""A figure for the ground that it stands on: colours by day and by night.

Figures are drawn in the colours of the day. By night each colour gives way to its
twin, wherever it stands in the figure; shapes, words and numbers stay.
"""

import re
from typing import Any

import plotly.graph_objects as go

from itadash import palette

_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


def dressed(figure: go.Figure, *, dark: bool) -> go.Figure:
    """Return a figure of ours for a light or a dark ground; a light one as it is."""
    if not dark:
        return figure
    by_day = figure.to_plotly_json()
    template = by_day["layout"].pop("template", None)
    by_night = go.Figure(_recoloured(by_day))
    return by_night.update_layout(template=template)


def _recoloured(part: Any) -> Any:  # noqa: ANN401
    if isinstance(part, dict):
        return {key: _recoloured(value) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return type(part)(_recoloured(one) for one in part)
    return _COLOUR.sub(_twin, part) if isinstance(part, str) else part


def _twin(found: re.Match[str]) -> str:
    colour = found[0].upper()
    return palette.BY_NIGHT.get(colour, colour)
