"""Measures are found by their words, whatever a report or a reader puts between."""

import sqlite3
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itadash.errors import TooManyWordsError
from itadash.model import Link
from itadash.store import open_store, search
from tests.builders import build_agency, build_measure, build_report

FILES = count()  # a file that came before is an older version, and changes nothing


@pytest.fixture
def path(tmp_path):
    return tmp_path / "store.sqlite"


@pytest.fixture
def store(path):
    return open_store(f"sqlite:///{path}")


def save(store, *measures, **fields):
    report = build_report(measures=measures, **fields)
    store.save(report, content=f"file {next(FILES)}".encode())


def titles(store, words="", **narrowed):
    return list(store.search_measures(words, **narrowed).rows["title"])


@pytest.mark.parametrize(
    "words",
    [
        "แผนปฏิบัติการป้องกัน",
        "แผน ปฏิบัติการ",
        "ปี 2565",
        "พ.ศ.๒๕๖๕",
        "e-service",
        "E-SERVICE",
        "อำนาจ",
        "อํานาจ",
        "เเผน",
    ],
)
def test_white_space_digits_and_case_do_not_matter(store, words):
    save(store, build_measure("แผน ปฏิบัติ\nการป้องกัน พ.ศ. ๒๕๖๕ E-service และอํานาจ"))

    assert len(titles(store, words)) == 1


def test_all_words_are_to_be_there(store):
    save(store, build_measure("อบรมบุคลากร"), build_measure("อบรมประชาชน"))

    assert titles(store, "อบรม") == ["อบรมบุคลากร", "อบรมประชาชน"]
    assert titles(store, "ประชาชน อบรม") == ["อบรมประชาชน"]
    assert titles(store, "อบรม ตรวจสอบ") == []


def test_words_of_one_and_two_characters_are_found_too(store):
    save(store, build_measure("ใช้รถ"), build_measure("ใช้เงิน"))

    assert titles(store, "รถ") == ["ใช้รถ"]
    assert titles(store, "ถ ใช้") == ["ใช้รถ"]


@pytest.mark.parametrize(
    "field",
    ["description", "group", "steps", "result", "outcome", "follow_up", "responsible"],
)
def test_every_text_of_a_measure_is_looked_into(store, field):
    save(store, build_measure("ก", **{field: "จุดบริการครบวงจร"}), build_measure("ข"))

    assert titles(store, "บริการครบ") == ["ก"]


def test_a_word_does_not_reach_from_one_field_into_the_next(store):
    save(store, build_measure("จัดอบ", steps="รมทุกปี"))

    assert titles(store, "อบรม") == []


@pytest.mark.parametrize(
    "words",
    [
        '"',
        "'",
        "%",
        "_",
        "*",
        "\x00",
        "\ud800",
        "OR",
        "NEAR(ก ข)",
        "title:ก",
        "^ก",
        "-ก",
    ]
    + ["ก" * 10_000, '"' * 10_000, "%" * 60_000, "\\", "\x1f", "ก\x00ข"],
)
def test_a_hostile_query_is_just_text(store, words):
    save(store, build_measure("มาตรการธรรมดา"))

    assert titles(store, words) == ([] if search.folded(words) else ["มาตรการธรรมดา"])


@pytest.mark.parametrize("sign", ['100%"ก_ข', "ก*ข", "a\\b", "(x) OR y"])
def test_signs_are_found_as_they_are_printed(store, sign):
    save(store, build_measure(f"มี {sign} อยู่"), build_measure("ไม่มี"))

    assert titles(store, sign) == [f"มี {sign} อยู่"]


def test_a_very_long_word_is_compared_to_its_end(store):
    long = "กขค" * 400
    save(store, build_measure(long + "ง"))

    assert len(titles(store, long + "ง")) == 1
    assert titles(store, long + "จ") == []


def test_too_many_words_are_refused_with_a_sentence(store):
    words = " ".join(f"คำที่{number:04}" for number in range(search.MOST_WORDS + 1))

    with pytest.raises(TooManyWordsError, match="โปรด"):
        store.search_measures(words)


def test_a_repeated_word_is_one_word(store):
    save(store, build_measure("อบรม"))

    assert titles(store, "อบ อบรม " * 5_000) == ["อบรม"]


def test_filters_narrow_what_is_found(store):
    save(store, build_measure("ก", units=("กองคลัง",)), fiscal_year=2564)
    save(store, build_measure("ข", units=("กองช่าง",)), fiscal_year=2565)
    other = build_agency("องค์การอื่น", type="อบจ.", province="ลพบุรี")
    save(
        store,
        build_measure("ค", indicators=(), responsible="กองคลัง"),
        fiscal_year=2565,
        agency=other,
    )

    assert titles(store, fiscal_year=2565) == ["ข", "ค"]
    assert titles(store, unit="กองช่าง") == ["ข"]
    assert titles(store, unit="กอง") == []
    assert titles(store, indicator=9) == ["ก", "ข"]
    assert titles(store, agency_id=2) == ["ค"]
    assert titles(store, province="ลพบุรี") == ["ค"]
    assert titles(store, agency_type="อบจ.") == ["ค"]
    assert titles(store, "กองช่าง", agency_id=2) == []
    assert titles(store, "ค", province="ลพบุรี", fiscal_year=2565) == ["ค"]


