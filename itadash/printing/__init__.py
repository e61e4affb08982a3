"""Frames of one agency in, a page to print on A4 out: HTML that stands alone.

No script, no outside resource; what a report says is escaped by the template. The
browser that prints it shapes the Thai letters and numbers the pages.
"""

from itadash.printing.sheet import AgencySheet, agency_page, apology

__all__ = ["AgencySheet", "agency_page", "apology"]
