import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writers.ooxml import (
    abstract_list,
    listed,
    num,
    p,
    tbl,
    tc,
    tr,
    word_file,
    zipped,
)

from itadash import documents
from itadash.documents.limits import Limits
from itadash.documents.model import Paragraph, Table
from itadash.errors import (
    DamagedFileError,
    EncryptedFileError,
    ItadashError,
    LineTooLongError,
    TooLargeError,
    UnsupportedFormatError,
)

SPAN = '<w:gridSpan w:val="{}"/>'
BEGIN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
TEXT_BOX = (
    "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
    "<w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox>"
    "</w:pict></mc:Fallback></mc:AlternateContent>"
)


def read(body, **parts):
    return documents.read(word_file(body, **parts), "a.docx")


def texts(document):
    return [paragraph.text for paragraph in document.paragraphs]


def table_of(document):
    [table] = document.tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_paragraphs_and_tables_keep_their_order_and_places():
    document = read(p("ก") + tbl(tr("ข", "ค"), tr("ง", "จ")) + p("ฉ"))

    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]
    lines = [row.place.line for row in document.tables[0].rows]
    assert [document.paragraphs[0].place.line, *lines] == [1, 3, 4]
    assert document.paragraphs[1].place.line == 6


def test_the_paragraphs_of_a_cell_stay_apart():
    document = read(tbl(tr(tc(p("ก"), p(), p("ข")), "ค")))

    assert document.tables[0].rows[0].cells[0].paragraphs == ("ก", "ข")


def test_a_cell_merged_sideways_has_its_words_in_its_first_column():
    rows = tr(tc("กลุ่ม", properties=SPAN.format(2)), "ค"), tr("ก", "ข", "ค")

    assert table_of(read(tbl(*rows))) == [["กลุ่ม", "", "ค"], ["ก", "ข", "ค"]]


def test_a_cell_merged_downwards_has_its_words_in_its_first_row():
    rows = (
        tr("ก", tc("ร่วม", properties=BEGIN)),
        tr("ข", tc("ซ่อน", properties=GOES_ON)),
        tr("ค", "ใหม่"),
    )

    assert table_of(read(tbl(*rows))) == [["ก", "ร่วม"], ["ข", ""], ["ค", "ใหม่"]]


def test_a_row_that_begins_later_keeps_its_columns():
    rows = (
        tr("ก", "ข", "ค"),
        tr("ข", "ค", properties='<w:gridBefore w:val="1"/>'),
    )

    assert table_of(read(tbl(*rows)))[1] == ["", "ข", "ค"]


def test_borders_that_miss_each_other_by_a_hair_make_no_column():
    first = tr("ก", tc("ข", properties=SPAN.format(2)), "ค")
    second = tr(tc("ง", properties=SPAN.format(2)), "จ", "ฉ")

    rows = table_of(read(tbl(first, second, widths=(3000, 60, 2940, 3000))))

    assert rows == [["ก", "ข", "ค"], ["ง", "จ", "ฉ"]]


def test_a_column_that_only_one_row_has_is_a_column_when_it_is_wide():
    first = tr("ก", tc("ข", properties=SPAN.format(2)))
    second = tr("ค", "ง", "จ")

    rows = table_of(read(tbl(first, second, widths=(3000, 900, 2100))))

    assert rows == [["ก", "ข", ""], ["ค", "ง", "จ"]]


def test_a_small_table_inside_a_cell_is_lines_of_the_cell():
    inner = tbl(tr("๑", "ขอ"), tr("๒", "รับ"))
    document = read(
        tbl(tr("ก", "ข", "ค"), tr("ง", tc(inner, p("จบ")), "จ"), tr("ฉ", "ช", "ซ"))
    )

    assert document.tables[0].rows[1].cells[1].paragraphs == ("๑ ขอ", "๒ รับ", "จบ")


def test_a_table_that_only_frames_a_greater_one_gives_what_is_in_it():
    inner = tbl(tr("ก", "ข"), tr("ค", "ง"))
    document = read(tbl(tr(tc(p("หัว"), inner), "ข้าง")))

    assert texts(document) == ["หัว", "ข้าง"]
    assert table_of(document) == [["ก", "ข"], ["ค", "ง"]]


def test_rows_and_cells_in_content_controls_are_read():
    cell = f"<w:sdt><w:sdtContent>{tc('ข')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent>{tr('ค', 'ง')}</w:sdtContent></w:sdt>"

    assert table_of(read(tbl(tr("ก", cell), row))) == [["ก", "ข"], ["ค", "ง"]]


