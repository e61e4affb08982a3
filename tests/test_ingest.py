"""Files and folders into the store."""

import itertools
import multiprocessing
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from itadash.errors import WorkersLostError
from itadash.ingest import Summary, ingest, ingest_contents
from itadash.store import open_store

ROOT = Path(__file__).parents[1]
NAMES = ["บ้านใหม่", "ทุ่งแก้ว", "หนองปลา", "เขาเขียว", "ดอนทราย", "คลองหลวง", "ท่าเรือ"]

TABLE_HEAD = "มาตรการ/แนวทาง\tขั้นตอน/วิธีการปฏิบัติ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ"


def report_text(name="บ้านใหม่", year=2564, measures=("เผยแพร่ข้อมูลสู่สาธารณะ",)):
    title = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสของเทศบาลตำบล{name}"
    rows = (
        f"{number}.{measure}\tประกาศบนเว็บไซต์\tสำนักปลัด\tปีงบประมาณ {year}"
        for number, measure in enumerate(measures, start=1)
    )
    lines = (f"{title} ประจำปีงบประมาณ พ.ศ.{year}", "", TABLE_HEAD, *rows)
    return "\n".join(lines) + "\n"


def write(folder, file="a.txt", **fields):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file
    path.write_text(report_text(**fields), encoding="utf-8")
    return path


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/store.sqlite"


@pytest.fixture
def store(url):
    with_tables = open_store(url)
    yield with_tables
    with_tables.close()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "reports"


def state_of(store):
    """Everything that a second run must not change."""
    return store.revision(), store.documents().to_csv(), store.measures().to_csv()


def test_a_folder_is_read_with_the_folders_inside_it(store, folder):
    write(folder, "a.txt", name="บ้านใหม่")
    write(folder / "deep" / "er", "b.TXT", name="ทุ่งแก้ว")

    summary = ingest([folder], store)

    assert summary == Summary(new=2)
    assert set(store.documents()["source"]) == {"a.txt", "b.TXT"}
    assert set(store.documents()["state"]) == {"read"}


def test_what_was_read_is_stored_with_its_file(store, folder):
    path = write(folder, name="บ้านใหม่", year=2564)

    ingest([path], store)

    document = store.documents().iloc[0]
    assert document["agency"] == "เทศบาลตำบลบ้านใหม่"
    assert document["fiscal_year"] == 2564
    assert store.raw_file(document["sha256"]) == path.read_bytes()
    assert list(store.measures()["title"]) == ["เผยแพร่ข้อมูลสู่สาธารณะ"]


def test_a_folder_read_twice_changes_nothing_the_second_time(store, folder):
    for number, name in enumerate(NAMES):
        write(folder, f"{number}.txt", name=name)
    ingest([folder], store)
    before = state_of(store)

    summary = ingest([folder], store)

    assert summary == Summary(unchanged=len(NAMES))
    assert state_of(store) == before


def test_two_versions_in_one_folder_do_not_swap_at_every_run(store, folder):
    write(folder, "1.txt", measures=("ก่อนแก้ไข",))
    write(folder, "2.txt", measures=("หลังแก้ไข",))
    first = ingest([folder], store)
    before = state_of(store)

    second = ingest([folder], store)

    assert (first, second) == (Summary(new=1, replaced=1), Summary(unchanged=2))
    assert state_of(store) == before
    assert list(store.measures()["title"]) == ["หลังแก้ไข"]


def test_a_changed_file_replaces_its_report(store, folder):
    write(folder, measures=("ก่อนแก้ไข",))
    ingest([folder], store)
    write(folder, measures=("หลังแก้ไข",))

    assert ingest([folder], store) == Summary(replaced=1)
    assert list(store.measures()["title"]) == ["หลังแก้ไข"]


def test_a_file_that_is_refused_does_not_stop_the_others(store, folder):
    write(folder, "1.txt", name="บ้านใหม่")
    (folder / "2.txt").write_bytes(b"")
    (folder / "3.txt").write_text("<html>ข่าวกีฬา</html>", encoding="utf-8")
    write(folder, "4.txt", name="ทุ่งแก้ว")

    summary = ingest([folder, folder / "missing.txt"], store)

    assert summary.new == 2
    assert [name for name, _ in summary.refused] == ["2.txt", "3.txt", "missing.txt"]
    assert all(name in sentence for name, sentence in summary.refused)
    assert store.count_reports() == 2


def test_files_of_other_kinds_in_a_folder_are_passed_over(store, folder):
    write(folder, "a.txt")
    (folder / "README.md").write_text("หมายเหตุ", encoding="utf-8")
    (folder / ".hidden.txt").write_bytes(b"")
    (folder / "~$report.docx").write_bytes(b"owner")
    (folder / "figure.png").write_bytes(b"\x89PNG")

    assert ingest([folder], store) == Summary(new=1)


def test_a_file_named_outright_is_tried_whatever_its_name(store, folder):
    assert ingest([write(folder, "report.ocr")], store) == Summary(new=1)


def test_progress_counts_every_file_to_the_last(store, folder):
    for number, name in enumerate(NAMES):
        write(folder, f"{number}.txt", name=name)
    (folder / "9.txt").write_bytes(b"")
    seen = []

    ingest([folder], store, progress=lambda *step: seen.append(step))

    names = [*(f"{number}.txt" for number in range(len(NAMES))), "9.txt"]
    assert seen == [(done, 8, name) for done, name in enumerate(names, start=1)]


