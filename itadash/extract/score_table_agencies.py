"""The agency that a row of a score table is of.

A cell holds a whole name, with or without its type, and often its place. A type
comes from the name first, then from a column of types; without either the name
stays as printed. Rows that sum up others are none, but the mean of a province is
kept: it has a type of its own, which no average counts.
"""

import re
from dataclasses import dataclass
from functools import cache

from itadash import gazetteer, thai
from itadash.extract.privacy import public
from itadash.extract.units import units
from itadash.model import Agency

LONGEST_CELL = 160  # characters; a longer cell is no name
MIN_LETTERS = 2
_NUMBERING = re.compile(r"^[(]?\d{1,4}(?:[.)]\s*|\s+)")
_NAME = re.compile(r"^[ก-ฮเ-ไ][ก-๎ .\-–—()/ฯๆ]*$")
_DISTRICT = re.compile(r"(?:อำเภอ|อ\.)\s*(?P<district>[ก-๎]+)")
_PROVINCE = re.compile(r"(?:จังหวัด|จ\.)\s*(?P<province>[ก-๎]+)")
_SUMMARY = re.compile(
    "^(?:(?:ค่า|คะแนน|ผล)*(?:รวม|เฉลี่ย|สูงสุด|ต่ำสุด|เต็ม)|ภาพรวม|ทุก|ทั้ง"
    "|ระดับ(?:ประเทศ|จังหวัด|อำเภอ)|เป้าหมาย|เกณฑ์|น้ำหนัก|คะแนน|ร้อยละ|จำนวน|ส่วนเบี่ยงเบน"
    "|มัธยฐาน|กลุ่ม|หน่วยงาน(?!$)|อปท|องค์กรปกครอง|ตัวชี้วัด|อันดับ|หมายเหตุ|ที่มา|ผลต่าง)"
)
_MEAN = re.compile("^(?:ค่า|คะแนน)?เฉลี่ย")
_MUNICIPALITY = "เทศบาล"  # one of three types; alone it tells none


@dataclass(frozen=True)
class Named:
    """An agency with its place; `typed` where the type is certain."""

    agency: Agency
    typed: bool


def is_typed_name(text: str) -> bool:
    """Tell whether a cell begins with a type of agency and goes on with a name."""
    found = _type_at_start(_tidied(text))
    return found is not None and len(found[1]) >= MIN_LETTERS


def is_summary(text: str) -> bool:
    """Tell whether a row sums up others ("รวม", "ค่าเฉลี่ย")."""
    return bool(_SUMMARY.match(_tidied(text)))


def named(text: str, kind: str, district: str, province: str) -> Named | None:
    """Return the agency of a cell; the others are cells of the same row, or ""."""
    words = _tidied(text)
    if len(text) > LONGEST_CELL or not _NAME.match(words) or _names_a_person(text):
        return None
    if is_summary(words):
        return _province_mean(words, province)
    name, own_district, own_province = _without_place(words)
    found = _type_at_start(name)
    column = gazetteer.agency_type(kind) if kind else None
    if found is None and column is not None:
        name = f"{column.name}{name.removeprefix(_MUNICIPALITY).strip()}"
        found = column.name, name
    elif found is not None:
        name = f"{found[0]}{found[1]}"
    if len(name) < MIN_LETTERS or _is_bare_type(name):
        return None
    if found is None and (units(words) or public(words) != words):
        return None
    place = _district(own_district or district), _province(own_province or province)
    type_name = found[0] if found else _printed(kind)
    return Named(Agency(name, type_name, *place), found is not None)


def province_in(text: str) -> str | None:
    """Return the only province that a caption names as one."""
    words = thai.words_joined(text)
    runs = [match["province"] for match in _PROVINCE.finditer(words)]
    found = {_longest_province(run) for run in runs} - {None}
    return found.pop() if len(found) == 1 else None


def _province_mean(words: str, province: str) -> Named | None:
    """Return a row of the mean of one province; None for any other summary."""
    if not _MEAN.match(words) or "จังหวัด" not in words:
        return None
    where = province_in(words) or _province(province)
    if where is None:
        return None
    return Named(Agency(words, gazetteer.PROVINCE_MEAN, None, where), True)


def _names_a_person(text: str) -> bool:
    """Tell whether a person stands behind a name; "อบต.นายาว" itself is none."""
    _, _, behind = thai.tidy(text).replace("\n", " ").partition(" ")
    return public(behind) != behind


def _tidied(text: str) -> str:
    """Return a name without numbering; spaces inside Thai words closed."""
    words = _NUMBERING.sub("", thai.words_joined(text))
    return words.rstrip(" ,:;*").lstrip(" .,:;*")  # "สสวท." keeps its point


def _without_place(words: str) -> tuple[str, str, str]:
    """Cut district and province off behind a name, never at its beginning."""
    kind = _type_at_start(words)
    begins = len(words) - len(kind[1]) if kind else 1
    rest = words[begins:]
    district, province = _DISTRICT.search(rest, 1), _PROVINCE.search(rest, 1)
    ends = min((m.start() for m in (district, province) if m), default=len(rest))
    cut = province.start() if province else len(rest)
    within = _DISTRICT.search(rest[:cut], 1)
    return (
        (words[:begins] + rest[:ends]).strip(" .,-("),
        within["district"] if within else "",
        province["province"] if province else "",
    )


def _type_at_start(words: str) -> tuple[str, str] | None:
    """Return (full type, rest) of a name that begins with a type."""
    match = _types().match(words)
    if match is None:
        return None
    kind = gazetteer.agency_type(match[1])
    return (kind.name, words[match.end() :].strip()) if kind else None


def _is_bare_type(name: str) -> bool:
    kind = gazetteer.agency_type(name)
    return name == _MUNICIPALITY or (kind is not None and kind.name not in _ALONE)


_ALONE = ("เมืองพัทยา", "กรุงเทพมหานคร")  # a type with a single agency is its name


def _printed(kind: str) -> str | None:
    words = thai.tidy(kind)
    if gazetteer.is_province_mean(words):
        return gazetteer.PROVINCE_MEAN
    return words or None


def _district(text: str) -> str | None:
    words = thai.words_joined(text)
    bare = re.sub(r"^(?:อำเภอ|อ\.)\s*", "", words)
    return bare if _NAME.match(bare) and len(bare) <= LONGEST_CELL else None


def _province(text: str) -> str | None:
    found = gazetteer.province(text) if text else None
    return found.name if found else None


def _longest_province(run: str) -> str | None:
    """Return the province that a run of letters begins with ("ตราดปีงบประมาณ")."""
    for end in range(min(len(run), 20), 1, -1):
        if found := gazetteer.province(run[:end]):
            return found.name
    return None


@cache
def _types() -> re.Pattern[str]:
    """Full names of types, and abbreviations that a dot or space ends."""
    names: list[str] = []
    for kind in gazetteer.agency_types():
        names.append(re.escape(kind.name))
        for variant in kind.variants:
            ends = "" if variant.endswith(".") or len(variant) > 6 else r"(?=[\s.])"
            names.append(re.escape(variant) + ends)
    return re.compile(f"({'|'.join(sorted(names, key=len, reverse=True))})[.]?")