def test_a_text_box_is_read_once_and_after_its_paragraph():
    document = read(
        f"<w:p><w:r><w:t>ก</w:t>{TEXT_BOX.format(p('กล่อง'))}</w:r></w:p>" + p("ข")
    )

    assert texts(document) == ["ก", "กล่อง", "ข"]


def test_a_text_box_of_an_older_word_is_read_where_no_newer_stands():
    box = f"<w:txbxContent>{p('กล่อง')}</w:txbxContent>"
    old = f"<v:shape><v:textbox>{box}</v:textbox></v:shape>"

    document = read(f"<w:p><w:r><w:pict>{old}</w:pict></w:r></w:p>")

    assert texts(document) == ["กล่อง"]


def test_thai_numbers_of_lists_stand_in_the_text():
    kinds = abstract_list(
        0, ("thaiNumbers", "%1."), ("thaiNumbers", "%1.%2"), ("thaiLetters", "(%3)")
    )
    body = [(0, "ก"), (1, "ข"), (1, "ค"), (2, "ง"), (0, "จ"), (1, "ฉ")]

    document = read(
        "".join(listed(text, 1, level) for level, text in body),
        numbering=kinds + num(1, 0),
    )

    numbers = ["๑.", "๑.๑", "๑.๒", "(ก)", "๒.", "๒.๑"]
    assert [text.split()[0] for text in texts(document)] == numbers


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("decimal", "4"),
        ("decimalZero", "04"),
        ("lowerLetter", "d"),
        ("upperLetter", "D"),
        ("lowerRoman", "iv"),
        ("upperRoman", "IV"),
        ("thaiLetters", "ง"),
        ("thaiNumbers", "๔"),
    ],
)
def test_each_form_of_a_number_is_printed(form, printed):
    lists = abstract_list(0, (form, "%1)")) + num(1, 0)

    document = read("".join(listed("ข้อ", 1) for _ in range(4)), numbering=lists)

    assert texts(document)[3] == f"{printed}) ข้อ"


def test_a_form_that_is_not_known_gives_no_number_instead_of_a_wrong_one():
    lists = abstract_list(0, ("thaiCounting", "%1.")) + num(1, 0)

    assert texts(read(listed("ข้อ", 1), numbering=lists)) == ["ข้อ"]


def test_a_second_list_of_a_kind_goes_on_and_one_with_its_own_start_begins_anew():
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = abstract_list(0, ("decimal", "%1.")) + num(1, 0) + num(2, 0)
    lists += num(3, 0, restart)

    document = read(
        "".join(listed("ข้อ", number) for number in (1, 1, 2, 3, 3)), numbering=lists
    )

    assert [text[0] for text in texts(document)] == ["1", "2", "3", "1", "2"]


def test_a_level_that_is_told_to_go_on_goes_on():
    lists = abstract_list(
        0, ("decimal", "%1."), ("decimal", "%2)", '<w:lvlRestart w:val="0"/>')
    ) + num(1, 0)
    levels = (0, 1, 0, 1)

    document = read("".join(listed("ข้อ", 1, at) for at in levels), numbering=lists)

    assert [text.split()[0] for text in texts(document)] == ["1.", "1)", "2.", "2)"]


def test_a_list_may_come_from_a_style_and_be_turned_off():
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    off = '<w:pStyle w:val="B"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    lists = abstract_list(0, ("thaiNumbers", "%1.")) + num(1, 0)

    document = read(
        p("ก", '<w:pStyle w:val="B"/>') + p("ข", off), styles=styles, numbering=lists
    )

    assert texts(document) == ["๑. ก", "ข"]


def test_a_bullet_is_a_bullet_and_a_dash_a_dash():
    lists = abstract_list(0, ("bullet", "\uf0b7"), ("bullet", "-")) + num(1, 0)

    document = read(listed("ก", 1) + listed("ข", 1, 1), numbering=lists)

    assert texts(document) == ["• ก", "- ข"]


def test_a_cell_may_hold_nothing_but_its_number():
    lists = abstract_list(0, ("thaiNumbers", "%1")) + num(1, 0)
    rows = [tr(tc(listed("", 1)), text) for text in "กข"]

    document = read(tbl(*rows) + listed("", 1), numbering=lists)

    assert table_of(document) == [["๑", "ก"], ["๒", "ข"]]
    assert texts(document) == []


