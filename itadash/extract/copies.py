"""Measures printed twice, and where the prints differ, in the words that they print.

A measure counts once. Without a number to hold them together two prints must read
the same letter by letter: titles that are only near name different measures.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from itadash import thai
from itadash.model import MEASURE_TEXTS, Finding, Measure

MIN_COPY_LIKENESS = 90  # of 100: two prints of one measure differ by scanning slips
AROUND = 6  # letters shown on either side of a difference
CLOSE = 4  # differences with fewer letters between them are shown as one

_GLANCED_LETTERS = 4  # without marks, which scans lose first
_DIGITS = re.compile(r"\d+")

Span = tuple[int, int, int, int]


def without_copies(measures: list[Measure]) -> tuple[list[Measure], list[Finding]]:
    """Part first prints from copies; only measures alike at a glance are compared.

    A report of results under the plan in one file says of a measure what the plan
    does not: the first print takes that over, and such a pair is no finding.
    """
    kept: list[Measure] = []
    copies: list[tuple[int, Measure]] = []
    alike_at_a_glance: dict[tuple[object, ...], list[int]] = {}
    for measure in measures:
        seen = alike_at_a_glance.setdefault(_glance(measure), [])
        original = next((at for at in seen if _is_copy(measure, kept[at])), None)
        if original is None:
            seen.append(len(kept))
            kept.append(measure)
        elif _complete_each_other(kept[original], measure):
            kept[original] = _completed(kept[original], measure)
        else:
            copies.append((original, measure))
    return kept, _copies_found(kept, copies)


def _complete_each_other(one: Measure, other: Measure) -> bool:
    """Tell whether two prints have a number, one title, and no field in common.

    One of them may say nothing more: results that are still to be filled in.
    """
    titles = {thai.bare_letters(measure.title)[0] for measure in (one, other)}
    said = _said(one), _said(other)
    return (
        one.no is not None and len(titles) == 1 and any(said) and not said[0] & said[1]
    )


def _said(measure: Measure) -> set[str]:
    return {name for name in MEASURE_TEXTS if getattr(measure, name)}


def _completed(one: Measure, other: Measure) -> Measure:
    """Add what only the other print says; units and days go with their words."""
    missing = _said(other)
    names = [*missing, *(["units"] if "responsible" in missing else [])]
    names += ["period_start", "period_end"] if "period" in missing else []
    return replace(one, **{name: getattr(other, name) for name in names})


def _glance(measure: Measure) -> tuple[object, ...]:
    """Return what all prints of one measure share, as cheap to compare as to make."""
    beginning = thai.bare_letters(measure.title)[0][:_GLANCED_LETTERS]
    return measure.no, beginning, _digits(measure)


def _digits(measure: Measure) -> tuple[str, ...]:
    return _numbers(measure.title)


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(_DIGITS.findall(thai.arabic(text)))


def _is_copy(one: Measure, other: Measure) -> bool:
    """Tell whether two are one; a scan reads two prints a little apart.

    What is printed must not contradict: a measure may differ from the next in its
    number, its year, its unit, its period or its group alone.
    """
    return (
        one.no == other.no
        and _digits(one) == _digits(other)
        and not any(map(_contradict, _facts(one), _facts(other)))
        and _alike(one.title, other.title)
        and (_alike(one.steps, other.steps) or _complete_each_other(one, other))
        and (one.no is not None or _same_words(one, other))
    )


def _same_words(one: Measure, other: Measure) -> bool:
    """Tell whether titles are the same letters, and steps name the same numbers."""
    letters = (thai.bare_letters(measure.title)[0] for measure in (one, other))
    numbers = (_numbers(measure.steps or "") for measure in (one, other))
    return len(set(letters)) == 1 and len(set(numbers)) == 1


def _facts(measure: Measure) -> tuple[object, ...]:
    group = thai.bare_letters(measure.group)[0] if measure.group else None
    period = (measure.period_start, measure.period_end)
    return measure.instrument, group, measure.units, period if any(period) else None


def _contradict(one: object, other: object) -> bool:
    """Tell whether both are printed and differ; what is not printed is silent."""
    return bool(one) and bool(other) and one != other


def _alike(one: str | None, other: str | None) -> bool:
    return fuzz.ratio(thai.key(one or ""), thai.key(other or "")) >= MIN_COPY_LIKENESS


def _copies_found(
    kept: list[Measure], copies: list[tuple[int, Measure]]
) -> list[Finding]:
    if not copies:
        return []
    at, first = copies[0]
    found = [part for at, copy in copies for part in differences(kept[at], copy)]
    return [
        Finding(
            "duplicate_measures",
            "info",
            parameters=(("count", len(copies)),),
            measure=at,
            place=replace(first.place, text="; ".join(found) or first.title),
        )
    ]


def differences(one: Measure, other: Measure) -> list[str]:
    """Return "one print / other print" for every place where two prints differ.

    White space, marks that scans misplace and forms of digits make no difference.
    """
    return [
        difference
        for field in ("title", "description", *MEASURE_TEXTS)
        for difference in _between(
            getattr(one, field) or "", getattr(other, field) or ""
        )
    ]


def _between(one: str, other: str) -> Iterator[str]:
    first, second = _letters(one), _letters(other)
    if first == second:
        return
    for a, b, c, d in _spans(first, second):
        yield f"{_shown(first, a, b)} / {_shown(second, c, d)}"


def _spans(first: str, second: str) -> list[Span]:
    """Return the differing stretches (from, to, from, to), close ones joined."""
    spans: list[Span] = []
    for step in Indel.opcodes(first, second):
        if step.tag == "equal":
            continue
        a, b, c, d = step.src_start, step.src_end, step.dest_start, step.dest_end
        if spans and a - spans[-1][1] < CLOSE:
            spans[-1] = (spans[-1][0], b, spans[-1][2], d)
        else:
            spans.append((a, b, c, d))
    return spans


def _shown(text: str, start: int, end: int) -> str:
    before, behind = max(0, start - AROUND), end + AROUND
    return f"“{text[before:behind]}”" if text else "–"


def _letters(text: str) -> str:
    return thai.mend("".join(text.split()))
