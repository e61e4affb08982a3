"""The parts of the page that leads to a goal: what if, and the cheapest way there.

The sliders are the only state. One that stands where the score stood counts as the
score itself, whatever its decimals.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import pandas as pd
import streamlit as st

from itadash import analysis, framework, naming
from itadash.analysis import Choice, comparing, oit, routes
from itadash.analysis.routes import Leg, Outcome, Route
from itadash.labels import text
from itadash.ui import loading, tables
from itadash.ui.source import plain
from itadash.ui.tiles import Tile, Tone, tiles
from itadash.ui.words import with_method

LEG_COLUMNS: Final = ["goal", "name", "now", "to", "raised", "adds"]
LEVEL_COLUMNS: Final = ["goal", "legs", "raised", "total_then"]
# Both stand in half of the page.
LEG_WIDTHS: Final = {
    **{"goal": 105, "name": 120},
    **{"now": 60, "to": 60, "raised": 52, "adds": 60},
}
LEVEL_WIDTHS: Final = {"goal": 80, "legs": 230, "raised": 60, "total_then": 80}


@dataclass(frozen=True)
class Plan:
    """One agency's printed scores of a year, those that are there."""

    agency_id: int
    agency: str
    year: int | None
    scores: Mapping[int, float]
    source: str
    total: float | None = None

    @property
    def missing(self) -> list[int]:
        """Return the numbers of the indicators without a score."""
        return [o.number for o in framework.indicators() if o.number not in self.scores]

    def key(self, number: int) -> str:
        """Return the key of an indicator's slider: its own for agency and year."""
        return f"route_{self.agency_id}_{self.year}_{number}"


def route_plan(choice: Choice) -> Plan:
    """Return the scores of the chosen agency; stop where there is nothing to plan."""
    row = analysis.chosen(loading.assessments(), choice).iloc[0]
    known = {one.number: float(row[f"i{one.number}"]) for one in framework.indicators()}
    scores = {n: score for n, score in known.items() if framework.valid(score)}
    name = text("agency.unnamed") if pd.isna(row["agency"]) else str(row["agency"])
    total = None if pd.isna(row["total"]) else float(row["total"])
    own = (int(row["agency_id"]), name, choice.year, scores, str(row["source"]))
    plan = Plan(*own, total)
    _head(plan)
    return plan


def _head(plan: Plan) -> None:
    st.title(text("route.title"))
    year = text("framework.no_score") if plan.year is None else plan.year
    st.caption(plain(text("route.scope", agency=plan.agency, year=year)))
    if not plan.scores:
        _stop_without_scores(plan)
    if not framework.weights(plan.year):
        st.info(text("route.no_rules", year=year), icon=":material/info:")
        st.stop()
    if plan.missing:
        names = ", ".join(comparing.subject_name(number) for number in plan.missing)
        st.warning(text("route.missing", names=names), icon=":material/help:")


def _stop_without_scores(plan: Plan) -> None:
    words = text("route.measures_only")
    if plan.total is not None:
        words = text("route.total_only", total=framework.shown(plan.total))
    st.info(words, icon=":material/info:")
    st.stop()


def route_sliders(plan: Plan) -> dict[int, float]:
    """Draw a slider for each score that is there; return where they stand."""
    st.subheader(text("route.what_if"))
    said = st.container()  # on a phone the tiles are out of sight here
    scores = _sliders(plan)
    with said:
        _say_outcome(plan, scores)
    return scores


def _sliders(plan: Plan) -> dict[int, float]:
    st.button(
        text("route.reset"),
        key="route_reset",
        on_click=_set,
        args=(plan, dict(plan.scores)),
        icon=":material/undo:",
    )
    return {
        one.number: _slider(plan, one.number)
        for one in framework.indicators()
        if one.number in plan.scores
    }


def _say_outcome(plan: Plan, scores: Mapping[int, float]) -> None:
    found = routes.outcome(scores, plan.year)
    if found.total is not None:
        level = _named_level(found.level)
        gap = comparing.gap_sentence(float(found.total), framework.target(plan.year))
        total = framework.shown(found.total)
        st.markdown(text("route.now_at", total=total, level=level, gap=gap))


def _slider(plan: Plan, number: int) -> float:
    own = plan.scores[number]
    key = plan.key(number)
    st.session_state.setdefault(key, round(own, 2))
    set_to = st.slider(
        comparing.subject_name(number), 0.0, 100.0, step=0.01, format="%.2f", key=key
    )
    return own if set_to == round(own, 2) else float(set_to)


def _set(plan: Plan, scores: Mapping[int, float | Decimal]) -> None:
    """Set the sliders before the page runs again."""
    for number, score in scores.items():
        if number in plan.scores:
            st.session_state[plan.key(number)] = round(float(score), 2)


def route_outcome(plan: Plan, scores: Mapping[int, float]) -> None:
    """Draw total, level and instrument means of the sliders, beside those printed."""
    now, then = (routes.outcome(one, plan.year) for one in (plan.scores, scores))
    bar = framework.target(plan.year)
    tiles([_total(now, then), _level(now, then), _to_target(then, bar)])
    _say_computed(plan, now)
    means = [
        text("route.mean", instrument=name, mean=framework.shown(mean))
        for name, mean in then.means.items()
    ]
    if means:
        st.caption(text("route.means", means=" · ".join(means)))


