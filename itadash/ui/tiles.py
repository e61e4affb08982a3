"""Tiles: one number, one short line of sense under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal
from unicodedata import category

import streamlit as st

from itadash import framework
from itadash.analysis import Overview
from itadash.labels import text
from itadash.ui.source import plain

_LEAST_ROOM: Final = 10  # letters

Tone = Literal["off", "red", "green"]


@dataclass(frozen=True)
class Tile:
    """A label, a number as shown, and what it means in a few words."""

    label: str
    value: str
    sense: str
    tone: Tone = "off"


def tiles(row: Sequence[Tile]) -> None:
    """Draw tiles side by side; on a phone one under the other."""
    columns = st.columns([_room(tile) for tile in row])
    for column, tile in zip(columns, row, strict=True):
        with column.container(border=True, height="stretch", gap="xxsmall"):
            st.metric(tile.label, tile.value)
            # Not the metric's own second line nor a badge: both cut what is too long.
            _say_sense(tile)


def _room(tile: Tile) -> int:
    """Return a tile's share of the width: a long value would be cut in a quarter.

    Vowels and tone marks above and below a letter take no room.
    """
    letters = sum(category(letter) != "Mn" for letter in tile.value)
    return max(_LEAST_ROOM, letters)


def _say_sense(tile: Tile) -> None:
    sense = plain(tile.sense)
    if tile.tone == "off":
        st.caption(sense)
    else:
        st.markdown(f":{tile.tone}[:small[{sense}]]")


def overview_tiles(seen: Overview) -> None:
    """Draw the four tiles of the first screen."""
    tiles([_agencies(seen), _mean(seen), _share(seen), _unanswered(seen)])
    _say_goal(seen)


def _agencies(seen: Overview) -> Tile:
    return Tile(
        text("tile.agencies"),
        f"{seen.agencies:,}",
        text("tile.with_scores", n=f"{seen.scored:,}"),
    )


def _mean(seen: Overview) -> Tile:
    value = framework.shown(seen.mean_total)
    return Tile(text("tile.mean"), value, _change(seen))


def _change(seen: Overview) -> str:
    if seen.change is None:
        return text("tile.no_year_before")
    said = {"change": f"{seen.change.points:+.2f}", "n": f"{seen.change.agencies:,}"}
    if seen.change.net is None:
        return text("tile.change", **said)
    return text("tile.change_net", **said, net=f"{seen.change.net:+.2f}")


def _share(seen: Overview) -> Tile:
    target = f"{framework.target(seen.year):g}"
    if seen.passing_share is None:
        missing = text("framework.no_score")
        return Tile(text("tile.share", target=target), missing, missing)
    return Tile(
        text("tile.share", target=target),
        f"{seen.passing_share:.1f} %",
        text("tile.passing", n=f"{seen.passing:,}", of=f"{seen.scored:,}"),
    )


def _say_goal(seen: Overview) -> None:
    if seen.goal is not None:
        share, year = f"{seen.goal.share:g}", seen.goal.by_year
        target = f"{framework.target(seen.year):g}"
        st.caption(text("tile.goal", share=share, year=year, target=target))


def _unanswered(seen: Overview) -> Tile:
    if not seen.judged:
        missing = text("framework.no_score")
        why = text("tile.total_only" if seen.scored else "tile.measures_only")
        return Tile(text("tile.unanswered"), missing, why)
    known = "tile.of_weak_known" if seen.judged < seen.agencies else "tile.of_weak"
    return Tile(
        text("tile.unanswered"),
        f"{seen.without_measure:,}",
        text(known, weak=f"{seen.weak:,}", n=f"{seen.judged:,}"),
        "red" if seen.without_measure else "green",
    )
