"""Which figure answers a question: decided by how much is compared, nothing else.

| | one subject | several | ten |
|---|---|---|---|
| one agency | place | places | places |
| 2 to 6 | ranked | dots | dots |
| 7 to 40 | ranked | heat | heat |
| more | ranked, by the page | heat, by the page | heat, by the page |
"""

from typing import Final, Literal

from itadash.charts.heatmap import MOST_AGENCIES

Kind = Literal["places", "ranked", "dots", "heat"]

MOST_DOTS: Final = 6  # agencies that shapes can tell apart
# Rows of one page: a ranked bar is read line by line, a heat map at a glance.
ROWS: Final[dict[Kind, int]] = {"ranked": 20, "heat": MOST_AGENCIES}


def figure_kind(agencies: int, subjects: int) -> Kind:
    """Return the figure for numbers of agencies and subjects, both at least one.

    A subject is an indicator or the total. ValueError where there is nothing to
    draw.
    """
    if agencies < 1 or subjects < 1:
        raise ValueError(f"Nothing to draw: {agencies} agencies, {subjects} subjects.")
    if agencies == 1:
        return "places"
    if subjects == 1:
        return "ranked"
    return "dots" if agencies <= MOST_DOTS else "heat"


def pages_of(kind: Kind, agencies: int) -> int:
    """Return how many pages a figure of some agencies has, at least one."""
    rows = ROWS.get(kind, max(agencies, 1))
    return max(-(-agencies // rows), 1)


def window(kind: Kind, agencies: int, page: int) -> slice:
    """Return the rows of a page, the first page being 1; beyond the last, the last."""
    rows = ROWS.get(kind, max(agencies, 1))
    start = (min(max(page, 1), pages_of(kind, agencies)) - 1) * rows
    return slice(start, min(start + rows, agencies))
