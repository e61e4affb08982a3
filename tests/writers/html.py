"""Write a document as a web page, as an agency's site would."""

from html import escape

from itadash.documents.model import Document, Row, Table
from writers.passages import cells, passages_and_tables, width

_PAGE = (
    '<!DOCTYPE html>\n<html lang="th"><head><meta charset="utf-8">'
    "<title>รายงาน</title></head>\n<body>\n{}\n</body></html>\n"
)


def written(document: Document) -> bytes:
    """Return the bytes of a page with the same paragraphs and tables."""
    blocks = (
        _table(block) if isinstance(block, Table) else _paragraph(block)
        for block in passages_and_tables(document)
    )
    return _PAGE.format("\n".join(blocks)).encode()


def _paragraph(texts: list[str]) -> str:
    return f"<p>{'<br>'.join(escape(text) for text in texts)}</p>"


def _table(table: Table) -> str:
    rows = "\n".join(_row(row, width(table)) for row in table.rows)
    return f'<table border="1"><tbody>\n{rows}\n</tbody></table>'


def _row(row: Row, columns: int) -> str:
    """Write a row; one that has words in its first cell only goes over all."""
    if row.filled == (0,):
        return (
            f'<tr><td colspan="{columns}">{_inside(row.cells[0].paragraphs)}</td></tr>'
        )
    return (
        "<tr>"
        + "".join(f"<td>{_inside(c)}</td>" for c in cells(row, columns))
        + "</tr>"
    )


def _inside(paragraphs: tuple[str, ...]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