def test_a_link_too_weak_to_answer_is_not_the_indicator_of_a_measure(store):
    weak = build_measure("ก", indicators=(Link(9, 0.49, "ก"),))
    save(store, weak, build_measure("ข", indicators=(Link(9, 0.5, "ข"),)))

    assert titles(store, indicator=9) == ["ข"]


def test_samples_are_left_out_where_they_do_not_count(store):
    store.save(build_report(), content=b"sample", sample=True)

    assert len(titles(store)) == 1
    assert titles(store, samples=False) == []


def test_pages_follow_one_another_and_the_total_stays(store):
    save(store, *(build_measure(f"มาตรการที่ {number}") for number in range(7)))

    pages = [
        store.search_measures("มาตรการ", limit=3, offset=at) for at in (0, 3, 6, 9)
    ]

    assert [len(page.rows) for page in pages] == [3, 3, 1, 0]
    assert {(page.total, page.is_exact) for page in pages} == {(7, True)}
    assert len({number for page in pages for number in page.rows["measure_id"]}) == 7


@pytest.mark.parametrize(("most", "said"), [(6, (6, False)), (7, (7, True))])
def test_hits_beyond_a_bound_are_said_to_be_more(store, monkeypatch, most, said):
    monkeypatch.setattr(search, "COUNTED_TO", most)
    monkeypatch.setattr(search, "LISTED", 1)
    save(store, *(build_measure(f"มาตรการที่ {number}") for number in range(7)))

    found = store.search_measures("มาตรการ", limit=2)

    assert (found.total, found.is_exact) == said
    assert store.search_measures(limit=2).total == 7


def test_a_changed_report_is_found_by_its_new_words_only(store):
    save(store, build_measure("ถ้อยคำเดิม"))
    save(store, build_measure("ถ้อยคำใหม่"))

    assert titles(store, "ถ้อยคำ") == ["ถ้อยคำใหม่"]
    assert titles(store, "เดิม") == []


def test_a_deleted_report_is_found_no_more(store):
    save(store, build_measure("ถ้อยคำเดิม"))

    store.delete_report(1)

    assert titles(store, "ถ้อยคำ") == []
    assert store.search_measures().total == 0


def test_rows_written_past_the_store_are_found_too(store, path):
    save(store, build_measure("ก"))
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO measures (document_id, position, title, units, text)"
            " VALUES (1, 1, 'เขียนตรง', '[]', '')"
        )
        connection.execute("UPDATE measures SET title = 'แก้ไขแล้ว' WHERE position = 0")

    assert titles(store, "เขียนตรง") == ["เขียนตรง"]
    assert titles(store, "แก้ไขแล้ว") == ["แก้ไขแล้ว"]


def test_the_index_is_whole_after_all_that_writing(store, path):
    for title in ("หนึ่ง", "สองสาม"):
        save(store, build_measure(title), build_measure("อีกข้อ"))
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO measure_search (measure_search) VALUES ('integrity-check')"
        )


def test_a_library_without_trigrams_reads_all_words(store, path):
    save(store, build_measure("อบรมบุคลากร"), build_measure("อื่น"))
    with sqlite3.connect(path) as connection:
        for name in ("added", "removed", "changed"):
            connection.execute(f"DROP TRIGGER measure_search_{name}")
        connection.execute("DROP TABLE measure_search")

    assert titles(store, "บุคลากร") == ["อบรมบุคลากร"]


def test_what_is_found_is_counted_by_unit_and_period(store):
    save(
        store,
        build_measure("ก", result="ทำแล้ว"),
        build_measure("ข"),
        build_measure("ค", units=(), responsible=None, period=None, period_start=None),
    )

    groups = store.measure_groups(search.Wanted())

    assert groups["n"].sum() == 3
    whole = groups[groups["units"] == "สำนักปลัด, กองคลัง"].iloc[0]
    assert (whole["n"], whole["result"], whole["period"]) == (2, 1, 2)
    assert list(groups.loc[groups["units"] == "", "responsible"]) == [0]


def test_years_are_listed_newest_first_and_the_unknown_last(store):
    for year in (2564, 2566, None):
        save(store, build_measure(), fiscal_year=year, source=str(year))

    years = store.measure_years()

    assert years["fiscal_year"].fillna(0).tolist() == [2566, 2564, 0]
    assert years["n"].tolist() == [1, 1, 1]


SINGLE = list("กขคงจำแาี่้๐๑๙09aZ%_\"'*. \n\t\u00a0\u200b\ufeff\u00ad")
LETTERS = st.text(st.sampled_from([*SINGLE, "ํ", "เ"]), max_size=30)
WHOLE_LETTERS = st.text(st.sampled_from(SINGLE), max_size=30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(LETTERS, LETTERS)
def test_the_store_folds_a_text_as_a_query_is_folded(store, path, title, steps):
    save(store, build_measure(title, steps=steps))
    with sqlite3.connect(path) as connection:
        stored = connection.execute(
            "SELECT words FROM measure_words ORDER BY measure_id DESC"
        ).fetchone()[0]

    assert stored.split("\x1f")[0] == search.folded(title)
    assert stored.split("\x1f")[3] == search.folded(steps)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(WHOLE_LETTERS, st.integers(0, 29), st.integers(1, 12))
def test_any_part_of_a_title_finds_it(store, title, start, length):
    save(store, build_measure(title))

    part = title[start : start + length]

    assert title in titles(store, part)
