"""The same reports in another dress: what is read must not hang on the dress.

Every sample and, where it is there, every gold report is parsed again with its
agency renamed, its columns moved, its numbering shifted and its digits exchanged.
"""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from itadash import thai
from itadash.documents.markup import paragraphs
from itadash.extract.vocabulary import instruments_named
from itadash.reading import read_reports
from itadash.records import report_record

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
GOLD = sorted((SHARED / "reports").glob("*.txt"))
FILES = [*sorted((ROOT / "data" / "reports").glob("*.txt")), *GOLD]
# By the first letters of the file's name: what the paper prints beside the name.
OTHER_SPELLINGS = {
    "000": ("راجรเชษฐ์", "راجจเร่", "راجรังเข้", "ราชจรเข้"),
    "004": ("ห้วยยางงาม",),
}
NEW_NAMES = ("ปัวสมมุติ", "กองทูล", "ใหม่ไชยวัฒนาราม", "งามเมือง")
ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
HEADER = (
    *("kind", "fiscal_year", "assessed_year", "report_date", "overall_score", "level"),
    *("level_other", "computed_score", "computed_level", "agency"),
)
TAG = re.compile(r"(</?[a-zA-Z][^>]*>)")

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


@cache
def source(path):
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


def record(text):
    [report] = read_reports(text.encode(), "report.txt")
    return report_record(replace(report, findings=()))


@cache
def original(path):
    return record(source(path))


def bare(value):
    """A record without lines and white space, so that two can be compared."""
    if isinstance(value, dict):
        return {key: bare(one) for key, one in value.items() if key != "line"}
    if isinstance(value, list):
        return [bare(one) for one in value]
    return "".join(value.split()) if isinstance(value, str) else value


def translated(value, change):
    """A record with a change made in all of its texts."""
    if isinstance(value, dict):
        return {key: translated(one, change) for key, one in value.items()}
    if isinstance(value, list):
        return [translated(one, change) for one in value]
    return change(value) if isinstance(value, str) else value


def without(record, *keys):
    measures = [
        {key: one for key, one in measure.items() if key not in keys}
        for measure in record["measures"]
    ]
    return {**record, "measures": measures}


def spellings(path):
    """The agency's short name and the damaged ones that its report prints too."""
    agency = original(path)["agency"]
    names = {agency["name"].removeprefix(agency["type"])}
    names |= set(OTHER_SPELLINGS.get(path.name[:3], ()))
    return sorted(names, key=len, reverse=True)


@pytest.mark.parametrize("name", NEW_NAMES)
@every_file
def test_a_renamed_agency_changes_nothing_but_its_name(path, name):
    wrapped = (r"\s?".join(map(re.escape, one)) for one in spellings(path))
    pattern = re.compile("|".join(wrapped))

    def rename(text):
        return pattern.sub(name, text)

    expected = without(translated(original(path), rename), "indicators")
    found = without(record(rename(source(path))), "indicators")

    assert bare(found) == bare(expected)
    assert found["agency"]["name"] == original(path)["agency"]["type"] + name


@pytest.mark.parametrize("digits", [ARABIC, THAI], ids=["arabic", "thai"])
@every_file
def test_other_digits_change_nothing_but_the_digits(path, digits):
    def exchange(text):
        parts = TAG.split(text)  # digits of a tag are no words
        return "".join(p if TAG.match(p) else p.translate(digits) for p in parts)

    expected = translated(original(path), lambda text: text.translate(digits))
    expected |= {key: original(path)[key] for key in HEADER}
    found = record(exchange(source(path)))

    keys = ("period_start", "period_end")
    assert bare(without(found, *keys)) == bare(without(expected, *keys))
    for one, other in zip(found["measures"], original(path)["measures"], strict=True):
        assert [one[key] for key in keys] == [other[key] for key in keys]


def blocks(text):
    """The lines of a text in runs: of rows with tabs, and of everything else."""
    runs = []
    for line in text.split("\n"):
        if not runs or ("\t" in line) != ("\t" in runs[-1][-1]):
            runs.append([])
        runs[-1].append(line)
    return runs


