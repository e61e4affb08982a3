"""The calendar of a fiscal year: October first, numbers where measures run."""

import pandas as pd

from itadash import charts
from itadash.labels import text

OCTOBER_FIRST = ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค."]


def months(*rows):
    return pd.DataFrame(rows, columns=["unit", "month", "measures"])


def cells(figure):
    """Give the words of the cells by row, whatever step of colour they are in."""
    found = [["" for _ in range(12)] for _ in figure.data[0].y]
    for trace in figure.data:
        for at, row in enumerate(trace.text):
            found[at] = [a or str(b) for a, b in zip(found[at], row, strict=True)]
    return found


def test_the_year_begins_with_october_in_thai():
    figure = charts.unit_calendar(months(("กองช่าง", 10, 1)), title="ก")

    assert list(figure.layout.xaxis.ticktext)[:6] == OCTOBER_FIRST


def test_a_cell_holds_the_number_of_measures_and_an_empty_month_nothing():
    figure = charts.unit_calendar(
        months(("กองช่าง", 10, 7), ("กองช่าง", 9, 1)), title="ก"
    )

    assert cells(figure) == [["7", *[""] * 10, "1"]]


def test_units_are_named_in_their_order_and_a_missing_one_too():
    figure = charts.unit_calendar(
        months(("<b>กองช่าง</b>", 10, 2), (None, 11, 1)), title="ก"
    )

    names = [one.text for one in figure.layout.annotations if one.name == "unit"]
    assert names == ["&lt;b&gt;กองช่าง&lt;/b&gt;", text("charts.no_unit")]
    assert cells(figure)[1][1] == "1"


def test_no_more_units_are_drawn_than_a_reader_takes_in():
    many = months(*((f"หน่วยที่ {at}", 10, 1) for at in range(30)))

    figure = charts.unit_calendar(many, title="ก")

    assert len(figure.data[0].y) == 12
    assert "หน่วยที่ 11" in charts.alt(figure)
    assert "หน่วยที่ 12 " not in charts.alt(figure)
