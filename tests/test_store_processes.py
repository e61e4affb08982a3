"""Several processes at one store, and processes that are killed."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from itadash.store import create_with, exists, migrate, open_store, sqlite
from tests.builders import build_agency, build_report

ROOT = Path(__file__).parents[1]

SAVE_MANY = """
import sys
from itadash.store import open_store
from tests.builders import build_agency, build_report
store = open_store(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
for number in range(25):
    for who in (sys.argv[2], "ร่วม"):
        report = build_report(agency=build_agency(f"{who} {number}"))
        store.save(report, content=f"{sys.argv[2]} {number}".encode())
"""

SAVE_UNTIL_KILLED = """
import sys
from itadash.store import open_store
from tests.builders import build_agency, build_measure, build_report
store = open_store(sys.argv[1])
measures = tuple(build_measure(f"มาตรการ {number}") for number in range(300))
for number in range(100_000):
    agency = build_agency(f"แห่งที่ {number}")
    store.save(build_report(agency=agency, measures=measures), content=b"%d" % number)
    print(number, flush=True)
"""

FILL_UNTIL_KILLED = """
import sys, time
from itadash.store import create_with
from tests.builders import build_report
def fill(store):
    store.save(build_report(), content=b"a")
    print("half", flush=True)
    time.sleep(600)
create_with(sys.argv[1], fill)
"""

UPGRADE = """
import sys
from itadash.store import open_store
print("ready", flush=True)
sys.stdin.readline()
print(open_store(sys.argv[1]).count_reports(), flush=True)
"""


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/store.sqlite"


def start(script, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def run_at_once(processes):
    """Let all of them begin together and return what they print."""
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    printed = [process.communicate()[0].strip() for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes)
    return printed


def kill(process):
    process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    process.communicate()


def test_two_processes_saving_at_once_lose_nothing(url):
    open_store(url).close()

    run_at_once([start(SAVE_MANY, url, who) for who in ("หนึ่ง", "สอง")])

    store = open_store(url)
    assert store.count_reports() == 75
    assert store.documents()["agency_id"].nunique() == 75
    assert len(store.measures()) == 75


def test_a_process_killed_while_saving_leaves_only_whole_reports(url, tmp_path):
    process = start(SAVE_UNTIL_KILLED, url)
    saved = [process.stdout.readline() for _ in range(5)]
    kill(process)

    store = open_store(url)

    assert store.count_reports() >= len(saved)
    assert set(store.measures().groupby("document_id").size()) == {300}
    assert store.revision() == store.count_reports()
    with sqlite3.connect(tmp_path / "store.sqlite") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_process_killed_while_filling_leaves_no_store(url):
    process = start(FILL_UNTIL_KILLED, url)
    assert process.stdout.readline() == "half\n"

    kill(process)

    assert not exists(url)
    assert create_with(url, lambda store: None).is_empty()


def test_processes_that_make_the_same_store_at_once_get_one_store(url):
    printed = run_at_once([start(UPGRADE, url) for _ in range(3)])

    assert printed == ["0", "0", "0"]


def test_processes_that_upgrade_the_same_store_at_once_all_succeed(url, tmp_path):
    make_at_0001(url)

    printed = run_at_once([start(UPGRADE, url) for _ in range(3)])

    assert printed == ["0", "0", "0"]
    store = open_store(url)
    store.save(build_report(agency=build_agency("ก")), content=b"a")
    assert store.reports_known(b"a") == 0


def make_at_0001(url):
    engine = create_engine(url)
    sqlite.prepare(engine, 5)
    migrate.bring_to_head(engine, url, "0001")
    engine.dispose()
