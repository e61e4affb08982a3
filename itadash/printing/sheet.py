"""What stands on the printed page of an agency, in words."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from itadash import analysis, framework, naming
from itadash.labels import text
from itadash.printing.bars import drawing

MOST_FINDINGS: Final = 12
LONGEST: Final = 240  # characters of a result in the table; more are cut with a mark
_BUDDHIST: Final = 543

Row = Mapping[Hashable, Any]


@dataclass(frozen=True)
class AgencySheet:
    """One agency and year: its row of assessments, and frames as the screens have them.

    `tall` are its ten scores, `answered` its weak indicators paired with measures,
    `measures` those of the year after, `findings` with a `message` each.
    """

    row: pd.DataFrame
    tall: pd.DataFrame
    answered: pd.DataFrame
    measures: pd.DataFrame
    findings: pd.DataFrame
    made_on: date


def agency_page(sheet: AgencySheet) -> bytes:
    """Return the page as UTF-8 HTML."""
    row = analysis.with_points(sheet.row).iloc[0].to_dict()
    year = None if pd.isna(row["assessed_year"]) else int(row["assessed_year"])
    page = _template("agency.html").render(
        text=text,
        style=_style(),
        agency=_or(row["agency"], text("agency.unnamed")),
        place=_place(row),
        mark=_mark(row),
        facts=_facts(row, year) if _has_points(row) else [],
        bars=drawing(sheet.tall, framework.target(year)),
        title=analysis.weak_title(sheet.tall),
        has_scores=bool(row["has_scores"]),
        without_scores=text(
            f"agency.{'total' if _has_points(row) else 'measures'}_only"
        ),
        weak=_weak(sheet.answered),
        measures=[_measure(one) for one in sheet.measures.to_dict("records")],
        years=_years(sheet.measures, year),
        findings=_findings(sheet.findings),
        more=max(len(sheet.findings) - MOST_FINDINGS, 0),
        sources=_sources(sheet),
        made_on=printed_date(sheet.made_on),
        longest=LONGEST,
    )
    return page.encode()


def _has_points(row: Row) -> bool:
    """Tell whether there is a score or a total: one of them may stand alone."""
    return bool(row["has_scores"]) or bool(pd.notna(row["points"]))


def apology(words: str) -> bytes:
    """Return a page that says why the one asked for is not there."""
    page = _template("apology.html").render(text=text, words=words)
    return page.encode()


def printed_date(day: date) -> str:
    """Return a date as a Thai reader writes it, its year in B.E."""
    month = text(f"print.month.m{day.month}")
    return text("print.date", day=day.day, month=month, year=day.year + _BUDDHIST)


def _facts(row: Row, year: int | None) -> list[tuple[str, str, str]]:
    """Return label, value and sense of total and level, printed and computed."""
    gap = framework.target(year) - row["points"]
    sense = text("tile.not_all_ten")
    if pd.notna(gap):
        side = "tile.below" if gap > 0 else "tile.above"
        sense = text(side, gap=framework.shown(abs(gap)))
    computed = row["computed_total"]
    return [
        (text("print.total"), framework.shown(_or(row["total"], None)), sense),
        (text("print.computed"), _three_decimals(computed), text("print.from_ten")),
        (text("print.level"), _level(row["level"]), _level(row["level_other"], "")),
        (text("print.computed_level"), _level(row["computed_level"]), ""),
    ]


def _three_decimals(total: float) -> str:
    """Show the third decimal: it tells a misprint from rounding."""
    return text("framework.no_score") if pd.isna(total) else f"{total:.3f}"


def _place(row: Row) -> str:
    district, province = _or(row["district"], None), _named(row["province"], "province")
    year = row["assessed_year"]
    key = "agency.derived_year" if row["year_derived"] else "agency.year"
    parts = [
        _named(row["agency_type"], "agency_type"),
        text("agency.district", name=district) if district else None,
        text("agency.province", name=province) if province else None,
        text("agency.no_year") if pd.isna(year) else text(key, year=int(year)),
        text(f"state.{row['state']}"),
    ]
    return " · ".join(str(part) for part in parts if part)


def _named(value: Any, subject: naming.Subject) -> str | None:  # noqa: ANN401
    return None if pd.isna(value) else naming.named(str(value), subject)


def _level(value: Any, missing: str | None = None) -> str:  # noqa: ANN401
    return _known(_named(value, "level"), missing)


def _mark(row: Row) -> str:
    """Return what tells a made-up report from a real one."""
    if row["synthetic"]:
        return text("print.synthetic")
    return text("print.sample") if row["sample"] else ""


def _weak(answered: pd.DataFrame) -> list[dict[str, Any]]:
    """Return each weak indicator with its measures, widest gap first."""
    found: list[dict[str, Any]] = []
    numbers: list[int] = answered["indicator"].unique().tolist()
    for number in numbers:
        rows = answered[answered["indicator"] == number]
        first = rows.iloc[0]
        measures = rows[rows["has_measure"]].to_dict("records")
        no_measure = "card.unanswered" if first["has_report"] else "card.no_report"
        found.append(
            {
                "name": naming.indicator(int(number)),
                "number": number,
                "score": framework.shown(first["score"]),
                "gap": text("card.gap", gap=framework.shown(first["gap"])),
                "measures": [_measure(measure) for measure in measures],
                "without": text(no_measure),
            }
        )
    return found


def _measure(row: Row) -> dict[str, Any]:
    number: str = "" if pd.isna(row["no"]) else f"{int(row['no'])}."
    result = _known(row["result"])
    return {
        "no": number,
        "is_cut": len(result) > LONGEST,
        "title": str(row["title"]),
        "units": _known(row["units"]),
        "period": _known(row["period"]),
        "result": _short(result),
    }


def _years(measures: pd.DataFrame, assessed: int | None) -> str:
    """Name the fiscal years of the measures, without any the one they should be of."""
    if measures.empty and assessed is not None:
        return str(assessed + 1)
    years = sorted(int(year) for year in measures["fiscal_year"].dropna().unique())
    return ", ".join(map(str, years)) or text("framework.no_score")


def _findings(findings: pd.DataFrame) -> list[tuple[str, str]]:
    shown = findings.head(MOST_FINDINGS).to_dict("records")
    return [(text(f"mark.{one['severity']}"), str(one["message"])) for one in shown]


def _sources(sheet: AgencySheet) -> list[str]:
    names = pd.concat([sheet.row["source"], sheet.measures["source"]]).dropna()
    return [str(name) for name in names.astype("str").unique()]


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} …"


def _known(value: Any, missing: str | None = None) -> str:  # noqa: ANN401
    if pd.isna(value) or not value:
        return text("framework.no_score") if missing is None else missing
    return str(value)


def _or(value: Any, other: Any) -> Any:  # noqa: ANN401
    return other if pd.isna(value) else value


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _template(name: str) -> Template:
    return _environment().get_template(name)


@cache
def _style() -> str:
    return (Path(__file__).parent / "print.css").read_text(encoding="utf-8")
