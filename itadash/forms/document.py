"""The form as a .docx; Thai digits, gaps marked, nothing made up."""

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO, Final

from itadash import framework
from itadash.forms.content import FormInput, FormMeasure, FormScore
from itadash.labels import speaking, text
from itadash.workbook.cells import mended

if TYPE_CHECKING:
    from docx.document import Document

_THAI_DIGITS: Final = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_SCORE_WIDTHS: Final = (6.2, 3.6, 7.2)
_PLAN: Final = ("steps", "responsible", "period", "follow_up")
_PLAN_WIDTHS: Final = (1.2, 5.6, 9.0, 3.4, 2.9, 3.6)
_RESULTS: Final = ("result", "outcome", "recommendation")
_RESULT_WIDTHS: Final = (1.2, 6.5, 7.0, 5.5, 5.5)


def form_bytes(content: FormInput) -> bytes:
    """Return the form as the bytes of a .docx."""
    file = BytesIO()
    write_form(content, file)
    return file.getvalue()


@speaking("th")  # an official document of a Thai agency
def write_form(content: FormInput, file: BinaryIO) -> None:
    """Write the form: analysis, measures, report of results."""
    import docx

    from itadash.forms import paper

    document = docx.Document()
    paper.set_up(document)
    document.core_properties.title = text("form.title")
    document.core_properties.author = mended(content.agency)[:255]
    document.core_properties.comments = ""
    if content.synthetic:
        paper.prose(document, text("synthetic.table"))
    fiscal_year = _year(content.fiscal_year)
    years = text("form.of_year", year=fiscal_year)
    named = text("form.measures_of", agency=content.agency)
    paper.title(document, named, content.place, years)
    _write_analysis(document, content)
    paper.next_section(document)
    paper.heading(document, text("form.plan", year=fiscal_year))
    _write_measures(document, content.measures, _PLAN, _PLAN_WIDTHS)
    paper.next_section(document)
    paper.heading(document, text("form.results", year=fiscal_year))
    _write_measures(document, content.measures, _RESULTS, _RESULT_WIDTHS)
    document.save(file)


def apology(words: str) -> bytes:
    """Return a document that says why the one asked for is not there."""
    import docx

    from itadash.forms import paper

    document, file = docx.Document(), BytesIO()
    paper.set_up(document)
    paper.prose(document, words)
    document.save(file)
    return file.getvalue()


def thai_digits(words: str) -> str:
    """Write Arabic digits as Thai ones."""
    return words.translate(_THAI_DIGITS)


def points(score: float | None) -> str:
    """Write a score with two decimals, with more where it has more."""
    if score is None:
        return text("form.gap")
    exact = round(score, 2) == score
    return thai_digits(f"{score:.2f}" if exact else f"{score:.10g}")


def _year(year: int | None) -> str:
    return text("form.gap") if year is None else thai_digits(str(year))


def _write_analysis(document: "Document", content: FormInput) -> None:
    from itadash.forms import paper

    paper.heading(document, text("form.analysis"))
    said = text(
        "form.found",
        agency=content.agency,
        year=_year(content.assessed_year),
        total=points(content.total),
        level=content.level or text("form.gap"),
    )
    paper.prose(document, said)
    _write_scores(document, content)
    paper.heading(document, text("form.weak"))
    paper.prose(document, _weak_points(content))
    for at, (topic, weak) in enumerate(content.topics, start=1):
        names = text("form.topic_weak", names=", ".join(weak)) if weak else ""
        numbered = thai_digits(f"{at}. {topic}")
        paper.prose(document, f"{numbered}: {names}{text('form.gap')}")


def _weak_points(content: FormInput) -> str:
    known = [one for one in content.scores if one.score is not None]
    if not known:
        return text("form.gap")
    if not content.weak:
        return text("form.none_weak", target=thai_digits(f"{content.target:g}"))
    names = ", ".join(one.name for one in content.weak)
    target = thai_digits(f"{content.target:g}")
    return text("form.weak_are", target=target, names=names)


def _write_scores(document: "Document", content: FormInput) -> None:
    """Write the ten scores; a text that counts for several stands in one cell."""
    from itadash.forms import paper

    heads = [text(f"form.head_{name}") for name in ("indicator", "score", "issue")]
    made = paper.table(document, heads, _SCORE_WIDTHS)
    for instrument, scores in groupby(content.scores, key=lambda one: one.instrument):
        paper.group_row(made, _instrument(instrument))
        for issue, same in groupby(scores, key=lambda one: _issue(one, content.target)):
            rows = [
                paper.row(made, [_named(one), _with_unit(one), ""], _SCORE_WIDTHS)
                for one in same
            ]
            first, last = rows[0].cells[2], rows[-1].cells[2]
            paper.fill(first.merge(last) if len(rows) > 1 else first, issue)
            paper.keep_together(rows)


def _instrument(code: str) -> str:
    names = {str(key): names[0] for key, names in framework.instrument_names().items()}
    return f"{names[code]} ({code})"


def _named(one: FormScore) -> str:
    return f"{thai_digits(str(one.number))}. {one.name}"


def _with_unit(one: FormScore) -> str:
    said = points(one.score)
    return said if one.score is None else text("form.points", score=said)


def _issue(one: FormScore, target: float) -> str:
    if one.issue:
        return one.issue
    passes = one.score is not None and one.score >= target
    return "-" if passes else text("form.gap")


def _write_measures(
    document: "Document",
    measures: Sequence[FormMeasure],
    fields: Sequence[str],
    widths: Sequence[float],
) -> None:
    """Write a table of measures; without any, one row to be filled in."""
    from itadash.forms import paper

    heads = [text(f"form.head_{name}") for name in ("no", "title", *fields)]
    made = paper.table(document, heads, widths)
    group = None
    for one in measures:
        if one.said.get("group_heading") != group:
            group = one.said.get("group_heading")
            if group:
                paper.group_row(made, group)
        cells = [one.said.get(name, text("form.gap")) for name in fields]
        paper.row(made, [_number(one), _title(one), *cells], widths)
    if not measures:
        gaps = [text("form.gap")] * (len(heads) - 1)
        paper.row(made, [thai_digits("1"), *gaps], widths)


def _number(one: FormMeasure) -> str:
    return "" if one.no is None else thai_digits(str(one.no))


def _title(one: FormMeasure) -> str:
    description = one.said.get("description")
    return f"{one.title}\n{description}" if description else one.title
