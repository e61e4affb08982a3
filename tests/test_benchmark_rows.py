"""What `python -m benchmarks pages --json` prints, without measuring anything."""

import json
from contextlib import nullcontext
from pathlib import Path

import pytest

from benchmarks import __main__, pages
from benchmarks.served import EMPTY


class Answering:
    """Answers at once, as slowly as it is told, in the place of a server."""

    def __init__(self, seconds):
        self.seconds = seconds
        self.pages = ("", "compare", EMPTY)

    def begin(self):
        pass

    def rerun(self, page="", **query):
        return self.seconds


def printed(monkeypatch, capsys, *, country, five):
    readers = {"country": country, "five": five}
    monkeypatch.setattr(
        pages,
        "demo_store",
        lambda n: Path("five" if n == pages.FIVE else "country"),
    )
    monkeypatch.setattr(
        pages, "dashboard", lambda store: nullcontext(Answering(readers[store.name]))
    )
    monkeypatch.setattr(pages, "_labels", lambda store: "หน่วยงาน")
    monkeypatch.setattr(pages, "_start", lambda text, store: 1.0)
    code = __main__.main(["pages", "--quick", "--json"])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(("country", "code"), [(0.01, 0), (0.02, 1)])
def test_each_figure_of_the_pages_is_one_row_of_json(
    monkeypatch, capsys, country, code
):
    found, rows = printed(monkeypatch, capsys, country=country, five=0.01)

    assert found == code
    assert len(rows) == 2 * 2 * 2 + 1
    for row in rows:
        assert list(row) == ["name", "value", "base", "ratio", "bar", "ok"]
        assert row["ratio"] == pytest.approx(row["value"] / row["base"])
        assert row["ok"] is (row["ratio"] <= row["bar"])


def test_the_bars_are_those_of_the_design(monkeypatch, capsys):
    _, rows = printed(monkeypatch, capsys, country=0.01, five=0.01)

    bars = {row["name"].partition(": ")[2]: row["bar"] for row in rows[:-1]}
    assert bars == {"country / five (s)": 1.5, "country / empty (s)": 5.0}
    assert rows[-1]["bar"] == 3.0
