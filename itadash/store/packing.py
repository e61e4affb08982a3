"""A report as one JSON value, for what is kept beside the tables."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from itadash.model import Agency, Finding, Link, Measure, Place, Report, Score

Packed = dict[str, Any]

_DAYS = ("report_date", "period_start", "period_end")


def packed(report: Report) -> Packed:
    """Return a report as plain values, days as ISO texts."""
    return dict(plain(asdict(report)))


def plain(value: Any) -> Any:  # noqa: ANN401
    """Return a nested value with its days and times as ISO texts."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


def unpacked(value: Packed) -> Report:
    """Return the report that was packed."""
    return Report(
        **_with_days(value)
        | {
            "agency": Agency(**value["agency"]),
            "scores": tuple(_score(one) for one in value["scores"]),
            "measures": tuple(_measure(one) for one in value["measures"]),
            "findings": tuple(_finding(one) for one in value["findings"]),
            "overall_place": Place(**value["overall_place"]),
        }
    )


def _with_days(value: Packed) -> Packed:
    days = {name: value[name] for name in _DAYS if value.get(name)}
    return value | {name: date.fromisoformat(day) for name, day in days.items()}


def _score(value: Packed) -> Score:
    return Score(**value | {"place": Place(**value["place"])})


def _measure(value: Packed) -> Measure:
    return Measure(
        **_with_days(value)
        | {
            "units": tuple(value["units"]),
            "indicators": tuple(Link(**one) for one in value["indicators"]),
            "place": Place(**value["place"]),
        }
    )


def _finding(value: Packed) -> Finding:
    parameters = tuple((name, said) for name, said in value["parameters"])
    rest = value | {"parameters": parameters, "place": Place(**value["place"])}
    return Finding(rest.pop("code"), rest.pop("severity"), **rest)
