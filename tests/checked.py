"""Short ways to check made-up texts and records."""

from typing import Any

from builders import build_agency, build_report
from texts import document

from itadash.checks import check
from itadash.model import Finding

OWN = build_agency(
    "องค์การบริหารส่วนตำบลทุ่งสมมุติ",
    type="องค์การบริหารส่วนตำบล",
    district="เมืองน่าน",
    province="น่าน",
)


def found(code: str, *blocks: str, **fields: Any) -> list[Finding]:
    """Return the findings of one code in blocks of text and a report of `fields`."""
    report = check(document(*(blocks or ("รายงาน",))), build_report(**fields))
    return [finding for finding in report.findings if finding.code == code]


def quoted(code: str, *blocks: str, **fields: Any) -> list[str]:
    """Return the words that the findings of one code stand on."""
    return [finding.place.text for finding in found(code, *blocks, **fields)]
