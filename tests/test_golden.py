"""Every folder of tests/files: what the reader makes of it is what a person labelled.

Only the keys that a label states are compared, texts without white space.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from itadash import documents, framework
from itadash.errors import ItadashError
from itadash.reading import read_reports
from itadash.records import report_record

FILES = Path(__file__).parent / "files"
SAMPLES = Path(__file__).parent.parent / "data" / "reports"
TITLE_MARKS = re.compile(r"^(?:มาตรการที่)?[(]?[0-9๐-๙.]*[).]*[-•]*")
ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
LABELS = sorted(FILES.glob("*/expected.json"))


def label(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def report_file(path: Path) -> Path:
    own = next(path.parent.glob("report.*"), None)
    return own or SAMPLES / f"{path.parent.name}.txt"


def printed(file: Path) -> str:
    document = documents.read(file.read_bytes(), file.name)
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


@cache
def parsed(path: Path) -> list[dict[str, Any]]:
    file = report_file(path)
    return [report_record(r) for r in read_reports(file.read_bytes(), file.name)]


def plain(value: Any) -> Any:
    return "".join(value.split()) if isinstance(value, str) else value


def same(name: str, want: Any, have: Any) -> bool:
    if name == "title":
        return TITLE_MARKS.sub("", plain(want)) == TITLE_MARKS.sub("", plain(have))
    return plain(want) == plain(have)


def differences(want: dict[str, Any], have: dict[str, Any], where: str) -> list[str]:
    found: list[str] = []
    for name, value in want.items():
        at = f"{where}{name}"
        if isinstance(value, dict):
            found += differences(value, have[name], f"{at}.")
        elif not same(name, value, have.get(name)):
            found.append(f"{at}: want {value!r}, got {have.get(name)!r}")
    return found


def score_differences(
    want: list[dict[str, Any]], have: list[dict[str, Any]]
) -> list[str]:
    wanted = {score["indicator"]: score for score in want}
    given = {score["indicator"]: score for score in have}
    found = [f"scores: {n} was not printed" for n in given.keys() - wanted.keys()]
    for number, score in wanted.items():
        stated = {key: value for key, value in score.items() if key != "valid"}
        if number not in given:
            if score.get("valid", True):
                found.append(f"scores: {number} is missing")
            continue
        found += differences(stated, given[number], f"scores {number} ")
    return found


def measure_differences(
    want: list[dict[str, Any]], have: list[dict[str, Any]]
) -> list[str]:
    if len(want) != len(have):
        titles = [measure["title"] for measure in have]
        return [f"measures: want {len(want)}, got {len(have)}: {titles}"]
    return [
        difference
        for at, (one, other) in enumerate(zip(want, have, strict=True))
        for difference in differences(one, other, f"measure {at} ")
    ]


def labelled_report(
    want: dict[str, Any], reports: list[dict[str, Any]]
) -> dict[str, Any]:
    if not want.get("more_reports_allowed"):
        assert len(reports) == 1
    fitting = [r for r in reports if r["assessed_year"] == want.get("assessed_year")]
    return (fitting or reports)[0]


def all_differences(path: Path) -> list[str]:
    want, have = label(path), parsed(path)
    if "reports" in want:  # a table of agencies: the complete list, in any order
        return listed_differences(want["reports"], have)
    return report_differences(want, labelled_report(want, have))


def listed_differences(want: list[dict[str, Any]], have: list[dict[str, Any]]) -> Any:
    def name(report: dict[str, Any]) -> str:
        return f"{report['agency']['name']} {report['assessed_year']}"

    wanted = {name(report): report for report in want}
    given = {name(report): report for report in have}
    found = [f"not printed: {one}" for one in given.keys() - wanted.keys()]
    found += [f"missing: {one}" for one in wanted.keys() - given.keys()]
    found += ["one twice"] if len(given) != len(have) else []
    for one in wanted.keys() & given.keys():
        own = report_differences(wanted[one], given[one])
        found += [f"{one}: {difference}" for difference in own]
    return found


def report_differences(want: dict[str, Any], have: dict[str, Any]) -> list[str]:
    lists = {"scores": score_differences, "measures": measure_differences}
    plain_keys = {
        key: value
        for key, value in want.items()
        if key not in (*lists, "held_out", "unsolved", "more_reports_allowed")
    }
    found = differences(plain_keys, have, "")
    for key, compare in lists.items():
        if key in want:
            found += compare(want[key], have[key])
    return found


def cases(*, refused: bool) -> list[Any]:
    chosen = [p for p in LABELS if bool(label(p).get("refused")) is refused]
    return [pytest.param(path, id=path.parent.name) for path in chosen]


def test_every_folder_of_golden_files_has_a_text_and_a_label():
    folders = {path for path in FILES.iterdir() if path.is_dir()}

    assert {path.parent for path in LABELS} == folders
    assert all(report_file(path).exists() for path in LABELS)


def honest_cases() -> list[Any]:
    """Cases that a reader does not yet solve are expected to fail until it does."""
    found = []
    for case in cases(refused=False):
        why = label(case.values[0]).get("unsolved")
        marks = [pytest.mark.xfail(strict=True, reason=why)] if why else []
        found.append(pytest.param(case.values[0], id=case.id, marks=marks))
    return found


@pytest.mark.parametrize("path", honest_cases())
def test_a_golden_report_reads_as_a_person_labelled_it(path):
    found = all_differences(path)

    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", cases(refused=True))
def test_a_text_that_is_no_report_is_refused(path):
    file = report_file(path)

    with pytest.raises(ItadashError):
        read_reports(file.read_bytes(), file.name)


@pytest.mark.parametrize("path", cases(refused=False))
def test_a_printed_level_word_or_letter_is_one_of_the_framework(path):
    level = parsed(path)[0]["level"]

    assert level is None or level in framework.level_names()


@pytest.mark.parametrize(
    "path",
    [
        case
        for case in cases(refused=False)
        if report_file(case.values[0]).suffix == ".txt" and "scores_" not in case.id
    ],
)
def test_every_score_of_a_golden_report_is_printed_in_its_text(path):
    text = printed(report_file(path)).translate(ARABIC)

    for score in parsed(path)[0]["scores"]:
        digits = re.escape(f"{score['score']:g}")
        assert re.search(digits.replace(r"\.", r"\s?[.,]\s?"), text)
