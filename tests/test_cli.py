import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from itadash.cli import main
from tests.texts import RESULT, TITLE, measures_table, score_table

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "data" / "reports").glob("*.txt"))
REPORT = "\n\n".join(
    [TITLE, RESULT, score_table(), measures_table(("1", "ก", "ข", "", ""))]
)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "รายงาน.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def no_report(tmp_path):
    path = tmp_path / "เมนู.txt"
    path.write_text("ข้าวผัด แกงจืด", encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    monkeypatch.setenv("ITADASH_STORE", url)
    return tmp_path / "store.sqlite"


def command(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "itadash", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=False,
        **options,
    )


def thai(text):
    return any("ก" <= letter <= "๛" for letter in text)


def test_parse_prints_one_json_array_and_stores_nothing(report, store, capsys):
    code = main(["parse", str(report)])

    printed = capsys.readouterr()
    assert code == 0
    assert [one["source"] for one in json.loads(printed.out)] == ["รายงาน.txt"]
    assert printed.err == ""
    assert not store.exists()


def test_parse_reads_every_file_that_it_is_given(capsys):
    assert main(["parse", *map(str, SAMPLES)]) == 0

    records = json.loads(capsys.readouterr().out)
    assert [record["source"] for record in records] == [path.name for path in SAMPLES]


def test_a_refused_file_does_not_stop_the_others(report, no_report, tmp_path, capsys):
    missing = tmp_path / "หาย.txt"

    code = main(["parse", str(no_report), str(missing), str(report)])

    printed = capsys.readouterr()
    assert code == 1
    assert [one["source"] for one in json.loads(printed.out)] == ["รายงาน.txt"]
    refused = printed.err.splitlines()
    assert [("เมนู.txt" in refused[0]), ("หาย.txt" in refused[1])] == [True, True]
    assert all(thai(sentence) for sentence in refused)


def test_parse_prints_an_empty_array_when_nothing_was_read(no_report, capsys):
    assert main(["parse", str(no_report)]) == 1

    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    "arguments",
    [[], ["parse"], ["ingest"], ["unknown"], ["parse", "--unknown", "x"]],
    ids=str,
)
def test_wrong_usage_ends_with_2_and_says_so_on_standard_error(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        main(arguments)

    printed = capsys.readouterr()
    assert end.value.code == 2
    assert printed.out == ""
    assert thai(printed.err)


@pytest.mark.parametrize("workers", ["0", "-1", "สอง", "1.5", ""])
def test_a_number_of_workers_that_is_none_is_wrong_usage(workers, tmp_path, capsys):
    with pytest.raises(SystemExit) as end:
        main(["ingest", str(tmp_path), "--workers", workers])

    assert end.value.code == 2
    assert thai(capsys.readouterr().err)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["parse"], "ยังขาด FILE"),
        (["parse", "--all", "x"], "ไม่รู้จัก --all"),
        (["read"], "ไม่มีคำสั่งหรือตัวเลือกชื่อ read"),
        (["ingest", "x", "--workers"], "--workers ต้องมีค่าตามหลัง"),
        (["ingest", "x", "--workers", "0"], "--workers: ต้องเป็นจำนวนเต็ม"),
    ],
    ids=str,
)
def test_a_wrong_call_is_told_in_thai_to_the_last_word(arguments, said, capsys):
    with pytest.raises(SystemExit):
        main(arguments)

    assert said in capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize("arguments", [[], ["parse"], ["ingest"]], ids=str)
