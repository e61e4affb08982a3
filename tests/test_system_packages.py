"""What the tests need beside Python is installed where it can be; the office softly."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "system_packages.sh"
TOOLS = ("sh", "env", "head", "id")
ALL = {"chromium": "", "fc-list": "echo Loma", "soffice": ""}
pytestmark = pytest.mark.skipif(os.name == "nt", reason="a script for sh")


@pytest.fixture
def run(tmp_path):
    """Give a function that runs the script where only some programs are there."""

    def script(programs):
        for name in TOOLS:
            (tmp_path / name).symlink_to(shutil.which(name))
        for name, body in programs.items():
            path = tmp_path / name
            path.write_text(f"#!{shutil.which('sh')}\n{body}\n")
            path.chmod(0o755)
        return subprocess.run(
            [shutil.which("sh"), str(SCRIPT)],
            env={"PATH": str(tmp_path)},
            capture_output=True,
            text=True,
        )

    return script


def without(*names):
    return {name: body for name, body in ALL.items() if name not in names}


def apt(body):
    return {"apt-get": body, "sudo": '"$@"'}


def test_nothing_is_installed_where_all_is_there(run):
    done = run({**ALL, **apt("echo asked")})

    assert (done.returncode, done.stdout) == (0, "")


def test_the_office_is_installed_where_it_is_missing(run):
    done = run({**without("soffice"), **apt('echo "$@"')})

    assert done.returncode == 0
    assert "libreoffice-calc" in done.stdout
    assert "chromium" not in done.stdout


def test_an_office_that_cannot_be_had_is_said_and_stops_nothing(run):
    done = run({**without("soffice"), **apt("exit 100")})

    assert done.returncode == 0
    assert "skipped" in done.stderr


def test_a_browser_that_cannot_be_had_stops_the_tests(run):
    done = run({**without("chromium"), **apt("exit 100")})

    assert done.returncode != 0


def test_without_apt_it_is_said_what_to_install(run):
    done = run(without("chromium"))

    assert done.returncode == 1
    assert "Chromium" in done.stderr
