"""Where the store is, how it comes into being, and what is refused."""

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from itadash.errors import NewerStoreError, StoreError, UnreadableFileError
from itadash.store import (
    Outcome,
    create_with,
    default_url,
    exists,
    migrate,
    open_store,
    schema,
    sqlite,
)
from tests.builders import build_agency, build_report


@pytest.fixture
def path(tmp_path):
    return tmp_path / "store.sqlite"


@pytest.fixture
def url(path):
    return f"sqlite:///{path}"


def fill_with_a_sample(store):
    store.save(build_report(), content=b"a", sample=True)


def at_revision_0001(path, url):
    """Make a store as the first release left it, with one report in it."""
    engine = create_engine(url)
    sqlite.prepare(engine, 5)
    migrate.bring_to_head(engine, url, "0001")
    engine.dispose()
    with sqlite3.connect(path) as connection:
        connection.executescript(
            """
            INSERT INTO agencies VALUES
              (1, '["เทศบาลตำบล", "เทศบาลตำบลตัวอย่าง", null, null]',
               'เทศบาลตำบลตัวอย่าง', 'เทศบาลตำบล', NULL, NULL);
            INSERT INTO files VALUES ('ab', 'plan.txt', x'6162', 2);
            INSERT INTO documents VALUES
              (7, 1, 'fiscal 2564', 'plan', 2564, 2563, NULL, 73.0, 'C', NULL, NULL,
               NULL, '4', '', 'plan.txt', 'confirmed', 0, 0, 'ab', '1',
               '2026-01-02 03:04:05.000000');
            INSERT INTO assessments (document_id, agency_id, assessed_year, i1, total)
              VALUES (7, 1, 2563, 88.5, 73.0);
            INSERT INTO measures (document_id, position, title, units, text)
              VALUES (7, 0, 'เผยแพร่ข้อมูล', '["กองคลัง"]', '');
            UPDATE revision SET number = 3;
            """
        )


def is_no_index_of_words(name, kind, _parents):
    """SQLite keeps its full-text index in tables of its own."""
    return kind != "table" or not name.startswith("measure_search")


def test_the_store_is_where_the_variable_says(monkeypatch):
    monkeypatch.setenv("ITADASH_STORE", "postgresql://host/ita")

    assert default_url() == "postgresql://host/ita"


def test_the_store_is_a_file_under_data_by_default(monkeypatch):
    monkeypatch.delenv("ITADASH_STORE", raising=False)

    assert default_url().endswith("/data/itadash.sqlite")


def test_a_store_exists_once_it_was_opened(url):
    before = exists(url)

    open_store(url).close()

    assert (before, exists(url)) == (False, True)


def test_a_store_is_made_in_a_folder_that_is_not_there_yet(tmp_path):
    store = open_store(f"sqlite:///{tmp_path}/new/deep/store.sqlite")

    assert store.is_empty()


def test_the_tables_are_those_of_the_newest_revision(url):
    open_store(url).close()

    with create_engine(url).connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": is_no_index_of_words}
        )
        assert compare_metadata(context, schema.metadata) == []
        assert context.get_current_revision() == schema.HEAD


def test_head_is_the_newest_script():
    config = Config()
    config.set_main_option("script_location", str(migrate.SCRIPTS))

    assert ScriptDirectory.from_config(config).get_heads() == [schema.HEAD]


def test_a_store_of_the_first_revision_is_upgraded_with_its_data(path, url):
    at_revision_0001(path, url)

    store = open_store(url)

    report = store.load_report(7)
    assert (report.agency.name, report.overall_score) == ("เทศบาลตำบลตัวอย่าง", 73.0)
    assert report.measures[0].units == ("กองคลัง",)
    assert store.documents()["state"].item() == "confirmed"
    assert store.raw_file("ab") == b"ab"
    assert store.revision() == 3


def test_an_upgraded_store_takes_new_versions(path, url):
    at_revision_0001(path, url)
    store = open_store(url)

    outcome = store.save(build_report(overall_score=74.0), content=b"new")

    assert outcome == Outcome.REPLACED
    assert store.documents()["superseded"].item() == 1


def test_files_stored_before_the_upgrade_are_read_once_more(path, url):
    at_revision_0001(path, url)

    assert open_store(url).reports_known(b"ab") == 0


def test_a_store_of_a_newer_release_is_refused_and_left_alone(path, url):
    open_store(url).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(NewerStoreError, match="9999"):
        open_store(url)


