"""What all figures share: font, title, target line, description, words.

Sizes are pixels. Titles are broken at spaces, for a figure does not know how
wide it will stand and Thai must not be cut inside a word.
"""

import html
from typing import Any, Final
from unicodedata import category

import plotly.graph_objects as go

from itadash import framework, naming, palette
from itadash.analysis import MISSING, WEAK
from itadash.labels import text

FONT: Final = (
    "Sarabun, 'TH Sarabun New', 'Noto Sans Thai', 'Leelawadee UI', Thonburi, "
    "Loma, Garuda, sans-serif"
)
SIZE: Final = 13
_TITLE_SIZE: Final = 16
_TITLE_COLUMNS: Final = 36  # as many wide letters of the title's size as 350 px hold
_TITLE_LINE: Final = 24
TITLE_TO_PLOT: Final = 34  # room for the target's label, tone marks included


def begin(title: str, *, plot_height: int, alt_text: str) -> go.Figure:
    """Return an empty figure with its title above a plot of a fixed height."""
    lines = _broken(title)
    top = len(lines) * _TITLE_LINE + TITLE_TO_PLOT + 6
    bottom = 34
    figure = go.Figure()
    figure.update_layout(
        template="plotly_white",
        title={
            "text": f"<b>{'<br>'.join(map(escaped, lines))}</b>",
            "font": {"size": _TITLE_SIZE, "color": palette.INK},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            # Plotly centres further lines on the first one.
            "pad": {"t": 8 + (len(lines) - 1) * _TITLE_LINE // 2, "l": 2},
        },
        font={"family": FONT, "size": SIZE, "color": palette.INK},
        height=top + plot_height + bottom,
        margin={"l": 8, "r": 14, "t": top, "b": bottom, "pad": 4},
        paper_bgcolor=palette.PAPER,
        plot_bgcolor=palette.PAPER,
        hoverlabel={"font": {"family": FONT, "size": SIZE}, "align": "left"},
        showlegend=False,
        dragmode=False,
        meta={"alt": alt_text},
    )
    return figure


def alt(figure: go.Figure) -> str:
    """Return the description of a figure of ours, as one sentence."""
    return str(figure.layout.meta["alt"])


def escaped(words: str) -> str:
    """Return text that Plotly takes literally; it reads tags in every label."""
    return html.escape(words, quote=False)


def annotate(figure: go.Figure, annotations: list[dict[str, Any]]) -> None:
    """Add annotations at once: Plotly checks all there are with each one added."""
    figure.layout.annotations = (*figure.layout.annotations, *annotations)


def draw_target(figure: go.Figure, target: float) -> None:
    """Draw the target on the score axis, its label above the plot."""
    figure.add_shape(
        type="line",
        x0=target,
        x1=target,
        y0=0,
        y1=1,
        yref="paper",
        line={"color": palette.TARGET, "width": 2, "dash": "dash"},
        name="target",
    )
    figure.add_annotation(
        x=target,
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=2,
        showarrow=False,
        text=f"<b>{target_label(target)}</b>",
        font={"color": palette.TARGET, "size": SIZE},
        name="target",
    )


def target_label(target: float) -> str:
    """Return the target as the line's label has it, e.g. "เป้า 85"."""
    return text("charts.target", target=f"{target:g}")


def numbered(indicator: int) -> str:
    """Return an indicator's number and short name, for narrow axes."""
    name = naming.short_indicator(indicator)
    return text("charts.numbered", number=indicator, name=name)


def full_name(indicator: int) -> str:
    """Return an indicator's number and full name, for hovering."""
    return naming.numbered(indicator)


def state_word(state: str) -> str:
    """Return the word that goes with a state."""
    key = {WEAK: "weak", MISSING: "no_data"}.get(state, "passing")
    return text(f"charts.{key}")


def marked(score: float, state: str) -> str:
    """Return a score with the shape of its state, or the word for no data."""
    if state == MISSING:
        return text("charts.no_data")
    mark = palette.WEAK_MARK if state == WEAK else palette.PASSING_MARK
    return f"{mark} {framework.shown(score)}"


def colour(state: str) -> str:
    """Return the colour of a state."""
    known = {WEAK: palette.WEAK, MISSING: palette.NO_DATA}
    return known.get(state, palette.PASSING)


def spoken(name: str, score: float, state: str) -> str:
    """Return a value as the description of a chart says it."""
    key = "weak_value" if state == WEAK else "value"
    return text(f"charts.alt.{key}", name=name, score=framework.shown(score))


def hatched(states: list[str]) -> dict[str, Any]:
    """Return the marker of bars by state: flat colours, hatched without data."""
    return {
        "color": [colour(state) for state in states],
        "line": {
            "width": [1 if state == MISSING else 0 for state in states],
            "color": palette.NO_DATA,
        },
        "pattern": {
            "shape": ["/" if state == MISSING else "" for state in states],
            "fillmode": "replace",
            "size": 8,
            "solidity": 0.25,
        },
    }


def legend_line(figure: go.Figure, words: str) -> None:
    """Write what the shapes mean under the plot."""
    figure.add_annotation(
        text=words,
        x=0,
        xref="paper",
        xanchor="left",
        y=0,
        yref="paper",
        yanchor="top",
        yshift=-8,
        showarrow=False,
        font={"color": palette.QUIET_INK, "size": 12},
        name="legend",
    )


def _columns_of(words: str) -> int:
    """Count the columns of a text: Thai vowels and tone marks above take none."""
    return sum(category(letter) != "Mn" for letter in words)


def _broken(title: str) -> list[str]:
    """Break a title at spaces into as few lines as hold it, all about as long.

    A last line of one short word would look like a mistake.
    """
    lines = _filled(title, _TITLE_COLUMNS)
    for columns in range(_TITLE_COLUMNS - 1, 0, -1):
        shorter = _filled(title, columns)
        if len(shorter) > len(lines) or max(map(_columns_of, shorter)) > columns:
            break
        lines = shorter
    return lines


def _filled(title: str, columns: int) -> list[str]:
    lines = [""]
    for word in title.split():
        joined = f"{lines[-1]} {word}".strip()
        if lines[-1] and _columns_of(joined) > columns:
            lines.append(word)
        else:
            lines[-1] = joined
    return lines
