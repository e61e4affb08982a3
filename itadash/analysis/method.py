"""How scores are made, as tables: the rules of `data/reference`, by years.

They need no store. Years are Buddhist; an open end is missing.
"""

from typing import Final

import pandas as pd

from itadash import framework
from itadash.labels import has, text
from itadash.reference import rows

# Every kind of finding, in the order in which a reader meets them.
CHECKS: Final = (
    *("score_out_of_range", "missing_indicator", "no_indicator_scores"),
    *("rows_not_read", "duplicate_measures", "overall_mismatch", "level_mismatch"),
    *("weak_without_measure", "measure_without_weakness", "incomplete_measure"),
    *("agency_name_variant", "other_agency_named", "foreign_script"),
    *("date_outside_fiscal_year", "date_after_report", "truncated_text"),
    *("claim_contradicted", "correction_not_matching"),
)
# The tables whose rows the page shows.
_TABLES: Final = (
    *("indicators", "instruments", "weights", "levels", "targets"),
    "national_results",
)


def indicator_rules() -> pd.DataFrame:
    """Return the ten indicators with what a point of each is worth in the total."""
    newest = max(int(row["from_year"]) for row in rows("weights"))
    return pd.DataFrame(
        {
            "indicator": one.number,
            "name": one.name,
            "instrument": one.instrument,
            "worth": float(framework.point_worth(one.number, newest) or 0),
        }
        for one in framework.indicators()
    )


def instrument_weights() -> pd.DataFrame:
    """Return the share of each instrument (percent) in each span of years."""
    names = {row["instrument"]: row["name"] for row in rows("instruments")}
    found = pd.DataFrame(
        {
            **_span(row),
            "instrument": row["instrument"],
            "instrument_name": names[row["instrument"]],
            "weight": float(row["weight"]) * 100,
            "basis": _sureness(row["source"]),
        }
        for row in rows("weights")
    )
    return _with_years(found)


def level_rules() -> pd.DataFrame:
    """Return the levels of every scale, best first, with the points they ask for."""
    found = pd.DataFrame(
        {
            **_span(row),
            "level": row["level"],
            "minimum_total": float(row["minimum_total"]),
            "minimum_instrument": row["minimum_instrument"] or text("method.no_bar"),
            "level_description": row["description"],
        }
        for row in rows("levels")
    )
    return _with_years(found)


def target_rules() -> pd.DataFrame:
    """Return the target and the national goal (percent of agencies) by years."""
    found = pd.DataFrame(
        {
            **_span(row),
            "target": float(row["target"]),
            "goal_share": _number(row["goal_share"]),
            "goal_year": _number(row["goal_year"]),
        }
        for row in rows("targets")
    )
    return _with_years(found).astype({"goal_year": "Int64"})


def national_years() -> pd.DataFrame:
    """Return what is known of the whole country by year; unknown is missing."""
    found = pd.DataFrame(
        {
            "year": one.year,
            "agencies": one.agencies,
            "mean": one.mean,
            "passed": one.passed,
            "passed_share": one.passed_share,
            "basis": text("method.derived" if one.derived else "method.published"),
        }
        for one in framework.national_results()
    )
    return found.astype({"passed": "Int64"})


def check_kinds() -> pd.DataFrame:
    """Return the kinds of findings by their names."""
    return pd.DataFrame({"code": [text(f"finding_kind.{code}") for code in CHECKS]})


def sources() -> pd.DataFrame:
    """Return the sources of these tables and how far each can be trusted."""
    used = dict.fromkeys(row["source"] for name in _TABLES for row in rows(name))
    return pd.DataFrame(
        {"source_name": _described(key), "basis": _sureness(key)} for key in used
    )


def _described(key: str) -> str:
    """Return the words for a source; those of the table for one that has none yet."""
    known = {row["key"]: row["description"] for row in rows("sources")}
    label = f"method.source.{key}"
    return text(label) if has(label) else known[key]


def _sureness(source: str) -> str:
    known = {row["key"]: row["confidence"] for row in rows("sources")}
    words = {"2+": "several", "1": "one", "inf": "inferred"}
    return text(f"method.basis.{words[known[source]]}")


def _span(row: dict[str, str]) -> dict[str, object]:
    return {"from_year": int(row["from_year"]), "to_year": _number(row["to_year"])}


def _with_years(found: pd.DataFrame) -> pd.DataFrame:
    """Put the years of a row in front, in one column of words."""
    years = [
        _years(*pair) for pair in zip(found["from_year"], found["to_year"], strict=True)
    ]
    rest = found.drop(columns=["from_year", "to_year"])
    rest.insert(0, "years", years)
    return rest


def _years(first: int, last: float) -> str:
    if pd.isna(last):
        return text("method.from_year", first=first)
    return str(first) if first == last else f"{first}–{last:.0f}"


def _number(cell: str) -> float:
    return float(cell) if cell else float("nan")