def is_heading(cells, groups):
    """A row that spans its table stays at the left, wherever columns go."""
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) != 1 or not cells[0].strip():
        return False
    words = "".join(" ".join(paragraphs(filled[0])).split())
    return words in groups or bool(instruments_named(words) and "แบบ" in words)


def with_columns_moved(text, groups, order):
    lines = []
    for run in blocks(text):
        width = max(line.count("\t") for line in run) + 1
        for line in run:
            cells = line.split("\t")
            if len(cells) > 1 and not is_heading(cells, groups):
                cells += [""] * (width - len(cells))
                cells = [cells[at] for at in order(range(width))]
            lines.append("\t".join(cells))
    return "\n".join(lines)


ORDERS = {
    "reversed": lambda columns: list(columns)[::-1],
    "rotated": lambda columns: [*columns[1:], columns[0]],
    "odd first": lambda columns: [*columns[1::2], *columns[::2]],
}


@pytest.mark.parametrize("order", ORDERS)
@every_file
def test_columns_in_another_order_change_nothing(path, order):
    groups = {bare(m["group"]) for m in original(path)["measures"]}

    moved = with_columns_moved(source(path), groups, ORDERS[order])

    assert moved != source(path)
    assert bare(record(moved)) == bare(original(path))


SHIFT = 20
NUMBER = re.compile(r"^((?:<[^>]*>|\s)*[(]?)([0-9๐-๙]{1,2})(?=[.)]|$)")


def shifted(cell):
    def more(match):
        digits = THAI if match[2] > "9" else ARABIC
        return match[1] + str(int(match[2]) + SHIFT).translate(digits)

    return NUMBER.sub(more, cell)


@every_file
def test_shifted_numbers_change_nothing_but_the_numbers(path):
    lines = source(path).split("\n")
    for at, line in enumerate(lines):
        first, *others = line.split("\t")
        if any(cell.strip() for cell in others):  # copies further on are shifted too
            lines[at] = "\t".join([shifted(first), *others])

    found = record("\n".join(lines))

    assert bare(without(found, "no")) == bare(without(original(path), "no"))
    for one, other in zip(found["measures"], original(path)["measures"], strict=True):
        assert one["no"] in (other["no"], (other["no"] or 0) + SHIFT)


@every_file
def test_a_second_copy_of_the_header_rows_changes_nothing(path):
    lines = []
    for line in source(path).split("\n"):
        header = line.count("\t") > 1 and line.startswith(("มาตรการ", "ลำดับ"))
        lines += [line, line] if header else [line]

    assert bare(record("\n".join(lines))) == bare(original(path))


@every_file
def test_damaged_marks_change_no_score_no_period_and_no_year(path):
    damaged = source(path).replace("ำ", "ํา").replace("แ", "เเ")

    found = record(damaged)

    assert found["scores"] == [
        {**score, "issue": one["issue"]}
        for score, one in zip(original(path)["scores"], found["scores"], strict=True)
    ]
    for key in (
        "fiscal_year",
        "assessed_year",
        "report_date",
        "overall_score",
        "level",
    ):
        assert found[key] == original(path)[key]
    for one, other in zip(found["measures"], original(path)["measures"], strict=True):
        assert one["units"] == other["units"]
        assert one["period_start"] == other["period_start"]
        assert thai.key(one["title"]) == thai.key(other["title"])


def with_line_ends_doubled(text):
    return text.replace("\n", "\n\n")


def without_blank_lines(text):
    """Headings stand right above their tables; a blank between two tables stays."""
    lines = text.split("\n")
    kept = []
    for at, line in enumerate(lines):
        around = (kept[-1] if kept else "", next(filter(str.strip, lines[at:]), ""))
        if line.strip() or all("\t" in one for one in around):
            kept.append(line)
    return "\n".join(kept)


def with_carriage_returns(text):
    return text.replace("\n", "\r\r\n")


SPACINGS = (with_line_ends_doubled, without_blank_lines, with_carriage_returns)


@pytest.mark.parametrize("space", SPACINGS, ids=lambda one: one.__name__)
@every_file
def test_other_blank_lines_change_nothing_in_tables(path, space):
    found = record(space(source(path)))

    # A plan is told from a report by the line of its title: it needs to stand alone.
    expected = {**original(path), "kind": found["kind"]}
    assert bare(found) == bare(expected)
