"""What the things of ITA are called in the language that is spoken.

Records, frames, filters and addresses hold Thai names whatever is spoken; they are
put into English where they are shown. A name that is not known stays as it is:
names of agencies, units and files, and all that a report prints, have no other.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, Literal

import pandas as pd

from itadash import framework
from itadash.labels import language, retold, speaking, text
from itadash.reference import rows

Subject = Literal[
    "indicator",
    "short_indicator",
    "instrument",
    "level",
    "level_description",
    "province",
    "region",
    "agency_type",
]

MOST_IN_A_FILE_NAME: Final = 60  # characters; a Thai one takes three bytes of 255
# Thai vowels and tone marks are no letters to `\w`.
_NOT_IN_A_FILE_NAME: Final = re.compile(r"[^\w\u0e00-\u0e7f]+")

# Tables that name their things in English beside the Thai.
_NAMED_BESIDE: Final[Mapping[str, str]] = {
    "indicator": "indicators",
    "instrument": "instruments",
    "province": "provinces",
    "agency_type": "agency_types",
}
# The columns of frames that hold names, and of what.
_IN_FRAMES: Final[Mapping[str, Subject]] = {
    "province": "province",
    "region": "region",
    "agency_type": "agency_type",
    "level": "level",
    "level_other": "level",
    "computed_level": "level",
    "name": "indicator",
    "instrument_name": "instrument",
    "level_description": "level_description",
}


def named(words: str, subject: Subject) -> str:
    """Return the name of a thing, given by its Thai name, in the language spoken."""
    return words if language() == "th" else _english(subject).get(words, words)


def indicator(number: int) -> str:
    """Return the full name of an indicator."""
    return named(framework.indicator(number).name, "indicator")


def short_indicator(number: int) -> str:
    """Return the name of an indicator for narrow places."""
    return named(framework.indicator(number).short_name, "short_indicator")


def numbered(number: int) -> str:
    """Return number and full name of an indicator."""
    return text("charts.numbered", number=number, name=indicator(number))


def agency_label(label: str) -> str:
    """Return an agency's label, its name kept and its place in the language spoken."""
    whole, sign, number = label.partition(" #")
    parts = [_part(part) for part in whole.split(" · ")]
    return " · ".join(parts) + sign + number


def file_stem(label: str, year: int | None) -> str:
    """Return the name, without ending, of a file about an agency and year (B.E.).

    Letters of any script stay, whatever else a system may not take goes.
    """
    words = _NOT_IN_A_FILE_NAME.sub("-", label)[:MOST_IN_A_FILE_NAME].strip("-")
    return "-".join(part for part in ("itadash", words, str(year or "")) if part)


def thai_label(shown: str) -> str:
    """Return the label that `agency_label` shows so; addresses hold what is shown."""
    if language() == "th":
        return shown
    whole, sign, number = shown.partition(" #")
    parts = [_thai_parts().get(part, part) for part in whole.split(" · ")]
    return " · ".join(parts) + sign + number


@cache
def _thai_parts() -> dict[str, str]:
    keys = ("agency.unnamed", "agency.no_province")
    with speaking("th"):
        thai = [text(key) for key in keys]
    with speaking("en"):
        said = dict(zip(map(text, keys), thai, strict=True))
    return said | {name: province for province, name in _english("province").items()}


def _part(words: str) -> str:
    return retold(named(words, "province"), "agency.unnamed", "agency.no_province")


def named_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame with the names in its columns in the language spoken."""
    if language() == "th":
        return frame
    said = {
        column: _named_column(frame[column], subject)
        for column, subject in _IN_FRAMES.items()
        if column in frame.columns
    }
    return frame.assign(**said)


def _named_column(column: "pd.Series[Any]", subject: Subject) -> "pd.Series[Any]":
    """Rename the categories of a column, where it has them: they are few."""
    if not isinstance(column.dtype, pd.CategoricalDtype):
        known = {name: named(str(name), subject) for name in column.dropna().unique()}
        return column.map(known)
    names = [named(str(name), subject) for name in column.cat.categories]
    if len(set(names)) < len(names):  # two of one name cannot be categories
        return _named_column(column.astype("str"), subject)
    return column.cat.rename_categories(names)


@cache
def _english(subject: Subject) -> dict[str, str]:
    """Return the English names of a subject by their Thai ones."""
    beside = rows(_NAMED_BESIDE[subject]) if subject in _NAMED_BESIDE else ()
    own = (row for row in rows("english_names") if row["subject"] == subject)
    return {row["name"]: row["name_en"] for row in (*beside, *own)}
