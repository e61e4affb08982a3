"""Whose score a total is: the agency's own, or that of something or somebody else.

"คะแนนเฉลี่ยจังหวัดเชียงใหม่ 88.20" is the mean of a province. The province in the agency's
own address, or in the name of an office, makes nothing a mean.
"""

import re
from functools import cache

from itadash import framework, gazetteer, reference, thai
from itadash.extract.agency import names_another
from itadash.extract.mentions import (
    Mention,
    is_only_a_sentence,
    is_place_line,
    mentions_in,
    without_sentence,
)
from itadash.extract.vocabulary import instruments_named
from itadash.model import Agency

_COUNTED = re.compile(r"\d+\s*(?:แบบวัด|เครื่องมือ|ตัวชี้วัด|กลุ่ม|ประเด็น|ด้าน)")
_ITA_ITSELF = re.compile("ITA|คุณธรรมและความโปร่งใส")
_PART_OF = re.compile(r"(?:ของ|ตาม|ใน)(?:ผล)?(?:การ)?(?:ประเมิน)?\s*$")
_PLACE_WORD = re.compile("อำเภอ|จังหวัด")
# "จังหวัด : น่าน" is a line of a form, no subject of a sentence.
_PROVINCE = re.compile(r"จังหวัด(?!\s*:)|(?:^|ของ|ใน|เฉลี่ย|คะแนน|ระดับ|ภาพรวม)\s?จ\.")
# What an agency's name never holds; the word for province behind it is no address.
_NO_NAME = re.compile(r"คะแนน|กว่า|เฉลี่ย|ประเมิน|^(?:ใน|ของ|ทั้ง|ทุก|ทั่ว|ภาย|ระดับ|ราย)")
_OF_OTHERS_BEHIND = re.compile(
    r"^\s*(?:คะแนน)?\s*[(]\s*(?:ค่า|คะแนน|เฉลี่ย|ของ|ระดับ|ทั้ง|ทั่ว|ราย|ใน){0,5}"
    r"(?:จังหวัด|อำเภอ|ประเทศ|ภาค)[^()\d]{0,30}[)]"
)
# A rule of the scale, not a result: "หากได้คะแนน 95.00 คะแนน จะอยู่ในระดับ AA".
_SUPPOSED = re.compile(
    r"(?:หาก|ถ้า|กรณี)[^\d]{0,30}$|(?:ต้อง|ควร|จะ|(?<!เป็น)หน่วยงานที่)(?:ได้รับ|ได้|มี)?(?:ผล)?$"
    r"|เกณฑ์(?:การ)?(?:ผ่าน|ขั้นต่ำ)[\s:]*(?:คือ|ต้อง)?$"
)
_SUPPOSED_BEHIND = re.compile(r"^\s*(?:คะแนน|%)?\s*(?:จึง|ก็)?จะ(?:ได้|อยู่|ถือ|ผ่าน|มี)")
# "คะแนนเฉลี่ยเทศบาลตำบล 88.20": a type without a name is all of its kind.
_MEAN_OF_A_TYPE = re.compile(
    r"เฉลี่ย(?:ของ|ทุก|ทั้งหมด)?(?:เทศบาล(?:ตำบล|เมือง|นคร)?|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบต|อบจ)"
    r"\.?(?:ทั้งหมด|ทุกแห่ง)?\s*(?:เท่ากับ|อยู่ที่|คือ|ได้|[:=])?\s*$"
)
_BESIDE_NUMBER = " :=-–(\t"


def without_own_place(text: str) -> str:
    """Return a text without the words for district and province behind an agency."""
    if not _PLACE_WORD.search(text):
        return text
    text = thai.mend(text)
    for mention in reversed(mentions_in(text)):
        if _is_named(mention) and without_sentence(mention.run) == mention.run:
            at = mention.name_at + len(mention.run)
            place = _PLACE_WORD.sub(" ", text[at : mention.end])
            text = f"{text[:at]}{place}{text[mention.end :]}"
    return text


def agency_before_its_place(above: str, text: str) -> str:
    """Return the agency that ends a line whose address goes on with the next one."""
    if not is_place_line(text):
        return ""
    last = mentions_in(above)[-1:]
    if not last or not _is_named(last[0]) or last[0].end < len(thai.mend(above)):
        return ""
    [found] = last
    begins_with_province = text.lstrip().startswith("จ")
    goes_on = not found.province and bool(found.district) == begins_with_province
    return above[found.start :] if goes_on else ""


def is_of_a_province(before: str, start: int) -> bool:
    """Tell whether words from `start` on name a province, and no agency behind it."""
    words = words_for("office").sub(lambda one: " " * len(one[0]), before)
    if not _PROVINCE.search(words, start):
        return False
    named = [one.start for one in mentions_in(before) if _is_named(one)]
    return bool(_PROVINCE.search(words, max([start, *named])))


def is_of_another(before: str, agency: Agency) -> bool:
    """Tell whether the last agency that a text names is another, or all of a type."""
    if names_another(before, agency) or _MEAN_OF_A_TYPE.search(before):
        return True
    last = mentions_in(before)[-1:]
    return bool(last) and agency.type not in (None, last[0].type)


def is_supposed(before: str) -> bool:
    """Tell whether the words for a total stand in a rule or a condition."""
    return bool(_SUPPOSED.search(before))


def is_no_result_behind(behind: str) -> bool:
    """Tell whether words behind a number give it to a place or to a condition."""
    return bool(_OF_OTHERS_BEHIND.match(behind) or _SUPPOSED_BEHIND.match(behind))


def is_of_something_else(before: str) -> bool:
    """Tell whether the subject before the words for a total is not the agency's ITA."""
    text = without_counts(before)
    for match in _ITA_ITSELF.finditer(text):
        if not _PART_OF.search(text[: match.start()]):
            text = " " * match.end() + text[match.end() :]
    if len(instruments_named(text)) in (1, 2) or names_an_indicator(text):
        return True
    return bool(words_for("other").search(text))


def ends_in_own_name(before: str, agency: Agency) -> bool:
    """Tell whether words right before a number are the agency's name and no more."""
    if agency.name is None or agency.type is None or names_another(before, agency):
        return False
    kind = gazetteer.agency_type(agency.type)
    types = (agency.type, *(kind.variants if kind else ()))
    bare = agency.name.removeprefix(agency.type)
    places = ("", agency.district or "", agency.province or "")
    tails = {*places, f"{places[1]}{places[2]}"}
    words = thai.key(before.rstrip(_BESIDE_NUMBER))
    names = (thai.key(f"{one}{bare}{tail}") for one in types for tail in tails)
    return words.endswith(tuple(names))


def without_counts(text: str) -> str:
    """Return a text without counts of what is no other subject: "10 ตัวชี้วัด"."""
    return _COUNTED.sub(" ", text)


def names_an_indicator(text: str) -> bool:
    """Tell whether a text holds the name of an indicator."""
    words = thai.key(text)
    return any(thai.key(one.name) in words for one in framework.indicators())


def _is_named(mention: Mention) -> bool:
    name = without_sentence(mention.run)
    return not (is_only_a_sentence(mention.run) or _NO_NAME.search(name))


@cache
def words_for(*uses: str) -> re.Pattern[str]:
    """Return a pattern of the words of total_words.csv with any of these uses."""
    found = (r["words"] for r in reference.rows("total_words") if r["use"] in uses)
    return re.compile(reference.alternatives(found))
