import pytest

from itadash.reference import FOLDER, in_force, listed, rows

TABLES = sorted(path.stem for path in FOLDER.glob("*.csv"))
FACTS = [name for name in TABLES if name != "sources"]


@pytest.mark.parametrize("name", FACTS)
def test_every_row_names_a_known_source(name):
    known = {row["key"] for row in rows("sources")}

    assert rows(name)
    assert {row["source"] for row in rows(name)} <= known


def test_every_source_is_used_and_says_how_sure_it_is():
    used = {row["source"] for name in FACTS for row in rows(name)}

    assert [row["key"] for row in rows("sources") if row["key"] not in used] == []
    assert {row["confidence"] for row in rows("sources")} <= {"2+", "1", "inf"}


@pytest.mark.parametrize("name", TABLES)
def test_cells_are_trimmed_and_rows_are_unique(name):
    every = [tuple(row.values()) for row in rows(name)]

    assert all(cell == cell.strip() for row in every for cell in row)
    assert len(set(every)) == len(every)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_described_in_the_readme(name):
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")

    assert f"`{name}.csv`" in readme


def test_a_table_that_is_not_there_is_our_mistake():
    with pytest.raises(FileNotFoundError):
        rows("no_such_table")


def test_a_row_with_a_cell_too_few_is_our_mistake(tmp_path, monkeypatch):
    (tmp_path / "odd.csv").write_text("key,name\na,b\nc\n", encoding="utf-8")
    monkeypatch.setattr("itadash.reference.FOLDER", tmp_path)

    with pytest.raises(ValueError, match=r"odd\.csv row 3"):
        rows("odd")


@pytest.mark.parametrize(
    ("year", "count"), [(2561, 0), (2562, 7), (2565, 7), (2566, 5), (2600, 5)]
)
def test_a_row_is_in_force_from_its_first_to_its_last_year(year, count):
    assert len(in_force("levels", year)) == count


@pytest.mark.parametrize(
    ("cell", "parts"), [("", ()), ("ก", ("ก",)), ("ก|ข", ("ก", "ข"))]
)
def test_a_cell_with_several_values_is_split(cell, parts):
    assert listed(cell) == parts
