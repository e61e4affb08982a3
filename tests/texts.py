"""Made-up texts of reports, and short ways to read them."""

from collections.abc import Iterable

from itadash import documents, framework
from itadash.documents.model import Document
from itadash.extract.grids import Grid, grids
from itadash.model import Report
from itadash.reading import read_reports

TITLE = (
    "มาตรการส่งเสริมคุณธรรมและความโปร่งใสของเทศบาลตำบลทุ่งสมมุติ อำเภอเมืองน่าน จังหวัดน่าน"
    " ประจำปีงบประมาณ พ.ศ. 2567"
)
RESULT = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566 ได้ผลคะแนน 85.00 คะแนน อยู่ในระดับผ่านดี"
HEADER = "ที่\tมาตรการ\tขั้นตอน/วิธีการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ"
POINTS = (88.5, 80.0, 86.25, 78.0, 85.0, 90.0, 85.5, 84.99, 60.0, 50.0)


def document(*blocks: str) -> Document:
    return documents.read("\n\n".join(blocks).encode(), "report.txt")


def grids_of(*blocks: str) -> list[Grid]:
    return grids(document(*blocks))


def read(*blocks: str) -> Report:
    """Read blocks, an empty line between them, under a title that is about ITA."""
    [report] = read_reports("\n\n".join([TITLE, *blocks]).encode(), "report.txt")
    return report


def table(*rows: str | Iterable[object]) -> str:
    return "\n".join(
        row if isinstance(row, str) else "\t".join(str(cell) for cell in row)
        for row in rows
    )


def score_table(header: str = "ตัวชี้วัด\tคะแนน") -> str:
    pairs = zip(framework.indicators(), POINTS, strict=True)
    return table(header, *((one.name, f"{points:.2f}") for one, points in pairs))


def measures_table(*rows: str | Iterable[object], header: str = HEADER) -> str:
    return table(header, *rows)
