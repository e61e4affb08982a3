"""Keep persons out: names, signatures, committee lists, phone and id numbers.

What is taken out is marked as taken out, never dropped in silence. Only the raw
file keeps the words.
"""

import re
from collections.abc import Sequence
from functools import cache

from itadash import reference
from itadash.documents.model import Document, Paragraph, Row, Table
from itadash.labels import text as label

# Offices, posts and places that begin like a title of a person.
_NO_PERSON = {
    "นาย": r"(?!ก(?:องค|อบต|อบจ|เทศ|เมือง|\s|ฯ|รัฐ|สภา|สมาคม|เหล่า|[)]|$)"
    r"|อำเภอ|อําเภอ|ช่าง|ทะเบียน|จ้าง|แพทย์|ท้าย|ตรวจ|หน้า|สถานี)",
    "นาง": "(?!สาว|(?:รอง|แล)(?![ก-๎])|เลิ้ง|แดด)",
}
_WORD = r"[ก-ฮเ-ไ][ก-๎]+"
# Words that Thai glues to the title behind them ("โดยนาย…").
_BEFORE_A_PERSON = (
    *("โดย", "และ", "หรือ", "กับ", "แก่", "ต่อ", "ถึง", "จาก", "ของ", "แทน", "ว่า", "คือ"),
    *("เป็น", "ให้", "ได้แก่", "แต่งตั้ง", "มอบหมาย", "เชิญ", "พร้อม", "ท่าน", "ด้วย", "ชื่อ"),
)
_NOT_A_SURNAME = (
    "ตำแหน่ง|นายก|ปลัด|รองปลัด|ผู้|หัวหน้า|นัก|เจ้า|ประธาน|กรรมการ|สมาชิก|และ|ได้|เป็น"
    "|อำเภอ|จังหวัด|ตำบล"
)
_DIGIT = r"[0-9๐-๙]"
_PHONE = re.compile(
    rf"(?:โทร(?:ศัพท์|สาร)?\.?|มือถือ|fax)(?:หมายเลข)?[\s.:]*[+(]?{_DIGIT}(?:[\s()-]*{_DIGIT}){{6,11}}"
    rf"(?:\s*ต่อ\s*{_DIGIT}{{1,5}})?"
    rf"|(?<![{'0-9๐-๙.,/'}])(?:[0๐]-?|[+]66[\s-]?){_DIGIT}{{1,2}}[\s-]{{0,3}}{_DIGIT}{{3,4}}[\s-]{{0,3}}{_DIGIT}{{3,4}}"
    rf"(?![{'0-9๐-๙'}])",
    re.IGNORECASE,
)
# Thirteen digits in the groups of an identity card; a row of scores has others.
_ID = re.compile(
    rf"(?<!{_DIGIT}){_DIGIT}[ -]?{_DIGIT}{{4}}[ -]?{_DIGIT}{{5}}[ -]?{_DIGIT}{{2}}"
    rf"[ -]?{_DIGIT}(?!{_DIGIT})"
)
_SIGNATURE = re.compile(
    rf"^\s*(?:ลงชื่อ|ลงนาม)?[\s.…]*[(（]\s*{_WORD}\s+{_WORD}\s*[)）]\s*$"
)
_MEMBER = re.compile(rf"^{_WORD}\s+{_WORD}$")
# "(ลงชื่อ)", "ลงชื่อ…….", "ลงนาม นาย…"; not "ลงนามประกาศเจตนารมณ์".
_SIGNED = re.compile(
    r"^\s*(?:[(]\s*(?:ลงชื่อ|ลงนาม)\s*[)]"
    r"|(?:ลงชื่อ|ลงนาม)\s*(?:$|[.…_]{2,}|[(]|นาย|นาง|น\.ส|ว่าที่))"
)
_SHORT_CELL = 40  # characters; a row of signatures has no longer cell
_LIST_ROW = re.compile(
    r"^\s*(?:[-|*]\s*)*[(]?[0-9๐-๙]{1,2}[.)][^|]{3,}(?:ประธาน|กรรมการ|คณะทำงาน|เลขานุการ)\s*$"
)
_ROLE = re.compile(
    "^(?:รอง|ผู้ช่วย|หัวหน้า)?(?:ประธาน|กรรมการ|คณะกรรมการ|คณะทำงาน|เลขานุการ)[ก-๎/\\s]*$"
)


def public(text: str) -> str:
    """Return the text with names of persons, phone and id numbers marked as gone."""
    text = _ID.sub(label("privacy.id"), text)
    text = _PHONE.sub(label("privacy.phone"), text)
    return _person().sub(label("privacy.person"), text)


def is_private_line(text: str) -> bool:
    """Tell whether a line is a signature or stands in a list of persons."""
    if _SIGNATURE.match(text) or _SIGNED.match(text) or _LIST_ROW.match(text):
        return True
    return is_private_row([cell.strip() for cell in text.split("|")])


def is_private_row(cells: Sequence[str]) -> bool:
    """Tell whether the cells of a row are signatures, or a person and a committee."""
    short = all(len(cell) <= _SHORT_CELL for cell in cells)
    if any(_SIGNED.match(c) or (short and _SIGNATURE.match(c)) for c in cells):
        return True
    person = any(_MEMBER.match(cell) or _person().match(cell) for cell in cells)
    return person and any(_ROLE.match(cell) for cell in cells)


def public_lines(document: Document) -> list[tuple[int | str | None, str]]:
    """Return (line, text) of a document for a reader, persons left out.

    Cells of a row are separated by " | ".
    """
    return [
        (block.place.line, _public_line(words)) for block, words in _lines(document)
    ]


def _lines(document: Document) -> list[tuple[Paragraph | Row, str]]:
    found: list[tuple[Paragraph | Row, str]] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found += [
                (row, " | ".join(c.text for c in row.cells)) for row in block.rows
            ]
        else:
            found.append((block, block.text))
    return found


def _public_line(text: str) -> str:
    return label("privacy.line") if is_private_line(text) else public(text)


@cache
def _person() -> re.Pattern[str]:
    """Title, given name, surname; a title glued to a word before it is no title."""
    names = sorted((row["title"] for row in reference.rows("person_titles")), key=len)
    titles = "|".join(
        re.escape(title).replace(r"\ ", r"\s?") + _no_person(title)
        for title in reversed(names)
    )
    surname = rf"\s+(?!{_NOT_A_SURNAME}){_WORD}"
    glued = "|".join(rf"(?<={word})" for word in _BEFORE_A_PERSON)
    return re.compile(
        rf"(?<![ก-๎])(?:{titles})\s?{_WORD}(?:\s*[.]{{3,}}|{surname})?"
        rf"|(?:{glued})(?:{titles})\s?{_WORD}{surname}"
    )


def _no_person(title: str) -> str:
    """Return what must not follow a title; "ส.ท." may be a post ("ส.ท. และ…")."""
    if title.endswith("."):
        return r"(?!\s?(?:และ|หรือ|เขต|ได้|เป็น|ที่|ใน|ตำแหน่ง|จำนวน|ทุก|ทั้ง|ของ))"
    return _NO_PERSON.get(title, "")
