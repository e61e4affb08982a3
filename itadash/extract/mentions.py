"""Every naming of an agency in a text, with the place printed beside it.

Thai puts no space behind a name, so what is found is the type and the letters behind
it; where the name ends is for the reader of many mentions to say.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from itadash import gazetteer, reference, thai
from itadash.remembering import remembered

SHORTEST_NAME = 2  # letters, as in "ปัว"
NAMELESS = ("กรุงเทพมหานคร", "เมืองพัทยา")  # the type is the whole name
CAPITAL = "เมือง"  # "อำเภอเมือง" is the capital district of its province

# Letters up to a space or a sign; a glued "อ." or "จ." begins the place behind, and
# the word for a kind of agency the next one.
_NEXT = r"[อจ]\.|องค์การบริหารส่วน|เทศบาล(?:ตำบล|เมือง|นคร)"
RUN = rf"(?:(?!{_NEXT})[^\s\d(),.;:/\"'“”\[\]|…-])+"
# An abbreviation must not begin inside a word or a longer one ("ก.อบต."), but Thai
# puts no space behind the words that go before an agency.
_BEFORE_SHORT = (
    "ของ",
    "โดย",
    "และ",
    "นายก",
    "ปลัด",
    "ประกาศ",
    "ภายใน",
    "สำนักงาน",
    "ที่ทำการ",
)
_SHORT_BEGINS = (
    r"(?:(?<![ก-๎])(?<![ก-๎]\.)|" + "|".join(f"(?<={w})" for w in _BEFORE_SHORT) + ")"
)
_BEGINS_NEXT = re.compile(_NEXT)
_JOINED = re.compile("(?:และ|กับ|หรือ)$")
_THAI_NAME = re.compile(r"^[ก-ฮเ-ไ][ก-๎]*$")
_ADDRESS = (
    rf"(?:(?:ตำบล|ต\.)\s*{RUN}|(?:เลขที่|หมู่(?:บ้าน|ที่)?|ม\.|ถนน|ถ\.|ซอย)\s*[^\s]+|\d[\d/]*)"
)
# A title may put its year between the name and the place.
_YEAR = r"(?:ประจำ)?ปี\s?(?:งบประมาณ)?\s?(?:พ\.\s?ศ\.)?\s?(?:\d{4}|\d{2})"
_PLACE = re.compile(
    rf"^\s*(?:{_YEAR}\s+(?=อำเภอ|อ\.|จังหวัด|จ\.))?(?:{_ADDRESS}\s+){{0,7}}"
    rf"(?:(?:อำเภอ|อ\.)\s*:?\s*(?P<district>{RUN}))?"
    rf"\s*(?:(?:จังหวัด|จ\.)\s*:?\s*(?P<province>{RUN}))?"
)
_PLACE_LINE = re.compile(
    rf"^\s*(?:{_ADDRESS}\s+){{0,7}}(?:(?:อำเภอ|จังหวัด|ตำบล)|(?:อ|จ|ต)\.\s?[ก-ฮเ-ไ])"
)
_LONGEST_PLACE_LINE = 120  # characters; a longer passage is no address


@dataclass(frozen=True)
class Mention:
    """One naming of an agency: its type, the letters behind it, and the place.

    `start` and `name_at` are where it and its name begin in the mended text, `end`
    is where its place ends.
    """

    type: str
    run: str
    district: str | None
    province: str | None
    start: int = field(default=0, compare=False)
    name_at: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


def mentions_in(text: str) -> list[Mention]:
    """Find every agency that a text names, in order."""
    text = thai.mend(text)
    return [_mention(text, match) for match in _mention_pattern().finditer(text)]


@remembered
def may_name_any(text: str) -> bool:
    """Tell whether a text holds the word for a type of agency at all."""
    return bool(_type_word().search(thai.key(text)))


def nameless_in(text: str) -> list[Mention]:
    """Find the agencies that need no name where a text names them as its author."""
    text = thai.mend(text)
    found = []
    for match in _nameless_pattern().finditer(text):
        kind = gazetteer.agency_type(match["type"])
        district, province, end = _place_behind("", text[match.end() :])
        at = match.start("type"), match.end(), match.end() + end
        found.append(
            Mention(kind.name if kind else match["type"], "", district, province, *at)
        )
    return found


def without_sentence(run: str) -> str:
    """Cut a run where words of a sentence follow the name ("…ขามเพื่อพิจารณา")."""
    match = _tail_pattern().search(run, SHORTEST_NAME)
    return run[: match.start()] if match else run


def is_only_a_sentence(run: str) -> bool:
    """Tell whether words of a sentence follow the type itself."""
    return bool(_tail_pattern().match(run))


def is_thai_name(name: str) -> bool:
    """Tell whether all letters are Thai and the first can begin a word."""
    return bool(_THAI_NAME.match(name))


def is_place_line(text: str) -> bool:
    """Tell whether a passage goes on with an address begun above it."""
    text = thai.mend(text)
    return len(text) <= _LONGEST_PLACE_LINE and bool(_PLACE_LINE.match(text))


def whole_district(district: str, province: str | None) -> str:
    """Return "เมืองน่าน" for "เมือง" in จังหวัดน่าน; any other district as it is."""
    if district != CAPITAL or province is None:
        return district
    capital = next(
        row["capital_district"]
        for row in reference.rows("provinces")
        if row["name"] == province
    )
    return capital if capital.startswith(CAPITAL) else district


def _mention(text: str, match: re.Match[str]) -> Mention:
    kind = gazetteer.agency_type(match["type"])
    name, rest = _cut_at_place_word(match["run"])
    if _BEGINS_NEXT.match(text, match.end()):
        name = _JOINED.sub("", name)
    district, province, end = _place_behind(rest, text[match.end() :])
    type_name = kind.name if kind else match["type"]
    at = match.start(), match.start("run"), match.end() - len(rest) + end
    return Mention(type_name, name, district, province, *at)


def _place_behind(rest: str, text: str) -> tuple[str | None, str | None, int]:
    """Return district, province and how far behind a name they reach."""
    place = _PLACE.match(rest + text[:_LONGEST_PLACE_LINE])
    if place is None:  # never: every part of the pattern may be missing
        return None, None, 0
    district, province = place["district"], place["province"]
    if district:
        district, behind = _cut_at_place_word(district)
        province = province or _province_behind(behind)
        district = without_sentence(district).rstrip("ฯ")
    known = _province_named(province) if province else None
    if district:
        district = whole_district(district, known)
    return district or None, known or province, place.end()


def _province_named(text: str) -> str | None:
    """Return the province that a run begins with; a sentence may be glued to it."""
    for run in (text, without_sentence(text)):
        if found := gazetteer.province(run):
            return found.name
    return None


def _province_behind(text: str) -> str | None:
    return text.removeprefix("จังหวัด") if text.startswith("จังหวัด") else None


def _cut_at_place_word(run: str) -> tuple[str, str]:
    """Cut a name where the words for district or province are glued to it."""
    match = re.search("อำเภอ|จังหวัด", run)
    return (run[: match.start()], run[match.start() :]) if match else (run, "")


@cache
def _mention_pattern() -> re.Pattern[str]:
    """Any type of agency, wrapped anywhere, and the letters behind it."""
    names = sorted(
        (
            name
            for kind in gazetteer.agency_types()
            if kind.name not in NAMELESS
            for name in (kind.name, *kind.variants)
        ),
        key=len,
        reverse=True,
    )
    types = "|".join(_wrapped(name) for name in names if len(name) > 2)
    begins = "".join(sorted({re.escape(name[0]) for name in names}))  # most do not
    return re.compile(rf"(?=[{begins}])(?P<type>{types})\s?(?P<run>{RUN})")


@cache
def _type_word() -> re.Pattern[str]:
    kinds = gazetteer.agency_types()
    names = {thai.key(n) for kind in kinds for n in (kind.name, *kind.variants)}
    return re.compile(reference.alternatives(names))


@cache
def _nameless_pattern() -> re.Pattern[str]:
    """Return a pattern of a nameless agency that stands as the author.

    Elsewhere, and before a postal code, it is only a place.
    """
    names = "|".join(re.escape(name) for name in NAMELESS)
    return re.compile(
        r"(?:^|[\n\d]\s+|(?:ของ|โดย|ประกาศ|คำสั่ง|ส่วนราชการ|หน่วยงาน|สำนักงาน|ศาลาว่าการ)"
        rf"\s*:?\s*)(?P<type>{names})(?=\s*$|\s+(?!\d{{5}})|\(|เรื่อง|ประจำ|อำเภอ|จังหวัด)"
    )


def _wrapped(name: str) -> str:
    """Return a pattern for a name that a line wrap may have broken between letters.

    Abbreviations are never broken.
    """
    if len(name) <= 6:
        return _SHORT_BEGINS + re.escape(name)
    return r"\s?".join(
        re.escape(letter) for letter in re.findall("[ก-ฮเ-ไ][ัิ-ฺ็-๎ะาำ]*", name)
    )


@cache
def _tail_pattern() -> re.Pattern[str]:
    words = [row["words"] for row in reference.rows("sentence_words")]
    return re.compile("|".join(sorted(words, key=len, reverse=True)))
