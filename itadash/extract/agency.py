"""Which agency a report is of.

The agency of the title or the letter head is the report's own, however often running
text names another one. Spellings of it vote, for scans damage names: one that ends
cleanly is a candidate, and every mention that begins with it counts for it. Damaged
spellings lose the vote; they are not mended.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from rapidfuzz import fuzz

from itadash import gazetteer, reference, thai
from itadash.extract.mentions import (
    SHORTEST_NAME,
    Mention,
    is_only_a_sentence,
    is_place_line,
    is_thai_name,
    mentions_in,
    nameless_in,
    whole_district,
    without_sentence,
)
from itadash.model import Agency

LONGEST_NAME = 40
MIN_NAME_LIKENESS = 75  # of 100, between two spellings of one agency
DISTRICT_VOTES = 2  # a name with its district beside it was written with care
HEAD_PASSAGES = 8
LONGEST_TITLE = 400  # characters; a longer passage is no title

_SUBJECT = re.compile("มาตรการ|คุณธรรม|โปร่งใส|(?<![A-Za-z])ITA")
_NO_TITLE = re.compile(
    r"^[\s\d#*.]*(?:เรียน|ถึง|อ้างถึง|สิ่งที่ส่งมา|ตามที่|ตาม|ด้วย|เนื่องจาก|จาก|เพื่อ)"
)
_AUTHOR_BEFORE = re.compile(
    r"(?:^[\s#*]*|^ที่\s.*|ส่วนราชการ.*"
    r"|(?:ของ|โดย|ประกาศ|คำสั่ง|สำนักงาน|ที่ทำการ|หน่วยงาน|สำนักปลัด)\s*:?\s*)$"
)
_HEAD_BEHIND = re.compile(r"^[\s]*(?:\d{5}|โทร|ประจำปี|ปีงบ|เรื่อง|$)")
BEFORE = 30  # characters before a name that tell whether another agency is meant

Name = tuple[str, str]  # type and name


def find_agency(paragraphs: Iterable[str], cells: Iterable[str]) -> Agency:
    """Return the report's own agency; parts not printed are None.

    Running text decides; cells are asked only where it names no agency at all.
    """
    texts = _addresses_joined(paragraphs)
    mentions = [mention for text in texts for mention in mentions_in(text)]
    titles = _titles(texts)
    named = ([m for m in mentions_in(t) if _is_own(m, t)] for t in titles)
    title = next((n for own in named if (n := _elected(own, mentions))), None)
    if title is None and (nameless := [m for t in titles for m in nameless_in(t)]):
        return _nameless(nameless[0])
    own = [m for m in mentions if title is None or _may_be(m, title)]
    if name := _elected(own, own):
        return _agency(*name, own)
    in_cells = [mention for text in cells for mention in mentions_in(text)]
    name = _elected(in_cells, in_cells)
    return _agency(*name, in_cells) if name else Agency(None)


def names_another(text: str, agency: Agency) -> bool:
    """Tell whether the last agency that a text names is not the one given."""
    named = named_own(text, agency)
    return bool(named) and not named[-1]


def named_own(text: str, agency: Agency) -> list[bool]:
    """Tell of each agency that a text names whether it is the one given."""
    if agency.name is None or agency.type is None:
        return []
    own = agency.name.removeprefix(agency.type)
    named = [m for m in mentions_in(text) if m.run and not _is_a_sentence(m.run)]
    return [
        m.type == agency.type
        and fuzz.ratio(m.run[: len(own)], own) >= MIN_NAME_LIKENESS
        for m in named
    ]


def _is_a_sentence(run: str) -> bool:
    return is_only_a_sentence(run) or bool(_sentence_start_pattern().match(run))


def _addresses_joined(paragraphs: Iterable[str]) -> list[str]:
    """Join an address to the passage above it, which may end in the agency's name."""
    texts: list[str] = []
    for text in paragraphs:
        if texts and len(texts[-1]) <= LONGEST_TITLE and is_place_line(text):
            texts[-1] = f"{texts[-1]} {text}"
        else:
            texts.append(text)
    return texts