def test_tabs_are_spaces_and_soft_line_ends_are_lines_of_one_passage():
    run = "<w:tab/><w:t>ก</w:t><w:tab/><w:t>ข</w:t><w:br/><w:t>ค</w:t>"
    body = f"<w:p><w:r>{run}</w:r></w:p>"

    document = read(body + p("ง"))

    assert texts(document) == ["ก ข", "ค", "ง"]
    assert [one.place.line for one in document.paragraphs] == [1, 2, 4]


def test_centred_lines_one_under_the_other_are_one_title():
    centred = '<w:jc w:val="center"/>'

    document = read(p("ก", centred) + p("ข", centred) + p() + p("ค", centred) + p("ง"))

    assert [one.place.line for one in document.paragraphs] == [1, 2, 4, 6]


def test_inserted_text_stays_and_deleted_text_goes():
    body = (
        "<w:p><w:r><w:t>ก</w:t></w:r><w:del><w:r><w:delText>ข</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>ค</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>ง</w:t></w:r></w:moveFrom></w:p>"
    )
    rows = tr("ก", "ข"), tr("ค", "ง", properties="<w:del/>"), tr("จ", "ฉ")

    document = read(body + tbl(*rows))

    assert texts(document) == ["กค"]
    assert table_of(document) == [["ก", "ข"], ["จ", "ฉ"]]


def test_paragraphs_whose_border_is_deleted_are_one():
    document = read(p("ก", "<w:rPr><w:del/></w:rPr>") + p("ข"))

    assert texts(document) == ["กข"]


def test_hidden_text_and_page_numbers_are_no_text():
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> PAGE </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>ข</w:t></w:r></w:p>'
    )

    assert texts(read(p("ก", run="<w:vanish/>") + field)) == ["ข"]


def test_a_field_that_never_ends_does_not_silence_what_follows():
    field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'

    assert texts(read(field + p("ก"))) == ["ก"]


def test_the_result_of_another_field_is_text():
    body = (
        '<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>ก</w:t></w:r></w:fldSimple></w:p>'
    )

    assert texts(read(body)) == ["ก"]


def test_the_mark_of_a_note_is_no_digit_of_the_number_before_it():
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'

    assert texts(read(f"<w:p><w:r><w:t>85.00</w:t></w:r>{raised}</w:p>")) == ["85.00 1"]


def test_a_tick_of_a_sign_font_is_a_tick():
    sign = '<w:sym w:font="Wingdings" w:char="F0FC"/>'
    body = f"<w:p><w:r>{sign}<w:t>\uf0fe</w:t></w:r></w:p>"

    assert texts(read(body)) == ["✓☑"]


def test_footnotes_follow_at_the_end():
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{p("เส้น")}</w:footnote>'
        f'<w:footnote w:id="2">{p("เชิงอรรถ")}</w:footnote>'
    )

    assert texts(read(p("ก") + p("ข"), footnotes=notes)) == ["ก", "ข", "เชิงอรรถ"]


def test_a_header_is_no_running_text_but_a_cell_over_all():
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'

    document = read(p("ก") + section, header1=p("อบต.หัวกระดาษ"))

    assert texts(document) == ["ก"]
    assert table_of(document) == [["อบต.หัวกระดาษ"]]
    assert isinstance(document.blocks[0], Table)


def test_a_strict_file_reads_like_any_other():
    content = word_file(p("ก") + tbl(tr("ข", "ค")), strict=True)

    document = documents.read(content, "a.docx")

    assert (texts(document), table_of(document)) == (["ก"], [["ข", "ค"]])


def test_a_file_with_macros_is_read_without_them():
    content = word_file(p("ก"), extra={"word/vbaProject.bin": b"\0" * 50})

    assert texts(documents.read(content, "a.docm")) == ["ก"]


def test_a_relation_that_leads_out_of_the_file_is_not_followed():
    relations = (
        '<Relationships xmlns="x"><Relationship Id="rId1" TargetMode="External" '
        'Type="x/numbering" Target="file:///etc/passwd"/><Relationship Id="rId2" '
        'Type="x/styles" Target="../../../../etc/passwd"/></Relationships>'
    )
    content = word_file(p("ก"), extra={"word/_rels/document.xml.rels": relations})

    assert texts(documents.read(content, "a.docx")) == ["ก"]


