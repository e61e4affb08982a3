"""Which agency a report is of.

A report names its agency many times and Thai puts no space behind a name, so all
mentions vote: a name that ends cleanly is a candidate, and every mention that
begins with it counts for it. Damaged spellings lose the vote; they are not mended.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz import fuzz

from itadash import gazetteer, reference, thai
from itadash.model import Agency

SHORTEST_NAME = 2  # letters, as in "ปัว"
LONGEST_NAME = 40
MIN_NAME_LIKENESS = 75  # of 100, between the name and the one beside its district
TITLE_VOTES = 2  # a name with its district beside it was written with care

_RUN = r"[^\s\d(),.;:/\"'“”\[\]|…-]+"
_THAI_NAME = re.compile(r"^[ก-ฮเ-ไ][ก-๎]*$")
_ADDRESS = rf"(?:(?:ตำบล|ต\.)\s*{_RUN}|(?:เลขที่|หมู่(?:ที่)?|ถนน)\s*[^\s]+)"
_PLACE = re.compile(
    rf"^\s*(?:{_ADDRESS}\s+){{0,5}}(?:(?:อำเภอ|อ\.)\s*(?P<district>{_RUN}))?\s*(?:(?:จังหวัด|จ\.)\s*(?P<province>{_RUN}))?"
)


@dataclass(frozen=True)
class Mention:
    """One naming of an agency: its type, the letters behind it, and the place.

    `start` and `name_at` are where it and its name begin in the mended text.
    """

    type: str
    run: str
    district: str | None
    province: str | None
    start: int = field(default=0, compare=False)
    name_at: int = field(default=0, compare=False)


def find_agency(paragraphs: Iterable[str], cells: Iterable[str]) -> Agency:
    """Return the agency that most of the text names; parts not printed are None.

    Running text decides; cells are asked only where it names no agency at all.
    """
    for texts in (paragraphs, cells):
        mentions = [mention for text in texts for mention in mentions_in(text)]
        if name := _elected(mentions):
            return _agency(*name, mentions)
    return Agency(None)


def mentions_in(text: str) -> list[Mention]:
    """Find every agency that a text names, in order."""
    text = thai.mend(text)
    return [_mention(text, match) for match in _mention_pattern().finditer(text)]


def _mention(text: str, match: re.Match[str]) -> Mention:
    kind = gazetteer.agency_type(match["type"])
    name, rest = _cut_at_place_word(match["run"])
    place = _PLACE.match(rest + text[match.end() :])
    district = place["district"] if place else None
    province = place["province"] if place else None
    if district:
        district, behind = _cut_at_place_word(district)
        province = province or _province_behind(behind)
    type_name = kind.name if kind else match["type"]
    at = match.start(), match.start("run")
    return Mention(type_name, name, district, province, *at)


def _province_behind(text: str) -> str | None:
    return text.removeprefix("จังหวัด") if text.startswith("จังหวัด") else None


def _cut_at_place_word(run: str) -> tuple[str, str]:
    """Cut a name where the words for district or province are glued to it."""
    match = re.search("อำเภอ|จังหวัด", run)
    return (run[: match.start()], run[match.start() :]) if match else (run, "")


def _elected(mentions: list[Mention]) -> tuple[str, str] | None:
    """Return (type, name) with the most votes; the longer name breaks a tie."""
    votes: Counter[tuple[str, str]] = Counter()
    candidates = {_candidate(mention) for mention in mentions} - {None}
    for mention in mentions:
        backed = _backed(mention, [c for c in candidates if c is not None])
        if backed:
            votes[backed] += TITLE_VOTES if mention.district else 1
    if not votes:
        return None
    return max(votes, key=lambda name: (votes[name], len(name[1])))


def _candidate(mention: Mention) -> tuple[str, str] | None:
    if _tail_pattern().match(mention.run):  # the type alone, a sentence behind it
        return None
    name = without_sentence(mention.run)
    whole = bool(_THAI_NAME.match(name)) and SHORTEST_NAME <= len(name) <= LONGEST_NAME
    return (mention.type, name) if whole else None


def without_sentence(run: str) -> str:
    """Cut a run where words of a sentence follow the name ("…ขามเพื่อพิจารณา")."""
    match = _tail_pattern().search(run, SHORTEST_NAME)
    return run[: match.start()] if match else run


def _backed(
    mention: Mention, candidates: list[tuple[str, str]]
) -> tuple[str, str] | None:
    """Return the longest candidate that the mention begins with."""
    fitting = [
        candidate
        for candidate in candidates
        if candidate[0] == mention.type and mention.run.startswith(candidate[1])
    ]
    return max(fitting, key=lambda candidate: len(candidate[1]), default=None)


def _agency(kind: str, name: str, mentions: list[Mention]) -> Agency:
    district, province = _place(kind, name, mentions)
    if province is None and kind.endswith("จังหวัด"):
        found = gazetteer.province(name)
        province = found.name if found else None
    return Agency(f"{kind}{name}", kind, district, province)


def _place(
    kind: str, name: str, mentions: list[Mention]
) -> tuple[str | None, str | None]:
    """District and province as most mentions of this agency print them.

    Damaged spellings of the name count too, for the place stands in the title only.
    """
    own = [
        mention
        for mention in mentions
        if mention.type == kind and fuzz.ratio(mention.run, name) >= MIN_NAME_LIKENESS
    ]
    districts = Counter(m.district for m in own if m.district)
    provinces = Counter(p.name for m in own if (p := _known_province(m.province)))
    return _most_common(districts), _most_common(provinces)


def _known_province(text: str | None) -> gazetteer.Province | None:
    return gazetteer.province(text) if text else None


def _most_common(counted: Counter[str]) -> str | None:
    return counted.most_common(1)[0][0] if counted else None


@cache
def _mention_pattern() -> re.Pattern[str]:
    """Any type of agency, wrapped anywhere, and the letters behind it."""
    names = sorted(
        (n for kind in gazetteer.agency_types() for n in (kind.name, *kind.variants)),
        key=len,
        reverse=True,
    )
    types = "|".join(_wrapped(name) for name in names if len(name) > 2)
    return re.compile(rf"(?P<type>{types})\s?(?P<run>{_RUN})")


def _wrapped(name: str) -> str:
    """Return a pattern for a name that a line wrap may have broken between letters.

    Abbreviations must not begin inside a word and are never broken.
    """
    if len(name) <= 6:
        return r"(?<![ก-๎])" + re.escape(name)
    return r"\s?".join(
        re.escape(letter) for letter in re.findall("[ก-ฮเ-ไ][ัิ-ฺ็-๎ะาำ]*", name)
    )


@cache
def _tail_pattern() -> re.Pattern[str]:
    words = [row["words"] for row in reference.rows("sentence_words")]
    return re.compile("|".join(sorted(words, key=len, reverse=True)))
