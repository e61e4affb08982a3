"""One agency, one name: other spellings of it, and other agencies in its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from itadash.checks.passages import Passage, Texts, quote
from itadash.checks.places import speaks_of_others
from itadash.checks.scripts import is_foreign
from itadash.checks.words import options
from itadash.extract.mentions import Mention, without_sentence
from itadash.model import Agency, Finding, Report

MIN_LIKENESS = 80  # of 100, between a spelling and the agency's own name
SPELLING_SLACK = 2  # letters by which a misread name may be longer or shorter
SHORTEST_NAME, LONGEST_NAME = 3, 25  # letters of a name that is taken for one
LOCAL = ("เทศบาล", "องค์การบริหารส่วน")
PROVINCIAL = "องค์การบริหารส่วนจังหวัด"

_GOES_ON = re.compile("[ะาำั-ฺ็-๎]")  # what no Thai word begins with
_NAME = re.compile("^[ก-ฮเ-ไ][ก-๎]*$")
_MAYBE = re.compile("เทศบาล|องค์?การบริหาร|อบ[ตจ]|ท[ตมน][.]|อ[.]บ[.]|ท[.][ตมน]")


@dataclass(frozen=True)
class _Named:
    """A naming of an agency and the letters behind its type, white space gone."""

    mention: Mention
    letters: str
    passage: Passage


def agency_name_variant(texts: Texts, report: Report) -> Iterator[Finding]:
    """Yield every other spelling of the report's own agency once.

    Spellings with letters of another script are findings of their own.
    """
    own = _own_name(report.agency)
    if own is None:
        return
    seen: set[str] = set()
    for named in _all_named(texts):
        spelling = _variant(named, own, report.agency)
        if spelling and spelling not in seen:
            seen.add(spelling)
            yield _finding("agency_name_variant", named, spelling, report.agency)


def other_agency_named(texts: Texts, report: Report) -> Iterator[Finding]:
    """Yield every other local government that stands where the own one should."""
    own = _own_name(report.agency)
    if own is None:
        return
    seen: set[tuple[str, str]] = set()
    for named in _all_named(texts):
        name = without_sentence(named.mention.run)
        key = (named.mention.type, name)
        if key not in seen and _is_other(named, own, report.agency):
            seen.add(key)
            yield _finding("other_agency_named", named, name, report.agency)


def _own_name(agency: Agency) -> str | None:
    if agency.name is None or agency.type is None:
        return None
    return agency.name.removeprefix(agency.type) or None


def _all_named(texts: Texts) -> Iterator[_Named]:
    for passage in texts.passages:
        if not _MAYBE.search(passage.squeezed):
            continue
        for mention in passage.mentions:
            if mention.type.startswith(LOCAL):
                behind = passage.mended[mention.name_at : mention.name_at + 80]
                yield _Named(mention, "".join(behind.split()), passage)


def _is_own(named: _Named, own: str, agency: Agency) -> bool:
    """Tell whether the own name is spelled out, or cut off at the text's end."""
    if named.mention.type != agency.type:
        return False
    if named.letters.startswith(own):
        return not _GOES_ON.match(named.letters[len(own) :])
    return own.startswith(named.letters)


def _variant(named: _Named, own: str, agency: Agency) -> str | None:
    """Return the spelling where the own agency is meant but spelled another way."""
    if named.mention.type != agency.type or _is_own(named, own, agency):
        return None
    if _lies_elsewhere(named.mention, agency) or is_foreign(named.letters[: len(own)]):
        return None
    spelling = _nearest(named, own)
    if fuzz.ratio(spelling, own) < MIN_LIKENESS or _of_others(named):
        return None
    return spelling


def _nearest(named: _Named, own: str) -> str:
    """Return the beginning of the letters that is most like the own name.

    A run of its own length that ends at a space is taken whole.
    """
    run = without_sentence(named.mention.run)
    if abs(len(run) - len(own)) <= SPELLING_SLACK:
        return run
    lengths = range(len(own) - SPELLING_SLACK, len(own) + SPELLING_SLACK + 1)
    cuts = [
        named.letters[:length]
        for length in lengths
        if not _GOES_ON.match(named.letters[length:])
    ]
    return max(cuts, key=lambda cut: fuzz.ratio(cut, own), default="")


def _is_other(named: _Named, own: str, agency: Agency) -> bool:
    mention = named.mention
    if _is_own(named, own, agency) or _variant(named, own, agency):
        return False
    if _is_above_or_below(mention, agency) or not _is_a_name(named):
        return False
    return not _of_others(named) and not is_foreign(named.letters)


def _is_a_name(named: _Named) -> bool:
    """Tell a name from the sentence behind a bare type.

    Behind a space only a place beside it proves that a name is meant.
    """
    name = without_sentence(named.mention.run)
    beside = named.mention.district or named.mention.province
    if not _NAME.match(name) or not SHORTEST_NAME <= len(name) <= LONGEST_NAME:
        return False
    if beside:
        return True
    glued = named.passage.mended[named.mention.name_at - 1].strip()
    return bool(glued) and not re.match(options("sentence_start"), name)


def _is_above_or_below(mention: Mention, agency: Agency) -> bool:
    """Tell whether one of the two is the council of the whole province."""
    return PROVINCIAL in (mention.type, agency.type) and mention.type != agency.type


def _lies_elsewhere(mention: Mention, agency: Agency) -> bool:
    pairs = (
        (mention.district, agency.district),
        (mention.province, agency.province),
    )
    return any(
        one and other and fuzz.ratio(one, other) < MIN_LIKENESS for one, other in pairs
    )


def _of_others(named: _Named) -> bool:
    return speaks_of_others(named.passage, named.mention.start, named.mention.end)


def _finding(code: str, named: _Named, name: str, agency: Agency) -> Finding:
    mention = named.mention
    words = named.passage.mended[mention.start : mention.name_at] + name
    parameters = (("name", f"{mention.type}{name}"), ("own", agency.name or ""))
    before = len("".join(named.passage.mended[: mention.start].split()))
    place = quote(named.passage, words, before)
    return Finding(code, "warning", parameters, place=place)
