"""Reports as PDFs: printed by Chromium from HTML, or written byte by byte."""

import html
import zlib
from collections.abc import Iterable, Sequence

from itadash.documents.model import Document, Row, Table
from tests.serving import browser

STYLE = """
body { font: %(size)spx %(font)s; margin: 0 }
table { border-collapse: collapse; width: 100%%; margin: 1em 0 }
td { border: 1px solid #000; padding: 3px; vertical-align: top }
p { margin: 3px 0 }
"""


def report_html(document: Document, *, font: str = "Loma", size: int = 13) -> str:
    """Return a page that shows a document: its paragraphs, and its tables ruled."""
    blocks = (
        _table(block.rows) if isinstance(block, Table) else _paragraph(block.text)
        for block in document.blocks
    )
    return page_html("".join(blocks), STYLE % {"font": font, "size": size})


def page_html(body: str, style: str) -> str:
    head = f"<meta charset=utf-8><style>{style}</style>"
    return f"<!doctype html><html lang=th>{head}<body>{body}</body></html>"


def _table(rows: Sequence[Row]) -> str:
    width = max(len(row.cells) for row in rows)
    lines = (
        "".join(
            f"<td>{''.join(map(_paragraph, row.cell(at).paragraphs))}</td>"
            for at in range(width)
        )
        for row in rows
    )
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _paragraph(text: str) -> str:
    return f"<p>{html.escape(text)}</p>"


def printed(pages: Iterable[str], **options) -> list[bytes]:
    """Print pages of HTML with Chromium, each to a PDF of its own."""
    usual = {"format": "A4", "margin": dict.fromkeys(SIDES, "18mm")}
    pdfs = []
    with browser().new_page() as page:
        for content in pages:
            page.set_content(content)
            pdfs.append(page.pdf(**(usual | options)))
    return pdfs


SIDES = ("top", "right", "bottom", "left")


def written_pdf(
    *contents: bytes,
    box: str = "0 0 595 842",
    extra: Sequence[bytes] = (),
    page_keys: str = "",
    trailer: str = "",
    packed: bool = False,
) -> bytes:
    """Write a PDF of these content streams; text in them is in Helvetica (/F1).

    `extra` are more objects, the first of them number 10.
    """
    kids = " ".join(f"{20 + 2 * at} 0 R" for at in range(len(contents)))
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {len(contents)} /Kids [{kids}] >>".encode(),
        3: font,
        **{10 + at: item for at, item in enumerate(extra)},
    }
    for at, content in enumerate(contents):
        number = 20 + 2 * at
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents {number + 1} 0 R"
            f" /Resources << /Font << /F1 3 0 R >> >> {page_keys} >>"
        ).encode()
        objects[number + 1] = _stream(content, packed=packed)
    return _file(objects, trailer)


def _stream(content: bytes, *, packed: bool) -> bytes:
    body = zlib.compress(content, 9) if packed else content
    kind = b"/Filter /FlateDecode " if packed else b""
    length = str(len(body)).encode()
    return b"<< %s/Length %s >>\nstream\n%s\nendstream" % (kind, length, body)


def _file(objects: dict[int, bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    offsets = {}
    for number, item in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    start, count = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % count
    for number in range(1, count):
        kind = b"n" if number in offsets else b"f"
        out += b"%010d %05d %s \n" % (offsets.get(number, 0), kind == b"f", kind)
    keys = f"<< /Size {count} /Root 1 0 R {trailer} >>".encode()
    return bytes(out) + b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (keys, start)


def shown_text(lines: Iterable[tuple[float, float, str]], size: float = 12) -> bytes:
    """Return a content stream that sets Latin texts at (x, y from the bottom)."""
    parts = (f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET" for x, y, text in lines)
    return "\n".join(parts).encode("latin-1")