def test_the_database_of_another_program_is_refused_and_left_alone(path, url):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")

    with pytest.raises(StoreError, match="โปรแกรมอื่น"):
        open_store(url)

    with sqlite3.connect(path) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
    assert tables == [("songs",)]


def test_a_file_that_is_no_database_is_refused_and_left_alone(path, url):
    path.write_bytes(b"no database at all " * 100)

    with pytest.raises(StoreError, match="ไม่ใช่ฐานข้อมูล"):
        open_store(url)

    assert path.read_bytes() == b"no database at all " * 100


def test_a_path_that_cannot_be_written_is_told_with_its_cause(tmp_path):
    (tmp_path / "file").write_text("not a folder")

    with pytest.raises(StoreError, match="store.sqlite") as caught:
        open_store(f"sqlite:///{tmp_path}/file/store.sqlite")

    assert isinstance(caught.value.__cause__, OSError)


def test_a_folder_in_place_of_the_store_is_told(path, url):
    path.mkdir()

    with pytest.raises(StoreError):
        open_store(url)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_without_write_permission_is_told(tmp_path):
    tmp_path.chmod(0o500)

    with pytest.raises(StoreError):
        open_store(f"sqlite:///{tmp_path}/store.sqlite")


@pytest.mark.parametrize("url", ["nonsense", "", "music://x/y", "mssql+none://h/d"])
def test_an_address_that_is_no_database_is_told(url):
    with pytest.raises(StoreError):
        open_store(url)


def test_no_password_is_shown_in_a_message():
    with pytest.raises(StoreError) as caught:
        open_store("music://clerk:secret@host/ita")

    assert "secret" not in str(caught.value)


def test_a_store_locked_by_another_program_is_told(path, url):
    store = open_store(url, patience=0.05)
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(StoreError, match="กำลังเขียนอยู่"):
            store.save(build_report(), content=b"a")
        other.execute("ROLLBACK")

    assert store.save(build_report(), content=b"a") == Outcome.NEW


def test_readers_go_on_while_another_program_writes(path, url):
    store = open_store(url, patience=0.05)
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")

        assert store.is_empty()


def test_a_store_made_with_samples_holds_them(url):
    store = create_with(url, fill_with_a_sample)

    assert store.has_samples()


def test_a_store_that_exists_is_not_filled(url):
    open_store(url).close()

    assert create_with(url, fill_with_a_sample).is_empty()


def test_the_store_is_not_in_its_place_before_it_is_filled(path, url):
    seen = []

    create_with(url, lambda store: seen.append(path.exists())).close()

    assert (seen, path.exists()) == ([False], True)


def test_a_store_that_another_made_meanwhile_is_not_overwritten(path, url):
    def fill_while_another_is_quicker(store):
        fill_with_a_sample(store)
        other = open_store(url)
        other.save(build_report(agency=build_agency("ของจริง")), content=b"b")
        other.close()

    store = create_with(url, fill_while_another_is_quicker)

    assert list(store.assessments()["agency"]) == ["ของจริง"]


def test_a_filling_that_fails_leaves_no_store_and_its_own_error(path, url, tmp_path):
    def fail(store):
        raise UnreadableFileError(name="a.txt", reason="-")

    with pytest.raises(UnreadableFileError):
        create_with(url, fail)

    assert list(tmp_path.iterdir()) == []


def test_what_a_deleted_store_left_behind_does_not_get_into_the_new_one(path, url):
    store = open_store(url)
    store.save(build_report(), content=b"a")
    path.unlink()
    assert path.with_name("store.sqlite-wal").exists()

    assert open_store(url).is_empty()


def test_drafts_that_killed_processes_left_are_removed_after_a_day(path, url, tmp_path):
    old, fresh = (tmp_path / f"store.sqlite.making-{n}-x" for n in (1, 2))
    for draft in (old, fresh):
        draft.write_bytes(b"")
    os.utime(old, (0, 0))

    open_store(url).close()

    assert (old.exists(), fresh.exists()) == (False, True)


def test_many_threads_opening_a_new_store_at_once_get_one_store(url):
    with ThreadPoolExecutor(4) as pool:
        stores = list(
            pool.map(lambda _: create_with(url, fill_with_a_sample), range(4))
        )

    assert [store.count_reports() for store in stores] == [1, 1, 1, 1]
