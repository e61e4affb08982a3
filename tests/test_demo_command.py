"""`python -m itadash demo`: what it stores, and what it refuses to touch."""

import pytest

from itadash import demo_command
from itadash.cli import STOPPED, main
from itadash.demo import Settings
from itadash.demo.country import Country
from itadash.store import open_store

SMALL = ["--agencies", "12", "--years", "2566-2567"]


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'demo.sqlite'}"


def run(url, *arguments):
    return main(["demo", *(arguments or SMALL), "--store", url])


def test_it_fills_a_store_with_synthetic_reports_only(url, capsys):
    assert run(url) == 0

    stored = open_store(url).documents()
    assert len(stored) == len(Country(Settings(12, (2566, 2567))))
    assert stored["synthetic"].all()
    assert not stored["sample"].any()
    assert "12" in capsys.readouterr().out


def test_it_can_be_repeated_and_changes_nothing_then(url, capsys):
    run(url)
    before = open_store(url).revision()

    assert run(url) == 0
    assert open_store(url).revision() == before


def test_a_stopped_run_keeps_what_it_stored_and_goes_on(url, monkeypatch, capsys):
    monkeypatch.setattr(demo_command, "AT_ONCE", 5)
    real_batches = demo_command._batches

    def stopped(country):
        batches = real_batches(country)
        yield next(batches)
        raise KeyboardInterrupt

    monkeypatch.setattr(demo_command, "_batches", stopped)
    assert run(url) == STOPPED
    assert open_store(url).count_reports() == 5

    monkeypatch.setattr(demo_command, "_batches", real_batches)
    assert run(url) == 0
    whole = len(Country(Settings(12, (2566, 2567))))
    assert open_store(url).count_reports() == whole


@pytest.mark.parametrize("sample", [True, False])
def test_a_store_with_other_reports_is_refused_untouched(url, sample, capsys):
    report, content = next(Country(Settings(1, (2567,))).reports())
    open_store(url).save(report, content=content, sample=sample)

    assert run(url) == 1

    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "--store" in said
    assert open_store(url).count_reports() == 1


def test_another_demo_country_is_not_mixed_in(url, capsys):
    run(url)
    before = open_store(url).count_reports()

    assert run(url, *SMALL, "--seed", "2") == 1
    assert open_store(url).count_reports() == before


@pytest.mark.parametrize(
    "wrong",
    [
        ["--agencies", "0"],
        ["--agencies", "x"],
        ["--years", "2560-2561"],
        ["--years", "2567-2566"],
        ["--years", "2567-9999"],
        ["--years", "ปีนี้"],
        ["--seed", "-1"],
        ["--nothing"],
    ],
)
def test_wrong_usage_says_so_in_thai_and_exits_with_2(url, wrong, capsys):
    with pytest.raises(SystemExit) as stopped:
        run(url, *wrong)

    assert stopped.value.code == 2
    assert "ใช้คำสั่งไม่ถูกต้อง" in capsys.readouterr().err


def test_without_a_store_nothing_is_written(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["demo", *SMALL])

    assert stopped.value.code == 2
    assert "--store" in capsys.readouterr().err


def test_help_names_every_option(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["demo", "--help"])

    assert stopped.value.code == 0
    said = capsys.readouterr().out
    assert all(f"--{name}" in said for name in ("agencies", "years", "seed", "store"))