def _say_computed(plan: Plan, now: Outcome) -> None:
    """Say why the total is not the printed one, where the two are shown differently."""
    if plan.total is None or now.total is None:
        return
    printed = framework.shown(plan.total)
    if printed != framework.shown(now.total):
        computed = f"{now.total:.3f}"
        words = text("route.computed", printed=printed, computed=computed)
        st.caption(words)


def _total(now: Outcome, then: Outcome) -> Tile:
    value = framework.shown(then.total)
    if now.total is None or then.total is None:
        return Tile(text("route.total"), value, text("tile.not_all_ten"))
    moved = f"{float(then.total - now.total):+z.2f}"
    shown = framework.shown(now.total)
    return Tile(text("route.total"), value, text("route.moved", moved=moved, now=shown))


def _level(now: Outcome, then: Outcome) -> Tile:
    before = text("route.level_now", level=_named_level(now.level))
    return Tile(text("tile.level"), _named_level(then.level), before)


def _named_level(level: str | None) -> str:
    return text("framework.no_score") if level is None else naming.named(level, "level")


def _to_target(then: Outcome, bar: float) -> Tile:
    label = text("route.goal_target", target=f"{bar:g}")
    if then.total is None:
        missing = text("framework.no_score")
        return Tile(label, missing, text("tile.not_all_ten"))
    passes = float(then.total) >= bar
    tone: Tone = "green" if passes else "red"
    word = text("charts.passing" if passes else "charts.weak")
    sentence = comparing.gap_sentence(float(then.total), bar)
    return Tile(label, word, sentence, tone)


def cheapest_routes(plan: Plan) -> None:
    """Draw the cheapest routes to the target and to the next level, and their table."""
    st.subheader(text("route.cheapest"))
    if plan.missing:
        st.info(text("route.not_computed"), icon=":material/info:")
        return
    found = _routes(plan, whole_items=_whole_items(plan))
    for at, route in enumerate(found):
        st.markdown(f"- {plain(comparing.route_sentence(route))}")
        if route.legs:
            st.button(
                text("route.try", goal=comparing.goal_name(route)),
                key=f"route_try_{at}",
                on_click=_set,
                args=(plan, _ends(plan, route)),
                icon=":material/route:",
            )
    if any(route.legs for route in found):
        tables.table(
            _leg_rows(found),
            LEG_COLUMNS,
            key="route_legs",
            name="route",
            widths=LEG_WIDTHS,
        )
    st.caption(text("route.not_an_oracle"))


def levels_above(plan: Plan) -> None:
    """Show what each level above asks for, the next one first."""
    goals = routes.levels_above(plan.scores, plan.year)
    if len(goals) < 2:
        return
    st.subheader(text("route.every_level"))
    found = [routes.cheapest(plan.scores, plan.year, goal) for goal in goals]
    rows = pd.DataFrame([_level_row(route) for route in found if route is not None])
    tables.table(
        rows, LEVEL_COLUMNS, key="route_levels", name="route", widths=LEVEL_WIDTHS
    )


def route_source(plan: Plan) -> None:
    """Name the file that the scores come from, and what a score is not."""
    said = text("route.source", source=plain(plan.source))
    st.caption(with_method(said))


def _whole_items(plan: Plan) -> bool:
    """Offer to move OIT by whole items, where the items of the year are known."""
    if oit.stops(plan.scores, plan.year) is None:
        return False
    label, note = text("route.whole_items"), text("route.items_note")
    return st.toggle(label, help=note, key="whole_items", bind="query-params")


def _routes(plan: Plan, *, whole_items: bool) -> list[Route]:
    """Return the routes to the target and to the next level, one where they agree."""
    to_target = routes.to_target(plan.year)
    above = routes.levels_above(plan.scores, plan.year)[:1]
    cheapest = oit.cheapest if whole_items else routes.cheapest
    found = [cheapest(plan.scores, plan.year, to_target)]
    for goal in above:
        if (goal.total, goal.instrument) != (to_target.total, None):
            found.append(cheapest(plan.scores, plan.year, goal))
    return [route for route in found if route is not None]


def _ends(plan: Plan, route: Route) -> dict[int, float | Decimal]:
    return {**plan.scores, **{leg.indicator: leg.to for leg in route.legs}}


def _leg_rows(found: list[Route]) -> pd.DataFrame:
    rows = [
        {
            "goal": comparing.goal_name(route),
            "name": comparing.short_subject_name(leg.indicator),
            "now": float(leg.score),
            "to": float(leg.to),
            "raised": float(leg.points),
            "adds": float(leg.adds),
        }
        for route in found
        for leg in route.legs
    ]
    return pd.DataFrame(rows, columns=LEG_COLUMNS)


def _short_name(leg: Leg) -> str:
    return comparing.short_subject_name(leg.indicator)


def _level_row(route: Route) -> dict[str, Any]:
    return {
        "goal": comparing.goal_name(route),
        "raised": float(route.points),
        "total_then": float(route.total),
        "legs": ", ".join(map(_short_name, route.legs)),
    }
