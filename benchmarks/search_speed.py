"""How long a search in the measures of the country waits, against reading all words.

530,000 measures are written through the store's own tables and triggers, once, into
a cache. The base is what a search would be without an index, run on the same rows:
a LIKE over every measure's folded words, asked for as many rows and counted alike.
"""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from sqlalchemy import create_engine, insert, text

from benchmarks import Result, Row, at_most
from itadash.store import open_store
from itadash.store.schema import agencies, documents, files, links, measures

CACHE = Path(__file__).parent / ".cache"
MEASURES, MEASURES_QUICK, EACH = 530_000, 53_000, 8
CHUNK = 10_000
BAR = 1 / 20
PAGE = 50

# What stands in a few measures, in one of a hundred, and in every fifth; several words.
QUERIES = {
    "rare": "ครั้งที่ 4711",
    "seldom": "กล้องวงจรปิด",
    "common": "ประชาสัมพันธ์",
    "several": "เว็บไซต์ ไตรมาส",
    "nowhere": "พิพิธภัณฑ์ไดโนเสาร์",
}
_PARTS = (
    *("จัดทำคู่มือการปฏิบัติงาน", "เผยแพร่ข้อมูลบนเว็บไซต์", "อบรมบุคลากร", "ติดตามผล"),
    *("ประชาสัมพันธ์ขั้นตอนบริการ", "ตรวจสอบพัสดุประจำปี", "รายงานผู้บริหาร", "รับเรื่องร้องเรียน"),
    *("แผนป้องกันการทุจริต", "การใช้งบประมาณ", "การใช้ทรัพย์สินของราชการ", "ให้บริการ E-Service"),
    *("ประกาศเจตนารมณ์", "ทุกไตรมาส", "ปรับปรุงกระบวนงาน", "เปิดรับความเห็นของประชาชน"),
    *("สำรวจความพึงพอใจ", "มอบหมายผู้รับผิดชอบ", "ประชุมพนักงาน", "จัดซื้อจัดจ้าง"),
)
_SELDOM = "ติดตั้งกล้องวงจรปิด"


def run(quick: bool) -> Result:
    """Time each query and the same by LIKE; the ratio is of the medians."""
    many = MEASURES_QUICK if quick else MEASURES
    path = CACHE / f"measures-{many}.sqlite"
    if not path.exists():
        _build(path, many)
    store = open_store(f"sqlite:///{path}")
    rows = []
    for name, words in QUERIES.items():
        found, searched = _timed(lambda w=words: store.search_measures(w, limit=PAGE))
        scanned = _timed(lambda w=words: _like_scan(path, w))[1]
        name = f"search, {name} ({found.total:,} hits)"
        rows.append(Row(name, searched, scanned, searched / scanned))
    rows.append(_all_of(rows))
    size = Row("size of the store, MB", path.stat().st_size / 1e6)
    return Result([*rows, size], [f"{many:,} measures", "base: " + _like_scan.__doc__])


def _all_of(rows: list[Row]) -> Row:
    """Hold the queries together against the bar: a reader asks for all kinds."""
    base = sum(row.base or 0 for row in rows)
    return at_most("search, all queries", sum(row.value for row in rows), base, BAR)


def _like_scan(path: Path, words: str) -> int:
    """SELECT measure_id FROM measure_words WHERE words LIKE '%…%', all rows read."""
    each = [word.replace(" ", "").lower() for word in words.split()]
    holding = " AND ".join(f"words LIKE '%{word}%'" for word in each)
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        wanted = text(f"SELECT measure_id FROM measure_words WHERE {holding}")
        return len(connection.execute(wanted).all())


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    times = []
    result = work()
    for _ in range(5):
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
    return result, median(times)


def _build(path: Path, many: int) -> None:
    CACHE.mkdir(exist_ok=True)
    draft = path.with_suffix(".making")
    draft.unlink(missing_ok=True)
    url = f"sqlite:///{draft}"
    open_store(url).close()
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(insert(files), [_file()])
        for chunk in _chunks(_documents(many // EACH)):
            connection.execute(insert(agencies), [one["agency"] for one in chunk])
            connection.execute(insert(documents), [one["document"] for one in chunk])
        for at, chunk in enumerate(_chunks(_measures(many))):
            connection.execute(insert(measures), chunk)
            connection.execute(insert(links), [_link(one) for one in chunk])
            print(f"{(at + 1) * CHUNK:,} of {many:,} measures", file=sys.stderr)
    engine.dispose()
    draft.rename(path)


def _file() -> dict[str, Any]:
    return {"sha256": "0" * 64, "name": "made-up", "content": b"", "size": 0}


def _documents(many: int) -> Iterator[dict[str, Any]]:
    """Eight years of as many agencies as it takes, one document each."""
    for number in range(1, many + 1):
        agency = {"id": number, "identity": str(number), "name": f"หน่วยที่ {number}"}
        document = {
            "id": number,
            "agency_id": number,
            "year_key": f"fiscal {2561 + number % 8}",
            "kind": "plan",
            "fiscal_year": 2561 + number % 8,
            "overall_text": "",
            "source": f"{number}.txt",
            "state": "read",
            "sample": False,
            "synthetic": True,
            "sha256": "0" * 64,
            "parser_version": "1",
            "stored_at": _when(),
        }
        yield {"agency": agency, "document": document}


def _measures(many: int) -> Iterator[dict[str, Any]]:
    chance = Random(1)
    for number in range(1, many + 1):
        parts = chance.sample(_PARTS, 6)
        if chance.random() < 0.01:
            parts.append(_SELDOM)
        yield {
            "id": number,
            "document_id": (number - 1) // EACH + 1,
            "position": (number - 1) % EACH,
            "title": f"มาตรการ{parts[0]} ครั้งที่ {number}",
            "steps": " ".join(parts[1:]),
            "responsible": "สำนักปลัด",
            "units": ["สำนักปลัด"],
            "text": "",
        }


def _link(measure: dict[str, Any]) -> dict[str, Any]:
    indicator = measure["id"] % 10 + 1
    return {
        "measure_id": measure["id"],
        "position": 0,
        "indicator": indicator,
        "strength": 0.8,
        "reason": "",
    }


def _when() -> datetime:
    return datetime(2026, 1, 1)


def _chunks(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while chunk := list(islice(rows, CHUNK)):
        yield chunk