def test_help_is_there_for_every_command_in_thai(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        main([*arguments, "--help"])

    assert end.value.code == 0
    assert thai(capsys.readouterr().out)


def test_ingest_says_what_became_of_the_reports(report, no_report, store, capsys):
    folder = str(report.parent)

    first = main(["ingest", folder])
    once = capsys.readouterr()
    again = main(["ingest", folder])

    assert (first, again) == (1, 1)
    assert "1" in once.out
    assert "เมนู.txt" in once.err
    assert store.exists()
    assert once.out != capsys.readouterr().out


def test_ingest_into_a_store_that_cannot_be_is_one_sentence(report, capsys):
    code = main(["ingest", str(report), "--store", f"sqlite:///{report}/x.sqlite"])

    printed = capsys.readouterr()
    assert code == 1
    assert thai(printed.err)
    assert "Traceback" not in printed.err


def test_a_store_that_is_made_for_the_reports_is_named(report, tmp_path, capsys):
    path = tmp_path / "new" / "store.sqlite"

    main(["ingest", str(report), "--store", f"sqlite:///{path}"])
    first = capsys.readouterr().err
    main(["ingest", str(report), "--store", f"sqlite:///{path}"])

    assert f"สร้างคลังข้อมูลใหม่ที่ {path}" in first
    assert "สร้างคลังข้อมูลใหม่" not in capsys.readouterr().err


def test_what_is_no_address_of_a_store_is_quoted_without_its_password(report, capsys):
    assert main(["ingest", str(report), "--store", "pg//me:secret@host/ita"]) == 1

    said = capsys.readouterr().err
    assert "pg//me:***@host/ita" in said
    assert "secret" not in said


def test_ingest_names_each_report_that_another_file_replaced(report, store, capsys):
    main(["ingest", str(report)])
    newer = report.with_name("ฉบับใหม่.txt")
    newer.write_text(REPORT.replace("\tก\t", "\tแก้ไขแล้ว\t"), encoding="utf-8")
    capsys.readouterr()

    assert main(["ingest", str(newer)]) == 0

    old = "เทศบาลตำบลทุ่งสมมุติ มาตรการ 2567"
    assert f"ฉบับใหม่.txt: แทนที่รายงานเดิมของ {old}" in capsys.readouterr().err


def test_nothing_of_a_refused_file_is_stored(no_report, store, capsys):
    assert main(["ingest", str(no_report)]) == 1

    assert "ใหม่ 0" in capsys.readouterr().out


def test_the_program_runs_as_a_module_whatever_the_console_speaks(report):
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}

    done = command("parse", report, report.parent / "หาย.txt", env=environment)

    assert done.returncode == 1
    assert json.loads(done.stdout.decode())[0]["agency"]["type"] == "เทศบาลตำบล"
    assert "หาย.txt" in done.stderr.decode()


def test_a_reader_that_closes_the_pipe_sees_no_traceback():
    many = " ".join(f"'{path}'" for path in SAMPLES * 4)
    line = f"'{sys.executable}' -m itadash parse {many} | head -c 10"

    done = subprocess.run(
        ["sh", "-c", line], cwd=ROOT, capture_output=True, timeout=60, check=False
    )

    assert done.stdout.startswith(b"[")
    assert done.stderr == b""


def test_the_sentence_about_a_name_that_is_no_text_can_be_printed(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(path)).write_bytes(b"")

    done = subprocess.run(
        [sys.executable, "-m", "itadash", "parse", path],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 1
    assert json.loads(done.stdout) == []
    assert b"Traceback" not in done.stderr


def test_an_interrupted_ingest_ends_with_one_thai_sentence(tmp_path, store):
    folder = tmp_path / "reports"
    folder.mkdir()
    for at in range(400):
        text = REPORT.replace("บ้านสมมุติ", f"บ้านสมมุติ{'ก' * (at % 7)}")
        (folder / f"{at:03}.txt").write_text(f"{text}\n{at}", encoding="utf-8")
    running = subprocess.Popen(
        [sys.executable, "-m", "itadash", "ingest", str(folder)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )

    _wait_for(store)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)

    assert running.returncode == 130
    assert "Traceback" not in said.decode()
    assert "หยุดตามคำสั่งแล้ว" in said.decode()


def _wait_for(path):
    end = time.monotonic() + 30
    while not path.exists() and time.monotonic() < end:
        time.sleep(0.01)