def _titles(texts: Sequence[str]) -> list[str]:
    """Return the passages of the head that are titles or name the author."""
    head = [texts[0][:LONGEST_TITLE], *texts[1:HEAD_PASSAGES]] if texts else []
    return [
        text
        for text in head
        if len(text) <= LONGEST_TITLE
        and not _NO_TITLE.match(thai.mend(text))
        and (_SUBJECT.search(thai.mend(text)) or _names_its_author(text))
    ]


def _names_its_author(text: str) -> bool:
    """Tell a line of the head that holds an agency, its address and nothing else."""
    found = mentions_in(text) or nameless_in(text)
    if not found:
        return False
    text, first = thai.mend(text), found[0]
    alone = without_sentence(first.run) == first.run
    author = _AUTHOR_BEFORE.search(text[: first.start])
    return bool(alone and author and _HEAD_BEHIND.match(text[first.end :]))


def _is_own(mention: Mention, text: str) -> bool:
    before = thai.mend(text)[max(0, mention.start - BEFORE) : mention.start]
    return not _others_pattern().search(before)


def _may_be(mention: Mention, title: Name) -> bool:
    """Tell whether a mention, damaged or glued, can be of the title's agency."""
    kind, name = title
    if mention.type != kind:
        return False
    run = without_sentence(mention.run)
    if mention.run.startswith(name) or (run and name.startswith(run)):
        return True
    return fuzz.ratio(run, name) >= MIN_NAME_LIKENESS


def _elected(mentions: list[Mention], every: list[Mention]) -> Name | None:
    """Return (type, name) with the most votes; `every` and length break ties."""
    votes = _votes(mentions, _candidates(mentions) & _candidates(every))
    if not votes:
        return None
    overall = _votes(every, votes)
    return max(votes, key=lambda name: (votes[name], overall[name], len(name[1])))


def _votes(mentions: list[Mention], candidates: Collection[Name]) -> Counter[Name]:
    votes: Counter[Name] = Counter()
    for mention in mentions:
        if backed := _backed(mention, candidates):
            votes[backed] += DISTRICT_VOTES if mention.district else 1
    return votes


def _candidates(mentions: list[Mention]) -> set[Name]:
    """Return the names that end cleanly; one that begins a sentence only alone."""
    found = {name for mention in mentions if (name := _candidate(mention))}
    likely = {name for name in found if not _sentence_start_pattern().match(name[1])}
    return likely or found


def _candidate(mention: Mention) -> Name | None:
    if is_only_a_sentence(mention.run):  # the type alone, a sentence behind it
        return None
    name = without_sentence(mention.run)
    whole = is_thai_name(name) and SHORTEST_NAME <= len(name) <= LONGEST_NAME
    return (mention.type, name) if whole else None


def _backed(mention: Mention, candidates: Collection[Name]) -> Name | None:
    """Return the longest candidate that the mention begins with."""
    longest = min(len(mention.run), LONGEST_NAME)
    beginnings = (
        (mention.type, mention.run[:length])
        for length in range(longest, SHORTEST_NAME - 1, -1)
    )
    return next((name for name in beginnings if name in candidates), None)


def _nameless(mention: Mention) -> Agency:
    found = gazetteer.province(mention.type) or _known_province(mention.province)
    province = found.name if found else None
    return Agency(mention.type, mention.type, mention.district, province)


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
    provinces = Counter(p.name for m in own if (p := _known_province(m.province)))
    province = _most_common(provinces)
    districts = Counter(whole_district(m.district, province) for m in own if m.district)
    return _most_common(districts), province


def _known_province(text: str | None) -> gazetteer.Province | None:
    return gazetteer.province(text) if text else None


def _most_common(counted: Counter[str]) -> str | None:
    return counted.most_common(1)[0][0] if counted else None


@cache
def _others_pattern() -> re.Pattern[str]:
    return _words_of("others")


@cache
def _sentence_start_pattern() -> re.Pattern[str]:
    return _words_of("sentence_start")


def _words_of(use: str) -> re.Pattern[str]:
    rows = reference.rows("check_words")
    return re.compile(
        reference.alternatives(r["words"] for r in rows if r["use"] == use)
    )