BOMB = (
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;">]>'
    "<w:document xmlns:w='x'><w:body><w:p><w:r><w:t>&d;</w:t></w:r></w:p></w:body>"
    "</w:document>"
)
OUTSIDE = BOMB.replace('"aaaaaaaaaa"', 'SYSTEM "file:///etc/passwd"')


@pytest.mark.parametrize(
    "content",
    [BOMB.encode(), OUTSIDE.encode(), BOMB.encode("utf-16"), b"<w:document>", b""],
    ids=["bomb", "outside", "utf-16", "cut", "empty"],
)
def test_a_part_with_entities_or_broken_is_refused(content):
    with pytest.raises(DamagedFileError, match=r"a\.docx"):
        documents.read(zipped({"word/document.xml": content}), "a.docx")


def test_a_document_that_nests_too_deep_is_refused():
    deep = "<w:sdt><w:sdtContent>" * 400 + "</w:sdtContent></w:sdt>" * 400

    with pytest.raises(DamagedFileError):
        read(deep)


def test_tables_nested_as_deep_as_xml_may_be_are_read():
    body = p("ใน")
    for _ in range(80):
        body = tbl(tr(tc(body)))

    assert texts(read(body)) == ["ใน"]


LOW_LIMITS = [Limits(rows=1), Limits(cells=3), Limits(lines=3), Limits(tags=20)]


@pytest.mark.parametrize("limits", LOW_LIMITS)
def test_more_rows_cells_or_lines_than_the_limit_are_refused(limits):
    content = word_file(tbl(tr("ก", "ข"), tr("ค", "ง")))

    with pytest.raises(TooLargeError):
        documents.read(content, "a.docx", limits)


def test_a_line_longer_than_the_limit_is_refused():
    with pytest.raises(LineTooLongError, match=r"a\.docx"):
        documents.read(word_file(p("ก" * 51)), "a.docx", Limits(line_characters=50))


def test_a_number_as_long_as_a_page_is_cut():
    lists = abstract_list(0, ("decimal", "%1." * 5000)) + num(1, 0)

    assert len(texts(read(listed("ก", 1), numbering=lists))[0]) < 100


def test_a_span_over_a_million_columns_is_a_span():
    rows = tr(tc("ก", properties=SPAN.format(10**8)), "ข"), tr("ค", "ง")

    assert table_of(read(tbl(*rows)))[0][0] == "ก"


def test_a_zip_with_a_password_is_refused_with_that_reason():
    content = bytearray(word_file(p("ก")))
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 1)

    with pytest.raises(EncryptedFileError):
        documents.read(bytes(content), "a.docx")


def test_a_part_of_megabytes_of_nothing_is_not_unpacked():
    content = word_file(p("ก"), extra={"word/media/a.xml": bytes(30_000_000)})

    with pytest.raises(TooLargeError):
        documents.read(content, "a.docx")


RICH = word_file(
    p("มาตรการ")
    + listed("ก", 1)
    + tbl(tr("ข", tc("ค", properties=BEGIN)), tr("ง", "จ")),
    numbering=abstract_list(0, ("thaiNumbers", "%1.")) + num(1, 0),
)


def test_a_file_cut_anywhere_is_refused_in_a_sentence():
    for at in range(8, len(RICH), 7):
        with pytest.raises(ItadashError):
            documents.read(RICH[:at], "a.docx")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(RICH) - 1), st.integers(0, 255))))
def test_flipped_bytes_raise_nothing_but_our_errors(changes):
    content = bytearray(RICH)
    for at, byte in changes:
        content[at] = byte

    with contextlib.suppress(ItadashError):
        documents.read(bytes(content), "a.docx")


BODY = (
    p("ก", '<w:jc w:val="center"/>')
    + listed("ข", 1)
    + tbl(tr(tc("ค", properties=SPAN.format(2))), tr("ง", tc("จ", properties=GOES_ON)))
)


@settings(max_examples=300, deadline=None)
@given(
    st.integers(0, len(BODY)),
    st.integers(0, 40),
    st.text('<>/w:val"= 0-9ก', max_size=8),
)
def test_damaged_xml_raises_nothing_but_our_errors(at, length, words):
    body = BODY[:at] + words + BODY[at + length :]
    lists = abstract_list(0, ("thaiNumbers", "%1.")) + num(1, 0)

    with contextlib.suppress(ItadashError):
        read(body, numbering=lists)


def test_a_power_point_is_refused_by_its_name():
    with pytest.raises(UnsupportedFormatError, match="PowerPoint"):
        documents.read(zipped({"ppt/presentation.xml": "x"}), "a.docx")
