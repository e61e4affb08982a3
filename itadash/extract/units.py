"""Responsible units in canonical form.

A cell names units with or without separators, broken by line wraps anywhere, so
words are compared without white space: first the names of data/reference/units.csv,
longest first, then whatever begins like a unit up to the next beginning.
"""

import re
from functools import cache

from itadash import reference, thai

ALL_UNITS = "ทุกส่วนงาน"

_ITEM = re.compile(r"(?:^|\s)[-–•*]\s*|(?:^|\s)[(]?\d{1,2}[.)]\s*|[\n,;]")
_KINDS = "สำนัก|กอง|ส่วนราชการ|ส่วนงาน|ส่วน|งาน|ฝ่าย|หน่วยงาน|หน่วย"
_LISTED_KINDS = re.compile(
    rf"(?<![ก-๙])(?:{_KINDS})(?:/(?:{_KINDS}))+(?:ต่างๆ|ที่เกี่ยวข้อง)?(?![ก-ฮเ-ไ])"
)
_NAMELESS = re.compile(
    r"(?:เจ้าหน้าที่|พนักงาน|บุคลากร|ผู้|หน่วยงาน|คณะทำงาน)(?:ที่|ผู้)?เกี่ยวข้อง"
    rf"(?:ของ|ใน|ทุก)?(?:(?:{_KINDS})(?:/(?:{_KINDS}))*(?:ต่างๆ)?(?![ก-ฮเ-ไ]))?"
)
_STRONG_HEAD = re.compile("สำนัก(?!งาน)|กอง(?!ทุน)|ฝ่าย|ศูนย์|หน่วย(?!งาน)")
_WEAK_HEAD = re.compile("งาน|ส่วน(?!ราชการ|งาน|ร่วม|ท้องถิ่น|ตำบล)")
# "งานนิติการและงานบุคคล": a kind of unit behind "and" begins another unit.
_AND_ANOTHER = re.compile(
    "และ(?=สำนัก|กอง(?!ทุน)|ฝ่าย|งาน|หน่วย|ส่วน(?:การ|โยธา|สวัสดิการ|สาธารณ))"
)
_NOT_A_NAME = re.compile("เกี่ยวข้อง|ต่างๆ|ทุก|รับผิดชอบ|มอบหมาย")
_PLACES = ("ตำบล", "อำเภอ", "จังหวัด", "เทศบาลเมือง", "เทศบาลนคร")
_SHORTEST_NAME = 5  # characters; a bare head such as "กอง" names nobody
_STAFF = re.compile("เจ้าหน้าที่(?=งาน)")
_SHORT_BEHIND = re.compile(r"([/,]\s*)(คลัง|ช่าง)(?=\s*(?:[/,\n]|$))")
_LOOSE_END = re.compile(r"(?:ฯ|\.|และ|หรือ)+$")
_LISTED = re.compile(r"[/,]|และ")
_WHOLE_CELL = re.compile(r"[\s\-–•.ฯ]+")


def units(responsible: str | None) -> tuple[str, ...]:
    """Return the units named in a cell, each once, in the order of print.

    A nameless collective ("เจ้าหน้าที่ที่เกี่ยวข้อง") and a person's post are no units.
    """
    if responsible is None:
        return ()
    parts = [_WHOLE_CELL.sub("", part) for part in _LISTED.split(responsible)]
    if all(part in _short_forms() for part in parts):
        return tuple(dict.fromkeys(_short_forms()[part] for part in parts))
    found: dict[str, None] = {}
    words = _SHORT_BEHIND.sub(_with_its_kind, thai.arabic(thai.mend(responsible)))
    for item in _ITEM.split(words):
        found |= dict.fromkeys(_units_of(item))
    return tuple(found)


def _units_of(item: str) -> list[str]:
    words, starts = _squeezed(item)
    starts |= {match.end() for match in _STAFF.finditer(words)}
    words = _NAMELESS.sub(lambda m: " " * len(m[0]), words)
    found: list[tuple[int, str]] = []
    for pattern in (_every(), _LISTED_KINDS):
        for match in pattern.finditer(words):
            found.append((match.start(), ALL_UNITS))
        words = pattern.sub(lambda m: " " * len(m[0]), words)
    return [name for _, name in sorted(found + _named(words, starts))]


def _with_its_kind(match: re.Match[str]) -> str:
    """Write "/คลัง" behind a department as "/กองคลัง"."""
    return f"{match[1]}{_short_forms()[match[2]]}"


def _squeezed(item: str) -> tuple[str, set[int]]:
    """Drop white space, and tell at which characters a printed word begins."""
    letters: list[str] = []
    starts = {0}
    for character in item:
        if not character.isspace():
            letters.append(character)
        if character.isspace() or character in "/(":
            starts.add(len(letters))
    return "".join(letters), starts


def _named(words: str, starts: set[int]) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    at = 0
    while at < len(words):
        name, length = _unit_at(words, at, starts)
        if name:
            found.append((at, name))
            another = _AND_ANOTHER.match(words, at + length)
            starts = starts | {another.end() if another else at + length}
        at += max(length, 1)
    return found


def _unit_at(words: str, at: int, starts: set[int]) -> tuple[str | None, int]:
    """Return the unit that begins here and how many characters it takes."""
    for variant, canonical in _known_units():
        if words.startswith(variant, at) and (
            at in starts or _STRONG_HEAD.match(variant) or variant.startswith("สำนัก")
        ):
            return canonical, len(variant)
    begins = at in starts and (at == 0 or not words[at - 1].isspace())
    if _STRONG_HEAD.match(words, at) or (begins and _WEAK_HEAD.match(words, at)):
        length = _name_length(words, at)
        name = _LOOSE_END.sub("", words[at : at + length])
        if words[:at].endswith(_PLACES):  # "เทศบาลตำบลกองทูล" is no unit
            return None, length
        if len(name) >= _SHORTEST_NAME and not _NOT_A_NAME.search(name):
            return name, length
    return None, 1


def _name_length(words: str, at: int) -> int:
    end = at + 3
    while end < len(words) and not _ends_here(words, end):
        end += 1
    return end - at


def _ends_here(words: str, at: int) -> bool:
    return (
        words[at] in " /()"
        or bool(_STRONG_HEAD.match(words, at))
        or bool(_AND_ANOTHER.match(words, at))
        or any(
            words.startswith(variant, at)
            for variant, _ in _known_units()
            if variant.startswith(("สำนัก", "กอง"))
        )
    )


@cache
def _known_units() -> tuple[tuple[str, str], ...]:
    """Known spellings without white space and their unit, longest first."""
    pairs = (
        (variant.replace(" ", ""), row["unit"])
        for row in reference.rows("units")
        for variant in (row["unit"], *reference.listed(row["variants"]))
    )
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _every() -> re.Pattern[str]:
    """Any way to say all units; a known unit behind it stays one of its own."""
    known = "|".join(re.escape(variant) for variant, _ in _known_units())
    more = rf"(?:(?:/|,|และ)*(?:ทุก)?(?!{known})(?:{_KINDS}))*"
    return re.compile(rf"ทุกๆ?(?:{_KINDS}){more}(?:ต่างๆ)?")


@cache
def _short_forms() -> dict[str, str]:
    """Bare words that stand for a unit only when the cell holds nothing else."""
    return {
        short: row["unit"]
        for row in reference.rows("units")
        for short in reference.listed(row["alone"])
    }