def test_samples_are_marked_and_can_be_removed(store, folder):
    write(folder)

    ingest([folder], store, sample=True)

    assert store.has_samples()
    assert ingest([folder], store, sample=True) == Summary(unchanged=1)
    assert store.remove_samples() == 1
    assert ingest([folder], store) == Summary(new=1)


def test_a_sample_s_file_read_as_a_real_report_is_one(store, folder):
    write(folder)
    ingest([folder], store, sample=True)

    assert ingest([folder], store) == Summary(replaced=1)
    assert not store.has_samples()
    assert ingest([folder], store, sample=True) == Summary(unchanged=1)


def test_files_in_memory_are_read_like_files_on_disk(store):
    files = [("a.txt", report_text().encode()), ("b.txt", b"")]

    first, second = (ingest_contents(files, store) for _ in range(2))

    assert (first.new, second.unchanged) == (1, 1)
    assert [name for name, _ in first.refused] == ["b.txt"]


def test_workers_store_what_one_process_stores(store, folder, tmp_path):
    for (number, name), year in itertools.product(enumerate(NAMES), (2564, 2565)):
        write(folder, f"{year}-{number}.txt", name=name, year=year)
    (folder / "empty.txt").write_bytes(b"")
    alone = open_store(f"sqlite:///{tmp_path}/alone.sqlite")

    together = ingest([folder], store, workers=2)

    assert together == ingest([folder], alone)
    stored_at = ["stored_at"]
    assert (
        store.documents()
        .drop(columns=stored_at)
        .equals(alone.documents().drop(columns=stored_at))
    )
    assert store.measures().equals(alone.measures())


def test_workers_that_are_killed_are_told_and_leave_what_is_stored(store, folder):
    for number in range(240):
        write(folder, f"{number:03}.txt", name=f"ที่{number}")

    def kill_the_workers(done, total, name):
        for worker in multiprocessing.active_children():
            worker.kill()

    with pytest.raises(WorkersLostError):
        ingest([folder], store, workers=2, progress=kill_the_workers)

    stored = store.count_reports()
    assert 0 < stored < 240
    assert ingest([folder], store) == Summary(new=240 - stored, unchanged=stored)


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_file_name_that_is_no_text_is_stored_under_a_readable_one(store, folder):
    odd = write(folder).rename(folder / os.fsdecode(b"a\xff.txt"))
    (folder / os.fsdecode(b"b\xff.txt")).write_bytes(b"")

    summary = ingest([folder], store)

    assert odd.exists()
    assert store.documents()["source"].item() == "a?.txt"
    assert summary.refused[0][0] == "b?.txt"
    summary.refused[0][1].encode("utf-8")


def test_a_file_read_by_another_version_of_the_parser_is_read_again(
    store, folder, tmp_path
):
    write(folder)
    ingest([folder], store)
    pretend_an_older_parser_read_it(tmp_path)

    again = ingest([folder], store)

    assert again == Summary(unchanged=1)
    assert store.reports_known(report_text().encode()) == 1


@pytest.mark.parametrize(("state", "stays"), [("read", False), ("confirmed", True)])
def test_what_only_an_older_parser_found_goes_unless_it_was_confirmed(
    store, folder, tmp_path, state, stays
):
    write(folder, year=2564)
    ingest([folder], store)
    pretend_an_older_parser_read_it(tmp_path, "year_key = 'fiscal 2500'")
    store.set_state(1, state)

    summary = ingest([folder], store)

    assert summary == Summary(new=1)
    assert store.count_reports() == (2 if stays else 1)


def test_a_file_that_was_not_stored_to_its_end_is_read_again(store, folder, tmp_path):
    write(folder)
    ingest([folder], store)
    with sqlite3.connect(tmp_path / "store.sqlite") as connection:
        connection.execute("UPDATE files SET read_by = NULL")

    assert store.reports_known(report_text().encode()) == 0
    assert ingest([folder], store) == Summary(unchanged=1)
    assert store.reports_known(report_text().encode()) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C in another way")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_is_interrupted_goes_on_where_it_ended(url, folder, workers):
    count = 60
    for number in range(count):
        write(folder, f"{number:03}.txt", name=f"ที่{number}")
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, url, str(folder), str(workers)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    _, complaints = process.communicate()

    store = open_store(url)
    stored = store.count_reports()
    summary = ingest([folder], store)

    assert complaints.strip() == "interrupted"
    assert 5 <= stored < count
    assert summary == Summary(new=count - stored, unchanged=stored)


# Ctrl-C in a terminal reaches all processes of the group, as here.
INTERRUPTED = """
import os, signal, sys
from pathlib import Path
from itadash.errors import WorkersLostError
from itadash.ingest import ingest
from itadash.store import open_store
def interrupt_after_five(done, total, name):
    if done == 5:
        os.killpg(0, signal.SIGINT)
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # off in background jobs
    store = open_store(sys.argv[1])
    try:
        ingest([Path(sys.argv[2])], store, workers=int(sys.argv[3]),
               progress=interrupt_after_five)
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
"""


def pretend_an_older_parser_read_it(tmp_path, *changes):
    with sqlite3.connect(tmp_path / "store.sqlite") as connection:
        connection.execute("UPDATE files SET read_by = 'older'")
        assignments = ", ".join(["parser_version = 'older'", *changes])
        connection.execute(f"UPDATE documents SET {assignments}")
