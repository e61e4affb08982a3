"""Word files from XML by hand, for what python-docx never writes."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("numbering", "styles", "footnotes", "header1")


def word_file(body, *, strict=False, extra=None, **parts):
    """Return a .docx with this inside w:body; `parts` are the insides of others."""
    files = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": _relations(
            [(name.rstrip("1"), f"{name}.xml") for name in parts]
        ),
    }
    for name, inside in parts.items():
        root = {"header1": "hdr"}.get(name, name)
        files[f"word/{name}.xml"] = _part(root, inside)
    if strict:
        files = {
            name: text.replace(W, STRICT_W).replace(R, STRICT_R)
            for name, text in files.items()
        }
    return zipped(files | (extra or {}))


def zipped(files):
    """Return a ZIP of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def p(text="", properties="", run=""):
    """Return a paragraph of one run."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def listed(text, number, level=0):
    """Return a paragraph of a list."""
    return p(
        text,
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>',
    )


def tc(*inside, properties=""):
    """Return a cell; plain words become a paragraph."""
    content = "".join(i if i.startswith("<") else p(i) for i in inside or [""])
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tr(*cells, properties=""):
    """Return a row; plain words become cells."""
    content = "".join(c if c.startswith("<") else tc(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{content}</w:tr>"


def tbl(*rows, widths=()):
    """Return a table with the widths of its grid."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def abstract_list(identity, *levels, inside=""):
    """Return a kind of list; a level is (format, text) or (format, text, more)."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{level[0]}"/>'
        f'{"".join(level[2:])}<w:lvlText w:val="{level[1]}"/></w:lvl>'
        for at, level in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{identity}">{inside}{made}</w:abstractNum>'


def num(identity, kind, inside=""):
    """Return a list of a kind."""
    return (
        f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{kind}"/>{inside}</w:num>'
    )


def _part(root, inside):
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f"<w:{root} {_SPACES}>{inside}</w:{root}>"
    )


def _types():
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" '
        f'ContentType="{_MAIN}.{name.rstrip("1")}+xml"/>'
        for name in _PARTS
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
        '.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}'
        f'.document.main+xml"/>{overrides}</Types>'
    )


def _relations(targets):
    made = "".join(
        f'<Relationship Id="rId{at}" Type="{R}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'
