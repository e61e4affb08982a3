"""What a measure lacks, and cells that stop in the middle."""

import re
from collections.abc import Iterator

from itadash.checks.coverage import short_title
from itadash.checks.passages import Passage, Texts
from itadash.checks.words import any_of
from itadash.labels import text
from itadash.model import MEASURE_TEXTS, Finding, Measure, Place, Report

PARTS = ("unit", "period", "result")
TAIL = 60  # characters of a cell's end that are shown and in which a bracket counts

# No Thai word ends in a vowel written before its consonant, nor in a mark that must
# have a consonant behind it; "ก็" is the one exception.
_CUT_WORD = re.compile("(?:[เแโใไ]|[ก-ฮ][ัื][่-๋]?|(?<!ก)็)$")
_OPEN_BRACKET = re.compile(rf"[(（][^()（）]{{0,{TAIL}}}$")


def truncated_text(texts: Texts, report: Report) -> Iterator[Finding]:
    """Yield each cell that ends inside a word or a bracket.

    Rows that a page break cut are joined by now, so what goes on is whole.
    """
    for at, measure in enumerate(report.measures):
        for words in _cell_texts(measure):
            if is_cut(words):
                yield _truncated(texts, words, measure.place, measure=at)
    for score in report.scores:
        if score.issue and is_cut(score.issue):
            yield _truncated(texts, score.issue, score.place, indicator=score.indicator)


def incomplete_measure(texts: Texts, report: Report) -> Iterator[Finding]:
    """Yield each measure without a responsible unit, a period or its result.

    What no measure has is a column that the table lacks, said once, at the first.
    """
    missing = [_missing(measure, report) for measure in report.measures]
    common = set.intersection(*missing) if len(missing) > 1 else set()
    for at, measure in enumerate(report.measures):
        own = missing[at] if at == 0 else missing[at] - common
        if own:
            parts = (text(f"finding.lacks_{part}") for part in PARTS if part in own)
            yield Finding(
                "incomplete_measure",
                "info",
                (("title", short_title(measure)), ("parts", ", ".join(parts))),
                measure=at,
                place=measure.place,
            )


def is_cut(words: str) -> bool:
    """Tell whether a text ends inside a word or an unclosed bracket."""
    end = words[-TAIL - 2 :].rstrip()
    return bool(_CUT_WORD.search(end)) or bool(_OPEN_BRACKET.search(end))


def _missing(measure: Measure, report: Report) -> set[str]:
    lacks = {"unit": not _names_someone(measure), "period": measure.period is None}
    if report.kind == "results":
        lacks["result"] = measure.result is None and measure.outcome is None
    return {part for part in PARTS if lacks.get(part)}


def _names_someone(measure: Measure) -> bool:
    """Tell whether a unit or a post is named; a nameless collective is nobody."""
    if measure.units or measure.responsible is None:
        return bool(measure.units)
    bare = re.sub(r"[\s\-–•*.]", "", measure.responsible)
    return bool(any_of("nameless").sub("", bare))


def _cell_texts(measure: Measure) -> list[str]:
    cells = [measure.description or measure.title]
    cells += [getattr(measure, name) for name in MEASURE_TEXTS]
    return [words for words in cells if words]


def _truncated(
    texts: Texts,
    words: str,
    otherwise: Place,
    measure: int | None = None,
    indicator: int | None = None,
) -> Finding:
    end = " ".join(words.split("\n")[-1][-TAIL:].split())
    found = _ending_in(texts, words)
    line = found.lines[-1] if found else otherwise.line
    return Finding(
        "truncated_text",
        "info",
        measure=measure,
        indicator=indicator,
        place=Place(line, end),
    )


def _ending_in(texts: Texts, words: str) -> Passage | None:
    """Return the last cell that ends as the joined text does."""
    end = words.rstrip().split("\n")[-1][-TAIL:]
    fitting = [cell for cell in texts.cells if cell.text.rstrip().endswith(end)]
    return fitting[-1] if fitting else None
